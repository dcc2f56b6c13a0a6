"""Which funding routes come into question for a measure, by the rules of the catalogue (brief, 8.2, 8.3).

A proposal is no promise: it says why it is made, what is still to be asked, and whether the row must be checked first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.catalogues.model import Fact, FundingCatalogue, FundingRoute, FundingRule
from app.languages import Language
from app.mapping.model import Measure, MeasureStatus, OptionType
from app.mapping.plan import Results
from app.offers.model import is_of_several_units
from app.texts import Text

SEVERAL: Final = 3
"""People short of the same competence that make it worth asking for a training of their own (our judgement)."""
_BEGUN: Final = (MeasureStatus.IN_PROGRESS, MeasureStatus.DONE)
_CHOSEN: Final = re.compile(r"\(([A-Z][0-9]{2})\)$")
_OF_OPTION: Final[dict[OptionType, Fact]] = {
    OptionType.RECRUITMENT: "hiring",
    OptionType.APPRENTICESHIP: "apprenticeship",
    OptionType.QUALIFICATION: "whole_occupation",
    OptionType.UNIT: "one_unit",
    OptionType.SHORT_COURSE: "part_of_unit",
    OptionType.CARD: "only_card",
    OptionType.BADGE: "badge",
    OptionType.TOOL: "business",
    OptionType.LANGUAGE_SUPPORT: "language",
}
"""What a kind of measure says; the others are done at work, or by somebody else, and need no route."""
_TAUGHT: Final[frozenset[Fact]] = frozenset({"whole_occupation", "several_units", "one_unit", "part_of_unit"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What is so, and what nobody has said and must be asked; anything else is not so."""

    so: frozenset[Fact] = frozenset()
    to_ask: frozenset[Fact] = frozenset()


@dataclass(frozen=True, slots=True)
class RouteProposal:
    """A route with the rule that found it: `because` of what is so, and only `if_so` of what is still to be asked.

    `to_check` is whether nobody should rely on the row before it has been checked.
    """

    route: FundingRoute
    rule: str
    because: tuple[Fact, ...]
    if_so: tuple[Fact, ...]
    to_check: bool


def routes_for(facts: Facts, catalogue: FundingCatalogue, today: date) -> tuple[RouteProposal, ...]:
    """Routes that come into question, each once, in the order of the rules. What is gone is never among them."""
    found: dict[str, RouteProposal] = {}
    for rule in _holding(facts, catalogue):
        for route in filter(None, map(catalogue.route, rule.routes)):
            if not is_gone(route, today):
                found.setdefault(route.code, _proposal(route, rule, facts, catalogue, today))
    return tuple(found.values())


def services_for(facts: Facts, catalogue: FundingCatalogue) -> tuple[str, ...]:
    """Keys of services to refer to besides, each once, in the order of the rules."""
    return tuple(dict.fromkeys(key for rule in _holding(facts, catalogue) for key in rule.services))


def _holding(facts: Facts, catalogue: FundingCatalogue) -> Iterator[FundingRule]:
    return (rule for rule in catalogue.rules if facts.so | facts.to_ask >= set(rule.when))


def _proposal(
    route: FundingRoute, rule: FundingRule, facts: Facts, catalogue: FundingCatalogue, today: date
) -> RouteProposal:
    because = tuple(fact for fact in rule.when if fact in facts.so)
    if_so = tuple(fact for fact in rule.when if fact not in facts.so)
    return RouteProposal(route, rule.key, because, if_so, is_to_check(route, catalogue, today))


def is_gone(route: FundingRoute, today: date) -> bool:
    """Whether a route has come to its end; on its last day it has not."""
    return route.valid_to is not None and route.valid_to < today


def is_stale(route: FundingRoute, catalogue: FundingCatalogue, today: date) -> bool:
    """Whether it is too long since somebody compared a row with its source (VSO-1)."""
    return (today - route.checked).days > catalogue.stale_after


def is_to_check(route: FundingRoute, catalogue: FundingCatalogue, today: date) -> bool:
    """Whether to check before a decision: what is old, what was never sure, and what is gone."""
    return route.certainty == "unknown" or is_stale(route, catalogue, today) or is_gone(route, today)


def amount(route: FundingRoute, catalogue: FundingCatalogue, today: date) -> Text:
    """What somebody has entered of money this year; nothing of what must be checked first (FUND-1)."""
    entered = route.amount_on is not None and route.amount_on.year == today.year and route.amount_on <= today
    return route.amount if entered and not is_to_check(route, catalogue, today) else Text()


def starts_too_early(route: FundingRoute, start: date | None, decided: date | None, today: date) -> bool:
    """Whether something begins before the decision that must come first (FUND-4); undecided is today at the soonest."""
    if not route.before_start or start is None:
        return False
    return start < decided if decided else start <= today


def begins_too_early(route: FundingRoute, measure: Measure, today: date) -> bool:
    """Whether a measure has begun, or its offer begins, before there can be a decision. No decision is kept yet."""
    if measure.status in _BEGUN:
        return route.before_start
    return starts_too_early(route, measure.offer.start if measure.offer else None, None, today)


def facts_of(results: Results, measure: Measure) -> Facts:
    """What a measure and the survey tell the rules."""
    so, told = set(_of_kind(measure)), results.told
    to_ask = set[Fact]()
    if "hiring" in so and told.learner != "no":
        (so if told.learner == "yes" else to_ask).add("learner")
    if "hiring" in so or ("apprenticeship" in so and told.open_posts == "yes"):
        to_ask.add("unemployed")
    if so & _TAUGHT and _short(results, measure) >= SEVERAL:
        so.add("several_people")
    if told.shrinking:
        to_ask.add("dismissals")
    return Facts(frozenset(so), frozenset(to_ask))


def _of_kind(measure: Measure) -> Iterator[Fact]:
    """What the kind of a measure says; of an offer of several units that there are several."""
    fact = _OF_OPTION.get(measure.option)
    several = fact == "one_unit" and measure.offer is not None and is_of_several_units(measure.offer)
    if fact:
        yield "several_units" if several else fact
    if fact == "apprenticeship":
        yield "whole_occupation"


def _short(results: Results, measure: Measure) -> int:
    """How many people are known to be short of what the measure is for."""
    scored = next((row.score for row in results.ranked if row.need.key == measure.for_key), None)
    at = scored.decided if scored else None
    return at.below if at else 0


def as_chosen(route: FundingRoute, language: Language) -> str:
    """How a measure keeps its route: named as it is now, with the code by which it is found again."""
    return f"{route.name.said(language).text} ({route.code})"


def chosen_code(measure: Measure) -> str:
    """The code of the route that a measure names; empty where it has none, or one in own words."""
    found = _CHOSEN.search(measure.funding_route)
    return found[1] if found else ""


def chosen(measure: Measure, catalogue: FundingCatalogue) -> FundingRoute | None:
    """The route of the catalogue that a measure names, if it is there."""
    return catalogue.route(chosen_code(measure))
