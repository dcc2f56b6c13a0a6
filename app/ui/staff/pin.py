"""The way back: the supervisor's PIN."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QRegularExpression, Qt, QTimer
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.i18n import Translator
from app.services.staff_pin import LONGEST, Gate
from app.ui.staff.pages import Page
from app.ui.theme import Theme
from app.ui.tokens import HEAD, M
from app.ui.widgets import Button, line, line_edit, para


def pin_field(theme: Theme, name: str) -> QLineEdit:
    """A field that takes digits alone and shows none of them."""
    field = line_edit(theme, name, size=HEAD)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(LONGEST)
    field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), field))
    field.setMaximumWidth(round(200 * theme.zoom))
    return field


class PinPage(Page):
    """`opened` is called when the PIN fits; `go_on` leads back to the person whose turn it is, where there is one."""

    def __init__(
        self, theme: Theme, t: Translator, gate: Gate, opened: Callable[[], None], go_on: Callable[[], None] | None
    ) -> None:
        super().__init__(theme, t("The laptop is with the staff"))
        self._t, self._gate, self._opened = t, gate, opened
        self.say(t("The supervisor's PIN leads back to the program."))
        self.field = pin_field(theme, t("PIN"))
        # Queued, so that the same Enter does not press the button that has the focus when the field is closed.
        self.field.returnPressed.connect(self.attempt, Qt.ConnectionType.QueuedConnection)
        self.rows.addWidget(self.field)
        self.words = para(theme, "", tone="important")
        self.rows.addWidget(self.words)
        self.rows.addLayout(self._acts(go_on))
        self.close_up()
        self.focus = self.field
        self._every_second = QTimer(self)
        self._every_second.setInterval(1000)
        self._every_second.timeout.connect(self._show_wait)
        self._show_wait()

    def _acts(self, go_on: Callable[[], None] | None) -> QHBoxLayout:
        row = line(gap=M)
        self.open = Button(self.theme, self._t("Open"), "primary")
        self.open.clicked.connect(self.attempt)
        row.addWidget(self.open)
        if go_on:
            self.go_on = Button(self.theme, self._t("Go on answering"))
            self.go_on.clicked.connect(lambda _on: go_on())
            row.addWidget(self.go_on)
        row.addStretch(1)
        return row

    def attempt(self) -> None:
        """Try what is typed."""
        tried = self.field.text()
        self.field.clear()
        if not tried or self._gate.wait:
            return
        if self._gate.opens(tried):
            self._opened()
            return
        self.words.setText(self._t.n("Wrong PIN. {n} try left.", "Wrong PIN. {n} tries left.", self._gate.left))
        self._show_wait()

    def _show_wait(self) -> None:
        """While one must wait, the field is closed and says for how long."""
        wait = ceil(self._gate.wait)
        was_closed = not self.field.isEnabled()
        self.field.setEnabled(not wait)
        self.open.setEnabled(not wait)
        if wait:
            self._every_second.start()
            said = self._t.n("Wrong PIN. Wait {n} second.", "Wrong PIN. Wait {n} seconds.", wait)
            self.words.setText(said)
        elif was_closed:
            self._every_second.stop()
            self.words.setText("")
            self.field.setFocus()
