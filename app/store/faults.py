"""What can go wrong with a store file, as sentences a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from app.errors import UserError
from app.i18n import mark

_DAMAGED: Final = mark("{file} in {folder} is damaged. Restore the latest backup; the damaged file is kept beside it.")
_LOCKED: Final = mark("{file} in {folder} is in use by another program. Close the other program and try again.")
_READ_ONLY: Final = mark("{file} in {folder} cannot be written. Choose a data folder where you may save files.")
_FULL: Final = mark("The disk of {folder} is full. Nothing was lost; free some space and try again.")
_CANNOT_OPEN: Final = mark("{file} in {folder} cannot be opened. Check that the folder exists and that you may use it.")
_DISK: Final = mark("The disk of {folder} does not answer as it should. Check that it is connected and try again.")

_SENTENCES: Final = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_CANTOPEN: _CANNOT_OPEN,
    sqlite3.SQLITE_IOERR: _DISK,
}


def damaged(path: Path) -> UserError:
    return _told(_DAMAGED, path)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """What the disk or another program does to the file becomes a UserError; our own mistakes pass as they are."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        sentence = _SENTENCES.get(_code(error))
        if sentence is None:
            raise
        raise _told(sentence, path) from error


def _code(error: DBAPIError | sqlite3.Error) -> int:
    """SQLite's primary result code; its low byte, since the rest of an extended code only refines it."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return int(getattr(cause, "sqlite_errorcode", 0)) & 0xFF


def _told(sentence: str, path: Path) -> UserError:
    return UserError(sentence, {"file": path.name, "folder": str(path.parent)})
