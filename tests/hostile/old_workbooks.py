"""Old workbooks (XLS) record by record, so that each can be as no spreadsheet program would write it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from struct import pack
from typing import Final

BEGIN, END, SHEET, LABEL, NUMBER, FORMULA, STRINGS = 0x0809, 0x000A, 0x0085, 0x0204, 0x0203, 0x0006, 0x00FC
SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR: Final = 512
_OF_TABLE, _LAST, _FREE = 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFF
Cell = str | float | bytes | None
"""A text, a number, or nothing; bytes are the record of a formula."""


def record(code: int, content: bytes) -> bytes:
    return pack("<HH", code, len(content)) + content


def begin(kind: int) -> bytes:
    return record(BEGIN, pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))


def cell(row: int, column: int, value: Cell) -> bytes:
    """The record of a cell; rows and columns from 0."""
    at = pack("<HHH", row, column, 0)
    match value:
        case None:
            return b""
        case bytes():
            return record(FORMULA, at + value)
        case str():
            return record(LABEL, at + pack("<HB", len(value), 1) + value.encode("utf-16-le"))
        case _:
            return record(NUMBER, at + pack("<d", value))


def old_workbook(sheets: Mapping[str, Sequence[Sequence[Cell]]], *, first: bytes = b"", more: bytes = b"") -> bytes:
    """A workbook; `first` are more records of the book, `more` of its first sheet."""
    parts = [
        b"".join(cell(r, c, value) for r, row in enumerate(rows) for c, value in enumerate(row)) + more * (n == 0)
        for n, rows in enumerate(sheets.values())
    ]
    bodies = [begin(0x0010) + part + record(END, b"") for part in parts]
    names = [name.encode("utf-16-le") for name in sheets]
    length = len(begin(5)) + len(first) + sum(4 + 8 + len(name) for name in names) + 4
    at = [length + sum(map(len, bodies[:n])) for n in range(len(bodies))]
    heads = [
        record(SHEET, pack("<IBBBB", start, 0, 0, len(name) // 2, 1) + name)
        for start, name in zip(at, names, strict=True)
    ]
    return contained(b"".join([begin(5), first, *heads, record(END, b""), *bodies]))


def contained(stream: bytes) -> bytes:
    """A compound file with one stream: the header, the table of sectors, the directory, the stream."""
    stream = stream.ljust(4096, b"\0")
    stream = stream.ljust(-(-len(stream) // _SECTOR) * _SECTOR, b"\0")
    count = len(stream) // _SECTOR
    tables = -(-(count + 1) // 127)
    sectors = [*[_OF_TABLE] * tables, _LAST, *range(tables + 2, tables + 1 + count), _LAST]
    table = b"".join(pack("<I", each) for each in sectors).ljust(tables * _SECTOR, b"\xff")
    header = SIGNATURE + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += pack("<IIIIIIIII", tables, tables, 0, 4096, _LAST, 0, _LAST, 0, 0)[: 4 * 8]
    header += b"".join(pack("<I", n if n < tables else _FREE) for n in range(109))
    folder = _entry("Root Entry", 5, child=1, start=_LAST) + _entry("Workbook", 2, start=tables + 1, size=len(stream))
    return header + table + folder.ljust(_SECTOR, b"\0") + stream


def _entry(name: str, kind: int, *, start: int, child: int = _FREE, size: int = 0) -> bytes:
    title = f"{name}\0".encode("utf-16-le")
    head = title.ljust(64, b"\0") + pack("<HBB", len(title), kind, 1)
    return head + pack("<III", _FREE, _FREE, child) + bytes(36) + pack("<III", start, size, 0)
