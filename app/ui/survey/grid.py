"""A layout for choices: side by side as words where they fit in one line, else in columns of one width."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from app.ui.flow import ItemsLayout
from app.ui.tokens import S

MANY = 8  # choices that nobody wants to scroll by


class ChoiceGrid(ItemsLayout):
    """With `columns` 1 each choice has a line of its own; with `even` those in one line are equally wide."""

    def __init__(self, parent: QWidget, *, columns: int = 4, even: bool = False) -> None:
        self._most, self._even = columns, even
        self._laid: dict[int, list[QRect]] = {}  # by width: Qt asks for each many times
        super().__init__(parent)

    def invalidate(self) -> None:
        self._laid.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:
        return max((rect.bottom() + 1 for rect in self._rects(width)), default=0)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self.items]
        if self._most == 1:
            return QSize(max(h.width() for h in hints), sum(h.height() + S for h in hints) - S)
        return QSize(sum(h.width() + S for h in hints) - S, max(h.height() for h in hints))

    def minimumSize(self) -> QSize:
        least = [item.minimumSize() for item in self.items]
        return QSize(max(size.width() for size in least), max(size.height() for size in least))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in zip(self.items, self._rects(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def _rects(self, width: int) -> list[QRect]:
        if width not in self._laid:
            self._laid[width] = self._in_line(width) or self._in_columns(width)
        return self._laid[width]

    def _in_line(self, width: int) -> list[QRect]:
        """Side by side, or nothing when there is no room for that."""
        hints = [item.sizeHint() for item in self.items]
        if self._even:
            share = (width - S * (len(hints) - 1)) // len(hints)
            hints = [QSize(share if hint.width() <= share else width, hint.height()) for hint in hints]
        if self._most == 1 or sum(hint.width() + S for hint in hints) - S > width:
            return []
        height = max(hint.height() for hint in hints)
        starts = [sum(hint.width() + S for hint in hints[:place]) for place in range(len(hints))]
        return [QRect(x, 0, hint.width(), height) for x, hint in zip(starts, hints, strict=True)]

    def _in_columns(self, width: int) -> list[QRect]:
        """In rows of as many columns as fit; the words wrap where not even one does."""
        widest = max(item.sizeHint().width() for item in self.items)
        columns = max(1, min(self._most, (width + S) // (widest + S)))
        if columns == 1 < self._most and len(self.items) > MANY:
            least = max(item.minimumSize().width() for item in self.items)
            columns = 2 if 2 * least + S <= width else 1  # one that wraps is better than a list that is scrolled
        each = (width - S * (columns - 1)) // columns
        rects, y = list[QRect](), 0
        for start in range(0, len(self.items), columns):
            row = self.items[start : start + columns]
            height = max(item.heightForWidth(each) for item in row)
            rects += [QRect(place * (each + S), y, each, height) for place in range(len(row))]
            y += height + S
        return rects
