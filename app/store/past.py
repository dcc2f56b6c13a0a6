"""What became of one item of a mapping, oldest first, within the caller's transaction."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.dialects import sqlite

from app.mapping.model import Assessor
from app.store.case_items import Kept, columns_of, item_from, table_of
from app.store.journal import Act, changes, steps

_DIALECT: Final = sqlite.dialect()


@dataclass(frozen=True, slots=True)
class Past:
    """A change: what the item was and what it became. None: it was not there, or is not any more.

    `at` is aware; `by` is who sat at the keyboard; `act` says whether it was done, taken back or done again.
    """

    at: datetime
    by: Assessor
    act: Act
    before: Kept | None
    after: Kept | None


def past(connection: Connection, mapping_key: str, item: Kept) -> tuple[Past, ...]:
    """Every change of the item with this identity; the item itself need not be there any more."""
    table = table_of(type(item))
    row = func.coalesce(changes.c.after, changes.c.before)
    same = [func.json_extract(row, f'$."{name}"') == value for name, value in _identity(table, mapping_key, item)]
    found = (
        select(steps.c.at, steps.c.by, steps.c.act, changes.c.before, changes.c.after)
        .join(steps, steps.c.id == changes.c.step)
        .where(steps.c.mapping_key == mapping_key, changes.c.part == table.name, *same)
        .order_by(changes.c.id)
    )
    return tuple(
        Past(at, by, act, _item(type(item), before), _item(type(item), after))
        for at, by, act, before, after in connection.execute(found)
    )


def _identity(table: Table, mapping_key: str, item: Kept) -> list[tuple[str, Any]]:
    """The columns that tell an item apart, with what the database holds in them."""
    values = columns_of(mapping_key, item)
    return [(c.name, _stored(c.type, values[c.name])) for c in table.primary_key.columns]


def _stored(kind: Any, value: Any) -> Any:
    into = kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)
    return into(value) if into else value


def _item(kind: type[Kept], text: str | None) -> Kept | None:
    if text is None:
        return None
    held = json.loads(text)  # what an earlier schema did not know is not in it
    return item_from(kind, {c.name: _read(c.type, held[c.name]) for c in table_of(kind).c if c.name in held})


def _read(kind: Any, value: Any) -> Any:
    out = kind.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
    return out(value) if out else value
