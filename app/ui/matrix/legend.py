"""The scale in words, which is also a row of buttons for those who use a mouse."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.i18n import Translator, mark
from app.ui.flow import FlowLayout
from app.ui.matrix.level_cell import draw_cell
from app.ui.matrix.sheet import Cell, Entry, State
from app.ui.theme import Theme
from app.ui.tokens import BODY, S
from app.ui.widgets import focus_ring
from app.wording.words import level_name, not_part_of_job

ENTRIES: Final[tuple[Entry, ...]] = (0, 1, 2, 3, 4, "?", "-")
SHORT_WORDS: Final = {
    0: mark("not yet"),
    1: mark("with guidance"),
    2: mark("usual work alone"),
    3: mark("exceptions, too"),
    4: mark("develops and guides"),
}
_BOX: Final = 50
_SMALL_BOX: Final = 26
"""Sides of the cell beside its word, in pixels."""


class LevelButton(QAbstractButton):
    """One level with its cell and its word. A click leaves the focus in the table; Tab reaches it all the same."""

    def __init__(self, theme: Theme, t: Translator, entry: Entry) -> None:
        super().__init__()
        self._theme, self.entry = theme, entry
        self.setText(t(SHORT_WORDS[entry]) if isinstance(entry, int) else _full_name(t, entry).lower())
        self.setAccessibleName(_full_name(t, entry))
        self.setToolTip(_full_name(t, entry))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _box(self) -> QRectF:
        width = (_BOX if isinstance(self.entry, int) else _SMALL_BOX) * self._theme.zoom
        height = _SMALL_BOX * self._theme.zoom
        return QRectF(3, (self.height() - height) / 2, width, height)

    def sizeHint(self) -> QSize:
        words = self._theme.metrics(BODY).horizontalAdvance(self.text())
        return QSize(round(self._box().right() + S + words) + 5, _height(self._theme))

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, box = QPainter(self), self._box()
        if self.underMouse():
            p.fillRect(self.rect(), self._theme.colour("sunk"))
        draw_cell(p, self._theme, box, _example(self.entry), target=0)
        p.setFont(self._theme.font())
        p.setPen(self._theme.colour("ink2"))
        p.drawText(QRectF(box.right() + S, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            focus_ring(p, self._theme, QRectF(self.rect()))


def _height(theme: Theme) -> int:
    return round(_SMALL_BOX * theme.zoom) + 6


def _full_name(t: Translator, entry: Entry) -> str:
    if entry == "-":
        return not_part_of_job(t)
    if entry == "?":
        return level_name(t, None)
    return t("Level {level}: {words}", level=entry, words=level_name(t, entry))


def _example(entry: Entry) -> Cell:
    if entry == "-":
        return Cell(State.NOT_PART)
    return Cell(State.UNKNOWN) if entry == "?" else Cell(State.LEVEL, entry)


class Legend(QWidget):
    """All that can be said of a cell; `chosen` carries the entry."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=S, line_gap=2)
        self.buttons = [LevelButton(theme, t, entry) for entry in ENTRIES]
        for button in self.buttons:
            button.clicked.connect(lambda _on=False, entry=button.entry: self.chosen.emit(entry))
            flow.addWidget(button)
        flow.addWidget(_Missing(theme, t("short of target")))


class _Missing(QWidget):
    """What a hollow pip means."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme, self._words = theme, words

    def sizeHint(self) -> QSize:
        words = self._theme.metrics(BODY).horizontalAdvance(self._words)
        return QSize(round(words + 12 * self._theme.zoom) + 6, _height(self._theme))

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, z = QPainter(self), self._theme.zoom
        p.setPen(self._theme.colour("urgent"))
        p.drawRect(QRectF(4.5, self.height() / 2 - 5.5 * z, 4 * z, 11 * z))
        p.setFont(self._theme.font())
        p.setPen(self._theme.colour("ink2"))
        words = QRectF(4 + 12 * z, 0, self.width(), self.height())
        p.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)
