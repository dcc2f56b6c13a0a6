"""A table that sets things side by side: each row names a need with its role, and nothing in it is cut short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from textwrap import wrap
from typing import Final

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem

from app.ui.results.lines import SPOKEN
from app.ui.results.room import BAR
from app.ui.runs import Block, Run, beside
from app.ui.scrolling import bring_into_sight
from app.ui.tables import PAD, Index, Register, RowDelegate
from app.ui.theme import Theme
from app.ui.tokens import S

BESIDE: Final = Qt.ItemDataRole.UserRole + 3
"""What stands after the name of a row, or under it."""
AIR: Final = 2 * S
LONGEST_HEAD: Final = 24
"""Characters of a line of a head; a longer one, which somebody has worded, breaks into lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """A need with its role, and what stands under each head; `key` is of the need."""

    key: str
    name: str
    role: str
    cells: tuple[str, ...]


class ComparedModel(QStandardItemModel):
    """Lines under heads."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()

    def show_lines(self, heads: Sequence[str], lines: Sequence[Line]) -> None:
        """The first head is that of the names."""
        self.clear()
        self.lines = lines
        for place, head in enumerate(heads):
            self.setHorizontalHeaderItem(place, _head(head))
        for line in lines:
            self.appendRow([_name(line), *(_cell(line, head, cell) for head, cell in _told(heads, line))])


def _told(heads: Sequence[str], line: Line) -> zip[tuple[str, str]]:
    return zip(heads[1:], line.cells, strict=True)


def _head(words: str) -> QStandardItem:
    item = QStandardItem("\n".join(wrap(words, LONGEST_HEAD)))
    item.setData(words, SPOKEN)
    return item


def _name(line: Line) -> QStandardItem:
    item = QStandardItem(line.name)
    item.setData(line.role, BESIDE)
    item.setData(f"{line.name}, {line.role}", SPOKEN)
    return item


def _cell(line: Line, head: str, words: str) -> QStandardItem:
    """Heard by itself, a cell says whose it is."""
    item = QStandardItem(words)
    item.setData(f"{line.name}, {head}: {words}", SPOKEN)
    return item


class _Delegate(RowDelegate):
    """Cells as in a register, but the name and the role break into lines."""

    def __init__(self, theme: Theme, view: Register) -> None:
        super().__init__(theme, view)
        self._view, self._plain = view, theme.metrics()

    def _block(self, index: Index) -> Block:
        room = self._view.columnWidth(0) - 2 * PAD
        name, role = Run(str(index.data()), weight="semibold"), Run(str(index.data(BESIDE)), tone="ink2")
        return Block(self._theme, beside(self._theme, name, role, room), room)

    def row_height(self, row: int) -> int:
        """Of the name and the role, in the width they have; everything else stands on one line."""
        return ceil(self._block(self._view.model().index(row, 0)).height) + AIR

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        words = self._plain.horizontalAdvance(str(index.data() or ""))
        return QSize(ceil(words) + 2 * PAD, round(self._plain.height()) + AIR)

    def _draw_text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if index.column():
            super()._draw_text(painter, rect, index)
        else:
            block = self._block(index)
            block.draw(painter, rect.left() + PAD, rect.top() + (rect.height() - block.height) / 2)


class Compared(Register):
    """As high as its rows."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.lines = ComparedModel()
        self._first: int | None = None
        self._fitting = QTimer(self, interval=0, singleShot=True)
        self._fitting.timeout.connect(self._fit)
        self._rows = _Delegate(theme, self)
        self.setItemDelegate(self._rows)
        self.setModel(self.lines)
        self.horizontalHeader().sectionResized.connect(self._fitting.start)

    def show_lines(self, heads: Sequence[str], lines: Sequence[Line]) -> None:
        """The names take what width the other columns leave."""
        self.lines.show_lines(heads, lines)
        self.share((1, *(0 for _ in heads[1:])))
        self._fitting.start()

    def show_first(self, rows: int | None) -> None:
        """Show so many rows, or all."""
        self._first = rows
        self._fitting.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    def _fit(self) -> None:
        heights = [self._rows.row_height(row) for row in range(self.lines.rowCount())]
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)
            self.setRowHidden(row, self._first is not None and row >= self._first)
        over = self.horizontalHeader().length() > self.viewport().width()
        self.setFixedHeight(self.horizontalHeader().height() + sum(heights[: self._first]) + (BAR if over else 0) + 1)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        bring_into_sight(self, current)
