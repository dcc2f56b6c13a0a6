"""Saying things in Finnish, Swedish and English: catalogues, dates, numbers, lists and sorting.

English is the language of the source; `resources/locale` holds the catalogues. A `Translator` is passed to
whoever speaks; there is no language in force. Figures follow Finland's use in Finnish and Swedish and British use in
English. The few rules are written out here, because loading them from CLDR would cost at every start; the tests
compare them with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache
from numbers import Number
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from app import translations
from app.errors import UserError
from app.languages import Language
from app.paths import resource
from app.translations import Translations

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

DOMAIN: Final = "kartturi"
_MINUS, _GAP = "\N{MINUS SIGN}", "\N{NO-BREAK SPACE}"
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS: Final[dict[Language, tuple[str, ...]]] = {
    "fi": ("ma", "ti", "ke", "to", "pe", "la", "su"),
    "sv": ("mån", "tis", "ons", "tors", "fre", "lör", "sön"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_AND: Final[dict[Language, str]] = {"fi": "ja", "sv": "och", "en": "and"}
_MOST_DECIMALS: Final = 3


def mark(message: str) -> str:
    """Mark a string for the catalogues where it is written but not yet said."""
    return message


@lru_cache(maxsize=8)
def _translations(language: Language) -> Translations:
    if language == "en":
        return translations.nothing()
    return translations.read(resource("locale", language, "LC_MESSAGES", f"{DOMAIN}.mo"))


class Translator(NamedTuple):
    """Speaks one language. Call it with an English catalogue string and named values."""

    language: Language

    def __call__(self, message: str, **values: Any) -> str:
        text = _translations(self.language).one(message)
        return text.format(**values) if values else text

    def n(self, one: str, many: str, count: int, **values: Any) -> str:
        """The singular or plural form; `{n}` is the count."""
        text = _translations(self.language).several(one, many, count)
        return text.format(n=self.number(count), **values)

    def explain(self, error: UserError) -> str:
        """The sentence of an error, in this language, and so are its figures, dates, lists and inner errors.

        A value that the sentence wants and the error lacks shows as its name: an error never hides behind another.
        """
        values = {name: self.said(value) for name, value in error.values.items()}
        return _translations(self.language).one(error.message).format_map(_NamesForMissing(values))

    def said(self, value: object) -> str:
        """Any value as it is said in this language."""
        from app.texts import Text  # nothing of the kind is said at start-up, where each module costs time

        match value:
            case UserError():
                return self.explain(value)
            case Text():
                return value.said(self.language).text
            case date() | time():
                return self._moment(value)
            case list() | tuple():
                return self.listed(self.said(item) for item in value)
            case _ if not isinstance(value, bool) and isinstance(value, Number):
                exact = _exact(value)
                return self.number(exact, _decimals(exact))
            case _:
                return " ".join(str(value).splitlines())  # what a file holds must not break a sentence in two

    def _moment(self, when: date | time) -> str:
        if isinstance(when, datetime):
            return f"{self.day(when)} {self.clock(when)}"
        return self.day(when) if isinstance(when, date) else self.clock(when)

    def day(self, when: date) -> str:
        """A date in figures: 1.9.2026 in Finnish and Swedish, 1 Sep 2026 in English."""
        if self.language == "en":
            return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
        return f"{when.day}.{when.month}.{when.year}"

    def weekday(self, when: date) -> str:
        """The weekday, short: ti, tis, Tue."""
        return _WEEKDAYS[self.language][when.weekday()]

    def short_day(self, when: date) -> str:
        """A near date with its weekday: ti 1.12. in Finnish, tis 1.12 in Swedish, Tue 1 Dec in English."""
        if self.language == "en":
            return f"{self.weekday(when)} {when.day} {_MONTHS[when.month - 1]}"
        return f"{self.weekday(when)} {when.day}.{when.month}{'.' if self.language == 'fi' else ''}"

    def clock(self, when: time | datetime) -> str:
        """A time of day to the minute: 8.30 in Finnish and Swedish, 8:30 in English."""
        return f"{when.hour}{':' if self.language == 'en' else '.'}{when.minute:02}"

    def number(self, value: float | Decimal | Fraction, decimals: int = 0) -> str:
        """A number with the language's decimal mark, rounded half up; thousands apart by a no-break space or comma."""
        exact = _exact(value)
        size = -exact if exact < 0 else exact
        scaled = (2 * size * 10**decimals + 1) // 2
        whole, rest = divmod(scaled, 10**decimals)
        gap, point = (",", ".") if self.language == "en" else (_GAP, ",")
        figures = f"{whole:,}".replace(",", gap) + (f"{point}{rest:0{decimals}}" if decimals else "")
        return f"{_MINUS}{figures}" if exact < 0 and scaled else figures

    def percent(self, share: float | Decimal | Fraction, decimals: int = 0) -> str:
        """A share 0…1 as a percentage: 75 % in Finnish and Swedish, 75% in English."""
        return self.points(_exact(share) * 100, decimals)

    def points(self, hundredths: int | Fraction, decimals: int = 0) -> str:
        """A percentage that is given in hundredths."""
        return f"{self.number(hundredths, decimals)}{'' if self.language == 'en' else _GAP}%"

    def listed(self, items: Iterable[str]) -> str:
        """Items as a list within a sentence: "a, b ja c"."""
        *first, last = [*items] or [""]
        return f"{', '.join(first)} {_AND[self.language]} {last}" if first else last


class _NamesForMissing(dict[str, str]):
    """Values of a sentence; one that is missing shows as its placeholder."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _exact(value: object) -> int | Fraction:
    """A number without the error of a float. Fractions cost start-up, where few numbers are said."""
    if isinstance(value, int):
        return value
    from fractions import Fraction

    return Fraction(str(value))


def _decimals(exact: int | Fraction) -> int:
    """Decimals that a number has of its own, three at most."""
    return next((d for d in range(_MOST_DECIMALS) if (exact * 10**d).denominator == 1), _MOST_DECIMALS)


_LETTERS: Final = str.maketrans(
    {"å": "{a", "ä": "{b", "æ": "{b", "ö": "{c", "ø": "{c", "ü": "y", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l"}
)
"""Letters that sort elsewhere than their Unicode number or their bare form says; "{" follows "z"."""
_MARKS: Final = re.compile("[\N{COMBINING GRAVE ACCENT}-\N{COMBINING LATIN SMALL LETTER X}]")
_FIGURES: Final = re.compile(r"\d+")


def sort_key(text: str) -> str:
    """Order of the Finnish and Swedish alphabet: å, ä and ö at the end, v before w, other accents as the bare letter.

    Case does not matter, and figures sort by value: H2 before H10.
    """
    from unicodedata import normalize

    letters = normalize("NFC", text).casefold().translate(_LETTERS)
    bare = _MARKS.sub("", normalize("NFD", letters))
    return _FIGURES.sub(lambda figures: figures[0].zfill(12), bare)
