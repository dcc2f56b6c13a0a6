"""The table of cards: keys say what is held, a date says until when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.errors import UserError
from app.i18n import Translator
from app.mapping.cards import BANDS
from app.mapping.model import CardHolding, Mapping
from app.services.cards import with_end
from app.ui.cards.words import (
    NONE,
    STATE_KEYS,
    Option,
    Shown,
    held_name,
    read_end,
    state_word,
    until_word,
    whom_options,
)
from app.ui.days import written
from app.ui.marks import is_pressing
from app.ui.tables import QUIET, STRONG
from app.wording.words import capital

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()
ROLE, CARD, WHOM, STATE, UNTIL = range(5)
OPTIONS: Final = Qt.ItemDataRole.UserRole + 10
MARK: Final = Qt.ItemDataRole.UserRole + 11


class CardsModel(QAbstractTableModel):
    """Role, card, for whom, state and end. `store` tells whether it could store a changed card."""

    def __init__(self, t: Translator, today: date, store: Callable[[CardHolding], bool]) -> None:
        super().__init__()
        self._t, self._today, self._store = t, today, store
        self.rows: list[Shown] = []
        self._mapping: Mapping | None = None

    def show(self, rows: Sequence[Shown], mapping: Mapping) -> None:
        """Show others. Where they are the same cards, the cursor and an open cell stay."""
        self._mapping = mapping
        if rows and [row.holding.key for row in rows] == [row.holding.key for row in self.rows]:
            self.rows = list(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, UNTIL))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Where a card stands; -1 where it does not."""
        return next((i for i, row in enumerate(self.rows) if row.holding.key == key), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        t = self._t
        return (t("Role"), t("Card or permit"), t("For whom"), t("State"), t("Valid until"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        fixed = index.column() in (ROLE, CARD) or (index.column() == UNTIL and self.rows[index.row()].only_seen)
        return flags if fixed else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        band = BANDS.get(row.line.state)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {self._spoken(row, column)}"
        values: dict[int, Callable[[], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self._shown(row, column),
            Qt.ItemDataRole.EditRole: lambda: self._edited(row, column),
            OPTIONS: lambda: self._options(row, column),
            MARK: lambda: band if column == STATE else None,
            STRONG: lambda: column == CARD or (column == STATE and band is not None and is_pressing(band)),
            QUIET: lambda: column == ROLE or self._spoken(row, column) == NONE,
        }
        return values[role]() if role in values else None

    def _shown(self, row: Shown, column: int) -> str:
        """A role is named in its first row."""
        return "" if column == ROLE and not row.first else self._spoken(row, column)

    def _spoken(self, row: Shown, column: int) -> str:
        t = self._t
        name = row.holding.name.said(t.language).text
        return (row.role, name, row.whom, state_word(t, row), until_word(t, row))[column]

    def _edited(self, row: Shown, column: int) -> Any:
        if column == WHOM:
            return row.holding.person_key, row.holding.count
        return row.holding.state if column == STATE else written(self._t, row.holding.valid_to)

    def _options(self, row: Shown, column: int) -> list[Option]:
        """What may stand in a cell; nothing where one writes."""
        if column == WHOM and self._mapping:
            return whom_options(self._t, self._mapping, row.holding)
        if column == STATE:
            return [Option(held, capital(held_name(self._t, held))) for held in STATE_KEYS.values()]
        return []

    def refusal(self, text: str) -> UserError | None:
        """Why a text is no day of an end."""
        try:
            read_end(text, self._today)
        except UserError as error:
            return error
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        changed = self._changed(row.holding, index.column(), value)
        return changed == row.holding or self._store(changed)

    def _changed(self, holding: CardHolding, column: int, value: Any) -> CardHolding:
        if column == WHOM:
            return replace(holding, person_key=value[0], count=value[1])
        if column == STATE:
            return replace(holding, state=value)
        return with_end(holding, read_end(value, self._today))
