"""Text with separated cells (CSV) as a table."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Final

from app.errors import UserError
from app.files.opening import decoded
from app.files.tables import TABLE_ROWS, Row, Table, header_of, table_of

_SEPARATORS: Final = ";,\t"
_QUOTED: Final = re.compile(r'"[^"]*"?')


def parse_csv(data: bytes, name: str) -> Table:
    """CSV text as a table. The separator is the one that parts the header: semicolon, comma or tab."""
    text = decoded(data, name)
    rows = list(islice(_rows(text, name), TABLE_ROWS + 2))
    header = header_of(rows, name)
    unended = None if text.endswith(("\n", "\r")) else rows[-1]
    return table_of(header, ((row, _fault(row, len(header), whole=row is not unended)) for row in rows[1:]))


def _rows(text: str, name: str) -> Iterator[Row]:
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


def _fault(row: Row, columns: int, *, whole: bool) -> UserError | None:
    """Why the cells of a row cannot be trusted; `whole` is false for a last line that does not end."""
    if any(map(str.strip, row.cells[columns:])):
        return UserError(
            "The row has {cells} cells, but the header has {columns}. "
            "Put quotation marks around a cell that holds the sign which parts cells.",
            {"cells": len(row.cells), "columns": columns},
        )
    if len(row.cells) < columns and not whole:
        return UserError("The row ends in the middle, so the end of the file may be gone. Save the file again.")
    return None
