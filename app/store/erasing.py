"""Erasing one person: from a mapping and from its journal, within the caller's transaction (brief, 9.5; PRIV-4)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, func, inspect, or_, select, update

from app.store import case_rows as rows
from app.store.journal import changes, steps


def erase_person(connection: Connection, mapping_key: str, person_key: str) -> bool:
    """Remove a person with levels, notes and cards, and what the journal knows of them; whether there was anything.

    The role has one head fewer. A measure that names the person as responsible names nobody any more.
    """
    person = and_(rows.people.c.mapping_key == mapping_key, rows.people.c.key == person_key)
    found = connection.execute(select(rows.people).where(person)).one_or_none()
    names = {found.display_name, found.code} - {""} if found else set()
    if found:
        _one_head_fewer(connection, mapping_key, found.role_key)
        _name_nobody(connection, mapping_key, names)
        connection.execute(delete(rows.people).where(person))
    told = inspect(connection).has_table(changes.name) and _forget(connection, mapping_key, person_key, names)
    return bool(found or told)


def forget_signal(connection: Connection, key: str) -> None:
    """Remove a need noted in passing, where there can be any."""
    if inspect(connection).has_table(rows.signals.name):
        connection.execute(delete(rows.signals).where(rows.signals.c.key == key))


def _one_head_fewer(connection: Connection, mapping_key: str, role_key: str) -> None:
    heads = rows.roles.c.head_count
    role = and_(rows.roles.c.mapping_key == mapping_key, rows.roles.c.key == role_key, heads > 0)
    connection.execute(update(rows.roles).where(role).values(head_count=heads - 1))


def _name_nobody(connection: Connection, mapping_key: str, names: set[str]) -> None:
    own = rows.measures.c
    theirs = and_(own.mapping_key == mapping_key, own.responsible.in_(names))
    connection.execute(update(rows.measures).where(theirs).values(responsible=""))


def _forget(connection: Connection, mapping_key: str, person_key: str, names: set[str]) -> bool:
    """Take out of the journal every change of the person, of what hangs on them, and of measures that name them."""
    mine = select(steps.c.id).where(steps.c.mapping_key == mapping_key)
    person = and_(changes.c.part == rows.people.name, _either("key", {person_key}))
    hanging = and_(changes.c.part.in_([rows.assessments.name, rows.cards.name]), _either("person_key", {person_key}))
    named = and_(changes.c.part == rows.measures.name, _either("responsible", names))
    gone = connection.execute(delete(changes).where(changes.c.step.in_(mine), or_(person, hanging, named))).rowcount
    empty = ~exists().where(changes.c.step == steps.c.id)  # nothing is left of it to take back
    connection.execute(delete(steps).where(steps.c.mapping_key == mapping_key, empty))
    return gone > 0


def _either(column: str, values: set[Any]) -> ColumnElement[bool]:
    """Whether a row had one of these values before or after its change."""
    return or_(*(func.json_extract(row, f"$.{column}").in_(values) for row in (changes.c.before, changes.c.after)))
