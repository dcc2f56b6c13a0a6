"""When cards and permits end: past, within half a year, later. The figure in a shape counts people."""

from __future__ import annotations

from typing import Final

from matplotlib.figure import Figure
from matplotlib.patches import Circle, Polygon, Rectangle

from app.report.charts.board import Board, board
from app.report.pictures import Expiry, Stop
from app.report.tokens import HAIR, INK, MUTED, PAPER, RULE, TINT, URGENT, URGENT_TINT

_OVER: Final = 6  # above the other things of the row
_REACH: Final = 9.0  # of a shape from its middle
_BESIDE: Final = 12.0  # from the middle of a shape to its words
_LETTER: Final = 4.7  # about the width of a figure in a date
_HOT: Final = ("overdue", "red")


def expiry(picture: Expiry, width: float) -> Figure:
    b = board(width, picture.height)
    per_day = width / (picture.last - picture.first)

    def x(days: int) -> float:
        return (days - picture.first) * per_day

    top = picture.height - picture.head
    _grounds(b, picture, top, x(0), x(picture.half))
    for tick in picture.ticks:
        b.line((x(tick.days), top), (x(tick.days), top + 4), RULE)
        b.say(x(tick.days), top + 8, tick.words, colour=MUTED, align="center")
    for number, stops in enumerate(picture.rows):
        low = top - (number + 1) * picture.row
        b.line((0, low), (width, low), HAIR, 0.4)
        _row(b, stops, _apart([x(stop.days) for stop in stops]), low + picture.row / 2, x(0))
    return b.figure


def _grounds(b: Board, picture: Expiry, top: float, today: float, half: float) -> None:
    b.ground(0, 0, today, top, URGENT_TINT)
    b.ground(today, 0, half - today, top, TINT)
    b.line((today, 0), (today, picture.height - 12), URGENT, 1)
    b.say(today, picture.height - 8, picture.today, colour=URGENT, strong=True, align="center")
    b.say(half, picture.height - 8, picture.half_year, align="center")


def _apart(places: list[float]) -> list[float]:
    """Shapes stand beside each other where their days are too near."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + 18) if moved else place)
    return moved


def _row(b: Board, stops: tuple[Stop, ...], places: list[float], y: float, today: float) -> None:
    """Shapes, and their days at the right or left where they have room; what is over keeps before today's line."""
    taken = 0.0
    end = b.width + _BESIDE
    for stop, x, after in zip(stops, places, [*(place - _REACH for place in places[1:]), end], strict=True):
        _shape(b, stop, x, y)
        wide = _LETTER * len(stop.words)
        over = stop.state == "overdue"
        left = x - _BESIDE - wide > taken
        right = x + _BESIDE + wide < (min(after, today) if over else after)
        hot = stop.state in _HOT
        if left and (over or not right):
            b.say(x - _BESIDE, y - 3, stop.words, colour=_ink(stop), strong=hot, align="right")
        elif right:
            b.say(x + _BESIDE, y - 3, stop.words, colour=_ink(stop), strong=hot)
        taken = x + _BESIDE + wide if right and not (left and over) else x + _REACH


def _ink(stop: Stop) -> str:
    return URGENT if stop.state in _HOT else INK


def _shape(b: Board, stop: Stop, x: float, y: float) -> None:
    """A square is over, a diamond ends within half a year, a circle later; the figure is people."""
    colour = _ink(stop)
    match stop.state:
        case "overdue":
            b.add(Rectangle((x - 7, y - 7), 14, 14, facecolor=URGENT, linewidth=0, zorder=_OVER))
        case "valid":
            b.add(Circle((x, y), 7, facecolor=PAPER, edgecolor=MUTED, linewidth=0.9, zorder=_OVER))
        case _:
            corners = [(x, y - 9), (x + 9, y), (x, y + 9), (x - 9, y)]
            b.add(Polygon(corners, facecolor=PAPER, edgecolor=colour, linewidth=1.5, zorder=_OVER))
    tone = PAPER if stop.state == "overdue" else colour
    b.say(x, y - 3, str(stop.people), colour=tone, strong=True, align="center")
