"""Registers: tables that look like lines on paper, with row heights from the text."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
    QWidget,
)

from app.ui import icons
from app.ui.theme import Theme, Weight
from app.ui.tokens import BODY, NOTE, S
from app.ui.widgets import focus_ring

Index = QModelIndex | QPersistentModelIndex
STRONG = Qt.ItemDataRole.UserRole + 1  # a cell that names the row
QUIET = Qt.ItemDataRole.UserRole + 2  # a cell of secondary text
PAD = S
LEAST_ROWS: Final = 3
LEAST_WORDS: Final = 10  # heights of a line that the widest column is never narrower than


def row_height(theme: Theme) -> int:
    """Height of a row with one line of text, in pixels."""
    return theme.height(1, 22)


class RowDelegate(QStyledItemDelegate):
    """One line of text a cell, a hairline under the row, the chosen row on a wash with a ring on its current cell."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRect(option.rect)
        state = QStyle.StateFlag(option.state)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("accent_wash"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("sunk"))
        self._draw_text(painter, rect, index)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, self._theme, QRectF(rect))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        weight: Weight = "semibold" if index.data(STRONG) else "regular"
        words = self._theme.metrics(BODY, weight).horizontalAdvance(str(index.data() or ""))
        return QSize(round(words) + 2 * PAD + 1, row_height(self._theme))

    def _draw_text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        strong, quiet = bool(index.data(STRONG)), bool(index.data(QUIET))
        painter.setFont(self._theme.font(BODY, "semibold" if strong else "regular"))
        painter.setPen(self._theme.colour("ink2" if quiet else "ink"))
        room = rect.adjusted(PAD, 0, -PAD, 0)
        text = str(index.data() or "")
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, Qt.AlignmentFlag(alignment) | Qt.AlignmentFlag.AlignVCenter, shown)


class Header(QHeaderView):
    """Column heads in small semibold words on a rule."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setFixedHeight(theme.height(1, 2 * S, NOTE))
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        given = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        alignment = Qt.AlignmentFlag(given or Qt.AlignmentFlag.AlignLeft)
        painter.save()
        painter.setFont(self._theme.font(NOTE, "semibold"))
        painter.setPen(self._theme.colour("ink2"))
        room = rect.adjusted(PAD, 0, -PAD, 0)
        painter.drawText(room, alignment | Qt.AlignmentFlag.AlignVCenter, self._words(section))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.colour("rule"))
        painter.restore()

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")

    def needed(self, section: int) -> int:
        """Width in pixels that the words of a head need, each of its lines on one."""
        metrics = self._theme.metrics(NOTE, "semibold")
        words = max(map(metrics.horizontalAdvance, self._words(section).split("\n")))
        return round(words) + 2 * PAD + 2

    def fit(self) -> None:
        """Be as high as the head with the most lines."""
        lines = max((self._words(section).count("\n") + 1 for section in range(self.count())), default=1)
        self.setFixedHeight(self._theme.height(lines, 2 * S, NOTE))


class Register(QTableView):
    """A table of rows that are chosen whole and opened with Enter or a double click."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._parts = theme, tuple[int, ...]()
        self._dividing = QTimer(self, interval=0, singleShot=True)
        self._dividing.timeout.connect(self._divide)
        self._header = Header(theme, self)
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setHorizontalHeader(self._header)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height(theme))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFont(theme.font())

    def minimumSizeHint(self) -> QSize:
        """Head and some rows; where there is less room, the place is scrolled."""
        rows = self._header.height() + LEAST_ROWS * row_height(self._theme)
        return QSize(super().minimumSizeHint().width(), rows)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model:
            for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
                changed.connect(self._dividing.start)

    def share(self, parts: tuple[int, ...]) -> None:
        """Divide the width among the columns in these parts; a part of 0 takes the width of its content.

        No column gets narrower than its head; what is then too much is scrolled.
        """
        self._parts = parts
        for column in range(len(parts)):
            self._header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self._divide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        self._header.fit()
        fixed = {c: self._content_width(c) for c, part in enumerate(self._parts) if not part}
        room = self.viewport().width() - sum(fixed.values())
        edges = accumulate(self._parts, initial=0)
        whole = sum(self._parts) or 1
        shares = [room * end // whole - room * start // whole for start, end in pairwise(edges)]
        for column, part in enumerate(self._parts):
            width = fixed.get(column) or max(shares[column], self._least(column, widest=part == max(self._parts)))
            self.setColumnWidth(column, width)

    def _content_width(self, column: int) -> int:
        return max(self._header.needed(column), self.sizeHintForColumn(column)) + S

    def _least(self, column: int, *, widest: bool) -> int:
        words = LEAST_WORDS * round(self._theme.metrics().height()) if widest else 0
        return max(self._header.needed(column), words)


class Tree(QTreeView):
    """Rows that open onto others, in the hand of a register; an arrow tells what opens."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setHeaderHidden(True)
        self.setFont(theme.font())
        self.setIndentation(round(20 * theme.zoom))
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if not self.model().hasChildren(index):
            return
        side, name = self.indentation() * 0.8, "chevron-down" if self.isExpanded(index) else "chevron-right"
        box = QRectF(rect.right() - side, rect.center().y() - side / 2, side, side)
        icons.draw(painter, name, box, self._theme.colour("ink2"))
