"""The clock of a visit: its ninety minutes as a ruler of ten steps. It informs and locks nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import Translator
from app.mapping.visit import Visit
from app.mapping.visit_steps import AT_COMPANY, Clock, clock
from app.ui.theme import Theme
from app.ui.tokens import BODY, XL, M, S
from app.ui.visit.steps import NAMES
from app.ui.widgets import Ground, label, line

TICK_MS: Final = 15_000
OVER: Final = timedelta(hours=4)
"""A visit that began longer ago is not running any more, even if nobody has closed it."""
_WHOLE: Final = sum(step.minutes for step in AT_COMPANY)
_HEIGHT, _GAP, _MARKER = 6, 3, 16  # pixels


def _now() -> datetime:
    return datetime.now(UTC)


def is_running(visit: Visit, now: datetime) -> bool:
    return visit.began is not None and visit.closed is None and timedelta() <= now - visit.began < OVER


class Ruler(Ground):
    """Shown while a visit runs. Its words change without anybody being told: it can be read whenever one wants to."""

    def __init__(self, theme: Theme, t: Translator, now: Callable[[], datetime] = _now) -> None:
        super().__init__(theme, edges="bottom")
        self._t, self._now = t, now
        self._visit, self._step = Visit(), ""
        self.scale = _Scale(theme)
        self.left = label(theme, "", BODY, "semibold")
        row = line(self, (XL, S, XL, S), M)
        row.addWidget(self.scale, 1)
        row.addWidget(self.left)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.hide()

    def show_visit(self, visit: Visit | None, step: str) -> None:
        """Show the clock of a visit and the step that one is at, or nothing where none runs."""
        self._visit, self._step = visit or Visit(), step
        self.tick()

    def tick(self) -> None:
        """Show what time it is."""
        now = self._now()
        running = is_running(self._visit, now)
        self.setVisible(running)
        if not running or self._visit.began is None:
            self._timer.stop()
            return
        self._timer.start()
        told = clock(self._visit.began, now)
        self.scale.show_clock(told, self._step)
        self.left.setText(self._t("{n} min left", n=told.left) if told.left else self._t("Time is up"))
        self.scale.setAccessibleName(self._heard(told))
        self.setToolTip(self._heard(told))

    def _heard(self, told: Clock) -> str:
        t = self._t
        words = t("Clock of the visit: {gone} min gone, {left} min left.", gone=told.gone, left=told.left)
        if told.at:
            code = told.at.code
            words += " " + t("The plan is now at {step}.", step=f"{code} {t(NAMES[code])}")
        if self._step in [step.code for step in AT_COMPANY]:
            words += " " + t("You are at {step}.", step=f"{self._step} {t(NAMES[self._step])}")
        return words


class _Scale(QWidget):
    """Segments as long as their steps: past ones inked, the one that one is at in the accent, and a hand at now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._clock, self._step = theme, Clock(0, _WHOLE, None), ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(10 * _MARKER, _MARKER)

    def show_clock(self, told: Clock, step: str) -> None:
        self._clock, self._step = told, step
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, unit, minutes = (self.height() - _HEIGHT) / 2, (self.width() - 2) / _WHOLE, 0
        for step in AT_COMPANY:
            r = QRectF(minutes * unit, top, step.minutes * unit - _GAP, _HEIGHT)
            minutes += step.minutes
            here, past = step.code == self._step, minutes <= self._clock.gone
            p.setPen(QPen(self._theme.colour("accent" if here else "rule"), 2 if here else 1))
            ground = "accent" if here else "rule" if past else "sheet"
            p.setBrush(self._theme.colour(ground))
            p.drawRoundedRect(r.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        hand = min(self._clock.gone, _WHOLE) * unit
        p.fillRect(QRectF(hand, 0, 2, self.height()), self._theme.colour("ink"))
