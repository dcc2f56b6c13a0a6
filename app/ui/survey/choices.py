"""A question that is answered by choosing: by click, by the digit on the choice, or by arrows and Space."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.mapping.answers import Value
from app.mapping.survey import SEVERAL, Choice, Kind, Question
from app.ui.survey.caps import caps, toggled
from app.ui.survey.choice import AnyChoice, OneChoice
from app.ui.survey.field import Field, Voice
from app.ui.survey.grid import ChoiceGrid
from app.ui.theme import Theme
from app.ui.tokens import XS
from app.ui.widgets import column

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
_WITH = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""What may be held down with a key that chooses: a ? takes Shift on some keyboards."""


class Choices(Field):
    """The choices of a question. Arrows go among them and choose nothing; Delete takes the answer away."""

    def __init__(self, voice: Voice, question: Question) -> None:
        super().__init__()
        self._question = question
        self._shown: Value = ()
        self._caps = caps(question)
        self.rows = [self._row(voice, *pair) for pair in zip(question.choices, self._caps, strict=True)]
        slides = question.kind is Kind.SLIDER
        grid = QWidget()
        laid = ChoiceGrid(grid, columns=1 if question.kind is Kind.LEVEL else 4, even=slides)
        for row in self.rows:
            laid.addWidget(row)
        rows = column(self, gap=XS)
        self._track = _Track(voice.theme, self.rows) if slides else None
        if self._track:
            rows.addWidget(self._track)
        rows.addWidget(grid)
        self.setFocusProxy(self.rows[0])
        self._stop_at(self.rows[0])

    def _row(self, voice: Voice, choice: Choice, cap: str) -> OneChoice | AnyChoice:
        kind = AnyChoice if self._question.kind in SEVERAL else OneChoice
        row = kind(voice.theme, choice.value, voice.says(choice.phrase), cap)
        row.when_chosen(lambda: self.press(choice.value))
        row.installEventFilter(self)
        return row

    def call(self, name: str, description: str) -> None:
        """Each choice says its own words, and what it answers."""
        self.setAccessibleName(name)
        self.describe(description)

    def describe(self, description: str) -> None:
        words = " ".join(filter(None, (self.accessibleName(), description)))
        for row in self.rows:
            row.setAccessibleDescription(words)

    def value(self) -> Value:
        return self._shown

    def show_value(self, value: Value) -> None:
        self._shown = value
        for row in self.rows:
            row.check(on=row.choice in value)
        first = next((row for row in self.rows if row.isChecked()), self.rows[0])
        self._stop_at(next((row for row in self.rows if row.hasFocus()), first))
        self.setFocusProxy(first)
        if self._track:
            self._track.update()

    def press(self, value: str) -> None:
        """Choose, or take back where several can be chosen; one too many is not chosen at all."""
        wanted = toggled(self._question, self._shown, value)
        most = self._question.at_most
        too_many = self._question.kind in SEVERAL and most is not None and len(wanted) > most
        if too_many:
            self.refused.emit(UserError("At most {most} can be chosen here.", {"most": most}))
            return
        self.show_value(wanted)
        self.answered.emit()

    def eventFilter(self, row: QObject, event: QEvent) -> bool:
        """Keys of the choice in hand, at which Tab stops from then on. They come before those of the window."""
        if event.type() is QEvent.Type.FocusIn:
            self._stop_at(row)
        if not isinstance(event, QKeyEvent) or event.modifiers() & ~_WITH:
            return False
        if event.type() is QEvent.Type.ShortcutOverride and event.text() and event.text() in self._caps:
            event.accept()
            return True
        return event.type() is QEvent.Type.KeyPress and self._heed(row, event)

    def _heed(self, row: QObject, event: QKeyEvent) -> bool:
        """Do what a key asks for; whether it asks for something."""
        if event.key() in _STEPS:
            self._go(row, _STEPS[Qt.Key(event.key())])
            return True
        if event.key() == Qt.Key.Key_Delete:
            self.show_value(())
            self.answered.emit()
            return True
        return self._choose(event.text())

    def _stop_at(self, stop: QObject) -> None:
        for row in self.rows:
            row.take_tab(here=row is stop)

    def _go(self, row: QObject, step: int) -> None:
        place = next(place for place, other in enumerate(self.rows) if other is row) + step
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, key: str) -> bool:
        if not key or key not in self._caps:
            return False
        row = self.rows[self._caps.index(key)]
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.press(row.choice)
        return True


class _Track(QWidget):
    """The line on which a slider stands, above its words; nothing where they are not side by side."""

    def __init__(self, theme: Theme, rows: list[OneChoice | AnyChoice]) -> None:
        super().__init__()
        self._theme, self._rows = theme, rows
        self.setFixedHeight(round(14 * theme.zoom))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if len({row.y() for row in self._rows}) > 1:
            return
        p, y = QPainter(self), self.height() / 2
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        stops = [QPointF(QRectF(row.geometry()).center().x(), y) for row in self._rows]
        at = next((place for place, row in enumerate(self._rows) if row.isChecked()), None)
        self._draw_line(p, stops[0], stops[-1], "rule", 1.5)
        if at is not None:
            self._draw_line(p, stops[0], stops[at], "accent", 3)
        for place, stop in enumerate(stops):
            passed = at is not None and place <= at
            p.setPen(QPen(self._theme.colour("accent" if passed else "rule"), 1.5))
            p.setBrush(self._theme.colour("accent" if passed else "paper"))
            radius = self.height() * (0.45 if place == at else 0.25)
            p.drawEllipse(stop, radius, radius)

    def _draw_line(self, p: QPainter, start: QPointF, end: QPointF, tone: str, width: float) -> None:
        p.setPen(QPen(self._theme.colour(tone), width))
        p.drawLine(start, end)
