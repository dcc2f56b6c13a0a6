"""Edits of a mapping: roles with their people, and needs from a profile, a qualification or own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from app.errors import UserError
from app.frameworks.model import Competence, Framework, Requirement, Unit
from app.languages import Language
from app.mapping.model import (
    Mapping,
    Mode,
    PeopleMode,
    Person,
    RequiredCount,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.privacy import holds_identity_code
from app.services.companies import new_key
from app.services.desk import Desk
from app.texts import Text

if TYPE_CHECKING:
    pass

MAX_PEOPLE = 250
MAX_NEEDS = 12
ALONE_IN_ROW = (PeopleMode.NAMES, PeopleMode.PSEUDONYMS)
DEFAULT_TARGET = 3


def kept_text(text: str) -> str:
    """A text as it may be stored: without space round it; a personal identity code in it is a UserError."""
    if holds_identity_code(text):
        raise UserError("That looks like a personal identity code. It is never kept here; please take it away.")
    return text.strip()


def _nothing(_role: Role) -> Iterable[RoleNeed]:
    return ()


def add_role(
    desk: Desk, key: str, name: str, head_count: int, asked: Callable[[Role], Iterable[RoleNeed]] = _nothing
) -> Role:
    """Add a role with what is asked of it and, where people have rows of their own, as many people as it has heads."""
    mapping = desk.cases.load(key)
    position = _next(r.position for r in mapping.roles)
    role = Role(key=new_key(), name=kept_text(name), head_count=head_count, position=position)
    needs = (replace(need, position=i) for i, need in enumerate(islice(asked(role), MAX_NEEDS)))
    desk.cases.put(key, role, *_people_for(mapping, role), *needs)
    return role


def set_head_count(desk: Desk, key: str, role: Role, head_count: int) -> Role:
    """Change the head count; people are added at the end, and taken away only if nobody has said anything of them."""
    if not 0 <= head_count <= MAX_PEOPLE:
        raise UserError("A role has 0 to {limit} people. Give a number between them.", {"limit": MAX_PEOPLE})
    mapping = desk.cases.load(key)
    changed = replace(role, head_count=head_count)
    mine = [p for p in mapping.people if p.role_key == role.key]
    fewer = mapping.people_mode in ALONE_IN_ROW and head_count < len(mine)
    gone = _removable(mapping, mine, len(mine) - head_count) if fewer else ()
    desk.cases.change(key, put=(changed, *_people_for(mapping, changed)), drop=gone)
    return changed


def set_people_mode(desk: Desk, key: str, mode: PeopleMode, *, owner_agrees: bool = False) -> Mapping:
    """Change how people appear. Nothing is deleted: levels of another mode are kept and come back with it."""
    mapping, added = in_people_mode(desk.cases.load(key), mode, owner_agrees=owner_agrees)
    desk.cases.change(key, head=mapping, put=added)
    return desk.cases.load(key)


def in_people_mode(mapping: Mapping, mode: PeopleMode, *, owner_agrees: bool) -> tuple[Mapping, list[Person]]:
    """A mapping in which people appear so, and the people it then lacks.

    On a visit, only the owner can lead from roles to names (brief, B5); alone, it is the owner who chooses.
    """
    to_names = (mapping.people_mode, mode) == (PeopleMode.ROLES_ONLY, PeopleMode.NAMES)
    if to_names and mapping.mode is Mode.VISIT and not owner_agrees:
        raise UserError(
            "From roles to names only the owner can lead. Tick that the owner agrees, in the step {step}.",
            {"step": "V1"},
        )
    changed = replace(mapping, people_mode=mode)
    return changed, [person for role in mapping.roles for person in _people_for(changed, role)]


def _people_for(mapping: Mapping, role: Role) -> list[Person]:
    """People that a role still lacks: one a head, one team row in owner mode, none with roles only."""
    mine = [p for p in mapping.people if p.role_key == role.key]
    if mapping.people_mode is PeopleMode.OWNER:
        return [] if mine else [Person(key=new_key(), role_key=role.key, code="")]
    if mapping.people_mode is PeopleMode.ROLES_ONLY:
        return []
    taken = [int(p.code[1:]) for p in mapping.people if p.code[:1] == "H" and p.code[1:].isdigit()]
    first, start = _next(taken) or 1, _next(p.position for p in mine)
    return [
        Person(key=new_key(), role_key=role.key, code=f"H{first + i}", position=start + i)
        for i in range(role.head_count - len(mine))
    ]


def _removable(mapping: Mapping, people: list[Person], count: int) -> list[Person]:
    assessed = {a.person_key for a in mapping.assessments}
    free = [p for p in people if p.key not in assessed]
    if len(free) < count:
        raise UserError(
            "Only {n} of these people have no levels yet. Clear the levels of those who leave first, so that nothing "
            "is lost unseen.",
            {"n": len(free)},
        )
    return free[-count:]


def _next(positions: Iterable[int]) -> int:
    return max(positions, default=-1) + 1


@dataclass(frozen=True, slots=True)
class Added:
    """Needs that were added, and how many found no room."""

    needs: tuple[RoleNeed, ...]
    without_room: int


def add_needs(desk: Desk, key: str, role: Role, needs: Iterable[RoleNeed]) -> Added:
    """Add the needs that a role does not have yet, at the end, up to the most that a role can have."""
    mine = [n for n in desk.cases.load(key).needs if n.role_key == role.key]
    there = {(n.source_key, n.competence_code) for n in mine if n.competence_code}
    fresh = [n for n in needs if (n.source_key, n.competence_code) not in there]
    start, room = _next(n.position for n in mine), max(0, MAX_NEEDS - len(mine))
    placed = tuple(replace(n, position=start + i) for i, n in enumerate(fresh[:room]))
    desk.cases.put(key, *placed)
    return Added(placed, len(fresh) - len(placed))


def remove_role(desk: Desk, key: str, role: Role) -> None:
    """Take a role away with its people and needs; refused while any of them has levels."""
    mapping = desk.cases.load(key)
    if any(_has_levels(mapping, n) for n in mapping.needs if n.role_key == role.key):
        raise UserError(
            "{role} has levels. Clear them in the matrix first, so that nothing is lost unseen.", {"role": role.name}
        )
    desk.cases.drop(key, role)


def remove_need(desk: Desk, key: str, need: RoleNeed) -> None:
    """Take a need away; refused while it has levels."""
    if _has_levels(desk.cases.load(key), need):
        raise UserError(
            "{name} has levels. Clear them in the matrix first, so that nothing is lost unseen.", {"name": need.name}
        )
    desk.cases.drop(key, need)


def _has_levels(mapping: Mapping, need: RoleNeed) -> bool:
    answered = {a.need_key for a in mapping.assessments} | {c.need_key for c in mapping.level_counts}
    return need.key in answered


def competence_needs(framework: Framework, competences: Iterable[Competence], role: Role) -> tuple[RoleNeed, ...]:
    """Needs quoted from a profile; the brief's defaults for how many must master (K3 → 2, else 1).

    What is a theme of a team is left out: people are assessed on the needs of their role.
    """
    names = {unit.code: unit.name for unit in framework.units}
    return tuple(
        RoleNeed(
            key=new_key(),
            role_key=role.key,
            name=c.name,
            source_key=framework.key,
            source_version=framework.version,
            source_name=framework.name,
            source_order=framework.order_number,
            competence_code=c.code,
            description=c.description,
            anchors=c.anchors,
            unit_code=c.unit_codes[0] if c.unit_codes else "",
            unit_name=names.get(c.unit_codes[0], Text()) if c.unit_codes else Text(),
            qualification_code=framework.code,
            tags=_tags(framework, c),
            statutory=c.statutory,
            targets=level_targets(c.target if c.target is not None else DEFAULT_TARGET),
            criticality=c.criticality or 2,
            required=default_required(c.criticality or 2),
        )
        for c in competences
        if not c.of_team
    )


def _tags(framework: Framework, competence: Competence) -> tuple[str, ...]:
    """What a need is linked with; a competence of a public framework is linked with itself, so that offers find it."""
    own = (f"{framework.key}:{competence.code}",) if framework.kind == "framework" else ()
    return (*own, *competence.links)


def unit_need(framework: Framework, unit: Unit, role: Role) -> RoleNeed:
    """A whole unit of a qualification as one need."""
    return _official_need(framework, unit, role, unit.name, unit.key)


def requirement_needs(
    framework: Framework, unit: Unit, requirements: Iterable[Requirement], role: Role
) -> tuple[RoleNeed, ...]:
    """Single requirement statements of a unit as needs."""
    return tuple(_official_need(framework, unit, role, r.text, r.key) for r in requirements)


def _official_need(framework: Framework, unit: Unit, role: Role, name: Text, code: str) -> RoleNeed:
    return RoleNeed(
        key=new_key(),
        role_key=role.key,
        name=name,
        source_key=framework.key,
        source_version=framework.version,
        source_name=framework.name,
        source_order=framework.order_number,
        competence_code=code,
        unit_code=unit.code,
        unit_name=unit.name,
        qualification_code=framework.code,
        targets=level_targets(DEFAULT_TARGET),
    )


def own_need(role: Role, name: str, language: Language) -> RoleNeed:
    """A need in the company's own words."""
    text = Text(**{language: kept_text(name)})
    return RoleNeed(key=new_key(), role_key=role.key, name=text, targets=level_targets(DEFAULT_TARGET))


def level_targets(level: int) -> Targets:
    return Targets(now=level, y1=level, y3=level)


def default_required(criticality: int) -> RequiredCount:
    """How many must master, until the user says (brief, E5)."""
    return 2 if criticality == 3 else 1
