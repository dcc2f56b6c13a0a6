"""The priorities as a list: agreed on with Space, Enter or a click on the mark, moved with Alt and the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from app.i18n import Translator
from app.ui.results.lines import Index, Lines, LinesModel
from app.ui.results.order import Priority
from app.ui.results.ranked import Ranked
from app.ui.results.ranking_delegate import RankingDelegate
from app.ui.results.room import keep_gutter
from app.ui.theme import Theme

AGREEING: Final = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOVING: Final[dict[int, Literal[-1, 1]]] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RankingModel(LinesModel):
    """Every row can be ticked: agreed or not."""

    def __init__(self) -> None:
        super().__init__()
        self.ranked: Sequence[Ranked] = ()

    def show_ranking(self, ranked: Sequence[Ranked]) -> None:
        self.ranked = ranked
        self.show(ranked)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            agreed = self.ranked[index.row()].priority.agreed
            return Qt.CheckState.Checked if agreed else Qt.CheckState.Unchecked
        return super().data(index, role)

    def row_of(self, need_key: str) -> int:
        """Where a need stands, or the first place when it is not here."""
        keys = [ranked.priority.scored.need.key for ranked in self.ranked]
        return keys.index(need_key) if need_key in keys else 0


class Ranking(Lines):
    """Tells what was asked of the row in hand; who listens does it and shows the list anew."""

    toggled = Signal()
    moved = Signal(int)
    went = Signal()

    def __init__(self, theme: Theme, t: Translator, model: RankingModel) -> None:
        self._ranking, self._least = model, 1
        self._first: int | None = None
        super().__init__(theme, t("Priorities"), model)
        self.setAccessibleDescription(t("Space agrees or takes away, Alt with an arrow moves what is agreed."))
        self._delegate = RankingDelegate(theme, t, self)
        self.setItemDelegate(self._delegate)
        self.viewport().setMouseTracking(True)
        keep_gutter(self)

    def in_hand(self) -> Priority | None:
        index = self.currentIndex()
        return self._ranking.ranked[index.row()].priority if index.isValid() else None

    def take(self, need_key: str) -> None:
        """Take the row of a need in hand."""
        self.setCurrentIndex(self._ranking.index(self._ranking.row_of(need_key), 0))

    def show_at_least(self, rows: int) -> None:
        """Scroll where there is no room for all, but never show less than so many."""
        self._least = rows
        self.fit()

    def show_first(self, rows: int | None) -> None:
        """Show so many rows, or all."""
        self._first = rows
        self.fit()

    def fit(self) -> None:
        """At least some rows, at most all that are not held back."""
        for row in range(self._ranking.rowCount()):
            self.setRowHidden(row, self._first is not None and row >= self._first)
        self.setMaximumHeight(self.height_of(self._first))
        self.setMinimumHeight(min(self.height_of(self._least), self.maximumHeight()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in AGREEING:
            self.toggled.emit()
        elif alt and key in MOVING:
            self.moved.emit(MOVING[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._over_mark(event):
            self.setCurrentIndex(self.indexAt(event.position().toPoint()))  # Qt does not after a quick click before
            self.toggled.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = Qt.CursorShape.PointingHandCursor if self._over_mark(event) else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(over)

    def _over_mark(self, event: QMouseEvent) -> bool:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return False
        return self._delegate.mark_field(QRectF(self.visualRect(index))).contains(event.position())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self.viewport().update()
        self.went.emit()
