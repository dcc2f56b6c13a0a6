"""A matplotlib Figure drawn straight onto the ReportLab canvas.

There is one definition of a chart for screen and paper, and no second PDF in the first: lines are vectors, text is text
in the fonts of the document, and the same chart gives the same bytes.
"""

from __future__ import annotations

from typing import Any, Final

from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Transform
from matplotlib.typing import ColorType
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from app.report.charts.drawing import Pen, VectorRenderer, dashes, is_strong, traced
from app.report.pdf import fonts

_CAPS: Final = {"butt": 0, "round": 1, "projecting": 2}
_JOINS: Final = {"miter": 0, "round": 1, "bevel": 2}


def place(canvas: Canvas, figure: Figure, x: float, y: float) -> None:
    """Draw the figure with its lower left corner at x, y."""
    figure.dpi = 72
    width, height = figure.get_size_inches() * 72
    canvas.saveState()
    canvas.translate(x, y)
    figure.draw(_Renderer(canvas, float(width), float(height)))
    canvas.restoreState()


class _Renderer(VectorRenderer):
    """Paths and text as PDF has them. A pixel is a point."""

    def __init__(self, canvas: Canvas, width: float, height: float) -> None:
        super().__init__(width, height)
        self._canvas = canvas

    def text_width(self, s: str, prop: FontProperties) -> float:
        return fonts.width(s, prop.get_size_in_points(), strong=is_strong(prop))

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: ColorType | None = None,  # noqa: N803
    ) -> None:
        c = self._canvas
        c.saveState()
        stroked = self._pen(gc)
        if rgbFace is not None:
            c.setFillColorRGB(*to_rgb(rgbFace))
        c.drawPath(self._outline(path, transform), stroke=int(stroked), fill=int(rgbFace is not None))
        c.restoreState()

    def _pen(self, gc: GraphicsContextBase) -> bool:
        """Take up the pen of the context; False where there is nothing to stroke with."""
        if not gc.get_linewidth() or not gc.get_alpha():
            return False
        c = self._canvas
        c.setStrokeColorRGB(*to_rgb(gc.get_rgb()))
        c.setLineWidth(gc.get_linewidth())
        c.setLineCap(_CAPS[gc.get_capstyle()])
        c.setLineJoin(_JOINS[gc.get_joinstyle()])
        offset, lengths = dashes(gc)
        if lengths:
            c.setDash(lengths, offset)
        return True

    def _outline(self, path: Path, transform: Transform) -> PDFPathObject:
        outline = self._canvas.beginPath()
        traced(path, transform, Pen(outline.moveTo, outline.lineTo, outline.curveTo, outline.close))
        return outline

    def draw_text(  # noqa: PLR0913, PLR0917
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,  # noqa: ARG002, FBT002
        mtext: Any = None,  # noqa: ARG002
    ) -> None:
        c = self._canvas
        c.saveState()
        c.setFillColorRGB(*to_rgb(gc.get_rgb()))
        c.translate(x, y)
        c.rotate(angle)
        c.setFont(fonts.font(strong=is_strong(prop)), prop.get_size_in_points())
        c.drawString(0, 0, "".join(map(fonts.printable, s)))
        c.restoreState()
