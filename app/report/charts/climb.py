"""How steep the way is: targets as steps, the mean of the role as the ground, and between them what is to be learnt."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from matplotlib.figure import Figure

from app.report.charts.board import Board, Point, board
from app.report.pictures import Climb, Slope
from app.report.tokens import GUTTER, HAIR, INK, MUTED, TINT, URGENT

_FLOOR: Final = 18.0
_LEVEL: Final = 19.0
_SCALE: Final = 12.0  # room for the figures of the levels
_PITCH: Final = 5.0  # between the lines of the hatch
_LEVELS: Final = range(5)


def climb(picture: Climb, width: float) -> Figure:
    b = board(width, picture.height)
    wide = (width - GUTTER * (picture.places - 1)) / picture.places
    for place, slope in enumerate(picture.slopes):
        left = place * (wide + GUTTER)
        _scale(b, left, wide, picture.horizons)
        _slope(b, slope, _edges(left, wide))
    return b.figure


def _edges(left: float, wide: float) -> list[float]:
    """Where the three horizons begin and end."""
    return [left + _SCALE + (wide - _SCALE) * n / 3 for n in range(4)]


def _scale(b: Board, left: float, wide: float, horizons: tuple[str, str, str]) -> None:
    edges = _edges(left, wide)
    for level in _LEVELS:
        y = _y(level)
        b.line((edges[0], y), (edges[3], y), HAIR, 0.4)
        b.say(left, y - 3, str(level), colour=MUTED)
    for (start, end), words in zip(pairwise(edges), horizons, strict=True):
        b.say((start + end) / 2, 4, words, colour=MUTED, align="center")


def _slope(b: Board, slope: Slope, edges: list[float]) -> None:
    colour = URGENT if slope.urgent else INK
    ground = None if slope.mean is None else _y(slope.mean)
    if ground is not None:
        b.ground(edges[0], _FLOOR, edges[3] - edges[0], ground - _FLOOR, TINT)
        for (start, end), target in zip(pairwise(edges), slope.targets, strict=True):
            _hatch(b, (start, end), (ground, _y(target)), colour)
        b.line((edges[0], ground), (edges[3], ground), INK, 1, (2, 1.5))
    for (start, end), target in zip(pairwise(edges), slope.targets, strict=True):
        b.line((start, _y(target)), (end, _y(target)), colour, 2)
    for edge, (before, after) in zip(edges[1:3], pairwise(slope.targets), strict=True):
        b.line((edge, _y(before)), (edge, _y(after)), colour, 2)


def _y(level: float) -> float:
    return _FLOOR + level * _LEVEL


def _hatch(b: Board, across: tuple[float, float], up: tuple[float, float], colour: str) -> None:
    """Diagonals at one pitch from step to step, cut to the rectangle; nothing where the target is reached."""
    (left, right), (low, high) = across, up
    tall = high - low
    ends: list[tuple[Point, Point]] = []
    at = left - tall + _PITCH - (left - tall) % _PITCH
    while tall > 0 and at < right:
        start, end = max(at, left), min(at + tall, right)
        if end > start:
            ends.append(((start, low + start - at), (end, low + end - at)))
        at += _PITCH
    b.strokes(ends, colour)
