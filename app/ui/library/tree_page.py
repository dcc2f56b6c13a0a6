"""A page of the library with a tree on the left, what is in hand in words on the right, and acts above both."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.ui.flow import FlowLayout
from app.ui.library.reading import Reading
from app.ui.tables import Tree
from app.ui.theme import Theme
from app.ui.tokens import L, M, S
from app.ui.widgets import Button, Hair, column, line, turn

ABREAST = 760  # pixels at 100 % that the two parts need side by side
_TREE, _READING = 46, 54


class TreePage(QWidget):
    """`back` asks for the list; Backspace and Esc do, too."""

    back = Signal()

    def __init__(self, theme: Theme, t: Translator, tree: Tree) -> None:
        super().__init__()
        self._theme, self._shown = theme, tree
        self.reading = Reading(theme, t("About what is in hand"), "")
        self.leave = Button(theme, t("All frameworks"), "link", icon="arrow-left")
        self.leave.clicked.connect(self.back)
        self._hair = Hair(theme, vertical=True)
        self._parts = line(gap=L)
        self._parts.addWidget(tree, _TREE)
        self._parts.addWidget(self._hair)
        self._parts.addWidget(self.reading, _READING)

    def lay_out(self, acts: Iterable[QWidget], foot: QWidget | None = None) -> None:
        """Set the acts above the two parts, after the way back, and a remark under them."""
        head = QWidget()
        row = FlowLayout(head, gap=M, line_gap=S)
        for act in (self.leave, *acts):
            row.addWidget(act)
        rows = column(self, gap=S)
        rows.addWidget(head)
        rows.addLayout(self._parts, 1)
        if foot:
            rows.addWidget(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._stand()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._stand()

    def _stand(self) -> None:
        """Side by side, or one under the other where there is no room. While it is not seen it asks for little room."""
        abreast = self.width() >= ABREAST * self._theme.zoom
        turn(self._parts, (self._hair,), abreast=abreast)
        least = self._theme.height(6 if abreast else 9)
        self._shown.setMinimumHeight(least)
        self.reading.setMinimumHeight(least)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
            self.back.emit()
        else:
            super().keyPressEvent(event)
