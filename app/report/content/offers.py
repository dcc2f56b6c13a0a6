"""Offers in the plan: why this one, from whom, where, in which language, when, at what price, and how fresh that is."""

from __future__ import annotations

from dataclasses import replace
from textwrap import shorten
from typing import Final

from app.i18n import Translator
from app.mapping.matching import Reason, ReasonCode
from app.mapping.model import Measure
from app.mapping.paths import RUNGS, climbs, rung_of
from app.mapping.plan import Results
from app.offers.model import STALE_AFTER, Offer, is_stale
from app.report.blocks import Cell, Column, Group, Line, Paragraph, Row, Run, Section, Table
from app.report.content import phrases
from app.report.content.aims import Aim, aim, printed
from app.report.content.phrases import plain, quiet, said, strong
from app.report.tokens import Tone
from app.wording.offers import (
    extent_of,
    language_name,
    match_reason,
    offer_mode_name,
    offer_type_name,
    places_of,
    price_of,
    provider_type_name,
)
from app.wording.words import capital

Place = tuple[int, int] | tuple[()]
"""Which step of a path of how many; nothing where there is no path."""
BRIEF: Final = 160
"""Characters of a reason that is quoted from the offer."""


def section(t: Translator, results: Results) -> Section | None:
    """The offers of the measures; no section without any."""
    groups = _groups(t, results)
    if not groups:
        return None
    note = Paragraph(
        quiet(
            t(
                "What is older than {days} days is grey and shows no price: check it before you decide. "
                "Ask for a price that is not known.",
                days=STALE_AFTER.days,
            )
        )
    )
    lead = t("A course is not always the best way. Call first, then enrol.")
    return Section("offers", t("Options and offers"), lead, (Table("offers", _columns(t), groups), note))


def stale(offer: Offer, results: Results) -> bool:
    """Whether an offer must be checked before anybody relies on it: checked long ago or never, or over."""
    over = offer.valid_to is not None and offer.valid_to < results.today
    return over or offer.checked_on is None or is_stale(offer, results.today)


def _columns(t: Translator) -> tuple[Column, ...]:
    return (
        Column("offer", t("Offer"), 3.5),
        Column("why", t("Why"), 2.5),
        Column("place", t("Place and language"), 2),
        Column("start", t("Start and price"), 2.5),
        Column("checked", t("Checked"), 1.5, right=True),
    )


def _groups(t: Translator, results: Results) -> tuple[Group, ...]:
    """A group for every need or card that has offers: the agreed ones first, in their order."""
    by_aim: dict[str, list[Measure]] = {}
    for measure in printed(results):
        if measure.offer:
            by_aim.setdefault(measure.for_key, []).append(measure)
    ordered = sorted(by_aim.values(), key=lambda found: aim(results, found[0]).place or len(results.agreed) + 1)
    return tuple(_group(t, results, found) for found in ordered)


def _group(t: Translator, results: Results, measures: list[Measure]) -> Group:
    found = aim(results, measures[0])
    number = phrases.number(found.place) if found.place else ()
    rows = _rows(t, results, measures, found)
    title = (*number, *(found.name(t, strong=True) or strong(t("Other measures"))))
    band = next((row.score.band for row in results.ranked if found.need and row.need.key == found.need.key), None)
    return Group(rows, title, mark=phrases.band_cell(t, band) if band else Cell())


def _rows(t: Translator, results: Results, measures: list[Measure], found: Aim) -> tuple[Row, ...]:
    """The offers of a need; where each begins higher than the one before, as the numbered steps of a path."""
    pairs = [(measure, measure.offer) for measure in measures if measure.offer]
    climb = sorted(pairs, key=lambda pair: RUNGS.index(rung_of(pair[1])))
    if not climbs(offer for _, offer in climb):
        return tuple(_row(t, results, measure, offer, found) for measure, offer in pairs)
    return tuple(_row(t, results, *pair, found, (n, len(climb))) for n, pair in enumerate(climb, 1))


