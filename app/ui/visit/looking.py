"""The measures of a plan when it is looked at again: how far each is, and whether it helped (KSO-1)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n import mark
from app.mapping.followups import FollowUp, MeasureThen
from app.mapping.model import Mapping, Measure, MeasureStatus
from app.services import followups
from app.ui.tokens import BODY, NOTE, XS, M, S
from app.ui.visit.sheet import Bench
from app.ui.widgets import ChoiceBox, column, label, para
from app.wording.due import names_of
from app.wording.versions import measure_title
from app.wording.words import capital, status_name

HELPED: Final = ((mark("Not asked"), None), (mark("It helped"), True), (mark("It did not help"), False))
WHAT, STATE, HELP = range(3)


def stored(bench: Bench, key: str) -> FollowUp:
    """A follow-up as the store has it."""
    return next(f for f in bench.desk.cases.follow_ups(bench.key) if f.key == key)


class MeasureRows(QWidget):
    """A row for each measure. Once a follow-up has been held, it shows how far each was then."""

    def __init__(self, bench: Bench, mapping: Mapping, follow_up: FollowUp) -> None:
        super().__init__()
        self._bench, self._theme, self._t, self._follow_up = bench, bench.theme, bench.t, follow_up
        self.states: dict[str, ChoiceBox] = {}
        self.helped: dict[str, ChoiceBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, S, 0, M)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(S)
        self._grid.setColumnStretch(WHAT, 1)
        self._build(mapping)

    def _build(self, mapping: Mapping) -> None:
        t = self._t
        if not mapping.measures:
            self._grid.addWidget(para(self._theme, t("The plan has no measures yet.")), 0, WHAT)
            return
        names = names_of(t, mapping)
        for place, words in enumerate((t("Measure"), t("State"), t("Did it help?"))):
            self._grid.addWidget(label(self._theme, words, NOTE, "semibold", "ink2"), 0, place)
        for row, measure in enumerate(mapping.measures, 1):
            self._add(row, measure, measure_title(t, measure, names))

    def _add(self, row: int, measure: Measure, title: str) -> None:
        t = self._t
        then = next((m for m in self._follow_up.measures if m.measure_key == measure.key), None)
        self._grid.addWidget(self._what(measure, title), row, WHAT)
        if self._follow_up.done_on:
            said = status_name(t, then.status) if then else t("not there yet")
            self._grid.addWidget(label(self._theme, capital(said)), row, STATE)
        else:
            self._grid.addWidget(self._state(measure, title), row, STATE)
        self._grid.addWidget(self._help(measure, title, then), row, HELP)

    def _what(self, measure: Measure, title: str) -> QWidget:
        t = self._t
        by = t("by {day}", day=t.day(measure.deadline)) if measure.deadline else ""
        shown = QWidget()
        rows = column(shown, gap=XS)
        rows.addWidget(para(self._theme, title, BODY, "ink"))
        if who := ", ".join(filter(None, (measure.responsible, by))):
            rows.addWidget(para(self._theme, who, NOTE))
        return shown

    def _state(self, measure: Measure, title: str) -> ChoiceBox:
        box = ChoiceBox(self._theme, self._t("{what}: state", what=title))
        for status in MeasureStatus:
            box.addItem(capital(status_name(self._t, status)), status.value)
        box.setCurrentIndex(box.findData(measure.status.value))
        box.activated.connect(lambda _row: self._set_state(measure, MeasureStatus(box.currentData())))
        self.states[measure.key] = box
        return box

    def _help(self, measure: Measure, title: str, then: MeasureThen | None) -> ChoiceBox:
        box = ChoiceBox(self._theme, self._t("{what}: did it help?", what=title))
        for words, value in HELPED:
            box.addItem(self._t(words), value)
        box.setCurrentIndex([value for _words, value in HELPED].index(then.helped if then else None))
        box.activated.connect(lambda row: self._set_help(measure, HELPED[row][1]))
        self.helped[measure.key] = box
        return box

    def _set_state(self, measure: Measure, status: MeasureStatus) -> None:
        bench = self._bench
        now = next(m for m in bench.mapping().measures if m.key == measure.key)
        bench.keep(lambda: bench.desk.cases.put(bench.key, replace(now, status=status)))

    def _set_help(self, measure: Measure, helped: bool | None) -> None:  # noqa: FBT001 - one of three values of a list
        bench, found = self._bench, stored(self._bench, self._follow_up.key)
        bench.keep(lambda: followups.rate(bench.desk, bench.key, found, measure.key, helped=helped))
