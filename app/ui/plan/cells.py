"""How a cell of the measures is drawn and edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionViewItem, QWidget

from app.errors import UserError
from app.ui import icons
from app.ui.forms import Accepts
from app.ui.plan.measures import ASKED, CHOICES, FIRST, MeasuresModel
from app.ui.tables import PAD, QUIET, STRONG, Register, RowDelegate
from app.ui.theme import Theme
from app.ui.tokens import BODY, CELL_RADIUS, NOTE
from app.ui.widgets import LEFT, line_edit

Index = QModelIndex | QPersistentModelIndex
Complain = Callable[[UserError], None]
AIR: Final = 22
TOP: Final = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
WRAP: Final = Qt.TextFlag.TextWordWrap


class _Choices(QComboBox):
    """`chosen` comes with a choice from the open list alone: arrows over the closed one only try things out."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._open = False
        self.activated.connect(self._tell)

    def showPopup(self) -> None:
        self._open = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._open = False
        super().keyPressEvent(event)

    def _tell(self) -> None:
        if self._open:
            self.chosen.emit()


class MeasureDelegate(RowDelegate):
    """Draws wrapping text and a box to tick; edits with a line or with the list of what may stand in a cell.

    Where cells are `captioned`, each bears the head of its column.
    """

    def __init__(self, theme: Theme, parent: Register, complain: Complain) -> None:
        super().__init__(theme, parent)
        self._view, self._complain, self.captioned = parent, complain, False
        self._editor: QWidget | None = None

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        choices = index.data(CHOICES)
        self._editor = self._list(parent, name, choices) if choices else self._line(parent, name, index)
        return self._editor

    def _list(self, parent: QWidget, name: str, choices: list[tuple[str, str]]) -> QComboBox:
        box = _Choices(parent)
        box.setFont(self._theme.font())
        box.setAccessibleName(name)
        box.view().setAccessibleName(name)
        for value, words in choices:
            box.addItem(words, value)
        widest = max(self._theme.metrics().horizontalAdvance(words) for _value, words in choices)
        box.view().setMinimumWidth(round(widest + 2 * AIR))
        box.chosen.connect(self.flush)
        return box

    def _line(self, parent: QWidget, name: str, index: Index) -> QLineEdit:
        field = line_edit(self._theme, name)
        field.setParent(parent)
        here, model = QPersistentModelIndex(index), index.model()
        assert isinstance(model, MeasuresModel)
        field.setValidator(Accepts(field, lambda text: model.refusal(here, text), self._complain))
        return field

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Over the cell; a list is wide enough for its words, and within the table."""
        room = QRect(option.rect).adjusted(0, self._caption_height(), 0, 0)
        if isinstance(editor, QComboBox):
            room.setWidth(max(room.width(), editor.sizeHint().width()))
            room.moveRight(min(room.right(), self._view.viewport().rect().right()))
        editor.setGeometry(room)

    def open_list(self) -> None:
        """Open the list of the cell being edited, if it has one."""
        if isinstance(self._editor, QComboBox):
            self._editor.showPopup()

    def flush(self) -> None:
        """Write the cell that is being edited, if what is typed may be stored, and close it."""
        if editor := self._editor:
            if isinstance(editor, QComboBox) or (isinstance(editor, QLineEdit) and editor.hasAcceptableInput()):
                self.commitData.emit(editor)
            self.closeEditor.emit(editor)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.columnWidth(index.column())
        return QSize(width, self.height_in(index, width))

    def height_in(self, index: Index, width: int) -> int:
        """Height of a cell in a width, both in pixels."""
        room = QRectF(0, 0, width - 2 * PAD, 10_000)
        metrics = self._theme.metrics(BODY, "semibold" if index.data(STRONG) else "regular")
        words = metrics.boundingRect(room, WRAP, _said(index))
        return self._caption_height() + max(self._theme.height(1, AIR), round(words.height() + AIR))

    def _caption_height(self) -> int:
        return self._theme.height(1, 0, NOTE) if self.captioned else 0

    def _draw_text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if self.captioned:
            self._draw_caption(painter, rect.adjusted(PAD, AIR // 2, -PAD, 0), index)
            rect = rect.adjusted(0, self._caption_height(), 0, 0)
        if index.column() == FIRST:
            self._draw_box(painter, rect, on=index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)
            return
        tone = "ink3" if index.data(ASKED) else "ink2" if index.data(QUIET) else "ink"
        painter.setFont(self._theme.font(BODY, "semibold" if index.data(STRONG) else "regular"))
        painter.setPen(self._theme.colour(tone))
        room = rect.adjusted(PAD, AIR // 2, -PAD, -AIR // 2)
        painter.drawText(room, (TOP if self.captioned else LEFT) | WRAP, _said(index))

    def _draw_caption(self, painter: QPainter, room: QRect, index: Index) -> None:
        painter.setFont(self._theme.font(NOTE, "semibold"))
        painter.setPen(self._theme.colour("ink2"))
        head = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        painter.drawText(room, TOP, head)

    def _draw_box(self, painter: QPainter, rect: QRect, *, on: bool) -> None:
        side = self._theme.metrics().height() * 0.9
        middle = rect.top() + self._theme.height(1, AIR) / 2 if self.captioned else rect.center().y()
        box = QRectF(rect.left() + PAD, middle - side / 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent" if on else "rule"), 1))
        painter.setBrush(self._theme.colour("accent" if on else "sheet"))
        painter.drawRoundedRect(box, CELL_RADIUS, CELL_RADIUS)
        if on:
            icons.draw(painter, "check", box.adjusted(2, 2, -2, -2), self._theme.colour("on_accent"), 2.4)


def _said(index: Index) -> str:
    """What stands in a cell, or what it asks for."""
    return str(index.data(ASKED) or index.data() or "")
