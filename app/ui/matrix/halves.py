"""A row of two halves, which stand one under the other where there is no room."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from app.ui.theme import Theme
from app.ui.tokens import S
from app.ui.widgets import line, turn

ABREAST: Final = 900  # pixels at 100 % that both halves need side by side


class Halves(QWidget):
    """The right half takes what it needs, the left one the rest."""

    def __init__(self, theme: Theme, left: QLayout, right: QLayout) -> None:
        super().__init__()
        self._theme = theme
        self._row = line(self, gap=S)
        self._row.addLayout(left, 1)
        self._row.addLayout(right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turn(self._row, (), abreast=self.width() >= ABREAST * self._theme.zoom)
