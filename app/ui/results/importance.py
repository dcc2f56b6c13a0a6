"""How critical each need is and how much of its target is reached: a picture, and the same as a table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.plan import Results
from app.report.pictures import Importance
from app.ui.results import importance_rows
from app.ui.results.compared import Compared
from app.ui.results.figure import FigureView
from app.ui.results.fold import Fold
from app.ui.section import Section
from app.ui.theme import Theme
from app.ui.tokens import XL, S
from app.ui.widgets import column

MOST = 8
"""Rows of the table; a button shows the others."""
NOTHING = Importance((), ("", "", ""), "", (), ())


class ImportanceBlock(QWidget):
    """Enter on a row of the table tells whose need it is; there while anything is assessed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        title, self._t = t("Importance and what is reached"), t
        told = t("The table below says the same in words.")
        self.figure = FigureView(theme, title, told, NOTHING)
        self.table = Compared(theme, title)
        self.more = Fold(theme, t, self.table)
        self.table.activated.connect(self._choose)
        rows = column(self)
        rows.addWidget(Section(theme, title, t("numbers as in the priorities")))
        rows.addSpacing(S)
        rows.addWidget(self.figure)
        rows.addSpacing(S)
        rows.addWidget(self.table)
        rows.addWidget(self.more)
        rows.addSpacing(XL)

    def show_results(self, results: Results) -> None:
        lines = importance_rows.lines(self._t, results)
        self.setVisible(bool(lines))
        self.figure.show_picture(importance_rows.picture(self._t, results))
        self.table.show_lines(importance_rows.heads(self._t), lines)
        self.more.hold(MOST)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.table.lines.lines[index.row()].key)
