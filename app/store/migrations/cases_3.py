"""Approved versions, follow-ups, hindsight, scenarios; referrals and days of decision of measures; mapping again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from alembic.operations import Operations
from sqlalchemy import CheckConstraint, Column, Date, ForeignKeyConstraint, Integer, String, Text, inspect

_JOURNALLED: Final = ("mappings", "measures", "follow_ups", "hindsight", "scenarios")
"""New ones, and those that are rebuilt and lose their triggers thereby."""
_UNTOLD: Final = ("changed",)


def step(op: Operations) -> None:
    for make in (_mapping_again, _more_about_measures, _versions, _follow_ups, _hindsight, _scenarios):
        make(op)
    for table in _JOURNALLED:
        columns = [c["name"] for c in inspect(op.get_bind()).get_columns(table) if c["name"] not in _UNTOLD]
        for statement in _triggers(table, columns):
            op.execute(statement)


def _mapping_again(op: Operations) -> None:
    with op.batch_alter_table("mappings") as batch:
        batch.add_column(Column("remap_months", Integer, nullable=False, server_default="12"))
    with op.batch_alter_table("mappings") as batch:
        batch.alter_column("remap_months", server_default=None)


def _more_about_measures(op: Operations) -> None:
    with op.batch_alter_table("measures", recreate="always") as batch:
        batch.add_column(Column("decided_on", Date, nullable=True))
        batch.add_column(Column("referral", Text, nullable=True))


def _versions(op: Operations) -> None:
    op.create_table(
        "versions",
        Column("mapping_key", String, primary_key=True),
        Column("number", Integer, primary_key=True),
        Column("approved_on", Date, nullable=False),
        Column("approved_by", String, nullable=False),
        Column("note", String, nullable=False),
        Column("digest", String, nullable=False),
        Column("erased_on", Date, nullable=True),
        Column("step", Integer, nullable=False),
        Column("frozen", Text, nullable=False),
        _of_mapping(),
    )


def _follow_ups(op: Operations) -> None:
    op.create_table(
        "follow_ups",
        Column("mapping_key", String, primary_key=True),
        Column("key", String, primary_key=True),
        Column("version", Integer, nullable=False),
        Column("months", Integer, nullable=False),
        Column("due", Date, nullable=False),
        Column("done_on", Date, nullable=True),
        Column("notes", String, nullable=False),
        Column("measures", Text, nullable=False),
        _of_mapping(),
    )


def _hindsight(op: Operations) -> None:
    op.create_table(
        "hindsight",
        Column("mapping_key", String, primary_key=True),
        Column("need_key", String, primary_key=True),
        Column("level", Integer, nullable=False),
        Column("on", Date, nullable=True),
        ForeignKeyConstraint(["mapping_key", "need_key"], ["needs.mapping_key", "needs.key"], ondelete="CASCADE"),
        CheckConstraint("level BETWEEN 0 AND 4", name="level"),
    )


def _scenarios(op: Operations) -> None:
    op.create_table(
        "scenarios",
        Column("mapping_key", String, primary_key=True),
        Column("key", String, primary_key=True),
        Column("name", String, nullable=False),
        Column("on", Date, nullable=False),
        Column("switches", Text, nullable=False),
        _of_mapping(),
    )


def _of_mapping() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["mapping_key"], ["mappings.key"], ondelete="CASCADE")


def _triggers(table: str, columns: list[str]) -> Iterator[str]:
    before, after = (_as_json(columns, row) for row in ("OLD", "NEW"))
    for verb, was, became in (("INSERT", "NULL", after), ("UPDATE", before, after), ("DELETE", before, "NULL")):
        changed = f" AND {before} <> {after}" if verb == "UPDATE" else ""
        yield (
            f"CREATE TRIGGER journal_{table}_{verb.lower()} AFTER {verb} ON {table} "  # noqa: S608 - our names
            f"WHEN EXISTS (SELECT 1 FROM open_step){changed} BEGIN INSERT INTO changes (step, part, before, after) "
            f"SELECT step, '{table}', {was}, {became} FROM open_step; END"
        )


def _as_json(columns: list[str], row: str) -> str:
    pairs = (f"'{name}', {row}.\"{name}\"" for name in columns)
    return "json_object({})".format(", ".join(pairs))
