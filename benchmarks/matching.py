"""Finding the right text for a title, and how quickly, against SQLite's FTS5 with bm25 on the same texts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.languages import Language
from app.search.index import Document, alike, build
from app.search.text import words
from benchmarks.measure import seconds
from benchmarks.real_data import real_data

SETS = ("fi_eper", "sme_fi", "sv_eper", "sv_nsc", "sme_sv", "en_techwolf_labels", "sme_en")
Find = Callable[[str], Sequence[int]]


@dataclass(frozen=True, slots=True)
class TestSet:
    """Texts to be found, queries, and for each query the places of the texts that are right."""

    language: Language
    texts: list[str]
    queries: list[str]
    right: list[frozenset[int]]


@dataclass(frozen=True, slots=True)
class Quality:
    """Mean reciprocal rank of the first right text in the first hundred, and share of right texts in the first five."""

    mrr: float
    recall: float


def read(folder: Path, name: str, every: int = 1) -> TestSet:
    """A set of the folder; of texts that are never right only every so many."""
    given = json.loads((folder / "matching" / f"{name}_open.json").read_bytes())
    right = {place for places in given["gold"] for place in places}
    kept = [place for place in range(len(given["docs"])) if place in right or place % every == 0]
    new = {place: number for number, place in enumerate(kept)}
    texts = [given["docs"][place] for place in kept]
    return TestSet(given["lang"], texts, given["queries"], [frozenset(new[p] for p in g) for g in given["gold"]])


def quality(given: TestSet, find: Find) -> Quality:
    reciprocal = recall = 0.0
    for query, right in zip(given.queries, given.right, strict=True):
        found = find(query)
        reciprocal += next((1 / rank for rank, place in enumerate(found[:100], 1) if place in right), 0.0)
        recall += len(right & {*found[:5]}) / len(right)
    return Quality(reciprocal / len(given.queries), recall / len(given.queries))


def ours(given: TestSet) -> Find:
    index = build(map(Document, given.texts), given.language)
    return lambda query: [hit.place for hit in alike(index, query)]


def fts5(given: TestSet) -> Find:
    store = sqlite3.connect(":memory:")
    store.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize = 'unicode61 remove_diacritics 0')")
    store.executemany("INSERT INTO t (rowid, text) VALUES (?, ?)", enumerate(given.texts))
    select = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t), rowid LIMIT 100"

    def find(query: str) -> list[int]:
        return [row for (row,) in store.execute(select, [" OR ".join(f'"{word}"' for word in words(query))])]

    return find


def _figures(given: TestSet, make: Callable[[TestSet], Find]) -> str:
    made: list[Find] = []
    build_time = seconds(lambda: made.append(make(given)))
    found: list[Quality] = []
    query_time = seconds(lambda: found.append(quality(given, made[0]))) / len(given.queries)
    return f"MRR {found[0].mrr:.3f} R@5 {found[0].recall:.3f} ({build_time:.1f} s, {1000 * query_time:.0f} ms a query)"


def figures() -> list[str]:
    sets = {name: read(real_data(), name) for name in SETS}
    return [f"{name}: ours {_figures(given, ours)}, FTS5 {_figures(given, fts5)}" for name, given in sets.items()]
