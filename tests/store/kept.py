"""Mappings kept without a database: what the store must do, said in plain Python."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.mapping.answers import Answer
from app.mapping.model import (
    Agreed,
    Assessment,
    CardHolding,
    Item,
    LevelCount,
    Mapping,
    Measure,
    Person,
    Role,
    RoleNeed,
)

FIELDS: dict[type[Item], str] = {
    Role: "roles",
    Person: "people",
    RoleNeed: "needs",
    Assessment: "assessments",
    LevelCount: "level_counts",
    CardHolding: "cards",
    Agreed: "agreed",
    Measure: "measures",
    Answer: "answers",
}
_IDENTITIES: dict[type[Item], Callable[[Any], tuple[Any, ...]]] = {
    Assessment: lambda a: (a.person_key, a.need_key, a.assessor),
    LevelCount: lambda c: (c.need_key, -1 if c.level is None else c.level),
    Agreed: lambda a: (a.need_key,),
    Answer: lambda a: (a.question, json.dumps(a.path, ensure_ascii=False, separators=(",", ":"))),
}


def identity(item: Item) -> tuple[Any, ...]:
    """What tells an item apart from others of its kind."""
    return _IDENTITIES.get(type(item), lambda keyed: (keyed.key,))(item)


def put(mapping: Mapping, *items: Item) -> Mapping:
    """The mapping with these items, each in the place of one with its identity."""
    for item in items:
        mapping = _with(mapping, item, [item])
    return mapping


def drop(mapping: Mapping, *items: Item) -> Mapping:
    """The mapping without these items and what hangs on them."""
    for item in items:
        mapping = _without_orphans(_with(mapping, item, []))
    return mapping


def all_items(mapping: Mapping) -> list[Item]:
    return [item for field in FIELDS.values() for item in getattr(mapping, field)]


def _with(mapping: Mapping, item: Item, instead: list[Item]) -> Mapping:
    field = FIELDS[type(item)]
    others = [other for other in getattr(mapping, field) if identity(other) != identity(item)]
    changed: dict[str, Any] = {field: tuple(sorted([*others, *instead], key=_order))}
    return replace(mapping, **changed)


def _order(item: Any) -> tuple[Any, ...]:
    return getattr(item, "position", 0), identity(item)


def _without_orphans(mapping: Mapping) -> Mapping:
    roles = {role.key for role in mapping.roles}
    people = {p.key: p for p in mapping.people if p.role_key in roles}
    needs = {n.key: n for n in mapping.needs if n.role_key in roles}
    cards = {c.key: c for c in mapping.cards if c.role_key in roles and c.person_key in {"", *people}}
    return replace(
        mapping,
        people=tuple(people.values()),
        needs=tuple(needs.values()),
        cards=tuple(cards.values()),
        assessments=tuple(a for a in mapping.assessments if a.person_key in people and a.need_key in needs),
        level_counts=tuple(c for c in mapping.level_counts if c.need_key in needs),
        agreed=tuple(a for a in mapping.agreed if a.need_key in needs),
        measures=tuple(m for m in mapping.measures if m.for_key in needs or m.for_key in cards),
    )
