"""Searching the offers by words, in one language, and saying what was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from app.i18n import Translator
from app.languages import Language
from app.mapping.corpus import is_over
from app.offers.model import Offer
from app.search.index import Document, build, lookup
from app.services.desk import Desk
from app.services.libraries import example_offers, offers
from app.wording.offers import offer_type_name, places_of, price_of

_READ: Final = 600
"""Letters of a description that are read: what it is about is said at its beginning."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An offer and how much of what was asked it holds, 0…1."""

    offer: Offer
    score: float


def search_offers(desk: Desk, text: str, language: Language, limit: int) -> tuple[Hit, ...]:
    """Imported offers that fit the words and are not over, best first; while there are none, our marked examples."""
    still_open = [offer for offer in offers(desk) or example_offers() if not is_over(offer, desk.today)]
    found = lookup(build((_document(offer, language) for offer in still_open), language), text)
    return tuple(Hit(still_open[hit.place], hit.score) for hit in found[: max(0, limit)])


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


def as_json(hit: Hit, t: Translator) -> dict[str, Any]:
    offer = hit.offer
    return {
        "id": offer.key,
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
