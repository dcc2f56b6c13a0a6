"""The switch of views: one of a few words in a frame, the chosen one on a sheet of its own."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from app.i18n import Translator, mark
from app.ui.theme import Theme
from app.ui.tokens import BODY, RADIUS, M, S
from app.ui.widgets import focus_ring, line


class View(StrEnum):
    """How the levels are looked at."""

    ROLE = "role"
    COMPETENCE = "competence"
    COVERAGE = "coverage"


NAMES: Final = {View.ROLE: mark("Role"), View.COMPETENCE: mark("Competence"), View.COVERAGE: mark("Coverage only")}
_IN_FULL: Final = {
    View.ROLE: mark("People of one role"),
    View.COMPETENCE: mark("Who knows what, whatever the role"),
    View.COVERAGE: mark("How many can, without people: for a screen that others see"),
}
_AROUND: Final = 3  # pixels between the frame and the words


class _Segment(QAbstractButton):
    """A click leaves the focus where it is; Tab reaches the chosen one, and arrows move among them."""

    def __init__(self, theme: Theme, view: View, text: str, about: str) -> None:
        super().__init__()
        self._theme, self.view = theme, view
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(about)
        self.setToolTip(about)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        width = self._theme.metrics(BODY, "semibold").horizontalAdvance(self.text())
        return QSize(round(width) + 2 * M, self._theme.height(1, S + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, on = QPainter(self), self.isChecked()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on:
            p.setPen(QPen(self._theme.colour("accent"), 1))
            p.setBrush(self._theme.colour("sheet"))
            p.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        p.setFont(self._theme.font(BODY, "semibold" if on else "regular"))
        p.setPen(self._theme.colour("accent" if on else "ink" if self.underMouse() else "ink2"))
        p.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            focus_ring(p, self._theme, QRectF(self.rect()))


class ViewSwitch(QWidget):
    """`chosen` carries the view, and comes only from the person."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, t: Translator, current: View) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(t("View"))
        self.segments: list[_Segment] = []
        self._group = QButtonGroup(self)
        row = line(self, (_AROUND, _AROUND, _AROUND, _AROUND))
        for view in View:
            segment = _Segment(theme, view, t(NAMES[view]), t(_IN_FULL[view]))
            segment.setChecked(view is current)
            self._group.addButton(segment)
            self.segments.append(segment)
            row.addWidget(segment)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._tell)

    def show_chosen(self, view: View) -> None:
        """Show another view as the chosen one; nothing is told."""
        next(segment for segment in self.segments if segment.view is view).setChecked(True)

    def take_focus(self) -> None:
        """Put the focus on the view that is chosen."""
        next(segment for segment in self.segments if segment.isChecked()).setFocus()

    def in_hand(self) -> bool:
        """Whether the focus is here."""
        return any(segment.hasFocus() for segment in self.segments)

    def _tell(self, segment: QAbstractButton) -> None:
        """Once the click is over: an arrow key moves the focus only then, and who listens may move it on."""
        assert isinstance(segment, _Segment)
        QTimer.singleShot(0, self, lambda: self.chosen.emit(segment.view))

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(self._theme.colour("sunk"))
        p.drawRoundedRect(QRectF(self.rect()), RADIUS + _AROUND, RADIUS + _AROUND)
