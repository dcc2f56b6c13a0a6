"""A matplotlib Figure drawn with Qt, one unit a point: lines and grounds in the theme's colours, words in its font.

The counterpart on the screen of `app.report.pdf.figures`. Loaded when a chart comes into sight.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Transform
from matplotlib.typing import ColorType
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from app.report import tokens
from app.report.charts import figure
from app.report.pictures import Picture
from app.ui.theme import FAMILY, Theme

PALETTE: Final = {
    tokens.INK: "ink",
    tokens.MUTED: "ink2",
    tokens.RULE: "rule",
    tokens.HAIR: "line",
    tokens.PAPER: "paper",
    tokens.TINT: "sunk",
    tokens.URGENT: "urgent",
}
"""The colours of the paper by what they are on the screen."""
FINE: Final = 20
"""Words are measured this much larger, so that rounding to pixels does not show."""


def draw(p: QPainter, theme: Theme, picture: Picture, width: float) -> None:
    """Draw a picture so many points wide with its upper left corner at the origin."""
    figure(picture, width).draw(_Renderer(p, theme, width, picture.height))


class _Renderer(RendererBase):
    """The few things that our charts draw: paths and text. The signatures are matplotlib's own."""

    def __init__(self, p: QPainter, theme: Theme, width: float, height: float) -> None:
        super().__init__()
        self._p, self._theme, self._size = p, theme, (width, height)

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def flipy(self) -> bool:
        return False

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def get_text_width_height_descent(
        self,
        s: str,
        prop: FontProperties,
        ismath: Any,  # noqa: ARG002
    ) -> tuple[float, float, float]:
        size = prop.get_size_in_points()
        return QFontMetricsF(_font(prop, FINE)).horizontalAdvance(s) / FINE, 0.70 * size, 0.04 * size

    def _colour(self, colour: ColorType) -> QColor:
        return self._theme.colour(PALETTE[to_hex(colour).upper()])

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: ColorType | None = None,  # noqa: N803
    ) -> None:
        outline = self._outline(path, transform)
        if rgbFace is not None:
            self._p.fillPath(outline, self._colour(rgbFace))
        if gc.get_linewidth() and gc.get_alpha():
            self._p.strokePath(outline, self._pen(gc))

    def _pen(self, gc: GraphicsContextBase) -> QPen:
        width = gc.get_linewidth()
        pen = QPen(self._colour(gc.get_rgb()), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        offset, dashes = gc.get_dashes()
        if dashes is not None:
            pen.setDashPattern([dash / width for dash in np.asarray(dashes).tolist()])  # Qt counts in widths
            pen.setDashOffset((offset or 0) / width)
        return pen

    def _outline(self, path: Path, transform: Transform) -> QPainterPath:
        outline, top = QPainterPath(), self._size[1]
        for points, code in path.iter_segments(transform, simplify=False, curves=True):
            at = [QPointF(x, top - y) for x, y in np.asarray(points).reshape(-1, 2).tolist()]
            match code:
                case Path.MOVETO:
                    outline.moveTo(at[0])
                case Path.LINETO:
                    outline.lineTo(at[0])
                case Path.CURVE4:
                    outline.cubicTo(*at)
                case Path.CLOSEPOLY:
                    outline.closeSubpath()
                case _:
                    raise NotImplementedError("quadratic curves are in none of our charts")
        return outline

    def draw_text(  # noqa: PLR0913, PLR0917
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,  # noqa: ARG002 - the words of our charts stand upright
        ismath: Any = False,  # noqa: ARG002, FBT002
        mtext: Any = None,  # noqa: ARG002
    ) -> None:
        p = self._p
        p.save()
        p.translate(x, self._size[1] - y)
        p.scale(1 / FINE, 1 / FINE)
        p.setFont(_font(prop, FINE))
        p.setPen(self._colour(gc.get_rgb()))
        p.drawText(QPointF(0, 0), s)
        p.restore()

    def draw_image(self, *_args: Any, **_more: Any) -> None:
        raise NotImplementedError("our charts are vectors only")


def _font(prop: FontProperties, times: int) -> QFont:
    """A weight of the family; the charts say "bold" for semibold, as the paper does."""
    font = QFont(FAMILY)
    font.setPixelSize(round(prop.get_size_in_points() * times))
    font.setWeight(QFont.Weight.DemiBold if prop.get_weight() == "bold" else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
