"""The page of keys: what every key does, by place, with the place one is at first and marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.i18n import Translator
from app.ui import stops
from app.ui.dialog import Dialog
from app.ui.dialog_parts import ScrolledPart
from app.ui.keys import WHAT_IF, Key, everywhere, groups
from app.ui.place import HOME, LIBRARY
from app.ui.scrolling import Body, let_read
from app.ui.theme import Theme
from app.ui.tokens import BODY, NOTE, XL, XS, L, M, S
from app.ui.widgets import ALIGN, Button, column, label, line, para

WIDTH = 900  # pixels at 100 %
LEAST_DEED = 12  # heights of a line that the words of a deed are never narrower than


class Cap(QLabel):
    """A key as it stands on the keyboard."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__(key)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(NOTE, "semibold"))

    def sizeHint(self) -> QSize:
        words = self._theme.metrics(NOTE, "semibold").horizontalAdvance(self.text())
        height = self._theme.height(1, 2 * XS, NOTE)
        return QSize(max(round(words) + 2 * S, height), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(self._theme.colour("rule"), 1))
        p.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        p.setPen(self._theme.colour("ink"))
        p.drawText(self.rect(), ALIGN.AlignCenter, self.text())


class KeyPage(Dialog):
    """Two columns, or one where there is no room for two. Esc or the button closes it."""

    def __init__(self, theme: Theme, t: Translator, here: str, parent: QWidget) -> None:
        super().__init__(theme, t("Keys"), parent, WIDTH)
        self._theme, self._here = theme, here
        names = {
            HOME: t("Start"),
            LIBRARY: t("Library"),
            WHAT_IF: t("What if?"),
            **{stop.place: stop.name for stop in stops.stops(t)},
        }
        parts = [("", t("Everywhere"), everywhere(t)), *((g.place, names[g.place], g.keys) for g in groups(t))]
        parts.sort(key=lambda part: part[0] != here)  # what is wanted most likely is seen without scrolling
        self.reading = self._reading(t, parts)
        self.rows.addWidget(self.reading, 1)
        self.leave = Button(theme, t("Close"), "primary")
        self.leave.clicked.connect(self.accept)
        self.add_foot(self.leave)
        self.reading.setFocus()

    def _reading(self, t: Translator, parts: Sequence[tuple[str, str, Sequence[Key]]]) -> ScrolledPart:
        """The list, scrolled by keys where it is longer than the screen, and heard as one text."""
        page = Body()
        columns = self._columns(parts)
        row = line(page, (S, S, S, S), XL)
        for rows in columns:
            row.addLayout(rows, 1)
        area = ScrolledPart(self._theme, page, self.breadth, sideways=False)
        let_read(area, t("Keys"), " ".join(_heard(name, keys) for _place, name, keys in parts))
        return area

    def _columns(self, parts: Sequence[tuple[str, str, Sequence[Key]]]) -> list[QVBoxLayout]:
        """The parts in two columns of about one length, or in one."""
        cap = max(Cap(self._theme, key).sizeHint().width() for _place, _name, keys in parts for key, _deed in keys)
        needed = 2 * (cap + L + LEAST_DEED * self._theme.height(1, 0)) + 5 * XL
        columns = [column(gap=L) for _one in range(2 if needed <= self.width() else 1)]
        half = sum(len(keys) + 2 for _place, _name, keys in parts) / len(columns)
        so_far = 0
        for place, name, keys in parts:
            rows = columns[min(int((so_far + len(keys) / 2) / half), len(columns) - 1)]
            rows.addLayout(self._part(place, name, keys, cap))
            so_far += len(keys) + 2
        for rows in columns:
            rows.addStretch(1)
        return columns

    def _part(self, place: str, name: str, keys: Sequence[Key], cap: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(XS)
        grid.setColumnMinimumWidth(0, cap)
        grid.setColumnStretch(1, 1)
        tone = "accent" if place == self._here else "ink2"
        grid.addWidget(label(self._theme, name, BODY, "semibold", tone), 0, 0, 1, 2)
        for number, (key, deed) in enumerate(keys, 1):
            made, words = Cap(self._theme, key), para(self._theme, deed, tone="ink")
            words.setContentsMargins(0, max(0, (made.sizeHint().height() - self._theme.height(1, 0)) // 2), 0, 0)
            grid.addWidget(made, number, 0, ALIGN.AlignLeft | ALIGN.AlignTop)
            grid.addWidget(words, number, 1)
        return grid


def _heard(name: str, keys: Sequence[Key]) -> str:
    return f"{name}: {', '.join(f'{key} {deed}' for key, deed in keys)}."
