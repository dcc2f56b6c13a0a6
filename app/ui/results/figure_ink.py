"""A matplotlib Figure drawn with Qt, one unit a point: lines and grounds in the theme's colours, words in its font.

The counterpart on the screen of `app.report.pdf.figures`. Loaded when a chart comes into sight.
"""

from __future__ import annotations

from typing import Any, Final

from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.colors import to_hex
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform
from matplotlib.typing import ColorType
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from app.report import tokens
from app.report.charts import figure
from app.report.charts.drawing import Pen, VectorRenderer, dashes, is_strong, traced
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


class _Renderer(VectorRenderer):
    """Paths and text as Qt has them; its y runs down."""

    def __init__(self, p: QPainter, theme: Theme, width: float, height: float) -> None:
        super().__init__(width, height)
        self._p, self._theme = p, theme

    def text_width(self, s: str, prop: FontProperties) -> float:
        return QFontMetricsF(_font(prop, FINE)).horizontalAdvance(s) / FINE

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
        offset, lengths = dashes(gc)
        if lengths:
            pen.setDashPattern([length / width for length in lengths])  # Qt counts in widths
            pen.setDashOffset(offset / width)
        return pen

    def _outline(self, path: Path, transform: Transform) -> QPainterPath:
        outline, down = QPainterPath(), Affine2D().scale(1, -1).translate(0, self.size[1])
        traced(path, transform + down, Pen(outline.moveTo, outline.lineTo, outline.cubicTo, outline.closeSubpath))
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
        p.translate(x, self.size[1] - y)
        p.scale(1 / FINE, 1 / FINE)
        p.setFont(_font(prop, FINE))
        p.setPen(self._colour(gc.get_rgb()))
        p.drawText(QPointF(0, 0), s)
        p.restore()


def _font(prop: FontProperties, times: int) -> QFont:
    """A weight of the family, of which charts have the same two as the paper."""
    font = QFont(FAMILY)
    font.setPixelSize(round(prop.get_size_in_points() * times))
    font.setWeight(QFont.Weight.DemiBold if is_strong(prop) else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
