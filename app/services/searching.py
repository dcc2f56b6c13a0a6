"""Searching the offers by words, in one language or in all, and saying what was found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial, reduce
from heapq import nsmallest
from itertools import combinations
from operator import mul
from typing import TYPE_CHECKING, Any, Final, get_args

from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.offers.filters import Filter, FilterKind
from app.offers.model import Offer, is_stale
from app.search.index import Index, best, build, shared, typed
from app.search.text import words
from app.services import search_cache
from app.services.asking import Asked, understood, without
from app.services.desk import Desk, Shelf
from app.services.place_names import with_names
from app.services.search_document import document
from app.services.search_facts import Facts, facts, meeting, open_on
from app.services.search_words import SOURCE, Meanings, meanings
from app.wording.offers import offer_type_name, places_of, price_of
from app.wording.search import filter_met, filter_said, filters_said, speaks_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from app.mapping import model

    Array = NDArray[Any]

Read = Callable[[Collection[str]], Iterable[Offer]]
_WEAKEST_FIRST: Final = get_args(FilterKind)
_CALLED: Final = 0.9
"""The sum of what is called all but just as somebody types."""


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
    """Offers made ready for many queries, with an index for each language that is searched.

    `read` gives the offers of some keys; they are read only to be shown.
    """

    facts: Facts
    indexes: tuple[Index, ...]
    meanings: Meanings
    today: date
    read: Read


def ready(desk: Shelf, languages: Iterable[Language] = LANGUAGES, among: Iterable[Offer] | None = None) -> Searched:
    """Imported offers; while there are none, our marked examples. Ready at once, if they were made ready before.

    The first time takes many seconds for tens of thousands. `among` are the offers to search instead.
    """
    if among is not None:
        return _made_ready(desk, tuple(among), languages)
    return _imported(desk, languages, desk.library.offers_of) or _made_ready(desk, _examples(), languages)


def _examples() -> tuple[Offer, ...]:
    from app.services.libraries import example_offers  # with it come all readers, which few searches need

    return example_offers()


def ready_for(desk: Desk, mapping: model.Mapping) -> Searched:
    """The offers of one mapping: what a real company sees are never our examples."""
    from app.services.options import addressed, available_offers

    if mapping.example:
        return _made_ready(desk, available_offers(desk, mapping), LANGUAGES)
    return _imported(desk, LANGUAGES, partial(addressed, desk)) or _made_ready(desk, (), LANGUAGES)


def _made_ready(desk: Shelf, given: tuple[Offer, ...], languages: Iterable[Language]) -> Searched:
    by_key = {offer.key: offer for offer in given}
    indexes = tuple(_built(given, each) for each in languages)
    known = _read_meanings(desk)
    return Searched(facts(given), indexes, known, desk.today, lambda keys: [by_key[key] for key in keys])


def _imported(desk: Shelf, languages: Iterable[Language], read: Read) -> Searched | None:
    """Imported offers as they were kept ready; they are read whole only where that is not so. None without any."""
    digest = search_cache.digest_of(desk)
    if not digest:
        return None
    every = cache(desk.library.offers)
    known = search_cache.facts_of(desk, digest, lambda: facts(every()))
    indexes = tuple(search_cache.index_of(desk, digest, each, lambda of: _built(every(), of)) for each in languages)
    return Searched(known, indexes, _meanings(desk), desk.today, read)


def _meanings(desk: Shelf) -> Meanings:
    """As they were kept, which is far sooner than to read the catalogue of municipalities."""
    sources = (SOURCE, *(desk.folder.catalogue(f"municipalities.{ending}") for ending in ("yaml", "csv")))
    return search_cache.meanings_of(desk, sources, lambda: _read_meanings(desk))


def _read_meanings(desk: Shelf) -> Meanings:
    from app.services.catalogues import municipalities

    return meanings(municipalities(desk))


def _built(given: Iterable[Offer], language: Language) -> Index:
    return build((document(offer, language) for offer in given), language)


def search(searched: Searched, query: str, limit: int) -> Found:
    """Offers that are about it, still open, and meet every filter.

    Where there are none, the fewest and weakest filters go. A query of filters alone that nothing meets is searched
    for as words, and so is what an offer is called that does not meet them.
    """
    asked, most = understood(query, searched.meanings), max(0, limit)
    filters = sorted(asked.filters, key=lambda each: _WEAKEST_FIRST.index(each.kind))
    among = {each: meeting(searched.facts, each) for each in filters}
    if asked.text and filters and _is_called(searched, query, among.values()):
        return Found(Asked(query), (), _hits(searched, Asked(query), _sums(searched, query), [], most))
    sums = _sums(searched, asked.text)
    for left_out in (some for size in range(len(filters) + 1) for some in combinations(filters, size)):
        looser = without(asked, left_out)
        if hits := _hits(searched, looser, sums, [among[each] for each in looser.filters], most):
            return Found(looser, left_out, hits)
    if asked.text:
        return Found(asked)
    plain = Asked(query)
    return Found(plain, asked.filters, _hits(searched, plain, _sums(searched, query), [], most))


def _is_called(searched: Searched, query: str, among: Iterable[Array]) -> bool:
    """Whether an open offer is called as the query says, filters and all, and none that meets them is."""
    still = open_on(searched.facts, searched.today)
    meets = reduce(mul, among, still) > 0
    called = [(sums >= _CALLED) & still for sums in _sums(searched, query)]
    return any((each & ~meets).any() for each in called) and not any((each & meets).any() for each in called)


def _sums(searched: Searched, text: str) -> list[Array]:
    """For each language how well every offer fits the words."""
    return typed(searched.indexes, text)


def _hits(
    searched: Searched, asked: Asked, sums: Iterable[Array], among: Iterable[Array], limit: int
) -> tuple[Hit, ...]:
    """The best of the offers that are open, as far as they are among all of these."""
    fits = reduce(mul, among, open_on(searched.facts, searched.today))
    if not words(asked.text):
        return _all(searched, fits, limit) if asked.filters else ()
    found: dict[int, tuple[float, Index]] = {}
    for index, mine in zip(searched.indexes, sums, strict=True):
        for hit in best(mine * fits, limit):
            if hit.place not in found or found[hit.place][0] < hit.score:
                found[hit.place] = hit.score, index
    keys = searched.facts.keys
    places = sorted(found, key=lambda place: (-found[place][0], keys[place]))[:limit]
    return _read(searched, {place: (found[place][0], shared(found[place][1], asked.text, place)) for place in places})


def _all(searched: Searched, fits: Array, limit: int) -> tuple[Hit, ...]:
    """Every offer that meets the filters, where nothing else is asked: what begins first comes first."""
    starts, keys = searched.facts.starts, searched.facts.keys
    found = nsmallest(limit, fits.nonzero()[0].tolist(), key=lambda place: (-fits[place], starts[place], keys[place]))
    return _read(searched, {place: (float(fits[place]), ()) for place in found})


def _read(searched: Searched, found: Mapping[int, tuple[float, tuple[str, ...]]]) -> tuple[Hit, ...]:
    """Hits with their offers, in the order given; what is no longer there is left out."""
    keys = [searched.facts.keys[place] for place in found]
    offers = {offer.key: with_names(offer, searched.meanings.place) for offer in searched.read(keys)}
    told = zip(keys, found.values(), strict=True)
    return tuple(Hit(offers[key], score, said) for key, (score, said) in told if key in offers)


def source_id(offer: Offer) -> str:
    """What its source calls an offer: the id of its row, or its number in Opintopolku."""
    return offer.key.partition(":")[2] or offer.key


def reasons(hit: Hit, filters: Iterable[Filter], t: Translator) -> list[str]:
    """Why an offer was found: the words it shares, or what it is called, and the filters that it meets."""
    said = hit.words or (hit.offer.name.said(t.language).text,)
    return [speaks_of(t, said), *(filter_met(t, each, hit.offer) for each in filters)]


def found_json(found: Found, query: str, t: Translator, today: date) -> dict[str, Any]:
    """What was understood of a query, and what was found."""
    return {
        "query": query,
        "text": found.asked.text,
        "filters": [_filter_json(each, t) for each in found.asked.filters],
        "left_out": [_filter_json(each, t) for each in found.left_out],
        "offers": [as_json(hit, t, today) | {"reasons": reasons(hit, found.asked.filters, t)} for hit in found.hits],
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


def as_lines(found: Found, t: Translator, today: date) -> list[str]:
    """The filters, or which of them had to go, and then a line for each offer."""
    return [*_heading(found, t), *(as_line(hit, t, today) for hit in found.hits)]


def _heading(found: Found, t: Translator) -> Iterator[str]:
    if found.left_out and found.hits:
        left_out = filters_said(t, found.left_out)
        yield t("Nothing fits all that was asked. Left out: {filters}.", filters=left_out)
    if found.asked.filters:
        yield t("Only: {filters}.", filters=filters_said(t, found.asked.filters))
    if not found.hits:
        yield t("Nothing was found. Try other words.")


def as_json(hit: Hit, t: Translator, today: date) -> dict[str, Any]:
    """A hit with what is known of its offer; the price of an old one is not told."""
    offer, old = hit.offer, is_stale(hit.offer, today)
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
        "price_eur": None if old or offer.price_eur is None else str(offer.price_eur),
        "check_first": old,
        "link": offer.link or None,
        "example": offer.example,
    }


def as_line(hit: Hit, t: Translator, today: date) -> str:
    """What, from whom, where, when and for how much, in one line; of an old offer to check first instead."""
    return ", ".join(part for part in _parts(hit.offer, t, today) if part)


def _parts(offer: Offer, t: Translator, today: date) -> Iterator[str]:
    name, kind = offer.name.said(t.language).text, offer_type_name(t, offer.offer_type)
    yield name
    yield "" if kind.casefold() in name.casefold() else kind
    yield offer.provider.said(t.language).text
    yield t.listed(place.text for place in places_of(t, offer))
    yield t.day(offer.start) if offer.start else offer.start_words.said(t.language).text
    yield t("check first") if is_stale(offer, today) else price_of(t, offer)
    yield t("an example") if offer.example else ""
