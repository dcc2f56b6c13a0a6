"""Competences over all roles: who knows each, and what may be shown where anybody sees it (brief, 3.4, 9.6; PRIV-5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.mapping.levels import LEVELS, Tally, present, substance_level, tallies
from app.mapping.model import Horizon, Mapping, PeopleMode, Person, RoleNeed
from app.mapping.scoring import score_tally
from app.mapping.teachers import competence

LEAST_GROUP: Final = 5
"""People behind a figure that is shown where anybody sees it."""


def by_competence(mapping: Mapping) -> tuple[tuple[RoleNeed, ...], ...]:
    """The needs of all roles, those of one competence together; in the order of the roles and of their needs."""
    roles = {role.key: (role.position, role.key) for role in mapping.roles}
    needs = (need for need in mapping.needs if need.role_key in roles)
    groups: dict[tuple[str, str], list[RoleNeed]] = {}
    for need in sorted(needs, key=lambda need: (*roles[need.role_key], need.position, need.key)):
        groups.setdefault(competence(need), []).append(need)
    return tuple(tuple(group) for group in groups.values())


@dataclass(frozen=True, slots=True)
class Knowers:
    """Who stands where in a competence, whatever the role: people at each level 0…4, and those not assessed."""

    needs: tuple[RoleNeed, ...]
    at: tuple[tuple[Person, ...], ...]
    unknown: tuple[Person, ...]


def knowers(mapping: Mapping) -> tuple[Knowers, ...]:
    """Every competence with the people to whom it belongs."""
    return tuple(_knowers(mapping, needs) for needs in by_competence(mapping))


def _knowers(mapping: Mapping, needs: tuple[RoleNeed, ...]) -> Knowers:
    at: dict[int | None, list[Person]] = {level: [] for level in (None, *LEVELS)}
    for need in needs:
        answers = [answer for answer in mapping.assessments if answer.need_key == need.key]
        for person in (p for p in mapping.people if p.role_key == need.role_key):
            counts = present(answer for answer in answers if answer.person_key == person.key)
            if not (counts and counts.not_part_of_job):
                at[substance_level(counts) if counts else None].append(person)
    return Knowers(needs, tuple(tuple(at[level]) for level in LEVELS), tuple(at[None]))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many can, of how many are needed now, in one competence over all roles; `known` people have a level.

    `shown` only where enough people stand behind the figures that nobody can be told from them.
    """

    needs: tuple[RoleNeed, ...]
    known: int
    covered: int
    required: int

    @property
    def shown(self) -> bool:
        return self.known >= LEAST_GROUP


def coverages(mapping: Mapping) -> tuple[Coverage, ...]:
    """Every competence with its coverage."""
    people = tallies(mapping, mapping.needs)
    return tuple(_coverage(needs, people) for needs in by_competence(mapping))


def _coverage(needs: tuple[RoleNeed, ...], people: dict[str, Tally]) -> Coverage:
    scores = (score_tally(people[n.key], n.targets, n.criticality, n.required).at(Horizon.NOW) for n in needs)
    now = [at for at in scores if at]
    known = sum(sum(people[need.key].at) for need in needs)
    return Coverage(needs, known, sum(at.covered for at in now), sum(at.required for at in now))


def people_with_levels(mapping: Mapping) -> int:
    """How many people of the company have a level in anything; counted by role where people have no rows."""
    if mapping.people_mode is PeopleMode.ROLES_ONLY:
        people = tallies(mapping, mapping.needs)
        return sum(_most(sum(people[n.key].at) for n in mapping.needs if n.role_key == r.key) for r in mapping.roles)
    return len({a.person_key for a in mapping.assessments if not a.not_part_of_job and substance_level(a) is not None})


def _most(counts: Iterable[int]) -> int:
    return max(counts, default=0)
