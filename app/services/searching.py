"""Searching the offers by words, in one language or in all, and saying what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any, Final, get_args

from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.corpus import is_over
from app.offers.filters import Filter, FilterKind, meets
from app.offers.model import Offer
from app.search.index import Document, Index, build, lookup, shared
from app.search.text import words
from app.services import catalogues
from app.services.asking import Asked, understood, without
from app.services.desk import Desk
from app.services.libraries import example_offers, offers
from app.services.search_words import Meanings, meanings
from app.wording.offers import offer_type_name, places_of, price_of
from app.wording.search import filter_said, filters_said, speaks_of

_READ: Final = 600
"""Letters of a description that are read: what it is about is said at its beginning."""
_WEAKEST_FIRST: Final = get_args(FilterKind)


@dataclass(frozen=True, slots=True)
class Hit:
    """An offer, how much of what was asked it holds, 0…1, and the words it shares with that."""

    offer: Offer
    score: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What was searched for in the end; `left_out` are filters without which alone something is found."""

    asked: Asked
    left_out: tuple[Filter, ...] = ()
    hits: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Searched:
    """Offers made ready for many queries, with an index for each language that is searched."""

    offers: tuple[Offer, ...]
    indexes: tuple[Index, ...]
    meanings: Meanings


def ready(desk: Desk, languages: Iterable[Language] = LANGUAGES, among: Iterable[Offer] | None = None) -> Searched:
    """Imported offers that are not over; while there are none, our marked examples. Seconds for tens of thousands.

    `among` are the offers to search instead, such as those of one mapping.
    """
    searched = (offers(desk) or example_offers()) if among is None else among
    still_open = tuple(offer for offer in searched if not is_over(offer, desk.today))
    indexes = tuple(build((_document(offer, each) for offer in still_open), each) for each in languages)
    return Searched(still_open, indexes, meanings(catalogues.municipalities(desk)))


def search_offers(desk: Desk, text: str, language: Language, limit: int) -> tuple[Hit, ...]:
    """Imported offers that fit the words and are not over, best first; while there are none, our marked examples."""
    return search(ready(desk, [language]), text, limit).hits


def search(searched: Searched, query: str, limit: int) -> Found:
    """Offers that are about it and meet every filter; where there are none, the fewest and weakest filters go.

    A query of filters alone that nothing meets is searched for as words.
    """
    asked = understood(query, searched.meanings)
    filters = sorted(asked.filters, key=lambda each: _WEAKEST_FIRST.index(each.kind))
    for left_out in (some for size in range(len(filters) + 1) for some in combinations(filters, size)):
        looser = without(asked, left_out)
        if hits := _hits(searched, looser, max(0, limit)):
            return Found(looser, left_out, hits)
    if asked.text:
        return Found(asked)
    plain = Asked(query)
    return Found(plain, asked.filters, _hits(searched, plain, max(0, limit)))


def _hits(searched: Searched, asked: Asked, limit: int) -> tuple[Hit, ...]:
    def fits(place: int) -> bool:
        return all(meets(searched.offers[place], each) for each in asked.filters)

    if not words(asked.text):
        return _all(searched, fits, limit) if asked.filters else ()
    best: dict[int, Hit] = {}
    for index in searched.indexes:
        for hit in lookup(index, asked.text, limit, fits):
            if hit.place not in best or best[hit.place].score < hit.score:
                here = shared(index, asked.text, hit.place)
                best[hit.place] = Hit(searched.offers[hit.place], hit.score, here)
    return tuple(sorted(best.values(), key=lambda hit: (-hit.score, hit.offer.key))[:limit])


def _all(searched: Searched, fits: Callable[[int], bool], limit: int) -> tuple[Hit, ...]:
    """Every offer that meets the filters, where nothing else is asked: what begins first comes first."""
    found = [offer for place, offer in enumerate(searched.offers) if fits(place)]
    found.sort(key=lambda offer: (offer.start or date.max, offer.key))
    return tuple(Hit(offer, 1.0) for offer in found[:limit])


