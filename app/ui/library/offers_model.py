"""Training offers as rows; tens of thousands of them, so that each is put in words only when it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.i18n import Translator
from app.offers.model import Offer
from app.ui.library.rows import row_said
from app.ui.tables import QUIET, STRONG
from app.wording.library_offers import checked_said, is_doubtful, place_said, start_said
from app.wording.offers import price_of

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
SHARES = (46, 26, 28, 0, 0, 0)
UNDER = (1, 2)
"""Columns whose words stand under the name where text is large."""


class OffersModel(QAbstractTableModel):
    """What, from whom, where, when, for how much, and how fresh that is; what is not fresh is grey."""

    def __init__(self, t: Translator, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self._t, self._today = t, today
        self.offers: Sequence[Offer] = ()
        self._heads = (t("Name"), t("Provider"), t("Place"), t("Start"), t("Price"), t("Checked"))

    def show_offers(self, offers: Sequence[Offer]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.offers)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if shown else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        offer, column = self.offers[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(offer, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_said(self._text(offer, each) for each in range(len(self._heads))) if column == 0 else None
        if role == STRONG:
            return column == 0 and not is_doubtful(offer, self._today)
        if role == QUIET:
            return column > 0 or is_doubtful(offer, self._today)
        return None

    def _text(self, offer: Offer, column: int) -> str:
        t = self._t
        match column:
            case 0:
                return t.said(offer.name)
            case 1:
                return t.said(offer.provider)
            case 2:
                return place_said(t, offer)
            case 3:
                return start_said(t, offer)
            case 4:
                return price_of(t, offer)
            case _:
                return checked_said(t, offer, self._today)
