"""Saying things in Finnish, Swedish and English: catalogues, dates, numbers and sorting.

English is the language of the source; `resources/locale` holds the catalogues. A `Translator` is passed to
whoever speaks; there is no language in force.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from app.errors import UserError
from app.languages import Language
from app.paths import resource

DOMAIN = "kartturi"
_MINUS, _THIN = "\N{MINUS SIGN}", "\N{NO-BREAK SPACE}"
_AFTER_Z = str.maketrans({"å": "{a", "ä": "{b", "æ": "{b", "ö": "{c", "ø": "{c"})


def mark(message: str) -> str:
    """Mark a string for the catalogues where it is written but not yet said."""
    return message


@lru_cache(maxsize=8)
def _catalogue(language: Language) -> gettext.NullTranslations:
    folder = resource("locale")
    return gettext.translation(DOMAIN, str(folder), [language], fallback=language == "en")


@dataclass(frozen=True, slots=True)
class Translator:
    """Speaks one language. Call it with an English catalogue string and named values."""

    language: Language

    def __call__(self, message: str, **values: Any) -> str:
        text = _catalogue(self.language).gettext(message)
        return text.format(**values) if values else text

    def n(self, one: str, many: str, count: int, **values: Any) -> str:
        """The singular or plural form; `{n}` is the count."""
        text = _catalogue(self.language).ngettext(one, many, count)
        return text.format(n=count, **values)

    def explain(self, error: UserError) -> str:
        """The sentence of an error, in this language."""
        return _catalogue(self.language).gettext(error.message).format(**error.values)

    def day(self, when: date) -> str:
        """A date in figures: 1.9.2026 in Finnish and Swedish, 1 Sep 2026 in English."""
        if self.language == "en":
            return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
        return f"{when.day}.{when.month}.{when.year}"

    def number(self, value: float | Decimal | Fraction, decimals: int = 0) -> str:
        """A number with the language's decimal mark, rounded half up; thousands apart by a no-break space or comma."""
        quantum = Decimal(1).scaleb(-decimals)
        if isinstance(value, Fraction):
            exact = Decimal(value.numerator) / Decimal(value.denominator)
        else:
            exact = Decimal(str(value))
        text = f"{exact.quantize(quantum, rounding='ROUND_HALF_UP'):,}"
        if self.language == "en":
            return text.replace("-", _MINUS)
        return text.replace(",", _THIN).replace(".", ",").replace("-", _MINUS)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def sort_key(text: str) -> str:
    """Order of the alphabet with å, ä and ö at the end, as in Finnish and Swedish; case does not matter."""
    return text.casefold().translate(_AFTER_Z)
