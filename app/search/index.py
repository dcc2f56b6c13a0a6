"""Documents found by words: how much of the words and of the letters two texts share, as a sum that can be told.

¼ how much of the query is found in a document's title and tags, ¼ how much of the title belongs to the query, and ½
how alike they are by their letters. Words count by how rare they are. The sum is 0…1 whatever else is found, so that
it can be banded. An index is of one language and knows nothing of what its documents stand for.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.languages import Language
from app.search.compounds import parts
from app.search.letters import Letters, cosines, holding, letters, rarity
from app.search.text import stem, telling, words, written_words

_OF_QUERY, _OF_TITLE, _LETTERS = 0.25, 0.25, 0.5
_IN_BODY: Final = 0.5
"""What a word that stands in the body alone counts beside one in the title or tags."""
_TYPED: Final = 1 / 3
"""How much of what somebody types must be found."""

Fields = tuple[list[str], list[str], list[str]]
"""The words of a document's title, tags and body."""


class Band(StrEnum):
    """What a sum means. The best course title is right three times in four when strong, every other when possible."""

    STRONG = "strong"
    POSSIBLE = "possible"
    WEAK = "weak"
    NOISE = "noise"


LEAST: Final = {Band.STRONG: 0.60, Band.POSSIBLE: 0.45, Band.WEAK: 0.30, Band.NOISE: 0.0}
"""The least sum of each band, highest first."""


def band(score: float) -> Band:
    return next(each for each, least in LEAST.items() if score >= least)


@dataclass(frozen=True, slots=True)
class Document:
    """What is searched. Words of the body weigh less; its compounds stay whole and its letters are not compared."""

    title: str
    tags: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document by its place among those indexed, and how well it fits, 0…1."""

    place: int
    score: float


@dataclass(frozen=True, slots=True)
class Index:
    """Made by `build`. Words stand under their stems; `weights` say how rare they are, `counts` how often they come.

    `titles`, `tags` and `bodies` give the places of the documents that have a word there and nowhere before.
    """

    language: Language
    counts: Mapping[str, int]
    weights: Mapping[str, float]
    titles: Mapping[str, Sequence[int]]
    tags: Mapping[str, Sequence[int]]
    bodies: Mapping[str, Sequence[int]]
    title_weights: Sequence[float]
    letters: Letters


def build(documents: Iterable[Document], language: Language) -> Index:
    """An index of documents in one language."""
    fields = [(words(d.title), words(d.tags), words(d.body)) for d in documents]
    counts, stems = _stems(fields, language)
    titles, tags, bodies = postings = _postings(fields, stems)
    weights = _weights(len(fields), postings)
    title_weights = array("d", (sum(weights[s] for s in _distinct(title, stems)) for title, _, _ in fields))
    vectors = letters([[*title, *tagged] for title, tagged, _ in fields])
    return Index(language, counts, weights, titles, tags, bodies, title_weights, vectors)


def _stems(fields: Iterable[Fields], language: Language) -> tuple[dict[str, int], dict[str, tuple[str, ...]]]:
    """How often each stem occurs, and the stems of every telling word; words of bodies alone are not taken apart."""
    every = Counter(word for texts in fields for text in texts for word in text)
    named = {word for title, tagged, _ in fields for word in (*title, *tagged)}
    whole = {word: stem(word, language) for word in every}
    counts: Counter[str] = Counter()
    for word, times in every.items():
        counts[whole[word]] += times
    return counts, {w: parts(w, language, counts) if w in named else (whole[w],) for w in telling(every, language)}


def _distinct(text: Iterable[str], stems: Mapping[str, tuple[str, ...]]) -> dict[str, None]:
    """The stems of a text, each once, in their order."""
    return dict.fromkeys(s for word in text for s in stems.get(word, ()))


def _postings(fields: Iterable[Fields], stems: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, array[int]], ...]:
    """Stem → places of the documents that have it in their title, in their tags, and in their body, but not before."""
    postings: tuple[dict[str, array[int]], ...] = ({}, {}, {})
    for place, texts in enumerate(fields):
        seen: set[str] = set()
        for posting, text in zip(postings, texts, strict=True):
            for each in _distinct(text, stems).keys() - seen:
                posting.setdefault(each, array("I")).append(place)
                seen.add(each)
    return postings


def _weights(documents: int, postings: Iterable[Mapping[str, Sequence[int]]]) -> dict[str, float]:
    with_it: Counter[str] = Counter()
    for posting in postings:
        for each, places in posting.items():
            with_it[each] += len(places)
    return {each: rarity(documents, count) for each, count in with_it.items()}


def alike(index: Index, text: str, least: float = 0.0) -> list[Hit]:
    """Documents that are like a text, best first, down to the sum `least`."""
    return _best(_sums(index, text), least)


def _sums(index: Index, text: str) -> dict[int, float]:
    """The sum of every document that shares words or letters with a text."""
    sums = defaultdict(float, {p: _LETTERS * c for p, c in cosines(index.letters, words(text)).items()})
    for each, share in _shares(index, text).items():
        for place, found in _found(index, each):
            sums[place] += _OF_QUERY * share * found
        for place in index.titles.get(each, ()):
            sums[place] += _OF_TITLE * index.weights[each] / index.title_weights[place]
    return sums


def lookup(index: Index, text: str) -> list[Hit]:
    """Documents with the words that somebody types, or with words like them, best first: half the sum, half the words.

    A word is also found when a document has one that begins like it or is written much like it, for as much of its
    letters as are there.
    """
    found: defaultdict[int, float] = defaultdict(float)
    for each, share in _shares(index, text).items():
        best = holding(index.letters, each)
        for place, exact in _found(index, each):
            best[place] = max(exact, best.get(place, 0.0))
        for place, much in best.items():
            found[place] += share * much
    sums = _sums(index, text)
    return _best({p: (much + sums.get(p, 0.0)) / 2 for p, much in found.items() if much >= _TYPED})


def shared(index: Index, text: str, place: int) -> tuple[str, ...]:
    """The words of a text, as they are written, that stand in the title or tags of a document."""
    named = (index.titles, index.tags)
    return tuple(
        word
        for word in dict.fromkeys(written_words(text))
        if any(place in posting.get(each, ()) for each in _shares(index, word) for posting in named)
    )


def _shares(index: Index, text: str) -> dict[str, float]:
    """The stems of a text, and how much each of them is of it by its rarity; the shares make 1."""
    unknown = rarity(len(index.title_weights), 0)
    stems = (s for word in telling(words(text), index.language) for s in parts(word, index.language, index.counts))
    weights = {each: index.weights.get(each, unknown) for each in stems}
    whole = sum(weights.values())
    return {each: weight / whole for each, weight in weights.items()}


def _found(index: Index, each: str) -> Iterable[tuple[int, float]]:
    """Documents that have a stem, and what it counts there."""
    for posting, counts in ((index.titles, 1.0), (index.tags, 1.0), (index.bodies, _IN_BODY)):
        for place in posting.get(each, ()):
            yield place, counts


def _best(scores: Mapping[int, float], least: float = 0.0) -> list[Hit]:
    hits = (Hit(place, round(score, 6)) for place, score in scores.items() if score >= least)
    return sorted(hits, key=lambda hit: (-hit.score, hit.place))
