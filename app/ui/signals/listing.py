"""The quick signals that were noted: to look at, to remove, and to take along as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import UserError
from app.i18n import Translator
from app.mapping.signal import Signal
from app.services import catalogues, signals
from app.services.catalogues import OfCompany
from app.ui.dialog import Dialog
from app.ui.signals.dialog import horizon_name
from app.ui.tables import QUIET, STRONG
from app.ui.tasks import Runner
from app.ui.theme import Theme
from app.ui.widgets import Button, para
from app.ui.wrapping import WrappedRegister

if TYPE_CHECKING:
    from app.services.desk import Desk

WIDTH = 880  # pixels at 100 %
WHAT = 1


class SignalsDialog(Dialog):
    """Latest first. Delete removes the one in hand, which cannot be taken back: the copies lose it, too."""

    def __init__(self, theme: Theme, t: Translator, desk: Desk, parent: QWidget) -> None:
        super().__init__(theme, t("Quick signals"), parent, WIDTH)
        self._theme, self._t, self._desk = theme, t, desk
        self._signals: tuple[Signal, ...] = ()
        self._sectors: dict[str, str] = {}
        self.words = para(theme, "")
        self.rows.addWidget(self.words)
        self._model = QStandardItemModel(self)
        self.register = self._made_register()
        self.add_list(self.register)
        self._add_buttons()
        self._show()
        self._runner = Runner(self)
        self._runner.start(lambda _job: catalogues.of_company(desk), self._name_sectors, _fail)
        self._begin()

    def _begin(self) -> None:
        (self.register if self._signals else self.leave).setFocus()

    def _made_register(self) -> WrappedRegister:
        register = WrappedRegister(self._theme, self.windowTitle())
        register.setModel(self._model)
        return register

    def _add_buttons(self) -> None:
        t = self._t
        self.leave = Button(self._theme, t("Close"))
        self.leave.clicked.connect(self.reject)
        self.remove = Button(self._theme, t("Remove for good"), icon="remove")
        self.remove.clicked.connect(self._remove)
        self.export = Button(self._theme, t("Export"), "primary", icon="export")
        self.export.clicked.connect(self._choose_file)
        self.add_foot(self.leave, self.export, left=self.remove)

    def _show(self) -> None:
        """What the store now holds; the cursor stays at its row, or at the last one."""
        t, row = self._t, max(self.register.currentIndex().row(), 0)
        self._signals = self._desk.cases.signals()
        self._model.clear()
        self._model.setHorizontalHeaderLabels([t("Date"), t("What is needed?"), t("Sector"), t("When")])
        for signal in self._signals:
            self._model.appendRow([_item(text, number) for number, text in enumerate(self._texts(signal))])
        self.register.share((0, 60, 40, 0))
        self.register.selectRow(min(row, len(self._signals) - 1))
        none = t("None is noted yet. Ctrl+K notes one from anywhere.")
        self.words.setText(t("Needs noted in passing. They name no company.") if self._signals else none)
        self.words.setVisible(True)
        for widget in (self.register, self.remove, self.export):
            widget.setVisible(bool(self._signals))

    def _texts(self, signal: Signal) -> tuple[str, ...]:
        sector = self._sectors.get(signal.sector, signal.sector)
        return self._t.day(signal.on), signal.what, sector, horizon_name(self._t, signal.when)

    def _name_sectors(self, found: OfCompany) -> None:
        said = ((d.code, d.name.said(self._t.language).text) for d in found.sectors.sectors.divisions)
        self._sectors = {code: f"{code} {name}" for code, name in said}
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._signals:
            self._remove()
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        signal = self._signals[self.register.currentIndex().row()]
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # every copy is written anew
        try:
            signals.forget(self._desk, signal.key)
        except UserError as error:
            self.words.setText(self._t.explain(error))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._show()
        self._begin()

    def _choose_file(self) -> None:
        t = self._t
        name, _kind = QFileDialog.getSaveFileName(
            self, t("Export"), f"{t('signals')}.csv", "CSV (*.csv);;JSON (*.json)"
        )
        if name:
            self.save(Path(name))

    def save(self, out: Path) -> None:
        """Write all of them to a file, and say so."""
        try:
            count = signals.export(self._desk, out)
        except UserError as error:
            self.words.setText(self._t.explain(error))
            return
        self.words.setText(self._t.n("{n} signal is in {file}.", "{n} signals are in {file}.", count, file=out.name))


def _item(text: str, column: int) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(column == WHAT, STRONG)
    item.setData(column != WHAT, QUIET)
    item.setToolTip(text)
    return item


def _fail(error: BaseException) -> None:
    """The shipped sectors are there and whole, or the program is broken: that is for whoever reports it."""
    raise error
