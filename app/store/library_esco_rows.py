"""Tables of ESCO in `library`: concepts with their texts, how they hang together, and what they are found by.

Concepts refer to each other by numbers of the store's own. Those that are only referred to have no name yet.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import DDL, Column, ForeignKeyConstraint, Named, Table, TypedColumns, UniqueConstraint, event

from app.store.library_rows import metadata


class ConceptRow(TypedColumns):
    id: Named[int] = Column(primary_key=True)
    uri: Named[str]
    kind: Named[str]
    code: Named[str]
    skill_type: Named[str]
    reuse_level: Named[str]
    name_fi: Named[str]
    name_sv: Named[str]
    name_en: Named[str]
    alternatives_fi: Named[str]
    alternatives_sv: Named[str]
    alternatives_en: Named[str]
    description_fi: Named[str]
    description_sv: Named[str]
    description_en: Named[str]


class BroaderRow(TypedColumns):
    narrower: Named[int] = Column(primary_key=True)
    broader: Named[int] = Column(primary_key=True)


class RelationRow(TypedColumns):
    occupation: Named[int] = Column(primary_key=True)
    skill: Named[int] = Column(primary_key=True)
    essential: Named[bool]


class MemberRow(TypedColumns):
    collection: Named[str] = Column(primary_key=True)
    concept: Named[int] = Column(primary_key=True)


class WordRow(TypedColumns):
    """A word of the names in a language; `documents` is how many concepts have it."""

    language: Named[str] = Column(primary_key=True)
    word: Named[str] = Column(primary_key=True)
    documents: Named[int]


def _concept(column: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint([column], ["esco_concepts.id"], ondelete="CASCADE")


concepts: Final = Table("esco_concepts", metadata, ConceptRow, UniqueConstraint("uri", name="uq_esco_concepts_uri"))
broader: Final = Table(
    "esco_broader", metadata, BroaderRow, _concept("narrower"), _concept("broader"), sqlite_with_rowid=False
)
relations: Final = Table(
    "esco_relations", metadata, RelationRow, _concept("occupation"), _concept("skill"), sqlite_with_rowid=False
)
members: Final = Table("esco_members", metadata, MemberRow, _concept("concept"), sqlite_with_rowid=False)
words: Final = Table("esco_words", metadata, WordRow, sqlite_with_rowid=False)

SEARCHED: Final = (
    """CREATE VIEW esco_texts AS SELECT id,
coalesce(nullif(name_fi, ''), nullif(name_sv, ''), name_en) || char(10) || alternatives_fi AS fi,
coalesce(nullif(name_sv, ''), nullif(name_fi, ''), name_en) || char(10) || alternatives_sv AS sv,
coalesce(nullif(name_en, ''), nullif(name_fi, ''), name_sv) || char(10) || alternatives_en AS en
FROM esco_concepts WHERE name_fi != '' OR name_sv != '' OR name_en != ''""",
    """CREATE VIRTUAL TABLE esco_terms USING fts5(fi, sv, en, content='esco_texts', content_rowid='id',
detail='column', tokenize='unicode61 remove_diacritics 0')""",
)
"""All names of a concept in a language, or its name in another, and the index of their words."""

for _statement in SEARCHED:
    event.listen(metadata, "after_create", DDL(_statement))  # type: ignore[no-untyped-call]  # SQLAlchemy has no types here
