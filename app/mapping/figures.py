"""What a plan prints of the levels in a need, and people counted by level who come to the same figures.

A plan says how far short a role is, how many can and how many were assessed, never who stands where. Whoever goes on
from a printed plan needs people counted by level again: any count that comes to every printed figure gives the same
order, coverage, bands and flags as the paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import islice, product
from typing import Final

from app.mapping.levels import LEVELS, Tally
from app.mapping.model import Horizon, RoleNeed
from app.mapping.risks import rests_on_one
from app.mapping.scoring import NeedScore, score_tally
from app.mapping.unit_fit import HALF_MASTERED, MASTERED

MOST_PEOPLE: Final = 100
"""Of one need; more are not counted by level again."""
_MOST_TRIED: Final = 4_000
"""Counts that are looked at; the nearest come first, and of thirty people one of the first few hundred is found."""
_TOP: Final = LEVELS[-1]

Counts = tuple[int, ...]
"""People at each level 0…4."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What is on paper of one need: `index` 0…100 and the horizon that decides it; there `known` people have a level,
    `covered` of them reach the target, and `gap` is by how many levels the mean is short (one decimal).

    `mean` is the mean level, told of agreed needs only. `by_unit` is how many are mastered, half so and not, told
    where a unit is this need alone. `alone`: it is flagged that one person alone can do this; `no_teacher`: that
    nobody in the company is at the highest level.
    """

    need_key: str
    index: int
    deciding: Horizon
    gap: Decimal
    covered: int
    known: int
    mean: Decimal | None = None
    by_unit: tuple[int, int, int] | None = None
    alone: bool = False
    no_teacher: bool = False


def tenths(value: Fraction) -> Decimal:
    """A figure that is not negative, as it is printed: with one decimal, rounded half up."""
    return Decimal((20 * value.numerator + value.denominator) // (2 * value.denominator)).scaleb(-1)


def people_at(figures: Figures, need: RoleNeed) -> Counts | None:
    """People counted by level who come to all the figures of a need; None where no such count was found.

    Of several the one that puts people as near to each other, and to what is wanted of them, as the figures allow.
    """
    if not 0 < figures.known <= MOST_PEOPLE or not 0 <= figures.covered <= figures.known:
        return None
    found = [at for at in islice(_counts(figures, need), _MOST_TRIED) if _within(figures, at)]
    rising = need.targets.highest > (need.targets.now or 0)
    taught = [at for at in found if at[_TOP]] if rising and not figures.no_teacher else []
    return next((at for at in (*taught, *found) if _gives(figures, need, at)), None)


def _counts(figures: Figures, need: RoleNeed) -> Iterator[Counts]:
    """Counts with as many known, and as many of them at the target of the deciding horizon, as there must be."""
    target = need.targets.at(figures.deciding) or 0
    wanted = max(target, need.targets.highest)
    above = sorted(LEVELS[target:], key=lambda level: abs(level - wanted))
    below = figures.known - figures.covered
    usual = target - figures.gap * figures.known / max(1, below)
    under = sorted(LEVELS[:target], key=lambda level: abs(level - usual))
    low = [at for at in islice(_spread(below, under), _MOST_TRIED) if _short(figures, at, target)]
    for one, other in product(low, islice(_spread(figures.covered, above), _MOST_TRIED)):
        yield tuple(a + b for a, b in zip(one, other, strict=True))


def _spread(people: int, levels: Sequence[int]) -> Iterator[Counts]:
    """Every way to put people at levels, those first that put most at the first levels."""
    if not levels:
        if not people:
            yield (0,) * len(LEVELS)
        return
    first, *rest = levels
    for here in range(people, -1, -1):
        for at in _spread(people - here, rest):
            yield (*at[:first], here, *at[first + 1 :])


def _short(figures: Figures, at: Counts, target: int) -> bool:
    """Whether the mean of all who are known is as short as on paper."""
    missing = sum(n * (target - level) for level, n in enumerate(at) if n)
    return tenths(Fraction(missing, figures.known)) == figures.gap


def _within(figures: Figures, at: Counts) -> bool:
    """Whether a count comes to what is told besides the score."""
    mean = tenths(Fraction(sum(level * n for level, n in enumerate(at)), figures.known))
    by_unit = (sum(at[MASTERED:]), at[HALF_MASTERED], sum(at[:HALF_MASTERED]))
    return figures.mean in (None, mean) and figures.by_unit in (None, by_unit) and not (figures.no_teacher and at[_TOP])


def _gives(figures: Figures, need: RoleNeed, at: Counts) -> bool:
    score = score_tally(Tally(at), need.targets, need.criticality, need.required)
    return (score.index, score.deciding) == (figures.index, figures.deciding) and rests_on_one(
        NeedScore(need, score)
    ) == figures.alone
