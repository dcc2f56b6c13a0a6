"""What speaks for an offer beside what it covers: level, language, place, wishes, time and cost (brief, 4.8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from app.mapping.reasons import Reason, ReasonCode, Wanted
from app.mapping.surroundings import Regions, small_names
from app.offers.model import Mode, Offer, OfferType, is_of_several_units, is_stale
from app.texts import Text

if TYPE_CHECKING:
    from app.mapping.told import LearningWay

_LEVEL, _LANGUAGE, _PLACE, _WISHED, _TIME, _FREE = 15, 10, 6, 4, 10, 5
"""The brief gives ten points to place and mode together, and five to the class of cost; how they part is ours."""
_SAME_REGION, _NEAR_REGION, _UNDER_1000, _UP_TO_5000, _FUNDABLE = 4, 2, 3, 1, 2
_WAY_OF_TYPE: Final[dict[OfferType, LearningWay]] = {
    "course": "short_course",
    "badge": "short_course",
    "card": "short_course",
    "apprenticeship": "apprenticeship",
    "qualification": "qualification",
}
_WAY_OF_MODE: Final[dict[Mode, LearningWay]] = {"workplace": "on_the_job", "online": "online"}


class Held(NamedTuple):
    """How an offer is held, which thousands have in common; `regions` are codes, `numbers` those of municipalities."""

    offer_type: OfferType
    mode: tuple[Mode, ...]
    numbers: tuple[str, ...]
    places: tuple[Text, ...]
    regions: frozenset[str]


def held_as(offer: Offer, regions: frozenset[str] | None) -> Held:
    return Held(offer.offer_type, offer.mode, offer.municipality_codes, offer.places, regions or frozenset())


def how_held(wanted: Wanted, regions: Regions, held: Held) -> tuple[Reason, ...]:
    """What speaks for offers that are held so."""
    return (*_place(wanted, regions, held), *_wished(wanted, held))


def _place(wanted: Wanted, regions: Regions, held: Held) -> Iterator[Reason]:
    """The nearest place it is held in, if that is known to be near."""
    names = {wanted.municipality_name.casefold()} - {""}
    in_same = wanted.municipality and wanted.municipality in held.numbers
    if "workplace" in held.mode:
        yield Reason(ReasonCode.AT_WORKPLACE, _PLACE)
    elif "online" in held.mode:
        yield Reason(ReasonCode.ONLINE, _PLACE)
    elif in_same or any(names & small_names(place) for place in held.places):
        yield Reason(ReasonCode.SAME_MUNICIPALITY, _PLACE, wanted.municipality_name)
    elif held.regions:
        yield from _region(wanted, held.regions, regions)


def circumstances(wanted: Wanted, offer: Offer, today: date) -> Iterator[Reason]:
    """What speaks for an offer, but for how it is held. What is not known speaks for nothing."""
    if _level_fits(wanted, offer):
        yield Reason(ReasonCode.RIGHT_LEVEL, _LEVEL)
    if wanted.language in offer.languages:
        yield Reason(ReasonCode.LANGUAGE, _LANGUAGE, wanted.language)
    yield from _time(wanted, offer, today)
    yield from _cost(wanted, offer, today)


def _level_fits(wanted: Wanted, offer: Offer) -> bool:
    """Whether an offer leads to the level wanted, and begins no higher than people are (or than they want to be)."""
    if wanted.level_to is None or (offer.level_from is None and offer.level_to is None):
        return False
    now = wanted.level_to if wanted.level_from is None else wanted.level_from
    return (offer.level_from or 0) <= now and wanted.level_to <= (4 if offer.level_to is None else offer.level_to)


def _region(wanted: Wanted, held_in: frozenset[str], regions: Regions) -> Iterator[Reason]:
    own = regions.of([wanted.municipality], [Text(wanted.municipality_name)])
    if own & held_in:
        yield Reason(ReasonCode.SAME_REGION, _SAME_REGION)
    elif regions.neighbours(own) & held_in:
        yield Reason(ReasonCode.NEAR_REGION, _NEAR_REGION)


def _wished(wanted: Wanted, held: Held) -> Iterator[Reason]:
    """The first of the ways the company wishes to learn by that an offer goes."""
    of_offer = {_WAY_OF_TYPE.get(held.offer_type), *(_WAY_OF_MODE.get(mode) for mode in held.mode)}
    way = next((way for way in wanted.ways if way in of_offer), None)
    if way:
        yield Reason(ReasonCode.WISHED, _WISHED, way)


def _time(wanted: Wanted, offer: Offer, today: date) -> Iterator[Reason]:
    if offer.start and offer.start >= today:
        in_time = wanted.deadline is None or offer.start <= wanted.deadline
        if in_time and offer.start.month not in wanted.months_off:
            yield Reason(ReasonCode.STARTS_IN_TIME, _TIME, offer.start.isoformat())
    elif "own_pace" in offer.time:
        yield Reason(ReasonCode.ANY_TIME, _TIME)


def _cost(wanted: Wanted, offer: Offer, today: date) -> Iterator[Reason]:
    """The class of a price that was checked lately, and whether a route may pay it: together no better than free."""
    price = None if is_stale(offer, today) else offer.price_eur
    if price == 0:
        yield Reason(ReasonCode.FREE, _FREE)
        return
    if price is not None and price < 1000:
        yield Reason(ReasonCode.UNDER_1000, _UNDER_1000)
    elif price is not None and price <= 5000:
        yield Reason(ReasonCode.UP_TO_5000, _UP_TO_5000)
    kind = offer.offer_type, is_of_several_units(offer)
    route = next((code for code in offer.funding_routes if (*kind, code) in wanted.fundable), "")
    if route:
        yield Reason(ReasonCode.FUNDABLE, _FUNDABLE, route)
