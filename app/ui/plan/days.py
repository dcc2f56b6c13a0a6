"""Days as people write them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from app.errors import UserError

_FIGURES = re.compile(r"(\d{1,2})[./]\s*(\d{1,2})(?:[./]|[./\s]\s*(\d{4}))?")


def read_day(text: str, today: date) -> date | None:
    """The day written as 1.9.2026, 1/9/2026 or 2026-09-01; as 1.9. the next such day. Empty: None, else a UserError."""
    text = text.strip()
    if not text:
        return None
    with suppress(ValueError):
        figures = _FIGURES.fullmatch(text)
        if not figures:
            return date.fromisoformat(text)
        day, month, year = figures.groups()
        return date(int(year), int(month), int(day)) if year else _next(int(day), int(month), today)
    raise UserError("{text} is not a date. Write it like 1.9.2026.", {"text": text})


def written(day: date | None) -> str:
    """A day in figures, as it is offered for editing in every language."""
    return f"{day.day}.{day.month}.{day.year}" if day else ""


def _next(day: int, month: int, today: date) -> date:
    """The next such day, this year or the next. A leap day further off is hardly what was meant: the year is asked."""
    for year in (today.year, today.year + 1):
        with suppress(ValueError):
            if (found := date(year, month, day)) >= today:
                return found
    if (day, month) == (29, 2):
        raise UserError("The next 29 February is far off. Write the year too, or another day.")
    raise ValueError((day, month))
