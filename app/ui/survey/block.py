"""A question with its help, what takes its answer, and what is to be said about the answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.errors import UserError
from app.mapping.answers import Value
from app.mapping.interview import Place
from app.mapping.survey import Kind, Question
from app.ui.survey import words
from app.ui.survey.field import Field, Voice
from app.ui.theme import Theme
from app.ui.tokens import LEAD, NOTE, L, S
from app.ui.widgets import ALIGN, column, label, line, paint_text, para

GUTTER = 40  # pixels at 100 % in which the id stands
INDENT = 24


def stops_in(root: QWidget) -> Iterator[QWidget]:
    """What the focus may go to in a part of the screen, in the order in which it was made."""
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not widget.focusProxy():
            yield widget


class Part(QWidget):
    """A part of a section, as high as its text wants.

    What belongs to `depth` entries, or `hangs` within some of them from an answer above it, stands to the right of a
    line for each. With `edge` a hairline sets it off from what is above it.
    """

    edge = False

    def __init__(self, theme: Theme, depth: int, *, hangs: int | None) -> None:
        super().__init__()
        self._theme, self._hangs = theme, hangs
        self._levels = depth + (hangs is not None)
        self.left = round(INDENT * theme.zoom) * self._levels
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        if self.edge:
            p.fillRect(QRectF(self.left, 0, self.width() - self.left, 1), self._theme.colour("line"))
        for level in range(self._levels):
            at = round(INDENT * self._theme.zoom * (level + 0.4))
            tone = "accent" if level == self._hangs else "line"
            p.fillRect(QRectF(at, 0, 2, self.height()), self._theme.colour(tone))


class Block(Part):
    """`stored` is the answer on the disk. What is typed and cannot be stored stays, and the remark says why."""

    def __init__(
        self, voice: Voice, question: Question, place: Place, field: Field | None, *, hangs: int | None
    ) -> None:
        super().__init__(voice.theme, len(place.path), hangs=hangs)
        self.question, self.place, self.field, self.voice = question, place, field, voice
        self.words, self.stored = voice.says(question.phrase), Value()
        self._refusal = self._clash = self._said = ""
        self._leads_here = False
        self.id = label(voice.theme, words.shown_id(question), LEAD, tone="ink2")
        self.id.setFixedWidth(round(GUTTER * voice.theme.zoom))
        row = line(self, (self.left, L, 0, L))
        row.addWidget(self.id, 0, ALIGN.AlignTop)
        self._body = column(gap=S)
        row.addLayout(self._body, 1)
        self._lay_out()
        self._under_field = self._body.count()

    def _lay_out(self) -> None:
        theme, help_text = self._theme, words.hint(self.voice, self.question)
        note = self.question.kind is Kind.NOTE
        self._body.addWidget(para(theme, self.words, LEAD, "ink", "regular" if note else "semibold"))
        if help_text:
            self._body.addWidget(para(theme, help_text))
        if self.field:
            self._body.addWidget(self.field)
            self.field.call(self.words, help_text)

    @cached_property
    def remark(self) -> QLabel:
        """Why an answer is not stored, or can no longer stand. Made when there is something to say, as the next is."""
        made = para(self._theme, "", tone="important")
        self._body.insertWidget(self._under_field, made)
        return made

    @cached_property
    def leads(self) -> QLabel:
        made = para(self._theme, self._where(), NOTE, "ink3")
        self._body.addWidget(made)
        return made

    def _where(self) -> str:
        """Where the answer leads, in one line."""
        t = self.voice.t
        return t("Leads to: {where}", where=" · ".join(words.leads(t, self.question)))

    def show_leads(self, *, here: bool) -> None:
        """Say under the question where its answer leads, or not."""
        if self.question.feeds and here != self._leads_here:
            self._leads_here = here
            self.leads.setVisible(here)

    def show_in_hand(self, *, here: bool) -> None:
        paint_text(self.id, self._theme.colour("accent" if here else "ink2"))
        self.id.setFont(self._theme.font(LEAD, "semibold" if here else "regular"))

    # The answer.

    def value(self) -> Value:
        """What is shown; a UserError when it cannot be read."""
        if self.field is None or not self.field.takes:
            return self.stored
        return self.field.value()

    def is_pending(self) -> bool:
        """Whether something else is shown than is on the disk."""
        try:
            return self.value() != self.stored
        except UserError:
            return True

    def keep(self, value: Value) -> None:
        """Take note of the answer on the disk; what is shown and not stored stays."""
        pending, changed = self.is_pending(), value != self.stored
        self.stored = value
        if self.field and changed and not pending:
            self.field.show_value(value)

    def say_refusal(self, sentence: str) -> None:
        """Say beside the question why what is shown is not stored."""
        self._refusal = sentence
        self._say()

    def say_clash(self, sentence: str) -> None:
        """Say that the answer can no longer stand, because another one has changed."""
        self._clash = sentence
        self._say()

    def _say(self) -> None:
        said = self._refusal or self._clash
        if said == self._said:
            return
        self._said = said
        self.remark.setText(said)
        self.remark.setVisible(bool(said))
        if self.field:
            self.field.describe(said or words.hint(self.voice, self.question))
