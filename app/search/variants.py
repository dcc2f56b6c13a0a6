"""Words that may be meant by one that somebody types: its other forms, its compounds, and what it was miswritten for.

For vocabularies of many thousands of words, of which a store gives those that share letters with what is typed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from difflib import SequenceMatcher
from typing import Final

from app.languages import Language
from app.search.text import basic_stem, stem, telling, words

_MOST: Final = 6
"""Words of a query that are looked for; more tell nothing more."""
_OF_QUERY: Final = 0.75
"""What share of a score is how much of the query is found; the rest is how much of the name that is."""
_ROOT: Final = 4
"""Letters; what is shorter begins words that have nothing in common."""
LEAST_PART: Final = 6
"""Letters of a word that may be part of another; its last ones may be bent, as in metalli: metallinsorvaus."""
BENT: Final = 2
_ALIKE: Final = 0.75
"""How alike two words must be written so that one may be a slip for the other."""

Weights = Mapping[str, float]
"""Words that may stand for a word, and how well each does, 0…1."""


def asked(text: str, language: Language) -> list[str]:
    """The words of a query that tell what is looked for; all of its words when none does."""
    every = list(dict.fromkeys(words(text)))
    return (telling(every, language) or every)[:_MOST]


def root(word: str, language: Language) -> str:
    """What the forms of a word and the words made of it begin with: hitsaaja, hitsaus: hitsa; svetsning: svets."""
    beginning = word[: max(_ROOT, len(word) // 2 + 1)]
    stems = (stem(word, language), basic_stem(word, language), beginning, basic_stem(beginning, language))
    return min((each for each in stems if len(each) >= min(_ROOT, len(word))), key=len, default=word)


def weights(word: str, start: str, vocabulary: Iterable[str], *, slips: bool) -> Weights:
    """How well each word of a vocabulary stands for `word`, whose root is `start`; those that do not are left out."""
    slip = SequenceMatcher(None, "", word, autojunk=False) if slips else None
    found = {other: _weight(word, start, other) or _slip(slip, word, other) for other in vocabulary}
    return {other: weight for other, weight in found.items() if weight}


def _weight(word: str, start: str, other: str) -> float:
    if other == word:
        return 1.0
    if other.startswith(word):
        return 0.6 + 0.35 * len(word) / len(other)
    if other.startswith(start):
        return 0.5 + 0.35 * _begun(word, other) / max(len(word), len(other))
    if start in other:
        return 0.55
    if len(other) >= LEAST_PART and other[:-BENT] in word:
        return 0.4 + 0.4 * len(other[:-BENT]) / len(word)
    return 0.0


def _slip(matcher: SequenceMatcher[str] | None, word: str, other: str) -> float:
    """How well a word stands for one that may be miswritten; not at all without a matcher, which holds that one."""
    if matcher is None or abs(len(word) - len(other)) > BENT:
        return 0.0
    matcher.set_seq1(other)
    ratio = matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
    return 0.9 * ratio if ratio >= _ALIKE else 0.0


def _begun(word: str, other: str) -> int:
    """How many letters two words have in common at their beginnings."""
    return next((n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))


def score(name: str, wanted: Collection[Weights]) -> float:
    """How well a name fits the words of a query, 0…1: how much of them is in it, and how much of it that is."""
    there = words(name)
    if not there or not wanted:
        return 0.0
    of_query = sum(max(weights.get(word, 0.0) for word in there) for weights in wanted) / len(wanted)
    of_name = sum(max(weights.get(word, 0.0) for weights in wanted) for word in there) / len(there)
    return _OF_QUERY * of_query + (1 - _OF_QUERY) * of_name
