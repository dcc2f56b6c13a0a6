"""Compound words taken apart, as Koehn and Knight do it (2003): the division whose parts are commonest is believed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from app.languages import Language
from app.search.text import basic_stem, stem

_SHORTEST: Final = 4
"""Letters of a part; shorter ones would be found in every word."""
_LONGEST: Final = 40
"""Letters of a word that is looked into; a longer one is no word."""
_JOINING: Final = {"fi": "n", "sv": "s"}
"""The letter that may join a part to the next: kirja-n-pito, arbet-s-plats."""

Division = tuple[tuple[str, ...], int]
"""The stems of the parts, and the product of their counts."""


def parts(word: str, language: Language, counts: Mapping[str, int]) -> tuple[str, ...]:
    """The stems of the parts of a Finnish or Swedish compound, or of the word alone when no division is likelier.

    `counts` say how often a stem occurs in the texts at hand; divisions are compared by the geometric mean of the
    counts of their parts.
    """
    if not _may_be_one(word, language):
        return (stem(word, language),)
    best, _ = max(_divisions(word, language, counts), key=_likelihood)
    return best


def divided(word: str, language: Language, counts: Mapping[str, int]) -> tuple[str, ...]:
    """The stems of the likeliest parts of a word that are all known; none where it has no such parts."""
    every = _divisions(word, language, counts) if _may_be_one(word, language) else ()
    apart = [division for division in every if len(division[0]) > 1 and division[1]]
    return max(apart, key=_likelihood, default=((), 0))[0]


def _may_be_one(word: str, language: Language) -> bool:
    return language != "en" and 2 * _SHORTEST <= len(word) <= _LONGEST and word.isalpha()


def _likelihood(division: Division) -> tuple[float, int]:
    stems, product = division
    return product ** (1 / len(stems)), -len(stems)


def _divisions(word: str, language: Language, counts: Mapping[str, int]) -> Iterator[Division]:
    """The word whole, then every division whose parts but the last are known."""
    whole = stem(word, language)
    yield (whole,), counts.get(whole, 0)
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        head = _known(word[:cut], language, counts)
        if head:
            for rest, product in _divisions(word[cut:], language, counts):
                yield (head, *rest), counts[head] * product


def _known(head: str, language: Language, counts: Mapping[str, int]) -> str:
    """The stem of a part that is not the last, with or without the letter that joins it; nothing when it is unknown."""
    stems = [basic_stem(head, language)]
    if head.endswith(_JOINING[language]) and len(head) > _SHORTEST:
        stems.append(basic_stem(head[:-1], language))
    return max((each for each in stems if each in counts), key=lambda each: counts[each], default="")
