"""A catalogue of training offers kept as a table (brief, 4.12). See docs/formats/catalogue.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from app.errors import UserError
from app.files import Row, Table, read_table
from app.languages import LANGUAGES, Language
from app.offers.model import Offer
from app.offers.readers import Read, Refused
from app.offers.readers.cells import Kind, items, words
from app.offers.readers.table_shape import ID, ID_FORM, NAMES, PLACES, TEXTS, VALUES, column_of, columns
from app.texts import Text

KEY: Final = "catalogue:"
_RANGES: Final = (("level_from", "level_to"), ("start", "end"), ("min_group", "max_group"))
_NOTHING: Final = ((), Text(), "")
_EITHER: Final = frozenset({"link", "contact", "checked_on", "checked_by"})
"""Fields that may differ from one language to another; the first row's stays."""


@dataclass(frozen=True, slots=True)
class _Given:
    """What one row gives: the fields of an offer that it fills."""

    line: int
    offer_id: str
    fields: dict[str, Any]

    @property
    def languages(self) -> set[Language]:
        return {language for language in LANGUAGES if self.fields["name"].get(language)}


def read(table: Table, name: str) -> Read:
    """The offers of a catalogue; `name` is the file's, for sentences. A wrong value refuses its row alone.

    Rows of one offer in different languages complete each other; of two in the same language the later stays.
    """
    known = columns(table.header, name)
    refused = [Refused(row.line, row.reason) for row in table.broken]
    rows: dict[str, list[_Given]] = {}
    for row in table.rows:
        try:
            given = _given(row, known)
        except UserError as error:
            refused.append(Refused(row.line, error))
        else:
            refused += _put(given, rows.setdefault(given.offer_id, []))
    offers = [_offer(same, refused) for same in rows.values()]
    return Read(tuple(filter(None, offers)), tuple(sorted(refused, key=lambda fault: fault.line)))


def load_examples(path: Path) -> tuple[Offer, ...]:
    """Our own invented offers, marked as such; a fault in them gives a UserError."""
    found = read(read_table(path), path.name)
    for fault in found.refused:
        raise UserError(
            "{file} is wrong on line {line}: {reason} Correct the file or install the program again.",
            {"file": path.name, "line": fault.line, "reason": fault.reason},
        )
    return tuple(replace(offer, example=True) for offer in found.offers)


def _given(row: Row, known: Iterable[str]) -> _Given:
    cells = {column: cell for column, cell in zip(known, row.cells, strict=True) if column and words(cell)}
    named = [language for language in LANGUAGES if f"name_{language}" in cells]
    if ID not in cells or not named:
        raise _empty(NAMES if ID in cells else ID)
    fields = {field: _value(column, cells[column], kind) for column, (field, kind) in VALUES.items() if column in cells}
    language = next((language for language in fields.get("languages", ()) if language in named), named[0])
    fields |= {text: _text(text, cells, language) for text in TEXTS}
    fields |= _places(cells.get(PLACES, ""), language)
    fields.setdefault("card", _card(fields.get("competence_tags", ())))
    _check_ranges(fields)
    filled = {field: value for field, value in fields.items() if value not in _NOTHING}
    return _Given(row.line, _value(ID, cells[ID], ID_FORM), filled)


def _text(field: str, cells: Mapping[str, str], language: Language) -> Text:
    """A text by its columns; the one that names no language is in that of the row."""
    own = {language: cells.get(field, "")}
    return Text(*(words(cells.get(f"{field}_{each}") or own.get(each, "")) for each in LANGUAGES))


def _places(cell: str, language: Language) -> dict[str, Any]:
    """Municipalities by name or by number; a spreadsheet program drops the zeros that a number begins with."""
    found = items(cell)
    return {
        "places": tuple(Text(**{language: item}) for item in found if not item.isdecimal()),
        "municipality_codes": tuple(item.zfill(3) for item in found if item.isdecimal()),
    }


def _card(tags: Iterable[str]) -> str:
    """The card that an offer gives, where it is told by a tag alone: "card:C05"."""
    return next((tag.removeprefix("card:") for tag in tags if tag.startswith("card:")), "")


def _value(column: str, cell: str, kind: Kind) -> Any:
    try:
        return kind.read(cell)
    except ValueError as error:
        shown = words(cell)
        values = {"column": column, "value": shown if len(shown) <= 40 else shown[:39] + "…", "allowed": kind.allowed}
        raise UserError('{column} cannot be "{value}". Allowed: {allowed}.', values) from error


def _empty(column: str) -> UserError:
    return UserError("{column} is empty, and no offer is without it.", {"column": column})


def _check_ranges(fields: Mapping[str, Any]) -> None:
    for first, last in _RANGES:
        if first in fields and last in fields and fields[first] > fields[last]:
            values = {"first": first, "low": fields[first], "last": last, "high": fields[last]}
            raise UserError("{first} ({low}) cannot be after {last} ({high}). Correct one of them.", values)


def _put(given: _Given, same: list[_Given]) -> Iterator[Refused]:
    """Take a row among those of the same offer; rows whose place it takes are told."""
    for earlier in [row for row in same if row.languages & given.languages]:
        same.remove(earlier)
        values = {"offer": given.offer_id, "line": given.line}
        yield Refused(earlier.line, UserError("{offer} stands again on line {line}, and that row was taken.", values))
    same.append(given)


def _offer(rows: list[_Given], refused: list[Refused]) -> Offer | None:
    """The offer that rows make together; those that do not agree with the first are added to `refused`."""
    first, *others = rows
    for other in others:
        try:
            first = replace(first, fields=_completed(first, other.fields))
        except UserError as error:
            refused.append(Refused(other.line, error))
    if "provider" not in first.fields:
        refused.append(Refused(first.line, _empty("provider")))
        return None
    return Offer(key=KEY + first.offer_id, **first.fields)


def _completed(first: _Given, others: Mapping[str, Any]) -> dict[str, Any]:
    together = {**others, **first.fields}
    for field in sorted(first.fields.keys() & others.keys() - _EITHER):
        value = _together(first.fields[field], others[field])
        if value is None:
            raise UserError(
                "{column} differs from line {line}, which is the same offer in another language. "
                "Write it on one of the two lines only.",
                {"column": column_of(field), "line": first.line},
            )
        together[field] = value
    _check_ranges(together)
    return together


def _together(first: Any, other: Any) -> Any:
    """What two rows say of one thing, or None when they do not agree. Lists are joined, places taken pair by pair."""
    if isinstance(first, Text):
        return Text(*(first.get(language) or other.get(language) for language in LANGUAGES))
    if isinstance(first, tuple) and isinstance(first[0], Text):
        pairs = zip(first, other, strict=False)
        return tuple(_together(*pair) for pair in pairs) if len(first) == len(other) else None
    if isinstance(first, tuple):
        return tuple(dict.fromkeys((*first, *other)))
    return first if first == other else None
