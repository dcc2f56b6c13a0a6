"""Design tokens of the paper: its colours, type and grid, in points.

The colours are those of the light screen, on white: plan and program are seen side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from app.mapping.model import Band

INK: Final = "#1E2422"
MUTED: Final = "#4C524E"  # heads, notes, the second line of a row
FAINT: Final = "#636760"  # what is out of date: still 4.5:1
RULE: Final = "#857F72"  # lines and edges that mean something: 3:1
HAIR: Final = "#DDD6C7"  # decoration
PAPER: Final = "#FFFFFF"
TINT: Final = "#F6F3EB"
LINK: Final = "#0F5257"
URGENT: Final = "#9A2B1C"  # what calls for an act, and nothing else
URGENT_TINT: Final = "#FBF1ED"

BAND_INK: Final = {
    Band.URGENT: URGENT,
    Band.IMPORTANT: "#7A5000",
    Band.WATCH: "#3E5878",
    Band.IN_ORDER: "#3C6337",
    Band.NOT_ASSESSED: FAINT,
}
BAND_WASH: Final = {
    Band.URGENT: "#F7E4DC",
    Band.IMPORTANT: "#F6EAD0",
    Band.WATCH: "#E5EAF0",
    Band.IN_ORDER: "#E6EDDE",
    Band.NOT_ASSESSED: PAPER,
}

PAGE_WIDTH: Final = 595.28
PAGE_HEIGHT: Final = 841.89
LEFT: Final = 56.0  # room for a two-hole punch
RIGHT: Final = 40.0
TOP: Final = 40.0
BOTTOM: Final = 48.0
COLUMNS: Final = 12
GUTTER: Final = 12.0
WIDTH: Final = PAGE_WIDTH - LEFT - RIGHT
COLUMN: Final = (WIDTH - (COLUMNS - 1) * GUTTER) / COLUMNS


@dataclass(frozen=True, slots=True)
class Type:
    """A step of the type scale: size and leading; `strong` is the weight where a run does not say its own."""

    size: float
    leading: float
    strong: bool = False


NOTE: Final = Type(9, 12)  # tables, notes, charts; nothing is smaller
BODY: Final = Type(10.5, 14)
LEAD: Final = Type(12, 16)
SUB: Final = Type(15, 20, strong=True)
HEAD: Final = Type(20, 24, strong=True)
DISPLAY: Final = Type(28, 32, strong=True)

Tone = Literal["plain", "quiet", "urgent", "stale"]
TONES: Final[dict[Tone, str]] = {"plain": INK, "quiet": MUTED, "urgent": URGENT, "stale": FAINT}


def span(start: float, columns: float) -> tuple[float, float]:
    """Left edge and width of so many grid columns from column `start` (from 0; halves allowed)."""
    return LEFT + start * (COLUMN + GUTTER), columns * COLUMN + (columns - 1) * GUTTER
