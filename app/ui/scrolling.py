"""Parts that are scrolled where there is no room for what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QAbstractItemView


class Scroll(QScrollArea):
    """Without a frame, and no stop for Tab: what stands inside is. `sideways` is for what cannot be made narrower."""

    def __init__(self, inside: QWidget | None = None, *, sideways: bool = True) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if inside:
            self.setWidget(inside)


class Body(QWidget):
    """Texts to be scrolled, as high as they are at their width: at their narrowest they would leave a blank end."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class ModestScroll(Scroll):
    """Asks for no more than it must: what does not fit is scrolled here, not round the place."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


def let_read(area: Scroll, name: str, heard: str = "") -> None:
    """Make an area one text: a stop for Tab, scrolled by keys, and heard as a whole."""
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setProperty("reads", True)
    area.setAccessibleName(name)
    area.setAccessibleDescription(heard)


def bring_into_sight(view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> None:
    """Scroll everything round a view until the item in hand shows, if the person is in that view."""
    if not index.isValid() or not view.hasFocus():
        return
    item, area = view.visualRect(index), view.parentWidget()
    while area:
        if isinstance(area, QScrollArea) and (inside := area.widget()):
            centre = view.viewport().mapTo(inside, item.center())
            area.ensureVisible(centre.x(), centre.y(), min(item.width() // 2, area.width() // 2), item.height())
        area = area.parentWidget()
