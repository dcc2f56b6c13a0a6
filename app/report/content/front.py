"""Page 1: the goal, what to do first, what to put right now, what was agreed, and when we meet again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from app.i18n import Translator
from app.mapping.model import MAX_AGREED, Band, Measure
from app.mapping.plan import Results, first_action
from app.mapping.risks import Risk, RiskKind, rests_on_one
from app.mapping.scoring import NeedScore
from app.report.blocks import FirstAction, Fix, Front, Line, Meeting, Priorities, Priority, Run, ToFix
from app.report.content import phrases
from app.report.content.aims import printed, still_open, what
from app.report.content.alive import coming_meeting
from app.report.content.card_rows import CardRow, to_fix
from app.report.content.days import bare_day, day, day_in_year
from app.report.content.phrases import plain, quiet, said
from app.report.pictures import Fortnight, StripDay
from app.wording.cards import card_clause
from app.wording.sentences import coverage_sentence, risk_sentence

STRIP_DAYS: Final = 14
LABEL_APART: Final = 2
"""Days between two words under the strip, so that they do not meet."""


def front(t: Translator, results: Results) -> Front:
    goal = results.mapping.goal
    return Front(
        goal=plain(_quoted(t, goal)),
        goal_label=t("The goal in your own words") if goal else t("Write here in your own words what must be better."),
        action=_action(t, results),
        to_fix=_to_fix(t, results),
        priorities=_priorities(t, results),
        meeting=_meeting(t, results),
    )


def _quoted(t: Translator, text: str) -> str:
    """Own words between quotation marks, if they have none yet."""
    if not text or text[0] in "”“„\"'»":
        return text
    return f"“{text}”" if t.language == "en" else f"”{text}”"


def _action(t: Translator, results: Results) -> FirstAction:
    measure = first_action(results.mapping)
    strip = _strip(t, results, measure)
    if measure is None:
        return _no_action(t, results, strip)
    late = measure.deadline is not None and measure.deadline < results.today
    return FirstAction(
        label=t("Do first, overdue") if late else t("Do first, by"),
        day=day(t, measure.deadline, results.today) if measure.deadline else t("no day agreed"),
        what=plain(what(t, results, measure)),
        detail=_detail(t, measure),
        strip=strip,
        alternative=_in_words(t, strip),
    )


def _no_action(t: Translator, results: Results, strip: Fortnight) -> FirstAction:
    """What to do while nothing is agreed; a pen writes who and by when."""
    words = t("Put the cards and permits below in order.") if to_fix(results) else t("Agree on one first step.")
    who = t("Write here who does it, and by when.")
    return FirstAction(t("Do first, by"), "", plain(words), quiet(who), strip, _in_words(t, strip))


def _detail(t: Translator, measure: Measure) -> Line:
    who = Run(t("Responsible: {who}.", who=measure.responsible or t("not agreed")), strong=True)
    if not measure.success_sign:
        return (who,)
    return who, Run(" "), Run(t("Done when: {sign}", sign=measure.success_sign))


def _strip_day(t: Translator, when: date, *, first: bool) -> str:
    """Day and month; where months are words, only at the beginning of the strip and of a month."""
    return bare_day(t, when) if first or when.day == 1 or t.language != "en" else str(when.day)


def _strip(t: Translator, results: Results, first: Measure | None) -> Fortnight:
    days = [results.today + timedelta(n) for n in range(STRIP_DAYS)]
    words = _calls(t, results)
    if first and first.deadline in days:
        words[first.deadline] = t("do first")
    labels = _labels(words, days, first.deadline if first else None)
    return Fortnight(
        tuple(
            StripDay(
                t.weekday(d),
                _strip_day(t, d, first=d == results.today),
                free=d.weekday() >= 5,
                act="none" if d not in words else "first" if first and d == first.deadline else "other",
                label=labels.get(d, ""),
            )
            for d in days
        )
    )


def _calls(t: Translator, results: Results) -> dict[date, str]:
    """What calls for an act, by day: deadlines, ends of cards, the meeting."""
    calls = {m.deadline: t("deadline") for m in still_open(printed(results)) if m.deadline}
    calls |= {row.holding.valid_to: t("card ends") for row in to_fix(results) if row.holding.valid_to}
    meeting = coming_meeting(results)
    return calls | ({meeting: t("meeting")} if meeting else {})


def _labels(words: dict[date, str], days: list[date], first: date | None) -> dict[date, str]:
    """The words that have room: the first action's, then the others in the order of days."""
    labels: dict[date, str] = {}
    for d in sorted((d for d in days if d in words), key=lambda d: (d != first, d)):
        if all(abs((d - other).days) >= LABEL_APART for other in labels):
            labels[d] = words[d]
    return labels


def _in_words(t: Translator, strip: Fortnight) -> str:
    acts = [f"{d.weekday} {d.day} {d.label}".strip() for d in strip.days if d.act != "none"]
    return t("The next {n} days: {days}.", n=len(strip.days), days=t.listed(acts) or t("nothing yet"))


def _to_fix(t: Translator, results: Results) -> ToFix:
    nothing = (
        t("Nothing is missing, and nothing ends within half a year.")
        if results.mapping.cards
        else t("No cards or permits have been recorded.")
    )
    fixes = tuple(_fix(t, results, row) for row in to_fix(results))
    return ToFix(t("Put right first"), t("Cards and permits; they are not scored."), fixes, nothing)


def _fix(t: Translator, results: Results, row: CardRow) -> Fix:
    role = phrases.role_of(results.mapping, row.holding.role_key).name
    measure = row.measure
    return Fix(
        what=phrases.card(t, row.holding, strong=True),
        note=quiet(phrases.joined(card_clause(t, row.fix), role)),
        day=day(t, measure.deadline, results.today) if measure and measure.deadline else "",
        who=measure.responsible if measure else "",
    )


def _priorities(t: Translator, results: Results) -> Priorities:
    """What was agreed, or else what the computed order proposes."""
    nothing = t("Nothing is agreed yet.")
    label = t("Agreed priorities")
    if results.agreed:
        rows = tuple(_priority(t, results, agreed.scored) for agreed in results.agreed[:MAX_AGREED])
        return Priorities(label, t("In the order you agreed on"), rows, nothing=nothing)
    proposed = [row for row in results.ranked if row.score.band not in (Band.IN_ORDER, Band.NOT_ASSESSED)]
    rows = tuple(_priority(t, results, row) for row in proposed[:MAX_AGREED])
    if not rows:
        return Priorities(label, "", (), nothing=nothing)
    return Priorities(t("Proposed, not agreed"), t("Tick what you agree on"), rows, agreed=False, nothing=nothing)


def _priority(t: Translator, results: Results, row: NeedScore) -> Priority:
    role = phrases.role_of(results.mapping, row.need.role_key).name
    reason = (
        risk_sentence(t, Risk(RiskKind.SINGLE_PERSON, row)) if rests_on_one(row) else coverage_sentence(t, row.score)
    )
    return Priority(
        title=said(t, row.need.name, strong=True),
        note=quiet(phrases.joined(role, reason)),
        urgency=phrases.band_cell(t, row.score.band),
    )


def _meeting(t: Translator, results: Results) -> Meeting:
    label, when = t("Next meeting"), coming_meeting(results)
    if when:
        return Meeting(label, day_in_year(t, when), plain(results.mapping.next_meeting_note))
    passed = t("The agreed day has passed. Agree on a new one:")
    return Meeting(label, passed if results.mapping.next_meeting else t("Agree on a day:"), (), agreed=False)
