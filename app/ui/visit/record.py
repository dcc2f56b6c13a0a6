"""What is kept and till when, what is passed on, what the owner said, and who goes on (A8)."""

from __future__ import annotations

from typing import Any

from app.i18n import Translator, mark
from app.mapping.due import ball, stage
from app.services import due, feedback, visits
from app.services.feedback import Average
from app.ui.preview.papers import CALENDAR
from app.ui.stops import PREVIEW
from app.ui.tasks import Runner
from app.ui.visit.closing import FEEDBACK
from app.ui.visit.sheet import Bench, Page
from app.ui.widgets import para
from app.wording.due import ball_name, stage_name


class Record(Page):
    """Averages over all companies are reckoned off the window's thread."""

    def __init__(self, bench: Bench, code: str) -> None:
        super().__init__(bench, code)
        self._runner = Runner(self)
        self._add_case()
        self._add_keeping()
        self._add_passing_on()
        self._add_feedback()
        self.end()

    def _add_case(self) -> None:
        t, bench, mapping = self._t, self._bench, self._bench.mapping()
        at = stage(mapping, due.since(bench.desk, bench.key), bench.desk.today)
        self.section(t("How far the case is"))
        self.words(t("State: {state}.", state=stage_name(t, at)), "ink")
        self.words(t("Next to act: {who}.", who=ball_name(t, ball(mapping, at))), "ink")
        closed = mapping.visit.closed
        if closed:
            self.words(t("The visit was closed {day}.", day=t.day(closed)), "ink")
        else:
            self.way(t("Close the visit"), "visit#V10")

    def _add_keeping(self) -> None:
        t, found = self._t, visits.ahead(self._bench.mapping())
        self.section(t("How long it is kept"))
        if found:
            self.words(t("Levels of people: until {day} at the latest.", day=t.day(found.people_until)), "ink")
            self.words(t("Plan by roles: until {day} at the latest.", day=t.day(found.plan_until)), "ink")
            self.words(t("A company is removed on the start screen, from the copies too."))
        else:
            self.words(t("The days count from the day the visit is closed."), "ink")

    def _add_passing_on(self) -> None:
        t = self._t
        self.section(t("To pass on"))
        self.words(t("Agreed needs that no offer fits go to those who plan training. The paper names no company."))
        self.way(t("Needs without an offer"), f"{PREVIEW}#unmet")
        self.words(t("Note other needs that others should know of as quick signals: they name no company."))
        self.words(t("Deadlines, cards that end, meetings and follow-ups go into a calendar as a file."))
        self.way(t("Calendar"), f"{PREVIEW}#{CALENDAR}")
        self.words(t("Hand over with the plan as PDF, and tell the owner who goes on."))
        self.way(t("The plan on paper"), f"{PREVIEW}#plan")

    def _add_feedback(self) -> None:
        t, desk = self._t, self._bench.desk
        given = {a.question for a in self._bench.mapping().answers if a.value} & {*feedback.QUESTIONS}
        self.section(t("Feedback"))
        of = len(feedback.QUESTIONS)
        self.words(t("{n} of {of} questions are answered.", n=len(given), of=of), "ink")
        if len(given) < of:
            self.way(t("Feedback"), FEEDBACK)
        self.averages = para(self._theme, t("Reckoning the averages …"))
        self.rows.addWidget(self.averages)
        self._runner.start(lambda _job: feedback.averages(desk), self._tell_averages, _fail)

    def _tell_averages(self, found: Any) -> None:
        self.averages.setText("\n".join(averages_told(self._t, found)))


def averages_told(t: Translator, found: tuple[Average, ...]) -> list[str]:
    """Averages of all companies as lines; too few voices are counted and say nothing."""
    told = [_line(t, one) for one in found if one.average is not None]
    least = max((one.least for one in found), default=0)
    few = t("Averages of all companies are shown from {n} companies on that have answered.", n=least)
    return [t("Averages of all companies:"), *told] if told else [few]


def _line(t: Translator, one: Average) -> str:
    assert one.average is not None
    if not one.months:
        values = {"question": one.text.said(t.language).text, "average": t.number(one.average, 1)}
        return t.n("{question} {average} ({n} company)", "{question} {average} ({n} companies)", one.voices, **values)
    words = {
        "happened": mark("Measures done after {months} months: {share} ({n} companies)"),
        "helped": mark("Measures that helped, after {months} months: {share} ({n} companies)"),
    }[one.asked]
    return t(words, months=one.months, share=t.percent(one.average), n=one.voices)


def _fail(error: BaseException) -> None:
    """What is stored can be read, or the program is broken: that is for whoever reports it."""
    raise error
