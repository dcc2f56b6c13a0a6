"""The plan as a whole: what is in hand, what is known about it, and every change written at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import Mapping, Measure, OptionType, RoleNeed
from app.mapping.plan import Results, measures_for
from app.services import planning
from app.services.catalogues import OfDirectory
from app.services.results import results_of
from app.ui.place import Go, Say
from app.ui.plan import contents
from app.ui.plan.aside import Aside, Kind
from app.ui.plan.contents import Contents
from app.ui.plan.decided import summary
from app.ui.plan.facts import way
from app.ui.plan.funding import funding
from app.ui.plan.looking import Looking
from app.ui.plan.measures import MeasuresModel
from app.ui.plan.meeting import Meeting
from app.ui.plan.page import Deeds, Page
from app.ui.plan.panel import Hands, InHand
from app.ui.theme import Theme
from app.ui.trying import refusal
from app.ui.widgets import NO_LIMIT, Ground, Hair, column, line
from app.wording.cards import card_clause
from app.wording.sentences import priority_clause
from app.wording.words import capital

if TYPE_CHECKING:
    from app.services.desk import Desk

DRAWER: Final = 430  # pixels at 100 %, as is the next
BESIDE: Final = 560
"""The page is no narrower with the drawer beside it."""


class PlanSheet(QWidget):
    """Ways forward are looked for off the window's thread, first for the one in hand, then for the others."""

    def __init__(self, theme: Theme, t: Translator, desk: Desk, mapping_key: str, say: Say, go: Go) -> None:
        super().__init__()
        self._t, self._desk, self._key, self._say = t, desk, mapping_key, say
        self._theme, self._looking = theme, Looking(self, desk)
        self._looking.found.connect(self._found)
        self._looking.changed.connect(self._show_all)
        self._looking.failed.connect(self._failed)
        self._looking.read.connect(self._read)
        self._load()
        self.in_hand = self._entries[0].key
        self.contents = Contents(theme, t, self._entries, self.choose)
        self.meeting = Meeting(theme, t, desk, mapping_key, say)
        self.model = MeasuresModel(t, desk.today, self._write)
        deeds = Deeds(
            self.toggle,
            self._add_own,
            self._remove,
            self._fund,
            complain=lambda error: say(t.explain(error)),
            preview=lambda: go("preview"),
            beside=self._open_beside,
        )
        self.page = Page(theme, t, self.model, deeds)
        self.page.table.moved.connect(self._show_measure)
        self.aside = Aside(theme, t, desk, Hands(self._add, self._take_out, self._write))
        self.aside.turned.connect(self._make_room)
        row = line(self)
        row.addWidget(self._left(theme))
        row.addWidget(self.page, 1)
        row.addWidget(self.aside)
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
        self.aside.flush()

    def refresh(self) -> None:
        """Show what the store now holds. Ways forward are looked for anew if what they follow from has changed."""
        known = self._circumstances()
        self._load()
        if self._circumstances() == known:
            self._show_measures()
        else:
            self._begin()

    def _begin(self) -> None:
        self._basis = self._results
        self._looking.begin(self._basis)
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
        options = self._looking.ways.get(self.in_hand, ())
        self.page.show_measures(measures, [any(planning.is_from(m, o) for m in measures) for o in options])
        self._show_measure()

    def _show_measure(self) -> None:
        """Funding routes for the measure in hand, once they have been read, and how far it is decided on."""
        measure, directory = self._measure_in_hand(), self._looking.directory
        self.page.show_funding(funding(self._t, self._results, measure, directory) if measure and directory else None)
        told = summary(self._t, measure, self._desk.today) if measure else ""
        self.page.show_decided(told, measure.what if measure else "")
        self.aside.show_in_hand(self._now())

    def _now(self) -> InHand:
        looking, path = self._looking, self._looking.paths.get(self.in_hand, ())
        measure = self._measure_in_hand()
        return InHand(self._results, self._basis, self.in_hand, measure, path, looking.offers, looking.directory)

    def _open_beside(self, kind: Kind) -> None:
        self.page.table.flush()
        self.aside.open_panel(kind, self._now())

    def _make_room(self) -> None:
        """The drawer stands beside the page, or in its place where there is no room for both."""
        zoom, is_open = self._theme.zoom, self.aside.kind is not None
        room = self.width() - contents.width(self._theme)
        beside = room >= round((DRAWER + BESIDE) * zoom)
        self.page.setVisible(beside or not is_open)
        self.aside.setMinimumWidth(round(DRAWER * zoom) if beside else 0)
        self.aside.setMaximumWidth(round(DRAWER * zoom) if beside else NO_LIMIT)

    def event(self, event: QEvent) -> bool:
        """Whoever comes back to the window may have imported offers elsewhere."""
        if event.type() == QEvent.Type.WindowActivate:
            self._looking.look_again()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)

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
        """Look for ways forward of the one in hand, then of one that has none yet."""
        self._looking.look((self.in_hand, *self._keys()))

    def _found(self, key: str) -> None:
        if key == self.in_hand:
            self._show_ways()
            self._show_measures()
        self._look()

    def _read(self, found: OfDirectory) -> None:
        """Funding routes are there. An own copy that could not be read is told once."""
        for fault in found.faults:
            self._say(self._t.explain(fault))
        self._show_measure()

    def _failed(self, key: str, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        if key == self.in_hand:
            self.page.show_waiting(self._t.explain(error))

    def _show_ways(self) -> None:
        t, options = self._t, self._looking.ways.get(self.in_hand)
        self.page.show_path(there=bool(self._looking.paths.get(self.in_hand)))
        if options is None:
            self.page.show_waiting(t("Looking for offers…"))
            return
        self.page.show_ways([way(t, option, self._desk.today) for option in options])

    # Changes. Each is one transaction; what cannot be done is said, and the place shows what is stored.

    def _try(self, change: Callable[[], object], words: str) -> None:
        refused = refusal(self._t, change)
        self._load()
        self._show_measures()
        self._say(refused or words)

    def toggle(self, place: int) -> None:
        """Put a way forward into the plan, or take it out again."""
        option = self._looking.ways[self.in_hand][place]
        there = next((m for m in self.measures() if planning.is_from(m, option)), None)
        if there:
            self._take_out([there])
            return
        measure = planning.measure_from(self._results.mapping, self.in_hand, option)
        self._put(measure, self._t("Added to the plan: {what}", what=measure.what))

    def _add_own(self, kind: OptionType) -> None:
        measure = planning.own_measure(self._results.mapping, self.in_hand, kind)
        self._put(measure, self._t("Added to the plan: {what}", what=measure.what))
        self.page.table.setFocus()
        self.page.table.begin(len(self.measures()) - 1)

    def _remove(self, row: int) -> None:
        self._take_out([self.measures()[row]])

    def _fund(self, code: str) -> None:
        """Choose a funding route for the measure in hand, or leave it without the one it has."""
        measure, directory = self._measure_in_hand(), self._looking.directory
        route = directory.funding.route(code) if directory else None
        if measure and route:
            changed = planning.funded(self._results.mapping, measure, route)
            said = self._t("Funding route: {route}", route=changed.funding_route)
            self._put(changed, said if changed.funding_route else self._t("No funding route"))

    def _add(self, measures: Sequence[Measure]) -> None:
        words = self._t("Added to the plan: {what}", what=self._t.listed(each.what for each in measures))
        self._try(lambda: self._desk.cases.put(self._key, *measures), words)

    def _take_out(self, measures: Sequence[Measure]) -> None:
        words = self._t("Taken out of the plan: {what}", what=self._t.listed(each.what for each in measures))
        self._try(lambda: self._desk.cases.drop(self._key, *measures), words)

    def _put(self, measure: Measure, words: str) -> None:
        changed = planning.changed(self._results.mapping, measure)
        self._try(lambda: self._desk.cases.put(self._key, *changed), words)

    def _write(self, measure: Measure) -> None:
        self._put(measure, self._t("Saved"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit presses the button of a way forward."""
        toggles = self.page.toggles()
        place = int(event.text()) - 1 if event.text() in set("1234") else len(toggles)
        if place < len(toggles):
            toggles[place].click()
        else:
            super().keyPressEvent(event)