def _row(t: Translator, results: Results, measure: Measure, offer: Offer, found: Aim, step: Place = ()) -> Row:
    old = stale(offer, results)
    tone: Tone = "stale" if old else "plain"
    cells = (
        Cell((said(t, offer.name, tone, strong=not old), *_from(t, offer, tone, step))),
        Cell((_why(t, measure, offer, found, tone),)),
        Cell(tuple(line for line in (_place(t, offer, tone), _language(t, offer, tone)) if line)),
        Cell(_start_and_price(t, offer, tone, old=old)),
        Cell(((Run(t.day(offer.checked_on) if offer.checked_on else t("not checked"), tone),),)),
    )
    return Row(cells, _link(offer, tone), stale=old)


def _from(t: Translator, offer: Offer, tone: Tone, step: Place) -> list[Line]:
    """Provider and what kind of one it is, kind and extent; that an offer is invented stands in plain words."""
    school = provider_type_name(t, offer.provider_type) if offer.provider_type else ""
    kind = phrases.joined(offer_type_name(t, offer.offer_type), extent_of(t, offer))
    if step:
        kind = t("Step {n} of {of}: {kind}", n=step[0], of=step[1], kind=kind)
    small: Tone = "stale" if tone == "stale" else "quiet"
    lines: list[Line] = [said(t, offer.provider, tone)]
    lines += [(Run(words, small),) for words in (school, kind) if words]
    if offer.example:
        lines.append(strong(t("An example: there is no such offer.")))
    return [line for line in lines if line]


def _why(t: Translator, measure: Measure, offer: Offer, found: Aim, tone: Tone) -> Line:
    """The reason given, or what the codes of need and offer have in common, or what one can do afterwards."""
    if measure.why:
        return (Run(measure.why, tone),)
    if reasons := _reasons(offer, found):
        return (Run(capital(t.listed(match_reason(t, reason) for reason in reasons)), tone),)
    return _brief(said(t, offer.can_do_after or offer.for_whom, tone)) or (Run(t("agreed"), tone),)


def _brief(line: Line) -> Line:
    """A long text by its beginning; whole it stands at the offer's address."""
    return tuple(
        run if len(run.text) <= BRIEF else replace(run, text=shorten(run.text, BRIEF, placeholder="…")) for run in line
    )


def _reasons(offer: Offer, found: Aim) -> list[Reason]:
    if found.card and offer.card == found.card.card:
        return [Reason(ReasonCode.SAME_CARD, 0)]
    need = found.need
    if need and need.unit_code in offer.unit_codes:
        return [Reason(ReasonCode.SAME_UNIT, 0, need.unit_code)]
    if need and need.qualification_code in offer.qualification_codes:
        return [Reason(ReasonCode.SAME_QUALIFICATION, 0, need.qualification_code)]
    return []


def _place(t: Translator, offer: Offer, tone: Tone) -> Line:
    """Where and how it is given; the name of a place is no foreign word."""
    runs = [Run(place.text, tone, language=place.language) for place in places_of(t, offer)]
    runs += [Run(offer_mode_name(t, mode), tone) for mode in offer.mode]
    apart = [part for run in runs for part in (run, Run(", ", tone))][:-1]
    return tuple(apart) or (Run(t("ask for the place"), tone),)


def _language(t: Translator, offer: Offer, tone: Tone) -> Line:
    if not offer.languages:
        return (Run(t("ask for the language"), tone),)
    return (Run(t.listed(language_name(t, language) for language in offer.languages), tone),)


def _start_and_price(t: Translator, offer: Offer, tone: Tone, *, old: bool) -> tuple[Line, ...]:
    """When it begins and what it costs; of old facts only that they must be checked."""
    if old:
        return (strong(t("check before decision")),)
    begins = plain(t.day(offer.start)) if offer.start else said(t, offer.start_words, tone)
    lines = [begins or plain(t("ask for the start")), plain(price_of(t, offer)), said(t, offer.price_note, "quiet")]
    if offer.apply_by:
        lines.insert(1, quiet(t("apply by {day}", day=t.day(offer.apply_by))))
    return tuple(line for line in lines if line)


def _link(offer: Offer, tone: Tone) -> Line:
    """The address, to click or to type; what is no web address is printed but leads nowhere."""
    works = offer.link.startswith(("https://", "http://"))
    return (Run(offer.link, tone, link=offer.link if works else ""),) if offer.link else ()
