"""From a need to offers: exact codes first, then words, each match with its reasons (brief, 4.8; SCORING-NOTES 7)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache, partial
from typing import Final

from app.languages import Language
from app.mapping.circumstances import Held, circumstances, held_as, how_held
from app.mapping.corpus import WHOLE, Corpus, Named
from app.mapping.reasons import Match, Reason, ReasonCode, Wanted
from app.offers.model import Offer
from app.search.index import LEAST, Band, alike, band, shared

__all__ = ["Match", "Reason", "ReasonCode", "Wanted", "best"]

_LEAST_POINTS: Final = 30
_SAME_CODE, _SAME_TAG, _NEAR_TAG, _SAME_QUALIFICATION = 50, 45, 40, 30
_WORDS: Final = {Band.STRONG: 35, Band.POSSIBLE: 30}
"""Weaker likeness covers nothing. Beside a qualification words bring what it lacks of a code."""
_NEAREST: Final = (
    ReasonCode.AT_WORKPLACE,
    ReasonCode.ONLINE,
    ReasonCode.SAME_MUNICIPALITY,
    ReasonCode.SAME_REGION,
    ReasonCode.NEAR_REGION,
)

Covering = dict[str, tuple[Offer, tuple[Reason, ...]]]
"""Offers that cover something of a need, by key, each with how that is known."""


def best(wanted: Wanted, offers: Corpus, limit: int = 3) -> tuple[Match, ...]:
    """The best offers for a need, from offers that were made ready for many needs.

    What covers it by a code comes before what only speaks of the same, however many points the latter has. An offer
    that is known not to be taught in the company's language is left out, whatever languages its people may speak.
    """
    said_of = cache(partial(how_held, wanted, offers.around.regions))
    found = (
        _match(wanted, offer, coverage, offers, said_of)
        for offer, coverage in _covering(wanted, offers).values()
        if not offer.languages or wanted.language in offer.languages
    )
    return tuple(sorted((m for m in found if m.points >= _LEAST_POINTS), key=_order)[:limit])


def _match(
    wanted: Wanted,
    offer: Offer,
    coverage: tuple[Reason, ...],
    offers: Corpus,
    said_of: Callable[[Held], tuple[Reason, ...]],
) -> Match:
    held = said_of(held_as(offer, offers.regions.get(offer.key)))
    reasons = sorted((*coverage, *held, *circumstances(wanted, offer, offers.today)), key=lambda each: -each.points)
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
