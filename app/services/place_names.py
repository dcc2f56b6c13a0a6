"""Names of municipalities in all languages, for offers whose source says them in one alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from app.languages import LANGUAGES
from app.offers.model import Offer
from app.search.text import words
from app.texts import Text

if TYPE_CHECKING:
    from app.catalogues.model import Municipalities

Find = Callable[[str], Text]
"""The name of a place in all languages, or nothing where it is not known."""


def finding(known: Municipalities) -> Find:
    """Names as they are written, whatever the case."""
    named = {tuple(words(m.name.get(language))): m.name for m in known.municipalities for language in LANGUAGES}
    return lambda name: named.get(tuple(words(name)), Text())


def with_names(offer: Offer, find: Find) -> Offer:
    """The offer with its places named so that each reader is told what they are called in that language."""
    places = tuple(_named(place, find) for place in offer.places)
    return offer if places == offer.places else replace(offer, places=places)


def _named(place: Text, find: Find) -> Text:
    """What the source says stays; a name is only added where another would be told instead."""
    known = next(filter(None, (find(said) for language in LANGUAGES if (said := place.get(language)))), Text())
    return Text(*(place.get(each) or _other(known.get(each), place.said(each).text) for each in LANGUAGES))


def _other(name: str, told: str) -> str:
    return name if name != told else ""
