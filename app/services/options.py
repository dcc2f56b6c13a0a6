"""What offers are asked for a mapping: which of them there are, and what a need or a card looks for in them.

And what the rules for ways forward must know beside the mapping.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from app.catalogues.model import FundingCatalogue
from app.files.collecting import nothing_collected
from app.mapping.corpus import Corpus, corpus
from app.mapping.funding import facts_of, routes_for
from app.mapping.levels import lowest_below, tally
from app.mapping.matching import Wanted, best
from app.mapping.model import CardHolding, Horizon, Mapping, Measure, RoleNeed
from app.mapping.paths import Step, path
from app.mapping.plan import Results, years_after
from app.mapping.scoring import Score, score_need
from app.mapping.surroundings import Surroundings, regions, small_names
from app.mapping.ways_rules import OPTION_OF_OFFER, Known
from app.offers.model import Offer, OfferType, is_of_several_units
from app.services.catalogues import audiences, municipalities, of_directory, shortage
from app.services.desk import Desk
from app.services.libraries import example_offers, offers
from app.services.place_names import finding, with_names
from app.services.search_cache import indexed
from app.services.units import extents
from app.texts import Text

_LOOKED_AT: Final = 200
"""How many of the best offers of a need are looked at for a path: its rungs may lie deep among many short courses."""


def available_offers(desk: Desk, mapping: Mapping) -> tuple[Offer, ...]:
    """Imported offers; the sample company may also draw on our example offers."""
    return _completed(desk, (*offers(desk), *(example_offers() if mapping.example else ())))


def addressed(desk: Desk, keys: Iterable[str]) -> tuple[Offer, ...]:
    """Those of the imported offers with these keys that are here."""
    return _completed(desk, desk.library.offers_of(keys))


def _completed(desk: Desk, given: Iterable[Offer]) -> tuple[Offer, ...]:
    """The offers with their places in every language; one that does not say where to ask leads to its provider.

    That is the only one of that name.
    """
    find = finding(municipalities(desk))
    addresses: dict[str, set[str]] = defaultdict(set)
    for provider in desk.library.providers():
        for name in small_names(provider.name):
            addresses[name].add(provider.link)
    named = (with_names(offer, find) for offer in given)
    return tuple(offer if offer.link or offer.contact else _led(offer, addresses) for offer in named)


def _led(offer: Offer, addresses: dict[str, set[str]]) -> Offer:
    found = set[str]().union(*(addresses.get(name, ()) for name in small_names(offer.provider)))
    return replace(offer, link=found.pop()) if len(found) == 1 else offer


def ready_offers(desk: Desk, mapping: Mapping) -> Corpus:
    """The available offers, ready to be matched; takes seconds for thousands, so whoever has several needs keeps it."""
    with nothing_collected():
        return made_ready(desk, available_offers(desk, mapping))


def made_ready(desk: Desk, given: Iterable[Offer]) -> Corpus:
    """Offers made ready with what the catalogues in force tell about them."""
    around = Surroundings(regions(municipalities(desk)), audiences(desk), of_directory(desk).directory.funding)
    return corpus(given, desk.today, indexed(desk), around)


def known(desk: Desk, mapping: Mapping) -> Known:
    """How large the units of a mapping are, and which of its roles belong to a field of labour shortage today."""
    return Known(extents(desk, mapping), _short_roles(desk, mapping))


def _short_roles(desk: Desk, mapping: Mapping) -> frozenset[str]:
    fields = shortage(desk).of_year(desk.today.year)
    codes: dict[str, set[str]] = defaultdict(set)
    for need in mapping.needs:
        codes[need.role_key].add(need.qualification_code)
    met = (role.key for role in mapping.roles if any(field.is_met(role.name, codes[role.key]) for field in fields))
    return frozenset(met)


def path_to(found: Results, need: RoleNeed, offers: Corpus) -> tuple[Step, ...]:
    """The path across colleges to the target of a need, where one step is not enough (brief, JOE-1)."""
    question = asked(found, need, offers)
    return path(question, best(question, offers, _LOOKED_AT))


def asked(found: Results, of: RoleNeed | CardHolding, offers: Corpus) -> Wanted:
    """A need or a card as a question to these offers, with what the survey told, and how each kind may be paid for."""
    mapping, told = found.mapping, found.told
    question = wanted(mapping, of, found.today) if isinstance(of, RoleNeed) else renewing(mapping, of)
    funding = offers.around.funding
    fundable = frozenset(_fundable(found, of.key, funding)) if funding else frozenset()
    return replace(question, ways=told.ways, months_off=told.months_off, fundable=fundable)


def _fundable(found: Results, key: str, funding: FundingCatalogue) -> Iterator[tuple[OfferType, bool, str]]:
    """Kinds of offers, whether of several units, each with the codes of the routes that come into question for it."""
    for kind, option in OPTION_OF_OFFER.items():
        for units in (("one",), ("one", "another")):
            offer = Offer("", Text(), offer_type=kind, unit_codes=units)
            routes = routes_for(facts_of(found, Measure("", key, option, offer=offer)), funding, found.today)
            yield from ((kind, is_of_several_units(offer), proposal.route.code) for proposal in routes)


def renewing(mapping: Mapping, holding: CardHolding) -> Wanted:
    """A card to put right as a question to the offers."""
    company = mapping.company
    return Wanted(
        name=holding.name,
        card=holding.card,
        language=company.service_language,
        municipality=company.municipality,
        municipality_name=company.municipality_name,
    )


def wanted(mapping: Mapping, need: RoleNeed, today: date) -> Wanted:
    """A need and the company's circumstances as a question to the offers."""
    company, level_to = mapping.company, need.targets.highest or None
    return Wanted(
        name=need.name,
        unit_code=need.unit_code,
        unit_name=need.unit_name,
        qualification_code=need.qualification_code,
        tags=need.tags,
        level_from=lowest_below(tally(mapping, need), level_to),
        level_to=level_to,
        language=company.service_language,
        municipality=company.municipality,
        municipality_name=company.municipality_name,
        deadline=_deadline(score_need(mapping, need), today),
    )


def _deadline(score: Score, today: date) -> date | None:
    """By when to begin: what is lacking now or within the year, within the year; None while nobody is known."""
    if score.deciding is None:
        return None
    return years_after(today, 3 if score.deciding is Horizon.Y3 else 1)
