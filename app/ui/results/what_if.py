"""What if: somebody leaves, is trained or hired, a card lapses, or a day has come (UX, Results)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.i18n import Translator, sort_key
from app.mapping.plan import Results
from app.mapping.scenario import Scenario
from app.mapping.what_if import what_if
from app.services.mappings import kept_text
from app.ui.flow import empty
from app.ui.forms import add_row, text_of
from app.ui.place import Say
from app.ui.results.outcome import OutcomeView
from app.ui.results.room import GUTTER, Room
from app.ui.results.switches import Switches
from app.ui.section import Section
from app.ui.theme import Theme
from app.ui.tokens import DISPLAY, XL, XXL, L, M, S
from app.ui.widgets import Button, column, label, line, line_edit

if TYPE_CHECKING:
    from app.services.desk import Desk

LEAST_WIDE: Final = 1000
"""Under this width, in pixels at 100 %, what follows stands under what is chosen."""
LEFT_PART: Final = 32
"""What the choices have of a wide page, in hundredths."""


class WhatIf(QWidget):
    """Changes nothing of the mapping; a scenario that was given a name is kept with it."""

    def __init__(
        self, theme: Theme, t: Translator, desk: Desk, results: Results, say: Say, back: Callable[[], None]
    ) -> None:
        super().__init__()
        self._theme, self._t, self._desk, self._say, self._results = theme, t, desk, say, results
        self._scenario = Scenario("", "", desk.today, ())
        self.switches = Switches(theme, t, results.mapping, desk.today)
        self.outcome = OutcomeView(theme, t)
        self._left, self._right = Room(self._choices()), Room(self.outcome)
        page = column(self, (XXL, L, XXL - GUTTER, M))
        page.addLayout(self._head(back))
        page.addSpacing(M)
        self._columns = line(gap=XXL - GUTTER)
        self._columns.addWidget(self._left)
        self._columns.addWidget(self._right)
        page.addLayout(self._columns, 1)
        self.switches.changed.connect(self._take)
        self._take(self._scenario)
        self.setFocusProxy(self.switches.day)

    def _head(self, back: Callable[[], None]) -> QHBoxLayout:
        head = line(margins=(0, 0, GUTTER, 0), gap=M)
        head.addWidget(label(self._theme, self._t("What if?"), DISPLAY, "light"))
        head.addStretch(1)
        self.back = Button(self._theme, self._t("Back to the results"), "link", icon="arrow-left")
        self.back.clicked.connect(back)
        head.addWidget(self.back)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= LEAST_WIDE * self._theme.zoom
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._columns.setStretch(0, LEFT_PART if wide else 0)
        self._columns.setStretch(1, 100 - LEFT_PART if wide else 1)
        for room in (self._left, self._right):
            room.show_whole(whole=not wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back; lists that are open close first, since they get the key before this page."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.click()
        else:
            super().keyPressEvent(event)

    def _choices(self) -> QWidget:
        t, left = self._t, QWidget()
        rows = column(left)
        rows.addWidget(self.switches)
        rows.addSpacing(XL)
        rows.addWidget(Section(self._theme, t("Kept")))
        rows.addSpacing(S)
        self.name = line_edit(self._theme, t("Name"), "")
        add_row(self._theme, rows, t("Name"), self.name)
        self.name.returnPressed.connect(self._keep)
        self.keep = Button(self._theme, t("Keep under this name"), icon="saved")
        self.keep.clicked.connect(self._keep)
        rows.addWidget(self.keep)
        self._kept: QVBoxLayout = column(gap=S)
        rows.addLayout(self._kept)
        rows.addStretch(1)
        return left

    # What is in hand.

    def show_results(self, results: Results) -> None:
        """Show other results; what is in hand stays in hand."""
        self._results = results
        self._show_kept()

    def _take(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self.switches.show_scenario(scenario)
        self._show_kept()

    def _show_kept(self) -> None:
        """The scenarios that are kept, to be taken up or away, and all of them beside what is in hand."""
        empty(self._kept)
        kept = sorted(self._desk.cases.scenarios(self._results.mapping.key), key=lambda s: sort_key(s.name))
        for scenario in kept:
            self._kept.addWidget(self._kept_row(scenario))
        beside = [(s.name, what_if(self._results, s)) for s in kept]
        self.outcome.show_outcomes([(self._t("What if"), what_if(self._results, self._scenario)), *beside])

    def _kept_row(self, scenario: Scenario) -> QWidget:
        t, row = self._t, QWidget()
        parts = line(row)
        take = Button(self._theme, scenario.name, "link", icon="compass")
        take.clicked.connect(partial(self._take_up, scenario))
        drop = Button(self._theme, "", "link", icon="close")
        drop.setAccessibleName(t("Remove: {name}", name=scenario.name))
        drop.setToolTip(drop.accessibleName())
        drop.clicked.connect(partial(self._drop, scenario))
        parts.addWidget(take)
        parts.addStretch(1)
        parts.addWidget(drop)
        return row

    def _take_up(self, scenario: Scenario) -> None:
        self.name.setText(scenario.name)
        self._take(replace(scenario, key="", name=""))

    def _keep(self) -> None:
        """Under a name that is kept already it takes that one's place."""
        name = text_of(self.name)
        if name:
            self._do(lambda: self._keep_as(name), self._t("Kept: {name}", name=name))
            return
        self._say(self._t("Give it a name first."))
        self.name.setFocus()

    def _keep_as(self, name: str) -> None:
        mine, name = self._results.mapping.key, kept_text(name)
        named = (s.key for s in self._desk.cases.scenarios(mine) if s.name == name)
        scenario = replace(self._scenario, key=next(named, uuid4().hex), name=name)
        self._desk.cases.keep_scenario(mine, scenario)

    def _drop(self, scenario: Scenario) -> None:
        self._do(
            lambda: self._desk.cases.drop_scenario(self._results.mapping.key, scenario),
            self._t("Taken away: {name}", name=scenario.name),
        )
        self.name.setFocus()

    def _do(self, act: Callable[[], None], words: str) -> None:
        try:
            act()
        except UserError as error:
            words = self._t.explain(error)
        self._show_kept()
        self._say(words)
