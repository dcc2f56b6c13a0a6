"""Gap, coverage, priority index and readiness (brief, section 4; SCORING-NOTES).

Exact arithmetic throughout: integers and fractions, rounded once at the end, half up. People are counted by level
first (`levels`), so a row costs the same for five people and for a thousand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Final

from app.mapping.levels import LEVELS, Tally, tallies, tally, tally_of
from app.mapping.model import Band, Horizon, Mapping, PeopleMode, RequiredCount, RoleNeed, Targets

CRITICALITY_WEIGHT: Final = {1: Fraction(4, 10), 2: Fraction(7, 10), 3: Fraction(1)}
HORIZON_WEIGHT: Final = {Horizon.NOW: Fraction(1), Horizon.Y1: Fraction(8, 10), Horizon.Y3: Fraction(5, 10)}
GAP_WEIGHT: Final = Fraction(6, 10) / LEVELS[-1]
SHORTAGE_WEIGHT: Final = Fraction(4, 10)
BANDS_FROM: Final = ((60, Band.URGENT), (35, Band.IMPORTANT), (15, Band.WATCH), (0, Band.IN_ORDER))


@dataclass(frozen=True, slots=True)
class HorizonScore:
    """`gap` in levels 0…4, `shortage` and `need` (the D of 4.2) in 0…1, at one horizon.

    `covered` of the `required` people reach the target. `known` of `of` people have a level and count at this horizon;
    `below` of the known ones are under the target.
    """

    horizon: Horizon
    target: int
    gap: Fraction
    covered: int
    required: int
    shortage: Fraction
    need: Fraction
    known: int = 0
    of: int = 0
    below: int = 0


@dataclass(frozen=True, slots=True)
class Score:
    """A score with its inputs. `index` is None when nobody is known; then `band` is NOT_ASSESSED.

    `known` of `of` people have a level (people to whom the competence does not belong are in neither);
    `excluded` people are below target for a reason that is no competence gap (organisational note): they are in
    neither, too.
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
    """Score one role × competence from present levels 0…4 (None: not assessed).

    `required` "all" means everyone listed, assessed or not. A horizon whose target is 0 or None asks for nothing.
    """
    return score_tally(tally_of(levels), targets, criticality, required)


def score_tally(people: Tally, targets: Targets, criticality: int, required: RequiredCount) -> Score:
    """Score one role × competence from people counted by level (brief, 4.2 and 4.3).

    Whoever is below the target of a horizon for want of time, tools or permission is left out at that horizon: of the
    mean, the coverage and "all" (SCORING-NOTES 4). Where the target is reached, the person counts like anybody: a
    capable person is not lost now because of a target in three years. The figures of people are those of the deciding
    horizon; `excluded` counts everyone left out at any horizon, so that no note gets lost.
    """
    horizons = tuple(_at(h, targets.at(h) or 0, people, required) for h in Horizon)
    excluded = sum(people.held_back[: targets.highest])
    counted = [h for h in horizons if h.known]
    if not counted:
        of = min(h.of for h in horizons)
        return Score(None, Band.NOT_ASSESSED, None, criticality, 0, of, excluded, horizons)
    # Of equal ones `max` keeps the first, and the horizons come nearest first.
    deciding = max(counted, key=_pressure)
    index = _rounded(100 * CRITICALITY_WEIGHT[criticality] * _pressure(deciding))
    return Score(
        index, band(index), deciding.horizon, criticality, deciding.known, deciding.of, excluded, horizons=horizons
    )


def _at(horizon: Horizon, target: int, people: Tally, required: RequiredCount) -> HorizonScore:
    """The figures at one horizon; all zero without a target or without anybody known."""
    short = [n - held for n, held in zip(people.at[:target], people.held_back, strict=False)]
    below, covered = sum(short), sum(people.at[target:])
    known = below + covered
    of = known + people.unknown
    wanted = max(1, of if required == "all" else required)
    gap = shortage = Fraction()
    if target and known:
        gap = Fraction(sum(n * (target - level) for level, n in enumerate(short)), known)
        shortage = 1 - min(Fraction(1), Fraction(covered, wanted))
    need = GAP_WEIGHT * gap + SHORTAGE_WEIGHT * shortage
    return HorizonScore(horizon, target, gap, covered, wanted, shortage, need, known, of, below)


def _pressure(at: HorizonScore) -> Fraction:
    """How much a horizon presses today: the nearer, the more."""
    return HORIZON_WEIGHT[at.horizon] * at.need


def _rounded(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))


def band(index: int) -> Band:
    """The band of an index 0…100."""
    return next(band for start, band in BANDS_FROM if index >= start)


def score_need(mapping: Mapping, need: RoleNeed) -> Score:
    """Score one need of a mapping from its assessments, or its level counts in the mode "roles only"."""
    return _scored(mapping, need, tally(mapping, need))


def _scored(mapping: Mapping, need: RoleNeed, people: Tally) -> Score:
    required = 1 if mapping.people_mode is PeopleMode.OWNER else need.required
    return score_tally(people, need.targets, need.criticality, required)


def ranked(mapping: Mapping) -> tuple[NeedScore, ...]:
    """Every need with its score in the computed order (4.4, SCORING-NOTES 5); not assessed ones last."""
    people = tallies(mapping, mapping.needs)
    scored = (NeedScore(need, _scored(mapping, need, people[need.key])) for need in mapping.needs)
    return tuple(sorted(scored, key=_order))


def _order(row: NeedScore) -> tuple[int, int, int, str]:
    """Index, criticality and people affected, each descending; then the id, since names sort by language."""
    score = row.score
    index = -1 if score.index is None else score.index
    affected = score.decided.below if score.decided else score.of
    return -index, -score.criticality, -affected, row.need.key


def readiness(mapping: Mapping) -> Readiness:
    """Readiness of the company (4.7) over person × need cells.

    Targets are today's; cells whose target is 0 or empty are skipped, and so are cells below it for a reason that is
    no competence gap. Without any cell completeness is 0: nothing has been asked.
    """
    reached = weights = Fraction()
    known = cells = 0
    people = tallies(mapping, mapping.needs)
    for need in mapping.needs:
        if at := _now(need, people[need.key]):
            weight = CRITICALITY_WEIGHT[need.criticality]
            reached += weight * (at.known - at.gap * at.known / at.target)
            weights += weight * at.known
            known, cells = known + at.known, cells + at.of
    return Readiness(reached / weights if weights else None, Fraction(known, cells) if cells else Fraction())


def _now(need: RoleNeed, people: Tally) -> HorizonScore | None:
    """The figures of today, or None where today asks for nothing."""
    return _at(Horizon.NOW, need.targets.now, people, required=1) if need.targets.now else None
