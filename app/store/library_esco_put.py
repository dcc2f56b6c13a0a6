"""What files say of ESCO, put together with what is known: worked out in memory, then written at once.

Concepts are joined by their addresses. What a file does not say stays as it is, so that no language takes another's
place; what it says first-hand replaces, and what it repeats of other files only fills gaps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import Connection, Table, func, select

from app.errors import UserError
from app.frameworks.esco import Part, kind_of
from app.frameworks.readers.esco_rules import refuse_circles
from app.languages import LANGUAGES
from app.store import library_esco_rows as tables
from app.store.database import insert_stored
from app.store.library_frameworks import Stored

_TEXTS: Final = ("name", "alternatives", "description")
FIELDS: Final = (
    "kind",
    "code",
    "skill_type",
    "reuse_level",
    *(f"{text}_{lang}" for text in _TEXTS for lang in LANGUAGES),
)
"""Columns of a concept beside its number and address."""
_values: Final = attrgetter(
    "kind", "code", "skill_type", "reuse_level", *(f"{text}.{language}" for text in _TEXTS for language in LANGUAGES)
)
_NAMES: Final = slice(4, 7)

Values = tuple[str, ...]


@dataclass(slots=True)
class Known:
    """All that is known, by addresses; `changed_…` are the addresses of what is to be written.

    `ids` are the numbers of what is in the store, also of what is only referred to and has no entry in `concepts`.
    """

    ids: dict[str, int] = field(default_factory=dict)
    concepts: dict[str, Values] = field(default_factory=dict)
    broader: dict[str, tuple[str, ...]] = field(default_factory=dict)
    relations: dict[str, dict[str, bool]] = field(default_factory=dict)
    members: dict[str, set[str]] = field(default_factory=dict)
    changed_concepts: set[str] = field(default_factory=set)
    changed_broader: set[str] = field(default_factory=set)
    changed_relations: set[str] = field(default_factory=set)
    changed_members: set[str] = field(default_factory=set)


def put(
    connection: Connection, parts: Sequence[Part], cancelled: Callable[[], bool]
) -> tuple[Stored | UserError, ...] | None:
    """What became of each part; one that contradicts what is known is left out. When cancelled: nothing."""
    known = _load(connection)
    outcomes: list[Stored | UserError] = []
    for part in parts:
        if cancelled():
            return None
        try:
            outcomes.append(_take(known, part))
        except UserError as error:
            outcomes.append(error)
    if cancelled():
        return None
    _write(connection, known)
    return tuple(outcomes)


# Taking in


def _take(known: Known, part: Part) -> Stored:
    """Join one part with what is known; nothing of it is taken when its hierarchy runs in a circle."""
    edges = _changed_edges(known, part)
    if edges and known.broader:  # within the file there is none
        refuse_circles(known.broader | edges, part.file, starts=edges)
    new, updated = _take_edges(known, edges)
    for names in (_take_concepts(known, part), _take_relations(known, part), _take_members(known, part)):
        new |= names[0]
        updated |= names[1]
    said = dict.fromkeys(_said(part))
    return Stored(
        new=tuple(uri for uri in said if uri in new),
        updated=tuple(uri for uri in said if uri in updated and uri not in new),
        unchanged=tuple(uri for uri in said if uri not in new and uri not in updated),
    )


def _said(part: Part) -> Iterable[str]:
    """What a part is about."""
    concepts = (concept.uri for concept in part.concepts)
    return chain(concepts, (pair[0] for pair in part.broader), (relation[0] for relation in part.relations))


def _changed_edges(known: Known, part: Part) -> dict[str, tuple[str, ...]]:
    placed = {narrow: broad for narrow, broad in part.placed if narrow not in known.broader}
    return placed | {narrow: broad for narrow, broad in part.broader if known.broader.get(narrow) != broad}


def _take_edges(known: Known, edges: dict[str, tuple[str, ...]]) -> tuple[set[str], set[str]]:
    new = {narrow for narrow in edges if narrow not in known.broader}
    known.broader |= edges
    known.changed_broader |= edges.keys()
    return new, edges.keys() - new


def _take_concepts(known: Known, part: Part) -> tuple[set[str], set[str]]:
    new, updated = set[str](), set[str]()
    for concept in part.concepts:
        before, said = known.concepts.get(concept.uri), _values(concept)
        after = said if before is None else _joined(before, said, fills=part.fills)
        if before is None:
            new.add(concept.uri)
        elif after != before:
            updated.add(concept.uri)
        known.concepts[concept.uri] = after
    known.changed_concepts |= new | updated
    return new, updated


def _joined(before: Values, said: Values, *, fills: bool) -> Values:
    first, second = (before, said) if fills else (said, before)
    return tuple([one or other for one, other in zip(first, second, strict=True)])


def _take_relations(known: Known, part: Part) -> tuple[set[str], set[str]]:
    given: dict[str, dict[str, bool]] = {}
    for occupation, skill, essential in part.relations:
        given.setdefault(occupation, {})[skill] = essential
    changed = {occupation for occupation, skills in given.items() if known.relations.get(occupation) != skills}
    new = {occupation for occupation in changed if occupation not in known.relations}
    known.relations |= given
    known.changed_relations |= changed
    return new, changed - new


def _take_members(known: Known, part: Part) -> tuple[set[str], set[str]]:
    """Membership makes a known skill an updated one."""
    if not part.collection:
        return set(), set()
    before, members = known.members.get(part.collection, set()), set(part.members)
    if members != before:
        known.members[part.collection] = members
        known.changed_members.add(part.collection)
    return set(), members - before


# Reading and writing


def _load(connection: Connection) -> Known:
    known, uris = Known(), dict[int, str]()
    c = tables.concepts.c
    for identity, uri, *values in connection.execute(select(c.id, c.uri, *(c[name] for name in FIELDS))):
        uris[identity] = uri
        if any(values[_NAMES]):
            known.concepts[uri] = tuple(values)
    known.ids = {uri: identity for identity, uri in uris.items()}
    for narrow, broad in connection.execute(select(tables.broader)):
        known.broader[uris[narrow]] = (*known.broader.get(uris[narrow], ()), uris[broad])
    known.broader = {narrow: tuple(sorted(broad)) for narrow, broad in known.broader.items()}
    for occupation, skill, essential in connection.execute(select(tables.relations)):
        known.relations.setdefault(uris[occupation], {})[uris[skill]] = essential
    for collection, concept in connection.execute(select(tables.members)):
        known.members.setdefault(collection, set()).add(uris[concept])
    return known


def _write(connection: Connection, known: Known) -> None:
    _write_concepts(connection, known)
    ids = known.ids
    pairs = [(ids[uri], ids[broad]) for uri in known.changed_broader for broad in known.broader[uri]]
    _replace(connection, tables.broader, [ids[uri] for uri in known.changed_broader], sorted(pairs))
    needs = [
        (ids[uri], ids[skill], essential)
        for uri in sorted(known.changed_relations, key=ids.__getitem__)
        for skill, essential in known.relations[uri].items()
    ]
    _replace(connection, tables.relations, [ids[uri] for uri in known.changed_relations], needs)
    belonging = [(name, ids[uri]) for name in known.changed_members for uri in known.members[name]]
    _replace(connection, tables.members, known.changed_members, sorted(belonging))
    if known.changed_concepts:
        _index(connection)


def _write_concepts(connection: Connection, known: Known) -> None:
    """Concepts that changed, and those that were never heard of but are referred to."""
    fresh = [uri for uri in _referred(known) if uri not in known.ids]
    first = (connection.scalar(select(func.max(tables.concepts.c.id))) or 0) + 1
    known.ids |= {uri: first + number for number, uri in enumerate(fresh)}
    unnamed = ("",) * (len(FIELDS) - 1)
    rows = [(known.ids[uri], uri, *known.concepts.get(uri, (kind_of(uri), *unnamed))) for uri in fresh]
    insert_stored(connection, tables.concepts, rows)
    there = known.changed_concepts.difference(fresh)
    if there:
        sets = ", ".join(f"{name} = ?" for name in FIELDS)
        changes = [(*known.concepts[uri], known.ids[uri]) for uri in sorted(there)]
        connection.exec_driver_sql(f"UPDATE esco_concepts SET {sets} WHERE id = ?", changes)  # noqa: S608 - our columns


def _referred(known: Known) -> Iterable[str]:
    """Addresses of all that is to be written, each once."""
    broader = (each for uri in known.changed_broader for each in (uri, *known.broader[uri]))
    skills = (each for uri in known.changed_relations for each in (uri, *known.relations[uri]))
    members = (uri for name in known.changed_members for uri in known.members[name])
    return sorted({*known.changed_concepts, *broader, *skills, *members})


def _replace(connection: Connection, table: Table, keys: Iterable[int | str], rows: list[tuple[Any, ...]]) -> None:
    """The rows in place of those whose first column is one of the keys."""
    first = next(iter(table.c)).name
    there = set(connection.exec_driver_sql(f"SELECT DISTINCT {first} FROM {table.name}").scalars())  # noqa: S608 - ours
    gone = [(key,) for key in sorted(there.intersection(keys))]
    if gone:
        connection.exec_driver_sql(f"DELETE FROM {table.name} WHERE {first} = ?", gone)  # noqa: S608 - our own names
    insert_stored(connection, table, rows)


def _index(connection: Connection) -> None:
    """Index the words of all names anew: quicker than following what changed in them."""
    for statement in (
        "INSERT INTO esco_terms (esco_terms) VALUES ('rebuild')",
        "CREATE VIRTUAL TABLE temp.esco_vocabulary USING fts5vocab(main, esco_terms, col)",
        "DELETE FROM esco_words",
        "INSERT INTO esco_words (language, word, documents) SELECT col, term, doc FROM temp.esco_vocabulary",
        "DROP TABLE temp.esco_vocabulary",
    ):
        connection.exec_driver_sql(statement)
