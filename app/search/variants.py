"""Words that may be meant by one that somebody types: its other forms, its compounds, and what it was miswritten for.

For a vocabulary of many thousands of words, of which only those are looked at that share letters with what is typed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import Final

from app.languages import Language
from app.search.text import basic_stem, stem, telling, words

_MOST: Final = 6
"""Words of a query that are looked for; more tell nothing more."""
_ROOT: Final = 4
"""Letters; what is shorter begins words that have nothing in common."""
_WITHIN: Final = 5
"""Letters that may stand within other words; fewer come by chance, as svet does in statsvetenskap."""
_LEAST_PART: Final = 6
"""Letters of a word that may be part of another; its last ones may be bent, as in metalli: metallinsorvaus."""
_BENT: Final = 2
_ALIKE: Final = 0.75
"""How alike two words must be written so that one may be a slip for the other."""
_AFTER_ALL: Final = "\uffff"

Weights = Mapping[str, float]
"""Words that may stand for a word, and how well each does, 0…1."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words in the order of their letters, and the same as one text with a line for each."""

    words: tuple[str, ...]
    text: str


def vocabulary(text: str) -> Vocabulary:
    """Made of words that stand in lines of a text, in the order of their letters."""
    return Vocabulary(tuple(text.split("\n")), text)


def asked(text: str, language: Language) -> list[str]:
    """The words of a query that tell what is looked for; all of its words when none does."""
    every = list(dict.fromkeys(words(text)))
    return (telling(every, language) or every)[:_MOST]


def meant(word: str, language: Language, known: Vocabulary) -> Weights:
    """How well each word of a vocabulary stands for `word`; those that do not are left out.

    Words that it may be a slip for are looked for only when it is not in the vocabulary itself.
    """
    start, found = root(word, language), dict[str, float]()
    begun = chain(_beginning(known, word), _beginning(known, start))
    for other in chain(begun, _within(known, word, start), _parts(known, word)):
        found[other] = _weight(word, start, other)
    if not has(known, word) and len(word) >= _ROOT:
        matcher = SequenceMatcher(None, "", word, autojunk=False)
        for other in _written_alike(known, word):
            found[other] = found.get(other) or _slip(matcher, other)
    return {other: weight for other, weight in found.items() if weight}


def root(word: str, language: Language) -> str:
    """What the forms of a word and the words made of it begin with: hitsaaja, hitsaus: hitsa; svetsning: svets."""
    beginning = word[: max(_ROOT, len(word) // 2 + 1)]
    stems = (stem(word, language), basic_stem(word, language), beginning, basic_stem(beginning, language))
    return min((each for each in stems if len(each) >= min(_ROOT, len(word))), key=len, default=word)


# Which words are looked at


def has(known: Vocabulary, word: str) -> bool:
    """Whether a word is in the vocabulary."""
    at = bisect_left(known.words, word)
    return at < len(known.words) and known.words[at] == word


def _beginning(known: Vocabulary, start: str) -> tuple[str, ...]:
    begin = bisect_left(known.words, start)
    return known.words[begin : bisect_left(known.words, start + _AFTER_ALL, begin)]


def _within(known: Vocabulary, word: str, start: str) -> Iterator[str]:
    """Words that hold the beginning of another; if that is short, those that end in the whole of it."""
    part = word[: max(_WITHIN, len(start))]
    if len(part) >= _WITHIN:
        yield from _holding(known, part)
    elif len(word) >= _ROOT:
        yield from (other for other in _holding(known, word) if other.endswith(word))


def _holding(known: Vocabulary, part: str) -> Iterator[str]:
    text, end = known.text, 0
    while (at := text.find(part, end)) >= 0:
        begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        if end < 0:
            end = len(text)
        yield text[begin:end]


def _parts(known: Vocabulary, word: str) -> Iterator[str]:
    """Words that may stand within a longer one, as far as their last letters, which may be bent."""
    least = _LEAST_PART - _BENT
    for at in range(len(word) - least + 1 if len(word) > _LEAST_PART else 0):
        for other in _beginning(known, word[at : at + least]):
            if len(other) >= _LEAST_PART and word.startswith(other[:-_BENT], at):
                yield other


def _written_alike(known: Vocabulary, word: str) -> Iterator[str]:
    """Words that begin like another or with its second letter, are about as long, and have most of its letters."""
    letters = set(word)
    for other in chain.from_iterable(_beginning(known, first) for first in sorted({*word[:2]})):
        if abs(len(other) - len(word)) <= _BENT:
            shared = _ALIKE / 2 * (len(other) + len(word))
            if len(letters.difference(other)) <= len(word) - shared:
                yield other


# How well they stand for it


def _weight(word: str, start: str, other: str) -> float:
    if other == word:
        return 1.0
    if other.startswith(word):
        return 0.6 + 0.35 * len(word) / len(other)
    if other.endswith(word) and len(word) >= _ROOT:  # a kind of it: teollisuuskokki, industrikock
        return 0.85
    if other.startswith(start):
        return 0.5 + 0.35 * _begun(word, other) / max(len(word), len(other))
    if start in other:
        return 0.55
    return 0.4 + 0.4 * len(other[:-_BENT]) / len(word)


def _slip(matcher: SequenceMatcher[str], other: str) -> float:
    """How well a word stands for the one that the matcher holds, which may be miswritten."""
    matcher.set_seq1(other)
    ratio = matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
    return 0.9 * ratio if ratio >= _ALIKE else 0.0


def _begun(word: str, other: str) -> int:
    """How many letters two words have in common at their beginnings."""
    return next((n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
