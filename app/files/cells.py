"""A small workbook cell by cell, for files whose cells have their own places: forms that were filled in.

Unlike a table, it tells formulas from values and hidden sheets from those that are seen. Nothing is computed.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any, Final
from zipfile import ZipFile

from app.errors import UserError
from app.files.opening import refuse_size
from app.files.workbooks import cell_text, judged_copy

FORM_BYTES: Final = 2 * 2**20
FORM_CELLS: Final = 5_000
"""Cells with anything in them, of all sheets together."""
_ROWS, _COLUMNS = 5_000, 52
"""What is looked at: a sheet may claim a million rows."""

Place = tuple[int, int]
"""Row and column, from 1."""


@dataclass(frozen=True, slots=True)
class Written:
    """What is written in a cell; a formula has neither a value nor its own words here."""

    text: str
    formula: bool = False


@dataclass(frozen=True, slots=True)
class SheetCells:
    """A sheet and its cells with anything in them, up to row 5000 and column AZ."""

    title: str
    cells: dict[Place, Written]


@dataclass(frozen=True, slots=True)
class Workbook:
    """`remarks` says that notes or comments hang on cells; what they say is not read."""

    sheets: tuple[SheetCells, ...]
    remarks: bool = False


def parse_cells(data: bytes, name: str) -> Workbook:
    """All sheets of a small workbook; one that is larger than a form, damaged or something else gives a UserError."""
    refuse_size(len(data), FORM_BYTES, name)
    try:
        copy = judged_copy(data, name)
        with ZipFile(copy) as archive:
            remarks = any("comments" in part.lower() for part in archive.namelist())
        return Workbook(_sheets(copy, name), remarks)
    except UserError:
        raise
    except Exception as error:  # zipfile, expat, lxml and openpyxl raise nearly anything on a bad file
        raise UserError(
            "{file} cannot be read as a workbook: it is damaged or something else. Save it as XLSX again.",
            {"file": name},
        ) from error


def _sheets(copy: BytesIO, name: str) -> tuple[SheetCells, ...]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of pictures, styles and extensions, which are not read
        book = load_workbook(copy, read_only=True, keep_links=False)
        try:
            left, sheets = FORM_CELLS, list[SheetCells]()
            for sheet in book.worksheets:
                found = dict(islice(_written(sheet), left + 1))
                left -= len(found)
                if left < 0:
                    raise UserError(
                        "{file} holds far more than a form. Choose the form that was filled in.", {"file": name}
                    )
                sheets.append(SheetCells(str(sheet.title), found))
            return tuple(sheets)
        finally:
            book.close()


def _written(sheet: Any) -> Iterator[tuple[Place, Written]]:
    for row, cells in enumerate(sheet.iter_rows(max_row=_ROWS, max_col=_COLUMNS), 1):
        for column, cell in enumerate(cells, 1):
            if cell.data_type == "f":
                yield (row, column), Written("", formula=True)
            elif text := cell_text(cell.value).strip():
                yield (row, column), Written(text)
