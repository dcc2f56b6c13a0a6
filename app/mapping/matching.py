"""From a need to offers: exact codes first, then words, each match with its reasons (brief, 4.8; SCORING-NOTES 7)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from app.languages import LANGUAGES, Language, Text
from app.mapping.corpus import WHOLE, Corpus, Named
from app.mapping.surroundings import Regions
from app.mapping.told import LearningWay
from app.offers.model import Mode, Offer, OfferType, is_stale
from app.search.index import LEAST, Band, alike, band, shared


class ReasonCode(StrEnum):
    """Why an offer is proposed; `wording` makes the sentence."""

    SAME_UNIT = "same_unit"
    SAME_QUALIFICATION = "same_qualification"
    SAME_CARD = "same_card"
    SAME_TAG = "same_tag"
    NEAR_TAG = "near_tag"
    WORDS = "words"
    RIGHT_LEVEL = "right_level"
    LANGUAGE = "language"
    SAME_MUNICIPALITY = "same_municipality"
    SAME_REGION = "same_region"
    NEAR_REGION = "near_region"
    ONLINE = "online"
    AT_WORKPLACE = "at_workplace"
    WISHED = "wished"
    STARTS_IN_TIME = "starts_in_time"
    ANY_TIME = "any_time"
    FREE = "free"
    UNDER_1000 = "under_1000"
    UP_TO_5000 = "up_to_5000"
    FUNDABLE = "fundable"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason, the points it brought and the value to show ("101108", "hitsaus", "2027-01-11")."""

    code: ReasonCode
    points: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an offer is looked for: the need in codes and in words, and the company's circumstances.

    `ways` are those the company wishes to learn by, in `months_off` (1…12) nobody can begin, and `fundable` are kinds
    of offers with a code of a funding route that comes into question for them.
    """

    name: Text
    unit_code: str = ""
    unit_name: Text = Text()
    qualification_code: str = ""
    tags: tuple[str, ...] = ()
    card: str = ""
    level_from: int | None = None
    level_to: int | None = None
    language: Language = "fi"
    municipality: str = ""
    municipality_name: str = ""
    deadline: date | None = None
    ways: tuple[LearningWay, ...] = ()
    months_off: tuple[int, ...] = ()
    fundable: frozenset[tuple[OfferType, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """An offer with its points 0…100 and the reasons they came from, strongest first. Never without a reason."""

    offer: Offer
    points: int
    reasons: tuple[Reason, ...]


_LEAST_POINTS: Final = 30
_SAME_CODE, _SAME_TAG, _NEAR_TAG, _SAME_QUALIFICATION = 50, 45, 40, 30
_WORDS: Final = {Band.STRONG: 35, Band.POSSIBLE: 30}
"""Weaker likeness covers nothing. Beside a qualification words bring what it lacks of a code."""
_LEVEL, _LANGUAGE, _PLACE, _WISHED, _TIME, _FREE = 15, 10, 6, 4, 10, 5
"""The brief gives ten points to place and mode together, and five to the class of cost; how they part is ours."""
_SAME_REGION, _NEAR_REGION, _UNDER_1000, _UP_TO_5000, _FUNDABLE = 4, 2, 3, 1, 2
_NEAREST: Final = (
    ReasonCode.AT_WORKPLACE,
    ReasonCode.ONLINE,
    ReasonCode.SAME_MUNICIPALITY,
    ReasonCode.SAME_REGION,
    ReasonCode.NEAR_REGION,
)
_WAY_OF_TYPE: Final[dict[OfferType, LearningWay]] = {
    "course": "short_course",
    "badge": "short_course",
    "card": "short_course",
    "apprenticeship": "apprenticeship",
    "qualification": "qualification",
}
_WAY_OF_MODE: Final[dict[Mode, LearningWay]] = {"workplace": "on_the_job", "online": "online"}

Covering = dict[str, tuple[Offer, tuple[Reason, ...]]]
"""Offers that cover something of a need, by key, each with how that is known."""


def best(wanted: Wanted, offers: Corpus, limit: int = 3) -> tuple[Match, ...]:
    """The best offers for a need, from offers that were made ready for many needs.

    What covers it by a code comes before what only speaks of the same, however many points the latter has. An offer
    that is known not to be taught in the company's language is left out, whatever languages its people may speak.
    """
    found = (
        _match(wanted, offer, coverage, offers)
        for offer, coverage in _covering(wanted, offers).values()
        if not offer.languages or wanted.language in offer.languages
    )
    return tuple(sorted((m for m in found if m.points >= _LEAST_POINTS), key=_order)[:limit])


def _match(wanted: Wanted, offer: Offer, coverage: tuple[Reason, ...], offers: Corpus) -> Match:
    reasons = sorted((*coverage, *_circumstances(wanted, offer, offers)), key=lambda reason: -reason.points)
    return Match(offer, sum(reason.points for reason in reasons), tuple(reasons))


def _order(found: Match) -> tuple[bool, int, date, int, str]:
    """By a code first; then points, the earlier start, the nearer, and the key."""
    codes = [reason.code for reason in found.reasons]
    start = date.min if ReasonCode.ANY_TIME in codes else found.offer.start or date.max
    near = next((place for place, code in enumerate(_NEAREST) if code in codes), len(_NEAREST))
    return found.reasons[0].points < _SAME_TAG, -found.points, start, near, found.offer.key


def _covering(wanted: Wanted, offers: Corpus) -> Covering:
    """Offers that cover something of a need: by its card alone if it is one, else by unit, tag, or what they say."""
    if wanted.card:
        return _by(offers.by_card.get(wanted.card, ()), Reason(ReasonCode.SAME_CARD, _SAME_CODE, wanted.card))
    found = _near(wanted, offers)
    for key, (offer, reasons) in _resembling(wanted, offers).items():
        if key not in found or sum(reason.points for reason in reasons) > _NEAR_TAG:
            found[key] = offer, reasons
    for tag in reversed(wanted.tags):
        found |= _by(offers.by_tag.get(tag, ()), _tagged(tag))
    same_unit = Reason(ReasonCode.SAME_UNIT, _SAME_CODE, wanted.unit_code)
    return found | _by(offers.by_unit.get(wanted.unit_code, ()), same_unit)


def _near(wanted: Wanted, offers: Corpus) -> Covering:
    """Offers of a narrower or a broader competence: "digcomp:4" is about all that begins with "digcomp:4."."""
    found: Covering = {}
    for tag in reversed(wanted.tags):
        for other in (*_broader(tag), *_narrower(tag, offers)):
            found |= _by(offers.by_tag.get(other, ()), Reason(ReasonCode.NEAR_TAG, _NEAR_TAG, other))
    return found


def _broader(tag: str) -> Iterator[str]:
    return (tag[:at] for at, letter in enumerate(tag) if letter == ".")


def _narrower(tag: str, offers: Corpus) -> tuple[str, ...]:
    """Tags that begin with this one and a point; "/" is what comes after a point."""
    return offers.tags[bisect_left(offers.tags, f"{tag}.") : bisect_left(offers.tags, f"{tag}/")]


def _tagged(tag: str) -> Reason:
    list_, _, code = tag.partition(":")
    if list_ == "qualification":
        return Reason(ReasonCode.SAME_QUALIFICATION, _SAME_TAG, code)
    if list_ == "card":
        return Reason(ReasonCode.SAME_CARD, _SAME_TAG, code)
    return Reason(ReasonCode.SAME_TAG, _SAME_TAG, tag)


def _by(offers: Iterable[Offer], reason: Reason) -> Covering:
    return {offer.key: (offer, (reason,)) for offer in offers}


def _resembling(wanted: Wanted, offers: Corpus) -> Covering:
    """Offers that may cover a need: whole qualifications that its unit belongs to, and those that speak of the same.

    A whole qualification that tells its units, but not this one, does not hold it.
    """
    code = wanted.qualification_code if wanted.unit_code else ""
    whole = (o for o in offers.by_qualification.get(code, ()) if o.offer_type in WHOLE and not o.unit_codes)
    found = _by(whole, Reason(ReasonCode.SAME_QUALIFICATION, _SAME_QUALIFICATION, code))
    for key, (offer, words) in _speaking_of(wanted, offers).items():
        beside = replace(words, points=_SAME_CODE - _SAME_QUALIFICATION)
        found[key] = offer, (*found[key][1], beside) if key in found else (words,)
    return found


def _speaking_of(wanted: Wanted, offers: Corpus) -> dict[str, tuple[Offer, Reason]]:
    """Offers whose words are like a need's in the same language; the company's own language comes before the others."""
    found: dict[str, tuple[Offer, Reason]] = {}
    for named in sorted(offers.named, key=lambda named: named.language != wanted.language):
        for label in (wanted.name.get(named.language), wanted.unit_name.get(named.language)):
            for offer, reason in _like(label, named, wanted.language):
                if offer.key not in found or found[offer.key][1].points < reason.points:
                    found[offer.key] = offer, reason
    return found


def _like(label: str, named: Named, reader: Language) -> Iterator[tuple[Offer, Reason]]:
    """Offers like a label, with the words they share, or with what they are called in the language of the reader."""
    for hit in alike(named.index, label, LEAST[Band.POSSIBLE]):
        offer = named.offers[hit.place]
        words = shared(named.index, label, hit.place) if named.language == reader else ()
        value = ", ".join(words) or offer.name.said(reader).text
        yield offer, Reason(ReasonCode.WORDS, _WORDS[band(hit.score)], value)


def _circumstances(wanted: Wanted, offer: Offer, offers: Corpus) -> Iterator[Reason]:
    """What speaks for an offer beside what it covers. What is not known speaks for nothing."""
    if _level_fits(wanted, offer):
        yield Reason(ReasonCode.RIGHT_LEVEL, _LEVEL)
    if wanted.language in offer.languages:
        yield Reason(ReasonCode.LANGUAGE, _LANGUAGE, wanted.language)
    yield from _place(wanted, offer, offers)
    yield from _wished(wanted, offer)
    yield from _time(wanted, offer, offers.today)
    yield from _cost(wanted, offer, offers.today)


def _level_fits(wanted: Wanted, offer: Offer) -> bool:
    """Whether an offer leads to the level wanted, and begins no higher than people are (or than they want to be)."""
    if wanted.level_to is None or (offer.level_from is None and offer.level_to is None):
        return False
    now = wanted.level_to if wanted.level_from is None else wanted.level_from
    return (offer.level_from or 0) <= now and wanted.level_to <= (4 if offer.level_to is None else offer.level_to)


def _place(wanted: Wanted, offer: Offer, offers: Corpus) -> Iterator[Reason]:
    """The nearest place it is held in, if that is known to be near."""
    names = {wanted.municipality_name.casefold()} - {""}
    places = {place.get(language).casefold() for place in offer.places for language in LANGUAGES}
    if "workplace" in offer.mode:
        yield Reason(ReasonCode.AT_WORKPLACE, _PLACE)
    elif "online" in offer.mode:
        yield Reason(ReasonCode.ONLINE, _PLACE)
    elif (wanted.municipality and wanted.municipality in offer.municipality_codes) or names & places:
        yield Reason(ReasonCode.SAME_MUNICIPALITY, _PLACE, wanted.municipality_name)
    elif regions := offers.regions.get(offer.key):
        yield from _region(wanted, regions, offers.around.regions)


def _region(wanted: Wanted, held_in: frozenset[str], regions: Regions) -> Iterator[Reason]:
    own = regions.of([wanted.municipality], [Text(wanted.municipality_name)])
    if own & held_in:
        yield Reason(ReasonCode.SAME_REGION, _SAME_REGION)
    elif regions.neighbours(own) & held_in:
        yield Reason(ReasonCode.NEAR_REGION, _NEAR_REGION)


def _wished(wanted: Wanted, offer: Offer) -> Iterator[Reason]:
    """The first of the ways the company wishes to learn by that an offer goes."""
    of_offer = {_WAY_OF_TYPE.get(offer.offer_type), *(_WAY_OF_MODE.get(mode) for mode in offer.mode)}
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
    route = next((code for code in offer.funding_routes if (offer.offer_type, code) in wanted.fundable), "")
    if route:
        yield Reason(ReasonCode.FUNDABLE, _FUNDABLE, route)
