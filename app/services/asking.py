"""A query taken apart: what it is about, and what it asks for besides ("kirjanpito verkossa ilmainen")."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from app.offers.filters import Filter
from app.search.text import normalised, written_words
from app.services.search_price import limits
from app.services.search_words import Meanings


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched for in words, and the filters, in the order of the query."""

    text: str
    filters: tuple[Filter, ...] = ()


def understood(query: str, known: Meanings) -> Asked:
    """The longest phrase that means something is taken first; a filter that is asked for twice counts once."""
    left: list[str] = []
    found: dict[tuple[str, tuple[str, ...]], Filter] = {}
    for typed, asked in _read(unicodedata.normalize("NFC", query), known):
        if asked:
            found.setdefault((asked.kind, asked.values), replace(asked, typed=typed))
        if not asked or asked.stays:
            left.append(typed)
    return Asked(" ".join(left), tuple(found.values()))


def _read(query: str, known: Meanings) -> Iterator[tuple[str, Filter | None]]:
    """The query in pieces, each with what it means: prices first, since figures and signs are no words."""
    at = 0
    for start, end, limit in limits(query, known.prices):
        yield from _read_words(query[at:start], known)
        yield query[start:end], limit
        at = end
    yield from _read_words(query[at:], known)


def _read_words(text: str, known: Meanings) -> Iterator[tuple[str, Filter | None]]:
    written = written_words(text)
    at = 0
    while at < len(written):
        size, asked = _meant(written[at : at + known.longest], known)
        yield " ".join(written[at : at + size]), asked
        at += size


def _meant(written: Sequence[str], known: Meanings) -> tuple[int, Filter | None]:
    """How many words from here mean something together, and what; else one word that means nothing."""
    plain = tuple(map(normalised, written))
    for size in range(len(plain), 0, -1):
        phrase = plain[:size]
        asked = known.exact.get(phrase) or _begun(phrase, known)
        if asked:
            return size, asked
    return 1, None


def _begun(phrase: tuple[str, ...], known: Meanings) -> Filter | None:
    *before, last = phrase
    beginnings = (last[:end] for end in range(len(last), 2, -1))
    return next((known.open[p] for each in beginnings if (p := (*before, each)) in known.open), None)


def without(asked: Asked, dropped: Collection[Filter]) -> Asked:
    """The same without some filters."""
    return Asked(asked.text, tuple(each for each in asked.filters if each not in dropped))
