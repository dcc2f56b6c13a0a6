"""How critical each need is, against how much of its target is reached: what stands high and at the left is first."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from matplotlib.figure import Figure
from matplotlib.patches import Circle, Polygon, Rectangle

from app.mapping.model import Band
from app.report.charts.board import Align, Board, board
from app.report.pictures import STEPS, Importance, Mark, step_of
from app.report.tokens import HAIR, INK, MUTED, PAPER, RULE, TINT, URGENT

_EDGE: Final = 12.0  # from the edge of the board to the middle of the first and the last mark
_OVER: Final = 6  # above the other things
_KEY: Final = 9.0  # height of the middle of the key
_WEIGHTS: Final = {Band.IMPORTANT: 1.6, Band.WATCH: 1.0, Band.IN_ORDER: 0.5}
_LETTER: Final = 4.7  # about the width of a letter of the key


def importance(picture: Importance, width: float) -> Figure:
    b = board(width, picture.height)
    floor = picture.height
    b.ground(0, floor - picture.heights[0], width / 2, picture.heights[0], TINT)
    for criticality, words, height in zip((3, 2, 1), picture.lanes, picture.heights, strict=True):
        floor -= height
        _lane(b, words, floor, height, width)
        _piles(b, [mark for mark in picture.marks if mark.criticality == criticality], floor, width, picture.pile)
    _scale(b, picture, floor, width)
    _key(b, picture)
    return b.figure


def _lane(b: Board, words: str, floor: float, height: float, width: float) -> None:
    b.line((0, floor), (width, floor), HAIR, 0.6)
    b.say(4, floor + height - 12, words, colour=MUTED, strong=True)


def _x(step: float, width: float) -> float:
    return _EDGE + (width - 2 * _EDGE) * step / STEPS


def _piles(b: Board, marks: list[Mark], floor: float, width: float, pile: float) -> None:
    """Marks of one place stand on each other, the first of the list at the bottom."""
    stood: defaultdict[int, int] = defaultdict(int)
    for mark in sorted(marks, key=lambda m: m.number):
        step = step_of(mark)
        _mark(b, mark.band, _x(step, width), floor + pile * (stood[step] + 0.5), str(mark.number))
        stood[step] += 1


def _mark(b: Board, band: Band, x: float, y: float, words: str) -> None:
    """A filled square is urgent, a diamond important, a heavy circle to be watched, a thin one in order."""
    match band:
        case Band.URGENT:
            b.add(Rectangle((x - 7, y - 7), 14, 14, facecolor=URGENT, linewidth=0, zorder=_OVER))
        case Band.IMPORTANT:
            corners = [(x, y - 9), (x + 9, y), (x, y + 9), (x - 9, y)]
            b.add(Polygon(corners, facecolor=PAPER, edgecolor=INK, linewidth=_WEIGHTS[band], zorder=_OVER))
        case _:
            edge = INK if band is Band.WATCH else MUTED
            b.add(Circle((x, y), 7.5, facecolor=PAPER, edgecolor=edge, linewidth=_WEIGHTS[band], zorder=_OVER))
    b.say(x, y - 3, words, colour=PAPER if band is Band.URGENT else INK, strong=True, align="center")


def _scale(b: Board, picture: Importance, floor: float, width: float) -> None:
    last = len(picture.ticks) - 1
    for number, words in enumerate(picture.ticks):
        x = _x(STEPS * number / last, width)
        align: Align = "left" if not number else "right" if number == last else "center"
        edge = 0 if not number else width if number == last else x
        b.line((x, floor), (x, floor - 3), RULE)
        b.say(edge, floor - 13, words, colour=MUTED, align=align)
    b.say(width / 2, floor - 25, picture.across, colour=MUTED, align="center")


def _key(b: Board, picture: Importance) -> None:
    x = _EDGE
    for band, words in picture.key:
        _mark(b, band, x, _KEY, "")
        b.say(x + 13, _KEY - 3, words)
        x += 13 + _LETTER * len(words) + 2 * _EDGE
