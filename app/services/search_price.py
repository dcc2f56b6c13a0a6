"""The most that a query is willing to pay: "alle 500 €", "högst 400 euro", "max 300", told apart from other figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from app.offers.filters import Filter

Limit = tuple[int, int, Filter]
"""Where it begins and ends in the query, and what it asks for."""
_NUMBER: Final = r"\d{1,3}(?:[ \xa0\u202f.,]\d{3}){1,2}(?:[.,]\d{1,2})?(?!\d)|\d{1,7}(?:[.,]\d{1,2})?(?!\d)"
_PARTS_THOUSANDS: Final = re.compile(r"[ \xa0\u202f.,](?=\d{3}(?:\D|$))")
_LEAST_BARE: Final = 50
"""A figure without euros is a price from here on: less are hours, ages and people, …"""
_YEARS: Final = range(1990, 2100)
"""… and these are years."""


def pattern(words: Mapping[str, Mapping[str, Iterable[str]]]) -> re.Pattern[str]:
    """What tells a price in a query, by the lists of words `at_most`, `at_least`, `about`, `after`, `euros`, `others`.

    Groups: `least` where it is the least and no limit, `bare` a figure without euros, `sum` one with them.
    """
    at_most, at_least, about, after, euros, others = (
        _any_of(words[name]) for name in ("at_most", "at_least", "about", "after", "euros", "others")
    )
    euro, gap = rf"(?:{euros})", r"[\s:]{0,3}"
    amount = rf"(?:{euro}\s?(?:{_NUMBER})|(?:{_NUMBER})\s?{euro}(?!\w))"
    ranged = rf"(?:(?:{_NUMBER})\s?(?:{euro})?\s?[-–—]\s?)?"
    limit = rf"(?:(?:(?:{about})\W{{1,3}})?(?:{at_most})|(?:{about}))\b\.?"
    return re.compile(
        rf"(?<!\w)(?:(?P<least>(?:{at_least})\s+(?:{amount}|(?:{_NUMBER})))"
        rf"|(?:{limit}{gap})?{ranged}(?P<sum>{amount})(?:\s+(?:{after})(?!\w))?"
        rf"|{limit}{gap}(?P<bare>{_NUMBER})(?!\w)(?!\s*(?:%|(?:{others})(?!\w))))",
        re.IGNORECASE,
    )


def _any_of(said: Mapping[str, Iterable[str]]) -> str:
    """Any of the phrases, the longest first; "*" at the end of one stands for any ending."""
    phrases = sorted({phrase for each in said.values() for phrase in each}, key=lambda each: (-len(each), each))
    return "|".join(re.escape(p.removesuffix("*")).replace(r"\ ", r"\s+") + r"\w*" * p.endswith("*") for p in phrases)


def limits(query: str, known: re.Pattern[str]) -> Iterator[Limit]:
    """The limits of price in a query, in their order."""
    for found in known.finditer(query):
        most = _most(found)
        if most is not None:
            yield found.start(), found.end(), Filter("price_limit", (str(most),))


def _most(found: re.Match[str]) -> Decimal | None:
    if found["sum"]:
        return _figure(found["sum"])
    if not found["bare"]:
        return None
    figure = _figure(found["bare"])
    return None if figure < _LEAST_BARE or figure in _YEARS else figure


def _figure(text: str) -> Decimal:
    """The figure in "1 500,50 €"; two digits after a sign are cents."""
    [digits] = re.findall(_NUMBER, text)
    return Decimal(_PARTS_THOUSANDS.sub("", digits).replace(",", "."))
