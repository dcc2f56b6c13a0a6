"""Measures: what, by when, who, how we see that it worked, and at what cost; in the order of time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Final

from app.i18n import Translator, mark
from app.mapping.model import Measure, MeasureStatus, OptionType
from app.mapping.plan import Results
from app.report.blocks import Cell, Column, Group, Line, Paragraph, PenRows, Row, Run, Section, Table
from app.report.content import phrases
from app.report.content.aims import aim, printed, what
from app.report.content.days import day
from app.report.content.phrases import cell, plain, quiet, strong
from app.report.tokens import Tone
from app.wording.versions import referral_line
from app.wording.words import cost_name, option_name, status_name

SOON_DAYS: Final = 30
QUARTER_DAYS: Final = 91
PEN_ROWS: Final = 6
TIMES: Final = {
    "late": mark("The day has passed"),
    "soon": mark("Within a month"),
    "quarter": mark("Within three months"),
    "later": mark("Later"),
    "no day": mark("No day agreed yet"),
    "done": mark("Done"),
}
"""The groups of the table, in the order in which they stand."""


def section(t: Translator, results: Results) -> Section:
    title, measures = t("What is done, by whom and when"), printed(results)
    if not measures:
        lead = t("No measure is agreed yet. Write here what is.")
        return Section("measures", title, lead, (PenRows(_columns(t), PEN_ROWS),))
    lead = t("Tick a measure only when its sign of success shows at work.")
    return Section("measures", title, lead, (_table(t, results, measures), Paragraph(_note(t))))


def _columns(t: Translator) -> tuple[Column, ...]:
    return (
        Column("deadline", t("Latest by"), 2, large=True),
        Column("what", t("What is done"), 3.25),
        Column("who", t("Who"), 1.75),
        Column("sign", t("Sign of success"), 3),
        Column("cost", t("Cost and funding"), 2),
    )


def _table(t: Translator, results: Results, measures: list[Measure]) -> Table:
    by_time: dict[str, list[Measure]] = defaultdict(list)
    for measure in measures:
        by_time[_time(results, measure)].append(measure)
    groups = tuple(
        Group(
            tuple(_row(t, results, measure) for measure in found),
            strong(t(title)),
            t.n("{n} measure", "{n} measures", len(found)),
        )
        for time, title in TIMES.items()
        if (found := by_time[time])
    )
    return Table("measures", _columns(t), groups)


def _time(results: Results, measure: Measure) -> str:
    """The group that a measure belongs to."""
    if measure.status is MeasureStatus.DONE:
        return "done"
    if measure.deadline is None:
        return "no day"
    days = (measure.deadline - results.today).days
    if days < 0:
        return "late"
    return "soon" if days <= SOON_DAYS else "quarter" if days <= QUARTER_DAYS else "later"


def _row(t: Translator, results: Results, measure: Measure) -> Row:
    missing = quiet(t("not agreed"))
    return Row(
        (
            _when(t, results, measure),
            cell(
                strong(what(t, results, measure)),
                quiet(_kind(t, results, measure)),
                quiet(referral_line(t, measure.referral) if measure.referral else ""),
                _about(t, results, measure),
            ),
            cell(plain(measure.responsible) or missing),
            cell(plain(measure.success_sign) or missing),
            cell(plain(cost_name(t, measure.cost)), quiet(measure.funding_route)),
        )
    )


def _when(t: Translator, results: Results, measure: Measure) -> Cell:
    """Box and day, and under them what the measure is for."""
    time = _time(results, measure)
    tone: Tone = "urgent" if time in ("late", "soon") else "plain"
    words = day(t, measure.deadline, results.today) if measure.deadline else "–"
    lines = ((Run(words, tone, strong=True),), quiet(_for(t, results, measure)))
    return Cell(lines, box="ticked" if time == "done" else "open")


def _for(t: Translator, results: Results, measure: Measure) -> str:
    found = aim(results, measure)
    if found.place:
        return t("priority {number}", number=found.place)
    return t("card or permit") if found.card else ""


def _kind(t: Translator, results: Results, measure: Measure) -> str:
    """The kind of measure, unless the card under it says the same, and that it is begun."""
    renewal = measure.option is OptionType.CARD and aim(results, measure).card
    begun = measure.status is MeasureStatus.IN_PROGRESS
    return phrases.joined(
        "" if renewal else option_name(t, measure.option), status_name(t, measure.status) if begun else ""
    )


def _about(t: Translator, results: Results, measure: Measure) -> Line:
    """The name of a need that is no agreed priority, or of a card, where the words of the measure do not say it."""
    found = aim(results, measure)
    name = () if found.place else found.name(t)
    if not name or name[0].text.casefold() in what(t, results, measure).casefold():
        return ()
    return tuple(replace(run, tone="quiet") for run in name)


def _note(t: Translator) -> Line:
    return quiet(
        t("The number of a priority is its number on page 1. Somebody else than this plan decides on any funding.")
    )
