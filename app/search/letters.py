"""How alike texts are by their letters: the cosine of their runs of 3–5 characters, each weighed by how rare it is.

A document's vector is the sum of its words' vectors, and far fewer words than documents exist: so runs are kept by the
word and words by the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from math import log, sqrt
from typing import TYPE_CHECKING, Any, Final

from app.search.lists import Lists, lists, owners, places_of, summed, turned
from app.search.text import pieces

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MUCH: Final = 0.4
"""How much of a word's letters must be held by another; fewer are chance."""
_AT_ONCE: Final = 1000
"""Documents whose runs are spread out at the same time, to bound memory."""


def rarity(documents: int, with_it: int) -> float:
    """Weight of what `with_it` of so many documents have: 1 when all have it, more the fewer do (smoothed idf)."""
    return log((1 + documents) / (1 + with_it)) + 1


@dataclass(frozen=True, slots=True)
class Letters:
    """The vectors of documents, made by `letters`. Runs and words have numbers; documents are known by their places.

    `words` are those that have a run, each once, and beside each `pulls` how often it has it, times the run's weight
    squared. `documents` are those that have a word, `texts` the words of a document; what is there twice is listed
    twice. `weights` are those of the runs, `lengths` those of the documents' vectors. `spelt` are the words in UTF-8.
    """

    runs: Mapping[str, int]
    weights: NDArray[Any]
    words: Lists
    pulls: NDArray[Any]
    documents: Lists
    texts: Lists
    lengths: NDArray[Any]
    spelt: Lists


def letters(texts: Sequence[Sequence[str]], among: int | None = None) -> Letters:
    """The vectors of documents that are given by their words.

    Where some are second texts of the same documents, `among` says how many documents there are, so that titles that
    say nothing do not make all that bodies say look rare.
    """
    import numpy as np

    words = {word: number for number, word in enumerate(dict.fromkeys(chain.from_iterable(texts)))}
    taken_apart = [Counter(pieces(word)) for word in words]
    runs = {run: number for number, run in enumerate(dict.fromkeys(chain.from_iterable(taken_apart)))}
    of_word = lists(map(runs.__getitem__, each) for each in taken_apart)
    times = np.fromiter(chain.from_iterable(each.values() for each in taken_apart), np.intp, len(of_word.members))
    of_text = lists(map(words.__getitem__, text) for text in texts)
    with_it = np.zeros(len(runs))
    for _, found, _ in _spread(of_text, of_word, times, len(runs)):
        with_it += np.bincount(found, minlength=len(runs))
    documents = len(texts) if among is None else among
    weights = np.log((1 + documents) / (1 + np.minimum(with_it, documents))) + 1
    squares = np.zeros(len(texts))
    for place, found, count in _spread(of_text, of_word, times, len(runs)):
        squares += np.bincount(place, (count * weights[found]) ** 2, len(texts))
    return Letters(
        runs=runs,
        weights=weights,
        words=turned(of_word, len(runs)),
        pulls=(times * weights[of_word.members] ** 2)[np.argsort(of_word.members, kind="stable")],
        documents=turned(of_text, len(words)),
        texts=of_text,
        lengths=np.sqrt(squares),
        spelt=spelt_out(words),
    )


def spelt_out(words: Iterable[str]) -> Lists:
    """The UTF-8 of each word."""
    import numpy as np

    bytes_ = [word.encode() for word in words]
    bounds = np.array(list(accumulate(map(len, bytes_), initial=0)), np.int64)
    return Lists(bounds, np.frombuffer(b"".join(bytes_), np.uint8))


def _spread(texts: Lists, words: Lists, times: NDArray[Any], runs: int) -> Iterator[tuple[NDArray[Any], ...]]:
    """The places of documents, the runs they have and how often, each pair once; some documents at a time."""
    import numpy as np

    whose = owners(texts)
    for first in range(0, len(texts.bounds) - 1, _AT_ONCE):
        last = min(first + _AT_ONCE, len(texts.bounds) - 1)
        mine = slice(texts.bounds[first], texts.bounds[last])
        where, many = places_of(words, texts.members[mine])
        pairs = np.repeat(np.repeat(whose[mine], many) * runs + words.members[where], times[where])
        found, counts = np.unique(pairs, return_counts=True)
        yield found // max(1, runs), found % max(1, runs), counts


def cosines(known: Letters, text: Mapping[str, float], among: NDArray[Any] | None = None) -> NDArray[Any]:
    """The cosine 0…1 between a text and every document by place; only places `among` these are looked at, if given.

    The text is given by its words, and how much each of them counts.
    """
    import numpy as np

    unknown = rarity(len(known.lengths), 0)
    counts = _counts(text)
    weights = {run: known.weights[known.runs[run]] if run in known.runs else unknown for run in counts}
    length = sqrt(sum((count * weights[run]) ** 2 for run, count in counts.items()))
    alike = np.zeros(len(known.documents.bounds) - 1)
    for run in counts.keys() & known.runs.keys():
        its = slice(*known.words.bounds[known.runs[run] : known.runs[run] + 2])
        alike[known.words.members[its]] += counts[run] * known.pulls[its]
    whole = length * (known.lengths if among is None else known.lengths[among])
    shared = np.divide(summed(known.texts, alike, among), whole, out=np.zeros(len(whole)), where=whole > 0)
    found = np.zeros(len(known.lengths))
    found[slice(None) if among is None else among] = np.minimum(shared, 1.0)
    return found


def _counts(text: Mapping[str, float]) -> dict[str, float]:
    """How often each run comes in a text, by what its words count."""
    counts: dict[str, float] = {}
    for word, counting in text.items():
        for run in pieces(word):
            counts[run] = counts.get(run, 0.0) + counting
    return counts


def holding(known: Letters, beginning: str) -> NDArray[Any]:
    """How much of this word's letters some word of each document holds, up to 1; its end is left open.

    Too few letters are none.
    """
    import numpy as np

    runs = [run for run in pieces(beginning) if not run.endswith(" ")]
    share = having(known, runs) / (len(runs) or 1)
    much = np.flatnonzero(share >= _MUCH)
    much = much[np.argsort(share[much], kind="stable")]
    best = np.zeros(len(known.lengths))
    where, many = places_of(known.documents, much)
    # Of a document's words the best comes last, and stays.
    best[known.documents.members[where]] = np.repeat(np.minimum(share[much], 1.0), many)
    return best


def having(known: Letters, runs: Iterable[str]) -> NDArray[Any]:
    """How many of these runs each word has, by its number."""
    import numpy as np

    many = np.zeros(len(known.documents.bounds) - 1)
    for number in (known.runs[run] for run in runs if run in known.runs):
        many[known.words.of(number)] += 1
    return many
