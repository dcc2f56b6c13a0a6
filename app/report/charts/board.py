"""What every chart is drawn with: a bare board in points, lines, grounds and words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from app.paths import font_file
from app.report.tokens import INK, NOTE, RULE

WORDS_OVER: Final = 10
"""Words lie over all shapes."""
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Board:
    """A figure with one axes over it, whose data units are points from the lower left corner."""

    figure: Figure
    axes: Axes

    def add(self, artist: Artist) -> None:
        self.axes.add_artist(artist)

    def ground(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.add(Rectangle((x, y), width, height, facecolor=colour, linewidth=0, zorder=0))

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str = RULE,
        weight: float = 0.5,
        dash: tuple[float, float] | None = None,
    ) -> None:
        xs, ys = zip(start, end, strict=True)
        style: tuple[float, tuple[float, float]] | Literal["-"] = (0, dash) if dash else "-"
        self.add(Line2D(xs, ys, color=colour, linewidth=weight, solid_capstyle="butt", linestyle=style))

    def say(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = NOTE.size,
        colour: str = INK,
        strong: bool = False,
        align: Align = "left",
    ) -> None:
        """Words on their baseline."""
        self.axes.text(
            x,
            y,
            words,
            color=colour,
            ha=align,
            va="baseline",
            fontproperties=_face(size, strong=strong),
            zorder=WORDS_OVER,
            parse_math=False,
        )


@cache
def _face(size: float, *, strong: bool) -> FontProperties:
    """A weight of the family by its file: nothing depends on which fonts the machine has."""
    file = font_file("Semibold" if strong else "Regular")
    return FontProperties(fname=str(file), size=size, weight="bold" if strong else "normal")


def board(width: float, height: float) -> Board:
    """An empty board of the size given in points."""
    figure = Figure(figsize=(width / 72, height / 72), dpi=72)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(0, height))
    axes.set_axis_off()
    figure.patch.set_visible(False)
    return Board(figure, axes)
