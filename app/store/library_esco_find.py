"""Finding concepts of ESCO by words: who has any of what may be meant in a name, and how well each of them fits."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from heapq import nlargest
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, Row, TextClause, bindparam, text

from app.frameworks.esco import ConceptKind
from app.languages import LANGUAGES, Language
from app.search.labels import Typed, fit, typed
from app.search.variants import Vocabulary, Weights, vocabulary

_LONGEST: Final = 200
"""Letters of a query that are read."""
_LIKELIEST: Final = 1000
"""Concepts that are looked at for their kind and the length of their names, …"""
_CANDIDATES: Final = 40
"""… and those of them that are compared with the query by all of their names."""
_ALTERNATIVE: Final = 0.97
"""What another name counts beside the name itself."""
_LEAST: Final = 0.3
_CODE: Final = re.compile(r"\d{1,4}|\d{4}\.[\d.]*|[A-Z]\d[\d.]*")
"""Of ISCO and what is below it, of groups of skills; other numbers need no look at every code."""

_WORDS: Final = (
    "SELECT group_concat(word, char(10)) FROM (SELECT word FROM esco_words WHERE language = ? ORDER BY word)"
)
_COUNT: Final = "SELECT count(*) FROM esco_words WHERE language = ?"
_HAVING: Final = "SELECT rowid FROM esco_terms WHERE esco_terms MATCH ?"
_OF_CODE: Final = "esco_concepts c WHERE c.code GLOB :code || '*' AND kind IN :kinds ORDER BY c.code"
_OF_SUM: Final = (
    "json_each(:sums) s JOIN esco_concepts c ON c.id = CAST(s.key AS INTEGER) WHERE kind IN :kinds "
    "ORDER BY s.value DESC, lower(name) != :label, length(name)"
)


def read_vocabulary(connection: Connection, language: Language, before: Vocabulary | None) -> Vocabulary:
    """All words of the names in a language; as they were read before, unless another program has put others there."""
    if before and len(before.words) == connection.exec_driver_sql(_COUNT, (language,)).scalar():
        return before
    return vocabulary(connection.exec_driver_sql(_WORDS, (language,)).scalar() or "")


def find(
    connection: Connection,
    known: Vocabulary,
    words: str,
    language: Language,
    kinds: Collection[ConceptKind],
    limit: int,
) -> dict[int, float]:
    """Numbers of the concepts that fit best, and how well each does; `known` is the vocabulary of the language.

    Of those that fit equally well the one with the lower code comes first, then the one with the shorter name.
    """
    query = words[:_LONGEST].strip()
    scores = _by_code(connection, query, language, kinds)
    if not scores and any(map(str.isalpha, query)):
        scores = _by_words(connection, typed(query, language, known), language, kinds)
    good = [row for row in scores if scores[row] >= _LEAST]
    best = sorted(good, key=lambda row: (-scores[row], row.code, len(row.name), row.id))
    return {row.id: round(scores[row], 3) for row in best[:limit]}


def _by_code(
    connection: Connection, query: str, language: Language, kinds: Collection[ConceptKind]
) -> dict[Row[Any], float]:
    """Concepts whose code begins with a query that may be one."""
    code = query.upper()
    if not _CODE.fullmatch(code):
        return {}
    given = {"code": code, "kinds": list(kinds), "most": _CANDIDATES}
    rows = connection.execute(_named(language, _OF_CODE), given)
    return {row: len(code) / len(row.code) for row in rows}


def _by_words(
    connection: Connection, query: Typed, language: Language, kinds: Collection[ConceptKind]
) -> dict[Row[Any], float]:
    """Concepts with most of what may be meant by each word; of equals those with the shortest names."""
    sums: dict[int, float] = {}
    for weights in query.meant:
        for concept, weight in _having(connection, weights, language).items():
            sums[concept] = sums.get(concept, 0.0) + weight
    likeliest = dict(nlargest(_LIKELIEST, sums.items(), key=lambda pair: pair[1]))
    label = " ".join(query.words)
    given = {"sums": json.dumps(likeliest), "label": label, "kinds": list(kinds), "most": _CANDIDATES}
    return {row: _fits(row, query) for row in connection.execute(_named(language, _OF_SUM), given)}


def _having(connection: Connection, weights: Weights, language: Language) -> Mapping[int, float]:
    """Concepts that have any of the words, and about how much the best of theirs counts; likelier words come first."""
    found: dict[int, float] = {}
    for weight, several in groupby(weights, key=lambda word: round(weights[word], 1)):
        names = " OR ".join(f'"{word}"' for word in several)  # quoted, so that none is taken for a sign of the query
        having = connection.exec_driver_sql(_HAVING, (f"{language} : ({names})",)).scalars().all()
        found = dict.fromkeys(having, weight) | found
    return found


def _named(language: Language, condition: str) -> TextClause:
    """What concepts are found by in a language, or in another where they have no name in it."""
    names = ", ".join(f"nullif(name_{each}, '')" for each in (language, *LANGUAGES))
    columns = f"c.id, c.code, coalesce({names}, '') AS name, alternatives_{language} AS others"
    chosen = text(f"SELECT {columns} FROM {condition} LIMIT :most")  # noqa: S608 - names of our own columns
    return chosen.bindparams(bindparam("kinds", expanding=True))


def _fits(row: Row[Any], query: Typed) -> float:
    others = row.others.split("\n") if row.others else ()
    return max(fit(row.name, query), *(_ALTERNATIVE * fit(other, query) for other in others), 0.0)
