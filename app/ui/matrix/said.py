"""The line under the table: who said what about the cell in hand, and whether it is worth a talk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.model import Assessment, Assessor, Evidence
from app.ui.flow import FlowLayout
from app.ui.matrix.sheet import Answers, Cell
from app.ui.matrix.words import answer_sign
from app.ui.theme import Theme
from app.ui.tokens import BODY, S
from app.ui.widgets import Button, Icon, label, line
from app.wording.words import assessor_name, evidence_name, reason_name

IN_ORDER: Final = (Assessor.SELF, Assessor.OWNER, Assessor.SUPERVISOR, Assessor.CONSULTANT, Assessor.AGREED)
_APART: Final = " \N{EN QUAD}"


class SaidLine(QWidget):
    """Shows one cell at a time."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._t = t
        self.what = label(theme, "", BODY, "semibold")
        self.who = label(theme, "", BODY, tone="ink2")
        self._talk_icon = Icon(theme, "talk", "important", 16)
        self.talk = label(theme, t("Two levels or more apart: talk it over"), BODY, "semibold", "important")
        self.evidence = Button(theme, t("Evidence and reason"), "link", key="e")
        self.history = Button(theme, t("History"), "link", key="h")
        words = QWidget()
        flow = FlowLayout(words, gap=S)
        for part in (self.what, self.who, self._talk_icon, self.talk):
            flow.addWidget(part)
        row = line(self, gap=S)
        row.addWidget(words, 1)
        row.addWidget(self.history)
        row.addWidget(self.evidence)
        self.show_words("", "")

    def show_cell(self, what: str, answers: Answers, cell: Cell) -> None:
        """Everything said about one person in one need."""
        t = self._t
        said = [clause for a in IN_ORDER if a in answers for clause in self._clauses(answers[a])]
        self._show(what, _APART.join(said) or t("Not answered yet"), talk=cell.discuss, more=bool(said))

    def _clauses(self, answer: Assessment) -> Iterator[str]:
        t = self._t
        yield t("{who} {level}", who=assessor_name(t, answer.assessor), level=answer_sign(answer))
        if answer.evidence is not Evidence.NONE:
            yield evidence_name(t, answer.evidence)
        if answer.reason:
            yield reason_name(t, answer.reason)

    def show_words(self, what: str, words: str) -> None:
        """A sentence in place of answers."""
        self._show(what, words, talk=False, more=False)

    def _show(self, what: str, words: str, *, talk: bool, more: bool) -> None:
        self.what.setText(what)
        self.who.setText(words)
        self.talk.setVisible(talk)
        self._talk_icon.setVisible(talk)
        self.evidence.setEnabled(more)
