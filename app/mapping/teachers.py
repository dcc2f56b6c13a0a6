"""Who in the company could teach a competence, whatever the role (SCORING-NOTES 10). Counts only, never a person."""

from __future__ import annotations

from app.mapping.levels import LEVELS, tallies
from app.mapping.model import Mapping, RoleNeed

TEACHES: int = LEVELS[-1]


def competence(need: RoleNeed) -> tuple[str, str]:
    """What makes needs of different roles the same competence: the framework's code, or the company's own words."""
    return (need.source_key, need.competence_code) if need.competence_code else ("", str(need.name).casefold())


def same_competence(mapping: Mapping, need: RoleNeed) -> list[RoleNeed]:
    """The needs of all roles for the competence of one need, itself among them."""
    return [other for other in mapping.needs if competence(other) == competence(need)]


def teacher_inside(mapping: Mapping, need: RoleNeed) -> bool:
    """Whether somebody could teach this: at level 4, or above the target of the own role and up to this one's."""
    same = same_competence(mapping, need)
    people = tallies(mapping, same)
    return any(
        any(people[other.key].at[min(TEACHES, max(need.targets.highest, other.targets.highest + 1)) :])
        for other in same
    )


def untaught(mapping: Mapping) -> frozenset[tuple[str, str]]:
    """Competences in which people are known, and nobody of them is at level 4."""
    people = tallies(mapping, mapping.needs)
    known = {competence(need) for need in mapping.needs if any(people[need.key].at)}
    return frozenset(known - {competence(need) for need in mapping.needs if people[need.key].at[TEACHES]})
