"""A drawer at the right of the plan: one thing at a time beside what is in hand, closed by its button or Esc."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import Translator
from app.ui.scrolling import ModestScroll
from app.ui.theme import Theme
from app.ui.tokens import TITLE, L, M, S
from app.ui.widgets import Button, Ground, Hair, column, line, para


class Drawer(Ground):
    """Empty and hidden until something is put into it. `close_it` is called when somebody wants it closed."""

    def __init__(self, theme: Theme, t: Translator, close_it: Callable[[], None]) -> None:
        super().__init__(theme, "sunk")
        self._close_it = close_it
        self._inside: QWidget | None = None
        self.title = para(theme, "", TITLE, "ink")
        self.close_button = Button(theme, "", "link", icon="close")
        self.close_button.setAccessibleName(t("Close"))
        self.close_button.setToolTip(t("Close"))
        self.close_button.clicked.connect(close_it)
        self._body = QWidget()
        self._rows: QVBoxLayout = column(self._body, (0, 0, L, L))
        self._scroll = ModestScroll(self._body)
        self._lay_out(theme)
        self.hide()

    def _lay_out(self, theme: Theme) -> None:
        head = line(margins=(0, 0, S, 0), gap=M)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        inner = column(margins=(L, L, 0, 0), gap=M)
        inner.addLayout(head)
        inner.addWidget(self._scroll, 1)
        row = line(self)
        row.addWidget(Hair(theme, vertical=True))
        row.addLayout(inner, 1)

    def show_panel(self, title: str, inside: QWidget) -> None:
        """Show this in place of what was there, from its beginning, and put the cursor into it."""
        self.shut()
        if inside.parent() is not self._body:
            self._rows.addWidget(inside, 1)
        self._inside = inside
        self.title.setText(title)
        self._scroll.verticalScrollBar().setValue(0)
        inside.show()
        self.show()
        inside.setFocus()

    def shut(self) -> None:
        """Hide, with what is in it."""
        self.hide()
        if self._inside:
            self._inside.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; digits belong to what is beside the drawer, and are not for it."""
        if event.key() == Qt.Key.Key_Escape:
            self._close_it()
        elif not event.text():
            super().keyPressEvent(event)
