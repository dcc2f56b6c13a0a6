"""Present levels out of several answers, and people counted by level (brief, 4.1; SCORING-NOTES 1, 4, 6)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Dict
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.mapping.model import Assessment, Assessor, Evidence, GapReason, Mapping, PeopleMode, Person, RoleNeed

LEVELS: Final = (0, 1, 2, 3, 4)
TRUST: Final = {
    Assessor.AGREED: 0,
    Assessor.CONSULTANT: 1,
    Assessor.SUPERVISOR: 2,
    Assessor.OWNER: 3,
    Assessor.SELF: 4,
}
"""Whose word counts first."""
OTHER_REASONS: Final = frozenset({GapReason.NO_TIME, GapReason.NO_TOOL, GapReason.NOT_ALLOWED})
"""Reasons that make a level below target an organisational matter, not a competence gap."""
DISCUSS_FROM: Final = 2
"""Levels between two answers that call for a talk."""

Answers = Dict[str, Assessment]
"""By person, the answer that counts."""


class Confidence(StrEnum):
    """How well a present level is founded; shown, never multiplied in."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"


def substance_level(answer: Assessment) -> int | None:
    """The level an assessor gives; a language-free level replaces the same assessor's other one."""
    free = answer.language_free_level
    return answer.level if free is None else free


def present(answers: Iterable[Assessment]) -> Assessment | None:
    """The answer that counts among those on one person in one need: the most trusted one that says something.

    It either gives a level or says "not part of the job"; None when nobody says either.
    """
    return min(filter(_tells, answers), key=_trust, default=None)


def _tells(answer: Assessment) -> bool:
    return answer.not_part_of_job or substance_level(answer) is not None


def _trust(answer: Assessment) -> int:
    return TRUST[answer.assessor]


def confidence(answer: Assessment) -> Confidence:
    """How well the answer that counts is founded (brief, 4.1)."""
    if answer.assessor is Assessor.AGREED:
        return Confidence.STRONG
    if answer.assessor in (Assessor.SELF, Assessor.OWNER):
        return Confidence.WEAK
    return Confidence.MODERATE if answer.evidence is Evidence.NONE else Confidence.STRONG


def to_discuss(answers: Sequence[Assessment], criticality: int) -> bool:
    """Whether answers on one person in a business-critical need lie two or more levels apart and none is agreed."""
    if criticality < 3 or any(a.assessor is Assessor.AGREED and _tells(a) for a in answers):
        return False
    levels = [level for a in answers if not a.not_part_of_job and (level := substance_level(a)) is not None]
    return bool(levels) and max(levels) - min(levels) >= DISCUSS_FROM


@dataclass(frozen=True, slots=True)
class Tally:
    """The people to whom a competence belongs: how many at each level 0…4, and how many not assessed.

    `held_back` counts, of those at each level, the ones whose reason is no time, no tool or no permission.
    """

    at: tuple[int, ...]
    unknown: int = 0
    held_back: tuple[int, ...] = (0, 0, 0, 0, 0)


def tally_of(levels: Sequence[int | None]) -> Tally:
    """Count bare levels."""
    counts = Counter(levels)
    return Tally(tuple(counts[level] for level in LEVELS), counts[None])


def tally(mapping: Mapping, need: RoleNeed) -> Tally:
    """Count the people of one need."""
    return tallies(mapping, (need,))[need.key]


def tallies(mapping: Mapping, needs: Sequence[RoleNeed]) -> dict[str, Tally]:
    """Count the people of each need, in one pass over the answers; the key is the need's."""
    if mapping.people_mode is PeopleMode.ROLES_ONLY:
        return {need.key: _counted(mapping, need) for need in needs}
    answers = _answers(mapping.assessments, {need.key for need in needs})
    people = _people(mapping)
    return {need.key: _tally(people.get(need.role_key, ()), answers[need.key]) for need in needs}


def _people(mapping: Mapping) -> dict[str, list[Person]]:
    """People by role; in owner mode the one row of the team."""
    people: dict[str, list[Person]] = defaultdict(list)
    for person in mapping.people:
        if mapping.people_mode is not PeopleMode.OWNER or not people[person.role_key]:
            people[person.role_key].append(person)
    return people


def _answers(assessments: Iterable[Assessment], wanted: set[str]) -> dict[str, dict[str, Assessment]]:
    """By need and person, the answer that counts: `present` for all cells at once."""
    found: dict[str, dict[str, Assessment]] = defaultdict(dict)
    for answer in assessments:
        if answer.need_key in wanted and _tells(answer):
            row = found[answer.need_key]
            other = row.get(answer.person_key)
            if other is None or _trust(answer) < _trust(other):
                row[answer.person_key] = answer
    return found


def _tally(people: Iterable[Person], answers: Answers) -> Tally:
    at, held_back, unknown = [0] * 5, [0] * 5, 0
    for person in people:
        answer = answers.get(person.key)
        if answer is None:
            unknown += 1
        elif (level := None if answer.not_part_of_job else substance_level(answer)) is not None:
            at[level] += 1
            held_back[level] += answer.reason in OTHER_REASONS
    return Tally(tuple(at), unknown, tuple(held_back))


def _counted(mapping: Mapping, need: RoleNeed) -> Tally:
    """People counted by level; whoever of the role is not counted at any level is not assessed."""
    counts = {c.level: c.count for c in mapping.level_counts if c.need_key == need.key}
    at = tuple(counts.get(level, 0) for level in LEVELS)
    heads = next((r.head_count for r in mapping.roles if r.key == need.role_key), 0)
    return Tally(at, max(counts.get(None, 0), heads - sum(at)))


def lowest_below(people: Tally, target: int | None) -> int | None:
    """The level of those who have furthest to go; None where nobody is known to lack skill."""
    lacking = (level for level in LEVELS[:target] if people.at[level] > people.held_back[level])
    return next(lacking, None) if target else None
