"""The opening of a visit: what happens to the data, how people appear, and the clock (B5, V1)."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup

from app.mapping.model import Mapping, PeopleMode
from app.services import texts, visits
from app.ui.company import said
from app.ui.stops import COMPANY
from app.ui.ticks import Ring, Tick
from app.ui.tokens import XL, XS
from app.ui.visit.ruler import is_running
from app.ui.visit.sheet import Bench, Page
from app.ui.widgets import column, para
from app.wording.words import capital, people_mode_name


class PeopleChoice(Page):
    """How people appear in this mapping, with what each way means (B5)."""

    def __init__(self, bench: Bench, code: str) -> None:
        super().__init__(bench, code)
        self._mapping = bench.mapping()
        self.fill()
        self.end()

    def fill(self) -> None:
        self.add_people(self._mapping)

    def add_people(self, mapping: Mapping) -> None:
        """The four ways; from roles to names, only with the owner's word for it."""
        t, agreed = self._t, mapping.visit.people_mode_confirmed
        remark = t("confirmed {day}", day=t.day(agreed)) if agreed else t("not confirmed yet")
        self.section(t("How people appear"), remark)
        self._group = QButtonGroup(self)
        self.ways: dict[PeopleMode, Ring] = {mode: self._add_way(mode, mapping) for mode in PeopleMode}
        self.words(t("The printed plan speaks of roles only, whatever is chosen here."))
        self.owner: Tick = self.tick(t("The owner agrees that names are written down"), on=False)
        self._group.buttonToggled.connect(lambda *_: self._show_owner(mapping))
        self._show_owner(mapping)
        self.confirm = self.button(t("Confirm how people appear"), self._confirm, icon="check")

    def _add_way(self, mode: PeopleMode, mapping: Mapping) -> Ring:
        way = Ring(self._theme, capital(people_mode_name(self._t, mode)), on=mode is mapping.people_mode)
        meaning = said.people_meaning(self._t, mode)
        way.setAccessibleDescription(meaning)
        if not way.isChecked():
            way.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab enters at the chosen way; Qt moves that along
        self._group.addButton(way)
        words = para(self._theme, meaning)
        words.setContentsMargins(round(XL * self._theme.zoom) + XS, 0, 0, 0)
        together = column()  # closer to each other than to the next way
        together.addWidget(way)
        together.addWidget(words)
        self.rows.addLayout(together)
        return way

    def _chosen(self) -> PeopleMode:
        return next(mode for mode, way in self.ways.items() if way.isChecked())

    def _show_owner(self, mapping: Mapping) -> None:
        from_roles = mapping.people_mode is PeopleMode.ROLES_ONLY
        self.owner.setVisible(from_roles and self._chosen() is PeopleMode.NAMES)

    def _confirm(self) -> None:
        bench, mode = self._bench, self._chosen()
        agrees = self.owner.isChecked()
        bench.act(
            lambda: visits.confirm_people_mode(bench.desk, bench.key, mode, owner_agrees=agrees),
            self._t("Confirmed: {mode}", mode=people_mode_name(self._t, mode)),
        )


class Opening(PeopleChoice):
    """What is said first at the table (V1)."""

    def fill(self) -> None:
        mapping = self._mapping
        self._add_clock(mapping)
        self._add_goal(mapping)
        self.add_people(mapping)
        self._add_notice(mapping)

    def _add_clock(self, mapping: Mapping) -> None:
        t, began = self._t, mapping.visit.began
        self.section(t("The clock"))
        if began is None:
            self.words(t("It shows what is left of the 90 minutes. Nothing is locked when they are over."))
            self.button(t("Start the visit"), self._start, primary=True, icon="clock")
            return
        self.words(t("Started {moment}.", moment=t.said(began.astimezone())), "ink")
        if not is_running(mapping.visit, datetime.now(UTC)) and not mapping.visit.closed:
            self.button(t("Start the clock again"), self._start, icon="clock")

    def _start(self) -> None:
        bench = self._bench
        bench.act(lambda: visits.start(bench.desk, bench.key, datetime.now(UTC)), self._t("The visit has begun"))

    def _add_goal(self, mapping: Mapping) -> None:
        self.section(self._t("Goal"))
        goal = self._t("“{words}”", words=mapping.goal) if mapping.goal else self._t("Nothing is written down yet.")
        self.words(goal, "ink")
        self.way(self._t("Company"), COMPANY)

    def _add_notice(self, mapping: Mapping) -> None:
        t, bench, shown = self._t, self._bench, mapping.visit.notice_shown
        notice = texts.shipped(texts.NOTICE)
        self.section(t("Privacy notice"), t("version {version}", version=notice.version))
        words = t("The privacy notice has been shown, {day}", day=t.day(shown or bench.desk.today))
        self.notice = self.tick(words, on=shown is not None)
        self.notice.toggled.connect(
            lambda on: bench.act(lambda: visits.show_notice(bench.desk, bench.key, shown=on), t("Saved"))
        )
        self.text(t("Privacy notice"), notice.said(mapping.company.service_language))
