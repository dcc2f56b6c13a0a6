"""What can go wrong with a store file, as sentences a person can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from app.errors import UserError
from app.i18n import mark

_DAMAGED: Final = mark("{file} in {folder} is damaged and was left as it is. Restore a backup in its place.")
_LOCKED: Final = mark("{file} in {folder} is in use by another program. Close the other program and try again.")
_READ_ONLY: Final = mark("{file} in {folder} cannot be written. Choose a data folder where you may save files.")
_FULL: Final = mark("The disk of {folder} is full. Nothing was lost; free some space and try again.")
_CANNOT_OPEN: Final = mark("{file} in {folder} cannot be opened. Check that the folder exists and that you may use it.")
_DISK: Final = mark("The disk of {folder} does not answer as it should. Check that it is connected and try again.")

_LOOK_ONLY: Final = mark(
    "Nothing was changed: Kartturi is open in another window, and this one can only be looked at. Close the other "
    "window, then choose Try again here."
)

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
_SENTENCES_OF_SYSTEM: Final = {
    errno.ENOSPC: _FULL,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
}


class DamagedError(UserError):
    """A store file that cannot be read as one any more."""


def damaged(path: Path) -> UserError:
    return _told(_DAMAGED, path)


def look_only() -> UserError:
    """A change was asked for where another window has the data in hand."""
    return UserError(_LOOK_ONLY)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """What the disk or another program does to the file becomes a UserError; our own mistakes pass as they are."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        sentence = _sentence(error.orig if isinstance(error, DBAPIError) else error)
        if sentence is None:
            raise
        raise _told(sentence, path) from error


def _sentence(error: BaseException | None) -> str | None:
    if isinstance(error, OSError):
        return _SENTENCES_OF_SYSTEM.get(error.errno or 0, _CANNOT_OPEN)
    # SQLite's primary result code is the low byte; the rest only refines it.
    return _SENTENCES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)


def _told(sentence: str, path: Path) -> UserError:
    kind = DamagedError if sentence is _DAMAGED else UserError
    return kind(sentence, {"file": path.name, "folder": str(path.parent)})
