"""Erasing one person: from a mapping, its journal and its versions, within the caller's transaction (9.5; PRIV-4)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    delete,
    exists,
    func,
    inspect,
    or_,
    select,
    type_coerce,
    update,
)

from app.mapping.forgetting import Masked, forgotten, masking, rewritten, traces
from app.mapping.versions import Approval
from app.store import case_rows as rows
from app.store.approving import load_approvals, load_version
from app.store.free_texts import FREE, Rewriting, closed_questions, rewrite_journal, rewrite_table
from app.store.journal import changes, steps
from app.store.plan_rows import scenarios, versions

_CALLED: Final = ("display_name", "code")


@dataclass(frozen=True, slots=True)
class _Erased:
    """A person with all cards, names and codes that they ever had here."""

    mapping_key: str
    key: str
    cards: frozenset[str]
    names: frozenset[str]
    codes: frozenset[str]


def erase_person(connection: Connection, mapping_key: str, person_key: str, on: date, also: Sequence[str] = ()) -> None:
    """Remove a person with levels, notes and cards, and what is theirs alone in anything that was written.

    The role has one head fewer. What could be (a scenario) goes with whom it is about. `also` are words that somebody
    looked at and gave up. The connection may be that of a copy of whatever version.
    """
    there = frozenset(inspect(connection).get_table_names())
    person = _everything_of(connection, mapping_key, person_key, there)
    masked = masking(traces(person.names, person.codes, _others(connection, person), also))
    closed = closed_questions(connection, mapping_key) if rows.interviews.name in there else frozenset()
    how = Rewriting(mapping_key, masked, closed)
    _drop(connection, person)
    if changes.name in there:
        _forget(connection, person)
        rewrite_journal(connection, how)
    if versions.name in there:
        _drop_scenarios(connection, person)
        _rewrite_versions(connection, person, masked, on)
    for table in FREE:
        if table.name in there:
            rewrite_table(connection, table, how)
    if rows.signals.name in there:
        everybody = _others(connection, person, everywhere=True)
        _rewrite_signals(connection, masking(traces(person.names, (), everybody, also)))


def forget_signal(connection: Connection, key: str) -> None:
    """Remove a need noted in passing, where there can be any."""
    if inspect(connection).has_table(rows.signals.name):
        connection.execute(delete(rows.signals).where(rows.signals.c.key == key))


def _everything_of(connection: Connection, mapping_key: str, key: str, there: frozenset[str]) -> _Erased:
    """What a person is and was known by: now, in the journal and in versions."""
    people, cards = _now(connection, mapping_key, key)
    if changes.name in there:
        people += _told(connection, mapping_key, rows.people.name, "key", key)
        cards += _told(connection, mapping_key, rows.cards.name, "person_key", key)
    if versions.name in there:
        for approval in load_approvals(connection, mapping_key):
            plan = load_version(connection, mapping_key, approval.number).frozen.mapping
            people += [{name: getattr(p, name) for name in _CALLED} for p in plan.people if p.key == key]
            cards += [{"key": card.key} for card in plan.cards if card.person_key == key]
    names, codes = (frozenset(p[name] for p in people) - {""} for name in _CALLED)
    return _Erased(mapping_key, key, frozenset(card["key"] for card in cards), names, codes)


Rows = list[dict[str, Any]]


def _now(connection: Connection, mapping_key: str, key: str) -> tuple[Rows, Rows]:
    """The row of a person, and those of their cards."""
    p, c = rows.people.c, rows.cards.c
    person = select(rows.people).where(p.mapping_key == mapping_key, p.key == key)
    cards = select(c.key).where(c.mapping_key == mapping_key, c.person_key == key)
    people, held = (connection.execute(found).mappings().all() for found in (person, cards))
    return [dict(row) for row in people], [dict(row) for row in held]


def _told(connection: Connection, mapping_key: str, part: str, column: str, key: str) -> Rows:
    """Rows of one part that had this key in a column at any time, as the journal tells."""
    told = select(changes.c.before, changes.c.after).where(
        changes.c.step.in_(_mine(mapping_key)), changes.c.part == part, _either(column, {key})
    )
    return [json.loads(text) for change in connection.execute(told) for text in change if text]


def _mine(mapping_key: str) -> Select[int]:
    return select(steps.c.id).where(steps.c.mapping_key == mapping_key)


def _others(connection: Connection, person: _Erased, *, everywhere: bool = False) -> list[str]:
    """Names of everybody else, in the mapping or in all of them."""
    p = rows.people.c
    same = and_(p.mapping_key == person.mapping_key, p.key == person.key)
    where = [~same] if everywhere else [~same, p.mapping_key == person.mapping_key]
    return [*connection.scalars(select(p.display_name).where(*where))]


def _drop(connection: Connection, person: _Erased) -> None:
    """Take the person out, and a head from the role."""
    p, r = rows.people.c, rows.roles.c
    itself = and_(p.mapping_key == person.mapping_key, p.key == person.key)
    role = select(p.role_key).where(itself).scalar_subquery()
    one = and_(r.mapping_key == person.mapping_key, r.key == role, r.head_count > 0)
    connection.execute(update(rows.roles).where(one).values(head_count=r.head_count - 1))
    connection.execute(delete(rows.people).where(itself))


def _forget(connection: Connection, person: _Erased) -> None:
    """Take out of the journal every change of the person and of what hung on them."""
    itself = and_(changes.c.part == rows.people.name, _either("key", {person.key}))
    hung = and_(changes.c.part.in_([rows.assessments.name, rows.cards.name]), _either("person_key", {person.key}))
    on_cards = and_(changes.c.part == rows.measures.name, _either("holding_key", person.cards))
    about = changes.c.id.in_(_changes_about(connection, person))
    gone = or_(itself, hung, on_cards, about)
    connection.execute(delete(changes).where(changes.c.step.in_(_mine(person.mapping_key)), gone))
    empty = ~exists().where(changes.c.step == steps.c.id)  # nothing is left of it to take back
    connection.execute(delete(steps).where(steps.c.mapping_key == person.mapping_key, empty))


def _either(column: str, values: AbstractSet[str]) -> ColumnElement[bool]:
    """Whether a row had one of these values before or after its change."""
    return or_(*(func.json_extract(row, f"$.{column}").in_(values) for row in (changes.c.before, changes.c.after)))


def _changes_about(connection: Connection, person: _Erased) -> list[int]:
    """Changes of scenarios in which the person played a part."""
    told = select(changes).where(changes.c.step.in_(_mine(person.mapping_key)), changes.c.part == scenarios.name)
    sides = ((c.id, text) for c in connection.execute(told) for text in (c.before, c.after) if text)
    return [number for number, text in sides if _is_about(json.loads(text)["switches"], person)]


def _is_about(switches: str, person: _Erased) -> bool:
    """Whether one of the switches, as they are held, is about a person or a card of theirs."""
    keys = {person.key, *person.cards}
    return any(not keys.isdisjoint(filter(_is_text, switch.values())) for switch in json.loads(switches))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _drop_scenarios(connection: Connection, person: _Erased) -> None:
    s = scenarios.c
    held = select(s.key, type_coerce(s.switches, String)).where(s.mapping_key == person.mapping_key)
    about = [key for key, switches in connection.execute(held) if _is_about(switches, person)]
    connection.execute(delete(scenarios).where(s.mapping_key == person.mapping_key, s.key.in_(about)))


def _rewrite_versions(connection: Connection, person: _Erased, masked: Masked, on: date) -> None:
    """Take the person out of approved plans, which then say that they are not what was approved."""
    for number in [a.number for a in load_approvals(connection, person.mapping_key)]:
        version = load_version(connection, person.mapping_key, number)
        new = replace(
            version,
            frozen=forgotten(version.frozen, person.key, masked),
            approval=rewritten(version.approval, masked),
        )
        if new != version:
            said = {f.name: getattr(new.approval, f.name) for f in fields(Approval)}
            said |= {"digest": "", "erased_on": on, "frozen": new.frozen}
            mine = versions.c.mapping_key == person.mapping_key, versions.c.number == number
            connection.execute(update(versions).where(*mine).values(said))


def _rewrite_signals(connection: Connection, masked: Masked) -> None:
    s = rows.signals.c
    for key, what in connection.execute(select(s.key, s.what)).all():
        if (new := masked(what)) != what:
            connection.execute(update(rows.signals).where(s.key == key).values(what=new))
