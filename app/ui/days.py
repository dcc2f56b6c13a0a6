"""Days as people write them, and as fields offer them: as the rest of the window shows days."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Final

from app.errors import UserError
from app.i18n import Translator

EXAMPLE: Final = date(2026, 9, 1)
"""The day by which it is shown how days are written: it is said in the language of whoever reads."""
_FIGURES = re.compile(r"(\d{1,2})[./]\s*(\d{1,2})(?:[./]|[./\s]\s*(\d{4}))?")
_NAMED = re.compile(r"(\d{1,2})\.?\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?", re.IGNORECASE)
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def read_day(text: str, today: date) -> date | None:
    """The day written as 1.9.2026, 1/9/2026, 1 Sep 2026 or 2026-09-01; without its year, the next such day.

    The day stands before the month in every language. Empty: None. A text that is no day is a UserError.
    """
    text = text.strip()
    if not text:
        return None
    with suppress(ValueError):
        written_as = _FIGURES.fullmatch(text) or _NAMED.fullmatch(text)
        if not written_as:
            return date.fromisoformat(text)
        day, month, year = written_as.groups()
        return date(int(year), _month(month), int(day)) if year else _next(int(day), _month(month), today)
    raise UserError("{text} is not a date. Write it like {example}.", {"text": text, "example": EXAMPLE})


def written(t: Translator, day: date | None) -> str:
    """A day as it is offered for editing."""
    return t.day(day) if day else ""


def _month(text: str) -> int:
    """The number of a month from its number or its English name, which may be cut short."""
    if text.isdecimal():
        return int(text)
    return next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(text.casefold())), 0)


def _next(day: int, month: int, today: date) -> date:
    """The next such day, this year or the next. A leap day further off is hardly what was meant: the year is asked."""
    for year in (today.year, today.year + 1):
        with suppress(ValueError):
            if (found := date(year, month, day)) >= today:
                return found
    if (day, month) == (29, 2):
        raise UserError("The next 29 February is far off. Write the year too, or another day.")
    raise ValueError((day, month))
