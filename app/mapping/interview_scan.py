"""What a quick scan comes to: need points by theme, and a need index that is told in words (brief, 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Final

from app.mapping.interview import Place, Standing, holds
from app.mapping.survey import Hint, IndexWords, Question, Theme

TOP: Final = 3
"""Themes that a result names."""


@dataclass(frozen=True, slots=True)
class ThemeNeed:
    """A theme with its need points, and the hints that concern this company."""

    theme: Theme
    points: int
    hints: tuple[Hint, ...]


@dataclass(frozen=True, slots=True)
class ScanResult:
    """`index` is 0…100 and `words` what it is called; both are None while a scored question is open.

    `themes` are those answered, most pressing first; what is in `open` is not known and counts as nothing.
    """

    index: int | None
    words: IndexWords | None
    themes: tuple[ThemeNeed, ...]
    open: tuple[Place, ...]

    @property
    def top(self) -> tuple[ThemeNeed, ...]:
        """The themes to speak of: three at most, and only those where there is a need."""
        return tuple(need for need in self.themes if need.points)[:TOP]


def scan_result(stand: Standing) -> ScanResult:
    """The result as things stand. Exact; the index is rounded once, half up."""
    routing = stand.interview.routing
    scored = [place for place in stand.asked if routing.questions[place.question].theme]
    points = {
        place: _points(routing.questions[place.question], stand.counted[place][0])
        for place in scored
        if place in stand.counted
    }
    still_open = tuple(place for place in scored if place not in stand.counted)
    most = sum(max(c.points or 0 for c in routing.questions[place.question].choices) for place in scored)
    index = floor(Fraction(100 * sum(points.values()), most) + Fraction(1, 2)) if most and not still_open else None
    words = None if index is None else _words(routing.survey.index_words, index)
    return ScanResult(index, words, _themes(stand, points), still_open)


def _points(question: Question, value: str) -> int:
    return next(choice.points or 0 for choice in question.choices if choice.value == value)


def _words(all_words: tuple[IndexWords, ...], index: int) -> IndexWords | None:
    return max((w for w in all_words if w.at_least <= index), key=lambda w: w.at_least, default=None)


def _themes(stand: Standing, points: dict[Place, int]) -> tuple[ThemeNeed, ...]:
    """Themes by need; one that comes first from some points on does so, and ties keep the survey's order."""
    routing = stand.interview.routing
    sums: dict[str, int] = {}
    for place, some in points.items():
        theme = routing.questions[place.question].theme
        sums[theme] = sums.get(theme, 0) + some
    needs = [ThemeNeed(t, sums[t.id], _hints(stand, t)) for t in routing.survey.themes if t.id in sums]
    return tuple(sorted(needs, key=lambda need: (not _comes_first(need), -need.points)))


def _comes_first(need: ThemeNeed) -> bool:
    return need.theme.first_from is not None and need.points >= need.theme.first_from


def _hints(stand: Standing, theme: Theme) -> tuple[Hint, ...]:
    rules = stand.interview.routing.hints
    return tuple(hint for hint in theme.hints if not hint.relevant or holds(stand, rules[hint.relevant]))