def _document(offer: Offer, language: Language) -> Document:
    """What an offer is found by: words (in another language where this one has none), codes, provider and places."""
    tags = (offer.keywords, *offer.unit_names)
    codes = (*offer.unit_codes, *offer.qualification_codes, offer.card)
    body = (offer.can_do_after, offer.for_whom, offer.description, offer.provider, *offer.places)
    return Document(
        title=offer.name.said(language).text,
        tags=" ".join((*(tag.said(language).text for tag in tags), *codes)),
        body=" ".join(part.said(language).text[:_READ] for part in body),
    )


def source_id(offer: Offer) -> str:
    """What its source calls an offer: the id of its row, or its number in Opintopolku."""
    return offer.key.partition(":")[2] or offer.key


def reasons(hit: Hit, filters: Iterable[Filter], t: Translator) -> list[str]:
    """Why an offer was found: the words it shares, or what it is called, and the filters that it meets."""
    said = hit.words or (hit.offer.name.said(t.language).text,)
    return [speaks_of(t, said), *(filter_said(t, each) for each in filters)]


def found_json(found: Found, query: str, t: Translator) -> dict[str, Any]:
    """What was understood of a query, and what was found."""
    return {
        "query": query,
        "text": found.asked.text,
        "filters": [_filter_json(each, t) for each in found.asked.filters],
        "left_out": [_filter_json(each, t) for each in found.left_out],
        "offers": [as_json(hit, t) | {"reasons": reasons(hit, found.asked.filters, t)} for hit in found.hits],
    }


def answer_json(found: Found, query: str, t: Translator) -> dict[str, Any]:
    """The same in brief, for a line among many."""
    answers = [
        {"offer_id": source_id(hit.offer), "score": hit.score, "reasons": reasons(hit, found.asked.filters, t)}
        for hit in found.hits
    ]
    return {"query": query, "offers": answers}


def _filter_json(asked: Filter, t: Translator) -> dict[str, Any]:
    return {"kind": asked.kind, "values": list(asked.values), "typed": asked.typed, "said": filter_said(t, asked)}


def as_lines(found: Found, t: Translator) -> list[str]:
    """The filters, or which of them had to go, and then a line for each offer."""
    return [*_heading(found, t), *(as_line(hit, t) for hit in found.hits)]


def _heading(found: Found, t: Translator) -> Iterator[str]:
    if found.left_out and found.hits:
        left_out = filters_said(t, found.left_out)
        yield t("Nothing fits all that was asked. Left out: {filters}.", filters=left_out)
    if found.asked.filters and found.hits:
        yield t("Only: {filters}.", filters=filters_said(t, found.asked.filters))


def as_json(hit: Hit, t: Translator) -> dict[str, Any]:
    offer = hit.offer
    return {
        "id": offer.key,
        "offer_id": source_id(offer),
        "name": offer.name.said(t.language).text,
        "provider": offer.provider.said(t.language).text,
        "type": offer.offer_type,
        "score": round(hit.score, 3),
        "places": [place.said(t.language).text for place in offer.places],
        "languages": list(offer.languages),
        "start": offer.start.isoformat() if offer.start else None,
        "price_eur": str(offer.price_eur) if offer.price_eur is not None else None,
        "link": offer.link or None,
        "example": offer.example,
    }


def as_line(hit: Hit, t: Translator) -> str:
    """What, from whom, where, when and for how much, in one line."""
    return ", ".join(part for part in _parts(hit.offer, t) if part)


def _parts(offer: Offer, t: Translator) -> Iterator[str]:
    yield offer.name.said(t.language).text
    yield offer_type_name(t, offer.offer_type)
    yield offer.provider.said(t.language).text
    yield t.listed(place.text for place in places_of(t, offer))
    yield t.day(offer.start) if offer.start else offer.start_words.said(t.language).text
    yield price_of(t, offer)
    yield t("an example") if offer.example else ""
