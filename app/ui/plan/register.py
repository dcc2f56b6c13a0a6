"""The table of measures on the screen: cells wrap, so that nothing is cut; Enter, F2 or a double click edits one.

Where there is no room for the columns side by side, the cells of a measure stand in lines under one another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from app.ui.plan.cells import Complain, MeasureDelegate
from app.ui.plan.measures import COST, DEADLINE, FIRST, RESPONSIBLE, SIGN, STATUS, WHAT, MeasuresModel
from app.ui.plan.stacked import Boxes, Line, StackedRegister, boxes_of
from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
PARTS: Final = (28, 16, 11, 23, 12, 11, 8)
LEAST: Final = 900  # pixels at 100 %; in less room cells are stacked
ABREAST: Final[Sequence[Line]] = (
    ((WHAT, 2), (FIRST, 1)),
    ((RESPONSIBLE, 1), (DEADLINE, 1), (STATUS, 1)),
    ((SIGN, 2), (COST, 1)),
)
"""How cells are stacked: columns with how many thirds of the width they take."""
SINGLY: Final[Sequence[Line]] = [((column, 1),) for line in ABREAST for column, _thirds in line]
"""The same where that is too narrow for a head."""
OPENS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class MeasuresView(StackedRegister):
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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        room = self.viewport().width()
        stacked = self._cells.captioned = room < round(LEAST * self._theme.zoom)
        heads = [0 if stacked else self._header.needed(column) for column in range(len(PARTS))]
        widths = [max(room * part // sum(PARTS), head) for part, head in zip(PARTS, heads, strict=True)]
        widths[WHAT] += min(0, room - sum(widths))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is shown, cells in their columns or stacked."""
        stacked = self._cells.captioned
        self.stack([self._boxes_of(row) for row in range(self.model().rowCount())] if stacked else ())
        if not stacked:
            self.resizeRowsToContents()
        head = 0 if stacked else self.horizontalHeader().height()
        self.setFixedHeight(head + self.verticalHeader().length())

    def _boxes_of(self, row: int) -> Boxes:
        width = self.viewport().width()
        abreast = all(width * part // 3 >= self._header.needed(column) for line in ABREAST for column, part in line)
        return boxes_of(ABREAST if abreast else SINGLY, width, partial(self._height_in, row))

    def _height_in(self, row: int, column: int, width: int) -> int:
        return self._cells.height_in(self.model().index(row, column), width)

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
