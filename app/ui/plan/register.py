"""The table of measures on the screen: cells wrap, so that nothing is cut; Enter, F2 or a double click edits one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from app.ui.plan.cells import Complain, MeasureDelegate
from app.ui.plan.measures import FIRST, WHAT, MeasuresModel
from app.ui.tables import Register
from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
PARTS: Final = (28, 16, 11, 23, 12, 11, 8)
LEAST: Final = 900  # narrower than this at 100 % the table is scrolled sideways
OPENS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class MeasuresView(Register):
    """As high as its rows. Delete takes a measure away; `moved` tells where the cursor has gone, in pixels."""

    moved = Signal(QRect)

    def __init__(
        self, theme: Theme, name: str, model: MeasuresModel, remove: Callable[[int], None], complain: Complain
    ) -> None:
        super().__init__(theme, name)
        self._remove = remove
        self._cells = MeasureDelegate(theme, self, complain)
        self.setItemDelegate(self._cells)
        self.setModel(model)
        self.setEditTriggers(self.EditTrigger.DoubleClicked)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._tick)
        self._was_at = (-1, -1)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._stand)
        model.dataChanged.connect(self._fit)
        self.share(PARTS)

    def flush(self) -> None:
        self._cells.flush()

    def _remember(self) -> None:
        self._was_at = (self.currentIndex().row(), self.currentIndex().column())

    def _stand(self) -> None:
        """Other rows stand here: the cursor stays about where it was, if somebody is here."""
        self._fit()
        row, column = self._was_at
        if self.hasFocus() and column >= 0 and self.model().rowCount():
            self.setCurrentIndex(self.model().index(min(row, self.model().rowCount() - 1), column))

    def begin(self, row: int) -> None:
        """Write what is done in a measure that has just been added."""
        index = self.model().index(row, WHAT)
        self.setCurrentIndex(index)
        self.edit(index)

    def _divide(self) -> None:
        """Share the width, or what the words need where that is more. Heads stand whole; what is done gives way."""
        room = max(self.viewport().width(), round(LEAST * self._theme.zoom))
        widths = [max(room * part // sum(PARTS), self._header.needed(at)) for at, part in enumerate(PARTS)]
        widths[WHAT] -= max(0, sum(widths) - room)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        wide = round(LEAST * self._theme.zoom) > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(self.horizontalHeader().height() + self.verticalHeader().length() + bar)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit(self.visualRect(current).translated(self.viewport().pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        if not index.isValid() or self.state() == self.State.EditingState:  # an editor passes on the Enter it ends with
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Delete:
            self._remove(index.row())
        elif index.column() == FIRST and key in (Qt.Key.Key_Space, *OPENS):
            self._tick(index)
        elif key in OPENS:
            self.edit(index)
            self._cells.open_list()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._cells.open_list()

    def _tick(self, index: Index) -> None:
        if index.column() == FIRST:
            self.model().setData(index, index.data(Qt.ItemDataRole.CheckStateRole) != Qt.CheckState.Checked)
