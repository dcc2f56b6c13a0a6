"""Finding the right text for a title, and how quickly, against three usual ways on the same texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.languages import Language
from app.search.index import Document, alike, build
from benchmarks import rivals
from benchmarks.measure import cpu_seconds, milliseconds
from benchmarks.real_data import real_data
from benchmarks.rivals import Find

SETS = ("fi_eper", "sme_fi", "sv_eper", "sv_nsc", "sme_sv", "en_techwolf_labels", "sme_en")
_MOST = 100
"""Texts in which the right one is looked for."""


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
        reciprocal += next((1 / rank for rank, place in enumerate(found[:_MOST], 1) if place in right), 0.0)
        recall += len(right & {*found[:5]}) / len(right)
    return Quality(reciprocal / len(given.queries), recall / len(given.queries))


def ours(texts: Sequence[str], language: Language) -> Find:
    index = build(map(Document, texts), language)
    return lambda query: [hit.place for hit in alike(index, query, most=_MOST)]


RIVALS: dict[str, Callable[[Sequence[str], Language], Find]] = {
    "ours": ours,
    "FTS5": rivals.fts5,
    "BM25 of stems": rivals.bm25,
    "3–5 characters": rivals.characters,
}


def _figures(given: TestSet, name: str) -> str:
    made: list[Find] = []
    build_time = cpu_seconds(lambda: made.append(RIVALS[name](given.texts, given.language)))
    times: list[float] = []

    def find(query: str) -> Sequence[int]:
        found: list[Sequence[int]] = []
        times.append(cpu_seconds(lambda: found.append(made[0](query))))
        return found[0]

    found = quality(given, find)
    return f"{name} MRR {found.mrr:.3f} R@5 {found.recall:.3f} ({build_time:.1f} s, {milliseconds(times)})"


def figures() -> list[str]:
    """Times are of the processor."""
    sets = {name: read(real_data(), name) for name in SETS}
    return [f"{name}: " + "; ".join(_figures(given, rival) for rival in RIVALS) for name, given in sets.items()]
