"""Quick signals of a window: noted from wherever one is, and listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.errors import UserError

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.shell import Window


class Noting(QObject):
    """Does what a window is asked for; its dialogs are loaded when they are wanted."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.wishes.note.connect(self.note)
        window.wishes.notes.connect(self.show_all)

    @Slot()
    def note(self) -> None:
        """Note one; where nothing can be written, it is said before anybody has typed anything."""
        if desk := self._writable():
            from app.ui.signals.dialog import SignalDialog

            SignalDialog(self._window.theme, self._window.t, desk, self._say_noted, self._window).open()

    def _writable(self) -> Desk | None:
        from app.services.companies import refuse_if_read_only

        desk = self._window.opened_desk()
        try:
            if desk:
                refuse_if_read_only(desk)
        except UserError as error:
            self._window.say(self._window.t.explain(error))
            return None
        return desk

    def _say_noted(self) -> None:
        self._window.say(self._window.t("Noted. It stands among the quick signals, where it can be removed."))

    @Slot()
    def show_all(self) -> None:
        if desk := self._window.opened_desk():
            from app.ui.signals.listing import SignalsDialog

            SignalsDialog(self._window.theme, self._window.t, desk, self._window).open()
