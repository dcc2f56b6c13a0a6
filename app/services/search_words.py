"""What words of a query mean besides what they are about: `resources/texts/search-words.yaml`, and names of places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.catalogues.model import Municipalities
from app.frameworks.packs import read_yaml
from app.languages import Text
from app.offers.filters import Filter
from app.paths import resource
from app.search.places import forms
from app.search.text import normalised, words

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meanings:
    """Phrases, word by word, and the filter each stands for. `open` are phrases whose last word may go on."""

    exact: Mapping[Phrase, Filter]
    open: Mapping[Phrase, Filter]
    longest: int


@lru_cache(maxsize=2)
def meanings(municipalities: Municipalities) -> Meanings:
    """All that is known of words; words of the shipped list come before names of places."""
    raw: Any = read_yaml(resource("texts", "search-words.yaml"))
    exact: dict[Phrase, Filter] = {}
    begun: dict[Phrase, Filter] = {}
    for each in raw["filters"]:
        phrases = [phrase for said in each["words"].values() for phrase in said]
        known = tuple(normalised(phrase.rstrip("*")) for phrase in phrases)
        asked = Filter(each["kind"], tuple(each["value"].split()), words=known, stays=each.get("stays", False))
        for phrase in phrases:
            into = begun if phrase.endswith("*") else exact
            into.setdefault(tuple(words(phrase)), asked)
    for phrase, place in _places(municipalities, raw["places"]):
        exact.setdefault(phrase, place)
    return Meanings(exact, begun, max(map(len, [*exact, *begun])))


def _places(known: Municipalities, others: Mapping[str, Iterable[str]]) -> Iterator[tuple[Phrase, Filter]]:
    """Municipalities before regions of the same name; forms that no rule gives are told by number or code."""
    areas = [(m.number, m.name, [m]) for m in known.municipalities]
    areas += [(r.code, r.name, [m for m in known.municipalities if m.region == r.code]) for r in known.regions]
    for code, name, within in areas:
        place = Filter(
            "place", tuple(m.number for m in within), name=name, words=_names([name, *(m.name for m in within)])
        )
        for form in (*forms(name.fi), *others.get(code, ()), name.sv, name.en):
            if phrase := tuple(words(form)):
                yield phrase, place


def _names(given: Iterable[Text]) -> tuple[str, ...]:
    return tuple(normalised(each) for name in given for each in (name.fi, name.sv, name.en) if each)
