"""Approved versions of a plan, which never change, and what differs between two of them (brief, 4.10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from app.catalogues.model import Directory
from app.mapping.levels import Tally, present, substance_level, tallies
from app.mapping.model import Assessment, CardHolding, Mapping, Measure, PeopleMode, Person, Role, RoleNeed
from app.mapping.told import NOTHING_TOLD, Told
from app.mapping.unit_fit import Extent, Extents


@dataclass(frozen=True, slots=True)
class Approval:
    """`approved_by` is a role in words rather than a name. `digest` is the SHA-256 of what the plan said (hex).

    Erasing a person reaches into approved versions: `erased_on` is the day it last did, and then there is no digest.
    """

    number: int
    approved_on: date
    approved_by: str = ""
    note: str = ""
    digest: str = ""
    erased_on: date | None = None


@dataclass(frozen=True, slots=True)
class UnitExtent:
    """An extent with its place in `Extents`."""

    source: str
    version: str
    unit: str
    extent: Extent


@dataclass(frozen=True, slots=True)
class Frozen:
    """All that a plan was printed from. `program` is the version of Kartturi.

    The method's version stands here without a default, since a quote leaves out what is the default of its day.
    """

    mapping: Mapping
    program: str
    method_version: str
    told: Told = NOTHING_TOLD
    extents: tuple[UnitExtent, ...] = ()
    directory: Directory | None = None


@dataclass(frozen=True, slots=True)
class Version:
    approval: Approval
    frozen: Frozen


def frozen(mapping: Mapping, program: str, told: Told, extents: Extents, directory: Directory) -> Frozen:
    kept = tuple(UnitExtent(*place, extent) for place, extent in sorted(extents.items(), key=lambda item: item[0]))
    return Frozen(mapping, program, mapping.method_version, told, kept, directory)


def extents_of(plan: Frozen) -> Extents:
    return {(e.source, e.version, e.unit): e.extent for e in plan.extents}


def same_plan(old: Mapping, new: Mapping) -> bool:
    """Whether two mappings are the same, whenever they were last touched."""
    return replace(old, changed=None) == replace(new, changed=None)


Part = Role | RoleNeed | CardHolding | Measure
"""What differences are told of."""


@dataclass(frozen=True, slots=True)
class Added:
    part: Part


@dataclass(frozen=True, slots=True)
class Removed:
    part: Part


@dataclass(frozen=True, slots=True)
class Changed:
    """A field of a part, which is given as it is now, or of the mapping itself when there is no part."""

    field: str
    before: Any
    after: Any
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class LevelsChanged:
    """How many people of a role are at each level; how many are not assessed follows from the head count."""

    need: RoleNeed
    before: Tally
    after: Tally


@dataclass(frozen=True, slots=True)
class LevelChanged:
    """The present level of one person; told where people stand by their names in both versions, and only there."""

    person: Person
    need: RoleNeed
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class OrderChanged:
    """The agreed order; a need that is no longer there stands in the former one."""

    before: tuple[RoleNeed, ...]
    after: tuple[RoleNeed, ...]


@dataclass(frozen=True, slots=True)
class ReasonChanged:
    """Why an agreed need is where it is."""

    need: RoleNeed
    before: str
    after: str


Difference = Added | Removed | Changed | LevelsChanged | LevelChanged | OrderChanged | ReasonChanged
KINDS: Final[dict[type[Difference], str]] = {
    Added: "added",
    Removed: "removed",
    Changed: "changed",
    LevelsChanged: "levels",
    LevelChanged: "level",
    OrderChanged: "order",
    ReasonChanged: "reason",
}
"""What differences are called in a file."""
OWN_FIELDS: Final = ("goal", "people_mode", "next_meeting", "next_meeting_note")
FIELDS: Final[dict[type[Part], tuple[str, ...]]] = {
    Role: ("name", "head_count", "importance"),
    RoleNeed: ("name", "role_key", "targets", "criticality", "required", "statutory"),
    CardHolding: ("name", "role_key", "state", "valid_to", "count"),
    Measure: (
        "for_key",
        "option",
        "what",
        "responsible",
        "deadline",
        "success_sign",
        "cost",
        "status",
        "funding_route",
        "offer",
        "why",
        "first_step",
        "decided_on",
        "referral",
    ),
}
"""Fields whose differences are told. How things are placed on a screen is no difference."""


def compare(old: Mapping, new: Mapping) -> tuple[Difference, ...]:
    """What differs between two states of one mapping: nothing more, and people as sums unless named in both."""
    return (
        *_changed(old, new, OWN_FIELDS, None),
        *_parts(old.roles, new.roles),
        *_parts(old.needs, new.needs),
        *_levels(old, new),
        *_parts(old.cards, new.cards),
        *_agreed(old, new),
        *_parts(old.measures, new.measures),
    )


def _changed(old: Any, new: Any, fields: tuple[str, ...], part: Part | None) -> Iterator[Changed]:
    for field in fields:
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            yield Changed(field, before, after, part)


def _parts(old: Sequence[Part], new: Sequence[Part]) -> Iterator[Difference]:
    """Of parts of one kind: those gone, those that are new, and what of the others changed."""
    before, after = {part.key: part for part in old}, {part.key: part for part in new}
    yield from (Removed(part) for key, part in before.items() if key not in after)
    for key, part in after.items():
        if key in before:
            yield from _changed(before[key], part, FIELDS[type(part)], part)
        else:
            yield Added(part)


def _levels(old: Mapping, new: Mapping) -> Iterator[LevelsChanged | LevelChanged]:
    """Levels in the needs that are in both."""
    there = {need.key for need in old.needs}
    needs = [need for need in new.needs if need.key in there]
    was, now = tallies(old, old.needs), tallies(new, needs)
    named = old.people_mode is new.people_mode is PeopleMode.NAMES
    levels = (_by_person(old), _by_person(new)) if named else ({}, {})
    for need in needs:
        before, after = (replace(side[need.key], unknown=0) for side in (was, now))
        if before != after:
            yield LevelsChanged(need, before, after)
        yield from _of_people(old, new, need, levels)


Levels = dict[tuple[str, str], int | None]
"""By person and need."""


def _of_people(old: Mapping, new: Mapping, need: RoleNeed, levels: tuple[Levels, Levels]) -> Iterator[LevelChanged]:
    there = {person.key for person in old.people}
    for person in new.people:
        before, after = (side.get((person.key, need.key)) for side in levels)
        if person.key in there and before != after:
            yield LevelChanged(person, need, before, after)


def _by_person(mapping: Mapping) -> Levels:
    """Present levels of people."""
    answers: dict[tuple[str, str], list[Assessment]] = {}
    for answer in mapping.assessments:
        answers.setdefault((answer.person_key, answer.need_key), []).append(answer)
    counting = ((cell, present(given)) for cell, given in answers.items())
    return {cell: substance_level(one) for cell, one in counting if one and not one.not_part_of_job}


def _agreed(old: Mapping, new: Mapping) -> Iterator[OrderChanged | ReasonChanged]:
    before, after = _order(old), _order(new)
    if [need.key for need in before] != [need.key for need in after]:
        yield OrderChanged(before, after)
    was, now = ({a.need_key: a.reason for a in mapping.agreed} for mapping in (old, new))
    for need in after:
        if need.key in was and was[need.key] != now[need.key]:
            yield ReasonChanged(need, was[need.key], now[need.key])


def _order(mapping: Mapping) -> tuple[RoleNeed, ...]:
    needs = {need.key: need for need in mapping.needs}
    agreed = sorted(mapping.agreed, key=lambda a: (a.position, a.need_key))
    return tuple(needs[a.need_key] for a in agreed if a.need_key in needs)
