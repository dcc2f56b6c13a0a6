"""The first schema of `cases`."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    String,
    Text,
)


def step(op: Operations) -> None:
    for make in (
        _companies,
        _mappings,
        _roles,
        _needs,
        _people,
        _agreed,
        _assessments,
        _card_holdings,
        _level_counts,
        _measures,
    ):
        make(op)


def _companies(op: Operations) -> None:
    op.create_table(
        "companies",
        Column("key", String, primary_key=True),
        Column("name", String, nullable=False),
        Column("business_id", String, nullable=False),
        Column("sector", String, nullable=False),
        Column("sector_words", String, nullable=False),
        Column("size", String, nullable=False),
        Column("municipality", String, nullable=False),
        Column("municipality_name", String, nullable=False),
        Column("service_language", String, nullable=False),
        Column("contact", String, nullable=False),
    )


def _mappings(op: Operations) -> None:
    op.create_table(
        "mappings",
        Column("key", String, primary_key=True),
        Column("company_key", String, ForeignKey("companies.key"), nullable=False, index=True),
        Column("mode", String, nullable=False),
        Column("people_mode", String, nullable=False),
        Column("document_language", String, nullable=False),
        Column("goal", String, nullable=False),
        Column("method_version", String, nullable=False),
        Column("started", Date),
        Column("changed", DateTime, nullable=False),
        Column("next_meeting", Date),
        Column("next_meeting_note", String, nullable=False),
        Column("example", Boolean, nullable=False),
    )


def _roles(op: Operations) -> None:
    op.create_table(
        "roles",
        Column("mapping_key", String, primary_key=True),
        Column("key", String, primary_key=True),
        Column("name", String, nullable=False),
        Column("head_count", Integer, nullable=False),
        Column("importance", Integer, nullable=False),
        Column("position", Integer, nullable=False),
        ForeignKeyConstraint(["mapping_key"], ["mappings.key"], ondelete="CASCADE"),
        CheckConstraint("head_count >= 0", name="head_count"),
        CheckConstraint("importance BETWEEN 1 AND 3", name="importance"),
    )


def _needs(op: Operations) -> None:
    op.create_table(
        "needs",
        Column("mapping_key", String, primary_key=True),
        Column("key", String, primary_key=True),
        Column("role_key", String, nullable=False),
        Column("name", Text, nullable=False),
        Column("source_key", String, nullable=False),
        Column("source_version", String, nullable=False),
        Column("source_name", Text, nullable=False),
        Column("source_order", String, nullable=False),
        Column("competence_code", String, nullable=False),
        Column("description", Text, nullable=False),
        Column("anchors", Text, nullable=False),
        Column("unit_code", String, nullable=False),
        Column("unit_name", Text, nullable=False),
        Column("qualification_code", String, nullable=False),
        Column("tags", Text, nullable=False),
        Column("statutory", Boolean, nullable=False),
        Column("target_now", Integer),
        Column("target_y1", Integer),
        Column("target_y3", Integer),
        Column("criticality", Integer, nullable=False),
        Column("required", Integer),
        Column("position", Integer, nullable=False),
        ForeignKeyConstraint(["mapping_key", "role_key"], ["roles.mapping_key", "roles.key"], ondelete="CASCADE"),
        CheckConstraint("target_now BETWEEN 0 AND 4", name="target_now"),
        CheckConstraint("target_y1 BETWEEN 0 AND 4", name="target_y1"),
        CheckConstraint("target_y3 BETWEEN 0 AND 4", name="target_y3"),
        CheckConstraint("criticality BETWEEN 1 AND 3", name="criticality"),
        CheckConstraint("required >= 1", name="required"),
    )


def _people(op: Operations) -> None:
    op.create_table(
        "people",
        Column("mapping_key", String, primary_key=True),
        Column("key", String, primary_key=True),
        Column("role_key", String, nullable=False),
        Column("code", String, nullable=False),
        Column("display_name", String, nullable=False),
        Column("position", Integer, nullable=False),
        ForeignKeyConstraint(["mapping_key", "role_key"], ["roles.mapping_key", "roles.key"], ondelete="CASCADE"),
    )


def _agreed(op: Operations) -> None:
    op.create_table(
        "agreed",
        Column("mapping_key", String, primary_key=True),
        Column("need_key", String, primary_key=True),
        Column("position", Integer, nullable=False),
        Column("reason", String, nullable=False),
        ForeignKeyConstraint(["mapping_key", "need_key"], ["needs.mapping_key", "needs.key"], ondelete="CASCADE"),
    )


def _assessments(op: Operations) -> None:
    op.create_table(
        "assessments",
        Column("mapping_key", String, primary_key=True),
        Column("person_key", String, primary_key=True),
        Column("need_key", String, primary_key=True),
        Column("assessor", String, primary_key=True),
        Column("level", Integer),
        Column("language_free_level", Integer),
        Column("not_part_of_job", Boolean, nullable=False),
        Column("evidence", String, nullable=False),
        Column("reason", String),
        Column("note", String, nullable=False),
        Column("on", Date),
        ForeignKeyConstraint(["mapping_key", "person_key"], ["people.mapping_key", "people.key"], ondelete="CASCADE"),
        ForeignKeyConstraint(["mapping_key", "need_key"], ["needs.mapping_key", "needs.key"], ondelete="CASCADE"),
        CheckConstraint("level BETWEEN 0 AND 4", name="level"),
        CheckConstraint("language_free_level BETWEEN 0 AND 4", name="language_free_level"),
    )


def _card_holdings(op: Operations) -> None:
    op.create_table(
        "card_holdings",
        Column("mapping_key", String, primary_key=True),
        Column("key", String, primary_key=True),
        Column("card", String, nullable=False),
        Column("role_key", String, nullable=False),
        Column("name", Text, nullable=False),
        Column("person_key", String),
        Column("state", String, nullable=False),
        Column("valid_to", Date),
        Column("count", Integer, nullable=False),
        ForeignKeyConstraint(["mapping_key", "role_key"], ["roles.mapping_key", "roles.key"], ondelete="CASCADE"),
        ForeignKeyConstraint(["mapping_key", "person_key"], ["people.mapping_key", "people.key"], ondelete="CASCADE"),
        CheckConstraint("count >= 0", name="count"),
    )


def _level_counts(op: Operations) -> None:
    op.create_table(
        "level_counts",
        Column("mapping_key", String, primary_key=True),
        Column("need_key", String, primary_key=True),
        Column("level", Integer, primary_key=True),
        Column("count", Integer, nullable=False),
        ForeignKeyConstraint(["mapping_key", "need_key"], ["needs.mapping_key", "needs.key"], ondelete="CASCADE"),
        CheckConstraint("level BETWEEN -1 AND 4", name="level"),
        CheckConstraint("count >= 0", name="count"),
    )


def _measures(op: Operations) -> None:
    op.create_table(
        "measures",
        Column("mapping_key", String, primary_key=True),
        Column("key", String, primary_key=True),
        Column("need_key", String),
        Column("holding_key", String),
        Column("option", String, nullable=False),
        Column("what", String, nullable=False),
        Column("responsible", String, nullable=False),
        Column("deadline", Date),
        Column("success_sign", String, nullable=False),
        Column("cost", String, nullable=False),
        Column("status", String, nullable=False),
        Column("funding_route", String, nullable=False),
        Column("offer", Text),
        Column("why", String, nullable=False),
        Column("first_step", Boolean, nullable=False),
        Column("position", Integer, nullable=False),
        ForeignKeyConstraint(["mapping_key", "need_key"], ["needs.mapping_key", "needs.key"], ondelete="CASCADE"),
        ForeignKeyConstraint(
            ["mapping_key", "holding_key"], ["card_holdings.mapping_key", "card_holdings.key"], ondelete="CASCADE"
        ),
        CheckConstraint("(need_key IS NULL) <> (holding_key IS NULL)", name="for"),
    )
