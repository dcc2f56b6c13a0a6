"""The matrix as a Qt table: what it shows, and what a screen reader says of every cell."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.i18n import Translator
from app.mapping.model import Assessor, Mapping, PeopleMode, Role, RoleNeed
from app.ui.matrix import sheet, words
from app.ui.matrix.columns import AFTER, Column, Kind, columns_of
from app.ui.matrix.sheet import Cell, Row

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class MatrixModel(QAbstractTableModel):
    """Rows are the needs of one role. The mapping is held whole; an answer redraws what follows from it alone.

    `answered` tells of each answer as soon as it is here, before anything else is redrawn; `renewed` that what is
    shown has changed.
    """

    answered = Signal(QModelIndex)
    renewed = Signal()

    def __init__(self, t: Translator, mapping: Mapping, role: Role, assessor: Assessor, parent: QObject | None = None):
        super().__init__(parent)
        self._t = t
        self.assessor = assessor
        self._take(mapping, role)

    def _take(self, mapping: Mapping, role: Role) -> None:
        self.mapping, self.role = mapping, role
        self.answers = sheet.answers_by_cell(mapping)
        self.columns = columns_of(mapping, role)
        self.rows = [self._row(need) for need in sheet.needs_of(mapping, role.key)]

    def _row(self, need: RoleNeed) -> Row:
        return sheet.row(self.mapping, self.answers, need, self.assessor)

    def show(self, mapping: Mapping, role: Role) -> None:
        """Show another role, or another state of the mapping."""
        self.beginResetModel()
        self._take(mapping, role)
        self.endResetModel()

    def set_assessor(self, assessor: Assessor) -> None:
        """Take another assessor in hand."""
        self.assessor = assessor
        self.rows = [self._row(row.need) for row in self.rows]
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))
        self.renewed.emit()

    def update(self, mapping: Mapping, at: Index) -> None:
        """Take over a mapping in which only what is said in one cell differs."""
        self.mapping = mapping
        need, person, row = self.row_at(at).need, self.column_at(at).person, at.row()
        if person:
            self.answers[person.key, need.key] = sheet.answers_of(mapping, person, need)
        self.rows[row] = self._row(need)
        here = self.index(row, at.column())
        self.dataChanged.emit(here, here)
        self.answered.emit(here)
        self.dataChanged.emit(self.index(row, len(self.columns) - len(AFTER)), self.index(row, len(self.columns) - 1))
        self.renewed.emit()

    def row_at(self, index: Index) -> Row:
        return self.rows[index.row()]

    def column_at(self, index: Index) -> Column:
        return self.columns[index.column()]

    def at(self, index: Index) -> tuple[Row, Column, PeopleMode]:
        """What stands at an index, and how people appear in it."""
        return self.row_at(index), self.column_at(index), self.mapping.people_mode

    def first_answer(self) -> QModelIndex:
        """Where one begins to fill in."""
        return self.index(0, next((i for i, c in enumerate(self.columns) if c.is_answer), 0))

    def cell_at(self, index: Index) -> Cell | None:
        """The cell of a person at an index; None in every other column."""
        if not index.isValid() or self.column_at(index).kind is not Kind.PERSON:
            return None
        return self.row_at(index).cells[self.column_at(index).place]

    def texts(self, block: QItemSelectionRange) -> list[list[str]]:
        """A block of cells as a spreadsheet has them."""
        columns = range(block.left(), block.right() + 1)
        return [[self._text(row, column) for column in columns] for row in range(block.top(), block.bottom() + 1)]

    def whole(self) -> list[list[str]]:
        """Everything with its heads."""
        heads = [words.heading(self._t, column, self.mapping.people_mode) for column in self.columns]
        rows = [[self._text(row, column) for column in range(len(heads))] for row in range(len(self.rows))]
        return [heads, *rows]

    def _text(self, row: int, column: int) -> str:
        """What stands in a cell, with a dash that can be typed."""
        shown = words.short(self._t, self.rows[row], self.columns[column])
        return "-" if shown == words.NOT_PART else shown

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return words.short(self._t, self.row_at(index), self.column_at(index))
        if role in SPOKEN:
            return words.spoken(self._t, *self.at(index))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return words.need_name(self._t, self.rows[section].need) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return words.heading(self._t, self.columns[section], self.mapping.people_mode)
        if role in SPOKEN:
            return words.heading_spoken(self._t, self.columns[section], self.mapping.people_mode)
        return None
