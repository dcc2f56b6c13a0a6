"""Present level, gap, coverage, priority index and readiness (brief, section 4; SCORING-NOTES).

Exact arithmetic throughout: fractions, rounded once at the end, half up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.mapping.model import Band, Horizon, Mapping, RequiredCount, RoleNeed, Targets


@dataclass(frozen=True, slots=True)
class HorizonScore:
    """`gap` in levels 0…4, `shortage` and `need` (the D of 4.2) in 0…1, at one horizon."""

    horizon: Horizon
    target: int
    gap: Fraction
    covered: int
    required: int
    shortage: Fraction
    need: Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """A score with its inputs. `index` is None when nobody is known; then `band` is NOT_ASSESSED.

    `known` of `of` people have a level (people to whom the competence does not belong are in neither);
    `excluded` people are below target for a reason that is no competence gap (organisational note).
    """

    index: int | None
    band: Band
    deciding: Horizon | None
    criticality: int
    known: int
    of: int
    excluded: int = 0
    horizons: tuple[HorizonScore, ...] = ()

    def at(self, horizon: Horizon) -> HorizonScore | None:
        return next((h for h in self.horizons if h.horizon == horizon), None)

    @property
    def decided(self) -> HorizonScore | None:
        """The figures at the deciding horizon."""
        return self.at(self.deciding) if self.deciding else None


@dataclass(frozen=True, slots=True)
class NeedScore:
    """One row of the results: a role need and its score."""

    need: RoleNeed
    score: Score


@dataclass(frozen=True, slots=True)
class Readiness:
    """Readiness of the company and completeness, both 0…1; `value` is None when nothing is known (brief, 4.7)."""

    value: Fraction | None
    completeness: Fraction


def score(levels: Sequence[int | None], targets: Targets, criticality: int, required: RequiredCount) -> Score:
    """Score one role × competence from present levels (None: not assessed)."""
    raise NotImplementedError


def score_need(mapping: Mapping, need: RoleNeed) -> Score:
    """Score one need of a mapping from its assessments, or its level counts in the mode "roles only"."""
    raise NotImplementedError


def ranked(mapping: Mapping) -> tuple[NeedScore, ...]:
    """Every need with its score in the computed order (4.4, SCORING-NOTES 5); not assessed ones last."""
    raise NotImplementedError


def readiness(mapping: Mapping) -> Readiness:
    """Readiness of the company (4.7) over person × need cells."""
    raise NotImplementedError
