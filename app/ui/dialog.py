"""Dialogs in the manner of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.tokens import HEAD, XL, L, M, S
from app.ui.widgets import Sheet, column, line, para

WIDTH = 620  # pixels at 100 %


class Dialog(QDialog):
    """A sheet over the window, with a heading; it goes with its last button or Esc. `width` is in pixels at 100 %."""

    def __init__(self, theme: Theme, title: str, parent: QWidget, width: int = WIDTH) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.room = parent.screen().availableSize()
        self.setFixedWidth(min(round(width * theme.zoom), self.room.width() - 2 * XL))
        sheet = Sheet(theme)
        self._whole = column(self, (M, M, M, M))
        self._whole.addWidget(sheet)
        self.rows: QVBoxLayout = column(sheet, (XL, L, XL, L), M)
        self.rows.addWidget(para(theme, title, HEAD, "ink"))

    def add_foot(self, *buttons: QWidget, left: QWidget | None = None) -> None:
        """End with a row of buttons at the right; what does not lead out of it stands at the left.

        Height that nothing asks for is left over them, and pulls no lines apart.
        """
        self.rows.addStretch()
        foot = line(gap=S)
        if left:
            foot.addWidget(left)
        foot.addStretch(1)
        for button in buttons:
            foot.addWidget(button)
        self.rows.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its words need at this width; Qt would reckon with words that wrap earlier."""
        super().showEvent(event)
        self.resize(self.width(), min(self._whole.heightForWidth(self.width()), self.room.height()))
