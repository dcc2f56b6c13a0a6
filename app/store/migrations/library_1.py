"""The first schema of `library`."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKeyConstraint, Integer, String, Text


def step(op: Operations) -> None:
    for make in (_frameworks, _offers, _competences, _units, _sub_areas, _requirements):
        make(op)


def _frameworks(op: Operations) -> None:
    op.create_table(
        "frameworks",
        Column("name_fi", String, nullable=False),
        Column("name_sv", String, nullable=False),
        Column("name_en", String, nullable=False),
        Column("key", String, primary_key=True),
        Column("kind", String, nullable=False),
        Column("version", String, nullable=False),
        Column("code", String, nullable=False),
        Column("order_number", String, nullable=False),
        Column("valid_from", Date),
        Column("valid_to", Date),
        Column("source", String, nullable=False),
        Column("licence", String, nullable=False),
        Column("checked", Date),
        Column("areas", Text, nullable=False),
        Column("titles", Text, nullable=False),
        Column("structure", Text),
        Column("content_hash", String, nullable=False),
    )


def _offers(op: Operations) -> None:
    op.create_table(
        "offers",
        Column("key", String, primary_key=True),
        Column("content", Text, nullable=False),
    )


def _competences(op: Operations) -> None:
    op.create_table(
        "competences",
        Column("framework_key", String, primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("key", String, nullable=False),
        Column("name_fi", String, nullable=False),
        Column("name_sv", String, nullable=False),
        Column("name_en", String, nullable=False),
        Column("code", String, nullable=False),
        Column("description_fi", String, nullable=False),
        Column("description_sv", String, nullable=False),
        Column("description_en", String, nullable=False),
        Column("group_fi", String, nullable=False),
        Column("group_sv", String, nullable=False),
        Column("group_en", String, nullable=False),
        Column("unit_codes", Text, nullable=False),
        Column("links", Text, nullable=False),
        Column("anchors", Text, nullable=False),
        Column("target", Integer),
        Column("criticality", Integer),
        Column("statutory", Boolean, nullable=False),
        Column("name_status", String, nullable=False),
        ForeignKeyConstraint(["framework_key"], ["frameworks.key"], ondelete="CASCADE"),
        CheckConstraint("target BETWEEN 0 AND 4", name="target"),
        CheckConstraint("criticality BETWEEN 1 AND 3", name="criticality"),
    )


def _units(op: Operations) -> None:
    op.create_table(
        "units",
        Column("framework_key", String, primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("key", String, nullable=False),
        Column("name_fi", String, nullable=False),
        Column("name_sv", String, nullable=False),
        Column("name_en", String, nullable=False),
        Column("code", String, nullable=False),
        Column("points", String),
        Column("kind", String, nullable=False),
        ForeignKeyConstraint(["framework_key"], ["frameworks.key"], ondelete="CASCADE"),
    )


def _sub_areas(op: Operations) -> None:
    op.create_table(
        "sub_areas",
        Column("framework_key", String, primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("key", String, nullable=False),
        Column("name_fi", String, nullable=False),
        Column("name_sv", String, nullable=False),
        Column("name_en", String, nullable=False),
        Column("unit", Integer, nullable=False),
        Column("code", String, nullable=False),
        Column("points", String),
        Column("optional", Boolean, nullable=False),
        ForeignKeyConstraint(["framework_key", "unit"], ["units.framework_key", "units.position"], ondelete="CASCADE"),
    )


def _requirements(op: Operations) -> None:
    op.create_table(
        "requirements",
        Column("framework_key", String, primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("key", String, nullable=False),
        Column("unit", Integer, nullable=False),
        Column("sub_area", Integer),
        Column("text_fi", String, nullable=False),
        Column("text_sv", String, nullable=False),
        Column("text_en", String, nullable=False),
        Column("heading_fi", String, nullable=False),
        Column("heading_sv", String, nullable=False),
        Column("heading_en", String, nullable=False),
        Column("levels", Text, nullable=False),
        ForeignKeyConstraint(["framework_key", "unit"], ["units.framework_key", "units.position"], ondelete="CASCADE"),
        ForeignKeyConstraint(
            ["framework_key", "sub_area"], ["sub_areas.framework_key", "sub_areas.position"], ondelete="CASCADE"
        ),
    )
