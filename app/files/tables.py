"""What a table is, whichever file it comes from, and how large it may be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.errors import UserError

TABLE_BYTES: Final = 30 * 2**20
TABLE_ROWS: Final = 50_000
TABLE_COLUMNS: Final = 200
TABLE_CELL: Final = 20_000  # characters
_ERROR: Final = re.compile(r"#N/A|#[A-Z0-9/_]{2,20}[!?]|Err:[0-9]{3}")
"""What a spreadsheet program shows and saves in place of a value that it could not compute."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `line` is where it begins in the file (1 is the first)."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row whose cells cannot be told apart or have no value, and why."""

    line: int
    reason: UserError


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header. Every row has as many cells as the header; empty rows are left out."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    broken: tuple[BrokenRow, ...] = ()


def header_of(rows: Sequence[Row], name: str) -> tuple[str, ...]:
    """The names of the columns, from the first of all rows of a file; too many rows or columns give a UserError.

    A caller need not read more than TABLE_ROWS + 2 rows.
    """
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


def table_of(header: tuple[str, ...], rows: Iterable[tuple[Row, UserError | None]]) -> Table:
    """The table of rows below a header; one with a fault, known by the caller or seen in its cells, is broken."""
    judged = [(Row(row.line, _as_wide(row.cells, len(header))), fault) for row, fault in rows]
    judged = [(row, fault or _fault(row, header)) for row, fault in judged]
    return Table(
        header,
        tuple(row for row, fault in judged if fault is None),
        tuple(BrokenRow(row.line, fault) for row, fault in judged if fault),
    )


def _as_wide(cells: tuple[str, ...], columns: int) -> tuple[str, ...]:
    """Spreadsheet programs leave out empty cells at the end of a row, and add them too."""
    return (*cells[:columns], *[""] * (columns - len(cells)))


def _fault(row: Row, header: Sequence[str]) -> UserError | None:
    for column, cell in zip(header, row.cells, strict=True):
        if len(cell) > TABLE_CELL:
            return UserError("A cell holds more than {limit} characters. Shorten it.", {"limit": TABLE_CELL})
        if column and _ERROR.fullmatch(cell.strip()):
            values = {"column": column, "value": cell.strip()}
            return UserError("{column} shows the error {value}. Correct its formula and save the file again.", values)
    return None
