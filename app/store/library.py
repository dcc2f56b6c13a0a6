"""Imported frameworks, offers, providers and surveys ↔ dataclasses: public, replaceable, holds no person."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, Table, delete, exists, func, select, update

from app.errors import UserError
from app.frameworks.model import Framework, FrameworkSummary, Requirement, SubArea
from app.languages import Text
from app.mapping.survey import Survey
from app.mapping.unit_fit import Extent
from app.offers.model import Offer, Provider
from app.store import codec
from app.store import library_rows as tables
from app.store.database import Schema, Step, as_stored, insert_stored, open_store, upsert
from app.store.framework_parts import (
    competence_of,
    framework_of,
    requirement_of,
    rows_of,
    sub_area_of,
    text,
    unit_of,
)


def _steps() -> Sequence[Step]:
    from app.store.migrations import LIBRARY

    return LIBRARY


SCHEMA: Final = Schema(application_id=0x4B617232, version=2, metadata=tables.metadata, steps=_steps)


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Stored:
    """What an import changed: keys of new, changed and unchanged items."""

    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SurveySummary:
    """A survey as a list names it; `source` is the file that it was read from."""

    key: str
    version: str
    name: Text
    source: str
    imported: datetime


class Library:
    """The store of what can be known and learnt, and of what is asked."""

    def __init__(self, path: Path, *, read_only: bool = False, clock: Callable[[], datetime] = _utc_now) -> None:
        self._clock = clock
        self._database = open_store(path, SCHEMA, read_only=read_only)

    def close(self) -> None:
        self._database.close()

    def put_framework(self, framework: Framework) -> Stored:
        """Insert or replace one framework whole, in one transaction; an equal one is left as it is."""
        rows = {table: as_stored(table, values) for table, values in rows_of(framework).items()}
        content_hash = hashlib.sha256(repr(list(rows.values())).encode()).hexdigest()
        with self._database.writing() as connection:
            known = _known_hash(connection, framework.key)
            if known == content_hash:
                return Stored(unchanged=(framework.key,))
            _replace_framework(connection, framework.key, content_hash, rows)
        return Stored(updated=(framework.key,)) if known else Stored(new=(framework.key,))

    def frameworks(self) -> tuple[FrameworkSummary, ...]:
        """All frameworks by key, counted but not loaded."""
        with self._database.reading() as connection:
            return tuple(map(_summary, connection.execute(_SUMMARIES)))

    def framework(self, key: str) -> Framework:
        """One framework, whole. Unknown key: UserError."""
        with self._database.reading() as connection:
            return _load_framework(connection, key)

    def unit_extents(self, key: str, version: str) -> dict[str, Extent]:
        """Extents of the units of a framework by code; none where it is not here, or here in another version."""
        units, requirements = tables.units.c, tables.requirements.c
        mine = (requirements.framework_key == key, requirements.sub_area.is_(None))
        counts = select(requirements.unit, func.count()).where(*mine).group_by(requirements.unit)
        frameworks = tables.frameworks.c
        here = exists().where(frameworks.key == key, frameworks.version == version)
        found = select(units.position, units.code, units.key, units.points).where(units.framework_key == key, here)
        with self._database.reading() as connection:
            stated = dict(connection.execute(counts).all())
            return {u.code: Extent(u.key, stated.get(u.position, 0), u.points) for u in connection.execute(found)}

    def put_offers(self, offers: Iterable[Offer], progress: Callable[[int], None] = lambda _: None) -> Stored:
        """Insert or replace offers by key, all in one transaction; of equal keys the last one stays."""
        given = {}
        for done, offer in enumerate(offers, 1):
            given[offer.key] = codec.dumps(offer)
            progress(done)
        return self._put_whole(tables.offers, given)

    def offers(self) -> tuple[Offer, ...]:
        """All offers, by key."""
        return tuple(codec.loads(Offer, content) for content in self._whole(tables.offers))

    def offers_of(self, keys: Iterable[str]) -> tuple[Offer, ...]:
        """Those of the offers with these keys that are here."""
        with self._database.reading() as connection:
            found = connection.scalars(select(tables.offers.c.content).where(tables.offers.c.key.in_(set(keys)))).all()
        return tuple(codec.loads(Offer, content) for content in found)

    def offer(self, key: str) -> Offer:
        """One offer. Unknown key: UserError."""
        with self._database.reading() as connection:
            content = connection.scalar(select(tables.offers.c.content).where(tables.offers.c.key == key))
        if content is None:
            raise UserError("This offer is no longer in the library. Import it again.")
        offer: Offer = codec.loads(Offer, content)
        return offer

    def put_providers(self, providers: Iterable[Provider]) -> Stored:
        """Insert or replace providers by key, all in one transaction; of equal keys the last one stays."""
        return self._put_whole(tables.providers, {provider.key: codec.dumps(provider) for provider in providers})

    def providers(self) -> tuple[Provider, ...]:
        """All providers, by key."""
        return tuple(codec.loads(Provider, content) for content in self._whole(tables.providers))

    def put_survey(self, survey: Survey, source: str) -> Stored:
        """Insert a survey, or replace the one with its key and version; what is equal only counts as newer."""
        name = survey.name.text or Text(fi=survey.name.plain)
        row = {"key": survey.key, "version": survey.version, "name": name, "source": source}
        with self._database.writing() as connection:
            known = connection.scalar(select(tables.surveys.c.content).where(*_survey(survey.key, survey.version)))
            connection.execute(upsert(tables.surveys), row | {"imported": self._clock(), "content": survey})
        if known is None:
            return Stored(new=(survey.key,))
        return Stored(unchanged=(survey.key,)) if known == survey else Stored(updated=(survey.key,))

    def surveys(self) -> tuple[SurveySummary, ...]:
        """All versions of all surveys, by key and then the newest first; they are not loaded."""
        columns = [tables.surveys.c[field] for field in SurveySummary.__slots__]
        with self._database.reading() as connection:
            found = connection.execute(select(*columns).order_by(tables.surveys.c.key, *_NEWEST_FIRST)).all()
        return tuple(SurveySummary(*row) for row in found)

    def survey(self, key: str, version: str = "") -> Survey:
        """One version of a survey, or the one imported last. Not here: UserError."""
        wanted = _survey(key, version) if version else (tables.surveys.c.key == key,)
        found = select(tables.surveys.c.content).where(*wanted).order_by(*_NEWEST_FIRST).limit(1)
        with self._database.reading() as connection:
            survey = connection.scalar(found)
        if survey is None:
            raise UserError("This survey is no longer in the library. Import it again.")
        return survey

    def drop_survey(self, key: str, version: str) -> None:
        """Remove one version of a survey, if it is here."""
        with self._database.writing() as connection:
            connection.execute(delete(tables.surveys).where(*_survey(key, version)))

    def _whole(self, table: Table) -> Sequence[str]:
        with self._database.reading() as connection:
            return connection.scalars(select(table.c.content).order_by(table.c.key)).all()

    def _put_whole(self, table: Table, given: dict[str, str]) -> Stored:
        """Keep the contents by key, and say what that changed."""
        with self._database.writing() as connection:
            known = {row.key: row.content for row in connection.execute(select(table))}
            stored = _compared(given, known)
            changes = [{"key": key, "content": given[key]} for key in stored.new + stored.updated]
            if changes:
                connection.execute(upsert(table), changes)
        return stored


def _survey(key: str, version: str) -> tuple[ColumnElement[bool], ...]:
    return tables.surveys.c.key == key, tables.surveys.c.version == version


def _compared(given: dict[str, str], known: dict[str, str]) -> Stored:
    """What storing the given contents by key changes."""
    return Stored(
        new=tuple(key for key in given if key not in known),
        updated=tuple(key for key, content in given.items() if known.get(key, content) != content),
        unchanged=tuple(key for key, content in given.items() if known.get(key) == content),
    )


def _known_hash(connection: Connection, key: str) -> str | None:
    return connection.scalar(select(tables.frameworks.c.content_hash).where(tables.frameworks.c.key == key))


def _replace_framework(
    connection: Connection, key: str, content_hash: str, rows: dict[Table, list[tuple[Any, ...]]]
) -> None:
    mine = tables.frameworks.c.key == key
    connection.execute(delete(tables.frameworks).where(mine))
    for table, values in rows.items():
        insert_stored(connection, table, values)
    connection.execute(update(tables.frameworks).where(mine).values(content_hash=content_hash))


def _load_framework(connection: Connection, key: str) -> Framework:
    row = connection.execute(select(tables.frameworks).where(tables.frameworks.c.key == key)).one_or_none()
    if row is None:
        raise UserError("This framework is no longer in the library. Import it again.")
    statements: dict[tuple[int, int | None], list[Requirement]] = defaultdict(list)
    for r in _parts(connection, tables.requirements, key):
        statements[r.unit, r.sub_area].append(requirement_of(r))
    areas: dict[int, list[SubArea]] = defaultdict(list)
    for a in _parts(connection, tables.sub_areas, key):
        areas[a.unit].append(sub_area_of(a, statements[a.unit, a.position]))
    its_units = [
        unit_of(u, statements[u.position, None], areas[u.position]) for u in _parts(connection, tables.units, key)
    ]
    return framework_of(row, its_units, map(competence_of, _parts(connection, tables.competences, key)))


def _parts(connection: Connection, table: Table, key: str) -> Iterable[Row[Any]]:
    return connection.execute(select(table).where(table.c.framework_key == key).order_by(table.c.position))


def _summary(row: Row[Any]) -> FrameworkSummary:
    return FrameworkSummary(
        key=row.key,
        kind=row.kind,
        name=text(row, "name"),
        code=row.code,
        order_number=row.order_number,
        version=row.version,
        units=row.units,
        requirements=row.requirements,
        competences=row.competences,
        source=row.source,
        checked=row.checked,
        content_hash=row.content_hash,
    )


def _count(table: Table, *conditions: Any) -> ScalarSelect[int]:
    mine = table.c.framework_key == tables.frameworks.c.key
    return select(func.count()).select_from(table).where(mine, *conditions).scalar_subquery()


_SUMMARIES: Final = select(
    tables.frameworks,
    _count(tables.units).label("units"),
    _count(tables.requirements, tables.requirements.c.sub_area.is_(None)).label("requirements"),
    _count(tables.competences).label("competences"),
).order_by(tables.frameworks.c.key)
_NEWEST_FIRST: Final = (tables.surveys.c.imported.desc(), tables.surveys.c.version.desc())
