"""After the visit: the meeting on the plan, the follow-ups and the record (A6–A8), as they are done by hand."""

from __future__ import annotations

from app.services import visits
from app.services.visits import Ahead
from app.ui.stops import PLAN, PREVIEW
from app.ui.visit.sheet import Bench, Page


class PlanMeeting(Page):
    """The owner approves the plan (A6)."""

    def __init__(self, bench: Bench, code: str) -> None:
        super().__init__(bench, code)
        t, mapping = bench.t, bench.mapping()
        self.section(t("Next meeting"))
        day = mapping.next_meeting
        self.words(t.day(day) if day else t("No day is agreed yet."), "ink")
        self.way(t("Plan"), PLAN)
        self.section(t("By hand for now"))
        self.points(
            (
                t("Send the plan as PDF at least two days before."),
                t("Read the priorities aloud and ask of each: is this still so?"),
                t("See to it that each measure has a responsible person and a day."),
                t("Save the approved plan under a name with its date. It stays as it was; the mapping may go on."),
            )
        )
        self.way(t("The plan on paper"), PREVIEW)
        self.end()


class FollowUp(Page):
    """Days to look again, counted from the closing (A7)."""

    def __init__(self, bench: Bench, code: str) -> None:
        super().__init__(bench, code)
        t, found = bench.t, visits.ahead(bench.mapping())
        self.section(t("Days to look again"))
        if found:
            self._add_days(found)
        else:
            self.words(t("They count from the day the visit is closed."), "ink")
            self.way(t("Close the visit"), "visit#V10")
        self.section(t("By hand for now"))
        self.points(
            (
                t("Write the days in your calendar. Kartturi does not remind of them."),
                t("Go through the status of each measure in the plan."),
                t("Assess only the competences that were agreed, and ask for feedback."),
            )
        )
        self.way(t("Plan"), PLAN)
        self.end()

    def _add_days(self, found: Ahead) -> None:
        t = self._t
        for months, day in zip(visits.FOLLOW_UPS, found.follow_ups, strict=True):
            words = t.n("{n} month: {day}", "{n} months: {day}", months, day=t.day(day))
            self.words(t("{words} (optional)", words=words) if months == visits.FOLLOW_UPS[1] else words, "ink")


class Record(Page):
    """What is kept, till when, and who goes on (A8)."""

    def __init__(self, bench: Bench, code: str) -> None:
        super().__init__(bench, code)
        t, found = bench.t, visits.ahead(bench.mapping())
        self.section(t("How long it is kept"))
        if found:
            self.words(t("Levels of people: until {day} at the latest.", day=t.day(found.people_until)), "ink")
            self.words(t("Plan by roles: until {day} at the latest.", day=t.day(found.plan_until)), "ink")
        else:
            self.words(t("The days count from the day the visit is closed."), "ink")
            self.way(t("Close the visit"), "visit#V10")
        self.section(t("By hand for now"))
        self.points(
            (
                t("Write these days in your calendar. A company is removed on the start screen, from the copies too."),
                t("Note the needs that others should know of as quick signals: they name no company."),
                t("Hand over with the plan as PDF, and tell the owner who goes on."),
            )
        )
        self.end()
