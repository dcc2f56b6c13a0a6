"""Imported frameworks, offers, providers and surveys ↔ dataclasses: public, replaceable, holds no person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import ColumnElement, LargeBinary, Table, cast, delete, select

from app.errors import UserError
from app.frameworks.model import Framework, FrameworkSummary
from app.mapping.survey import Survey
from app.offers.model import Offer, Provider
from app.store import codec
from app.store import library_rows as tables
from app.store.database import Schema, Step, open_store, upsert
from app.store.library_esco import Esco
from app.store.library_frameworks import (
    Stored,
    load_framework,
    newest,
    put_framework,
    summaries,
    unit_extents,
)
from app.texts import Text

if TYPE_CHECKING:
    from app.mapping.unit_fit import Extent

__all__ = ["SCHEMA", "Library", "Stored", "SurveySummary"]


def _steps() -> Sequence[Step]:
    from app.store.migrations import LIBRARY

    return LIBRARY


SCHEMA: Final = Schema(application_id=0x4B617232, version=3, metadata=tables.metadata, steps=_steps)

_AT_ONCE: Final = 1000
"""Keys that are asked for in one statement, which may hold so many values and no more."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class SurveySummary:
    """A survey as a list names it; `source` is the file that it was read from."""

    key: str
    version: str
    name: Text
    source: str
    imported: datetime


class Library:
    """The store of what can be known and learnt, and of what is asked. `esco` is the classification of that name."""

    def __init__(self, path: Path, *, read_only: bool = False, clock: Callable[[], datetime] = _utc_now) -> None:
        self._clock = clock
        self._database = open_store(path, SCHEMA, read_only=read_only)
        self.esco = Esco(self._database)

    def close(self) -> None:
        self._database.close()

    def put_framework(self, framework: Framework) -> Stored:
        """Insert a version of a framework, or replace the one with its key and version whole, in one transaction.

        An equal one is left as it is, and so are other versions.
        """
        with self._database.writing() as connection:
            return put_framework(connection, framework)

    def frameworks(self) -> tuple[FrameworkSummary, ...]:
        """The newest version of each framework, by key; counted but not loaded."""
        with self._database.reading() as connection:
            return newest(summaries(connection))

    def versions(self, key: str) -> tuple[FrameworkSummary, ...]:
        """All versions of a framework, the newest first; none where it is not here."""
        with self._database.reading() as connection:
            return summaries(connection, key)

    def framework(self, key: str, version: str = "") -> Framework:
        """A version of a framework, or the newest, whole. Not here: UserError."""
        with self._database.reading() as connection:
            return load_framework(connection, key, version)

    def drop_framework(self, key: str) -> None:
        """Remove a framework in all its versions, if it is here."""
        with self._database.writing() as connection:
            connection.execute(delete(tables.frameworks).where(tables.frameworks.c.key == key))

    def unit_extents(self, key: str, version: str) -> dict[str, Extent]:
        """Extents of the units of a framework by code; none where it is not here in this very version."""
        with self._database.reading() as connection:
            return unit_extents(connection, key, version)

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

    def offers_digest(self) -> str:
        """What tells these offers from any others, or nothing without any; quick for tens of thousands."""
        stored = select(*(cast(column, LargeBinary) for column in (tables.offers.c.key, tables.offers.c.content)))
        digest = blake2b(digest_size=16)
        of_nothing = digest.digest()
        with self._database.reading() as connection:
            for row in connection.execute(stored.order_by(tables.offers.c.key)):
                digest.update(b"\0".join((*row, b"")))
        return digest.hexdigest() if digest.digest() != of_nothing else ""

    def offers_of(self, keys: Iterable[str]) -> tuple[Offer, ...]:
        """Those of the offers with these keys that are here."""
        wanted, found = sorted(set(keys)), list[str]()
        with self._database.reading() as connection:
            for first in range(0, len(wanted), _AT_ONCE):
                these = tables.offers.c.key.in_(wanted[first : first + _AT_ONCE])
                found += connection.scalars(select(tables.offers.c.content).where(these))
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


_NEWEST_FIRST: Final = (tables.surveys.c.imported.desc(), tables.surveys.c.version.desc())
