"""One answer as a large target: its sign in a box, its words, and what it looks like at work."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui.theme import Theme
from app.ui.tokens import BODY, CELL_RADIUS, LEAD, RADIUS, XS, L, M
from app.ui.widgets import ALIGN, focus_ring
from app.wording.staff import Sign

_WRAPPED: Final = int(ALIGN.AlignLeft | ALIGN.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_SIGNS: Final = {"-": "–"}


class ChoiceButton(QAbstractButton):
    """Checked when it is what the person has answered. It grows with its words; nothing of them is cut."""

    def __init__(self, theme: Theme, sign: Sign, words: str, anchor: str) -> None:
        super().__init__()
        self._theme, self.sign, self._anchor = theme, sign, anchor
        self._head, self._small = theme.font(LEAD, "semibold"), theme.font(BODY)
        self.setText(words)
        self.setAccessibleName(f"{_shown(sign)}: {words}")
        self.setAccessibleDescription(anchor)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def _side(self) -> float:
        """Side of the box with the sign."""
        return round(30 * self._theme.zoom)

    def nextCheckState(self) -> None:
        """A click chooses and never takes back."""
        self.setChecked(True)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._words(width)
        return round(max(self._side, words[-1].bottom() - words[0].top())) + 2 * M

    def sizeHint(self) -> QSize:
        width = round(480 * self._theme.zoom)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(240 * self._theme.zoom), round(self._side) + 2 * M)

    def _words(self, width: float) -> list[QRectF]:
        """Where the words stand, and under them the anchor where there is one; from the top edge."""
        left = L + self._side + L
        room = QRectF(left, M, width - left - L, 10_000)
        head = _bounds(self._head, room, self.text())
        if not self._anchor:
            return [head]
        room.moveTop(head.bottom() + XS)
        return [head, _bounds(self._small, room, self._anchor)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, r = QPainter(self), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent_wash" if self.isChecked() else "sunk" if self.underMouse() else "sheet"
        edge = QPen(self._theme.colour("accent" if self.isChecked() else "rule"), 2 if self.isChecked() else 1)
        p.setPen(edge)
        p.setBrush(self._theme.colour(ground))
        p.drawRoundedRect(r, RADIUS, RADIUS)
        self._draw_sign(p, QRectF(L, (self.height() - self._side) / 2, self._side, self._side))
        self._draw_words(p)
        if self.hasFocus():
            focus_ring(p, self._theme, QRectF(self.rect()).adjusted(2, 2, -2, -2))

    def _draw_sign(self, p: QPainter, box: QRectF) -> None:
        on = self.isChecked()
        p.setPen(QPen(self._theme.colour("rule"), 1))
        p.setBrush(self._theme.colour("accent" if on else "sheet"))
        p.drawRoundedRect(box, CELL_RADIUS, CELL_RADIUS)
        p.setFont(self._head)
        p.setPen(self._theme.colour("on_accent" if on else "ink"))
        p.drawText(box, ALIGN.AlignCenter, _shown(self.sign))

    def _draw_words(self, p: QPainter) -> None:
        words = self._words(self.width())
        tall = words[-1].bottom() - words[0].top()
        down = (self.height() - tall) / 2 - words[0].top()
        texts = ((self._head, "ink", self.text()), (self._small, "ink2", self._anchor))
        for place, (font, tone, text) in zip(words, texts, strict=False):
            p.setFont(font)
            p.setPen(self._theme.colour(tone))
            p.drawText(place.translated(0, down).adjusted(0, 0, 2, 2), _WRAPPED, text)


def _bounds(font: QFont, room: QRectF, text: str) -> QRectF:
    return QFontMetricsF(font).boundingRect(room, _WRAPPED, text)


def _shown(sign: Sign) -> str:
    return _SIGNS.get(sign, sign)
