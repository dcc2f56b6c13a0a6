"""Levels over all roles: who knows what, or coverage alone for a screen that others see."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import Translator
from app.mapping.model import Mapping
from app.ui.marks import draw_dots
from app.ui.matrix.lines import Lines, coverage_only, who_knows
from app.ui.matrix.switch import View, ViewSwitch
from app.ui.tables import STRONG
from app.ui.theme import Theme
from app.ui.tokens import HEAD, XL, L, M, S
from app.ui.widgets import Hair, column, label, line, para
from app.ui.wrapping import WrappedDelegate, WrappedRegister

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()
DOTS: Final = Qt.ItemDataRole.UserRole + 10
SPOKEN: Final = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_PARTS: Final = {View.COMPETENCE: (5, 3, 3, 3, 3, 3, 3), View.COVERAGE: (5, 5, 0, 5)}
"""How the columns share the width."""


class LinesModel(QAbstractTableModel):
    """Lines as a Qt table; a screen reader says the first cell of a row as the sentence of the whole row."""

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self.lines = lines

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines.lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, first = self.lines.lines[index.row()], index.column() == 0
        last = index.column() == len(self.lines.heads) - 1
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role in SPOKEN:
            return row.sentence if first else row.cells[index.column()]
        if role == DOTS:
            return row.dots if last else None
        return first if role == STRONG else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        words = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.lines.heads[section] if words else None


class _DotsDelegate(WrappedDelegate):
    """Text, and coverage as dots."""

    def _draw_text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        dots = index.data(DOTS)
        if not dots:
            super()._draw_text(painter, rect, index)
            return
        covered, required = dots
        start = QPointF(rect.left() + S, rect.center().y())
        draw_dots(painter, self._theme, start, min(covered, required), required, room=rect.width() - 2 * S)


class OverviewPage(QWidget):
    """A table, and under it the row in hand as a sentence. Nothing is entered here."""

    def __init__(self, theme: Theme, t: Translator, mapping: Mapping, view: View) -> None:
        super().__init__()
        self._theme, self._t, self.view = theme, t, view
        self.switch = ViewSwitch(theme, t, view)
        self.lines = who_knows(t, mapping) if view is View.COMPETENCE else coverage_only(t, mapping)
        page = column(self, margins=(XL + 4, M, XL + 4, S))
        head = line(gap=L)
        head.addWidget(label(theme, t("Present levels"), HEAD))
        head.addStretch(1)
        head.addWidget(self.switch)
        page.addLayout(head)
        page.addSpacing(S)
        self.sentence = para(theme, self.lines.nothing, tone="ink")
        if self.lines.nothing:
            page.addSpacing(L)
            page.addWidget(self.sentence)
            page.addStretch(1)
            self.setFocusProxy(next(segment for segment in self.switch.segments if segment.isChecked()))
        else:
            self._add_table(page)

    def _add_table(self, page: QVBoxLayout) -> None:
        self.model = LinesModel(self.lines)
        self.table = WrappedRegister(self._theme, self._t("Present levels"))
        self.table.setItemDelegate(_DotsDelegate(self._theme, self.table))
        self.table.setModel(self.model)
        self.table.let_heads_break()
        self.table.share(_PARTS[self.view])
        self.sentence.setMinimumHeight(self._theme.height(2, 0))  # so that the table does not jump from row to row
        page.addWidget(self.table, 1)
        page.addWidget(Hair(self._theme))
        page.addSpacing(S)
        page.addWidget(self.sentence)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(lambda row: self._tell(row.row()))
        self.table.selectRow(0)

    def _tell(self, row: int) -> None:
        lines = self.lines.lines
        self.sentence.setText(lines[row].sentence if 0 <= row < len(lines) else "")
