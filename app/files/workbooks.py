"""Workbooks (XLSX) as tables: the values that their first sheet shows. Nothing in one is computed, run or fetched.

A workbook is a zip archive of XML. Both can be made to grow without end, and openpyxl has no limits: it is given a
copy of the archive in which nothing does.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import datetime, time
from decimal import Decimal
from io import BytesIO
from itertools import islice
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from app.errors import UserError
from app.files.opening import megabytes
from app.files.tables import TABLE_BYTES, TABLE_COLUMNS, TABLE_ROWS, Row, Table, header_of, table_of

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument"
_PARTS: Final = 1000
_RATIO: Final = 100
_RATIO_FROM: Final = 2**20  # bytes; a small part may shrink to nearly nothing
_PIECE: Final = 2**16  # bytes
_ENCRYPTED: Final = 0x1
_LAST_ROW: Final = 2**20  # no spreadsheet program has more; a file may claim any number
_DOCUMENT_TYPE: Final = tuple("<!DOCTYPE".encode(each) for each in ("utf-8", "utf-16-le", "utf-16-be"))
"""Where entities grow. In every encoding that the parser of sheets knows, these are its bytes. No workbook has one."""


def parse_workbook(data: bytes, name: str) -> Table:
    """The first sheet of a workbook that is not hidden and has anything in it; a line is the number of its row.

    What stands beside the columns that the first row names is left alone.
    """
    try:
        rows = _rows(judged_copy(data, name))
    except UserError:
        raise
    except Exception as error:  # zipfile, expat, lxml and openpyxl raise nearly anything on a bad file
        raise UserError(
            "{file} cannot be read as a workbook: it is damaged or something else. "
            "Open it in the spreadsheet program, save it as XLSX or as CSV (UTF-8), and import that file.",
            {"file": name},
        ) from error
    return table_of(header_of(rows, name), ((row, None) for row in rows[1:]))


def judged_copy(data: bytes, name: str) -> BytesIO:
    """A copy of the archive in which nothing grows or leads elsewhere; UserError, or nearly anything on a bad file."""
    _refuse_other_kinds(data, name)
    return _copied(_judged(data, name))


def _refuse_other_kinds(data: bytes, name: str) -> None:
    if data.startswith(_OLE) or _OPEN_DOCUMENT in data[:200]:
        raise UserError(
            "{file} is a workbook of another kind (XLS or ODS), or is protected with a password. "
            "Save it as XLSX without a password in the spreadsheet program and import that file.",
            {"file": name},
        )


def _judged(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of the archive by name; it is judged by what it says of them first, and then by what is in them."""
    with ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        _refuse_swollen(sum(part.file_size for part in parts), name)
        if len(parts) > _PARTS or any(map(_is_strange, parts)):
            raise _strange(name)
        contents = {part.filename: _content(archive, part) for part in parts}
    if any(mark in content for content in contents.values() for mark in _DOCUMENT_TYPE):
        raise _strange(name)
    return contents


def _refuse_swollen(unpacked: int, name: str) -> None:
    if unpacked > TABLE_BYTES:
        values = {"file": name, "size": megabytes(unpacked), "limit": megabytes(TABLE_BYTES)}
        raise UserError(
            "{file} unpacks to {size} MB, more than the limit of {limit} MB. "
            "Leave out rows, sheets and pictures that are not needed. Nothing was read.",
            values,
        )


def _is_strange(part: ZipInfo) -> bool:
    swollen = part.file_size > max(_RATIO_FROM, _RATIO * part.compress_size)
    outside = part.filename.startswith("/") or ".." in part.filename.split("/")
    packed = part.flag_bits & _ENCRYPTED or part.compress_type not in (ZIP_STORED, ZIP_DEFLATED)
    return bool(swollen or outside or packed)


def _strange(name: str) -> UserError:
    return UserError(
        "{file} is packed as no spreadsheet program packs a workbook, so it was not opened. "
        "Save the sheet as CSV (UTF-8) in the spreadsheet program and import that file.",
        {"file": name},
    )


def _content(archive: ZipFile, part: ZipInfo) -> bytes:
    """A part, no longer than it says it is: read piece by piece, since the whole would first be unpacked whole."""
    with archive.open(part) as opened:
        return b"".join(iter(lambda: opened.read(_PIECE), b""))


def _copied(contents: dict[str, bytes]) -> BytesIO:
    """An archive of what was judged and of nothing else."""
    copy = BytesIO()
    with ZipFile(copy, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return copy


def _rows(workbook: BytesIO) -> list[Row]:
    """The rows with anything in them of the first sheet that has any."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of pictures, styles and extensions, which are not read
        book = load_workbook(workbook, read_only=True, data_only=True, keep_links=False)
        try:
            sheets = (list(islice(_filled(sheet), TABLE_ROWS + 2)) for sheet in book.worksheets)
            return next(filter(None, sheets), [])
        finally:
            book.close()


def _filled(sheet: Any) -> Iterator[Row]:
    """The rows of a sheet with anything in them, no wider than the first; a hidden sheet has none."""
    first = next(_cut(sheet, TABLE_COLUMNS + 1), None) if sheet.sheet_state == "visible" else None
    if first:
        yield from _cut(sheet, max(place for place, cell in enumerate(first.cells, 1) if cell.strip()))


def _cut(sheet: Any, width: int) -> Iterator[Row]:
    """Rows with anything in their first cells."""
    for line, values in enumerate(sheet.iter_rows(max_row=_LAST_ROW, max_col=width, values_only=True), 1):
        cells = tuple(map(cell_text, values)) if values.count(None) < len(values) else ()
        if any(map(str.strip, cells)):
            yield Row(line, cells)


def cell_text(value: object) -> str:
    """A value as one would type it: a day in figures with the year first, a number without what it does not need."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float():  # spreadsheet programs show 15 figures, and store more
            return f"{Decimal(f'{value:.15g}'):f}"
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case str():
            return value.replace("_x000D_", "\r")  # how a workbook writes a line end of old
        case _:
            return str(value)
