"""Answers of a survey, the visit, the journal of changes, signals, and more about the company."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from alembic.operations import Operations
from sqlalchemy import Column, Date, DateTime, ForeignKey, ForeignKeyConstraint, Integer, String, Text, inspect

_JOURNALLED: Final = (
    "companies",
    "mappings",
    "roles",
    "people",
    "needs",
    "assessments",
    "level_counts",
    "card_holdings",
    "agreed",
    "measures",
    "answers",
    "interviews",
)
_UNTOLD: Final = ("changed",)


def step(op: Operations) -> None:
    for make in (_more_about_companies, _visits, _answers, _interviews, _signals, _journal):
        make(op)
    for table in _JOURNALLED:
        columns = [c["name"] for c in inspect(op.get_bind()).get_columns(table) if c["name"] not in _UNTOLD]
        for statement in _triggers(table, columns):
            op.execute(statement)


def _more_about_companies(op: Operations) -> None:
    with op.batch_alter_table("companies") as batch:
        for name in ("employment_contact", "background", "background_source"):
            batch.add_column(Column(name, String, nullable=False, server_default=""))
        batch.add_column(Column("background_on", Date, nullable=True))
    with op.batch_alter_table("companies") as batch:
        for name in ("employment_contact", "background", "background_source"):
            batch.alter_column(name, server_default=None)


def _visits(op: Operations) -> None:
    with op.batch_alter_table("mappings") as batch:
        batch.add_column(Column("visit", Text, nullable=False, server_default="{}"))
    with op.batch_alter_table("mappings") as batch:
        batch.alter_column("visit", server_default=None)


def _answers(op: Operations) -> None:
    op.create_table(
        "answers",
        Column("mapping_key", String, primary_key=True),
        Column("question", String, primary_key=True),
        Column("path", Text, primary_key=True),
        Column("value", Text, nullable=False),
        _of_mapping(),
    )


def _interviews(op: Operations) -> None:
    op.create_table(
        "interviews",
        Column("mapping_key", String, primary_key=True),
        Column("begun", Date, nullable=False),
        Column("survey", Text, nullable=False),
        _of_mapping(),
    )


def _of_mapping() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["mapping_key"], ["mappings.key"], ondelete="CASCADE")


def _signals(op: Operations) -> None:
    op.create_table(
        "signals",
        Column("key", String, primary_key=True),
        Column("on", Date, nullable=False),
        Column("what", String, nullable=False),
        Column("sector", String, nullable=False),
        Column("when", String, nullable=False),
        Column("service_language", String, nullable=False),
    )


def _journal(op: Operations) -> None:
    op.create_table(
        "steps",
        Column("id", Integer, primary_key=True),
        Column("mapping_key", String, ForeignKey("mappings.key", ondelete="CASCADE"), nullable=False, index=True),
        Column("at", DateTime, nullable=False),
        Column("by", String, nullable=False),
        Column("act", String, nullable=False),
        Column("of", Integer, ForeignKey("steps.id", ondelete="CASCADE"), index=True),
        sqlite_autoincrement=True,
    )
    op.create_table("open_step", Column("step", Integer, nullable=False))
    op.create_table(
        "changes",
        Column("id", Integer, primary_key=True),
        Column("step", Integer, ForeignKey("steps.id", ondelete="CASCADE"), nullable=False, index=True),
        Column("part", String, nullable=False),
        Column("before", Text),
        Column("after", Text),
    )


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
