"""A field to search with."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from app.ui import icons
from app.ui.theme import Theme
from app.ui.tokens import S


class Search(QLineEdit):
    """A search field with its icon."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._side = theme, round(float(theme.metrics().height()) * 0.9)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setFont(theme.font())
        self.setTextMargins(self._side + S - 2, 0, 0, 0)  # two of its own

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = QRectF(11, (self.height() - self._side) / 2, self._side, self._side)
        icons.draw(QPainter(self), "search", box, self._theme.colour("ink2"))
