"""Ways forward for a need: what the rules propose, and the offers that fit (brief, 4.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from app.mapping.apprenticeship import Missing, asked_of, missing
from app.mapping.matching import Match
from app.mapping.model import Measure, OptionType
from app.mapping.plan import Results
from app.mapping.scoring import NeedScore
from app.mapping.ways_rules import (
    AFTER_OFFERS,
    BEFORE_OFFERS,
    NOTHING_KNOWN,
    OPTION_OF_OFFER,
    Case,
    Known,
    Rule,
    WhyOption,
    case_of,
    trains_new,
)
from app.offers.model import Offer

MOST_OPTIONS: Final = 4
MOST_OFFERS: Final = 2


@dataclass(frozen=True, slots=True)
class Option:
    """One way forward for a need; `match` is set when it draws on an offer, `why` is a reason code for `wording`.

    `lacks` are answers that an apprenticeship still lacks (KEU-5).
    """

    option: OptionType
    why: WhyOption
    match: Match | None = None
    lacks: tuple[Missing, ...] = ()


def options(
    found: Results, scored: NeedScore, matches: tuple[Match, ...], known: Known = NOTHING_KNOWN
) -> tuple[Option, ...]:
    """Two to four ways forward for a need, of different kinds, best first; `matches` are best first, too.

    An offer that fits is always among them. A statutory need cannot be left to wait.
    """
    case = case_of(found, scored, matches, known)
    offered = _offered(case)
    ways: dict[OptionType, Option] = {}
    for option in (*_ruled(BEFORE_OFFERS, case, offered), *offered.values(), *_ruled(AFTER_OFFERS, case, offered)):
        ways.setdefault(option.option, option)
    return _few(tuple(ways.values()))


def _few(found: tuple[Option, ...]) -> tuple[Option, ...]:
    """The first ways; where none of them draws on an offer although one fits, that takes the last place."""
    first = found[:MOST_OPTIONS]
    offer = next((option for option in found if option.match), None)
    return first if offer is None or offer in first else (*first[:-1], offer)


def _ruled(rules: Iterable[Rule], case: Case, offered: dict[OptionType, Option]) -> Iterator[Option]:
    """What the rules propose; where an offer of the same kind fits, that offer."""
    for rule in rules:
        if rule.where(case):
            yield offered.get(rule.option) or Option(rule.option, rule.why, lacks=_lacks(case, rule.option))


def _offered(case: Case) -> dict[OptionType, Option]:
    """The best offer of each kind, two at most; where somebody can be hired to be trained, an apprenticeship first."""
    best: dict[OptionType, Option] = {}
    for match in case.matches:
        kind = OPTION_OF_OFFER[match.offer.offer_type]
        best.setdefault(kind, Option(kind, "offer_fits", match, _lacks(case, kind, match.offer)))
    kinds = sorted(best, key=lambda kind: kind is not OptionType.APPRENTICESHIP) if trains_new(case) else list(best)
    return {kind: best[kind] for kind in kinds[:MOST_OFFERS]}


def _lacks(case: Case, kind: OptionType, offer: Offer | None = None) -> tuple[Missing, ...]:
    """What an apprenticeship lacks before a provider is contacted; nothing of any other kind."""
    if kind is not OptionType.APPRENTICESHIP:
        return ()
    return missing(asked_of(case.told, case.need, Measure("", case.need.key, kind, offer=offer)))
