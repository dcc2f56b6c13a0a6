"""Opening what comes from outside. A file is hostile until read here: size, depth and encoding have limits."""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any, Final, NoReturn

from app.errors import UserError

MAX_BYTES: Final = 100 * 2**20
TABLE_BYTES: Final = 30 * 2**20
TABLE_ROWS: Final = 50_000
TABLE_COLUMNS: Final = 200
TABLE_CELL: Final = 20_000  # characters
_UTF16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ZIP: Final = b"PK\x03\x04"  # an XLSX file is one
_SEPARATORS: Final = ";,\t"
_QUOTED: Final = re.compile(r'"[^"]*"?')


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `line` is where it begins in the file (1 is the first)."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row whose cells cannot be told apart, and why."""

    line: int
    reason: UserError


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header. Every row has as many cells as the header; empty rows are left out."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    broken: tuple[BrokenRow, ...] = ()


def read_bytes(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """The whole file, refused when it is missing, no ordinary file, empty or too large."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UserError("{file} is not a file. Choose a single file.", {"file": path.name})
        if size > max_bytes:
            values = {"file": path.name, "size": _megabytes(size), "limit": _megabytes(max_bytes)}
            raise UserError("{file} is {size} MB, larger than the limit of {limit} MB. Nothing was read.", values)
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError("{file} does not exist. Check the name and the folder.", {"file": path.name}) from None
    except OSError as error:
        values = {"file": path.name, "reason": error.strerror or ""}
        raise UserError("{file} cannot be opened: {reason}. Check that you may read it.", values) from error
    if not data.strip(b"\0 \t\r\n"):
        raise UserError("{file} is empty. Fetch or save it again.", {"file": path.name})
    return data


def _megabytes(size: int) -> int:
    return -(-size // 2**20)


def decoded(data: bytes, name: str) -> str:
    """Text of a file in UTF-8 or UTF-16 (with its mark), or in Windows-1252; a NUL in it is refused."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            if error.object[: error.start].isascii():
                continue
            break  # what went before was good UTF-8: the file is damaged, not in another encoding
        if "\0" in text:
            break
        return text
    raise UserError("{file} is not readable text. Save it again as UTF-8.", {"file": name})


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith(_UTF16_MARKS):
        return ("utf-16",)
    return ("utf-8-sig",) if data.startswith(codecs.BOM_UTF8) else ("utf-8", "cp1252")


def read_json(path: Path, max_bytes: int = MAX_BYTES) -> Any:
    """A JSON file as Python values; not JSON, too deep or too large gives a UserError."""
    return parse_json(read_bytes(path, max_bytes), path.name)


def parse_json(data: bytes, name: str) -> Any:
    """JSON text as Python values. UTF-8 only, as the standard says; NaN and Infinity are no JSON."""
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16_MARKS) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("{file} is not readable text. Save it again as UTF-8.", {"file": name}) from error
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        values = {"file": name, "line": error.lineno}
        raise UserError(
            "{file} is not complete JSON: it breaks at line {line}. Fetch the file again.", values
        ) from error
    except RecursionError as error:
        raise UserError("{file} is nested too deep. It is no file of the kinds read here.", {"file": name}) from error
    except ValueError as error:
        raise UserError("{file} holds a number that is no JSON. Fetch the file again.", {"file": name}) from error


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(word)


def read_table(path: Path, max_bytes: int = TABLE_BYTES) -> Table:
    """A CSV file as a table; what cannot be read as one gives a UserError."""
    return parse_table(read_bytes(path, max_bytes), path.name)


def parse_table(data: bytes, name: str) -> Table:
    """CSV text as a table. The separator is the one that parts the header: semicolon, comma or tab."""
    if data.startswith(_ZIP):
        raise UserError(
            "{file} is a workbook. Save the sheet as CSV (UTF-8) in the spreadsheet program and import that file.",
            {"file": name},
        )
    text = decoded(data, name)
    rows = list(islice(_csv_rows(text, name), TABLE_ROWS + 2))
    header = _header(rows, name)
    ends_whole = text.endswith(("\n", "\r"))
    judged = [(row, _fault(row, len(header), whole=ends_whole or row is not rows[-1])) for row in rows[1:]]
    return Table(
        header,
        tuple(Row(row.line, _as_wide(row.cells, len(header))) for row, fault in judged if fault is None),
        tuple(BrokenRow(row.line, fault) for row, fault in judged if fault),
    )


def _csv_rows(text: str, name: str) -> Iterator[Row]:
    """Rows with anything in them. Any line ending ends a row; within quotes it belongs to the cell."""
    lines = StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=_separator(text), strict=True, skipinitialspace=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UserError(
                "{file} breaks at line {line}: quotation marks there are not in pairs around whole cells, "
                "or a cell is far too long. Correct the line and import the file again.",
                {"file": name, "line": line},
            ) from error
        if any(map(str.strip, cells)):
            yield Row(line, tuple(cells))


def _separator(text: str) -> str:
    line = next(filter(str.strip, StringIO(text, newline="")), "")
    return max(_SEPARATORS, key=_QUOTED.sub("", line).count)


def _header(rows: list[Row], name: str) -> tuple[str, ...]:
    if not rows:
        raise UserError("{file} is empty. Fetch or save it again.", {"file": name})
    if len(rows) > TABLE_ROWS + 1:
        values = {"file": name, "limit": TABLE_ROWS}
        raise UserError("{file} has more than {limit} rows. Divide it into several files. Nothing was read.", values)
    names = [cell.strip() for cell in rows[0].cells]
    while not names[-1]:
        names.pop()
    if len(names) > TABLE_COLUMNS:
        values = {"file": name, "limit": TABLE_COLUMNS}
        raise UserError("{file} has more than {limit} columns. Leave out those not needed. Nothing was read.", values)
    return tuple(names)


def _fault(row: Row, columns: int, *, whole: bool) -> UserError | None:
    """Why the cells of a row cannot be trusted; `whole` is false for a last line that does not end."""
    if max(map(len, row.cells)) > TABLE_CELL:
        return UserError("A cell holds more than {limit} characters. Shorten it.", {"limit": TABLE_CELL})
    if any(map(str.strip, row.cells[columns:])):
        return UserError(
            "The row has {cells} cells, but the header has {columns}. "
            "Put quotation marks around a cell that holds the sign which parts cells.",
            {"cells": len(row.cells), "columns": columns},
        )
    if len(row.cells) < columns and not whole:
        return UserError("The row ends in the middle, so the end of the file may be gone. Save the file again.")
    return None


def _as_wide(cells: tuple[str, ...], columns: int) -> tuple[str, ...]:
    """Spreadsheet programs leave out empty cells at the end of a row, and add them too."""
    return (*cells[:columns], *[""] * (columns - len(cells)))
