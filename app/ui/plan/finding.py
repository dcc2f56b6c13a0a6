"""Offers as ways forward of one need or card, however they were found: by words, in a path, in the best set. No Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from app.i18n import Translator
from app.languages import Language
from app.mapping.apprenticeship import asked_of, missing
from app.mapping.corpus import Corpus
from app.mapping.matching import Match, Reason, ReasonCode, best
from app.mapping.model import Measure, OptionType
from app.mapping.plan import Results
from app.mapping.ways import Option
from app.mapping.ways_rules import OPTION_OF_OFFER
from app.offers.filters import Filter
from app.services import planning, searching
from app.services.options import asked
from app.services.searching import Hit, Searched
from app.ui.plan.facts import WHY, Way, way
from app.wording.words import capital

if TYPE_CHECKING:
    from app.services.desk import Desk

MOST: Final = 20
"""Offers that a search shows."""
_WEIGHED: Final = 2000
"""Offers that are asked whether they fit a need, best first."""


@dataclass(frozen=True, slots=True)
class Searching:
    """What a search gave for a need: what was understood of the words, and the offers as ways forward."""

    query: str
    found: searching.Found
    options: tuple[Option, ...]


def ready(desk: Desk, results: Results) -> Searched:
    """The offers of a mapping, ready to be searched: what a real company sees are never our examples."""
    return searching.ready_for(desk, results.mapping)


def search(searched: Searched, query: str, fitting: dict[str, Match], results: Results, key: str) -> Searching:
    """Offers that were searched for by words; those of `fitting` say why they fit the need."""
    found = searching.search(searched, query, MOST)
    language = results.mapping.document_language
    matches = (fitting.get(hit.offer.key) or _found_by_words(hit, language) for hit in found.hits)
    return Searching(query, found, tuple(option_on(results, key, match) for match in matches))


def _found_by_words(hit: Hit, language: Language) -> Match:
    """An offer that nothing but the words of the search speaks for."""
    said = ", ".join(hit.words) or hit.offer.name.said(language).text
    return Match(hit.offer, 0, (Reason(ReasonCode.WORDS, 0, said),))


def matches_of(results: Results, key: str, offers: Corpus) -> dict[str, Match]:
    """The offers that fit a need, or put a card right, by their keys."""
    of = planning.subject(results.mapping, key)
    return {match.offer.key: match for match in best(asked(results, of, offers), offers, _WEIGHED)}


def option_on(results: Results, key: str, match: Match) -> Option:
    """A way forward on an offer; of an apprenticeship it says what is missing (KEU-5)."""
    kind = OPTION_OF_OFFER[match.offer.offer_type]
    need = next((need for need in results.mapping.needs if need.key == key), None)
    lacks = missing(asked_of(results.told, need, Measure("", key, kind, offer=match.offer)))
    return Option(kind, "offer_fits", match, lacks if need and kind is OptionType.APPRENTICESHIP else ())


def ways_found(t: Translator, found: Searching, today: date) -> list[Way]:
    """What was found in words; of what does not fit the need by anything known, that it is for people to judge."""
    ways = [way(t, option, today) for option in found.options]
    pairs = zip(ways, found.found.hits, strict=True)
    return [of if _fits(of.option) else _to_judge(t, of, hit, found.found.asked.filters) for of, hit in pairs]


def _fits(option: Option) -> bool:
    return bool(option.match and option.match.points)


def _to_judge(t: Translator, of: Way, hit: Hit, filters: Sequence[Filter]) -> Way:
    said = [capital(reason) for reason in searching.reasons(hit, filters, t)]
    words = t("{reasons}. Whether it fits this need is for you to judge.", reasons=". ".join(said))
    return replace(of, facts={**of.facts, WHY: words})


def without(query: str, typed: str) -> str:
    """A query without the words that became a filter."""
    phrase = r"[\W_]+".join(map(re.escape, typed.split()))
    return " ".join(re.sub(rf"(?<!\w){phrase}(?!\w)", " ", query).split())
