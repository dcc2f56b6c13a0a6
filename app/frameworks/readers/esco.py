"""Files of the ESCO classification: the tables of its portal, and labels of occupations as JSON.

https://esco.ec.europa.eu/en/use-esco/download. Which table a file is, is seen from its columns. A table has one
language; what several files say of one concept belongs together by its address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Final

from app.errors import UserError
from app.frameworks.esco import Broader, Concept, ConceptKind, Part, above_by_code
from app.frameworks.readers.esco_collections import collection_of
from app.frameworks.readers.esco_labels import read_labels
from app.frameworks.readers.esco_language import language_of
from app.frameworks.readers.esco_rows import Columns, columns_of, head_of
from app.frameworks.readers.esco_rules import PREFIX, Column, refuse_circles
from app.languages import Language
from app.texts import Text

_KINDS: Final[dict[str, ConceptKind]] = {
    "KnowledgeSkillCompetence": "skill",
    "SkillGroup": "skill_group",
    "Occupation": "occupation",
    "ISCOGroup": "isco_group",
}
_NOTHING: Final = Text()
_LEVELS: Final = 4
_ENOUGH: Final = 2_000
"""Rows that tell the language of a table."""
_SIGNS: Final = ("concepturi", "occupationuri", "level 0 uri")
"""Columns that no other table has; one is in each of ESCO's."""
_LABELLED: Final = re.compile(f'"uri"\\s*:\\s*"{re.escape(PREFIX)}')
"""How an entry of labels names its concept. JSON of others names them, too: a course that teaches a skill."""


def recognises(data: bytes) -> bool:
    """Whether this is a file of ESCO, by how it begins."""
    head = head_of(data)
    if head.startswith(("[", "{")):
        return bool(_LABELLED.search(data[:2000].decode("utf-8", "replace").replace("\\/", "/")))
    return any(sign in head for sign in _SIGNS)


def read(data: bytes, file: str) -> Part:
    """What a file says. Nothing of ESCO, or anything that does not belong there: UserError."""
    if head_of(data).startswith(("[", "{")):
        return read_labels(data, file)
    table = columns_of(data, file)
    for columns, reader in _READERS:
        if all(column in table.places for column in columns):
            if not table.rows:
                raise UserError("{file} is empty below its header. Fetch the file again.", {"file": file})
            return reader(table)
    raise UserError(
        "{file} has not the columns of any file of ESCO. Fetch it again from the ESCO portal as CSV.", {"file": file}
    )


def _column(table: Columns, name: str) -> Column:
    return Column(table.file, name, table.get(name), table.line)


def _read_concepts(table: Columns) -> Part:
    concepts = _concepts(table)
    groups = _column(table, "iscoGroup").words()
    above = (
        f"{PREFIX}isco/C{group}" if group else above_by_code(c.uri) for c, group in zip(concepts, groups, strict=True)
    )
    pairs = ((concept.uri, (group,)) for concept, group in zip(concepts, above, strict=True) if group)
    return Part(table.file, concepts=concepts, placed=tuple(pairs))


def _read_collection(table: Columns) -> Part:
    concepts = _concepts(table)
    members = tuple(concept.uri for concept in concepts)
    collection = collection_of(set(members), table.file)
    return Part(table.file, concepts=concepts, fills=True, collection=collection, members=members)


def _concepts(table: Columns) -> tuple[Concept, ...]:
    """The concepts of a table, one a row."""
    uris = _column(table, "conceptUri")
    uris.refuse_twice()
    names = _column(table, "preferredLabel").names()
    language = language_of(names[:_ENOUGH], table.file)
    description = "description" if "description" in table.places else "definition"
    return tuple(
        map(
            Concept,
            uris.uris(),
            (_KINDS[kind] for kind in _column(table, "conceptType").words(_KINDS)),
            _said(language, names),
            _said(language, _column(table, "altLabels").lists()),
            _said(language, _column(table, description).texts()),
            _column(table, "code").words(),
            _column(table, "skillType").words(),
            _column(table, "reuseLevel").words(),
        )
    )


def _said(language: Language, texts: Iterable[str]) -> Iterable[Text]:
    return (Text(**{language: text}) if text else _NOTHING for text in texts)


def _read_hierarchy(table: Columns) -> Part:
    """Each row is a group, with those that it is in from the broadest on."""
    names = [_column(table, f"Level {level} preferred term").names() for level in range(_LEVELS)]
    language = language_of((name for column in names for name in column), table.file)
    levels = []
    for level in range(_LEVELS):
        column, codes = _column(table, f"Level {level} URI"), _column(table, f"Level {level} code").words()
        levels.append([*zip(_optional(column), _said(language, names[level]), codes, strict=True)])
    concepts: dict[str, Concept] = {}
    placed: dict[str, list[str]] = {}
    for way in zip(*levels, strict=True):
        there = [(uri, name, code) for uri, name, code in way if uri]
        for uri, name, code in there:
            concepts.setdefault(uri, Concept(uri, "skill_group", name, code=code))
        for (broad, *_), (narrow, *_) in pairwise(there):
            placed.setdefault(narrow, []).append(broad)
    refuse_circles(placed, table.file)
    return Part(table.file, concepts=tuple(concepts.values()), fills=True, placed=_pairs(placed))


def _optional(column: Column) -> list[str]:
    """Addresses, or nothing."""
    filled = [row for row, value in enumerate(column.values) if value.strip()]
    values = [column.values[row] for row in filled]
    found = Column(column.file, column.name, values, lambda row: column.line(filled[row])).uris()
    by_row = dict(zip(filled, found, strict=True))
    return [by_row.get(row, "") for row in range(len(column.values))]


def _read_broader(table: Columns) -> Part:
    broader: dict[str, list[str]] = {}
    both = _column(table, "conceptUri").uris(), _column(table, "broaderUri").uris()
    for narrow, broad in zip(*both, strict=True):
        broader.setdefault(narrow, []).append(broad)
    refuse_circles(broader, table.file)
    return Part(table.file, broader=_pairs(broader))


def _pairs(edges: dict[str, list[str]]) -> tuple[Broader, ...]:
    return tuple((narrow, tuple(sorted(set(broad)))) for narrow, broad in edges.items())


def _read_relations(table: Columns) -> Part:
    occupations, skills = _column(table, "occupationUri").uris(), _column(table, "skillUri").uris()
    kinds = _column(table, "relationType").words(("essential", "optional"))
    if len(set(zip(occupations, skills, strict=True))) < len(table.rows):
        raise UserError("{file} names a skill of an occupation twice. Fetch the file again.", {"file": table.file})
    essential = (kind == "essential" for kind in kinds)
    return Part(table.file, relations=tuple(zip(occupations, skills, essential, strict=True)))


_READERS: Final[tuple[tuple[tuple[str, ...], Callable[[Columns], Part]], ...]] = (
    (("occupationUri", "relationType", "skillUri"), _read_relations),
    (("conceptUri", "broaderUri"), _read_broader),
    (("Level 0 URI", "Level 0 preferred term"), _read_hierarchy),
    (("conceptType", "conceptUri", "preferredLabel", "broaderConceptUri"), _read_collection),
    (("conceptType", "conceptUri", "preferredLabel"), _read_concepts),
)
"""Columns that tell a table, and how it is read; the first that fits."""
