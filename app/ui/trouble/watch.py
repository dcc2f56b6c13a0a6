"""Something nobody expected: a report is kept, what is being typed is written, and the person is told once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.errors import UserError
from app.paths import DataFolder
from app.services import incidents
from app.services.incidents import Incident

if TYPE_CHECKING:
    from app.ui.shell import Window
    from app.ui.trouble.dialog import IncidentDialog


class Watch(QObject):
    """`tell` may be called on any thread; what is to be seen is done later on the window's own."""

    _happened = Signal(object)
    _refused = Signal(object)

    def __init__(self, window: Window, folder: DataFolder, close: Callable[[], None]) -> None:
        """`close` ends the program without another try at writing."""
        super().__init__(window)
        self._window, self._folder, self._close = window, folder, close
        self._known: set[str] = set()
        self.dialog: IncidentDialog | None = None
        later = Qt.ConnectionType.QueuedConnection
        self._happened.connect(self._show, later)
        self._refused.connect(self._say, later)

    def tell(self, error: Exception) -> None:
        """Something was raised that nobody caught. What a person can put right is a line at the foot."""
        if isinstance(error, UserError):
            self._refused.emit(error)
        elif (report := incidents.report(error)) in self._known:
            self._happened.emit(None)
        else:
            self._known.add(report)
            self._happened.emit(incidents.keep(self._folder, error, datetime.now(UTC)))

    def offer_earlier(self) -> None:
        """Show once what is left of an earlier time and nobody has looked at."""
        earlier = incidents.unseen(self._folder)
        if not earlier or self.dialog:
            return
        seen = [incidents.see(incident) for incident in earlier]
        words = self._window.t(
            "Kartturi did not end as it should the last time. What you entered up to then is saved on this computer."
        )
        self._open(Incident("\n".join(incident.report for incident in seen), seen[-1].path), words)

    @Slot(object)
    def _say(self, error: UserError) -> None:
        self._window.say(self._window.t.explain(error))

    @Slot(object)
    def _show(self, incident: Incident | None) -> None:
        """Tell of it; none is one that was told of before: what fails at each painting would never end."""
        if self.dialog:
            self.dialog.add(incidents.see(incident).report if incident else "")
        elif incident is None:
            self._window.say(self._window.t("The same went wrong once more. There is a report of it already."))
        else:
            self._open(incidents.see(incident), self._words())

    def _words(self) -> str:
        """Whether what is being typed could be written: nothing is promised that is not so."""
        t = self._window.t
        try:
            saved = self._window.flush()
        except Exception:  # noqa: BLE001 - whatever it is, this is where it is told
            saved = False
        if saved:
            return t("Everything you have entered is saved. You can go on, or close Kartturi and open it again.")
        return t(
            "What you typed last could not be saved and still stands in its field: copy it before you close "
            "Kartturi. Everything before it is saved."
        )

    def _open(self, incident: Incident, words: str) -> None:
        from app.ui.trouble.dialog import IncidentDialog

        self.dialog = IncidentDialog(self._window.theme, self._window.t, incident, words, self._close, self._window)
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        self.dialog = None
