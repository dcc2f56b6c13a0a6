"""Who has a data folder in hand: one window at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLockFile

from app.paths import DataFolder


@dataclass(frozen=True, slots=True)
class Hold:
    """`elsewhere` when another window has the folder in hand; `release` gives free what this one has taken."""

    elsewhere: bool
    release: Callable[[], None]


def take(folder: DataFolder) -> Hold:
    """Take a data folder in hand if no other window has.

    A folder where no lock can be made counts as free: the stores say what is the matter with it.
    """
    lock = QLockFile(str(folder.root / "window.lock"))
    lock.setStaleLockTime(0)  # however old a lock is, it holds as long as its program runs
    taken = lock.tryLock(0)
    return Hold(not taken and lock.error() is QLockFile.LockError.LockFailedError, lock.unlock)
