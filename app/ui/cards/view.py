"""How the table of cards is drawn, and the keys that work in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QMargins, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QStyleOptionViewItem, QWidget

from app.errors import UserError
from app.mapping.model import Band
from app.ui.cards.table import CARD, MARK, OPTIONS, STATE, UNTIL, WHOM, CardsModel, Index
from app.ui.cards.words import STATE_KEYS
from app.ui.forms import Accepts
from app.ui.marks import WORD_AT, draw_sign
from app.ui.tables import PAD
from app.ui.theme import Theme
from app.ui.widgets import ChoiceBox, line_edit
from app.ui.wrapping import WrappedDelegate, WrappedRegister

ScrollHint = QAbstractItemView.ScrollHint
OPENS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class CardDelegate(WrappedDelegate):
    """Draws the mark of a state, and edits with a line or with the list of what may stand in a cell."""

    def __init__(self, theme: Theme, view: CardsView, model: CardsModel, complain: Callable[[UserError], None]) -> None:
        super().__init__(theme, view)
        self._model, self._complain = model, complain
        self._editor: QWidget | None = None

    def _draw_text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if band := index.data(MARK):
            draw_sign(painter, self._theme, Band(band), QRectF(rect.adjusted(PAD, 0, -PAD, 0)))
        super()._draw_text(painter, rect.adjusted(self._sign_width(index), 0, 0, 0), index)

    def _tone(self, index: Index) -> str:
        return str(index.data(MARK) or super()._tone(index))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return hint.grownBy(QMargins(self._sign_width(index), 0, 0, 0))

    def height_in(self, index: Index, width: int) -> int:
        return super().height_in(index, width - self._sign_width(index))

    def longest_word(self, index: Index) -> int:
        return super().longest_word(index) + self._sign_width(index)

    def _sign_width(self, index: Index) -> int:
        """Room before the words of a state, in pixels, for its mark."""
        return round(WORD_AT * self._theme.zoom) if index.column() == STATE else 0

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        self._editor = self._line(parent, name) if index.column() == UNTIL else self._list(parent, name, index)
        return self._editor

    def _list(self, parent: QWidget, name: str, index: Index) -> QComboBox:
        box = ChoiceBox(self._theme, name, parent)
        for option in index.data(OPTIONS):
            box.addItem(option.words, option.value)
        box.activated.connect(lambda _row: self.flush())
        return box

    def _line(self, parent: QWidget, name: str) -> QLineEdit:
        field = line_edit(self._theme, name)
        field.setParent(parent)
        field.setValidator(Accepts(field, self._model.refusal, self._complain))
        return field

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            values = [option.value for option in index.data(OPTIONS)]
            editor.setCurrentIndex(values.index(value) if value in values else -1)
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            option = index.data(OPTIONS)[editor.currentIndex()]
            model.setData(index, option.value)
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """As wide as its words, and within the table."""
        box, whole = QRect(option.rect), self._view.viewport().width()
        box.setWidth(max(box.width(), editor.sizeHint().width() if isinstance(editor, QComboBox) else 0))
        box.moveLeft(max(0, min(box.left(), whole - box.width())))
        editor.setGeometry(box)

    def begin(self, index: Index, text: str) -> None:
        """Edit a cell from this text on."""
        self._view.edit(index)
        if isinstance(self._editor, QLineEdit):
            self._editor.setText(text)
            self._editor.setModified(True)

    def flush(self) -> None:
        """Write the cell that is being edited, if what is typed may be stored, and close it."""
        if editor := self._editor:
            if isinstance(editor, QComboBox) or (isinstance(editor, QLineEdit) and editor.hasAcceptableInput()):
                self.commitData.emit(editor)
            self.closeEditor.emit(editor)


class CardsView(WrappedRegister):
    """+ ! ? - say how it stands, anywhere in a row; Delete takes it away; `moved` tells that another is in hand."""

    moved = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        model: CardsModel,
        remove: Callable[[int], None],
        complain: Callable[[UserError], None],
    ) -> None:
        super().__init__(theme, name)
        self._remove = remove
        self._cells = CardDelegate(theme, self, model, complain)
        self.setItemDelegate(self._cells)
        self.setModel(model)
        self.setEditTriggers(self.EditTrigger.DoubleClicked)
        self.share((0, 1, 0, 0, 0))

    def flush(self) -> None:
        self._cells.flush()

    def scrollTo(self, index: Index, hint: ScrollHint = ScrollHint.EnsureVisible) -> None:
        """Where large text makes the table wider than its room, a card is seen with the role it is of."""
        super().scrollTo(index, hint)
        if index.column() <= CARD:
            self.horizontalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        if not index.isValid() or self.state() == self.State.EditingState:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Delete:
            self._remove(index.row())
        elif event.text() in STATE_KEYS:
            self.model().setData(index.siblingAtColumn(STATE), STATE_KEYS[event.text()])
        elif key in OPENS and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        elif event.text().isdigit():
            self._figure(index, event.text())
        else:
            super().keyPressEvent(event)

    def _figure(self, index: Index, figure: str) -> None:
        """A figure is how many people, or the beginning of a date."""
        if index.column() == WHOM and figure != "0":
            self.model().setData(index, ("", int(figure)))
        elif index.column() == UNTIL and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._cells.begin(index, figure)
