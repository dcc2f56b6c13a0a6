"""Band marks: a shape, a pattern and a colour for every band, the same on screen and paper, readable without colour."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.mapping.model import Band
from app.ui.theme import Theme
from app.ui.tokens import CELL_RADIUS

SWATCH_WIDTH, SWATCH_HEIGHT, WORD_AT = 30, 22, 38  # pixels at 100 %
_NOTHING = Qt.BrushStyle.NoBrush


@contextmanager
def painting(p: QPainter) -> Iterator[QPainter]:
    """A painter that is as it was afterwards; edges are smooth."""
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield p
    finally:
        p.restore()


def draw_icon(p: QPainter, theme: Theme, band: Band, r: QRectF, ground: QColor | None = None) -> None:
    """Shape of a band: triangle, diamond, half disc, tick, dashed ring. `ground` shows through the triangle's mark."""
    with painting(p):
        ink = theme.band_ink(band)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(ink)
        _SHAPES[band](p, r, ink, ground or theme.colour("sheet"))


def _triangle(p: QPainter, r: QRectF, _ink: QColor, ground: QColor) -> None:
    c, w = r.center(), r.width()
    top, right, left = (c.x(), r.top() + 0.5), (r.right(), r.bottom() - 0.5), (r.left(), r.bottom() - 0.5)
    p.drawPolygon(QPolygonF([QPointF(*top), QPointF(*right), QPointF(*left)]))
    p.setPen(QPen(ground, max(1.2, w * 0.12), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    p.drawLine(QPointF(c.x(), r.top() + w * 0.40), QPointF(c.x(), r.top() + w * 0.62))
    p.drawPoint(QPointF(c.x(), r.top() + w * 0.81))


def _diamond(p: QPainter, r: QRectF, _ink: QColor, _ground: QColor) -> None:
    c = r.center()
    corners = ((c.x(), r.top()), (r.right(), c.y()), (c.x(), r.bottom()), (r.left(), c.y()))
    p.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def _half_disc(p: QPainter, r: QRectF, ink: QColor, _ground: QColor) -> None:
    box = r.adjusted(1, 1, -1, -1)
    p.drawPie(box, 90 * 16, 180 * 16)
    p.setPen(QPen(ink, 1.5))
    p.setBrush(_NOTHING)
    p.drawEllipse(box)


def _tick(p: QPainter, r: QRectF, ink: QColor, _ground: QColor) -> None:
    w, y = r.width(), r.center().y()
    p.setPen(QPen(ink, 1.9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    p.setBrush(_NOTHING)
    points = ((r.left() + w * 0.1, y + w * 0.05), (r.left() + w * 0.4, r.bottom() - w * 0.15))
    p.drawPolyline(QPolygonF([*(QPointF(*q) for q in points), QPointF(r.right() - w * 0.06, r.top() + w * 0.18)]))


def _dashed_ring(p: QPainter, r: QRectF, ink: QColor, _ground: QColor) -> None:
    pen = QPen(ink, 1.4)
    pen.setDashPattern([1.6, 1.6])
    p.setPen(pen)
    p.setBrush(_NOTHING)
    p.drawEllipse(r.adjusted(1, 1, -1, -1))


_SHAPES: dict[Band, Callable[[QPainter, QRectF, QColor, QColor], None]] = {
    Band.URGENT: _triangle,
    Band.IMPORTANT: _diamond,
    Band.WATCH: _half_disc,
    Band.IN_ORDER: _tick,
    Band.NOT_ASSESSED: _dashed_ring,
}


def fill_pattern(p: QPainter, theme: Theme, band: Band, r: QRectF, radius: float = CELL_RADIUS) -> None:
    """Ground and pattern of a band: dense hatch, open hatch, dots, plain, dashed outline."""
    with painting(p):
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(theme.band_wash(band))
        p.drawRoundedRect(r, radius, radius)
        ink = theme.band_ink(band)
        if band is Band.NOT_ASSESSED:
            _outline(p, r, ink, radius)
            return
        p.setClipRect(r)
        if band in (Band.URGENT, Band.IMPORTANT):
            _hatch(p, r, ink, 5 if band is Band.URGENT else 10)
        elif band is Band.WATCH:
            _dots(p, r, ink)


def _outline(p: QPainter, r: QRectF, ink: QColor, radius: float) -> None:
    pen = QPen(ink, 1)
    pen.setDashPattern([3, 3])
    p.setPen(pen)
    p.setBrush(_NOTHING)
    p.drawRoundedRect(r.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def _hatch(p: QPainter, r: QRectF, ink: QColor, step: int) -> None:
    ink.setAlpha(95)
    p.setPen(QPen(ink, 1))
    x = r.left() - r.height()
    while x < r.right():
        p.drawLine(QPointF(x, r.bottom()), QPointF(x + r.height(), r.top()))
        x += step


def _dots(p: QPainter, r: QRectF, ink: QColor) -> None:
    ink.setAlpha(120)
    p.setBrush(ink)
    y, shifted = r.top() + 4, False
    while y < r.bottom():
        x = r.left() + (8 if shifted else 4)
        while x < r.right():
            p.drawEllipse(QPointF(x, y), 0.8, 0.8)
            x += 8
        y, shifted = y + 5, not shifted


def draw_swatch(p: QPainter, theme: Theme, band: Band, r: QRectF) -> None:
    """Pattern with the icon on a clear field in its middle."""
    fill_pattern(p, theme, band, r)
    c, z = r.center(), r.height() / SWATCH_HEIGHT
    with painting(p):
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(theme.band_wash(band))
        p.drawEllipse(c, 8 * z, 8 * z)
    draw_icon(p, theme, band, QRectF(c.x() - 5.5 * z, c.y() - 5.5 * z, 11 * z, 11 * z), theme.band_wash(band))


def draw_sign(p: QPainter, theme: Theme, band: Band, r: QRectF) -> None:
    """The swatch at the left of where a band stands, half-way up; its word begins at WORD_AT."""
    height = SWATCH_HEIGHT * theme.zoom
    draw_swatch(p, theme, band, QRectF(r.left(), r.center().y() - height / 2, SWATCH_WIDTH * theme.zoom, height))


def is_pressing(band: Band) -> bool:
    """Whether the word of a band is set in semibold."""
    return band in (Band.URGENT, Band.IMPORTANT)


def draw_band(p: QPainter, theme: Theme, band: Band, word: str, r: QRectF) -> None:
    """Swatch and word; words stand at one distance from the left, so that they line up in a column."""
    draw_sign(p, theme, band, r)
    with painting(p):
        p.setPen(theme.band_ink(band))
        p.setFont(theme.font(weight="semibold" if is_pressing(band) else "regular"))
        words = r.adjusted(WORD_AT * theme.zoom, 0, 0, 0)
        p.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)


def draw_dots(p: QPainter, theme: Theme, at: QPointF, have: int, need: int, room: float = 0) -> None:
    """Coverage: a filled dot for each person who can, an open ring for each still needed; `room` limits the width."""
    count = max(have, need, 1)
    step = min(15.0, room / count) if room else 15.0
    radius = min(4.6, step * 0.36)
    with painting(p):
        for i in range(max(have, need)):
            tone = "urgent" if have <= i < need else "accent"
            p.setPen(QPen(theme.colour(tone), 1.4))
            p.setBrush(theme.colour(tone) if i < have else _NOTHING)
            p.drawEllipse(QPointF(at.x() + 6 + i * step, at.y()), radius, radius)
