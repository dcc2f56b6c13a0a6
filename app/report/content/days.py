"""Days on paper: near ones by weekday, months ahead, months of a scale."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.i18n import Translator

NEAR_DAYS: Final = 60
"""A day as near as this is named by its weekday and without its year."""
DAYS_IN_MONTH: Final = 365.25 / 12


def day(t: Translator, when: date, today: date) -> str:
    """ "ti 1.12." where it is near, "20.1.2028" where it is far."""
    return t.short_day(when) if abs((when - today).days) <= NEAR_DAYS else t.day(when)


def day_in_year(t: Translator, when: date) -> str:
    """Weekday and full date: "ti 12.1.2027"."""
    return f"{t.weekday(when)} {t.day(when)}"


def bare_day(t: Translator, when: date) -> str:
    """Day and month alone: "1.12.", "1 Dec"."""
    return t.short_day(when).removeprefix(f"{t.weekday(when)} ")


def month(t: Translator, when: date, *, short: bool = False) -> str:
    """A month of a scale: 1/2027 or "Jan 2027"; short 1/27 or "Jan"."""
    if t.language == "en":
        return t.day(when).split(" ")[1] if short else t.day(when).split(" ", 1)[1]
    return f"{when.month}/{when.year % 100:02}" if short else f"{when.month}/{when.year}"


def months_between(first: date, last: date) -> float:
    return (last - first).days / DAYS_IN_MONTH
