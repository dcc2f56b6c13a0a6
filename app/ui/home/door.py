"""Doors: ways in, each with what it takes and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui import icons
from app.ui.theme import Theme
from app.ui.tokens import BODY, HEAD, NOTE, XL, XXL, L, M, S
from app.ui.widgets import ALIGN, Hair, Sheet, focus_ring, line, turn

PAD = 28
LEAST_WORDS = 12  # heights of a line that the text of a door is never narrower than
WRAP = Qt.TextFlag.TextWordWrap


class Door(QAbstractButton):
    """One way in. The digit on it opens it too."""

    def __init__(self, theme: Theme, digit: str, icon: str, name: str, text: str, facts: tuple[str, str]) -> None:
        super().__init__()
        self._theme, self._digit, self._icon, self._body, self._facts = theme, digit, icon, text, facts
        self._heights: dict[int, int] = {}
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{text} {' '.join(facts)}")
        self.setShortcut(digit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @cached_property
    def _line(self) -> int:
        return self._theme.height(1, 0)

    @cached_property
    def _head(self) -> int:
        return self._theme.height(1, 0, HEAD)

    @property
    def _icon_side(self) -> int:
        return round(26 * self._theme.zoom)

    @cached_property
    def least_width(self) -> int:
        """Where the name stands on one line, and what it takes beside what comes of it."""
        name = self._theme.metrics(HEAD).horizontalAdvance(self.text())
        words = max(round(name) + 4, self._facts_width(), LEAST_WORDS * self._line)
        return words + 2 * PAD

    def _facts_width(self) -> int:
        time, outcome = self._facts
        words = self._theme.metrics(BODY, "semibold").horizontalAdvance(time) + (L if time else 0)
        words += self._theme.metrics().horizontalAdvance(outcome)
        return round(words) + L + self._line

    def sizeHint(self) -> QSize:
        return QSize(self.least_width, self.heightForWidth(self.least_width))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.least_width, 200), self._above_body + 2 * self._line + self._below_body)

    def heightForWidth(self, width: int) -> int:
        """Asked for at every step of a layout, so each height is reckoned once."""
        if width not in self._heights:
            self._heights[width] = self._above_body + self._body_height(width) + self._below_body
        return self._heights[width]

    @property
    def _above_body(self) -> int:
        return PAD + self._icon_side + M + self._head + S

    @property
    def _below_body(self) -> int:
        return XL + self._line + PAD

    def _body_height(self, width: int) -> int:
        room = QRect(0, 0, max(width - 2 * PAD, 1), 10_000)
        return round(self._theme.metrics().boundingRect(QRectF(room), WRAP, self._body).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            p.fillRect(QRectF(self.rect()).adjusted(1, 3, -1, -1), self._theme.colour("sunk"))
            p.fillRect(QRectF(PAD, 0, self.width() - 2 * PAD, 3), self._theme.colour("accent"))
        side = self._icon_side
        icons.draw(p, self._icon, QRectF(PAD, PAD, side, side), self._theme.colour("accent"), 1.3)
        self._draw_digit(p)
        self._draw_words(p)
        self._draw_facts(p)
        if self.hasFocus():
            focus_ring(p, self._theme, QRectF(self.rect()).adjusted(6, 6, -6, -6))

    def _draw_digit(self, p: QPainter) -> None:
        side = self._theme.height(1, 4, NOTE)
        box = QRectF(self.width() - PAD - side, PAD, side, side)
        p.setPen(QPen(self._theme.colour("rule"), 1))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        p.setFont(self._theme.font(NOTE))
        p.setPen(self._theme.colour("ink2"))
        p.drawText(box, ALIGN.AlignCenter, self._digit)

    def _draw_words(self, p: QPainter) -> None:
        width, body = self.width() - 2 * PAD, self._above_body
        p.setFont(self._theme.font(HEAD))
        p.setPen(self._theme.colour("ink"))
        p.drawText(QRectF(PAD, body - S - self._head, width, self._head), ALIGN.AlignVCenter, self.text())
        p.setFont(self._theme.font())
        p.setPen(self._theme.colour("ink2"))
        p.drawText(QRectF(PAD, body, width, self._body_height(self.width())), WRAP | ALIGN.AlignTop, self._body)

    def _draw_facts(self, p: QPainter) -> None:
        time, outcome = self._facts
        side = self._line
        top = self.height() - PAD - side
        p.setPen(self._theme.colour("ink"))
        p.setFont(self._theme.font(BODY, "semibold"))
        p.drawText(QRectF(PAD, top, self.width(), side), ALIGN.AlignVCenter, time)
        used = self._theme.metrics(BODY, "semibold").horizontalAdvance(time) + (L if time else 0)
        p.setFont(self._theme.font())
        p.setPen(self._theme.colour("ink2"))
        p.drawText(QRectF(PAD + used, top, self.width() - 2 * PAD - used - XXL, side), ALIGN.AlignVCenter, outcome)
        icons.draw(p, "arrow-right", QRectF(self.width() - PAD - side, top, side, side), self._theme.colour("accent"))


class Doors(Sheet):
    """Doors side by side on one sheet, or one under another where there is no room."""

    def __init__(self, theme: Theme, doors: Sequence[Door]) -> None:
        super().__init__(theme)
        self._doors, self._hairs = doors, [Hair(theme, vertical=True) for _door in doors[1:]]
        self._row = line(self)
        self._row.addWidget(doors[0], 1)
        for hair, door in zip(self._hairs, doors[1:], strict=True):
            self._row.addWidget(hair)
            self._row.addWidget(door, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = len(self._doors) * max(door.least_width for door in self._doors)
        turn(self._row, self._hairs, abreast=self.width() >= needed)
