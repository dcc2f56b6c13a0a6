"""How wide and how high: columns share the width there is, rows the height, both from the size of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from app.i18n import Translator
from app.mapping.model import Band
from app.ui.marks import WORD_AT
from app.ui.matrix.columns import BEFORE, Column, Kind
from app.ui.matrix.words import side_heading
from app.ui.tables import LARGE
from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, L, M, S
from app.wording.words import band_name, capital

ANSWER_WIDTH: Final = (43, 49, 68)
COUNT_WIDTH: Final = (28, 56, 84)
"""The least is for cells in two storeys, of large text."""
NAME_WIDTH: Final = (200, 290, 420)
TARGET_STEP: Final = 34
ROOMY: Final = {Kind.TARGET: 112, Kind.CRITICALITY: 40, Kind.COVERAGE: 106, Kind.GAP: 88, Kind.INDEX: 40}
COMPACT: Final = {Kind.TARGET: 52, Kind.CRITICALITY: 40, Kind.COVERAGE: 46, Kind.GAP: 84, Kind.INDEX: 36}
TALL: Final = {Kind.TARGET: 40, Kind.CRITICALITY: 32, Kind.COVERAGE: 36, Kind.GAP: 32, Kind.INDEX: 30}
"""Least widths at 100 %, in pixels."""
INDENT: Final = {Kind.CRITICALITY: 4, Kind.COVERAGE: 6, Kind.GAP: 4}
"""Of heads, at 100 %, in pixels."""
GOOD_WIDTH: Final = 1290
"""Of the whole table, at 100 %, in pixels: in more, columns would stand far apart."""
ROW_AIR: Final = (12, 22)
"""Air round the one line of a row, least and good."""


@dataclass(frozen=True, slots=True)
class Widths:
    """One width a column; `roomy` when there is place for all three targets and for dots of coverage.

    `tall` when there is place only for cells in two storeys, of large text.
    """

    columns: tuple[int, ...]
    roomy: bool = False
    tall: bool = False


def widths(theme: Theme, t: Translator, columns: tuple[Column, ...], names: Sequence[str], room: int) -> Widths:
    """Roomy if answers and names then still fit, else compact, else tall where text is large, so that names are whole.

    What is left over goes to names, then to the sides, as far as the table has its good width.
    """
    whole = _name_width(theme, names)
    roomy, compact = (_widths(theme, t, columns, whole, room, roomy=roomy) for roomy in (True, False))
    if sum(roomy.columns) <= room:
        return roomy
    if theme.zoom < LARGE or (sum(compact.columns) <= room and compact.columns[0] >= whole):
        return compact
    return _tall_widths(theme, t, columns, names, room)


def _name_width(theme: Theme, words: Sequence[str]) -> int:
    """Room for the longest of these, also in the row in hand."""
    metrics = theme.metrics(BODY, "semibold")
    return ceil(max(map(metrics.horizontalAdvance, words), default=0)) + M + S + 1


def _widths(
    theme: Theme, t: Translator, columns: tuple[Column, ...], whole_name: int, room: int, *, roomy: bool
) -> Widths:
    sides = {kind: _side(theme, t, kind, roomy=roomy) for kind in _side_kinds(columns)}
    answers = sum(c.is_answer for c in columns)
    least_name, good_name, most_name = (round(n * theme.zoom) for n in NAME_WIDTH)
    good_name = min(most_name, max(good_name, whole_name))
    _, least, most = _answer_widths(theme, columns)
    left = room - sum(sides.values())
    answer = int(min(most, max(least, (left - good_name) / max(answers, 1))))
    name = max(good_name if roomy else least_name, min(most_name, left - answers * answer))
    over = min(room, round(GOOD_WIDTH * theme.zoom)) - sum(sides.values()) - answers * answer - name
    for kind in (Kind.COVERAGE, Kind.GAP, Kind.BAND):
        sides[kind] += max(0, over) // 3
    return Widths(_in_order(columns, name, answer, sides), roomy=roomy)


def _tall_widths(theme: Theme, t: Translator, columns: tuple[Column, ...], names: Sequence[str], room: int) -> Widths:
    """Sides as narrow as they can be; names break into lines, but break no word."""
    whole_name = _name_width(theme, names)
    sides = {kind: _tall_side(theme, t, kind) for kind in _side_kinds(columns)}
    left, answers = room - sum(sides.values()), sum(c.is_answer for c in columns)
    least, _, most = _answer_widths(theme, columns)
    answer = int(min(most, max(least, (left - whole_name) / max(answers, 1))))
    name = max(_name_width(theme, " ".join(names).split()), min(whole_name, left - answers * answer))
    return Widths(_in_order(columns, name, answer, sides), tall=True)


def _answer_widths(theme: Theme, columns: tuple[Column, ...]) -> list[float]:
    counted = columns[len(BEFORE)].kind is Kind.COUNT
    return [width * theme.zoom for width in (COUNT_WIDTH if counted else ANSWER_WIDTH)]


def _side_kinds(columns: tuple[Column, ...]) -> list[Kind]:
    return [c.kind for c in columns if not c.is_answer and c.kind is not Kind.NAME]


def _in_order(columns: tuple[Column, ...], name: int, answer: int, sides: Mapping[Kind, int]) -> tuple[int, ...]:
    return tuple(name if c.kind is Kind.NAME else answer if c.is_answer else sides[c.kind] for c in columns)


def _side(theme: Theme, t: Translator, kind: Kind, *, roomy: bool) -> int:
    """Width of a side column: its heading or what stands in it, whichever is wider."""
    if kind is Kind.BAND:
        return round(WORD_AT * theme.zoom + _band_width(theme, t, BODY) + M)
    least = (ROOMY if roomy else COMPACT)[kind] * theme.zoom
    heading = side_heading(t, kind, roomy=roomy)
    said = theme.metrics(NOTE, "semibold").horizontalAdvance(heading)
    return round(max(least, said + (L if roomy else S)))


def _tall_side(theme: Theme, t: Translator, kind: Kind) -> int:
    """The same where words stand under signs and figures, and headings break into lines."""
    advance = theme.metrics(NOTE, "semibold").horizontalAdvance
    heading = max(map(advance, side_heading(t, kind, roomy=False).split()))
    least = _band_width(theme, t, NOTE) if kind is Kind.BAND else TALL[kind] * theme.zoom
    return round(max(least, heading + INDENT.get(kind, 0) * theme.zoom) + S)


def _band_width(theme: Theme, t: Translator, size: float) -> float:
    """Width of the longest word for a band."""
    metrics = theme.metrics(size, "semibold")
    return max(metrics.horizontalAdvance(capital(band_name(t, band))) for band in Band)


def row_height(theme: Theme, rows: int, room: int, *, tall: bool = False) -> int:
    """As high as is good to look at, down to what the text needs, so that all rows show if they can."""
    least, good = (theme.height(2 if tall else 1, air) for air in ROW_AIR)
    return max(least, min(good, room // max(rows, 1)))


def header_height(theme: Theme) -> int:
    return theme.height(2, 12, NOTE)
