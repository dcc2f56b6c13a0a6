"""Funding routes of the measures: what must be true, who decides, whom to ask, and when that was checked (4.11 part 7).

Routes that were chosen come first. A measure without one has those that come into question, by the route finder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.catalogues.model import Directory, FundingRoute
from app.i18n import Translator
from app.mapping.apprenticeship import asked_of, missing
from app.mapping.funding import (
    RouteProposal,
    begins_too_early,
    chosen,
    facts_of,
    is_gone,
    is_to_check,
    routes_for,
)
from app.mapping.model import Measure, OptionType
from app.mapping.plan import Results
from app.report.blocks import Block, Column, Group, Line, Paragraph, Row, Run, Section, Table
from app.report.content.aims import aim, printed, still_open, what
from app.report.content.phrases import cell, joined, plain, quiet, said, strong, text_of, urgent
from app.report.tokens import Tone
from app.wording import funding as words
from app.wording.words import capital

MOST_PROPOSED: Final = 2
"""Routes proposed for a measure that has none; the company's own money is always one more way, and not printed here."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the section is made from."""

    t: Translator
    results: Results
    directory: Directory


def section(t: Translator, results: Results, directory: Directory | None) -> Section | None:
    """No section without a route to tell about."""
    if directory is None:
        return None
    asked, measures = _Asked(t, results, directory), still_open(printed(results))
    groups = [group for group in (_chosen(asked, measures), _proposed(asked, measures)) if group.rows]
    ready = [Paragraph(line) for line in _apprenticeships(asked, measures)]
    if not groups and not ready:
        return None
    table: list[Block] = [Table("funding", _columns(t), tuple(groups))] if groups else []
    return Section("funding", t("Funding routes"), t(words.NO_PROMISE), (*table, *ready, Paragraph(_note(asked))))


def _columns(t: Translator) -> tuple[Column, ...]:
    return (
        Column("route", t("Route"), 3.25),
        Column("conditions", t("What must be true"), 4),
        Column("decides", t("Who decides"), 2.75),
        Column("checked", t("Checked"), 2),
    )


def _chosen(asked: _Asked, measures: Sequence[Measure]) -> Group:
    by_route: dict[FundingRoute, list[Measure]] = {}
    for measure in measures:
        if route := chosen(measure, asked.directory.funding):
            by_route.setdefault(route, []).append(measure)
    rows = tuple(_row(asked, route, found, _warning(asked, route, found)) for route, found in by_route.items())
    return Group(rows, strong(asked.t("Chosen for a measure")))


def _warning(asked: _Asked, route: FundingRoute, measures: Sequence[Measure]) -> Line:
    """Where something begins before there can be a decision (FUND-4)."""
    early = any(begins_too_early(route, measure, asked.results.today) for measure in measures)
    return urgent(words.too_early(asked.t)) if early else ()


def _proposed(asked: _Asked, measures: Sequence[Measure]) -> Group:
    """The first routes for measures that have none yet, each route once with all its reasons."""
    by_route: dict[FundingRoute, list[tuple[Measure, RouteProposal]]] = {}
    for measure in measures:
        if not measure.funding_route:
            for proposal in _outside(asked, measure)[:MOST_PROPOSED]:
                by_route.setdefault(proposal.route, []).append((measure, proposal))
    rows = tuple(
        _row(asked, route, [measure for measure, _ in found], _why(asked, [proposal for _, proposal in found]))
        for route, found in by_route.items()
    )
    return Group(rows, strong(asked.t("Worth asking about, not agreed")))


def _why(asked: _Asked, proposals: Sequence[RouteProposal]) -> Line:
    because = tuple(dict.fromkeys(fact for proposal in proposals for fact in proposal.because))
    if_so = tuple(dict.fromkeys(fact for proposal in proposals for fact in proposal.if_so))
    return quiet(words.why(asked.t, replace(proposals[0], because=because, if_so=if_so)))


def _outside(asked: _Asked, measure: Measure) -> list[RouteProposal]:
    """Proposals that have a reason of their own: work at one's own cost has none."""
    facts = facts_of(asked.results, measure)
    found = routes_for(facts, asked.directory.funding, asked.results.today)
    return [proposal for proposal in found if proposal.because or proposal.if_so]


def _row(asked: _Asked, route: FundingRoute, measures: Sequence[Measure], remark: Line) -> Row:
    t, today = asked.t, asked.results.today
    old = is_to_check(route, asked.directory.funding, today)
    tone: Tone = "stale" if old else "plain"
    cells = (
        cell(said(t, route.name, tone, strong=not old), quiet(joined(route.code, _for(asked, measures))), remark),
        cell(*_conditions(asked, route, tone)),
        cell(said(t, route.decides, tone), quiet(words.ask(t, route, asked.directory, today))),
        cell(*_checked(asked, route, tone, old=old)),
    )
    return Row(cells, stale=old)


def _for(asked: _Asked, measures: Sequence[Measure]) -> str:
    """What a route is for: the priorities by their number, then cards, and other measures by what is done."""
    places = {measure.key: aim(asked.results, measure).place for measure in measures}
    in_order = sorted(measures, key=lambda measure: places[measure.key] or len(asked.results.agreed) + 1)
    return asked.t.listed(dict.fromkeys(_aim(asked, measure) for measure in in_order))


def _aim(asked: _Asked, measure: Measure) -> str:
    t, found = asked.t, aim(asked.results, measure)
    if found.place:
        return t("priority {number}", number=found.place)
    return text_of(found.name(t)) if found.card else what(t, asked.results, measure)


def _conditions(asked: _Asked, route: FundingRoute, tone: Tone) -> Iterator[Line]:
    t = asked.t
    if is_gone(route, asked.results.today):
        yield strong(words.gone(t, route))
        return
    yield said(t, route.conditions, tone)
    yield quiet(t(words.WAYS[route.way]))
    yield strong(words.before_start(t, route))
    yield plain(words.amount_of(t, route, asked.directory, asked.results.today))


def _checked(asked: _Asked, route: FundingRoute, tone: Tone, *, old: bool) -> Iterator[Line]:
    yield (Run(asked.t.day(route.checked), tone),)
    if old:
        yield strong(asked.t("check before decision"))
    elif route.certainty != "verified":
        yield quiet(asked.t(words.CERTAINTIES[route.certainty]))


def _apprenticeships(asked: _Asked, measures: Sequence[Measure]) -> Iterator[Line]:
    """For each apprenticeship whether a provider can be contacted, or what is missing (KEU-5)."""
    for measure in measures:
        if measure.option is OptionType.APPRENTICESHIP:
            found = missing(asked_of(asked.results.told, aim(asked.results, measure).need, measure))
            name = capital(_aim(asked, measure))
            yield (*strong(f"{name}. "), *plain(words.apprenticeship(asked.t, found)))


def _note(asked: _Asked) -> Line:
    t, days = asked.t, asked.directory.funding.stale_after
    return quiet(t("What is older than {days} days or not known is grey: check it before you decide.", days=days))
