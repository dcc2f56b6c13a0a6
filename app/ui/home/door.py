"""A door: one way in, with what it takes and what comes of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui import icons
from app.ui.theme import Theme
from app.ui.tokens import BODY, HEAD, NOTE, XXL, L, M, S
from app.ui.widgets import ALIGN, focus_ring

PAD = 28
BODY_LINES = 2
WRAP = Qt.TextFlag.TextWordWrap


class Door(QAbstractButton):
    """A third of the start sheet. The digit on it opens it too."""

    def __init__(self, theme: Theme, digit: str, icon: str, name: str, text: str, facts: tuple[str, str]) -> None:
        super().__init__()
        self._theme, self._digit, self._icon, self._body, self._facts = theme, digit, icon, text, facts
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{text} {' '.join(facts)}")
        self.setShortcut(digit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _line(self, size: float = BODY) -> float:
        return float(self._theme.metrics(size).height())

    def sizeHint(self) -> QSize:
        height = PAD + 26 + M + self._line(HEAD) + S + (BODY_LINES + 1) * self._line() + XXL + PAD
        return QSize(300, round(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            p.fillRect(QRectF(self.rect()).adjusted(1, 3, -1, -1), self._theme.colour("sunk"))
            p.fillRect(QRectF(PAD, 0, self.width() - 2 * PAD, 3), self._theme.colour("accent"))
        icons.draw(p, self._icon, QRectF(PAD, PAD, 26, 26), self._theme.colour("accent"), 1.3)
        self._draw_digit(p)
        self._draw_words(p)
        self._draw_facts(p)
        if self.hasFocus():
            focus_ring(p, self._theme, QRectF(self.rect()).adjusted(6, 6, -6, -6))

    def _draw_digit(self, p: QPainter) -> None:
        side = round(self._line(NOTE)) + 4
        box = QRectF(self.width() - PAD - side, PAD, side, side)
        p.setPen(QPen(self._theme.colour("rule"), 1))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        p.setFont(self._theme.font(NOTE))
        p.setPen(self._theme.colour("ink2"))
        p.drawText(box, ALIGN.AlignCenter, self._digit)

    def _draw_words(self, p: QPainter) -> None:
        top, width = PAD + 26 + M, self.width() - 2 * PAD
        p.setFont(self._theme.font(HEAD))
        p.setPen(self._theme.colour("ink"))
        p.drawText(QRectF(PAD, top, width, self._line(HEAD)), ALIGN.AlignVCenter, self.text())
        p.setFont(self._theme.font())
        p.setPen(self._theme.colour("ink2"))
        body = QRectF(PAD, top + self._line(HEAD) + S, width, BODY_LINES * self._line() + 2)
        p.drawText(body, WRAP | ALIGN.AlignTop, self._body)

    def _draw_facts(self, p: QPainter) -> None:
        time, outcome = self._facts
        top = self.height() - PAD - self._line()
        p.setPen(self._theme.colour("ink"))
        p.setFont(self._theme.font(BODY, "semibold"))
        p.drawText(QRectF(PAD, top, self.width(), self._line()), ALIGN.AlignVCenter, time)
        used = self._theme.metrics(BODY, "semibold").horizontalAdvance(time) + (L if time else 0)
        p.setFont(self._theme.font())
        p.setPen(self._theme.colour("ink2"))
        room = QRectF(PAD + used, top, self.width() - 2 * PAD - used - XXL, self._line())
        p.drawText(room, ALIGN.AlignVCenter, outcome)
        arrow = QRectF(self.width() - PAD - 20, top, 20, 20)
        icons.draw(p, "arrow-right", arrow, self._theme.colour("accent"))
