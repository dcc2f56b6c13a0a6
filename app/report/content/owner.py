"""The owner's short plan after page 1: what is done, with whom and who pays; when we look again; and what it is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.catalogues.model import Directory
from app.i18n import Translator
from app.mapping.funding import chosen
from app.mapping.model import CostClass, Measure
from app.mapping.plan import Results
from app.offers.model import Offer, is_stale
from app.report.blocks import Cell, Column, Group, Line, Paragraph, PenRows, Row, Run, Section, Table, ToFix
from app.report.content import alive
from app.report.content.aims import aim, printed, still_open, what
from app.report.content.days import day
from app.report.content.front import front
from app.report.content.notes import notes, of_results
from app.report.content.phrases import cell, more, plain, quiet, said, strong
from app.report.tokens import Tone
from app.wording import funding as words
from app.wording.offers import places_of, price_of
from app.wording.words import cost_name, option_name

MOST: Final = 8
"""Measures that are told here, the nearest; the development plan tells all."""
ROOM: Final = 1300
AROUND: Final = 60
"""Letters of all that is told of measures, so that they stay on one page, and of what is told of one besides."""
MOST_CARDS: Final = 8
ON_PAGE_1: Final = 2
"""Cards that page 1 names however little room there is."""
LONGEST: Final = 90
"""Letters of a text in a table."""
NEAR: Final = 14
"""Days in which the first acts are due."""
PEN_ROWS: Final = 6


@dataclass(frozen=True, slots=True)
class _Asked:
    t: Translator
    results: Results
    directory: Directory | None


def sections(t: Translator, results: Results, directory: Directory | None, *, roles_only: bool) -> tuple[Section, ...]:
    asked = _Asked(t, results, directory)
    about = notes(t, of_results(t, results, roles_only=roles_only))
    found = (_measures(asked), _cards(t, front(t, results).to_fix), _again(t, results), about)
    return tuple(section for section in found if section)


def _cards(t: Translator, to_fix: ToFix) -> Section | None:
    """All cards and permits to put right, where page 1 may not have room for them."""
    if len(to_fix.fixes) <= ON_PAGE_1:
        return None
    columns = (
        Column("card", t("Card or permit"), 4),
        Column("state", t("State"), 4.5),
        Column("deadline", t("Latest by"), 1.5),
        Column("who", t("Who"), 2),
    )
    rows = tuple(
        Row((Cell((fix.what,), box="open"), cell(fix.note), cell(plain(fix.day)), cell(plain(fix.who))))
        for fix in to_fix.fixes[:MOST_CARDS]
    )
    table = Table("cards", columns, (Group(rows),))
    return Section("cards", t("Cards and permits"), "", (table, *more(t, len(to_fix.fixes) - len(rows))))


def _again(t: Translator, results: Results) -> Section:
    """The year and its meetings; what to do when something changes stands in the development plan."""
    whole = alive.section(t, results)
    return replace(whole, title=t("When we look again"), blocks=whole.blocks[:2])


def _measures(asked: _Asked) -> Section:
    t, measures = asked.t, still_open(printed(asked.results))
    title = t("What is done, by whom and when")
    if not measures:
        lead = t("No measure is agreed yet. Write here what is.")
        return Section("measures", title, lead, (PenRows(_columns(t, offers=True), PEN_ROWS),))
    nearest = tuple(_nearest(asked, measures))
    table, rest = _table(asked, nearest), more(t, len(measures) - len(nearest))
    note = t("The number of a priority is its number on page 1. Somebody else than this plan decides on any funding.")
    lead = t("Tick a measure only when its sign of success shows at work.")
    return Section("measures", title, lead, (table, *rest, Paragraph(quiet(note))))


def _table(asked: _Asked, measures: Sequence[Measure]) -> Table:
    """The measures; offers have a column where there are any."""
    offers = any(measure.offer for measure in measures)
    rows = tuple(_row(asked, measure, offers=offers) for measure in measures)
    return Table("measures", _columns(asked.t, offers=offers), (Group(rows),))


def _nearest(asked: _Asked, measures: list[Measure]) -> Iterator[Measure]:
    """The nearest measures, as many as one page has room for; one at least."""
    room = ROOM
    for number, measure in enumerate(measures[:MOST]):
        words = what(asked.t, asked.results, measure)
        room -= len(_brief(words)) + len(_brief(measure.success_sign)) + AROUND
        if room < 0 and number:
            return
        yield measure


def _columns(t: Translator, *, offers: bool) -> tuple[Column, ...]:
    return (
        Column("deadline", t("Latest by"), 2, large=True),
        Column("what", t("What is done"), 3.5 if offers else 5.5),
        Column("who", t("Who"), 1.75 if offers else 2.25),
        *([Column("offer", t("With which offer"), 2.5)] if offers else []),
        Column("pays", t("Who pays"), 2.25),
    )


def _row(asked: _Asked, measure: Measure, *, offers: bool) -> Row:
    t = asked.t
    sign = quiet(t("Done when: {sign}", sign=_brief(measure.success_sign))) if measure.success_sign else ()
    about = quiet(option_name(t, measure.option))
    return Row(
        (
            _when(asked, measure),
            cell(strong(_brief(what(t, asked.results, measure))), about, sign),
            cell(plain(_brief(measure.responsible)) or quiet(t("not agreed"))),
            *([cell(*_offer(asked, measure.offer)) if measure.offer else cell(quiet("–"))] if offers else []),
            cell(*_pays(asked, measure)),
        )
    )


def _brief(text: str) -> str:
    """A long text by its beginning; whole it stands in the development plan."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _when(asked: _Asked, measure: Measure) -> Cell:
    """Box and day, and what it is for; what is due within the fortnight, or late, calls for an act."""
    t, today = asked.t, asked.results.today
    pressing = measure.deadline is not None and (measure.deadline - today).days < NEAR
    tone: Tone = "urgent" if pressing else "plain"
    words = day(t, measure.deadline, today) if measure.deadline else "–"
    found = aim(asked.results, measure)
    place = t("priority {number}", number=found.place) if found.place else t("card or permit") if found.card else ""
    return Cell(((Run(words, tone, strong=True),), quiet(place)), box="open")


