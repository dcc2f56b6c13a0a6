"""The one place where the parts are put together."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import UserError
from app.languages import Language
from app.paths import DataFolder

if TYPE_CHECKING:
    from app.services.desk import Desk, ShelfAlone


def system_today() -> date:
    """The day it is where the person sits."""
    return datetime.now().astimezone().date()


def open_desk(
    folder: DataFolder, today: date, *, read_only: bool = False, release: Callable[[], None] = lambda: None
) -> Desk:
    """Open both stores of a data folder, making it when it is new."""
    from app.services.desk import Desk
    from app.store.cases import Cases
    from app.store.library import Library

    _make(folder)
    cases = Cases(folder.cases, read_only=read_only)
    try:
        library = Library(folder.library, read_only=read_only)
    except BaseException:
        cases.close()
        raise
    return Desk(folder, cases, library, today, read_only=read_only, release=release)


def open_shelf(folder: DataFolder, today: date) -> ShelfAlone:
    """Open the library of a data folder alone, making it when it is new."""
    from app.services.desk import ShelfAlone
    from app.store.library import Library

    _make(folder)
    return ShelfAlone(folder, Library(folder.library), today)


def _make(folder: DataFolder) -> None:
    try:
        folder.root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        values = {"folder": str(folder.root), "reason": error.strerror or ""}
        raise UserError("The data folder {folder} cannot be used: {reason}. Choose another.", values) from error


def open_for_window(folder: DataFolder, today: date) -> Desk:
    """Open a data folder for one window alone; while another window has it in hand, to be read only."""
    from app.ui.trouble.lock import take

    _make(folder)
    hold = take(folder)
    try:
        return open_desk(folder, today, read_only=hold.elsewhere, release=hold.release)
    except BaseException:
        hold.release()
        raise


def first_paint(folder: DataFolder, language: Language) -> float:
    """Show the window, close it after its first paint, and return the time of that paint (seconds since the epoch)."""
    with _nothing_thrown_away():
        from app.ui.app import show_once

    return show_once(partial(open_desk, folder, system_today()), language)


def show_window_once(language: Language) -> float:
    """Open the window in a throwaway folder, with or without a screen; return the seconds until it was painted."""
    import tempfile

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        begun = time.time()
        return first_paint(DataFolder(Path(name)), language) - begun


def run_window(folder: DataFolder, today: date, language: Language) -> int:
    """Show the window and return the exit code when it closes."""
    with _nothing_thrown_away():
        from app.ui.app import run

    return run(folder, partial(open_for_window, today=today), language)


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """What is loaded for the window stays as long as it does: nobody looks for garbage there, now or later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
