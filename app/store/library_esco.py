"""ESCO in `library`: taking files in, and what is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from app.errors import UserError
from app.frameworks.esco import Concept, ConceptKind, Part
from app.languages import Language
from app.store import library_esco_rows as tables
from app.store.database import Database
from app.store.framework_parts import text
from app.store.library_frameworks import Stored

if TYPE_CHECKING:
    from app.search.variants import Vocabulary

_c = tables.concepts.c
_NAMED = (_c.name_fi != "") | (_c.name_sv != "") | (_c.name_en != "")


class Esco:
    """The classification as far as its files were read; empty until then."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._vocabularies: dict[Language, Vocabulary] = {}

    def put(
        self, parts: Sequence[Part], cancelled: Callable[[], bool] = lambda: False
    ) -> tuple[Stored | UserError, ...] | None:
        """Take in what files say, all in one transaction, and say what became of each; None when it was cancelled.

        A part that contradicts what is known is left out with its error. Keys are addresses of concepts.
        """
        from app.store.library_esco_put import put

        with self._database.writing() as connection:
            outcomes = put(connection, parts, cancelled)
        self._vocabularies = {}  # a new one: whoever reads the state before it keeps what is read to themselves
        return outcomes

    def count(self, kind: ConceptKind, language: Language) -> int:
        """How many concepts of a kind have a name in a language."""
        named = select(func.count()).where(_c.kind == kind, _c[f"name_{language}"] != "")
        with self._database.reading() as connection:
            return connection.scalar(named) or 0

    def concept(self, uri: str) -> Concept:
        """One concept by its address. Not here: UserError."""
        found = self.concepts([uri])
        if not found:
            raise UserError("This concept of ESCO is not in the library. Import the files of ESCO again.")
        return found[0]

    def concepts(self, uris: Iterable[str]) -> tuple[Concept, ...]:
        """Those of the concepts that are here, in the order given."""
        wanted = list(dict.fromkeys(uris))
        with self._database.reading() as connection:
            found = {each.uri: each for each in _concepts(connection, _c.uri.in_(wanted))}
        return tuple(found[uri] for uri in wanted if uri in found)

    def of_codes(self, kind: ConceptKind, codes: Collection[str]) -> tuple[Concept, ...]:
        """The concepts of a kind that have one of these codes."""
        with self._database.reading() as connection:
            return _concepts(connection, _c.kind == kind, _c.code.in_(codes))

    def find(
        self, words: str, language: Language, kinds: Collection[ConceptKind], limit: int
    ) -> tuple[tuple[Concept, float], ...]:
        """Concepts of these kinds whose names or codes fit the words, best first, and how well, 0…1."""
        from app.store.library_esco_find import find, read_vocabulary

        kept = self._vocabularies
        with self._database.reading() as connection:
            known = kept[language] = read_vocabulary(connection, language, kept.get(language))
            scores = find(connection, known, words, language, kinds, limit)
            found = dict(_by_id(connection, scores))
        return tuple((found[identity], score) for identity, score in scores.items())

    def knows_needs(self) -> bool:
        """Whether it is known of any occupation what it needs."""
        with self._database.reading() as connection:
            return connection.scalar(select(tables.relations.c.skill).limit(1)) is not None

    def skills(self, occupation: str, *, essential: bool = True) -> tuple[Concept, ...]:
        """The essential or the optional skills of an occupation, those first that few occupations need."""
        r = tables.relations.c
        of = select(_c.id).where(_c.uri == occupation).scalar_subquery()
        mine = select(r.skill).where(r.occupation == of, r.essential.is_(essential))
        with self._database.reading() as connection:
            counts = select(r.skill, func.count()).where(r.skill.in_(mine)).group_by(r.skill)
            often = dict(connection.execute(counts).all())
            found = [(often[identity], each) for identity, each in _by_id(connection, often)]
        return tuple(each for _, each in sorted(found, key=lambda pair: (pair[0], pair[1].uri)))

    def broader(self, uri: str) -> tuple[Concept, ...]:
        """The concepts right above one."""
        return self._beside(uri, tables.broader.c.narrower, tables.broader.c.broader)

    def narrower(self, uri: str) -> tuple[Concept, ...]:
        """The concepts right below one."""
        return self._beside(uri, tables.broader.c.broader, tables.broader.c.narrower)

    def broadest(self, kind: ConceptKind) -> tuple[Concept, ...]:
        """The concepts of a kind with nothing above them that has a name: where a tree begins."""
        above = select(tables.broader.c.narrower).join(tables.concepts, _c.id == tables.broader.c.broader).where(_NAMED)
        with self._database.reading() as connection:
            return _concepts(connection, _c.kind == kind, _c.id.not_in(above))

    def collection(self, name: str) -> tuple[Concept, ...]:
        """The members of a collection: digcomp, green, transversal …"""
        members = select(tables.members.c.concept).where(tables.members.c.collection == name)
        with self._database.reading() as connection:
            return _concepts(connection, _c.id.in_(members))

    def _beside(self, uri: str, here: ColumnElement[int], there: ColumnElement[int]) -> tuple[Concept, ...]:
        mine = select(there).where(here == select(_c.id).where(_c.uri == uri).scalar_subquery())
        with self._database.reading() as connection:
            return _concepts(connection, _c.id.in_(mine))


def _concepts(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Concept, ...]:
    """Concepts that have a name, by code and address."""
    wanted = select(tables.concepts).where(_NAMED, *conditions).order_by(_c.code, _c.uri)
    return tuple(map(_concept, connection.execute(wanted)))


def _by_id(connection: Connection, ids: Iterable[int]) -> list[tuple[int, Concept]]:
    wanted = select(tables.concepts).where(_NAMED, _c.id.in_(list(ids)))
    return [(row.id, _concept(row)) for row in connection.execute(wanted)]


def _concept(row: Row[Any]) -> Concept:
    return Concept(
        uri=row.uri,
        kind=row.kind,
        name=text(row, "name"),
        alternatives=text(row, "alternatives"),
        description=text(row, "description"),
        code=row.code,
        skill_type=row.skill_type,
        reuse_level=row.reuse_level,
    )
