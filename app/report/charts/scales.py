"""What a quick scan comes to: one word of a row of words, and boxes filled by theme."""

from __future__ import annotations

from typing import Final

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from app.report.charts.board import Board, board
from app.report.pictures import Bar, Bars, Scale
from app.report.tokens import BODY, HAIR, INK, MUTED, PAPER, RULE

_GAP: Final = 8.0
_BOX: Final = 9.0
_NAMES: Final = 52.0
_WORDS: Final = 226.0


def scale(picture: Scale, width: float) -> Figure:
    """Boxes side by side; the chosen one is filled."""
    b = board(width, picture.height)
    step = (width + _GAP) / max(1, len(picture.words))
    for number, words in enumerate(picture.words):
        here = number == picture.chosen
        x, wide = number * step, step - _GAP
        box = Rectangle((x + 0.5, 0.5), wide - 1, picture.height - 1, linewidth=1)
        box.set(facecolor=INK if here else PAPER, edgecolor=INK if here else RULE)
        b.add(box)
        middle = picture.height / 2 - 3.5
        b.say(x + wide / 2, middle, words, size=BODY.size, colour=PAPER if here else INK, strong=here, align="center")
    return b.figure


def bars(picture: Bars, width: float) -> Figure:
    """A row for each theme: boxes, its name, and what was answered."""
    b = board(width, picture.height)
    for number, row in enumerate(picture.rows):
        bottom = picture.height - (number + 1) * picture.row
        b.line((0, bottom), (width, bottom), HAIR, 0.4)
        _row(b, row, bottom + 6)
    return b.figure


def _row(b: Board, row: Bar, base: float) -> None:
    for place in range(row.of):
        box = Rectangle((place * (_BOX + 3) + 0.5, base - 0.5), _BOX - 1, _BOX - 1, linewidth=1)
        box.set(facecolor=INK if place < row.filled else PAPER, edgecolor=INK if place < row.filled else RULE)
        b.add(box)
    b.say(_NAMES, base, row.name, strong=True)
    b.say(_WORDS, base, row.words, colour=MUTED)
