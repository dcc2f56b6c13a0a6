"""Opening what comes from outside. A file is hostile until read here: size, depth and encoding have limits."""

from __future__ import annotations

from pathlib import Path

from app.files.opening import MAX_BYTES, decoded, parse_json, read_bytes, read_json, refuse_size
from app.files.separated import parse_csv
from app.files.tables import TABLE_BYTES, TABLE_CELL, TABLE_COLUMNS, TABLE_ROWS, BrokenRow, Row, Table
from app.files.workbooks import is_workbook, parse_workbook

__all__ = [
    "MAX_BYTES",
    "TABLE_BYTES",
    "TABLE_CELL",
    "TABLE_COLUMNS",
    "TABLE_ROWS",
    "BrokenRow",
    "Row",
    "Table",
    "decoded",
    "parse_json",
    "parse_table",
    "read_bytes",
    "read_json",
    "read_table",
]


def read_table(path: Path, max_bytes: int = TABLE_BYTES) -> Table:
    """A CSV or XLSX file as a table; what cannot be read as one gives a UserError."""
    return parse_table(read_bytes(path, max_bytes), path.name)


def parse_table(data: bytes, name: str) -> Table:
    """The bytes of a CSV or XLSX file as a table; which of them it is, is seen from the bytes."""
    refuse_size(len(data), TABLE_BYTES, name)
    return parse_workbook(data, name) if is_workbook(data) else parse_csv(data, name)
