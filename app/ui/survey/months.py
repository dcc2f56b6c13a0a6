"""Months and figures as people write them, and as they are kept."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from app.errors import UserError
from app.i18n import Translator
from app.languages import Language
from app.mapping.answers import Value
from app.mapping.survey import Question
from app.ui.days import read_day, written

_MONTH = re.compile(r"(?P<month>\d{1,2})\s*[./\s]\s*(?P<year>\d{4})|(?P<iso_year>\d{4})-(?P<iso_month>\d{1,2})")


def read_date(question: Question, text: str, today: date) -> Value:
    """A day or a month as it is kept ("2027-05-31", "2027-05"); () for no text, else a UserError."""
    if question.month:
        return _read_month(text.strip())
    day = read_day(text, today)
    return (day.isoformat(),) if day else ()


def _read_month(text: str) -> Value:
    if not text:
        return ()
    if found := _MONTH.fullmatch(text):
        year, month = found["year"] or found["iso_year"], found["month"] or found["iso_month"]
        with suppress(ValueError):
            return (f"{date(int(year), int(month), 1):%Y-%m}",)
    raise UserError("{text} is not a month. Write it like 5/2027.", {"text": text})


def written_date(t: Translator, value: Value) -> str:
    """A day or a month that is kept, as it is offered for editing; a month is 5/2027 in every language."""
    if not value:
        return ""
    year, month, *day = value[0].split("-")
    return written(t, date.fromisoformat(value[0])) if day else f"{int(month)}/{year}"


def read_number(text: str) -> Value:
    """A number as it is kept: with a point; what is none is kept as it stands, and refused by whoever keeps it."""
    figures = re.sub(r"\s", "", text).replace(",", ".").replace("\N{MINUS SIGN}", "-")
    return (figures,) if figures else ()


def written_number(value: Value, language: Language) -> str:
    """A number that is kept, with the decimal mark of the language."""
    text = value[0] if value else ""
    return text if language == "en" else text.replace(".", ",")
