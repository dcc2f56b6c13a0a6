"""Copies of a store: made, thinned out, taken back, and cleared of what was removed.

A copy of `cases.sqlite` is named after it and the moment in UTC: `cases-20261123-081500-000000.sqlite`. Beside these
lie what was copied before its schema changed (`cases-version-1.sqlite`) and what a restore replaced
(`cases-replaced-20261123-081500-000000.sqlite`); only the first kind is thinned out.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from app.store.database import Schema, check_store, copy_store, open_copy
from app.store.faults import DamagedError, in_words

KEEP: Final = 10
_BY_MOMENT: Final = "[0-9]" * 8 + "-" + "[0-9]" * 6 + "-" + "[0-9]" * 6
_LOGS: Final = ("-wal", "-shm")


def backup(path: Path, folder: Path, now: datetime, keep: int = KEEP) -> Path:
    """Copy a store, even one in use, into the folder, and remove the oldest copies beyond `keep`."""
    target = folder / f"{path.stem}-{_moment(now)}{path.suffix}"
    copy_store(path, target)
    with in_words(target):
        for old in backups(path, folder)[keep:]:
            old.unlink()
    return target


def backups(path: Path, folder: Path) -> tuple[Path, ...]:
    """The copies of a store by moment, newest first."""
    return tuple(sorted(folder.glob(f"{path.stem}-{_BY_MOMENT}{path.suffix}"), reverse=True))


def restore(copy: Path, path: Path, schema: Schema, now: datetime) -> Path:
    """Put a copy in the place of a closed store.

    What was there, even damaged, is kept beside the copy, and where is returned. A copy that is damaged, of another
    kind or newer than the program is a UserError, and nothing is changed.
    """
    check_store(copy, schema)
    replaced = copy.with_name(f"{path.stem}-replaced-{_moment(now)}{path.suffix}")
    beside = path.with_name(f"{path.name}.restored")
    copy_store(copy, beside)
    with in_words(path):
        for source, target in zip(_with_logs(path), _with_logs(replaced), strict=True):
            if source.exists():
                shutil.copyfile(source, target)
        for log in _with_logs(path)[1:]:  # before the copy takes its place: it would be read as the copy's own
            log.unlink(missing_ok=True)
        beside.replace(path)
    return replaced


def forget(path: Path, folder: Path, erase: Callable[[Connection], object]) -> None:
    """Erase something from every copy of a store of cases; a copy may be of any version.

    A copy too damaged for that is removed whole, and so is what a copying that was cut off has left.
    """
    with in_words(path):
        for half in (*folder.glob(f"{path.stem}-*{path.suffix}.part*"), *path.parent.glob(f"{path.name}.restored*")):
            half.unlink()
    for copy in folder.glob(f"{path.stem}-*{path.suffix}"):
        try:
            _forget_in(copy, erase)
        except DamagedError:
            for file in _with_logs(copy):
                file.unlink(missing_ok=True)


def _forget_in(copy: Path, erase: Callable[[Connection], object]) -> None:
    database = open_copy(copy)
    try:
        with database.writing() as connection:
            erase(connection)
        database.wipe()
    finally:
        database.close()


def _with_logs(path: Path) -> list[Path]:
    """A store file, and the files that the database keeps beside one that was not closed."""
    return [path, *(path.with_name(path.name + log) for log in _LOGS)]


def _moment(now: datetime) -> str:
    return f"{now.astimezone(UTC):%Y%m%d-%H%M%S-%f}"
