"""Cells of a catalogue as values. A cell is only ever text: one that begins with "=" is not computed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from app.errors import UserError
from app.offers.codes import bare

_LIST: Final = re.compile(r"[;|\r\n]")
_NUMBER: Final = re.compile(r"([0-9]{1,3}(?:\s?[0-9]{3}){0,2})(?:[.,]([0-9]{1,2}))?(?:\s?€)?")
_WHOLE: Final = re.compile(r"[0-9]{1,6}")
_DAYS: Final = (
    re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[12][0-9]{3})"),
    re.compile(r"(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
)
_LINK: Final = re.compile(r"https?://\S{3,2000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kind:
    """How a filled cell becomes a value, with ValueError when it cannot, and in words what it can be (None: any)."""

    read: Callable[[str], Any]
    allowed: UserError | None = None


def words(cell: str) -> str:
    """One line of text: white space single, characters that cannot be seen gone."""
    return "".join(filter(str.isprintable, " ".join(cell.split()))).strip()


def items(cell: str) -> tuple[str, ...]:
    """The items of a list: apart by ";", "|" or a line break, or where it has none of these by ","."""
    parts = _LIST.split(cell) if _LIST.search(cell) else cell.split(",")
    return tuple(dict.fromkeys(filter(None, map(words, parts))))


def choice(*values: str) -> Kind:
    """One of a few words, in capitals or not."""
    known = {value.casefold(): value for value in values}
    return Kind(lambda cell: _known(known, cell), UserError("one of {values}", {"values": values}))


def choices(*values: str) -> Kind:
    known = {value.casefold(): value for value in values}
    allowed = UserError("one or more of {values}", {"values": values})
    return Kind(lambda cell: tuple(dict.fromkeys(_known(known, item) for item in items(cell))), allowed)


def code(pattern: str, example: str, change: Callable[[str], str]) -> Kind:
    """A code of a form; `change` makes it uniform before it is looked at."""
    form = re.compile(pattern)
    allowed = UserError("a code such as {examples}", {"examples": example})
    return Kind(lambda cell: _formed(form, change(cell.strip())), allowed)


def codes(pattern: str, *examples: str, change: Callable[[str], str] = bare) -> Kind:
    form = re.compile(pattern)
    allowed = UserError("a code such as {examples}", {"examples": examples})
    return Kind(lambda cell: tuple(dict.fromkeys(_formed(form, change(item)) for item in items(cell))), allowed)


def whole(least: int, most: int) -> Kind:
    allowed = UserError("a whole number from {least} to {most}", {"least": least, "most": most})
    return Kind(lambda cell: _within(least, int(_formed(_WHOLE, cell.strip())), most), allowed)


def _number(cell: str) -> Decimal:
    found = _NUMBER.fullmatch(cell.strip())
    if not found:
        raise ValueError(cell)
    return Decimal("".join(found[1].split()) + (f".{found[2]}" if found[2] else ""))


def _day(cell: str) -> date:
    found = next(filter(None, (form.fullmatch(cell.strip()) for form in _DAYS)), None)
    if not found:
        raise ValueError(cell)
    return date(int(found["year"]), int(found["month"]), int(found["day"]))


def _known(known: dict[str, str], cell: str) -> str:
    value = known.get(cell.strip().casefold())
    if value is None:
        raise ValueError(cell)
    return value


def _formed(form: re.Pattern[str], text: str) -> str:
    if not form.fullmatch(text):
        raise ValueError(text)
    return text


def _within(least: int, value: int, most: int) -> int:
    if not least <= value <= most:
        raise ValueError(value)
    return value


# More than two decimals are refused: in "1.200" the point is as likely to part thousands.
NUMBER: Final = Kind(_number, UserError("a number such as 120 or 99,50"))
DAY: Final = Kind(_day, UserError("a day such as 1.9.2026 or 2026-09-01"))
LINK: Final = Kind(
    lambda cell: _formed(_LINK, words(cell)), UserError("an address that begins with https:// or http://")
)
