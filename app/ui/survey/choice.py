"""One choice: an outlined row with the key that chooses it; chosen, it is filled, edged, ticked and bold."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from app.ui import icons
from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, RADIUS, M, S
from app.ui.widgets import ALIGN, focus_ring

WRAP = Qt.TextFlag.TextWordWrap | ALIGN.AlignVCenter | ALIGN.AlignLeft
TALL = 10_000  # pixels; more than any choice is high

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object  # two Qt classes are painted alike; they differ in what they are called by who cannot see them


class _Row(_Base):
    """How a choice looks and how large it is."""

    _theme: Theme
    _metrics: QFontMetricsF
    _side: int
    _before: int
    _line: int
    cap: str
    choice: str

    def prepare(self, theme: Theme, value: str, text: str, cap: str) -> None:
        self._theme, self.choice, self.cap = theme, value, cap
        self.setText(text)
        self.setAccessibleName(text)
        self.setFont(theme.font(BODY, "semibold"))
        self._metrics = theme.metrics(BODY, "semibold")
        self._side = theme.height(1, 4, NOTE)  # of the key cap
        self._before = S + 1 + self._side + S  # what stands before the words
        self._line = theme.height(1, 18)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def when_chosen(self, act: Callable[[], None]) -> None:
        """What is done when it is pressed, or toggled by a screen reader.

        A click counts when it begins: leaving a text may open a question that moves this one away under the pointer.
        """
        self.pressed.connect(act)
        self.toggled.connect(lambda _on: act())

    def nextCheckState(self) -> None:
        """What is chosen is decided by the question."""

    def check(self, *, on: bool) -> None:
        """Choose or not, whatever the others are; a choice that excludes others would else stay chosen."""
        exclusive = self.autoExclusive()
        self.blockSignals(True)
        self.setAutoExclusive(False)
        self.setChecked(on)
        self.setAutoExclusive(exclusive)
        self.blockSignals(False)

    def take_tab(self, *, here: bool) -> None:
        """Tab stops at one choice of a question; arrows lead to the others."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        """All in one line."""
        words = self._metrics.horizontalAdvance(self.text())
        return QSize(self._before + round(words + 1) + M, self._line)

    def minimumSizeHint(self) -> QSize:
        longest = max((self._metrics.horizontalAdvance(word) for word in self.text().split()), default=0.0)
        return QSize(self._before + round(longest + 1) + M, self._line)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, max(width - self._before - S, 1), TALL)
        return round(self._metrics.boundingRect(room, WRAP, self.text()).height()) + 18

    def hitButton(self, at: QPoint) -> bool:
        return bool(self.rect().contains(at))

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, on = QPainter(self), self.isChecked()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 1.5 if on else 1
        p.setPen(QPen(self._theme.colour("accent" if on else "rule"), width))
        p.setBrush(self._theme.colour("accent_wash" if on else "sunk" if self.underMouse() else "sheet"))
        inside = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        p.drawRoundedRect(inside, RADIUS, RADIUS)
        self._draw_cap(p, on=on)
        p.setPen(self._theme.colour("ink"))
        p.setFont(self._theme.font(BODY, "semibold" if on else "regular"))
        p.drawText(QRectF(self.rect()).adjusted(self._before, 0, -S, 0), WRAP, self.text())
        if self.hasFocus():
            focus_ring(p, self._theme, QRectF(self.rect()))

    def _draw_cap(self, p: QPainter, *, on: bool) -> None:
        """The key, which turns into the box that is ticked."""
        box = QRectF(S + 1, (self.height() - self._side) / 2, self._side, self._side).adjusted(0.5, 0.5, -0.5, -0.5)
        p.setPen(QPen(self._theme.colour("accent" if on else "rule"), 1))
        p.setBrush(self._theme.colour("accent") if on else Qt.BrushStyle.NoBrush)
        p.drawRoundedRect(box, 4, 4)
        if on:
            inset = self._side * 0.16
            icons.draw(p, "check", box.adjusted(inset, inset, -inset, -inset), self._theme.colour("on_accent"), 2.4)
            return
        p.setFont(self._theme.font(NOTE))
        p.setPen(self._theme.colour("ink2"))
        p.drawText(box, ALIGN.AlignCenter, self.cap)


class OneChoice(_Row, QRadioButton):
    """One of several that exclude each other."""

    def __init__(self, theme: Theme, value: str, text: str, cap: str) -> None:
        QRadioButton.__init__(self)
        self.prepare(theme, value, text, cap)


class AnyChoice(_Row, QCheckBox):
    """One of several that may be chosen together."""

    def __init__(self, theme: Theme, value: str, text: str, cap: str) -> None:
        QCheckBox.__init__(self)
        self.prepare(theme, value, text, cap)
