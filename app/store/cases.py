"""Companies and their mappings ↔ dataclasses. Every public method is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, select

from app.errors import UserError
from app.languages import Language
from app.mapping.followups import FollowUp, Hindsight
from app.mapping.model import Mapping, Mode, PeopleMode
from app.mapping.scenario import Scenario
from app.mapping.signal import Signal
from app.mapping.survey import Survey
from app.mapping.versions import Approval, Version
from app.paths import DataFolder
from app.store import approving, case_items, case_rows, journal, taking_back
from app.store.backup import forget
from app.store.case_items import Kept
from app.store.case_summary import SUMMARIES
from app.store.database import Schema, Step, open_store, upsert
from app.store.erasing import erase_person, forget_signal
from app.store.past import Past, past


def _steps() -> Sequence[Step]:
    from app.store.migrations import CASES

    return CASES


SCHEMA: Final = Schema(application_id=0x4B617231, version=3, metadata=case_rows.metadata, steps=_steps)


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

    def add(self, mapping: Mapping, survey: Survey | None = None) -> None:
        """Store a new mapping whole (company included), and the survey it is asked by; an existing key is refused."""
        with self._database.writing() as connection:
            if case_items.is_known(connection, mapping.key):
                raise UserError("This mapping is here already. Open it from the list.")
            case_items.put_head(connection, mapping, mapping.changed or self._clock())
            case_items.put_all(connection, mapping)
            if survey:
                case_items.put_survey(connection, mapping.key, survey, self._clock().date())

    def load(self, key: str) -> Mapping:
        """One mapping, whole; items in their `position`, ties by key. Unknown key: UserError."""
        with self._database.reading() as connection:
            return case_items.load_mapping(connection, key)

    def change(
        self,
        mapping_key: str,
        *,
        head: Mapping | None = None,
        survey: Survey | None = None,
        put: Sequence[Kept] = (),
        drop: Sequence[Kept] = (),
    ) -> None:
        """One act of a person, which is kept whole and can be taken back whole.

        `head` gives company fields and the mapping's own (goal, modes, languages, meeting, visit), `survey` the one
        that the mapping is asked by from now on; `put` inserts or replaces items by their identity, `drop` removes
        items and all that hangs on them (a role takes its people, needs and their assessments).
        """
        now = self._clock()
        with self._database.writing() as connection:
            case_items.touch(connection, mapping_key, now)
            with journal.a_step(connection, mapping_key, now):
                if head:
                    case_items.put_head(connection, head, now)
                    case_items.forget_unused_companies(connection)
                if survey:
                    case_items.put_survey(connection, mapping_key, survey, now.date())
                case_items.put_items(connection, mapping_key, put)
                case_items.drop_items(connection, mapping_key, drop)

    def approve(
        self, mapping_key: str, version: Version, *, put: Sequence[Kept] = (), drop: Sequence[Kept] = ()
    ) -> None:
        """Freeze a version with all that follows from it, in one transaction; nothing up to here is taken back later.

        The number must be the next one: else somebody else approved meanwhile, which is a UserError.
        """
        now = self._clock()
        with self._database.writing() as connection:
            case_items.touch(connection, mapping_key, now)
            if version.approval.number != approving.last_number(connection, mapping_key) + 1:
                raise UserError("Another version was approved meanwhile. Look at it first, and approve again.")
            with journal.a_step(connection, mapping_key, now):
                case_items.put_items(connection, mapping_key, put)
                case_items.drop_items(connection, mapping_key, drop)
            approving.put_version(connection, mapping_key, version)

    def approvals(self, mapping_key: str) -> tuple[Approval, ...]:
        """What was approved when, first one first."""
        with self._database.reading() as connection:
            return approving.load_approvals(connection, mapping_key)

    def version(self, mapping_key: str, number: int) -> Version:
        """One approved version, whole. Unknown number: UserError."""
        with self._database.reading() as connection:
            return approving.load_version(connection, mapping_key, number)

    def follow_ups(self, mapping_key: str) -> tuple[FollowUp, ...]:
        """By the day they are due."""
        return self._beside(FollowUp, mapping_key)

    def hindsight(self, mapping_key: str) -> tuple[Hindsight, ...]:
        return self._beside(Hindsight, mapping_key)

    def scenarios(self, mapping_key: str) -> tuple[Scenario, ...]:
        return self._beside(Scenario, mapping_key)

    def _beside(self, kind: type[Kept], mapping_key: str) -> tuple[Any, ...]:
        with self._database.reading() as connection:
            return case_items.load_items(connection, kind, mapping_key)

    def keep_scenario(self, mapping_key: str, scenario: Scenario) -> None:
        """Keep what could be under its name, or in the place of the one with its key."""
        self.change(mapping_key, put=(scenario,))

    def drop_scenario(self, mapping_key: str, scenario: Scenario) -> None:
        self.change(mapping_key, drop=(scenario,))

    def put_head(self, mapping: Mapping) -> None:
        """Store company fields and the mapping's own; items are untouched."""
        self.change(mapping.key, head=mapping)

    def put(self, mapping_key: str, *items: Kept) -> None:
        """Insert or replace items by their identity."""
        self.change(mapping_key, put=items)

    def drop(self, mapping_key: str, *items: Kept) -> None:
        """Remove items and all that hangs on them."""
        self.change(mapping_key, drop=items)

    def survey(self, mapping_key: str) -> Survey | None:
        """The survey a mapping is asked by, as it was when the interview began with it."""
        with self._database.reading() as connection:
            return case_items.load_survey(connection, mapping_key)

    def last_step(self, mapping_key: str) -> int:
        """A number that grows with everything that is done to a mapping; 0 before anything was."""
        with self._database.reading() as connection:
            return taking_back.last_step(connection, mapping_key)

    def saved_at(self, mapping_key: str) -> datetime | None:
        """When a mapping was last changed; None when it is not here."""
        with self._database.reading() as connection:
            return case_items.saved_at(connection, mapping_key)

    def undo(self, mapping_key: str) -> bool:
        """Take back the last thing done that has not been taken back; whether there was one."""
        return self._turned(mapping_key, taking_back.undo)

    def redo(self, mapping_key: str) -> bool:
        """Do again what was taken back last, unless something else was done since; whether there was anything."""
        return self._turned(mapping_key, taking_back.redo)

    def _turned(self, mapping_key: str, turn: Callable[[Connection, str, datetime], bool]) -> bool:
        now = self._clock()
        with self._database.writing() as connection:
            turned = turn(connection, mapping_key, now)
            if turned:
                case_items.touch(connection, mapping_key, now)
            return turned

    def past(self, mapping_key: str, item: Kept) -> tuple[Past, ...]:
        """Every change of the item with this identity, oldest first."""
        with self._database.reading() as connection:
            return past(connection, mapping_key, item)

    def remove(self, key: str) -> None:
        """Remove a mapping, and its company if no other mapping uses it, here and in backups, to the last byte."""
        self._erase(lambda connection: case_items.remove_mapping(connection, key))

    def erase_person(self, key: str, person_key: str, also: Sequence[str] = ()) -> None:
        """Remove a person of a mapping, here, in its journal and versions and in backups, to the last byte (PRIV-4).

        `also` are words in free texts that are this person's, too, and that nobody but a reader could know of.
        """
        today = self._clock().date()
        self._erase(lambda connection: erase_person(connection, key, person_key, today, also))
        with self._database.writing() as connection:
            case_items.touch(connection, key, self._clock())

    def _erase(self, erase: Callable[[Connection], object]) -> None:
        """In the copies first: what fails there leaves the store whole. One that may only be read keeps its copies."""
        self._database.refuse_if_read_only()
        path = self._database.path
        forget(path, DataFolder(path.parent).backups, erase)
        with self._database.writing() as connection:
            erase(connection)
        self._database.wipe()

    def signals(self) -> tuple[Signal, ...]:
        """Needs noted in passing, latest first."""
        newest = select(case_rows.signals).order_by(case_rows.signals.c.on.desc(), case_rows.signals.c.key)
        with self._database.reading() as connection:
            return tuple(Signal(**row._asdict()) for row in connection.execute(newest))

    def put_signal(self, signal: Signal) -> None:
        """Note a need in passing, or correct one."""
        values = {f.name: getattr(signal, f.name) for f in fields(signal)}
        with self._database.writing() as connection:
            connection.execute(upsert(case_rows.signals), values)

    def drop_signal(self, key: str) -> None:
        """Forget a need noted in passing, here and in backups."""
        self._erase(lambda connection: forget_signal(connection, key))
