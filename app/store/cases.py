"""Companies and their mappings ↔ dataclasses. Every public method is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.errors import UserError
from app.languages import Language
from app.mapping.model import Mapping, Mode, PeopleMode
from app.paths import DataFolder
from app.store import case_items, case_rows
from app.store.backup import forget
from app.store.case_items import Item
from app.store.case_summary import SUMMARIES
from app.store.database import Schema, Step, open_store


def _steps() -> Sequence[Step]:
    from app.store.migrations import CASES

    return CASES


SCHEMA: Final = Schema(application_id=0x4B617231, version=1, metadata=case_rows.metadata, steps=_steps)


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class MappingSummary:
    """A row of the start screen."""

    key: str
    company_key: str
    company_name: str
    sector_words: str
    municipality_name: str
    mode: Mode
    people_mode: PeopleMode
    document_language: Language
    changed: datetime
    roles: int
    needs: int
    cells: int
    assessed: int
    agreed: int
    measures: int
    example: bool


class Cases:
    """The store of companies: private, backed up."""

    def __init__(self, path: Path, *, read_only: bool = False, clock: Callable[[], datetime] = _utc_now) -> None:
        self._database = open_store(path, SCHEMA, read_only=read_only)
        self._clock = clock

    def close(self) -> None:
        self._database.close()

    def summaries(self) -> tuple[MappingSummary, ...]:
        """All mappings, last changed first."""
        with self._database.reading() as connection:
            return tuple(MappingSummary(*row) for row in connection.execute(SUMMARIES))

    def add(self, mapping: Mapping) -> None:
        """Store a new mapping whole (company included); an existing key is refused."""
        with self._database.writing() as connection:
            if case_items.is_known(connection, mapping.key):
                raise UserError("This mapping is here already. Open it from the list.")
            case_items.put_head(connection, mapping, mapping.changed or self._clock())
            case_items.put_all(connection, mapping)

    def load(self, key: str) -> Mapping:
        """One mapping, whole; items in their `position`, ties by key. Unknown key: UserError."""
        with self._database.reading() as connection:
            return case_items.load_mapping(connection, key)

    def put_head(self, mapping: Mapping) -> None:
        """Store company fields and the mapping's own fields (goal, modes, languages, meeting); items are untouched."""
        with self._database.writing() as connection:
            case_items.touch(connection, mapping.key, self._clock())
            case_items.put_head(connection, mapping, self._clock())
            case_items.forget_unused_companies(connection)

    def put(self, mapping_key: str, *items: Item) -> None:
        """Insert or replace items by their identity, in one transaction."""
        with self._database.writing() as connection:
            case_items.touch(connection, mapping_key, self._clock())
            case_items.put_items(connection, mapping_key, items)

    def drop(self, mapping_key: str, *items: Item) -> None:
        """Remove items and all that hangs on them (a role takes its people, needs and their assessments)."""
        with self._database.writing() as connection:
            case_items.touch(connection, mapping_key, self._clock())
            case_items.drop_items(connection, mapping_key, items)

    def remove(self, key: str) -> None:
        """Remove a mapping, and its company if no other mapping uses it, here and in backups, to the last byte."""
        path = self._database.path
        forget(path, DataFolder(path.parent).backups, key)
        with self._database.writing() as connection:
            case_items.remove_mapping(connection, key)
        self._database.wipe()
