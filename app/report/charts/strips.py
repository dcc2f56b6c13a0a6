"""Days and months in a row: the next fortnight, and the year in which the plan is kept alive."""

from __future__ import annotations

from typing import Final

from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

from app.report.charts.board import Align, Board, board
from app.report.pictures import Fortnight, Milestone, StripDay, Year
from app.report.tokens import BODY, HAIR, INK, MUTED, PAPER, RULE, URGENT

_DAY_FLOOR: Final = 16.0
_YEAR_LINE: Final = 26.0
_BESIDE: Final = 58.0  # room for the words of a milestone


def fortnight(picture: Fortnight, width: float) -> Figure:
    """Days to act on are filled; the first action is named."""
    b = board(width, picture.height)
    step = width / len(picture.days)
    for number, day in enumerate(picture.days):
        _day(b, day, number * step, step, picture.height)
    return b.figure


def _day(b: Board, day: StripDay, x: float, step: float, height: float) -> None:
    middle = x + step / 2
    if day.act == "first":
        b.ground(x + 1.5, _DAY_FLOOR, step - 3, height - _DAY_FLOOR, URGENT)
    elif day.act == "other":
        box = Rectangle((x + 2, _DAY_FLOOR + 0.5), step - 4, height - _DAY_FLOOR - 1, linewidth=1)
        box.set(facecolor=PAPER, edgecolor=URGENT)
        b.add(box)
    else:
        b.line((x + 1.5, _DAY_FLOOR), (x + step - 1.5, _DAY_FLOOR), HAIR if day.free else RULE, 1)
    quiet = PAPER if day.act == "first" else URGENT if day.act == "other" else MUTED
    plain = quiet if day.act != "none" or day.free else INK
    b.say(middle, height - 13, day.weekday, colour=quiet, align="center")
    b.say(middle, height - 29, day.day, size=BODY.size, colour=plain, strong=day.act != "none", align="center")
    if day.label:
        b.say(middle, 3, day.label, colour=URGENT, strong=True, align="center")


def year(picture: Year, width: float) -> Figure:
    """A box for a pen each month on one line; the meetings are stops above it."""
    b = board(width, picture.height)
    step = width / (len(picture.months) + 0.5)
    b.line((0, _YEAR_LINE), (width, _YEAR_LINE), INK, 1)
    for number, words in enumerate(picture.months, start=1):
        x = number * step
        box = Rectangle((x - 6, _YEAR_LINE - 6), 12, 12, facecolor=PAPER, edgecolor=INK, linewidth=1, zorder=4)
        b.add(box)
        b.say(x, 6, words, colour=MUTED, align="center")
    b.add(Circle((4, _YEAR_LINE), 4, facecolor=INK, linewidth=0, zorder=4))
    b.say(0, 6, picture.start, strong=True)
    stops = [0.0, *(milestone.months * step for milestone in picture.milestones), width]
    for n, milestone in enumerate(picture.milestones, start=1):
        before, x, after = stops[n - 1 : n + 2]
        left = after - x < _BESIDE and (after == width or x - before >= _BESIDE)
        _milestone(b, milestone, x, left=left)
    return b.figure


def _milestone(b: Board, milestone: Milestone, x: float, *, left: bool) -> None:
    """A stop with its words at the right, or at the left where there is more room."""
    at = x - 7 if left else x + 7
    b.line((x, _YEAR_LINE), (x, _YEAR_LINE + 22), INK, 1)
    b.add(Circle((x, _YEAR_LINE + 22), 3.5, facecolor=INK, linewidth=0, zorder=5))
    align: Align = "right" if left else "left"
    b.say(at, _YEAR_LINE + 27, milestone.day, strong=True, align=align)
    b.say(at, _YEAR_LINE + 15, milestone.words, colour=MUTED, align=align)
