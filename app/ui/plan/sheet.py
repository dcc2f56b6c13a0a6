"""The plan as a whole: what is in hand, what is known about it, and every change written at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.catalogues.model import Directory
from app.errors import UserError
from app.i18n import Translator
from app.mapping.corpus import Corpus
from app.mapping.model import Mapping, Measure, OptionType, RoleNeed
from app.mapping.plan import Results, measures_for
from app.mapping.ways import Option
from app.services import planning
from app.services.catalogues import OfDirectory, of_directory
from app.services.options import known, ready_offers
from app.services.results import results_of
from app.ui.place import Go, Say
from app.ui.plan import contents
from app.ui.plan.contents import Contents
from app.ui.plan.facts import way
from app.ui.plan.funding import funding
from app.ui.plan.measures import MeasuresModel
from app.ui.plan.meeting import Meeting
from app.ui.plan.page import Deeds, Page
from app.ui.tasks import Runner
from app.ui.theme import Theme
from app.ui.widgets import Ground, Hair, column, line
from app.wording.cards import card_clause
from app.wording.sentences import priority_clause
from app.wording.words import capital

if TYPE_CHECKING:
    from app.services.desk import Desk

Found = tuple[Corpus, OfDirectory, tuple[Option, ...]]
"""Offers as they were made ready, funding routes, and the ways forward found among the offers."""


class PlanSheet(QWidget):
    """Ways forward are looked for off the window's thread, first for the one in hand, then for the others."""

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._t, self._desk, self._key, self._say = t, desk, mapping_key, say
        self._ways: dict[str, tuple[Option, ...]] = {}
        self._offers: Corpus | None = None
        self._directory: Directory | None = None
        self._runner = Runner(self)
        self._load()
        self.in_hand = self._entries[0].key
        self.contents = Contents(theme, t, self._entries, self.choose)
        self.meeting = Meeting(theme, t, desk, mapping_key, say)
        self.model = MeasuresModel(t, desk.today, self._write)
        deeds = Deeds(self.toggle, self._add_own, self._remove, self._fund, self._complain, lambda: go("preview"))
        self.page = Page(theme, t, self.model, deeds)
        self.page.table.moved.connect(self._show_funding)
        row = line(self)
        row.addWidget(self._left(theme))
        row.addWidget(self.page, 1)
        self.setFocusProxy(self.contents)
        self._begin()

    def _left(self, theme: Theme) -> QWidget:
        left = Ground(theme, edges="right")
        left.setFixedWidth(contents.width(theme))
        rows = column(left, (0, 0, 1, 0))
        rows.addWidget(self.contents, 1)
        rows.addWidget(Hair(theme))
        rows.addWidget(self.meeting)
        return left

    def flush(self) -> None:
        self.page.table.flush()
        self.meeting.flush()

    def refresh(self) -> None:
        """Show what the store now holds. Ways forward are looked for anew if what they follow from has changed."""
        known = self._circumstances()
        self._load()
        if self._circumstances() == known:
            self._show_measures()
        else:
            self._begin()

    def _begin(self) -> None:
        self._ways.clear()
        self._basis = self._results
        self._show_all()

    def _circumstances(self) -> Mapping:
        """The mapping without what is written here."""
        mapping = self._results.mapping
        return replace(mapping, measures=(), next_meeting=None, next_meeting_note="", changed=None)

    def is_of(self, found: Results) -> bool:
        """Whether these are the needs and cards that the sheet was built for, in the same order."""
        return self._keys() == [entry.key for entry in contents.entries(self._t, found)]

    def _keys(self) -> list[str]:
        return [entry.key for entry in self._entries]

    def choose(self, key: str) -> None:
        """Take another need or card in hand, if it is there."""
        if key in self._keys() and key != self.in_hand:
            self.page.table.flush()
            self.in_hand = key
            self._show_all()

    def _load(self) -> None:
        self._results = results_of(self._desk, self._desk.cases.load(self._key))
        self._entries = contents.entries(self._t, self._results)

    def _show_all(self) -> None:
        self.page.show_subject(*self._subject())
        self._show_ways()
        self._show_measures()
        self._look()

    def _show_measures(self) -> None:
        """The contents, the meeting and the measures as the store has them; the ways forward stay where they are."""
        self.contents.show_entries(self._entries, self.in_hand)
        self.meeting.show_meeting(self._results.mapping)
        measures = self.measures()
        self.model.show(measures)
        options = self._ways.get(self.in_hand, ())
        self.page.show_measures(measures, [any(planning.is_from(m, o) for m in measures) for o in options])
        self._show_funding()

    def _show_funding(self) -> None:
        """Funding routes for the measure in hand, once they have been read."""
        measure = self._measure_in_hand()
        shown = funding(self._t, self._results, measure, self._directory) if measure and self._directory else None
        self.page.show_funding(shown)

    def _measure_in_hand(self) -> Measure | None:
        """The one on which the cursor of the table stands, else the first."""
        measures, row = self.measures(), max(0, self.page.table.currentIndex().row())
        return measures[row] if row < len(measures) else next(iter(measures), None)

    def measures(self) -> tuple[Measure, ...]:
        """The measures of the one in hand."""
        return measures_for(self._results.mapping, self.in_hand)

    def _subject(self) -> tuple[str, str]:
        """Title of the one in hand, and its role with the reason why it matters."""
        t, mapping = self._t, self._results.mapping
        found = planning.subject(mapping, self.in_hand)
        role = next(r.name for r in mapping.roles if r.key == found.role_key)
        if isinstance(found, RoleNeed):
            score = next(s.score for s in self._results.ranked if s.need.key == found.key)
            clause = priority_clause(t, score)
        else:
            clause = card_clause(t, next(f for f in self._results.fix_first if f.holding.key == found.key))
        return found.name.said(t.language).text, t("{role}. {reason}.", role=role, reason=capital(clause))

    # Ways forward.

    def _look(self) -> None:
        """Look for ways forward of the one in hand, then of one that has none yet. Offers are read once."""
        key = next((k for k in (self.in_hand, *self._keys()) if k not in self._ways), "")
        if not key:
            return
        desk, basis, read = self._desk, self._basis, self._offers

        def work(_job: object) -> Found:
            offers = ready_offers(desk, basis.mapping) if read is None else read
            return offers, of_directory(desk), planning.ways(basis, key, offers, known(desk, basis.mapping))

        self._runner.start(work, lambda found: self._found(basis, key, found), lambda error: self._failed(key, error))

    def _found(self, basis: Results, key: str, found: Found) -> None:
        self._offers, of_both, ways = found
        if self._directory is None:
            self._read(of_both)
        if basis is self._basis:
            self._ways[key] = ways
            if key == self.in_hand:
                self._show_ways()
                self._show_measures()
        self._look()

    def _read(self, found: OfDirectory) -> None:
        """Funding routes are there. An own copy that could not be read is told once."""
        self._directory = found.directory
        for fault in found.faults:
            self._say(self._t.explain(fault))
        self._show_funding()

    def _failed(self, key: str, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        if key == self.in_hand:
            self.page.show_waiting(self._t.explain(error))

    def _show_ways(self) -> None:
        t, options = self._t, self._ways.get(self.in_hand)
        if options is None:
            self.page.show_waiting(t("Looking for offers…"))
            return
        self.page.show_ways([way(t, option, self._desk.today) for option in options])

    # Changes. Each is one transaction; what cannot be done is said, and the place shows what is stored.

    def _try(self, change: Callable[[], object], words: str) -> None:
        try:
            change()
        except UserError as error:
            words = self._t.explain(error)
        self._load()
        self._show_measures()
        self._say(words)

    def toggle(self, place: int) -> None:
        """Put a way forward into the plan, or take it out again."""
        option = self._ways[self.in_hand][place]
        there = next((m for m in self.measures() if planning.is_from(m, option)), None)
        if there:
            self._take_out(there)
            return
        measure = planning.measure_from(self._results.mapping, self.in_hand, option)
        self._put(measure, self._t("Added to the plan: {what}", what=measure.what))

    def _add_own(self, kind: OptionType) -> None:
        measure = planning.own_measure(self._results.mapping, self.in_hand, kind)
        self._put(measure, self._t("Added to the plan: {what}", what=measure.what))
        self.page.table.setFocus()
        self.page.table.begin(len(self.measures()) - 1)

    def _remove(self, row: int) -> None:
        self._take_out(self.measures()[row])

    def _fund(self, code: str) -> None:
        """Choose a funding route for the measure in hand, or leave it without the one it has."""
        measure = self._measure_in_hand()
        route = self._directory.funding.route(code) if self._directory else None
        if measure and route:
            changed = planning.funded(self._results.mapping, measure, route)
            said = self._t("Funding route: {route}", route=changed.funding_route)
            self._put(changed, said if changed.funding_route else self._t("No funding route"))

    def _take_out(self, measure: Measure) -> None:
        words = self._t("Taken out of the plan: {what}", what=measure.what)
        self._try(lambda: self._desk.cases.drop(self._key, measure), words)

    def _put(self, measure: Measure, words: str) -> None:
        changed = planning.changed(self._results.mapping, measure)
        self._try(lambda: self._desk.cases.put(self._key, *changed), words)

    def _write(self, measure: Measure) -> None:
        self._put(measure, self._t("Saved"))

    def _complain(self, error: UserError) -> None:
        self._say(self._t.explain(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit presses the button of a way forward."""
        toggles = self.page.toggles()
        place = int(event.text()) - 1 if event.text() in set("1234") else len(toggles)
        if place < len(toggles):
            toggles[place].click()
        else:
            super().keyPressEvent(event)
