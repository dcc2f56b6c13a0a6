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
LARGE: Final = 1.5
"""Of the usual size: from here on registers need the room of the rail's words, and words stand under others."""
LEAST_ROWS: Final = 3
LEAST_WORDS: Final = 10  # heights of a line that the widest column is never narrower than


def row_height(theme: Theme) -> int:
    """Height of a row with one line of text, in pixels."""
    return theme.height(1, 22)


class RowDelegate(QStyledItemDelegate):
    """One line of text a cell, a hairline under the row, the chosen row on a wash with a ring on its current cell.

    What stands in the columns `under` is said in small words under the first one.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.under = theme, tuple[int, ...]()

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

    def said_under(self, index: Index) -> str:
        """The words under those of a cell."""
        cells = (index.sibling(index.row(), column) for column in self.under if index.column() == 0)
        return ", ".join(filter(None, (str(cell.data() or "") for cell in cells)))

    def _draw_text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        strong, quiet = bool(index.data(STRONG)), bool(index.data(QUIET))
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft)
        painter.setFont(self._theme.font(BODY, "semibold" if strong else "regular"))
        painter.setPen(self._theme.colour("ink2" if quiet else "ink"))
        room = rect.adjusted(PAD, 0, -PAD, 0)
        if self.under and index.column() == 0:
            room.adjust(0, PAD, 0, -PAD)
            _draw_line(painter, room, Qt.AlignmentFlag.AlignTop, str(index.data() or ""))
            painter.setFont(self._theme.font(NOTE))
            painter.setPen(self._theme.colour("ink2"))
            _draw_line(painter, room, Qt.AlignmentFlag.AlignBottom, self.said_under(index))
        else:
            _draw_line(painter, room, alignment | Qt.AlignmentFlag.AlignVCenter, str(index.data() or ""))


def _draw_line(painter: QPainter, room: QRect, alignment: Qt.AlignmentFlag, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, alignment, shown)


class Header(QHeaderView):
    """Column heads in small semibold words on a rule; they break into lines where they are told to, or may."""

    may_break = False

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
        breaking = Qt.TextFlag.TextWordWrap if self.may_break else Qt.TextFlag(0)
        painter.drawText(room, alignment | Qt.AlignmentFlag.AlignVCenter | breaking, self._words(section))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.colour("rule"))
        painter.restore()

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")

    def needed(self, section: int) -> int:
        """Width in pixels that the words of a head need, each of its lines on one."""
        metrics = self._theme.metrics(NOTE, "semibold")
        lines = self._words(section).split(None if self.may_break else "\n")
        words = max(map(metrics.horizontalAdvance, lines), default=0)
        return round(words) + 2 * PAD + 2

    def fit(self) -> None:
        """Be as high as the head with the most lines."""
        lines = max(map(self._lines, range(self.count())), default=1)
        self.setFixedHeight(self._theme.height(lines, 2 * S, NOTE))

    def _lines(self, section: int) -> int:
        words, metrics = self._words(section), self._theme.metrics(NOTE, "semibold")
        if not self.may_break:
            return words.count("\n") + 1
        room = QRectF(0, 0, self.sectionSize(section) - 2 * PAD, 10_000)
        return round(metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() / metrics.lineSpacing())


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
        rows = self._header.height() + LEAST_ROWS * self.verticalHeader().defaultSectionSize()
        return QSize(super().minimumSizeHint().width(), rows)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model:
            for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
                changed.connect(self._dividing.start)

    def share(self, parts: tuple[int, ...], under: tuple[int, ...] = ()) -> None:
        """Divide the width among the columns in these parts; a part of 0 takes the width of its content.

        No column gets narrower than its head; what is then too much is scrolled. Where text is large, what is in the
        columns `under` stands under what is in the first one.
        """
        folded = under if self._theme.zoom >= LARGE else ()
        self._parts = tuple(0 if column in folded else part for column, part in enumerate(parts))
        for column in range(len(parts)):
            self._header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnHidden(column, column in folded)
        cells = self.itemDelegate()
        if folded and isinstance(cells, RowDelegate):
            cells.under = folded
            self.verticalHeader().setDefaultSectionSize(row_height(self._theme) + self._theme.height(1, 0, NOTE))
        self._divide()

    def columns(self) -> list[int]:
        """Those that are seen."""
        return [column for column in range(len(self._parts)) if not self.isColumnHidden(column)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        self._header.fit()
        fixed = {column: self._content_width(column) for column in self.columns() if not self._parts[column]}
        room = self.viewport().width() - sum(fixed.values())
        edges = accumulate(self._parts, initial=0)
        whole = sum(self._parts) or 1
        shares = [room * end // whole - room * start // whole for start, end in pairwise(edges)]
        for column in self.columns():
            widest = self._parts[column] == max(self._parts)
            self.setColumnWidth(column, fixed.get(column) or max(shares[column], self._least(column, widest=widest)))

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
