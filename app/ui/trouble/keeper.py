"""Looks after the data folder of a window: copies at the start, copies taken back, and another folder.

What it needs for that is loaded when it is needed: the window is painted first.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.errors import UserError
from app.paths import DataFolder
from app.ui.tasks import Job, Runner
from app.ui.trouble.lock import take

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.services.safekeeping import Copy
    from app.ui.shell import Window


class Keeper(QObject):
    """Belongs to the window, and does what the window asks for by its signals."""

    def __init__(self, window: Window, folder: DataFolder, open_desk: Callable[[DataFolder], Desk]) -> None:
        super().__init__(window)
        self._window, self.folder, self._open_desk = window, folder, open_desk
        self._runner = Runner(self)
        window.opened.connect(self.copy)
        window.wishes.copies.connect(self.show_copies)
        window.wishes.other_folder.connect(self._choose_folder)
        window.wishes.fresh_library.connect(self.set_library_aside)

    @Slot()
    def copy(self) -> None:
        """Copy what was just opened, off the window's thread."""
        if desk := self._window.desk:
            self._runner.start(partial(_copy, desk), _nothing, self._failed)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._window.say(self._window.t.explain(error))

    @Slot()
    def show_copies(self) -> None:
        from app.services import safekeeping
        from app.ui.trouble.copies import CopiesDialog

        copies = safekeeping.copies(self.folder)
        CopiesDialog(self._window.theme, self._window.t, copies, self.take_back, self._window).open()

    def take_back(self, copy: Copy) -> None:
        """Put a copy in the place of the companies, and open them again."""
        from app.services import safekeeping

        done = self._window.t("The copy is back. What was there before is kept among the copies.")
        self._while_closed(lambda: safekeeping.take_back(self.folder, copy, datetime.now(UTC)), done)

    @Slot()
    def set_library_aside(self) -> None:
        """Begin an empty library in the place of one that cannot be read."""
        from app.services import safekeeping

        done = self._window.t("The library is empty now. Import your files into it again.")
        self._while_closed(lambda: safekeeping.set_library_aside(self.folder, datetime.now(UTC)), done)

    def _while_closed(self, act: Callable[[], object], done: str) -> None:
        """Do something with the files while no window has them open, then open them again and say what came of it."""
        self._window.flush()
        self._window.let_go()
        try:
            words = self._outcome(act, done)
        finally:
            self._window.reopen()
        self._window.say(words)

    def _outcome(self, act: Callable[[], object], done: str) -> str:
        t, hold = self._window.t, take(self.folder)
        try:
            if hold.elsewhere:
                return t("Kartturi is open in another window. Close it there first, then try again.")
            act()
        except UserError as error:
            return t.explain(error)
        finally:
            hold.release()
        return done

    @Slot()
    def _choose_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self._window, self._window.t("Choose another data folder"))
        if name:
            self.use(DataFolder(Path(name)))

    def use(self, folder: DataFolder) -> None:
        """Go on with another data folder, until the program is closed."""
        self.folder = folder
        self._window.flush()
        self._window.reopen(partial(self._open_desk, folder))


def _copy(desk: Desk, _job: Job) -> Path | None:
    from app.services import safekeeping

    return safekeeping.copy_at_start(desk, datetime.now(UTC))


def _nothing(_copy: object) -> None:
    """A copy that was made is not worth a word."""
