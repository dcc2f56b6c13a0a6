"""How to keep the plan alive: when to open it, what to do when something changes, and room for a pen."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.i18n import Translator
from app.mapping.followups import months_after
from app.mapping.plan import Results, years_after
from app.report.blocks import Column, Group, Illustration, PenRows, Row, Section, Table
from app.report.content.days import bare_day, day_in_year, month, months_between
from app.report.content.phrases import cell, plain, strong
from app.report.pictures import Milestone, Year

PEN_ROWS: Final = 5
APART_MONTHS: Final = 1.4
"""Milestones nearer to each other than this would stand on each other's words."""


def section(t: Translator, results: Results) -> Section:
    blocks = (
        _year(t, results),
        Table("rhythm", _rhythm_columns(t), (Group(_rhythm(t, results)),)),
        Table("changes", _change_columns(), (Group(_changes(t), strong(t("When something changes"))),)),
        PenRows(_record_columns(t), PEN_ROWS, t("Own record")),
    )
    lead = t("A plan is a promise within the company. It grows old when nobody opens it.")
    return Section("alive", t("How to keep this alive"), lead, blocks)


def coming_meeting(results: Results) -> date | None:
    """The agreed meeting, if its day has not passed."""
    day = results.mapping.next_meeting
    return day if day and day >= results.today else None


def _year(t: Translator, results: Results) -> Illustration:
    today, months = results.today, range(1, 13)
    picture = Year(
        tuple(month(t, months_after(today.replace(day=1), n), short=True) for n in months),
        bare_day(t, today),
        _milestones(t, results),
    )
    days = (f"{m.day} {m.words}" for m in picture.milestones)
    return Illustration(picture, alternative=t.listed(days))


def _milestones(t: Translator, results: Results) -> tuple[Milestone, ...]:
    """The meeting, and those of the follow-ups that leave room for its words."""
    today, meeting = results.today, coming_meeting(results)
    stops = [(meeting, t("meeting"))] if meeting and meeting <= years_after(today, 1) else []
    for months in (3, 6, 12):
        words = t.n("{n} month", "{n} months", months)
        when = months_after(today, months)
        if not stops or abs(months_between(stops[0][0], when)) >= APART_MONTHS:
            stops.append((when, words))
    return tuple(Milestone(months_between(today, when), t.day(when), words) for when, words in stops)


def _rhythm_columns(t: Translator) -> tuple[Column, ...]:
    return Column("when", t("When"), 2.5), Column("time", t("Time"), 1.5), Column("what", t("What to do"), 8)


def _rhythm(t: Translator, results: Results) -> tuple[Row, ...]:
    today, meeting = results.today, coming_meeting(results)
    rows = [(t("Every month"), 15, t("Take page 1 and the measures. Tick what is done; write down why a day moves."))]
    if meeting:
        note = results.mapping.next_meeting_note
        first = t("The next meeting: what became of the first measures and the cards?")
        rows.append((day_in_year(t, meeting), 30, f"{first} {note}".strip()))
    rows += [
        (t.day(months_after(today, 3)), 15, t("What has changed at work, what was left undone, and why?")),
        (t.day(months_after(today, 6)), 15, t("Assess the agreed competences again, and only those.")),
        (t.day(years_after(today, 1)), 90, t("A new mapping. Ask also: how was it then?")),
    ]
    return tuple(
        Row((cell(strong(when)), cell(plain(t.n("{n} minute", "{n} minutes", minutes))), cell(plain(what))))
        for when, minutes, what in rows
    )


def _change_columns() -> tuple[Column, ...]:
    return Column("change", "", 4), Column("then", "", 8)


def _changes(t: Translator) -> tuple[Row, ...]:
    rows = (
        (
            t("Somebody leaves or is away for long"),
            t("Look for the competences that one or nobody can, and begin with those."),
        ),
        (
            t("Somebody new comes"),
            t("Cards on the first day, then induction. Show the levels wanted in the role."),
        ),
        (
            t("A customer or a law asks for something new"),
            t("Write down what and by when. Change what is wanted of the role, never the level of a person."),
        ),
        (
            t("A course is cancelled or its price changes"),
            t("Take the next best way. Pair work and an in-house teacher need no enrolment."),
        ),
    )
    return tuple(Row((cell(strong(what)), cell(plain(then)))) for what, then in rows)


def _record_columns(t: Translator) -> tuple[Column, ...]:
    return (
        Column("day", t("Day"), 2),
        Column("noticed", t("What was noticed at work"), 5.5),
        Column("change", t("What changes, and who sees to it"), 4.5),
    )
