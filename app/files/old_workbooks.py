"""Old workbooks (XLS): a copy of the records of one that hold values, for a reader without limits of its own.

An XLS is a container with a stream of records: a code, a length, and so much content. xlrd reads it, but makes room for
whatever a file claims and works out the names that formulas define. It is given the records of values alone, the others
emptied in their places, and only where they claim no more room than a workbook needs. Formulas are among those others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from struct import unpack_from
from typing import Final

from app.errors import UserError

OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an XLS begins; so does a workbook with a password."""
_ROOM: Final = 2_000_000
"""Cells of all sheets together, each as wide as its last column and as long as its last row."""
_BEGIN, _END, _SHEET, _STRINGS, _CONTINUED, _PASSWORD = 0x0809, 0x000A, 0x0085, 0x00FC, 0x003C, 0x002F
_FORMULAS: Final = frozenset({0x0006, 0x0206, 0x0406})
_SEVERAL: Final = 0x00BD
_CELLS: Final = frozenset({0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00D6, _SEVERAL})
"""Number, label, truth or error, short number, shared string, rich string, several short numbers."""
_KEPT: Final = _CELLS | {_BEGIN, _END, _SHEET, _STRINGS, 0x0042, 0x0022, 0x041E, 0x00E0}
"""Cells, and what they need to be understood: code page, epoch, formats of numbers."""
_EMPTIED: Final = b"\xff\xff"  # a code that nobody knows
_BIFF8: Final = 0x0600

Cell = tuple[int, int]
"""Row and column, from 1."""


@dataclass(frozen=True, slots=True)
class SheetCells:
    """Where a sheet has anything: values, and formulas, which are not in the copy."""

    name: str
    filled: set[Cell] = field(default_factory=set)
    formulas: set[Cell] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Record:
    at: int
    code: int
    content: bytes


def copied_records(data: bytes, name: str) -> tuple[bytes, tuple[SheetCells, ...]]:
    """The copy and what its sheets have; UserError, or nearly anything on a bad file."""
    from xlrd.compdoc import CompDoc

    container = CompDoc(data, logfile=StringIO())
    stream = container.get_named_stream("Workbook") or container.get_named_stream("Book")
    if not stream:
        raise ValueError
    records = [*_records(bytes(stream))]
    if any(record.code == _PASSWORD for record in records):
        raise UserError(
            "{file} is protected with a password. Save it without one in the spreadsheet program and import that file.",
            {"file": name},
        )
    return _copied(bytes(stream), records), _sheets(records, name)


def _records(stream: bytes) -> Iterator[_Record]:
    at = 0
    while at + 4 <= len(stream):
        code, length = unpack_from("<HH", stream, at)
        yield _Record(at, code, stream[at + 4 : at + 4 + length])
        at += 4 + length


def _copied(stream: bytes, records: list[_Record]) -> bytes:
    copy, kept = bytearray(stream), False
    for record in records:
        kept = record.code in _KEPT or (record.code == _CONTINUED and kept)
        if not kept:
            copy[record.at : record.at + 2] = _EMPTIED
        kept = kept and record.code in (_STRINGS, _CONTINUED)
    return bytes(copy)


def _sheets(records: list[_Record], name: str) -> tuple[SheetCells, ...]:
    [version] = unpack_from("<H", records[0].content)
    found = {at: SheetCells(title) for at, title in _named(records, wide=version == _BIFF8)}
    sheet: SheetCells | None = None
    for record in records:
        if record.code == _BEGIN:
            sheet = found.get(record.at, sheet)
        elif sheet and record.code in _CELLS | _FORMULAS:
            where = sheet.formulas if record.code in _FORMULAS else sheet.filled
            where.update(_places(record))
    room = sum(_room(sheet) for sheet in found.values())
    if room > _ROOM:
        values = {"file": name, "limit": _ROOM}
        raise UserError("{file} has more than {limit} cells. Leave out rows and columns far from the others.", values)
    return tuple(found.values())


def _room(sheet: SheetCells) -> int:
    cells = sheet.filled or {(0, 0)}
    return max(row for row, _ in cells) * max(column for _, column in cells)


def _named(records: list[_Record], *, wide: bool) -> Iterator[tuple[int, str]]:
    """Where each sheet begins and its name; that of a newer file says whether it has two bytes for a sign."""
    for record in records:
        if record.code == _SHEET:
            [at] = unpack_from("<L", record.content)
            of_two = wide and record.content[7] & 1
            title = record.content[8:] if wide else record.content[7:]
            yield at, title.decode("utf-16-le" if of_two else "cp1252", "replace")


def _places(record: _Record) -> Iterator[Cell]:
    """The cell that a record fills, or the several one after another."""
    row, first = unpack_from("<HH", record.content)
    [last] = unpack_from("<H", record.content, len(record.content) - 2) if record.code == _SEVERAL else [first]
    return ((row + 1, column + 1) for column in range(first, last + 1))
