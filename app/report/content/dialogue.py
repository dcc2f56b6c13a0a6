"""The annex for dialogue: what is known of competence, under the headings of a work community development plan.

The headings are those of the Co-operation Act, section 9 (1333/2021). What is known takes one side of a sheet; what a
mapping of competence does not look at is left open to write on, on the other. The paper is for many eyes: it says of
levels only what at least five people stand behind.
"""

from __future__ import annotations

from typing import Final

from app.i18n import Translator
from app.mapping.groups import LEAST_GROUP, Coverage, coverages
from app.mapping.model import Horizon, Measure
from app.mapping.plan import AgreedNeed, Results
from app.report.blocks import Block, Column, Group, Paragraph, PenRows, Row, Section, Table
from app.report.content import changes, phrases
from app.report.content.ahead import follow_ups
from app.report.content.aims import printed, still_open, what
from app.report.content.alive import coming_meeting
from app.report.content.days import day_in_year
from app.report.content.notes import notes, of_results
from app.report.content.phrases import cell, plain, quiet, said, strong
from app.wording.documents import dialogue_hint
from app.wording.words import short_horizon_name

MOST: Final = 8
MOST_SHORT: Final = 5
"""Measures, and competences that too few can, which are told one by one."""
MOST_ROLES: Final = 4
OPEN: Final = 2
BRIEF: Final = 1
"""Lines to write on under a heading that is left open, and where little is to be said."""
_LINE: Final = (Column("line", "", 12),)


def sections(t: Translator, results: Results) -> tuple[Section, ...]:
    return (
        _state(t, results),
        _aims(t, results),
        _responsibility(t, results),
        _follow_up(t, results),
        _left_open(t),
        notes(t, of_results(t, results)),
    )


def _state(t: Translator, results: Results) -> Section:
    hidden, shown = _shortages(results)
    blocks = [_drivers(t, results)]
    if shown:
        rows = tuple(_competence(t, results, found) for found in shown)
        blocks.append(Table("competences", _competence_columns(t), (Group(rows),)))
    if hidden:
        told = t("Of competences that fewer than {n} people share, no figures are told here.", n=LEAST_GROUP)
        blocks.append(Paragraph(quiet(told)))
    hint = dialogue_hint(t, results.mapping.company.size)
    return Section("state", t("1. Present state and foreseeable changes"), hint, tuple(blocks))


def _drivers(t: Translator, results: Results) -> Block:
    """What changes the work, or room to write it; what is at risk in a role could point at a person."""
    told = changes.section(t, results)
    drivers = (block for block in told.blocks if isinstance(block, Table) and block.key == "drivers") if told else ()
    return next(iter(drivers), PenRows(_LINE, OPEN, t("What changes")))


def _shortages(results: Results) -> tuple[bool, list[Coverage]]:
    """Whether figures are kept back, and the competences that too few can, of those that enough people share."""
    found = coverages(results.mapping)
    short = [c for c in found if c.shown and c.covered < c.required]
    return any(not c.shown for c in found), sorted(short, key=lambda c: c.covered - c.required)[:MOST_SHORT]


def _competence_columns(t: Translator) -> tuple[Column, ...]:
    return (
        Column("competence", t("Competence"), 5),
        Column("roles", t("Roles"), 4),
        Column("able", t("Able now"), 1.5, right=True),
        Column("wanted", t("Must be able"), 1.5, right=True),
    )


def _competence(t: Translator, results: Results, found: Coverage) -> Row:
    return Row(
        (
            cell(said(t, found.needs[0].name)),
            cell(quiet(_roles(t, results, found))),
            cell(plain(str(found.covered))),
            cell(plain(str(found.required))),
        )
    )


def _roles(t: Translator, results: Results, found: Coverage) -> str:
    """The first few roles that need a competence, and how many there are besides."""
    roles = dict.fromkeys(phrases.role_of(results.mapping, need.role_key).name for need in found.needs)
    names = [name for name in roles if name]
    more = len(names) - MOST_ROLES
    return ", ".join([*names[:MOST_ROLES], *([t.n("{n} other role", "{n} other roles", more)] if more > 0 else [])])


def _aims(t: Translator, results: Results) -> Section:
    horizons = (Column(h.value, short_horizon_name(t, h), 0.75, right=True) for h in Horizon)
    columns = (Column("aim", t("Competence and levels wanted"), 6), Column("role", t("Role"), 3.75), *horizons)
    rows = tuple(_aim(t, results, agreed) for agreed in results.agreed)
    table: Block = Table("aims", columns, (Group(rows),)) if rows else PenRows(_LINE, OPEN, t("Competence"))
    lead = t("What was agreed on competence. Well-being is not looked at by a mapping of competence.")
    return Section("aims", t("2. Aims and measures"), lead, (table,))


def _aim(t: Translator, results: Results, agreed: AgreedNeed) -> Row:
    need = agreed.scored.need
    targets = (need.targets.at(horizon) for horizon in Horizon)
    levels = (cell(plain("–" if target is None else str(target))) for target in targets)
    role = phrases.role_of(results.mapping, need.role_key).name
    return Row((cell(said(t, need.name, strong=True)), cell(plain(role)), *levels))


def _responsibility(t: Translator, results: Results) -> Section:
    columns = (
        Column("what", t("What is done"), 6),
        Column("who", t("Who"), 3.5),
        Column("deadline", t("Latest by"), 2.5),
    )
    found = still_open(printed(results))
    rows = tuple(_measure(t, results, measure) for measure in found[:MOST])
    block: Block = Table("measures", columns, (Group(rows),)) if rows else PenRows(columns, OPEN)
    blocks = (block, *phrases.more(t, len(found) - len(rows)))
    return Section("responsibility", t("3. Responsibility and schedule"), "", blocks)


def _measure(t: Translator, results: Results, measure: Measure) -> Row:
    missing = quiet(t("not agreed"))
    day = plain(t.day(measure.deadline)) if measure.deadline else missing
    return Row((cell(strong(what(t, results, measure))), cell(plain(measure.responsible) or missing), cell(day)))


def _follow_up(t: Translator, results: Results) -> Section:
    meeting = coming_meeting(results)
    days = [(t("Next meeting"), day_in_year(t, meeting))] if meeting else []
    days.append((t("Look at aims and measures together."), ", ".join(t.day(day) for day in follow_ups(results))))
    columns = (Column("what", t("What to do"), 6), Column("when", t("When"), 6))
    rows = tuple(Row((cell(strong(words)), cell(plain(when)))) for words, when in days)
    return Section("follow-up", t("4. Follow-up"), "", (Table("days", columns, (Group(rows),)),))


def _left_open(t: Translator) -> Section:
    """What the plan must also say, or take into account, and no mapping of competence knows."""
    lead = t("A mapping of competence says nothing of these. Write here what you agree on.")
    headings = (
        (OPEN, t("Well-being at work: aims and measures")),
        (BRIEF, t("Principles of using outside labour")),
        (BRIEF, t("Technology, leadership and different situations in life")),
        (BRIEF, t("How the staff takes part in the follow-up")),
        (OPEN, t("Gone through together: day, employer, representative of the staff")),
    )
    return Section(
        "open", t("Left open here"), lead, tuple(PenRows(_LINE, lines, heading) for lines, heading in headings)
    )
