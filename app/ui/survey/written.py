"""Questions that are answered by writing: texts, numbers and dates."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from app.mapping.answers import Value
from app.mapping.interview_values import LONGEST_TEXT
from app.mapping.survey import Kept, Question
from app.ui.days import EXAMPLE
from app.ui.paragraph import Paragraph
from app.ui.survey.choice import OneChoice
from app.ui.survey.field import Field, Voice
from app.ui.survey.months import read_date, read_number, written_date, written_number
from app.ui.tokens import NOTE, XS, S
from app.ui.widgets import column, label, line, line_edit

ONE_LINE = 200
"""Characters up to which an answer has one line."""
NEAR = 20
"""Characters left from which a line says how many."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextField(Field):
    """A text in one line, or in three; how much of the limit is left stands under it."""

    def __init__(self, voice: Voice, question: Question) -> None:
        super().__init__()
        self._t, self._most = voice.t, question.at_most or LONGEST_TEXT
        self._short = self._most <= ONE_LINE or question.kept_as is Kept.BUSINESS_ID
        self.edit = line_edit(voice.theme, "") if self._short else _Paragraph(voice.theme)
        self.edit.textChanged.connect(self._show_left)
        self.left = label(voice.theme, "", NOTE, tone="ink3")
        self.left.setAlignment(Qt.AlignmentFlag.AlignRight)
        rows = column(self, gap=XS)
        rows.addWidget(self.edit)
        rows.addWidget(self.left)
        self.typed = (self.edit,)
        self.setFocusProxy(self.edit)
        self._show_left()

    def _text(self) -> str:
        return self.edit.text() if isinstance(self.edit, QLineEdit) else self.edit.toPlainText()

    def value(self) -> Value:
        text = self._text().strip()
        return (text,) if text else ()

    def show_value(self, value: Value) -> None:
        text = value[0] if value else ""
        if isinstance(self.edit, QLineEdit):
            self.edit.setText(text)
        else:
            self.edit.setPlainText(text)

    def _show_left(self) -> None:
        left = self._most - len(self._text().strip())
        over = self._t.n("{n} character too many", "{n} characters too many", -left) if left < 0 else ""
        self.left.setText(over or self._t.n("{n} character left", "{n} characters left", left))
        self.left.setVisible(not self._short or left <= NEAR)


class _Paragraph(Paragraph):
    """Enter goes on to the next question, with Shift it begins a new line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class NumberField(Field):
    """A number; where a word can stand for it, the word is beside it."""

    def __init__(self, voice: Voice, question: Question) -> None:
        super().__init__()
        self._language = voice.t.language
        self.edit = line_edit(voice.theme, "")
        self.edit.setFixedWidth(round(112 * voice.theme.zoom))
        self.edit.textEdited.connect(lambda: self._choose(""))
        self.words = [OneChoice(voice.theme, c.value, voice.says(c.phrase), "") for c in question.choices]
        row = line(self, gap=S)
        row.addWidget(self.edit)
        for word in self.words:
            word.when_chosen(partial(self._press, word.choice))
            word.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
            row.addWidget(word)
        row.addStretch(1)
        self.typed = (self.edit,)
        self.setFocusProxy(self.edit)

    def call(self, name: str, description: str) -> None:
        super().call(name, description)
        for word in self.words:
            word.setAccessibleDescription(name)

    def value(self) -> Value:
        chosen = next(((word.choice,) for word in self.words if word.isChecked()), ())
        return chosen or read_number(self.edit.text())

    def show_value(self, value: Value) -> None:
        word = value[0] if value and any(word.choice == value[0] for word in self.words) else ""
        self._choose(word)
        self.edit.setText("" if word else written_number(value, self._language))

    def _choose(self, chosen: str) -> None:
        for word in self.words:
            word.check(on=word.choice == chosen)

    def _press(self, chosen: str) -> None:
        self.show_value((chosen,))
        self.answered.emit()


class DateField(Field):
    """A day, or a month with its year."""

    def __init__(self, voice: Voice, question: Question, today: date) -> None:
        super().__init__()
        self._question, self._today = question, today
        t = self._t = voice.t
        example = t("such as 5/2027") if question.month else t("such as {example}", example=t.day(EXAMPLE))
        self.edit = line_edit(voice.theme, "", hint=example)
        self.edit.setFixedWidth(round(168 * voice.theme.zoom))
        row = line(self)
        row.addWidget(self.edit)
        row.addStretch(1)
        self.typed = (self.edit,)
        self.setFocusProxy(self.edit)

    def value(self) -> Value:
        return read_date(self._question, self.edit.text(), self._today)

    def show_value(self, value: Value) -> None:
        self.edit.setText(written_date(self._t, value))
