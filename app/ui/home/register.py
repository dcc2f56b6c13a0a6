"""The companies as a table: Enter or a double click opens one, Delete or the sign at the end of its row removes it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.i18n import Translator
from app.ui import icons
from app.ui.home.recent import KEY, REMOVE
from app.ui.tables import PAD, Index, RowDelegate
from app.ui.theme import Theme
from app.ui.wrapping import WrappedRegister

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CompanyRegister(WrappedRegister):
    """`opened` and `removed` carry the key of a mapping."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__(theme, t("Companies"))
        self.setItemDelegateForColumn(REMOVE, _RemoveSign(theme, self))
        self.activated.connect(self._open)
        self.clicked.connect(self._click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        if index.isValid() and (key == Qt.Key.Key_Delete or (index.column() == REMOVE and key in ENTERS)):
            self.removed.emit(str(index.data(KEY)))
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.column() != REMOVE:
            self.opened.emit(str(index.data(KEY)))

    def _click(self, index: QModelIndex) -> None:
        if index.column() == REMOVE:
            self.removed.emit(str(index.data(KEY)))


class _RemoveSign(RowDelegate):
    """Quiet until its row is under the pointer or in hand."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        in_hand = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected
        tone = "ink" if QStyle.StateFlag(option.state) & in_hand else "ink3"
        side, middle = self._side(), QRectF(option.rect).center()
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        icons.draw(painter, "remove", box, self._theme.colour(tone))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(round(self._side()) + 4 * PAD, super().sizeHint(_option, index).height())

    def _side(self) -> float:
        return float(self._theme.metrics().height()) * 0.9
