"""A path of several steps for the need in hand, across colleges where it must be (brief, JOE-1)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.mapping.paths import Step
from app.mapping.ways import Option
from app.services import planning
from app.ui.plan.facts import way
from app.ui.plan.finding import option_on
from app.ui.plan.panel import Hands, InHand, toggled
from app.ui.plan.way_list import WayList
from app.ui.theme import Theme
from app.ui.tokens import M
from app.ui.widgets import Button, column, para
from app.wording.offers import provider_type_name


class Steps(QWidget):
    """The steps in their order; each is put into the plan alone or with the others."""

    def __init__(self, theme: Theme, t: Translator, hands: Hands) -> None:
        super().__init__()
        self._t, self._hands = t, hands
        self._now: InHand | None = None
        self._path: tuple[Step, ...] = ()
        self._options: tuple[Option, ...] = ()
        self.add = Button(theme, t("Add all steps to the plan"), icon="plus")
        self.add.clicked.connect(self._add_all)
        self.list = WayList(theme, t, self._toggle)
        rows = column(self, gap=M)
        rows.addWidget(para(theme, t("No single offer leads all the way: each step builds on the one before it.")))
        rows.addWidget(self.add)
        rows.addWidget(self.list)
        rows.addStretch(1)
        self.setFocusProxy(self.add)

    def flush(self) -> None:
        """Nothing is written here."""

    def show_in_hand(self, now: InHand) -> None:
        """Show another path, or what has become of the same one."""
        self._now = now
        if now.path != self._path:
            self._path = now.path
            self._options = tuple(option_on(now.results, now.key, step.match) for step in now.path)
            ways = [way(self._t, option, now.results.today) for option in self._options]
            numbered = [replace(of, kind=self._said(step, of.kind)) for step, of in zip(now.path, ways, strict=True)]
            self.list.show_ways(numbered, [self._climb(step) for step in now.path], after=self.add)
        there = [now.measure_from(now.key, option) is not None for option in self._options]
        self.list.show_chosen(there)
        self.add.setEnabled(not all(there))

    def _said(self, step: Step, kind: str) -> str:
        """ "Step 2 of 3: qualification unit, vocational college"."""
        school = provider_type_name(self._t, step.offer.provider_type) if step.offer.provider_type else ""
        said = ", ".join(filter(None, (kind, school)))
        return self._t("Step {n} of {of}: {kind}", n=step.number, of=len(self._path), kind=said)

    def _climb(self, step: Step) -> str:
        """From where to where a step leads, as far as its offer says so."""
        low, high = step.offer.level_from, step.offer.level_to
        return "" if low is None or high is None else self._t("From level {low} to level {high}.", low=low, high=high)

    def _toggle(self, place: int) -> None:
        if self._now:
            toggled(self._now, self._hands, self._now.key, self._options[place])

    def _add_all(self) -> None:
        """The steps that are not in the plan yet, in their order."""
        if now := self._now:
            pairs = zip(self._path, self._options, strict=True)
            left = [step for step, option in pairs if not now.measure_from(now.key, option)]
            self._hands.add(planning.measures_from(now.results.mapping, now.key, left))
