"""Risks as flags, never points (brief, 4.5; SCORING-NOTES 8): from levels, targets, cards and what was told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.mapping.model import Horizon, Mapping
from app.mapping.plan import CardState, FixFirst, Results
from app.mapping.scoring import NeedScore
from app.mapping.teachers import competence, untaught
from app.mapping.told import OfRole

LONG_OPEN: Final = 3
"""Months after which an open post is a risk."""
KEY_ROLE: Final = 3
"""The highest importance of a role."""
BY_DATE: tuple[CardState, ...] = ("overdue", "red", "expiring")


class RiskKind(StrEnum):
    SINGLE_PERSON = "single_person"  # R1
    KNOWLEDGE_LEAVES = "knowledge_leaves"  # R2
    NO_SUBSTITUTE = "no_substitute"  # R3
    EXPIRING = "expiring"  # R4
    OWNER_CHANGE = "owner_change"  # R5
    EMPTY_POST = "empty_post"  # R6
    NO_TEACHER = "no_teacher"  # R7


@dataclass(frozen=True, slots=True)
class Risk:
    """A flag with what raised it: a scored need, a card, or what was told of a role; of the company, none of these."""

    kind: RiskKind
    scored: NeedScore | None = None
    fix: FixFirst | None = None
    role_key: str = ""


def risks(results: Results) -> tuple[Risk, ...]:
    """All flags: cards in the order of fix first, then needs in the computed order, then roles, then the company."""
    cards = [Risk(RiskKind.EXPIRING, fix=f) for f in results.fix_first if f.state in BY_DATE]
    single = [Risk(RiskKind.SINGLE_PERSON, scored=s) for s in results.ranked if rests_on_one(s)]
    lacking = without_teacher(results.mapping)
    rising = [Risk(RiskKind.NO_TEACHER, scored=s) for s in results.ranked if s.need.key in lacking]
    return (*cards, *single, *rising, *_of_roles(results), *_of_company(results))


def _of_roles(results: Results) -> Iterator[Risk]:
    importance = {role.key: role.importance for role in results.mapping.roles}
    for kind, holds in _ROLE_RULES.items():
        for role in results.told.roles:
            if role.role_key in importance and holds(role, importance[role.role_key]):
                yield Risk(kind, role_key=role.role_key)


def _of_company(results: Results) -> Iterator[Risk]:
    if results.told.owner_change:
        yield Risk(RiskKind.OWNER_CHANGE)


_ROLE_RULES: Final[dict[RiskKind, Callable[[OfRole, int], bool]]] = {
    RiskKind.SINGLE_PERSON: lambda role, _: role.alone is not None and role.alone <= 1,
    RiskKind.KNOWLEDGE_LEAVES: lambda role, _: role.leaving in {"yes", "possibly"} and role.passed_on == "no",
    RiskKind.NO_SUBSTITUTE: lambda role, importance: role.substitute == "no" and importance == KEY_ROLE,
    RiskKind.EMPTY_POST: lambda role, importance: (role.months_open or 0) > LONG_OPEN and importance >= KEY_ROLE - 1,
}


def rests_on_one(row: NeedScore) -> bool:
    """R1 by competence: business-critical, two or more must master it, and one known person reaches the target."""
    now = row.score.at(Horizon.NOW)
    return bool(row.need.criticality == 3 and now and now.target and now.covered == 1 and now.required >= 2)


def without_teacher(mapping: Mapping) -> frozenset[str]:
    """R7: keys of needs of which more is wanted later than now, and nobody known in the company is at level 4."""
    unknown = untaught(mapping)
    rising = (need for need in mapping.needs if need.targets.highest > (need.targets.now or 0))
    return frozenset(need.key for need in rising if competence(need) in unknown)
