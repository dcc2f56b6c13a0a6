"""Surveys that were imported, as a register: exported as XLSForms, and removed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.services import surveys
from app.ui.library.rows import modest, row_items
from app.ui.place import Say
from app.ui.tables import Register
from app.ui.theme import Theme
from app.ui.tokens import L, M, S
from app.ui.widgets import Button, column, line, para

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.services.surveys import Imported


class Surveys(QWidget):
    """A mapping keeps the survey that it is asked by, whatever becomes of it here. `changed` tells of a removal."""

    changed = Signal()

    def __init__(self, theme: Theme, t: Translator, desk: Desk, say: Say) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._say = theme, t, desk, say
        self._surveys: tuple[Imported, ...] = ()
        self._model = QStandardItemModel(self)
        self.register = Register(theme, t("Imported surveys"))
        self.register.setModel(self._model)
        modest(self.register)
        self.export = Button(theme, t("Export as XLSForm"), icon="export")
        self.export.clicked.connect(lambda _on: self._choose_file())
        self.remove = Button(theme, t("Remove from the library"), icon="remove")
        self.remove.clicked.connect(lambda _on: self._remove())
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        """The register with what can be done; one sentence while there is nothing in it."""
        listed, empty = QWidget(), QWidget()
        rows = column(listed, gap=S)
        rows.addWidget(self.register, 1)
        acts = line(gap=M)
        acts.addWidget(self.export)
        acts.addWidget(self.remove)
        acts.addStretch(1)
        rows.addLayout(acts)
        words = self._t("No survey of your own has been imported yet. Import an XLSForm (XLSX, XLS).")
        nothing = column(empty, (0, L, 0, 0))
        nothing.addWidget(para(self._theme, words))
        nothing.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(listed)
        column(self).addWidget(self._pages)

    @property
    def count(self) -> int:
        return len(self._surveys)

    @property
    def last_imported(self) -> date | None:
        """The day on which the newest of them came."""
        return max((each.imported.astimezone().date() for each in self._surveys), default=None)

    def refresh(self) -> None:
        """What the library now holds; the cursor stays at its row, or at the last one."""
        t, row = self._t, max(self.register.currentIndex().row(), 0)
        self._surveys = surveys.imported(self._desk)
        self._model.clear()
        heads = (t("Name"), t("Version"), t("Contents"), t("Source"), t("Imported"))
        self._model.setHorizontalHeaderLabels(list(heads))
        for survey in self._surveys:
            self._model.appendRow(row_items(self._texts(survey)))
        self.register.share((60, 0, 0, 40, 0))
        self.register.selectRow(min(row, len(self._surveys) - 1))
        self._pages.setCurrentIndex(1 if self._surveys else 0)

    def _texts(self, survey: Imported) -> tuple[str, ...]:
        t = self._t
        contents = t.n("{n} question", "{n} questions", survey.questions)
        imported = t.day(survey.imported.astimezone().date())
        return t.said(survey.name) or survey.key, survey.version, contents, survey.source, imported

    @property
    def _chosen(self) -> Imported:
        return self._surveys[self.register.currentIndex().row()]

    def _choose_file(self) -> None:
        title, name = self._t("Export as XLSForm"), f"{self._chosen.key}.xlsx"
        chosen, _kind = QFileDialog.getSaveFileName(self, title, name, "XLSX (*.xlsx)")
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, out: Path) -> None:
        """Write the survey of the row in hand to a file."""
        survey = self._chosen
        self._try(
            lambda: surveys.export_form(self._desk, survey.key, out, survey.version),
            self._t("The form is in {file}", file=out.name),
        )

    def _remove(self) -> None:
        survey = self._chosen
        words = self._t("The survey is removed. Where it is being answered, it stays.")
        self._try(lambda: surveys.remove(self._desk, survey.key, survey.version), words)
        self.refresh()
        self.changed.emit()

    def _try(self, act: Callable[[], object], words: str) -> None:
        try:
            act()
        except UserError as error:
            words = self._t.explain(error)
        self._say(words)
