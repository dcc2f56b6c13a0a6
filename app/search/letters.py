"""How alike texts are by their letters: the cosine of their runs of 3–5 characters, each weighed by how rare it is.

A document's vector is the sum of its words' vectors, and far fewer words than documents exist: so runs are kept by the
word and words by the document.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt
from typing import Final

from app.search.text import pieces

_MUCH: Final = 0.4
"""How much of a word's letters must be held by another; fewer are chance."""


def rarity(documents: int, with_it: int) -> float:
    """Weight of what `with_it` of so many documents have: 1 when all have it, more the fewer do (smoothed idf)."""
    return log((1 + documents) / (1 + with_it)) + 1


@dataclass(frozen=True, slots=True)
class Letters:
    """The vectors of documents, made by `letters`. Words have numbers, and documents are known by their places.

    `words` gives the words that have a run, `documents` the documents that have a word; what is there twice is listed
    twice. `lengths` are those of the documents' vectors.
    """

    weights: Mapping[str, float]
    words: Mapping[str, Sequence[int]]
    documents: Sequence[Sequence[int]]
    lengths: Sequence[float]


def letters(texts: Sequence[Sequence[str]]) -> Letters:
    """The vectors of documents that are given by their words."""
    runs = {word: pieces(word) for word in dict.fromkeys(chain.from_iterable(texts))}
    holders: dict[str, array[int]] = {word: array("I") for word in runs}
    with_it: Counter[str] = Counter()
    for place, text in enumerate(texts):
        for word in text:
            holders[word].append(place)
        with_it.update({run for word in text for run in runs[word]})
    words: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, word in enumerate(runs):
        for run in runs[word]:
            words[run].append(number)
    weights = {run: rarity(len(texts), count) for run, count in with_it.items()}
    lengths = array("d", (_length(_vector(map(runs.__getitem__, text), weights)) for text in texts))
    return Letters(weights, dict(words), list(holders.values()), lengths)


def cosines(known: Letters, text: Sequence[str]) -> dict[int, float]:
    """The cosine 0…1 between a text and every document that shares a run of letters with it."""
    vector = _vector(map(pieces, text), known.weights, rarity(len(known.lengths), 0))
    alike: defaultdict[int, float] = defaultdict(float)
    for run, weight in vector.items():
        for word in known.words.get(run, ()):
            alike[word] += weight * known.weights[run]
    sums: defaultdict[int, float] = defaultdict(float)
    for word, product in alike.items():
        for place in known.documents[word]:
            sums[place] += product
    length = _length(vector)
    return {place: min(product / (length * known.lengths[place]), 1.0) for place, product in sums.items()}


def holding(known: Letters, beginning: str) -> dict[int, float]:
    """Documents with a word that holds much of this one's letters, and how much, up to 1; its end is left open."""
    runs = [run for run in pieces(beginning) if not run.endswith(" ")]
    in_word = Counter(word for run in runs for word in set(known.words.get(run, ())))
    best: dict[int, float] = {}
    for word, count in in_word.items():
        share = count / len(runs)
        if share >= _MUCH:
            for place in known.documents[word]:
                best[place] = max(share, best.get(place, 0.0))
    return best


def _vector(runs: Iterable[Iterable[str]], weights: Mapping[str, float], unknown: float = 0.0) -> dict[str, float]:
    counts = Counter(chain.from_iterable(runs))
    return {run: count * weights.get(run, unknown) for run, count in counts.items()}


def _length(vector: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in vector.values()))
