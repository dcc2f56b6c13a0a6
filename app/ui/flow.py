"""Layouts of our own: lines that are filled like lines of words; and how any layout is emptied."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget

Line = list[QLayoutItem]


def empty(layout: QLayout) -> None:
    """Take everything out at once; Qt would show it until it comes to deleting it."""
    while (item := layout.takeAt(0)) is not None:
        if gone := item.widget():
            gone.hide()
            gone.deleteLater()


class ItemsLayout(QHBoxLayout):
    """Lays out its items in their order by rules of its own; how high it is follows from how wide it is.

    The items are kept by Qt. Python's names for them would outlive them: Qt deletes an item with its widget, and then
    makes another in its place, which Python takes for the one that is gone.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)

    @property
    def items(self) -> list[QLayoutItem]:
        return [item for place in range(self.count()) if (item := self.itemAt(place))]

    def hasHeightForWidth(self) -> bool:
        return True

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    # Of any layout, without Qt's own rules for a line.

    def maximumSize(self) -> QSize:
        return QLayout.maximumSize(self)

    def setGeometry(self, rect: QRect) -> None:
        QLayout.setGeometry(self, rect)


class FlowLayout(ItemsLayout):
    """Items keep the size they ask for, except that one which expands takes what is left of its line."""

    def __init__(self, parent: QWidget, gap: int = 0, line_gap: int = 0) -> None:
        super().__init__(parent)
        self._gap, self._line_gap = gap, line_gap

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(_height(line) for line in lines) + self._line_gap * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self.items if not item.isEmpty()]
        gaps = self._gap * max(0, len(sizes) - 1)
        return QSize(sum(s.width() for s in sizes) + gaps, max((s.height() for s in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.sizeHint() for item in self.items if not item.isEmpty()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        y = rect.y() + max(0, rect.height() - self.heightForWidth(rect.width())) // 2
        for line in self._lines(rect.width()):
            self._place(line, QPoint(rect.x(), y), rect.width())
            y += _height(line) + self._line_gap

    def _place(self, line: Line, start: QPoint, width: int) -> None:
        """Set one line, its items at the middle of its height."""
        left_over = width - sum(i.sizeHint().width() for i in line) - self._gap * (len(line) - 1)
        x, height = start.x(), _height(line)
        for item in line:
            size = item.sizeHint()
            if item.expandingDirections() & Qt.Orientation.Horizontal and left_over > 0:
                size.setWidth(size.width() + left_over)
                left_over = 0
            item.setGeometry(QRect(QPoint(x, start.y() + (height - size.height()) // 2), size))
            x += size.width() + self._gap

    def _lines(self, width: int) -> list[Line]:
        lines: list[Line] = []
        x = 0
        for item in self.items:
            if item.isEmpty():
                continue
            needed = item.sizeHint().width()
            if not lines or x + needed > width:
                lines.append([])
                x = 0
            lines[-1].append(item)
            x += needed + self._gap
        return lines


def _height(line: Line) -> int:
    return max(item.sizeHint().height() for item in line)
