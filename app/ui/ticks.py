"""A box to tick and a ring to choose by, which grow with the text and show the focus on both sides of a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from app.ui import icons
from app.ui.theme import Theme
from app.ui.tokens import CELL_RADIUS, XS, S
from app.ui.widgets import ALIGN, focus_ring

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object  # Qt allows one of its classes among the bases, and that must be the box or the ring


class _Marked(_Base):
    """A mark and one line of words; the whole of it is clicked."""

    _theme: Theme

    def dress(self, theme: Theme, words: str, *, on: bool) -> None:
        """What both kinds are given once they are made."""
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(words)
        self.setFont(theme.font())
        self.setChecked(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _side(self) -> float:
        return round(float(self._theme.metrics().height()) * 0.95)

    def sizeHint(self) -> QSize:
        words = self._theme.metrics().horizontalAdvance(self.text())
        return QSize(round(XS + self._side() + S + words + S), self._theme.height(pad=S))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, side, on = QPainter(self), self._side(), self.isChecked()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(self._theme.colour("accent" if on else "rule"), 1.3))
        p.setBrush(self._theme.colour("accent" if on else "sheet"))
        self._draw_mark(p, QRectF(XS, (self.height() - side) / 2, side, side))
        p.setPen(self._theme.colour("ink"))
        p.setFont(self.font())
        p.drawText(QRectF(XS + side + S, 0, self.width(), self.height()), ALIGN.AlignVCenter, self.text())
        if self.hasFocus():
            focus_ring(p, self._theme, QRectF(self.rect()))

    def _draw_mark(self, p: QPainter, r: QRectF) -> None:
        raise NotImplementedError


class Tick(_Marked, QCheckBox):
    """Yes or no."""

    def __init__(self, theme: Theme, words: str, *, on: bool = False) -> None:
        QCheckBox.__init__(self)
        self.dress(theme, words, on=on)

    def _draw_mark(self, p: QPainter, r: QRectF) -> None:
        p.drawRoundedRect(r, CELL_RADIUS, CELL_RADIUS)
        if self.isChecked():
            icons.draw(p, "check", r.adjusted(2, 2, -2, -2), self._theme.colour("on_accent"), 2.4)


class Ring(_Marked, QRadioButton):
    """One of several."""

    def __init__(self, theme: Theme, words: str, *, on: bool = False) -> None:
        QRadioButton.__init__(self)
        self.dress(theme, words, on=on)

    def _draw_mark(self, p: QPainter, r: QRectF) -> None:
        p.drawEllipse(r)
        if self.isChecked():
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(self._theme.colour("on_accent"))
            quarter = r.width() / 3.2
            p.drawEllipse(r.adjusted(quarter, quarter, -quarter, -quarter))
