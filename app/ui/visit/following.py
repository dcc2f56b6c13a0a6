"""Looking at a plan again: what became of each measure, whether it helped, and what became of the levels (A7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.mapping.followups import FollowUp
from app.mapping.trend import Movement
from app.services import followups, versions, visits
from app.services.visits import Ahead
from app.ui.stops import MATRIX
from app.ui.tabs import TextTabs
from app.ui.visit.hindsight import HindsightRows
from app.ui.visit.looking import MeasureRows, stored
from app.ui.visit.notes import FollowUpNotes
from app.ui.visit.sheet import Bench, Page
from app.wording.due import days_clause
from app.wording.words import capital

if TYPE_CHECKING:
    from app.services.desk import Desk

IN_HAND = "follow-up"
OPTIONAL = visits.FOLLOW_UPS[1]


class FollowUpPage(Page):
    """One follow-up in hand; before a plan is approved, the days they would be on."""

    def __init__(self, bench: Bench, code: str) -> None:
        super().__init__(bench, code)
        self.notes: FollowUpNotes | None = None
        self._mapping = bench.mapping()
        found = bench.desk.cases.follow_ups(bench.key)
        if found:
            self._add_follow_ups(found)
        else:
            self._add_days(visits.ahead(self._mapping))
        self._add_levels()
        self.end()

    def flush(self) -> None:
        if self.notes:
            self.notes.flush()

    def _add_days(self, found: Ahead | None) -> None:
        t = self._t
        self.section(t("Days to look again"))
        self.words(t("Follow-ups are set when the plan is approved."), "ink")
        for months, day in zip(visits.FOLLOW_UPS, found.follow_ups if found else (), strict=bool(found)):
            words = t.n("{n} month: {day}", "{n} months: {day}", months, day=t.day(day))
            self.words(t("{words} (optional)", words=words) if months == OPTIONAL else words, "ink")
        self.way(t("Plan meeting"), "visit#A6")

    def _add_follow_ups(self, found: Sequence[FollowUp]) -> None:
        t, kept = self._t, self._bench.kept
        open_ones = [f for f in found if not f.done_on] or found[-1:]
        self.in_hand = next((f for f in found if f.key == kept.get(IN_HAND)), open_ones[0])
        self.section(t("Days to look again"))
        several = len({f.version for f in found}) > 1
        tabs = [(f.key, self._name(f, several=several)) for f in found]
        self.tabs = TextTabs(self._theme, t("Days to look again"), tabs, self.in_hand.key)
        self.tabs.chosen.connect(self._take)
        self.rows.addWidget(self.tabs)
        self._add_in_hand()

    def _name(self, found: FollowUp, *, several: bool) -> str:
        t = self._t
        words = t.n("{n} month", "{n} months", found.months)
        words = t("{words} (optional)", words=words) if found.months == OPTIONAL else words
        return t("{words}, version {number}", words=words, number=found.version) if several else words

    def _take(self, key: str) -> None:
        """Take another in hand, unless what was written of this one would be lost."""
        if key == self.in_hand.key:
            return
        if self._refused():
            self.tabs.choose(self.in_hand.key)
            return
        self._bench.kept[IN_HAND] = key
        self._bench.anew()

    def _refused(self) -> bool:
        """Whether something that is written cannot be kept; it has been said why."""
        self.flush()
        return bool(self.notes and self.notes.refused)

    def _add_in_hand(self) -> None:
        t, bench, found = self._t, self._bench, self.in_hand
        day = t.day(found.done_on or found.due)
        when = capital(days_clause(t, (found.due - bench.desk.today).days))
        self.words(t("Held {day}.", day=day) if found.done_on else t("{when}: {day}", when=when, day=day), "ink")
        self.measures = MeasureRows(bench, self._mapping, found)
        self.rows.addWidget(self.measures)
        self.notes = FollowUpNotes(bench, found)
        self.rows.addWidget(self.notes)
        if found.done_on:
            self.button(t("Open again"), self._reopen)
        else:
            self.button(t("It has been held"), self._hold, primary=True, icon="check")

    def _hold(self) -> None:
        self._act(followups.hold, self._t("The follow-up is kept"))

    def _reopen(self) -> None:
        self._act(followups.reopen, self._t("The follow-up is open again"))

    def _act(self, change: Callable[[Desk, str, FollowUp], object], done: str) -> None:
        """Change the one in hand, with what was just written of it; it stays in hand."""
        bench = self._bench
        if not self._refused():
            bench.kept[IN_HAND] = self.in_hand.key
            bench.act(lambda: change(bench.desk, bench.key, stored(bench, self.in_hand.key)), done)

    def _add_levels(self) -> None:
        t, bench = self._t, self._bench
        since = versions.since_last(bench.desk, bench.key)
        agreed = {a.need_key for a in self._mapping.agreed}
        told = [m for m in since.movements if m.need.key in agreed or m.change] if since else []
        told = [m for m in told if m.level_before is not None and m.level_after is not None]
        remark = t("since {day}", day=t.day(since.approval.approved_on)) if since and told else ""
        self.section(t("What has become of the levels"), remark)
        self._tell_levels(told)
        self.words(t("Assess only the competences that were agreed, and ask for feedback."))
        self.way(t("Present levels"), MATRIX)

    def _tell_levels(self, told: Sequence[Movement]) -> None:
        if not told:
            self.words(self._t("There is nothing to set beside the levels yet."), "ink")
            return
        self.hindsight = HindsightRows(self._bench, told)
        self.rows.addWidget(self.hindsight)
