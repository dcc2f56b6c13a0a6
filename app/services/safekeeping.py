"""Copies of the companies: made at the start, listed, and taken back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.errors import UserError
from app.paths import DataFolder

if TYPE_CHECKING:
    from app.services.desk import Desk

_MOMENT: Final = re.compile(r"\d{8}-\d{6}-\d{6}")
_LOG: Final = "-wal"


class Occasion(StrEnum):
    """What a copy was made for."""

    START = "start"
    RESTORE = "restore"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of all companies as they were; `moment` is aware, `size` is in bytes."""

    path: Path
    moment: datetime
    size: int
    occasion: Occasion


def copy_at_start(desk: Desk, now: datetime) -> Path | None:
    """Copy the companies if there are any and they have changed since the last copy; the ten latest are kept."""
    from app.store import backup

    folder = desk.folder
    latest = next(iter(backup.backups(folder.cases, folder.backups)), None)
    if desk.read_only or not (_changed_since(folder.cases, latest) if latest else desk.cases.summaries()):
        return None
    return backup.backup(folder.cases, folder.backups, now)


def _changed_since(store: Path, copy: Path) -> bool:
    """Whether a store, or the log of what is not in it yet, was written after its copy."""
    log = store.with_name(store.name + _LOG)
    written = [f.stat() for f in (store, log) if f.is_file()]
    return any(s.st_size and s.st_mtime_ns > copy.stat().st_mtime_ns for s in written)


def copies(folder: DataFolder) -> tuple[Copy, ...]:
    """Every copy of the companies there is, newest first."""
    found = (_copy(path) for path in folder.backups.glob(f"{folder.cases.stem}-*{folder.cases.suffix}"))
    return tuple(sorted(found, key=lambda copy: copy.moment, reverse=True))


def _copy(path: Path) -> Copy:
    facts, named = path.stat(), _MOMENT.search(path.name)
    if named is None:
        return Copy(path, datetime.fromtimestamp(facts.st_mtime, UTC), facts.st_size, Occasion.UPDATE)
    moment = datetime.strptime(named[0], "%Y%m%d-%H%M%S-%f").replace(tzinfo=UTC)
    return Copy(path, moment, facts.st_size, Occasion.RESTORE if "-replaced-" in path.name else Occasion.START)


def take_back(folder: DataFolder, copy: Copy, now: datetime) -> Path:
    """Put a copy in the place of the companies, which must be closed; returns where what was there is kept."""
    from app.store.backup import restore
    from app.store.cases import SCHEMA

    return restore(copy.path, folder.cases, SCHEMA, now)


def is_damaged_library(error: UserError) -> bool:
    """Whether the library cannot be read any more. It has no copies: all of it can be imported again."""
    from app.store.faults import DamagedError

    return isinstance(error, DamagedError) and error.values["file"] == DataFolder(Path()).library.name


def set_library_aside(folder: DataFolder, now: datetime) -> Path:
    """Move the library, which must be closed, out of the way, so that an empty one begins; returns where it is."""
    from app.store.faults import in_words

    aside = folder.library.with_name(f"{folder.library.stem}-damaged-{now:%Y%m%d-%H%M%S}{folder.library.suffix}")
    with in_words(folder.library):
        for log in ("", _LOG, "-shm"):
            source = folder.library.with_name(folder.library.name + log)
            if source.exists():
                source.replace(aside.with_name(aside.name + log))
    return aside
