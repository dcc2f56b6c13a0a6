"""What an offer must be besides being about the right thing: where, when, how, in which language, for how much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from app.languages import LANGUAGES
from app.offers.model import Offer
from app.search.text import normalised
from app.texts import Text

FilterKind = Literal["start", "time", "price_limit", "price", "mode", "provider", "place", "language", "card", "type"]


@dataclass(frozen=True, slots=True)
class Filter:
    """What somebody asks for. An offer meets it with one of the `values`, or by saying one of the `words` itself.

    Values are those of the offer's own field: "evening", "sv", numbers of municipalities, months "8" "9"; of a limit
    of price they are the most it may cost, in euros. `typed` is how it was asked for, `name` how a place is called.
    With `stays` the words are searched for, too.
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
TOLD: Final = tuple(_FIELDS)
"""The kinds of filters that are held against values."""
_SAID: Final[Mapping[FilterKind, Callable[[Offer], Iterable[Text]]]] = {
    "start": lambda offer: [offer.start_words],
    "card": lambda offer: [offer.name, offer.keywords],
    "type": lambda offer: [offer.name, offer.keywords],
}
"""Where an offer may say in words what it does not say in a field."""
SPOKEN: Final = tuple(_SAID)
"""The kinds of filters that an offer may meet so."""


def values(offer: Offer, kind: FilterKind) -> frozenset[str]:
    """What the field of an offer says, to be held against the values of a filter of one of the kinds `TOLD`."""
    return frozenset(value for value in _FIELDS[kind](offer) if value is not None)


def places(offer: Offer) -> frozenset[str]:
    """What the places of an offer are called, to be held against the words of a filter."""
    return frozenset(normalised(name) for place in offer.places for each in LANGUAGES if (name := place.get(each)))


def said(offer: Offer, kind: FilterKind) -> str:
    """What an offer says in words, in which the words of a filter are looked for; nothing for most kinds."""
    texts = _SAID[kind](offer) if kind in _SAID else ()
    return "\n".join(normalised(" ".join(text.get(each) for each in LANGUAGES)) for text in texts)
