"""A field to search and pick in: what is typed finds, an arrow and Enter or a click take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.search import Search
from app.ui.theme import Theme
from app.ui.tokens import L, M, S

SHOWN: Final = 8
NOTE_WORDS: Final = Qt.ItemDataRole.UserRole + 10
OPENS: Final = (Qt.Key.Key_Down, Qt.Key.Key_F4)
TAKES: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be picked: its value, the words that stand in the field, and a quiet note beside them in the list."""

    value: str
    words: str
    note: str = ""


Find = Callable[[str], Sequence[Choice]]
"""Choices for what is typed, best first; all of them for an empty text."""


def nothing_to_pick(_text: str) -> Sequence[Choice]:
    """Before the choices are there."""
    return ()


class PickField(Search):
    """`value` is what has been picked; own words have none. `picked` tells that something was taken from the list."""

    picked = Signal()

    def __init__(self, theme: Theme, name: str, value: str = "", words: str = "") -> None:
        super().__init__(theme, name)
        self.setPlaceholderText("")
        self.setText(words)
        self._find: Find = nothing_to_pick
        self._taken, self._shown = Choice(value, words), tuple[Choice, ...]()
        self._model, self._popup = QStandardItemModel(self), _Popup(theme, name)
        self._list = QCompleter(self._model, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(SHOWN)
        self._list.setPopup(self._popup)
        self._popup.setItemDelegate(_RowDelegate(theme, self._popup))  # a completer has set one of its own
        self._list.activated.connect(self._take_shown)
        self.setCompleter(self._list)
        self.textEdited.connect(self._fill)

    @property
    def value(self) -> str:
        return self._taken.value

    @property
    def settled(self) -> bool:
        """Whether what stands in the field is what was taken. While the list is open nobody has decided yet."""
        return self._popup.isVisible() or self.text().strip() == self._taken.words

    def offer(self, find: Find) -> None:
        """Let it be picked from these from now on; a value that is there already gets its words."""
        self._find = find
        known = next((choice for choice in find("") if choice.value and choice.value == self.value), None)
        if known and self.settled:
            self._taken = known
            self.setText(known.words)
            self.setCursorPosition(0)

    def settle(self) -> None:
        """Leave the field: an empty one has no value, and what is written out as a choice or its value is one."""
        text = self.text().strip()
        if self.settled:
            return
        if not text:
            self._taken = Choice("", "")
            return
        said = text.casefold()
        exact = [c for c in self._find(text) if said in (c.words.casefold(), c.value.casefold())]
        if exact:
            self._take(exact[0])

    def put(self, choice: Choice) -> None:
        """Show what is stored."""
        self._take(choice)

    def keep_words(self) -> None:
        """Take what is written as own words, which have no value."""
        self._taken = Choice("", self.text().strip())

    def _take_shown(self, words: str) -> None:
        """Take what was chosen in the list, told by its words."""
        self._popup.hide()
        self._take(next(choice for choice in self._shown if choice.words == words))
        self.textEdited.emit(self.text())
        self.picked.emit()

    def _take(self, choice: Choice) -> None:
        self._taken = choice
        self.setText(choice.words)
        self.setCursorPosition(0)

    def _fill(self, text: str) -> None:
        self._shown = tuple(self._find(text))
        self._model.clear()
        for choice in self._shown:
            item = QStandardItem(choice.words)
            item.setData(choice.note, NOTE_WORDS)
            item.setData(", ".join(filter(None, (choice.words, choice.note))), Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(choice.words)
            self._model.appendRow(item)

    def open(self) -> None:
        """Show what can be picked: all of it where nothing is being searched."""
        self._fill("" if self.settled else self.text())
        self._list.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list; Enter takes its first row where no other is in hand, which the list itself takes."""
        if not self._popup.isVisible():
            self.open() if event.key() in OPENS else super().keyPressEvent(event)
        elif event.key() in TAKES and not self._popup.currentIndex().isValid():
            self._take_shown(self._shown[0].words)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.open()


class _Popup(QListView):
    """The list under the field, on a sheet of its own."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        palette = theme.palette
        self.setAccessibleName(name)
        self.setFont(theme.font())
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(f"QListView {{ background: {palette.sheet}; border: 1px solid {palette.rule}; }}")


class _RowDelegate(QStyledItemDelegate):
    """Words on the left, the quiet note on the right where there is room for both."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._theme.height(1, L))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, state = QRect(option.rect), QStyle.StateFlag(option.state)
        painter.save()
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, self._theme.colour("accent_wash"))
        room, metrics = rect.adjusted(S, 0, -S, 0), self._theme.metrics()
        words, note = str(index.data() or ""), str(index.data(NOTE_WORDS) or "")
        left = round(room.width() - metrics.horizontalAdvance(words) - M)
        painter.setFont(self._theme.font())
        if note and metrics.horizontalAdvance(note) <= left:
            painter.setPen(self._theme.colour("ink2"))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
        painter.setPen(self._theme.colour("ink"))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
