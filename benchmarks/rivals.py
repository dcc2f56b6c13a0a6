"""What our search is measured against, each made over the same texts: FTS5, BM25 over stems, TF-IDF of characters."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.languages import Language
from app.search.letters import cosines, letters
from app.search.text import normalised, telling, words

Find = Callable[[str], Sequence[int]]
_K1, _B = 1.5, 0.75
"""As bm25s has them."""
_MOST = 100


def fts5(texts: Sequence[str], _language: Language) -> Find:
    """SQLite's own index with bm25, words as they are."""
    store = sqlite3.connect(":memory:")
    store.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize = 'unicode61 remove_diacritics 0')")
    store.executemany("INSERT INTO t (rowid, text) VALUES (?, ?)", enumerate(texts))
    select = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t), rowid LIMIT 100"

    def find(query: str) -> list[int]:
        asked = " OR ".join(f'"{word}"' for word in words(query))
        return [row for (row,) in store.execute(select, [asked])] if asked else []

    return find


def bm25(texts: Sequence[str], language: Language) -> Find:
    """What bm25s does (the Lucene variant), over stems of Snowball without stop words, weights reckoned beforehand."""
    stems = _stems(texts, language)
    long = np.array([len(each) for each in stems], float)
    postings: dict[str, tuple[list[int], list[int]]] = {}
    for place, each in enumerate(stems):
        for stem, count in Counter(each).items():
            places, counts = postings.setdefault(stem, ([], []))
            places.append(place)
            counts.append(count)
    norm = _K1 * (1 - _B + _B * long / max(1.0, long.mean()))
    ready = {stem: _weighed(np.array(p), np.array(c, float), norm, len(texts)) for stem, (p, c) in postings.items()}

    def find(query: str) -> list[int]:
        scores = np.zeros(len(texts))
        for stem in _stems([query], language)[0]:
            if stem in ready:
                places, weights = ready[stem]
                scores[places] += weights
        return _first(scores)

    return find


def _weighed(places: NDArray[Any], counts: NDArray[Any], norm: NDArray[Any], of: int) -> tuple[NDArray[Any], ...]:
    idf = np.log(1 + (of - len(places) + 0.5) / (len(places) + 0.5))
    return places, idf * counts / (counts + norm[places])


def _stems(texts: Sequence[str], language: Language) -> list[list[str]]:
    import snowballstemmer

    stemmer = snowballstemmer.stemmer({"fi": "finnish", "sv": "swedish", "en": "english"}[language])
    known: dict[str, str] = {}
    found = [telling(words(text), language) for text in texts]
    for word in {word for each in found for word in each}:
        known[word] = stemmer.stemWord(word)
    return [[known[word] for word in each] for each in found]


def characters(texts: Sequence[str], _language: Language) -> Find:
    """TF-IDF of runs of 3–5 characters within white space (scikit-learn's char_wb), and their cosine."""
    known = letters([normalised(text).split() for text in texts])
    return lambda query: _first(cosines(known, Counter(normalised(query).split())))


def _first(scores: NDArray[Any]) -> list[int]:
    order = np.argsort(-scores, kind="stable")[:_MOST]
    return [int(place) for place in order if scores[place] > 0]
