"""The table under the hands: keys, focus, and columns that share the width there is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionRange, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

TYPED: Final = frozenset("0123456789?-")
EVIDENCE: Final = "e"
HISTORY: Final = "h"
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class MatrixView(QTableView):
    """Emits what was typed for the cell in hand; who listens decides what it means. Tab leaves the table."""

    typed = Signal(str)
    cleared = Signal()
    evidence_asked = Signal()
    history_asked = Signal()
    copy_asked = Signal()
    paste_asked = Signal()
    moved = Signal()
    resized = Signal()
    roomy = True
    """Whether the side columns have room for all they could show."""
    tall = False
    """Whether words stand under signs and figures, and names in two lines."""
    least_height = 0
    marked = False
    """Whether more cells than the one in hand are chosen."""

    def __init__(self, ground: QColor, edge: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ground, self._edge = ground, edge
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # scrolled, it paints what comes in only
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.setWordWrap(False)

    def minimumSizeHint(self) -> QSize:
        """Head and all rows at their least height; where there is less room, the place is scrolled."""
        return QSize(super().minimumSizeHint().width(), self.least_height)

    def event(self, event: QEvent) -> bool:
        """Keys meant for a cell are not taken for a shortcut of the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif not _is_ours(event):
            super().keyPressEvent(event)
        elif event.key() in _CLEARING:
            self.cleared.emit()
        elif event.text() == EVIDENCE:
            self.evidence_asked.emit()
        elif event.text() == HISTORY:
            self.history_asked.emit()
        else:
            self.typed.emit(event.text())

    def keyboardSearch(self, _search: str) -> None:
        """Letters do not search: they would move the cursor away from the cell in hand."""

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self.viewport(), event, self.ground)
        super().paintEvent(event)
        if block := self.block():
            p = QPainter(self.viewport())
            p.setPen(QPen(self._edge, 2))
            corners = self.visualRect(block.topLeft()) | self.visualRect(block.bottomRight())
            p.drawRect(corners.adjusted(1, 1, -1, -2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        for index in (current, previous):  # a row in hand is marked where it begins, too
            self.update(index)
            self.update(index.siblingAtColumn(0))
        self.moved.emit()

    def block(self) -> QItemSelectionRange | None:
        """The cells chosen together; None where but the cell in hand is."""
        chosen = self.selectionModel().selection()
        found = chosen.at(0) if chosen.count() == 1 else None
        return found if found and found.width() * found.height() > 1 else None

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """A block is seen whole, with a line round it; the cell in hand alone changes nothing else."""
        super().selectionChanged(selected, deselected)
        before, self.marked = self.marked, self.block() is not None
        if before or self.marked:
            self.viewport().update()

    def paint_now(self, index: QModelIndex) -> None:
        """Paint a cell without waiting for the event loop."""
        self.viewport().repaint(self.visualRect(index))


def paint_ground(widget: QWidget, event: QPaintEvent, ground: QColor) -> None:
    """What an opaque widget must do first."""
    p = QPainter(widget)
    p.fillRect(event.rect(), ground)
    p.end()


def _is_ours(event: QKeyEvent) -> bool:
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return False
    return (
        event.key() in _CLEARING
        or event.text() in (EVIDENCE, HISTORY)
        or (event.text() in TYPED and bool(event.text()))
    )
