"""Registers: tables that look like lines on paper, with row heights from the text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, S
from app.ui.widgets import focus_ring

Index = QModelIndex | QPersistentModelIndex
STRONG = Qt.ItemDataRole.UserRole + 1  # a cell that names the row
QUIET = Qt.ItemDataRole.UserRole + 2  # a cell of secondary text
PAD = S


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
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        given = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        alignment = Qt.AlignmentFlag(given or Qt.AlignmentFlag.AlignLeft)
        painter.save()
        painter.setFont(self._theme.font(NOTE, "semibold"))
        painter.setPen(self._theme.colour("ink2"))
        painter.drawText(rect.adjusted(PAD, 0, -PAD, 0), alignment | Qt.AlignmentFlag.AlignVCenter, text)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.colour("rule"))
        painter.restore()


class Register(QTableView):
    """A table of rows that are chosen whole and opened with Enter or a double click."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._parts: tuple[int, ...] = ()
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setHorizontalHeader(Header(theme, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.height(1, 22))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFont(theme.font())

    def share(self, parts: tuple[int, ...]) -> None:
        """Divide the width among the columns in these parts; a part of 0 takes the width of its content."""
        header = self.horizontalHeader()
        self._parts = parts
        for column, part in enumerate(parts):
            fits = QHeaderView.ResizeMode.ResizeToContents if part == 0 else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, fits)
        self._divide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        fixed = sum(self.columnWidth(c) for c, part in enumerate(self._parts) if part == 0)
        room = self.viewport().width() - fixed
        for column, part in enumerate(self._parts):
            if part:
                self.setColumnWidth(column, room * part // sum(self._parts))
