"""The end of a visit: it closes with something agreed, or with the word that nothing more is wanted (V10, KEU-2)."""

from __future__ import annotations

from app.mapping.kept import first_steps
from app.mapping.model import Mapping, Measure
from app.mapping.visit import Outcome
from app.services import visits
from app.ui.stops import PLAN, SURVEY
from app.ui.visit.sheet import Bench, Page

FEEDBACK = f"{SURVEY}#K"


class Closing(Page):
    """What is agreed, the feedback, and the closing, which can be taken back."""

    def __init__(self, bench: Bench, code: str) -> None:
        super().__init__(bench, code)
        t, mapping = bench.t, bench.mapping()
        self.section(t("First action"))
        self.points(self._said(step) for step in first_steps(mapping))
        if not first_steps(mapping):
            self.words(t("No measure is marked as the first step yet."), "ink")
        self.meeting(mapping)
        self.way(t("Plan"), PLAN)
        self.section(t("Feedback"))
        self.words(t("Four questions and one sentence. Turn the screen to the owner."))
        self.way(t("Feedback"), FEEDBACK)
        self.section(t("Close the visit"))
        self._add_closing(mapping)
        self.end()

    def _said(self, step: Measure) -> str:
        t = self._t
        by = t("by {day}", day=t.day(step.deadline)) if step.deadline else ""
        return ", ".join(part for part in (step.what, step.responsible, by) if part)

    def _add_closing(self, mapping: Mapping) -> None:
        t, bench, visit = self._t, self._bench, mapping.visit
        if visit.closed:
            agreed = t("Closed {day}: there is a next step.", day=t.day(visit.closed))
            none = t("Closed {day}: no further service is wanted.", day=t.day(visit.closed))
            self.words(agreed if visit.outcome is Outcome.NEXT_STEP else none, "ink")
            again = t("The visit is open again")
            self.button(t("Open again"), lambda: bench.act(lambda: visits.reopen(bench.desk, bench.key), again))
            return
        self.words(t("It takes one thing agreed: a first step, or the next meeting."))
        self.nothing_more = self.tick(t("No further service is wanted"), on=False)
        self.button(t("Close the visit"), self._close, primary=True, icon="check")

    def _close(self) -> None:
        bench, nothing_more = self._bench, self.nothing_more.isChecked()
        bench.act(
            lambda: visits.close(bench.desk, bench.key, no_further_service=nothing_more), self._t("The visit is closed")
        )
