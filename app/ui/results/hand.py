"""What can be done under the list: fill up to five, move the row in hand, and say why the owner moved it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.ui.autosave import Autosave
from app.ui.flow import FlowLayout
from app.ui.results.order import Priority
from app.ui.theme import Theme
from app.ui.tokens import S
from app.ui.widgets import Button, line_edit

REASON_LEAST = 16
"""Width of the field for the reason, in heights of a line."""


class Hand(QWidget):
    """Buttons and a field; nothing is decided here."""

    filled = Signal()
    moved = Signal(int)
    reasoned = Signal(str, str)

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._shown = ("", "")  # need and stored reason
        self.fill = Button(theme, t("Agree on the first five"))
        self.up = Button(theme, t("Move up"), icon="arrow-up")
        self.down = Button(theme, t("Move down"), icon="arrow-down")
        self.reason = line_edit(theme, t("Why the owner moved it"), hint=t("Why? In the owner's words"))
        self.reason.setMinimumWidth(REASON_LEAST * round(theme.metrics().height()))
        self._autosave = Autosave(self, self._write)
        self._autosave.watch(self.reason)
        flow = FlowLayout(self, gap=S, line_gap=S)
        for part in (self.fill, self.up, self.down, self.reason):
            flow.addWidget(part)
        self.fill.clicked.connect(self.filled)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))

    def show_priority(self, priority: Priority | None, *, may_fill: bool) -> None:
        """Take another row in hand, or the same one after a change; what is being typed is left alone."""
        self.fill.setVisible(may_fill)
        moved = priority.agreed if priority and priority.moved else None
        now = (moved.need_key, moved.reason) if moved else ("", "")
        if now != self._shown and now[1] != self.reason.text().strip():
            self.reason.setText(now[1])
        self._shown = now
        self.reason.setVisible(moved is not None)

    def flush(self) -> None:
        """Write what is being typed."""
        self._autosave.flush()

    def _write(self) -> None:
        need_key, _reason = self._shown
        if need_key:
            self.reasoned.emit(need_key, self.reason.text())
