"""Mappings and their items ↔ rows of `cases`. Every function works within the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cache, lru_cache
from itertools import groupby
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    Table,
    bindparam,
    delete,
    exists,
    select,
    type_coerce,
    update,
)

from app.errors import UserError
from app.mapping.answers import Answer
from app.mapping.company import Company
from app.mapping.followups import FollowUp, Hindsight
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
    Targets,
)
from app.mapping.scenario import Scenario
from app.mapping.survey import Survey
from app.store import case_rows as rows
from app.store import codec, plan_rows
from app.store.database import upsert

Beside = FollowUp | Hindsight | Scenario
"""What is kept beside a mapping, and is changed, taken back and told like an item of it."""
Kept = Item | Beside


@dataclass(frozen=True, slots=True)
class _Part:
    """A field of a mapping, the kind of its items and the table they are kept in."""

    field: str
    kind: type[Item]
    table: Table


_PARTS: Final = (  # what hangs on something comes after it
    _Part("roles", Role, rows.roles),
    _Part("people", Person, rows.people),
    _Part("needs", RoleNeed, rows.needs),
    _Part("assessments", Assessment, rows.assessments),
    _Part("level_counts", LevelCount, rows.level_counts),
    _Part("cards", CardHolding, rows.cards),
    _Part("agreed", Agreed, rows.agreed),
    _Part("measures", Measure, rows.measures),
    _Part("answers", Answer, rows.answers),
)
TABLES: Final[dict[type[Kept], Table]] = {
    **{part.kind: part.table for part in _PARTS},
    FollowUp: plan_rows.follow_ups,
    Hindsight: plan_rows.hindsight,
    Scenario: plan_rows.scenarios,
}
"""Where items of a kind are kept; what hangs on something comes after it."""
_PLACE: Final = {kind: place for place, kind in enumerate(TABLES)}
_ORDER: Final = ("position", "due")
"""Columns that items stand in order by, where they have them."""
_HEAD: Final = select(rows.mappings).where(rows.mappings.c.key == bindparam("of"))
_COMPANY: Final = select(rows.companies).where(rows.companies.c.key == bindparam("of"))


def table_of(kind: type[Kept]) -> Table:
    """Where items of a kind are kept."""
    return TABLES[kind]


def is_known(connection: Connection, key: str) -> bool:
    return bool(connection.scalar(select(exists().where(rows.mappings.c.key == key))))


def saved_at(connection: Connection, key: str) -> datetime | None:
    """When a mapping was last changed."""
    found: datetime | None = connection.scalar(select(rows.mappings.c.changed).where(rows.mappings.c.key == key))
    return found


def load_mapping(connection: Connection, key: str) -> Mapping:
    """One mapping, whole; items by position where they have one, then by what tells them apart."""
    head = connection.execute(_HEAD, {"of": key}).one_or_none()
    if head is None:
        raise _unknown()
    values = head._asdict()
    company = connection.execute(_COMPANY, {"of": values.pop("company_key")}).one()
    values["company"] = Company(**company._asdict())
    values |= {part.field: load_items(connection, part.kind, key) for part in _PARTS}
    return Mapping(**values)


def load_items(connection: Connection, kind: type[Kept], mapping_key: str) -> tuple[Any, ...]:
    """All items of one kind, in their order."""
    found = connection.execute(_all_items(table_of(kind)), {"of": mapping_key})
    return tuple(item_from(kind, row._asdict()) for row in found)


@cache
def _all_items(table: Table) -> Select[Any]:
    """Made once: a mapping is loaded at every answer, and putting the question together took most of that time."""
    order = [*(table.c[name] for name in _ORDER if name in table.c), *table.primary_key.columns]
    return select(table).where(table.c.mapping_key == bindparam("of")).order_by(*order)


def put_head(connection: Connection, mapping: Mapping, changed: datetime) -> None:
    """Insert or replace the company's fields and the mapping's own."""
    company = {column.name: getattr(mapping.company, column.name) for column in rows.companies.c}
    connection.execute(upsert(rows.companies), company)
    own = {f.name: getattr(mapping, f.name) for f in fields(mapping) if f.name in rows.mappings.c}
    own |= {"company_key": mapping.company.key, "changed": changed}
    connection.execute(upsert(rows.mappings), own)


def load_survey(connection: Connection, mapping_key: str) -> Survey | None:
    """The survey a mapping is asked by, whole."""
    own = rows.interviews.c
    text = connection.scalar(select(type_coerce(own.survey, String)).where(own.mapping_key == mapping_key))
    return None if text is None else _survey(text)


@lru_cache(maxsize=4)
def _survey(text: str) -> Survey:
    """Asked for at every answer, and always the same while an interview lasts."""
    survey: Survey = codec.loads(Survey, text)
    return survey


def put_survey(connection: Connection, mapping_key: str, survey: Survey, begun: date) -> None:
    """Ask by this survey from now on."""
    values = {"mapping_key": mapping_key, "begun": begun, "survey": survey}
    connection.execute(upsert(rows.interviews), values)


def put_all(connection: Connection, mapping: Mapping) -> None:
    """Insert every item of a mapping."""
    put_items(connection, mapping.key, [item for part in _PARTS for item in getattr(mapping, part.field)])


def put_items(connection: Connection, mapping_key: str, items: Iterable[Kept]) -> None:
    """Insert or replace items by their identity, in whatever order they come; of equals the last one stays."""
    by_place = sorted(items, key=lambda item: _PLACE[type(item)])
    for kind, group in groupby(by_place, key=type):
        table = table_of(kind)
        values = [columns_of(mapping_key, item) for item in group]
        if kind is Measure:
            _tell_apart(connection, mapping_key, values)
        connection.execute(upsert(table), values)


def drop_items(connection: Connection, mapping_key: str, items: Iterable[Kept]) -> None:
    """Remove items by their identity; the database takes what hangs on them."""
    for item in items:
        table = table_of(type(item))
        connection.execute(delete(table).where(*_identity(table, columns_of(mapping_key, item))))


def touch(connection: Connection, mapping_key: str, changed: datetime) -> None:
    """Note when the mapping was changed. Unknown key: UserError."""
    found = connection.execute(update(rows.mappings).where(rows.mappings.c.key == mapping_key).values(changed=changed))
    if not found.rowcount:
        raise _unknown()


def remove_mapping(connection: Connection, key: str) -> None:
    connection.execute(delete(rows.mappings).where(rows.mappings.c.key == key))
    forget_unused_companies(connection)


def forget_unused_companies(connection: Connection) -> None:
    """Remove companies that no mapping is of."""
    used = select(rows.mappings.c.company_key)
    connection.execute(delete(rows.companies).where(rows.companies.c.key.not_in(used)))


def columns_of(mapping_key: str, item: Kept) -> dict[str, Any]:
    """The columns of an item; what the table keeps otherwise than the dataclass is named here and in `item_from`."""
    values = {f.name: getattr(item, f.name) for f in fields(item)}
    values["mapping_key"] = mapping_key
    if isinstance(item, RoleNeed):
        targets = values.pop("targets")
        values |= {"target_now": targets.now, "target_y1": targets.y1, "target_y3": targets.y3}
    return values


def item_from(kind: type[Kept], values: dict[str, Any]) -> Kept:
    """The item of a row; its values are used up."""
    del values["mapping_key"]
    if kind is RoleNeed:
        values["targets"] = Targets(values.pop("target_now"), values.pop("target_y1"), values.pop("target_y3"))
    if kind is Measure:
        need, holding = values.pop("need_key"), values.pop("holding_key")
        values["for_key"] = need or holding
    return kind(**values)


def _tell_apart(connection: Connection, mapping_key: str, measures: list[dict[str, Any]]) -> None:
    """A measure's one key becomes that of a card holding or that of a need, so that the database can hold on to it."""
    cards = rows.cards.c
    holdings = set(connection.scalars(select(cards.key).where(cards.mapping_key == mapping_key)))
    for values in measures:
        key = values.pop("for_key")
        held = key in holdings
        values.update(need_key=None if held else key, holding_key=key if held else None)


def _identity(table: Table, values: dict[str, Any]) -> list[ColumnElement[bool]]:
    """Conditions that hold for one row. Bound parameters, since a level "not assessed" is no NULL in the database."""
    return [c == bindparam(None, values[c.name], type_=c.type) for c in table.primary_key.columns]


def _unknown() -> UserError:
    return UserError("This mapping is no longer here. It may have been removed in another window.")
