"""The kinds of things in the library as tabs: how many of each there are, and under it how old."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from app.ui.flow import FlowLayout
from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, L, M, S
from app.ui.widgets import focus_ring


class KindTab(QAbstractButton):
    """A kind: its name, how many there are, and a note on their age, which may call for attention."""

    def __init__(self, theme: Theme, key: str, name: str, about: str) -> None:
        super().__init__()
        self._theme, self.key, self._note, self._to_mind = theme, key, "", False
        self.count = ""
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def note(self) -> str:
        return self._note

    def tell(self, count: str, note: str, *, to_mind: bool = False) -> None:
        """Say how many there are and how old."""
        self.count, self._note, self._to_mind = count, note, to_mind
        self.setAccessibleName(", ".join(filter(None, (f"{self.text()} {count}", note))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        name = self._theme.metrics(BODY, "semibold").horizontalAdvance(f"{self.text()} ")
        count = self._theme.metrics(BODY).horizontalAdvance(self.count)
        note = self._theme.metrics(NOTE).horizontalAdvance(self._note)
        width = max(name + count + S, note)
        return QSize(round(width) + 2 * M, self._first() + self._theme.height(1, 0, NOTE) + M)

    def _first(self) -> int:
        return self._theme.height(1, S)

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, on, theme = QPainter(self), self.isChecked(), self._theme
        room = QRectF(self.rect()).adjusted(M, 0, -M, 0)
        first = QRectF(room.left(), S / 2, room.width(), self._first())
        below = QRectF(room.left(), self._first(), room.width(), theme.height(1, 0, NOTE))
        p.setFont(theme.font(BODY, "semibold" if on else "regular"))
        p.setPen(theme.colour("accent" if on else "ink" if self.underMouse() else "ink2"))
        p.drawText(first, Qt.AlignmentFlag.AlignVCenter, self.text())
        name = p.fontMetrics().horizontalAdvance(self.text()) + S
        p.setFont(theme.font(BODY))
        p.setPen(theme.colour("ink3"))
        p.drawText(first.adjusted(name, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.count)
        p.setFont(theme.font(NOTE))
        p.setPen(theme.colour("important" if self._to_mind else "ink3"))
        p.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._note)
        if on:
            p.fillRect(QRectF(M, self.height() - 3, room.width(), 2), theme.colour("accent"))
        if self.hasFocus():
            focus_ring(p, theme, QRectF(self.rect()))


class KindTabs(QWidget):
    """One kind at a time; arrows move among them, and they wrap when the line is full. `chosen` carries its key."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, about: str, kinds: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        row = FlowLayout(self, gap=L)
        self.tabs: dict[str, KindTab] = {}
        for key, name in kinds:
            tab = self.tabs[key] = KindTab(theme, key, name, about)
            tab.setChecked(len(self.tabs) == 1)
            self._group.addButton(tab)
            row.addWidget(tab)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.buttonClicked.connect(self._tell)

    def choose(self, key: str) -> None:
        """Choose a kind as a click does."""
        self.tabs[key].click()

    def _tell(self, tab: QAbstractButton) -> None:
        assert isinstance(tab, KindTab)
        self.chosen.emit(tab.key)
