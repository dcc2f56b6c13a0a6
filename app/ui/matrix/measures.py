"""How wide and how high: columns share the width there is, rows the height, both from the size of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.i18n import Translator
from app.mapping.model import Band
from app.ui.marks import WORD_AT
from app.ui.matrix.columns import BEFORE, Column, Kind
from app.ui.matrix.words import side_heading
from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, L, M, S
from app.wording.words import band_name, capital

ANSWER_WIDTH: Final = (49, 68)
COUNT_WIDTH: Final = (56, 84)
NAME_WIDTH: Final = (200, 290, 420)
TARGET_STEP: Final = 34
ROOMY: Final = {Kind.TARGET: 112, Kind.CRITICALITY: 40, Kind.COVERAGE: 106, Kind.GAP: 88, Kind.INDEX: 40}
COMPACT: Final = {Kind.TARGET: 52, Kind.CRITICALITY: 40, Kind.COVERAGE: 46, Kind.GAP: 84, Kind.INDEX: 36}
"""Least widths at 100 %, in pixels."""
ROW_AIR: Final = (12, 22)
"""Air round the one line of a row, least and good."""


@dataclass(frozen=True, slots=True)
class Widths:
    """One width a column; `roomy` when there is place for all three targets and for dots of coverage."""

    columns: tuple[int, ...]
    roomy: bool


def widths(theme: Theme, t: Translator, columns: tuple[Column, ...], room: int) -> Widths:
    """Roomy if answers and names then still fit, else compact; what is left over goes to names, then to the sides."""
    roomy = _widths(theme, t, columns, room, roomy=True)
    return roomy if sum(roomy.columns) <= room else _widths(theme, t, columns, room, roomy=False)


def _widths(theme: Theme, t: Translator, columns: tuple[Column, ...], room: int, *, roomy: bool) -> Widths:
    side_kinds = [c.kind for c in columns if not c.is_answer and c.kind is not Kind.NAME]
    sides = {kind: _side(theme, t, kind, roomy=roomy) for kind in side_kinds}
    answers = sum(c.is_answer for c in columns)
    least_name, good_name, most_name = (round(n * theme.zoom) for n in NAME_WIDTH)
    least, most = (n * theme.zoom for n in (COUNT_WIDTH if columns[len(BEFORE)].kind is Kind.COUNT else ANSWER_WIDTH))
    left = room - sum(sides.values())
    answer = int(min(most, max(least, (left - good_name) / max(answers, 1))))
    name = max(good_name if roomy else least_name, min(most_name, left - answers * answer))
    for kind in (Kind.COVERAGE, Kind.GAP, Kind.BAND):
        sides[kind] += max(0, left - answers * answer - most_name) // 3
    found = [name if c.kind is Kind.NAME else answer if c.is_answer else sides[c.kind] for c in columns]
    return Widths(tuple(found), roomy)


def _side(theme: Theme, t: Translator, kind: Kind, *, roomy: bool) -> int:
    """Width of a side column: its heading or what stands in it, whichever is wider."""
    if kind is Kind.BAND:
        words = max(theme.metrics(BODY, "semibold").horizontalAdvance(capital(band_name(t, band))) for band in Band)
        return round(WORD_AT * theme.zoom + words + M)
    least = (ROOMY if roomy else COMPACT)[kind] * theme.zoom
    heading = side_heading(t, kind, roomy=roomy)
    said = theme.metrics(NOTE, "semibold").horizontalAdvance(heading)
    return round(max(least, said + (L if roomy else S)))


def row_height(theme: Theme, rows: int, room: int) -> int:
    """As high as is good to look at, down to what the text needs, so that all rows show if they can."""
    least, good = (theme.height(1, air) for air in ROW_AIR)
    return max(least, min(good, room // max(rows, 1)))


def header_height(theme: Theme) -> int:
    return theme.height(2, 12, NOTE)
