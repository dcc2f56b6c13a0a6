"""Everything that was left open, each row leading to where it is done (A1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from app.mapping.due import Since
from app.mapping.interview import Place, Standing, standing
from app.mapping.interview_progress import left_open
from app.mapping.model import Mapping
from app.mapping.visit_steps import step_states
from app.services import due, interviews
from app.ui.stops import SURVEY
from app.ui.tables import STRONG
from app.ui.tokens import L
from app.ui.visit.sheet import Bench, Page
from app.ui.visit.steps import NAMES, TO
from app.ui.wrapping import WrappedRegister

if TYPE_CHECKING:
    from app.i18n import Translator

TO_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A step, what is open in it, and where that is done."""

    step: str
    what: str
    to: str


def open_rows(t: Translator, mapping: Mapping, stand: Standing | None, since: Since) -> Iterator[OpenRow]:
    """Steps that were passed by, each with its questions, in the order of the visit."""
    asked = left_open(stand) if stand else ()
    for state in step_states(mapping, stand, since):
        code = state.step.code
        if code == "A1" or state.state != "left_open":
            continue
        name = f"{code} {t(NAMES[code])}"
        questions = [place for place in asked if stand and _step_of(stand, place) == code]
        if not questions:
            yield OpenRow(name, t("The step is not done."), TO[code])
        for place in questions:
            assert stand
            to = "/".join((f"{SURVEY}#{place.question}", *place.path))
            yield OpenRow(name, _question(t, mapping, stand, place), to)


def _step_of(stand: Standing, place: Place) -> str:
    sections = stand.interview.routing.survey.sections
    return next(s.step for s in sections if any(q.id == place.question for q in s.questions))


def _question(t: Translator, mapping: Mapping, stand: Standing, place: Place) -> str:
    """A question, with the entry it is asked for."""
    interview = stand.interview
    question = interview.routing.questions[place.question]
    words = question.phrase.said(t.language).text
    if not place.path:
        return words
    of = interview.routing.questions[question.per]
    entry = interviews.entry_name(mapping, interview, of, place.path[-1], t.language)
    return t("{entry}: {question}", entry=entry, question=words) if entry else words


class OpenList(Page):
    """A table: Enter or a double click leads to the row's place."""

    def __init__(self, bench: Bench, code: str) -> None:
        super().__init__(bench, code)
        t, mapping = bench.t, bench.mapping()
        interview, since = interviews.running(bench.desk, bench.key), due.since(bench.desk, bench.key)
        stand = standing(interview) if interview else None
        rows = [*open_rows(t, mapping, stand, since)]
        self.rows.addSpacing(L)
        if rows:
            self.rows.addWidget(self._register(rows))
        elif any(state.state == "done" for state in step_states(mapping, stand, since)):
            self.words(t("Nothing is left open."), "ink")
        else:
            self.words(t("Nothing has been done yet, so nothing is left open."), "ink")
        self.end()

    def _register(self, rows: list[OpenRow]) -> WrappedRegister:
        t = self._t
        model = QStandardItemModel(self)
        model.setHorizontalHeaderLabels([t("Step"), t("What is open")])
        for row in rows:
            model.appendRow([_item(row.step, row.to, strong=True), _item(row.what, row.to)])
        self.table = WrappedRegister(self._theme, t("Left open"), whole=True)
        self.table.setModel(model)
        self.table.share((0, 100))
        self.table.activated.connect(self._open)
        self.table.selectRow(0)
        return self.table

    def _open(self, index: QModelIndex) -> None:
        self._bench.go(str(index.data(TO_ROLE)))


def _item(words: str, to: str, *, strong: bool = False) -> QStandardItem:
    item = QStandardItem(words)
    item.setData(to, TO_ROLE)
    item.setData(strong, STRONG)
    item.setToolTip(words)
    return item
