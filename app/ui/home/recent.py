"""The companies opened lately, as a table: what is in hand, and the next step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.i18n import Translator
from app.ui.tables import QUIET, STRONG

if TYPE_CHECKING:
    from app.store.cases import MappingSummary

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
KEY = Qt.ItemDataRole.UserRole
RIGHT = Qt.AlignmentFlag.AlignRight
CHANGED, REMOVE = 4, 5
COLUMNS = 6
SAYING = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def next_step(t: Translator, summary: MappingSummary) -> str:
    """What there is to do next in a mapping, in one short phrase."""
    if not summary.needs:
        return t("Go on with the quick scan") if summary.mode.value == "quick" else t("Choose roles and needs")
    if summary.assessed < summary.cells:
        missing = summary.cells - summary.assessed
        return t.n("Present levels: {n} is missing", "Present levels: {n} are missing", missing)
    if not summary.agreed:
        return t("Agree on what matters most")
    if not summary.measures:
        return t("Plan the measures")
    return t("Preview the plan")


def company_name(t: Translator, summary: MappingSummary) -> str:
    return summary.company_name or t("Company without a name")


class RecentModel(QAbstractTableModel):
    """Company, sector and place, kind of mapping, next step, last change, and a cell that removes."""

    def __init__(self, t: Translator) -> None:
        super().__init__()
        self._t = t
        self._rows: Sequence[MappingSummary] = ()

    def show(self, rows: Sequence[MappingSummary]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section == CHANGED else None
        t = self._t
        names = (t("Company"), t("Sector and place"), t("Kind"), t("Next step"), t("Changed"), "")
        return names[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        summary, column = self._rows[index.row()], index.column()
        if role in SAYING:
            return self._said(summary, column, role)
        aligned = RIGHT if column == CHANGED else None
        facts = {KEY: summary.key, STRONG: column == 0, QUIET: column in (1, 2, CHANGED)}
        return {**facts, Qt.ItemDataRole.TextAlignmentRole: aligned}.get(role)

    def _said(self, summary: MappingSummary, column: int, role: int) -> str:
        """The cell that removes shows a sign and no words, and is heard and explained all the same."""
        if column == REMOVE:
            shown = role == Qt.ItemDataRole.DisplayRole
            return "" if shown else self._t("Remove {company}", company=company_name(self._t, summary))
        words = self._texts(summary)[column]
        heard = role == Qt.ItemDataRole.AccessibleTextRole
        return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {words}" if heard else words

    def _texts(self, summary: MappingSummary) -> tuple[str, ...]:
        from app.wording.words import mode_name  # the domain costs start-up time; a row comes after the first paint

        where = ", ".join(part for part in (summary.sector_words, summary.municipality_name) if part)
        return (
            company_name(self._t, summary),
            where,
            mode_name(self._t, summary.mode),
            next_step(self._t, summary),
            self._t.day(summary.changed.astimezone().date()),
        )
