"""Versions of a framework side by side, and ESCO."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Integer,
    String,
    Text,
    UniqueConstraint,
)

_PARTS = ("competences", "units", "sub_areas", "requirements")


def step(op: Operations) -> None:
    for table in ("frameworks", *_PARTS):
        op.rename_table(table, f"old_{table}")
    for make in (_frameworks, _competences, _units, _sub_areas, _requirements, _esco, _esco_search):
        make(op)
    _move(op)
    for table in (*reversed(_PARTS), "frameworks"):
        op.drop_table(f"old_{table}")


def _move(op: Operations) -> None:
    """Rows keep all but the key by which parts know their framework; hashes of what is kept otherwise mean nothing."""
    columns = (
        "name_fi, name_sv, name_en, key, kind, version, code, order_number, valid_from, valid_to, source, licence, "
        "checked, areas, titles, structure"
    )
    op.execute(
        f"INSERT INTO frameworks ({columns}, id, content_hash) "  # noqa: S608 - names of our own columns
        f"SELECT {columns}, row_number() OVER (ORDER BY key), '' FROM old_frameworks"
    )
    names = "name_fi, name_sv, name_en"
    said = {
        "competences": f"{names}, code, description_fi, description_sv, description_en, group_fi, group_sv, group_en, "
        "unit_codes, links, anchors, target, criticality, statutory, name_status",
        "units": f"{names}, code, points, kind",
        "sub_areas": f"{names}, unit, code, points, optional",
        "requirements": "unit, sub_area, text_fi, text_sv, text_en, heading_fi, heading_sv, heading_en, levels",
    }
    for table, own in said.items():
        op.execute(
            f"INSERT INTO {table} (framework, position, key, {own}) "  # noqa: S608 - names of our own columns
            f"SELECT (SELECT id FROM frameworks WHERE key = framework_key), position, key, {own} FROM old_{table}"
        )


def _texts(*names: str) -> list[Column[str]]:
    return [Column(f"{name}_{language}", String, nullable=False) for name in names for language in ("fi", "sv", "en")]


def _part() -> list[Column[int] | Column[str]]:
    return [
        Column("framework", Integer, primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("key", String, nullable=False),
    ]


def _in_framework() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["framework"], ["frameworks.id"], ondelete="CASCADE")


def _in_part(table: str, column: str) -> ForeignKeyConstraint:
    places = [f"{table}.framework", f"{table}.position"]
    return ForeignKeyConstraint(["framework", column], places, ondelete="CASCADE")


def _frameworks(op: Operations) -> None:
    op.create_table(
        "frameworks",
        *_texts("name"),
        Column("id", Integer, primary_key=True),
        *(Column(name, String, nullable=False) for name in ("key", "kind", "version", "code", "order_number")),
        Column("valid_from", Date),
        Column("valid_to", Date),
        Column("source", String, nullable=False),
        Column("licence", String, nullable=False),
        Column("checked", Date),
        Column("areas", Text, nullable=False),
        Column("titles", Text, nullable=False),
        Column("structure", Text),
        Column("content_hash", String, nullable=False),
        UniqueConstraint("key", "version", name="uq_frameworks_key_version"),
    )


def _competences(op: Operations) -> None:
    op.create_table(
        "competences",
        *_part(),
        *_texts("name"),
        Column("code", String, nullable=False),
        *_texts("description", "group"),
        *(Column(name, Text, nullable=False) for name in ("unit_codes", "links", "anchors")),
        Column("target", Integer),
        Column("criticality", Integer),
        Column("statutory", Boolean, nullable=False),
        Column("name_status", String, nullable=False),
        _in_framework(),
        CheckConstraint("target BETWEEN 0 AND 4", name="target"),
        CheckConstraint("criticality BETWEEN 1 AND 3", name="criticality"),
    )


def _units(op: Operations) -> None:
    op.create_table(
        "units",
        *_part(),
        *_texts("name"),
        Column("code", String, nullable=False),
        Column("points", String),
        Column("kind", String, nullable=False),
        _in_framework(),
    )


def _sub_areas(op: Operations) -> None:
    op.create_table(
        "sub_areas",
        *_part(),
        *_texts("name"),
        Column("unit", Integer, nullable=False),
        Column("code", String, nullable=False),
        Column("points", String),
        Column("optional", Boolean, nullable=False),
        _in_part("units", "unit"),
    )


def _requirements(op: Operations) -> None:
    op.create_table(
        "requirements",
        *_part(),
        Column("unit", Integer, nullable=False),
        Column("sub_area", Integer),
        *_texts("text", "heading"),
        Column("levels", Text, nullable=False),
        _in_part("units", "unit"),
        _in_part("sub_areas", "sub_area"),
    )


def _esco(op: Operations) -> None:
    op.create_table(
        "esco_concepts",
        Column("id", Integer, primary_key=True),
        Column("uri", String, nullable=False),
        *(Column(name, String, nullable=False) for name in ("kind", "code", "skill_type", "reuse_level")),
        *_texts("name", "alternatives", "description"),
        UniqueConstraint("uri", name="uq_esco_concepts_uri"),
    )
    _pairs(op, "esco_broader", "narrower", "broader")
    _pairs(op, "esco_relations", "occupation", "skill", Column("essential", Boolean, nullable=False))
    op.create_table(
        "esco_members",
        Column("collection", String, primary_key=True),
        Column("concept", Integer, primary_key=True),
        ForeignKeyConstraint(["concept"], ["esco_concepts.id"], ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "esco_words",
        Column("language", String, primary_key=True),
        Column("word", String, primary_key=True),
        Column("documents", Integer, nullable=False),
        sqlite_with_rowid=False,
    )


def _pairs(op: Operations, table: str, one: str, other: str, *more: Column[bool]) -> None:
    op.create_table(
        table,
        Column(one, Integer, primary_key=True),
        Column(other, Integer, primary_key=True),
        *more,
        ForeignKeyConstraint([one], ["esco_concepts.id"], ondelete="CASCADE"),
        ForeignKeyConstraint([other], ["esco_concepts.id"], ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def _esco_search(op: Operations) -> None:
    op.execute("""CREATE VIEW esco_texts AS SELECT id,
coalesce(nullif(name_fi, ''), nullif(name_sv, ''), name_en) || char(10) || alternatives_fi AS fi,
coalesce(nullif(name_sv, ''), nullif(name_fi, ''), name_en) || char(10) || alternatives_sv AS sv,
coalesce(nullif(name_en, ''), nullif(name_fi, ''), name_sv) || char(10) || alternatives_en AS en
FROM esco_concepts WHERE name_fi != '' OR name_sv != '' OR name_en != ''""")
    op.execute("""CREATE VIRTUAL TABLE esco_terms USING fts5(fi, sv, en, content='esco_texts', content_rowid='id',
detail='column', tokenize='unicode61 remove_diacritics 0')""")
