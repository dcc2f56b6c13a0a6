"""What the patterns of the heat map mean, in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.model import Band
from app.ui.flow import FlowLayout
from app.ui.marks import draw_icon, fill_pattern
from app.ui.results.words import NOT_ASKED, band_word
from app.ui.theme import Theme
from app.ui.tokens import NOTE, XS, L, S
from app.ui.widgets import label

SWATCH, ICON = (22, 16), 9
"""Sizes in pixels at 100 %."""


class _Key(QWidget):
    """Pattern, shape and word of one band."""

    def __init__(self, theme: Theme, band: Band, word: str) -> None:
        super().__init__()
        self._theme, self._band, self._word = theme, band, word
        self.setAccessibleName(word)

    @property
    def _icon_at(self) -> float:
        return SWATCH[0] * self._theme.zoom + S

    @property
    def _word_at(self) -> float:
        return self._icon_at + ICON * self._theme.zoom + XS

    def sizeHint(self) -> QSize:
        word = self._theme.metrics(NOTE).horizontalAdvance(self._word)
        return QSize(round(self._word_at + word) + 1, self._theme.height(1, XS, NOTE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, middle, zoom = QPainter(self), self.height() / 2, self._theme.zoom
        width, height = SWATCH[0] * zoom, SWATCH[1] * zoom
        fill_pattern(p, self._theme, self._band, QRectF(0, middle - height / 2, width, height))
        icon = QRectF(self._icon_at, middle - ICON * zoom / 2, ICON * zoom, ICON * zoom)
        draw_icon(p, self._theme, self._band, icon, self._theme.colour("paper"))
        p.setFont(self._theme.font(NOTE))
        p.setPen(self._theme.colour("ink2"))
        words = QRectF(self._word_at, 0, self.width(), self.height())
        p.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._word)


class BandLegend(QWidget):
    """All bands, and the sign of what is not asked of a role."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=L, line_gap=XS)
        for band in Band:
            flow.addWidget(_Key(theme, band, band_word(t, band)))
        flow.addWidget(label(theme, f"{NOT_ASKED}  {t('not asked of the role')}", NOTE, tone="ink2"))
