"""ESCO tables by their columns: larger than the tables of people, and trusted no more.

A column is judged at once, which is many times quicker than row by row; where a row stands in its file is found out
only for whoever must be told.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from app import files
from app.errors import UserError

if TYPE_CHECKING:
    from _csv import Reader

ROWS: Final = 500_000
_SEPARATORS: Final = ",;\t"
_NO_TEXT: Final = bytes((*range(9), 11, *range(14, 32), 127))
_BROKEN: Final = (b"\xef\xbf\xbd", b"\xc3\x83\xc2", b"\xc3\x83\xe2")
"""What stands for lost letters, and how å, ä and ö begin once UTF-8 was taken for Windows-1252."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A table whose rows all have a cell for each column; `places` are those of the columns by name."""

    file: str
    places: Mapping[str, int]
    rows: Sequence[Sequence[str]]
    text: str
    separator: str

    def get(self, name: str) -> Sequence[str]:
        """A column; one that the table lacks is empty in every row."""
        place = self.places.get(name)
        return ("",) * len(self.rows) if place is None else [*map(itemgetter(place), self.rows)]

    def line(self, row: int) -> int:
        """The line of the file where a row begins (1 is the first)."""
        reader = _reader(self.text, self.separator)
        filled = (before for before, cells in zip(_line_numbers(reader), reader, strict=False) if cells)
        return next(islice(filled, row + 1, None), 1)


def _line_numbers(reader: Reader) -> Iterator[int]:
    while True:
        yield reader.line_num + 1


def _reader(text: str, separator: str) -> Reader:
    return csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)


def columns_of(data: bytes, file: str) -> Columns:
    """The table in the bytes of a file. No text, broken rows, or columns without names of their own: UserError."""
    text = files.decoded(data, file).lstrip("\r\n")
    _refuse_broken(text, file)
    first = StringIO(text, newline="").readline()
    separator = max(_SEPARATORS, key=first.count)
    rows = _cells(text, separator, file)
    names = [name.strip() for name in rows.pop(0)]
    if len(set(names)) < len(names) or len(names) > files.TABLE_COLUMNS:
        raise UserError("{file} has two columns with one name. Fetch the file again.", {"file": file})
    table = Columns(file, {name: place for place, name in enumerate(names)}, rows, text, separator)
    if set(map(len, rows)) - {len(names)}:
        _even_out(table, rows)
    return table


def _cells(text: str, separator: str, file: str) -> list[list[str]]:
    """Rows with anything in them, the header first."""
    reader = _reader(text, separator)
    try:
        rows = list(filter(None, islice(reader, ROWS + 2)))
    except csv.Error as error:
        raise UserError(
            "{file} breaks at line {line}: quotation marks there are not in pairs around whole cells, "
            "or a cell is far too long. Correct the line and import the file again.",
            {"file": file, "line": reader.line_num},
        ) from error
    if len(rows) > ROWS + 1:
        values = {"file": file, "limit": ROWS}
        raise UserError("{file} has more than {limit} rows. It is no file of ESCO. Nothing was read.", values)
    return rows


def _even_out(table: Columns, rows: list[list[str]]) -> None:
    """Make rows as wide as the header: empty cells may be missing at the end of one, but not at that of the file."""
    width = len(table.places)
    cut = len(rows[-1]) < width and not table.text.endswith(("\n", "\r"))
    for number, cells in enumerate(rows):
        if len(cells) != width:
            if any(cells[width:]) or (cut and number == len(rows) - 1):
                raise UserError(
                    "{file}, line {line}: the row has {cells} cells, but the header has {columns}. "
                    "Fetch the file again.",
                    {"file": table.file, "line": table.line(number), "cells": len(cells), "columns": width},
                )
            rows[number] = [*cells[:width], *[""] * (width - len(cells))]


def _refuse_broken(text: str, file: str) -> None:
    """UserError for signs that no text has, and for letters that were once read in a wrong encoding."""
    data = text.encode()
    if len(data.translate(None, _NO_TEXT)) < len(data) or any(sign in data for sign in _BROKEN):
        raise UserError(
            "{file} has broken letters: it was damaged, or saved in a wrong encoding. Fetch the file again.",
            {"file": file},
        )


def head_of(data: bytes) -> str:
    """How a file begins, in small letters, whatever its encoding."""
    start = data[:4000]
    encoding = "utf-16" if start.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = start[: len(start) // 2 * 2].decode(encoding, "replace").lstrip()
    return next(islice(StringIO(text, newline=None), 1), "").casefold()
