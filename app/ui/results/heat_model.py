"""The heat map as a Qt table, and what a screen reader says of every cell."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.i18n import Translator
from app.mapping.scoring import NeedScore
from app.ui.results import words
from app.ui.results.heat import HeatMap

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()
SPOKEN: Final = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class HeatModel(QAbstractTableModel):
    """Rows are competences, columns are roles."""

    def __init__(self, t: Translator) -> None:
        super().__init__()
        self._t = t
        self.heat = HeatMap()

    def show(self, heat: HeatMap) -> None:
        self.beginResetModel()
        self.heat = heat
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.heat.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.heat.roles)

    def cell(self, index: Index) -> NeedScore | None:
        """What stands at an index; None where it is not asked of the role."""
        return self.heat.rows[index.row()].cells[index.column()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return words.index_sign(cell.score) if cell else words.NOT_ASKED
        if role in SPOKEN:
            competence, of = self.heat.rows[index.row()], self.heat.roles[index.column()]
            return words.spoken_cell(self._t, competence.name, of.name, cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, *SPOKEN):
            return None
        heads = self.heat.roles if orientation is Qt.Orientation.Horizontal else self.heat.rows
        return heads[section].name
