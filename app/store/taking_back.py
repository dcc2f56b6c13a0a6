"""Taking steps back and doing them again, within the caller's transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping as Dict
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, TableClause, column, delete, func, insert, select, table, update

from app.store.journal import JOURNALLED, Act, a_step, changes, steps
from app.store.plan_rows import versions

_TABLES: Final = {t.name: t for t in JOURNALLED}
Row = Dict[str, Any]
_DOING: Final = (Act.DONE, Act.REDONE)


def last_step(connection: Connection, mapping_key: str) -> int:
    """The number of the last thing done to a mapping, whatever it was; 0 before anything was."""
    found = connection.scalar(select(func.max(steps.c.id)).where(steps.c.mapping_key == mapping_key))
    return found or 0


def undo(connection: Connection, mapping_key: str, at: datetime) -> bool:
    """Take back the last thing done that has not been taken back; whether there was one.

    What was approved is not taken back: an approved version stands on all that was done before it.
    """
    step = connection.scalar(_last(mapping_key, *_DOING))
    return _turned_round(connection, mapping_key, step, at, Act.UNDONE)


def redo(connection: Connection, mapping_key: str, at: datetime) -> bool:
    """Do again what was taken back last, unless something else has been done since; whether there was anything."""
    newest = select(func.max(steps.c.id)).where(steps.c.mapping_key == mapping_key, steps.c.act == Act.DONE)
    since = _last(mapping_key, Act.UNDONE).where(steps.c.id > func.coalesce(newest.scalar_subquery(), 0))
    return _turned_round(connection, mapping_key, connection.scalar(since), at, Act.REDONE)


def _last(mapping_key: str, *acts: Act) -> Select[Any]:
    """The last step of this kind since the last approval that has not been turned round."""
    approved = select(func.max(versions.c.step)).where(versions.c.mapping_key == mapping_key)
    turned = steps.alias("turned")
    open_still = select(turned.c.id).where(turned.c.of == steps.c.id).exists()
    since = steps.c.id > func.coalesce(approved.scalar_subquery(), 0)
    mine = (steps.c.mapping_key == mapping_key, since, steps.c.act.in_(acts), ~open_still)
    return select(func.max(steps.c.id)).where(*mine)


def _turned_round(connection: Connection, mapping_key: str, step: int | None, at: datetime, act: Act) -> bool:
    if step is None:
        return False
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # rows come back in the order in which they went
    done = select(changes).where(changes.c.step == step).order_by(changes.c.id.desc())
    with a_step(connection, mapping_key, at, act, step):
        for change in connection.execute(done).all():
            _turn_round(connection, change.part, _row(change.before), _row(change.after))
    return True


def _row(text: str | None) -> Row | None:
    """Columns with what they hold."""
    return None if text is None else dict(json.loads(text))


def _turn_round(connection: Connection, name: str, was: Row | None, became: Row | None) -> None:
    """Make a row what it was."""
    keys = [c.name for c in _TABLES[name].primary_key.columns]
    held = _as_held(name)
    if was is None:
        assert became is not None
        connection.execute(delete(held).where(*(held.c[key] == became[key] for key in keys)))
    elif became is None:
        connection.execute(insert(held).prefix_with("OR REPLACE").values(was))
    else:
        connection.execute(update(held).where(*(held.c[key] == was[key] for key in keys)).values(was))


def _as_held(name: str) -> TableClause:
    """A table whose columns give and take what the database holds, past the types of the fields."""
    return table(name, *(column(c.name) for c in _TABLES[name].c))
