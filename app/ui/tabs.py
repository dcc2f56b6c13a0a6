"""Text tabs: words on a line, the chosen one underlined."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from app.ui.flow import FlowLayout
from app.ui.theme import Theme
from app.ui.tokens import BODY, M
from app.ui.widgets import focus_ring


class _Tab(QAbstractButton):
    def __init__(self, theme: Theme, key: str, text: str) -> None:
        super().__init__()
        self._theme, self.key = theme, key
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        width = self._theme.metrics(BODY, "semibold").horizontalAdvance(self.text())
        return QSize(round(width) + 2 * M, self._theme.height(1, 16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, on = QPainter(self), self.isChecked()
        p.setFont(self._theme.font(BODY, "semibold" if on else "regular"))
        p.setPen(self._theme.colour("accent" if on else "ink" if self.underMouse() else "ink2"))
        p.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if on:
            p.fillRect(QRectF(M, self.height() - 3, self.width() - 2 * M, 2), self._theme.colour("accent"))
        if self.hasFocus():
            focus_ring(p, self._theme, QRectF(self.rect()))


class TextTabs(QWidget):
    """One of several, chosen by its words; arrows move among them, and they wrap when the line is full.

    `name` says what is chosen. `chosen` carries the key of the tab, and comes only from the person.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, tabs: Iterable[tuple[str, str]], current: str) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        row = FlowLayout(self)
        for key, text in tabs:
            tab = _Tab(theme, key, text)
            tab.setAccessibleName(text)
            tab.setAccessibleDescription(name)
            tab.setChecked(key == current)
            self._group.addButton(tab)
            row.addWidget(tab)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.buttonClicked.connect(self._tell)

    def choose(self, key: str) -> None:
        """Choose a tab as a click does."""
        next(tab for tab in self._group.buttons() if isinstance(tab, _Tab) and tab.key == key).click()

    def _tell(self, tab: QAbstractButton) -> None:
        assert isinstance(tab, _Tab)
        self.chosen.emit(tab.key)
