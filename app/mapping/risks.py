"""Risks as flags, never points (brief, 4.5; SCORING-NOTES 8): those that follow from levels, targets and cards."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.mapping.model import Horizon, Mapping, RoleNeed
from app.mapping.plan import CardState, FixFirst, Results
from app.mapping.scoring import NeedScore
from app.mapping.teachers import no_teacher_known

BY_DATE: tuple[CardState, ...] = ("overdue", "red", "expiring")


class RiskKind(StrEnum):
    SINGLE_PERSON = "single_person"  # R1
    EXPIRING = "expiring"  # R4
    NO_TEACHER = "no_teacher"  # R7


@dataclass(frozen=True, slots=True)
class Risk:
    """A flag with what raised it: a scored need, or a card."""

    kind: RiskKind
    scored: NeedScore | None = None
    fix: FixFirst | None = None


def risks(results: Results) -> tuple[Risk, ...]:
    """All flags: cards in the order of fix first, then needs in the computed order."""
    cards = [Risk(RiskKind.EXPIRING, fix=f) for f in results.fix_first if f.state in BY_DATE]
    single = [Risk(RiskKind.SINGLE_PERSON, scored=s) for s in results.ranked if rests_on_one(s)]
    rising = [Risk(RiskKind.NO_TEACHER, scored=s) for s in results.ranked if lacks_teacher(results.mapping, s.need)]
    return (*cards, *single, *rising)


def rests_on_one(row: NeedScore) -> bool:
    """R1 by competence: business-critical, two or more must master it, and one known person reaches the target."""
    now = row.score.at(Horizon.NOW)
    return bool(row.need.criticality == 3 and now and now.target and now.covered == 1 and now.required >= 2)


def lacks_teacher(mapping: Mapping, need: RoleNeed) -> bool:
    """R7: more is wanted later than now, and nobody known in the company is at level 4."""
    return need.targets.highest > (need.targets.now or 0) and no_teacher_known(mapping, need)
