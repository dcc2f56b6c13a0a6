"""What an offer must be besides being about the right thing: where, when, how, in which language, for how much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from app.languages import LANGUAGES, Text
from app.offers.model import Offer
from app.search.text import normalised

FilterKind = Literal["start", "time", "price", "mode", "provider", "place", "language", "card", "type"]


@dataclass(frozen=True, slots=True)
class Filter:
    """What somebody asks for. An offer meets it with one of the `values`, or by saying one of the `words` itself.

    Values are those of the offer's own field: "evening", "sv", numbers of municipalities, months "8" "9". `typed` is
    how it was asked for, `name` how a place is called. With `stays` the words are searched for, too.
    """

    kind: FilterKind
    values: tuple[str, ...]
    typed: str = ""
    name: Text = Text()
    words: tuple[str, ...] = ()
    stays: bool = False


_FIELDS: Final[Mapping[FilterKind, Callable[[Offer], Iterable[str | None]]]] = {
    "start": lambda offer: [str(offer.start.month)] if offer.start else [],
    "time": lambda offer: offer.time,
    "price": lambda offer: ["free"] if offer.price_eur == 0 else [],
    "mode": lambda offer: offer.mode,
    "provider": lambda offer: [offer.provider_type],
    "place": lambda offer: offer.municipality_codes,
    "language": lambda offer: offer.languages,
    "card": lambda offer: [offer.card, *(tag.removeprefix("card:") for tag in offer.competence_tags)],
    "type": lambda offer: [offer.offer_type],
}
_SAID: Final[Mapping[FilterKind, Callable[[Offer], Iterable[Text]]]] = {
    "start": lambda offer: [offer.start_words],
    "card": lambda offer: [offer.name, offer.keywords],
    "type": lambda offer: [offer.name, offer.keywords],
}
"""Where an offer may say in words what it does not say in a field."""


def meets(offer: Offer, asked: Filter) -> bool:
    """Whether an offer is so. What its source does not say, it is not."""
    if not set(asked.values).isdisjoint(_FIELDS[asked.kind](offer)):
        return True
    if asked.kind == "place":
        names = (normalised(place.get(each)) for place in offer.places for each in LANGUAGES)
        return not set(asked.words).isdisjoint(names)
    said = _SAID[asked.kind](offer) if asked.kind in _SAID else ()
    return any(_says(each, asked.words) for each in said)


def _says(text: Text, asked: Iterable[str]) -> bool:
    said = normalised(" ".join(text.get(each) for each in LANGUAGES))
    return any(word in said for word in asked)
