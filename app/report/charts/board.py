"""What every chart is drawn with: a bare board in points, lines, grounds and words.

There are no axes: matplotlib makes spines, ticks and clipping for them, none of which our charts show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

from app.paths import font_file
from app.report.tokens import INK, NOTE, RULE

LINES_OVER: Final = 2
"""Lines lie over all grounds."""
WORDS_OVER: Final = 10
"""Words lie over all shapes."""
Point = tuple[float, float]
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Board:
    """A figure of 72 dots to the inch, so that everything is placed in points from its lower left corner."""

    figure: Figure
    width: float

    def add(self, artist: Artist) -> None:
        artist.set_transform(IdentityTransform())
        self.figure.add_artist(artist)

    def ground(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.add(Rectangle((x, y), width, height, facecolor=colour, linewidth=0, zorder=0))

    def line(
        self,
        start: Point,
        end: Point,
        colour: str = RULE,
        weight: float = 0.5,
        dash: Point | None = None,
    ) -> None:
        xs, ys = zip(start, end, strict=True)
        style: tuple[float, Point] | Literal["-"] = (0, dash) if dash else "-"
        self.add(Line2D(xs, ys, color=colour, linewidth=weight, solid_capstyle="butt", linestyle=style))

    def strokes(self, ends: Sequence[tuple[Point, Point]], colour: str, weight: float = 0.5) -> None:
        """Many lines of one kind, as one: a hatch is drawn many times faster so."""
        if ends:
            path = Path([point for line in ends for point in line], [Path.MOVETO, Path.LINETO] * len(ends))
            self.add(PathPatch(path, fill=False, edgecolor=colour, linewidth=weight, zorder=LINES_OVER))

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
        self.figure.text(
            x,
            y,
            words,
            color=colour,
            ha=align,
            va="baseline",
            fontproperties=_face(size, strong=strong),
            zorder=WORDS_OVER,
            parse_math=False,
            transform=IdentityTransform(),
        )


@cache
def _face(size: float, *, strong: bool) -> FontProperties:
    """A weight of the family by its file: nothing depends on which fonts the machine has."""
    file = font_file("Semibold" if strong else "Regular")
    return FontProperties(fname=str(file), size=size, weight="bold" if strong else "normal")


def board(width: float, height: float) -> Board:
    """An empty board of the size given in points."""
    figure = Figure(figsize=(width / 72, height / 72), dpi=72)
    figure.patch.set_visible(False)
    return Board(figure, width)
