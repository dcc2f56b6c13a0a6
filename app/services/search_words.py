"""What words of a query mean besides what they are about: `resources/texts/search-words.yaml`, and names of places."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from app.offers.filters import Filter
from app.paths import resource
from app.search.kept import Arrays, read, spelt
from app.search.places import forms
from app.search.text import normalised, words
from app.services.search_price import pattern
from app.texts import Text

if TYPE_CHECKING:
    from app.catalogues.model import Municipalities

Phrase = tuple[str, ...]
SOURCE: Final = resource("texts", "search-words.yaml")


@dataclass(frozen=True, slots=True)
class Meanings:
    """Phrases, word by word, and the filter each stands for. `open` are phrases whose last word may go on.

    `prices` is what tells a limit of price.
    """

    exact: Mapping[Phrase, Filter]
    open: Mapping[Phrase, Filter]
    longest: int
    prices: re.Pattern[str]

    def place(self, name: str) -> Text:
        """What a place is called in all languages; nothing where it is not known."""
        found = self.exact.get(tuple(words(name)))
        return found.name if found and found.kind == "place" else Text()


@lru_cache(maxsize=2)
def meanings(municipalities: Municipalities) -> Meanings:
    """All that is known of words; words of the shipped list come before names of places."""
    from app.frameworks.packs import read_yaml  # what was kept is read far sooner

    raw: Any = read_yaml(SOURCE)
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
    return Meanings(exact, begun, max(map(len, [*exact, *begun])), pattern(raw["prices"]))


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


def apart(known: Meanings) -> Arrays:
    """All that is known of words, in a form that is read far sooner than what it was made of."""
    filters = list(dict.fromkeys((*known.exact.values(), *known.open.values())))
    number = {each: place for place, each in enumerate(filters)}
    told = {
        "filters": [[f.kind, f.values, [f.name.fi, f.name.sv, f.name.en], f.words, f.stays] for f in filters],
        "exact": [[*phrase, number[each]] for phrase, each in known.exact.items()],
        "open": [[*phrase, number[each]] for phrase, each in known.open.items()],
        "longest": known.longest,
        "prices": known.prices.pattern,
    }
    return {"meanings": spelt([json.dumps(told)])}


def together(arrays: Arrays) -> Meanings:
    """What was taken apart. What does not fit together: ValueError, KeyError or TypeError."""
    [told] = read(arrays["meanings"])
    found = json.loads(told)
    filters = [
        Filter(kind, tuple(values), name=Text(*name), words=tuple(words), stays=stays)
        for kind, values, name, words, stays in found["filters"]
    ]
    exact, begun = ({tuple(p): filters[number] for *p, number in found[name]} for name in ("exact", "open"))
    return Meanings(exact, begun, found["longest"], re.compile(found["prices"], re.IGNORECASE))
