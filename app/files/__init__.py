"""Opening what comes from outside. A file is hostile until read here: size, depth and encoding have limits."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from app.files.opening import MAX_BYTES, decoded, parse_json, read_bytes, read_json, refuse_size
from app.files.separated import parse_csv
from app.files.tables import TABLE_BYTES, TABLE_CELL, TABLE_COLUMNS, TABLE_ROWS, BrokenRow, Row, Table

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

_ARCHIVES: Final = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How workbooks of all programs begin."""


def read_table(path: Path, max_bytes: int = TABLE_BYTES) -> Table:
    """A CSV or XLSX file as a table; what cannot be read as one gives a UserError."""
    return parse_table(read_bytes(path, max_bytes), path.name)


def parse_table(data: bytes, name: str) -> Table:
    """The bytes of a CSV or XLSX file as a table; which of them it is, is seen from the bytes."""
    refuse_size(len(data), TABLE_BYTES, name)
    if not data.startswith(_ARCHIVES):
        return parse_csv(data, name)
    from app.files.workbooks import parse_workbook

    return parse_workbook(data, name)
