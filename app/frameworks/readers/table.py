"""A plain table of competences, one in a row: a company's own, or any list. See docs/formats/table.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from app.errors import UserError
from app.files import BrokenRow, Row, Table
from app.frameworks.model import Competence, Framework
from app.frameworks.readers.cleaning import clean
from app.frameworks.readers.keys import distinct, fingerprint
from app.frameworks.readers.table_columns import LEVELS, ColumnMapping, checked, guess
from app.languages import LANGUAGES
from app.texts import Text

_LIST: Final = re.compile(r"[;|\n]")
_GUARD: Final = re.compile(r"'+[=+\-@]")
_RANGES: Final = {"target": (0, 4), "criticality": (1, 3)}


@dataclass(frozen=True, slots=True)
class Read:
    """What came of a table: a framework, and the rows that were not taken, with reasons."""

    framework: Framework
    refused: tuple[BrokenRow, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be read of the first rows, which columns are left alone (`left`), and which meanings none has."""

    mapping: ColumnMapping
    competences: tuple[Competence, ...]
    refused: tuple[BrokenRow, ...]
    left: tuple[str, ...]
    missing: tuple[str, ...]


def recognises(header: Sequence[str]) -> bool:
    """Does a table with this first row hold competences? At least their names must have a column."""
    return guess(header).names_something


def preview(table: Table, name: str, mapping: ColumnMapping | None = None, rows: int = 10) -> Preview:
    """What `read` would make of the first rows; with a mapping that names no competence, of none."""
    mapping = mapping or guess(table.header)
    first = Table(table.header, table.rows[:rows])
    read_ = read(first, name, mapping) if mapping.names_something else None
    return Preview(
        mapping=mapping,
        competences=read_.framework.competences if read_ else (),
        refused=read_.refused if read_ else (),
        left=tuple(header for header, meaning in zip(table.header, mapping.columns, strict=True) if not meaning),
        missing=mapping.missing,
    )


def read(table: Table, name: str, mapping: ColumnMapping | None = None) -> Read:
    """The competences of a table as a framework that has the name of the file; a wrong value refuses its row alone.

    A table without names of competences, or a mapping that does not fit it, gives a UserError.
    """
    columns = checked(mapping or guess(table.header), table.header, name).columns
    refused = list(table.broken)
    given: list[dict[str, str]] = []
    for row in table.rows:
        try:
            given.append(_given(row, columns))
        except UserError as error:
            refused.append(BrokenRow(row.line, error))
    title = PurePath(name).stem
    key = f"table:{distinct([title])[0]}"
    names = distinct(cells.get("code") or fingerprint(_text(cells, "name")) for cells in given)
    competences = tuple(_competence(f"{key}/{part}", cells) for part, cells in zip(names, given, strict=True))
    framework = Framework(key, "framework", Text(title, title, title), source=name, competences=competences)
    return Read(framework, tuple(sorted(refused, key=lambda row: row.line)))


def _given(row: Row, columns: Iterable[str]) -> dict[str, str]:
    """The filled cells of a row by meaning."""
    cells = {meaning: _cell(cell) for meaning, cell in zip(columns, row.cells, strict=True) if meaning}
    filled = {meaning: cell for meaning, cell in cells.items() if cell}
    if not _text(filled, "name"):
        raise UserError("The row has no name of a competence.")
    for column, (least, most) in _RANGES.items():
        if column in filled and filled[column] not in map(str, range(least, most + 1)):
            allowed = UserError("a whole number from {least} to {most}", {"least": least, "most": most})
            values = {"column": column, "value": filled[column][:40], "allowed": allowed}
            raise UserError('{column} cannot be "{value}". Allowed: {allowed}.', values)
    return filled


def _cell(cell: str) -> str:
    """The text of a cell. An apostrophe that keeps a spreadsheet program from computing it is no part of it."""
    text = clean(cell).strip()
    return text[1:] if _GUARD.match(text) else text


def _competence(key: str, cells: Mapping[str, str]) -> Competence:
    anchors = tuple(_text(cells, level) for level in LEVELS)
    numbers = {field: int(cells[field]) for field in _RANGES if field in cells}
    return Competence(
        key=key,
        code=cells.get("code", ""),
        name=_text(cells, "name"),
        description=_text(cells, "description"),
        group=_text(cells, "group"),
        unit_codes=_items(cells.get("unit_codes", "")),
        links=_items(cells.get("tags", "")),
        anchors=anchors if any(anchors) else (),
        target=numbers.get("target"),
        criticality=numbers.get("criticality"),
    )


def _text(cells: Mapping[str, str], field: str) -> Text:
    return Text(*(cells.get(f"{field}_{language}", "") for language in LANGUAGES))


def _items(cell: str) -> tuple[str, ...]:
    """The items of a list: apart by ";", "|" or a line break, or where it has none of these by ","."""
    parts = _LIST.split(cell) if _LIST.search(cell) else cell.split(",")
    return tuple(dict.fromkeys(filter(None, map(str.strip, parts))))
