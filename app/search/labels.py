"""How well a label fits what somebody types: the very label, then one that begins with it, then one that has of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from app.languages import Language
from app.search.text import words
from app.search.variants import Vocabulary, Weights, asked, has, meant

_VARIANTS: Final = 60
"""Words that are looked for in place of one: the best of those that may be meant."""
_BEGINS: Final = 0.92
"""What a label counts that goes on after all the words typed, …"""
_UNFINISHED: Final = 0.86
"""… or after all the letters, where the last is no word yet, and the more the less is missing, …"""
_ELSE: Final = 0.85
"""… and at most, where what is typed stands elsewhere in it or only something like it does."""
_OF_QUERY: Final = 0.75
"""What share of a score is how much of the query is found; the rest is how much of the label that is."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody types: all its words, what may be meant by each of those that tell, and by any of them.

    `unfinished` when the last of the words is in no label, so that more letters may follow.
    """

    words: list[str]
    meant: Sequence[Weights]
    best: Weights
    unfinished: bool


def typed(text: str, language: Language, known: Vocabulary) -> Typed:
    """A query as labels whose words are known are compared with it."""
    each = [_likeliest(meant(word, language, known)) for word in asked(text, language)]
    best: dict[str, float] = {}
    for weights in each:
        best |= {word: max(weight, best.get(word, 0.0)) for word, weight in weights.items()}
    every = words(text)
    return Typed(every, each, best, not every or not has(known, every[-1]))


def _likeliest(weights: Weights) -> Weights:
    return dict(islice(sorted(weights.items(), key=lambda pair: (-pair[1], pair[0])), _VARIANTS))


def fit(label: str, query: Typed) -> float:
    """How well a label fits, 0…1. Forms of it that a slash parts, as in waiter/waitress, are labels of their own."""
    there = words(label)
    if query.words in (there, *(words(form) for form in label.split("/") if "/" in label)):
        return 1.0
    if there[: len(query.words)] == query.words:
        return _BEGINS
    begun, whole = " ".join(query.words), " ".join(there)
    if query.unfinished and whole.startswith(begun):
        return _UNFINISHED + (_BEGINS - _UNFINISHED) * len(begun) / len(whole)
    return _ELSE * _shared(there, query)


def _shared(there: Sequence[str], query: Typed) -> float:
    """How much of the query is in a label, and how much of the label that is."""
    of_label = sum(query.best.get(word, 0.0) for word in there)
    if not of_label:
        return 0.0
    of_query = sum(max(weights.get(word, 0.0) for word in there) for weights in query.meant)
    return _OF_QUERY * of_query / len(query.meant) + (1 - _OF_QUERY) * of_label / len(there)
