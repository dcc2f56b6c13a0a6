"""Where a column of things stands when it may be longer than the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

from app.ui.tokens import XS

BAR: Final = 10
"""Width of a scroll bar in pixels, as the style sheet has it."""
GUTTER: Final = BAR + XS
"""What is kept free at the right for a scroll bar, whether there is one or not, so that edges line up."""


def keep_gutter(area: QAbstractScrollArea) -> None:
    """Whatever stands in an area is as wide with a scroll bar as without one."""
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(lambda low, high: area.setViewportMargins(0, 0, XS if high > low else GUTTER, 0))
    area.setViewportMargins(0, 0, GUTTER, 0)


class Room(QScrollArea):
    """A column that is scrolled in itself, or stands whole where what is round it scrolls."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside, self._whole = inside, False
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        keep_gutter(self)

    def show_whole(self, *, whole: bool) -> None:
        if whole != self._whole:
            self._whole = whole
            self.updateGeometry()

    def eventFilter(self, inside: QObject, event: QEvent) -> bool:
        if self._whole and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(inside, event)

    def sizeHint(self) -> QSize:
        return QSize(self._inside.sizeHint().width(), self._height() if self._whole else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSizeHint().width(), self._height() if self._whole else 0)

    def _height(self) -> int:
        return max(self._inside.heightForWidth(self.width() - GUTTER), self._inside.minimumSizeHint().height())