def _offer(asked: _Asked, offer: Offer) -> Iterator[Line]:
    """What it is, from whom, where and when; of old facts only that they must be checked."""
    t, today = asked.t, asked.results.today
    yield tuple(replace(run, text=_brief(run.text)) for run in said(t, offer.name))
    yield tuple(replace(run, text=_brief(run.text)) for run in said(t, offer.provider, "quiet"))
    if offer.example:
        yield strong(t("An example: there is no such offer."))
    if is_stale(offer, today):
        yield strong(t("check before decision"))
        return
    yield quiet(", ".join(place.text for place in places_of(t, offer)))
    starts = plain(t.day(offer.start)) if offer.start else said(t, offer.start_words)
    yield (*starts, Run(" · " if starts else ""), Run(price_of(t, offer)))
    if offer.checked_on:
        yield quiet(t("checked {day}", day=t.day(offer.checked_on)))


def _pays(asked: _Asked, measure: Measure) -> Iterator[Line]:
    """Class of cost, and the route that was chosen with who decides on it; else that nothing is agreed."""
    t, route = asked.t, chosen(measure, asked.directory.funding) if asked.directory else None
    yield plain(cost_name(t, measure.cost))
    if route and asked.directory:
        yield said(t, route.name)
        yield quiet(words.decides(t, route))
        yield quiet(words.checked(t, route, asked.directory, asked.results.today))
    elif measure.funding_route:
        yield plain(measure.funding_route)
    elif measure.cost is CostClass.UNKNOWN:
        yield quiet(t("not agreed"))
    elif measure.cost is not CostClass.NONE:
        yield plain(t("the company"))
