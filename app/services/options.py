"""What offers are asked for a mapping: which of them there are, and what a need or a card looks for in them.

And what the rules for ways forward must know beside the mapping.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from app.languages import LANGUAGES, Text
from app.mapping.corpus import Corpus, corpus
from app.mapping.levels import LEVELS, Tally, tally
from app.mapping.matching import Wanted, best
from app.mapping.model import CardHolding, Horizon, Mapping, RoleNeed
from app.mapping.paths import Step, path
from app.mapping.plan import years_after
from app.mapping.scoring import Score, score_need
from app.mapping.ways_rules import Known
from app.offers.model import Offer
from app.services.catalogues import shortage
from app.services.desk import Desk
from app.services.libraries import example_offers, offers
from app.services.search_cache import indexed
from app.services.units import extents

_LOOKED_AT: Final = 200
"""How many of the best offers of a need are looked at for a path: its rungs may lie deep among many short courses."""


def available_offers(desk: Desk, mapping: Mapping) -> tuple[Offer, ...]:
    """Imported offers; the sample company may also draw on our example offers."""
    return _with_addresses(desk, offers(desk)) + (example_offers() if mapping.example else ())


def addressed(desk: Desk, keys: Iterable[str]) -> tuple[Offer, ...]:
    """Those of the imported offers with these keys that are here."""
    return _with_addresses(desk, desk.library.offers_of(keys))


def _with_addresses(desk: Desk, given: Iterable[Offer]) -> tuple[Offer, ...]:
    """The offers; one that does not say where to ask leads to the only provider of that name."""
    addresses: dict[str, set[str]] = defaultdict(set)
    for provider in desk.library.providers():
        for name in _names(provider.name):
            addresses[name].add(provider.link)
    return tuple(offer if offer.link or offer.contact else _led(offer, addresses) for offer in given)


def _led(offer: Offer, addresses: dict[str, set[str]]) -> Offer:
    found = set[str]().union(*(addresses.get(name, ()) for name in _names(offer.provider)))
    return replace(offer, link=found.pop()) if len(found) == 1 else offer


def _names(name: Text) -> set[str]:
    """A name as it is written in each language, whatever the case."""
    return {written.casefold() for language in LANGUAGES if (written := name.get(language))}


def ready_offers(desk: Desk, mapping: Mapping) -> Corpus:
    """The available offers, ready to be matched; takes seconds for thousands, so whoever has several needs keeps it."""
    return corpus(available_offers(desk, mapping), desk.today, indexed(desk))


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


def path_to(mapping: Mapping, need: RoleNeed, offers: Corpus) -> tuple[Step, ...]:
    """The path across colleges to the target of a need, where one step is not enough (brief, JOE-1)."""
    asked = wanted(mapping, need, offers.today)
    return path(asked, best(asked, offers, _LOOKED_AT))


def renewing(mapping: Mapping, holding: CardHolding) -> Wanted:
    """A card to put right as a question to the offers."""
    return Wanted(name=holding.name, card=holding.card, language=mapping.company.service_language)


def wanted(mapping: Mapping, need: RoleNeed, today: date) -> Wanted:
    """A need and the company's circumstances as a question to the offers."""
    company, level_to = mapping.company, need.targets.highest or None
    return Wanted(
        name=need.name,
        unit_code=need.unit_code,
        unit_name=need.unit_name,
        qualification_code=need.qualification_code,
        tags=need.tags,
        level_from=_lowest_below(tally(mapping, need), level_to),
        level_to=level_to,
        language=company.service_language,
        municipality=company.municipality,
        municipality_name=company.municipality_name,
        deadline=_deadline(score_need(mapping, need), today),
    )


def _lowest_below(people: Tally, target: int | None) -> int | None:
    """The level of those who have furthest to go; None where nobody is known to lack skill."""
    lacking = (level for level in LEVELS[:target] if people.at[level] > people.held_back[level])
    return next(lacking, None) if target else None


def _deadline(score: Score, today: date) -> date | None:
    """By when to begin: what is lacking now or within the year, within the year; None while nobody is known."""
    if score.deciding is None:
        return None
    return years_after(today, 3 if score.deciding is Horizon.Y3 else 1)
