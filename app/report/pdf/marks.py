"""The marks of the bands, as on the screen: a shape on a patterned ground, told apart without colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from app.mapping.model import Band
from app.report.tokens import BAND_INK, BAND_WASH

WIDTH: Final = 20.0
HEIGHT: Final = 13.0
_SHAPE: Final = 8.0  # the shape stands in a square of this size
_CLEAR: Final = 11.0  # of which this much around it is free of the pattern


def draw(canvas: Canvas, band: Band, x: float, y: float) -> None:
    """Draw the mark with its lower left corner at x, y."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.setStrokeColor(HexColor(BAND_INK[band]))
    _ground(canvas, band)
    canvas.setFillColor(HexColor(BAND_WASH[band]))
    canvas.circle(WIDTH / 2, HEIGHT / 2, _CLEAR / 2, stroke=0, fill=1)
    canvas.setFillColor(HexColor(BAND_INK[band]))
    canvas.translate((WIDTH - _SHAPE) / 2, (HEIGHT - _SHAPE) / 2)
    _SHAPES[band](canvas, BAND_WASH[band])
    canvas.restoreState()


def _ground(canvas: Canvas, band: Band) -> None:
    """Dense hatch, open hatch, dots, plain, dashed outline."""
    canvas.setFillColor(HexColor(BAND_WASH[band]))
    canvas.setLineWidth(0.5)
    if band is Band.NOT_ASSESSED:
        canvas.setDash(2, 2)
        canvas.roundRect(0.25, 0.25, WIDTH - 0.5, HEIGHT - 0.5, 2, stroke=1, fill=0)
        canvas.setDash()
        return
    canvas.roundRect(0, 0, WIDTH, HEIGHT, 2, stroke=0, fill=1)
    if band in (Band.URGENT, Band.IMPORTANT):
        _hatch(canvas, 2.6 if band is Band.URGENT else 5.2)
    elif band is Band.WATCH:
        _dots(canvas)


def _hatch(canvas: Canvas, step: float) -> None:
    at = step - HEIGHT
    while at < WIDTH:
        left, right = max(at, 0), min(at + HEIGHT, WIDTH)
        canvas.line(left, left - at, right, right - at)
        at += step


def _dots(canvas: Canvas) -> None:
    """Lines of no length with round ends: the same ink as discs, in a fifth of the strokes."""
    canvas.setLineWidth(1)
    canvas.setLineCap(1)
    for row in range(4):
        for column in range(5):
            x = 1.8 + column * 4 + (2 if row % 2 else 0)
            if x < WIDTH - 1:
                y = 1.9 + row * 3.1
                canvas.line(x, y, x, y)
    canvas.setLineCap(0)


def _triangle(canvas: Canvas, ground: str) -> None:
    _polygon(canvas, ((0, 0.4), (_SHAPE, 0.4), (_SHAPE / 2, _SHAPE - 0.2)))
    canvas.setStrokeColor(HexColor(ground))
    canvas.setFillColor(HexColor(ground))
    canvas.setLineWidth(0.9)
    canvas.setLineCap(1)
    canvas.line(_SHAPE / 2, 5.1, _SHAPE / 2, 3.2)
    canvas.circle(_SHAPE / 2, 1.7, 0.55, stroke=0, fill=1)


def _diamond(canvas: Canvas, _ground: str) -> None:
    half = _SHAPE / 2
    _polygon(canvas, ((half, 0), (_SHAPE, half), (half, _SHAPE), (0, half)))


def _half_disc(canvas: Canvas, _ground: str) -> None:
    canvas.setLineWidth(1)
    canvas.circle(_SHAPE / 2, _SHAPE / 2, _SHAPE / 2 - 0.7, stroke=1, fill=0)
    canvas.wedge(0.7, 0.7, _SHAPE - 0.7, _SHAPE - 0.7, 90, 180, stroke=0, fill=1)


def _tick(canvas: Canvas, _ground: str) -> None:
    canvas.setLineWidth(1.4)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    path.moveTo(0.8, 3.8)
    path.lineTo(3.2, 1.4)
    path.lineTo(7.4, 6.6)
    canvas.drawPath(path, stroke=1, fill=0)


def _ring(canvas: Canvas, _ground: str) -> None:
    canvas.setLineWidth(1)
    canvas.setDash(1.6, 1.4)
    canvas.circle(_SHAPE / 2, _SHAPE / 2, _SHAPE / 2 - 0.7, stroke=1, fill=0)


def _polygon(canvas: Canvas, corners: tuple[tuple[float, float], ...]) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


_SHAPES: Final[dict[Band, Callable[[Canvas, str], None]]] = {
    Band.URGENT: _triangle,
    Band.IMPORTANT: _diamond,
    Band.WATCH: _half_disc,
    Band.IN_ORDER: _tick,
    Band.NOT_ASSESSED: _ring,
}
