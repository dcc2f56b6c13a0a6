"""Columns of a form by what they mean, whichever of its spellings a form has; rows with their texts by column.

A column is named by its meaning and, where it is a text, by its language: ("label", "sv"). Our own columns begin with
`kartturi::`, or in the sheet of choices, whose columns pyxform takes for names of its own, with `kartturi_`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from app.errors import UserError
from app.files import TABLE_CELL
from app.languages import LANGUAGES, Language
from app.mapping.privacy import holds_identity_code
from app.surveys.xlsform.findings import Findings, Place
from app.surveys.xlsform.sheets import Sheet

Column = tuple[str, str]
"""What it means, and of a text the language; "" for a text whose column names none."""
OWN: Final = "kartturi::"
OWN_OF_CHOICES: Final = "kartturi_"

_MEANINGS: Final[dict[str, dict[tuple[str, ...], str]]] = {
    "survey": {
        ("type",): "type",
        ("name",): "name",
        ("label",): "label",
        ("hint",): "hint",
        ("bind", "relevant"): "relevant",
        ("bind", "constraint"): "constraint",
        ("bind", "jr:constraintMsg"): "message",
        ("bind", "required"): "required",
        ("bind", "calculate"): "calculation",
        ("control", "appearance"): "appearance",
        ("control", "jr:count"): "repeat_count",
        ("parameters",): "parameters",
        ("default",): "default",
        ("choice_filter",): "choice_filter",
        ("bind", "readonly"): "read_only",
    },
    "choices": {("list name",): "list_name", ("name",): "name", ("label",): "label"},
    "settings": {
        ("title",): "title",
        ("id_string",): "key",
        ("version",): "version",
        ("default_language",): "language",
    },
}
_SPOKEN: Final = ("label", "hint", "message")
_NAMES: Final[dict[str, Language]] = {
    **dict.fromkeys(("fi", "fin", "suomi", "finnish", "finska"), "fi"),
    **dict.fromkeys(("sv", "swe", "svenska", "swedish", "ruotsi"), "sv"),
    **dict.fromkeys(("en", "eng", "english", "englanti", "engelska"), "en"),
}
_CODE: Final = re.compile(r"(?P<name>[^()]*)\((?P<code>[^()]*)\)")
_CURLY: Final = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet; an empty text stands for a cell without any.

    It remembers what it was asked for, so that what nobody asked for can be told.
    """

    place: Place
    cells: Dict[Column, str]
    asked: set[Column] = field(default_factory=set, compare=False)

    def get(self, meaning: str, language: str = "") -> str:
        self.asked.add((meaning, language))
        return self.cells.get((meaning, language), "")

    def own(self, meaning: str) -> str:
        """A column of ours."""
        return self.get(OWN + meaning)

    def rule(self, meaning: str) -> str:
        """An expression; spreadsheet programs make its quotation marks curly."""
        return self.get(meaning).translate(_CURLY)

    def leave_out(self, findings: Findings, reason: UserError) -> None:
        """The whole row, for one reason."""
        findings.leave_out(self.place, reason)
        self.asked.update(self.cells)


_REASONS: Final = {
    "default": UserError("The default is left out: an answer that nobody gave does not count."),
    "choice_filter": UserError("The choices are not filtered: all of the list can be chosen."),
    "appearance": UserError("The appearance is not taken: Kartturi lays questions out by itself."),
}


def tell_unasked(rows: Iterable[Row], findings: Findings) -> None:
    """What stands in rows that have been read and means nothing there."""
    for row in rows:
        for meaning, language in sorted(row.cells.keys() - row.asked):
            column = "::".join(filter(None, (meaning, language)))
            reason = _REASONS.get(meaning) or UserError("{column} is not taken here.", {"column": column})
            findings.leave_out(row.place, reason)


def rows_of(sheet: Sheet, findings: Findings) -> tuple[Row, ...]:
    """The rows by what their columns mean. A column that means nothing here is told where it is first used."""
    columns = {header: column_of(header, sheet) for header in sheet.header}
    known: dict[Column, str] = {}
    for header, column in columns.items():
        first = next((line for line, cells in sheet.rows if header in cells), None)
        if column is None and first:
            findings.leave_out(Place(sheet.name, first), _not_taken(header))
        if column and known.setdefault(column, header) != header:
            values = {"column": header, "other": known[column]}
            findings.refuse(Place(sheet.name, 1), UserError("The columns {other} and {column} mean the same.", values))
    rows = tuple(
        Row(Place(sheet.name, line), {column: text for header, text in cells.items() if (column := columns[header])})
        for line, cells in sheet.rows
    )
    for row in rows:
        if any(map(holds_identity_code, row.cells.values())):
            reason = UserError("Here is what looks like a personal identity code. Take it out of the form.")
            findings.refuse(row.place, reason)
        if any(len(text) > TABLE_CELL for text in row.cells.values()):
            reason = UserError("A cell holds more than {limit} characters. Shorten it.", {"limit": TABLE_CELL})
            findings.refuse(row.place, reason)
    return rows


def _not_taken(header: str) -> UserError:
    if header.partition(":")[0].strip().casefold() in ("label", "hint", "constraint_message"):
        return UserError(
            "The column {column} is not taken: surveys are in Finnish, Swedish and English.", {"column": header}
        )
    return UserError("The column {column} is not taken.", {"column": header})


def column_of(header: str, sheet: Sheet) -> Column | None:
    """What a column means in a sheet; None for nothing here."""
    name = sheet.name.casefold()
    for prefix in (OWN, OWN_OF_CHOICES):
        if header.startswith(prefix):
            return OWN + header.removeprefix(prefix), ""
    tokens = _tokens(header, name, several="".join(sheet.header).count("::") > 0)
    for length in (2, 1):
        meaning = _MEANINGS[name].get(tokens[:length])
        language = language_of(tokens[length]) if len(tokens) > length else ""
        if meaning and len(tokens) <= length + (meaning in _SPOKEN) and language is not None:
            return meaning, language
    return None


def language_of(words: str) -> Language | None:
    """One of our languages from "Suomi (fi)", "fi" or "Suomi"."""
    match = _CODE.fullmatch(words.strip())
    code = (match["code"] if match else words).strip().casefold()
    return _NAMES.get(code) if not match or code in LANGUAGES else None


def _tokens(header: str, sheet: str, *, several: bool) -> tuple[str, ...]:
    """The parts of a header, each by the name that XLSForm has for it today."""
    from pyxform.parsing.sheet_headers import process_header

    _header, tokens = process_header(header, several, _aliases()[sheet], {key[0] for key in _MEANINGS[sheet]})
    return tuple(tokens)


@lru_cache(maxsize=1)
def _aliases() -> dict[str, Any]:
    from pyxform import aliases

    return {
        "survey": aliases.survey_header,
        "choices": aliases.list_header,
        "settings": aliases.settings_header,
    }
