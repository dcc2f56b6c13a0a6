"""Offers made ready to be matched with many needs: those still open, by their codes and by their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Final

from app.languages import LANGUAGES, Language
from app.mapping.surroundings import NO_SURROUNDINGS, Surroundings
from app.offers.ending import is_over
from app.offers.model import Offer, OfferType
from app.search.index import Document, Index, build

WHOLE: Final[frozenset[OfferType]] = frozenset({"qualification", "apprenticeship"})
"""Kinds that lead to a qualification, and so to all that belongs to it."""

ByCode = Mapping[str, tuple[Offer, ...]]
Indexed = Callable[[Sequence[Document], Language], Index]


@dataclass(frozen=True, slots=True)
class Named:
    """The offers that have a name in a language, and the index over what they are called there, in the same order."""

    language: Language
    offers: tuple[Offer, ...]
    index: Index


@dataclass(frozen=True, slots=True)
class Corpus:
    """Offers that are open on the day `today`; made by `corpus`. Cards and whole qualifications are tags, too.

    `tags` are those of `by_tag` in their order, so that what begins alike stands together. `regions` are codes of the
    regions an offer is held in, by its key, where they are known.
    """

    today: date
    by_unit: ByCode
    by_card: ByCode
    by_tag: ByCode
    by_qualification: ByCode
    named: tuple[Named, ...]
    tags: tuple[str, ...] = ()
    regions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    around: Surroundings = NO_SURROUNDINGS


def corpus(
    offers: Iterable[Offer], today: date, indexed: Indexed = build, around: Surroundings = NO_SURROUNDINGS
) -> Corpus:
    """Make offers ready; their order does not matter, but of two with the same key the first stays.

    What only says what is taught is left out where one of its implementations is open: that can be applied for. So is
    what is for others than staff of a company.
    `indexed` may give an index that was built of the same documents before.
    """
    by_key = {offer.key: offer for offer in reversed(tuple(offers)) if not is_over(offer, today)}
    parents = {offer.parent_key for offer in by_key.values()}
    open_ones = (by_key[key] for key in sorted(by_key.keys() - parents))
    kept = [offer for offer in open_ones if not around.audiences.leave_staff_out(offer.for_whom)]
    by_tag = _by(kept, _tags)
    return Corpus(
        today=today,
        by_unit=_by(kept, lambda offer: offer.unit_codes),
        by_card=_by(kept, lambda offer: filter(None, [offer.card])),
        by_tag=by_tag,
        by_qualification=_by(kept, lambda offer: offer.qualification_codes),
        named=tuple(_named(kept, language, indexed) for language in LANGUAGES),
        tags=tuple(by_tag),
        regions=dict(_held_in(kept, around)),
        around=around,
    )


def _held_in(offers: Iterable[Offer], around: Surroundings) -> Iterator[tuple[str, frozenset[str]]]:
    regions_of = cache(around.regions.of)  # thousands are held in the same few places
    for offer in offers:
        if found := regions_of(offer.municipality_codes, () if offer.municipality_codes else offer.places):
            yield offer.key, found


def _by(offers: Iterable[Offer], codes: Callable[[Offer], Iterable[str]]) -> ByCode:
    found: dict[str, list[Offer]] = {}
    for offer in offers:
        for code in dict.fromkeys(codes(offer)):
            found.setdefault(code, []).append(offer)
    return {code: tuple(found[code]) for code in sorted(found)}


def _tags(offer: Offer) -> Iterator[str]:
    yield from offer.competence_tags
    if offer.card:
        yield f"card:{offer.card}"
    if offer.offer_type in WHOLE:
        yield from (f"qualification:{code}" for code in offer.qualification_codes)


def _named(offers: Iterable[Offer], language: Language, indexed: Indexed) -> Named:
    mine = tuple(offer for offer in offers if offer.name.get(language))
    return Named(language, mine, indexed([_document(offer, language) for offer in mine], language))


def _document(offer: Offer, language: Language) -> Document:
    tags = (offer.keywords, *offer.unit_names)
    return Document(offer.name.get(language), " ".join(each.get(language) for each in tags))
