"""The rail: the places of a mapping in order, each with its state. Nothing on it is ever locked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.i18n import Translator
from app.ui import icons
from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, RAIL, RAIL_SLIM, XL, L, S
from app.ui.widgets import ALIGN, Ground, column, focus_ring, label

State = Literal["empty", "begun", "done"]


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the rail."""

    place: str
    name: str
    state: State


def state_word(t: Translator, state: State) -> str:
    return {"empty": t("empty"), "begun": t("begun"), "done": t("done")}[state]


class RailItem(QAbstractButton):
    """State mark and name; the digit in the mark is its key with Ctrl."""

    def __init__(self, theme: Theme, t: Translator, number: int, stop: Stop) -> None:
        super().__init__()
        self._theme, self._t, self._number, self._stop = theme, t, number, stop
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
        self._stop, self.here, self.slim = stop, here, slim
        words = self._t("{name}, {state}", name=stop.name, state=state_word(self._t, stop.state))
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.here:
            p.fillRect(self.rect(), self._theme.colour("accent_wash"))
            p.fillRect(QRectF(0, 0, 3, self.height()), self._theme.colour("accent"))
        elif self.underMouse():
            p.fillRect(self.rect(), self._theme.colour("sunk"))
        radius = self._radius()
        middle = self.width() / 2 if self.slim else XL + radius
        self._draw_mark(p, QPointF(middle, self.height() / 2), radius)
        if not self.slim:
            p.setFont(self._theme.font(BODY, "semibold" if self.here else "regular"))
            p.setPen(self._theme.colour("ink"))
            room = QRectF(self._words_at(), 0, self.width(), self.height())
            p.drawText(room, ALIGN.AlignVCenter, self.text())
        if self.hasFocus():
            focus_ring(p, self._theme, QRectF(self.rect()).adjusted(3, 2, -3, -2))

    def _draw_mark(self, p: QPainter, centre: QPointF, radius: float) -> None:
        """Here: an inked disc; done: a pale disc with a tick; begun: half a ring; empty: a thin ring."""
        r = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        done = self._stop.state == "done"
        if done and not self.here:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(self._theme.colour("accent_wash"))
            p.drawEllipse(r)
            icons.draw(p, "check", r.adjusted(3, 3, -3, -3), self._theme.colour("accent"), 2.4)
            return
        p.setPen(QPen(self._theme.colour("rule" if self._stop.state == "empty" else "accent"), 1.3))
        p.setBrush(self._theme.colour("accent") if self.here else Qt.BrushStyle.NoBrush)
        p.drawEllipse(r)
        if self._stop.state == "begun" and not self.here:
            p.setPen(QPen(self._theme.colour("accent"), 2.6))
            p.drawArc(r.adjusted(0.6, 0.6, -0.6, -0.6), 90 * 16, -180 * 16)
        p.setPen(self._theme.colour("on_accent" if self.here else "ink2"))
        p.setFont(self._theme.font(NOTE, "semibold"))
        p.drawText(r, ALIGN.AlignCenter, str(self._number))


class Rail(Ground):
    """All stops of a mapping."""

    def __init__(self, theme: Theme, t: Translator, names: Sequence[Stop], go: Callable[[str], None]) -> None:
        """All stops are there from the start, though nothing is known of them, so that Tab passes them first."""
        super().__init__(theme, edges="right")
        self._theme = theme
        self.head = label(theme, t("This mapping"), NOTE, "semibold", "ink2")
        self.head.setContentsMargins(XL, 0, 0, S)
        self._column = column(self, (0, L, 1, L))
        self._column.addWidget(self.head)
        self._items = {stop.place: RailItem(theme, t, number, stop) for number, stop in enumerate(names, 1)}
        for place, item in self._items.items():
            item.clicked.connect(lambda _checked=False, place=place: go(place))
            self._column.addWidget(item)
        self._column.addStretch(1)

    def show_stops(self, stops: Sequence[Stop], here: str, *, slim: bool) -> None:
        """Show the stops with their states; folded to their marks where the place needs the width."""
        for stop in stops:
            self._items[stop.place].show_stop(stop, here=stop.place == here, slim=slim)
        self.head.setVisible(not slim)
        self.setFixedWidth(RAIL_SLIM if slim else max(RAIL, *(item.needed() for item in self._items.values())))
