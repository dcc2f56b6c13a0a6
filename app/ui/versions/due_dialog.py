"""What is due over all companies, and how far each case is (JOE-2a, KEU-8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import UserError
from app.files.writing import write_file
from app.i18n import Translator
from app.mapping.due import WITHIN
from app.services import due
from app.ui.dialog import Dialog
from app.ui.tables import QUIET, STRONG
from app.ui.tabs import TextTabs
from app.ui.tasks import Job, Runner
from app.ui.theme import Theme
from app.ui.versions.due_rows import CASE_HEADS, DUE_HEADS, Row, of_case, of_due
from app.ui.widgets import Button, para
from app.ui.wrapping import WrappedRegister

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.shell import Window

WIDTH: Final = 960  # pixels at 100 %
CASES: Final = "cases"
QUARTER, HALF, YEAR = 90, 180, 365
Open = Callable[[str, str], None]
"""A mapping, at a place."""


def show_due(window: Window) -> None:
    """Show what is due over the window; what is chosen is opened in it."""
    if desk := window.opened_desk():
        DueDialog(window.theme, window.t, desk, window.open, window).open()


class DueDialog(Dialog):
    """Enter opens the company in hand where what is due is seen to. Everything is read off the window's thread."""

    def __init__(self, theme: Theme, t: Translator, desk: Desk, open_company: Open, parent: QWidget) -> None:
        super().__init__(theme, t("What is due"), parent, WIDTH)
        self._theme, self._t, self._desk, self._open_company = theme, t, desk, open_company
        self._runner = Runner(self)
        self._rows: tuple[Row, ...] = ()
        self._csv = b""
        self.view = str(WITHIN)
        views = (
            *((str(n), t("Next {n} days", n=n)) for n in (WITHIN, QUARTER, HALF, YEAR)),
            (CASES, t("How far the cases are")),
        )
        self.tabs = TextTabs(theme, self.windowTitle(), views, self.view)
        self.tabs.chosen.connect(self._choose)
        self.rows.addWidget(self.tabs)
        self.words = para(theme, "")
        self.rows.addWidget(self.words)
        self._model = QStandardItemModel(self)
        self.register = WrappedRegister(theme, self.windowTitle())
        self.register.setModel(self._model)
        self.register.activated.connect(self._open)
        self.add_list(self.register)
        self._add_buttons()
        self.register.setFocus()
        self._read()

    def _add_buttons(self) -> None:
        t = self._t
        self.export = Button(self._theme, t("Export"), icon="export")
        self.export.clicked.connect(self._choose_file)
        self.leave = Button(self._theme, t("Close"))
        self.leave.clicked.connect(self.reject)
        self.go = Button(self._theme, t("Open"), "primary", key=t("Enter"))
        self.go.clicked.connect(lambda: self._open(self.register.currentIndex()))
        self.add_foot(self.leave, self.go, left=self.export)

    def _choose(self, view: str) -> None:
        self.view = view
        self._read()

    def _read(self) -> None:
        """Read what is chosen; what is chosen meanwhile is read after it."""
        desk, t, view = self._desk, self._t, self.view

        def work(_job: Job) -> tuple[tuple[Row, ...], bytes]:
            if view == CASES:
                return tuple(of_case(t, case) for case in due.cases(desk)), b""
            found = due.due_list(desk, int(view))
            return tuple(of_due(t, entry) for entry in found), due.as_csv(due.rows(t, found)).encode("utf-8-sig")

        if self._runner.start(work, lambda found: self._show(view, *found), _fail):
            self.words.setText(t("Reading the companies …"))
            self.words.show()

    def _show(self, view: str, rows: Sequence[Row], csv: bytes) -> None:
        if view != self.view:
            self._read()
            return
        self._rows, self._csv = tuple(rows), csv
        heads = CASE_HEADS if view == CASES else DUE_HEADS
        self._model.clear()
        self._model.setHorizontalHeaderLabels([self._t(head) for head in heads])
        strong = heads.index("Company")
        for row in rows:
            self._model.appendRow([_item(cell, strong=place == strong) for place, cell in enumerate(row.cells)])
        self.register.share((50, 0, 0, 50) if view == CASES else (0, 0, 40, 60))
        self._tell(rows)
        if rows:
            self.register.selectRow(0)

    def _tell(self, rows: Sequence[Row]) -> None:
        self.words.setText("" if rows else self._t("Nothing is due."))
        self.words.setVisible(not rows)
        self.export.setVisible(bool(self._csv and rows))
        self.go.setEnabled(bool(rows))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self._rows[index.row()]
            self.accept()
            self._open_company(row.mapping_key, row.to)

    def _choose_file(self) -> None:
        t = self._t
        name, _kind = QFileDialog.getSaveFileName(self, t("Export"), f"{t('due list')}.csv", "CSV (*.csv)")
        if name:
            self.save(Path(name))

    def save(self, out: Path) -> None:
        """Write what is listed to a file, and say so."""
        try:
            write_file(out, self._csv)
            words = self._t("Saved as {file}", file=out.name)
        except UserError as error:
            words = self._t.explain(error)
        self.words.setText(words)
        self.words.show()


def _item(text: str, *, strong: bool) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(strong, STRONG)
    item.setData(not strong, QUIET)
    item.setToolTip(text)
    return item


def _fail(error: BaseException) -> None:
    """What is stored can be read, or the program is broken: that is for whoever reports it."""
    raise error
