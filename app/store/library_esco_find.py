"""Finding concepts of ESCO by words: what may be meant by each word, who has any of that in a name, and how well."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import islice
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, or_, select, text

from app.frameworks.esco import ConceptKind
from app.languages import LANGUAGES, Language
from app.search.variants import BENT, LEAST_PART, Weights, asked, root, score, weights
from app.store import library_esco_rows as tables

_LONGEST: Final = 200
"""Letters of a query that are read."""
_VARIANTS: Final = 25
"""Words that are looked for in place of one: the best of those that may be meant."""
_LIKELIEST: Final = 8
"""The same where any word is enough."""
_CANDIDATES: Final = 60
_SHORT: Final = 4
"""Letters of a word; a shorter one is looked for at the beginning of words alone."""
_ALTERNATIVE: Final = 0.97
"""What another name counts beside the name itself."""
_LEAST: Final = 0.3
_CODE: Final = re.compile(r"[a-z]?\d[\d.]*")

_FEW: Final = 2
"""Words of a query; with more of them, each is looked for among those that begin alike, which is much quicker."""
_ENOUGH: Final = 10
"""Candidates that have all of what is meant: with so many, others are not looked for."""

_HAVING: Final = text(
    "SELECT c.id FROM (SELECT rowid AS id FROM esco_terms WHERE esco_terms MATCH :words ORDER BY rank LIMIT 400) "
    "JOIN esco_concepts c USING (id) WHERE c.kind IN :kinds LIMIT :most"
).bindparams(bindparam("kinds", expanding=True))


def find(
    connection: Connection, words: str, language: Language, kinds: Collection[ConceptKind], limit: int
) -> dict[int, float]:
    """Numbers of the concepts that fit best, and how well each does."""
    query = words[:_LONGEST]
    several = asked(query, language)
    wanted = [_meant(connection, word, language, whole=len(several) <= _FEW) for word in several]
    ids = {*_with_code(connection, query, kinds), *_candidates(connection, wanted, language, kinds)}
    rows = connection.execute(_named(language).where(tables.concepts.c.id.in_(ids)))
    scores = {row.id: _fits(row, query, wanted) for row in rows}
    best = sorted((each for each in scores if scores[each] >= _LEAST), key=lambda each: (-scores[each], each))
    return {each: round(scores[each], 3) for each in best[:limit]}


def _meant(connection: Connection, word: str, language: Language, *, whole: bool) -> Weights:
    """The words of the vocabulary that may be meant by one: of the whole of it, or of those that begin alike."""
    w, start = tables.words.c, root(word, language)
    mine = w.language == language
    known = bool(connection.scalar(select(func.count()).where(mine, w.word == word)))
    beginning = start if known else word[0]
    near = _near(word, start, known=known) if whole else (w.word >= beginning) & (w.word < f"{beginning}\uffff")
    found = weights(word, start, connection.scalars(select(w.word).where(mine, near)), slips=not known)
    return dict(islice(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])), _VARIANTS))


def _near(word: str, start: str, *, known: bool) -> ColumnElement[bool]:
    """Words with its root, parts of it, and, where it is not known, words that it may be a slip for."""
    w = tables.words.c
    near = [func.instr(w.word, start) > 0 if len(start) >= _SHORT else func.substr(w.word, 1, len(start)) == start]
    if len(word) > LEAST_PART:
        part = func.substr(w.word, 1, func.length(w.word) - BENT)
        near.append((func.length(w.word) >= LEAST_PART) & (func.instr(word, part) > 0))
    if not known and len(word) >= _SHORT:
        near.append((func.substr(w.word, 1, 1) == word[0]) & func.length(w.word).between(len(word) - 2, len(word) + 2))
    return or_(*near)


def _candidates(
    connection: Connection, wanted: Collection[Weights], language: Language, kinds: Collection[ConceptKind]
) -> Iterable[int]:
    """Concepts with something of every word as it is typed, then as it may be meant, then with anything at all."""
    found: dict[int, None] = {}
    exact = [[word for word, weight in meant.items() if weight == 1.0] for meant in wanted]
    meant = [[*each] for each in wanted if each]
    likeliest = [each[:_LIKELIEST] for each in meant]
    for several, joined in ((exact, " AND "), (meant, " AND "), (likeliest, " OR ")):
        if several and all(several) and len(found) < _ENOUGH:
            words = joined.join(f"({' OR '.join(map(_quoted, each))})" for each in several)
            given = {"words": f"{language} : ({words})", "kinds": list(kinds), "most": _CANDIDATES}
            found |= dict.fromkeys(connection.execute(_HAVING, given).scalars())
    return found


def _quoted(word: str) -> str:
    """A word that cannot be taken for a sign of the query's language."""
    return f'"{word}"'


def _with_code(connection: Connection, query: str, kinds: Collection[ConceptKind]) -> Iterable[int]:
    c, code = tables.concepts.c, query.strip().upper()
    if not _CODE.fullmatch(code.lower()):
        return ()
    wanted = select(c.id).where(c.kind.in_(kinds), c.code.startswith(code, autoescape=True)).order_by(c.code)
    return connection.scalars(wanted.limit(_CANDIDATES))


def _named(language: Language) -> Select[Any]:
    """What concepts are found by in a language, or in another where they have no name in it."""
    c = tables.concepts.c
    names = (func.nullif(c[f"name_{each}"], "") for each in (language, *LANGUAGES))
    return select(c.id, c.code, func.coalesce(*names).label("name"), c[f"alternatives_{language}"].label("others"))


def _fits(row: Row[Any], query: str, wanted: Collection[Weights]) -> float:
    code = query.strip().upper()
    if row.code and row.code.startswith(code):
        return len(code) / len(row.code)
    others = row.others.split("\n") if row.others else ()
    return max(score(row.name, wanted), *(_ALTERNATIVE * score(other, wanted) for other in others), 0.0)
