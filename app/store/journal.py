"""Every change of a mapping, row by row, so that it can be taken back, done again, and told (brief, 3.4).

Triggers write down what a row was and what it became while a step is open. A step is one act of a person and one
transaction. Nothing leaves the journal but what is erased: taking back is a step of its own, whose changes are those
of the other step turned round.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import (
    DDL,
    Column,
    Connection,
    ForeignKey,
    Named,
    Table,
    TypedColumns,
    case,
    delete,
    event,
    exists,
    insert,
    select,
)
from sqlalchemy import Text as LongString

from app.mapping.model import Assessor, Mode
from app.store import case_rows as rows
from app.store import plan_rows
from app.store.columns import Moment, OneOf

JOURNALLED: Final = (
    rows.companies,
    rows.mappings,
    rows.roles,
    rows.people,
    rows.needs,
    rows.assessments,
    rows.level_counts,
    rows.cards,
    rows.agreed,
    rows.measures,
    rows.answers,
    rows.interviews,
    plan_rows.follow_ups,
    plan_rows.hindsight,
    plan_rows.scenarios,
)
"""Tables whose changes can be taken back."""
UNTOLD: Final = frozenset({"changed"})
"""Columns that are no act of anybody."""


class Act(StrEnum):
    """What a step is. One that takes back or does again says of which step."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


class StepRow(TypedColumns):
    """`by` is who sat at the keyboard: the owner in a self-assessment, the consultant on a visit."""

    id: Named[int] = Column(primary_key=True)
    mapping_key: Named[str] = Column(ForeignKey("mappings.key", ondelete="CASCADE"), nullable=False, index=True)
    at: Named[datetime] = Column(Moment)
    by: Named[Assessor] = Column(OneOf(Assessor))
    act: Named[Act] = Column(OneOf(Act))
    of: Named[int | None] = Column(ForeignKey("steps.id", ondelete="CASCADE"), index=True)


class OpenStepRow(TypedColumns):
    """At most one row, and only within a transaction."""

    step: Named[int]


class ChangeRow(TypedColumns):
    """A row before and after, as JSON of its columns; what was not there is NULL."""

    id: Named[int] = Column(primary_key=True)
    step: Named[int] = Column(ForeignKey("steps.id", ondelete="CASCADE"), nullable=False, index=True)
    part: Named[str]
    before: Named[str | None] = Column(LongString)
    after: Named[str | None] = Column(LongString)


steps: Final = Table("steps", rows.metadata, StepRow, sqlite_autoincrement=True)
open_step: Final = Table("open_step", rows.metadata, OpenStepRow)
changes: Final = Table("changes", rows.metadata, ChangeRow)


def triggers(table: Table) -> Iterator[str]:
    """Statements that let the journal see every change of a table."""
    before, after = (_as_json(table, row) for row in ("OLD", "NEW"))
    for verb, was, became in (("INSERT", "NULL", after), ("UPDATE", before, after), ("DELETE", before, "NULL")):
        changed = f" AND {before} <> {after}" if verb == "UPDATE" else ""
        yield (
            f"CREATE TRIGGER journal_{table.name}_{verb.lower()} AFTER {verb} ON {table.name} "  # noqa: S608 - our names
            f"WHEN EXISTS (SELECT 1 FROM open_step){changed} BEGIN INSERT INTO changes (step, part, before, after) "
            f"SELECT step, '{table.name}', {was}, {became} FROM open_step; END"
        )


def _as_json(table: Table, row: str) -> str:
    told = (column.name for column in table.c if column.name not in UNTOLD)
    pairs = (f"'{name}', {row}.\"{name}\"" for name in told)
    return "json_object({})".format(", ".join(pairs))


for _table in JOURNALLED:
    for _statement in triggers(_table):
        event.listen(_table, "after_create", DDL(_statement))  # type: ignore[no-untyped-call] # SQLAlchemy has no type for it


@contextmanager
def a_step(
    connection: Connection, mapping_key: str, at: datetime, act: Act = Act.DONE, of: int | None = None
) -> Iterator[None]:
    """Within it, every change is written down as one step of a mapping; one in which nothing was done is no step."""
    mode = select(rows.mappings.c.mode).where(rows.mappings.c.key == mapping_key).scalar_subquery()
    by = case((mode == Mode.VISIT, Assessor.CONSULTANT), else_=Assessor.OWNER)
    new = insert(steps).values(mapping_key=mapping_key, at=at, by=by, act=act, of=of).returning(steps.c.id)
    step = connection.scalar(new)
    connection.execute(insert(open_step).values(step=step))
    yield
    connection.execute(delete(open_step))
    if act is Act.DONE and not connection.scalar(select(exists().where(changes.c.step == step))):
        connection.execute(delete(steps).where(steps.c.id == step))
