"""A register with the row in hand in words beside it, or under it where there is no room for both."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.ui.library.reading import Reading
from app.ui.library.rows import modest
from app.ui.tables import Register
from app.ui.theme import Theme
from app.ui.tokens import L
from app.ui.widgets import Hair, line, turn


class Beside(QWidget):
    """Takes both parts in; they stand side by side where there are `abreast` pixels at 100 %."""

    def __init__(self, theme: Theme, register: Register, reading: Reading, abreast: int) -> None:
        super().__init__()
        self._theme, self._abreast = theme, abreast
        self._register, self._reading = register, reading
        self._hair = Hair(theme, vertical=True)
        self._row = line(self, gap=L)
        self._row.addWidget(register, 60)
        self._row.addWidget(self._hair)
        self._row.addWidget(reading, 40)
        modest(register)
        self.setFocusProxy(register)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._stand()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._stand()

    def _stand(self) -> None:
        """While it is not seen it asks for little room."""
        abreast = self.width() >= self._abreast * self._theme.zoom
        turn(self._row, (self._hair,), abreast=abreast)
        self._register.setMinimumHeight(self._register.minimumSizeHint().height())
        self._reading.setMinimumHeight(self._theme.height(6 if abreast else 8))
