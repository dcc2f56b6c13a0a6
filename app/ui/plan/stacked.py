"""A register whose cells can stand in lines under one another, for where there is no room for them side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from app.ui.tables import Index, Register

Line = Sequence[tuple[int, int]]
"""Columns from the left, each with its part of the width; a part of the parts of all of them together."""
Boxes = dict[int, QRect]
"""Where each column stands, from the top of its row."""
_Go = QTableView.CursorAction
_ARROWS: Final = {_Go.MoveLeft: (-1, 0), _Go.MoveRight: (1, 0), _Go.MoveUp: (0, -1), _Go.MoveDown: (0, 1)}


def boxes_of(lines: Sequence[Line], width: int, height_in: Callable[[int, int], int]) -> Boxes:
    """The boxes of a row; `height_in` tells what a column needs in a width."""
    boxes: Boxes = {}
    top = 0
    for line in lines:
        whole = sum(part for _column, part in line)
        edges = [width * parts // whole for parts in accumulate((part for _column, part in line), initial=0)]
        spans = [(column, edges[at], edges[at + 1] - edges[at]) for at, (column, _part) in enumerate(line)]
        height = max(height_in(column, across) for column, _left, across in spans)
        boxes |= {column: QRect(left, top, across, height) for column, left, across in spans}
        top += height
    return boxes


class StackedRegister(Register):
    """Rows, columns and their names stay what they are; only where the cells stand is another."""

    _boxes: Sequence[Boxes] = ()
    """Of each row; none while the columns stand side by side."""

    def stack(self, rows: Sequence[Boxes]) -> None:
        """Let the cells of the rows stand there, or, without any, in their columns."""
        self._boxes = rows
        self.horizontalHeader().setVisible(not rows)
        for row, boxes in enumerate(rows):
            self.setRowHeight(row, max(box.bottom() for box in boxes.values()) + 1)
        self.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        if not 0 <= index.row() < len(self._boxes):
            return super().visualRect(index)
        return self._boxes[index.row()][index.column()].translated(0, self.rowViewportPosition(index.row()))

    def indexAt(self, pos: QPoint) -> QModelIndex:
        row = self.rowAt(pos.y())
        if not 0 <= row < len(self._boxes):
            return super().indexAt(pos)
        cells = (self.model().index(row, column) for column in self._boxes[row])
        return next((cell for cell in cells if self.visualRect(cell).contains(pos)), QModelIndex())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Qt paints anew as far as the columns reach; stacked cells may reach further."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def moveCursor(self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Arrows go to the next cell on that side, as one sees it."""
        here = self.currentIndex()
        if not self._boxes or not here.isValid() or action not in _ARROWS:
            return super().moveCursor(action, modifiers)
        box, (across, down) = self.visualRect(here), _ARROWS[action]
        step = QPoint(box.width() if across > 0 else across, box.height() if down > 0 else down)
        found = self.indexAt(box.topLeft() + step)
        return found if found.isValid() else here

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._boxes:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        for row, boxes in enumerate(self._boxes):
            for column in boxes:
                self._paint_cell(painter, self.model().index(row, column))
            end = self.rowViewportPosition(row) + self.rowHeight(row) - 1
            painter.fillRect(0, end, self.viewport().width(), 1, self._theme.colour("rule"))

    def _paint_cell(self, painter: QPainter, index: QModelIndex) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if self.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        if self.hasFocus() and index == self.currentIndex():
            option.state |= QStyle.StateFlag.State_HasFocus
        self.itemDelegate().paint(painter, option, index)
