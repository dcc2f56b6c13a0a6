"""Companies and their mappings ↔ dataclasses. Every public method is one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.languages import Language
from app.mapping.model import (
    Agreed,
    Assessment,
    CardHolding,
    LevelCount,
    Mapping,
    Measure,
    Mode,
    PeopleMode,
    Person,
    Role,
    RoleNeed,
)

Item = Role | Person | RoleNeed | Assessment | LevelCount | CardHolding | Agreed | Measure


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

    def __init__(self, path: Path) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def summaries(self) -> tuple[MappingSummary, ...]:
        """All mappings, last changed first."""
        raise NotImplementedError

    def add(self, mapping: Mapping) -> None:
        """Store a new mapping whole (company included); an existing key is refused."""
        raise NotImplementedError

    def load(self, key: str) -> Mapping:
        """One mapping, whole; items in their `position`, ties by key. Unknown key: UserError."""
        raise NotImplementedError

    def put_head(self, mapping: Mapping) -> None:
        """Store company fields and the mapping's own fields (goal, modes, languages, meeting); items are untouched."""
        raise NotImplementedError

    def put(self, mapping_key: str, *items: Item) -> None:
        """Insert or replace items by their identity, in one transaction."""
        raise NotImplementedError

    def drop(self, mapping_key: str, *items: Item) -> None:
        """Remove items and all that hangs on them (a role takes its people, needs and their assessments)."""
        raise NotImplementedError

    def remove(self, key: str) -> None:
        """Remove a mapping, and its company when no other mapping uses it; freed pages are overwritten."""
        raise NotImplementedError
