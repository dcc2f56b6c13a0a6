"""A stop on the rail: a place of a mapping, or a step of a visit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.i18n import Translator
from app.ui import icons
from app.ui.stops import State, Stop
from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, RAIL, RAIL_SLIM, XL, L, M, S
from app.ui.widgets import ALIGN, focus_ring

_KEY = Qt.Key
LEADING: Final = (_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_Home, _KEY.Key_End, _KEY.Key_Return, _KEY.Key_Enter)


def state_word(t: Translator, state: State) -> str:
    return {"empty": t("empty"), "begun": t("begun"), "done": t("done"), "left_open": t("left open")}[state]


def draw_state(p: QPainter, theme: Theme, r: QRectF, state: State, *, here: bool, words: str = "") -> None:
    """Here: an inked disc; done: a pale disc with a tick; begun: half a ring; left open: dotted; empty: a thin ring."""
    edge = r.width() / 8
    if state == "done" and not here:
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(theme.colour("accent_wash"))
        p.drawEllipse(r)
        icons.draw(p, "check", r.adjusted(edge, edge, -edge, -edge), theme.colour("accent"), 2.4)
        return
    p.setPen(_ring(theme, state, here=here))
    p.setBrush(theme.colour("accent") if here else Qt.BrushStyle.NoBrush)
    p.drawEllipse(r)
    if state == "begun" and not here:
        p.setPen(QPen(theme.colour("accent"), 2.6))
        p.drawArc(r.adjusted(0.6, 0.6, -0.6, -0.6), 90 * 16, -180 * 16)
    p.setPen(theme.colour("on_accent" if here else "ink2"))
    p.setFont(theme.font(NOTE, "semibold"))
    p.drawText(r, ALIGN.AlignCenter, words)


def _ring(theme: Theme, state: State, *, here: bool) -> QPen:
    if state == "left_open" and not here:
        pen = QPen(theme.colour("important"), 1.8)
        pen.setDashPattern([1.2, 1.6])
        return pen
    return QPen(theme.colour("rule" if state == "empty" else "accent"), 1.3)


class RailItem(QAbstractButton):
    """State mark and name; the digit in the mark is its key with Ctrl."""

    def __init__(self, theme: Theme, t: Translator, number: int, stop: Stop) -> None:
        super().__init__()
        self._theme, self._t, self._mark, self.stop = theme, t, str(number), stop
        self.slim = False
        self.here = False
        self.setText(stop.name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_stop(stop, here=False, slim=False)

    def show_stop(self, stop: Stop, *, here: bool, slim: bool) -> None:
        """Show how far one has got there, and whether it is here."""
        self.stop, self.here, self.slim = stop, here, slim
        spoken = stop.spoken or state_word(self._t, stop.state)
        words = self._t("{name}, {state}", name=f"{stop.code} {stop.name}".strip(), state=spoken)
        self.setAccessibleName(self._t("{stop}, here", stop=words) if here else words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def needed(self) -> int:
        """Width in pixels with its words, which are heavier when one is here."""
        words = self._theme.metrics(BODY, "semibold").horizontalAdvance(self.text())
        return round(self._words_at() + words) + L

    def _words_at(self) -> float:
        return XL + 2 * self._radius() + S + 2

    def _radius(self) -> float:
        return self._theme.height(pad=4) / 2

    def sizeHint(self) -> QSize:
        return QSize(RAIL_SLIM if self.slim else RAIL, self._theme.height(pad=26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that lead through the rail are the rail's; Qt would take an arrow for Tab."""
        if event.key() in LEADING:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.here:
            p.fillRect(self.rect(), self._theme.colour("accent_wash"))
            p.fillRect(QRectF(0, 0, 3, self.height()), self._theme.colour("accent"))
        elif self.underMouse():
            p.fillRect(self.rect(), self._theme.colour("sunk"))
        if self.slim:
            self._draw_slim(p)
        else:
            self._draw_wide(p)
        if self.hasFocus():
            focus_ring(p, self._theme, QRectF(self.rect()).adjusted(3, 1, -3, -1))

    def needed_slim(self) -> int:
        """Width in pixels without its words."""
        return RAIL_SLIM

    def _draw_slim(self, p: QPainter) -> None:
        self._draw_mark(p, self.width() / 2, self._radius(), self._mark)

    def _draw_wide(self, p: QPainter) -> None:
        self._draw_mark(p, XL + self._radius(), self._radius(), self._mark)
        self._draw_name(p)

    def _draw_name(self, p: QPainter) -> None:
        p.setFont(self._theme.font(BODY, "semibold" if self.here else "regular"))
        p.setPen(self._theme.colour("ink"))
        p.drawText(QRectF(self._words_at(), 0, self.width(), self.height()), ALIGN.AlignVCenter, self.text())

    def _draw_mark(self, p: QPainter, x: float, radius: float, words: str) -> None:
        centre = QPointF(x, self.height() / 2)
        r = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        draw_state(p, self._theme, r, self.stop.state, here=self.here, words=words)


class StepItem(RailItem):
    """A step of a visit in a dense row: mark, code, name, and planned minutes or how much is open at its end."""

    def __init__(self, theme: Theme, t: Translator, stop: Stop) -> None:
        super().__init__(theme, t, int(stop.code[1:]), stop)

    def sizeHint(self) -> QSize:
        return QSize(RAIL, self._theme.height(pad=5))

    def needed(self) -> int:
        note = self._theme.metrics(NOTE, "semibold").horizontalAdvance(self.stop.note)
        return round(super().needed() + M + note)

    def needed_slim(self) -> int:
        return max(RAIL_SLIM, round(self._code_at() + self._code_width()) + M)

    def _radius(self) -> float:
        return self._theme.height(pad=-4) / 2

    def _code_at(self) -> float:
        return M + 2 * self._radius() + S

    def _code_width(self) -> float:
        return float(self._theme.metrics(NOTE, "semibold").horizontalAdvance("V10"))

    def _words_at(self) -> float:
        return self._code_at() + self._code_width() + S

    def _draw_slim(self, p: QPainter) -> None:
        self._draw_mark(p, M + self._radius(), self._radius(), "")
        p.setFont(self._theme.font(NOTE, "semibold" if self.here else "regular"))
        p.setPen(self._theme.colour("ink" if self.here else "ink2"))
        p.drawText(QRectF(self._code_at(), 0, self.width(), self.height()), ALIGN.AlignVCenter, self.stop.code)

    def _draw_wide(self, p: QPainter) -> None:
        self._draw_slim(p)
        self._draw_name(p)
        left_open = self.stop.state == "left_open"
        p.setFont(self._theme.font(NOTE, "semibold" if left_open else "regular"))
        p.setPen(self._theme.colour("important" if left_open else "ink2"))
        room = QRectF(0, 0, self.width() - L, self.height())
        p.drawText(room, ALIGN.AlignVCenter | ALIGN.AlignRight, self.stop.note)
