"""The first rows of a list, and a button under it that shows the others: within what is scrolled, nothing scrolls."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, Qt

from app.i18n import Translator
from app.ui.theme import Theme
from app.ui.widgets import Button


class Foldable(Protocol):
    """A view of rows that is as high as those it shows."""

    def show_first(self, rows: int | None) -> None:
        """Show so many rows, or all."""

    def model(self) -> QAbstractItemModel: ...

    def setFocus(self, reason: Qt.FocusReason, /) -> None: ...


class Fold(Button):
    """There while rows are held back. Opened once, it stays open."""

    def __init__(self, theme: Theme, t: Translator, view: Foldable) -> None:
        super().__init__(theme, "", "link", icon="chevron-down")
        self._t, self._view = t, view
        self._held: int | None = None
        self._opened = False
        self.clicked.connect(self.open)
        self.hide()

    def hold(self, most: int | None) -> None:
        """Show so many rows, unless the others were asked for; said anew whenever there are other rows."""
        rows = self._view.model().rowCount()
        self._held = None if most is None or rows <= most or self._opened else most
        self._view.show_first(self._held)
        words = self._t("Show all {n}", n=rows)
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.setVisible(self._held is not None)

    def open(self) -> None:
        """Show all, with the focus on them: the button is gone."""
        self._opened = True
        self.hold(None)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_for(self, row: int) -> None:
        """Show all if this row is held back."""
        if self._held is not None and row >= self._held:
            self.open()
