"""The dialog that tells of something nobody expected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QApplication, QWidget

from app.i18n import Translator
from app.services.incidents import Incident
from app.ui.dialog import Dialog
from app.ui.dialog_parts import Report
from app.ui.theme import Theme
from app.ui.tokens import NOTE
from app.ui.widgets import Button, para

LINES: Final = 8
"""Of the report."""


class IncidentDialog(Dialog):
    """What happened in plain words, what is kept, and the report to be read before it is given to anybody."""

    def __init__(
        self, theme: Theme, t: Translator, incident: Incident, words: str, close: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(theme, t("Something went wrong that should not have"), parent)
        self._t, self._times = t, 1
        self.words = para(theme, words, tone="ink")
        self.rows.addWidget(self.words)
        self.again = para(theme, "", tone="important")
        self.again.hide()
        self.rows.addWidget(self.again)
        self.rows.addWidget(para(theme, self._about(incident)))
        self.report = Report(theme, t("The report"), LINES, NOTE)
        self.report.setPlainText(incident.report)
        self.rows.addWidget(self.report, 1)
        self._add_buttons(theme, close)

    def _about(self, incident: Incident) -> str:
        """Where the report is and what it holds."""
        t = self._t
        where = t("A report for whoever looks after the program is in {file}.", file=incident.path)
        if incident.path is None:
            where = t("This report could not be kept as a file. Copy it for whoever looks after the program.")
        what = t("It names places in the program and nothing that anybody has typed. It is sent nowhere by itself.")
        return f"{where} {what}"

    def _add_buttons(self, theme: Theme, close: Callable[[], None]) -> None:
        t = self._t
        self.copy = Button(theme, t("Copy the report"), "quiet")
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.report.toPlainText()))
        self.quit = Button(theme, t("Close Kartturi"), "quiet")
        self.quit.clicked.connect(lambda _checked: close())
        self.go_on = Button(theme, t("Go on"), "primary")
        self.go_on.clicked.connect(self.accept)
        self.add_foot(self.quit, self.go_on, left=self.copy)
        self.go_on.setFocus()

    def add(self, report: str) -> None:
        """One more went wrong while this is open; its report is empty when it is the same."""
        self._times += 1
        if report:
            self.report.appendPlainText(report)
        words = self._t.n("It went wrong {n} time by now.", "It went wrong {n} times by now.", self._times)
        self.again.setText(words)
        self.again.show()
