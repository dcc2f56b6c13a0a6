"""The sheets of a form as rows of texts, read by pyxform.

pyxform reads the sheets by their names and stops after many empty rows or columns. It has no limits of its own, so it
is given copies that have passed ours; what it passes over, and every formula, is found beside it.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any, Final

from app.errors import UserError
from app.files.old_workbooks import OLD_WORKBOOK, SheetCells, copied_records
from app.files.opening import refuse_size
from app.files.tables import TABLE_COLUMNS
from app.files.workbooks import judged_copy
from app.surveys.xlsform.findings import Findings, Place

FORM_BYTES: Final = 5 * 2**20
FORM_ROWS: Final = 5000
"""Rows with anything in them, of all sheets together."""
SHEETS: Final = ("survey", "choices", "settings")
_ARCHIVE: Final = b"PK\x03\x04"
_TWICE: Final = "Duplicate column header: "  # what pyxform says
_MOST_SHEETS: Final = 30
_LAST_ROW: Final = 2**16  # what lies farther down is in no form that people write

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The header, and the rows below it that have anything: the number of each, and its texts by header."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, Cells], ...]


def is_form(data: bytes) -> bool:
    """Whether a workbook is a form: it has the sheet `survey`, and in an XLSX a column of that names types."""
    if len(data) > FORM_BYTES or not data.startswith((_ARCHIVE, OLD_WORKBOOK)):
        return False
    try:
        with _told(""):
            if data.startswith(OLD_WORKBOOK):
                return any(each.name.casefold() == "survey" for each in copied_records(data, "")[1])
            return "type" in _first_row(judged_copy(data, ""))
    except UserError:
        return False


def _first_row(workbook: BytesIO) -> set[str]:
    """What stands in the first row of the sheet `survey`, lower case."""
    with _opened(workbook) as book:
        sheet = next((each for each in book.worksheets if each.title.casefold() == "survey"), None)
        row = next(sheet.iter_rows(max_row=1, max_col=TABLE_COLUMNS, values_only=True), ()) if sheet else ()
        return {str(value).strip().casefold() for value in row}


def read_sheets(data: bytes, name: str, findings: Findings) -> dict[str, Sheet]:
    """The sheets of a form by name, lower case; those that are not there are empty."""
    refuse_size(len(data), FORM_BYTES, name)
    sheets, cells = _read(data, name)
    if not _header(sheets, "survey") or "survey" not in (each.name.casefold() for each in cells):
        raise UserError("{file} has no questions: a form has them in the sheet `survey`.", {"file": name})
    named = {each.name.casefold(): each for each in cells}
    for each in cells:
        if each.name.casefold() not in SHEETS and each.filled | each.formulas:
            findings.leave_out(Place(each.name, 1), UserError("This sheet is no part of a form here and is not read."))
    return {name: _sheet(name, sheets, named.get(name, SheetCells(name)), findings) for name in SHEETS}


def _read(data: bytes, name: str) -> tuple[dict[str, Any], Sequence[SheetCells]]:
    """What pyxform reads, and where the workbook has anything."""
    with _told(name), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of pictures, styles and extensions, which are not read
        if data.startswith(OLD_WORKBOOK):
            from pyxform.xls2json_backends import xls_to_dict

            copy, cells = copied_records(data, name)
            return _judged(xls_to_dict, copy, cells, name), cells
        from pyxform.xls2json_backends import xlsx_to_dict

        workbook = judged_copy(data, name).getvalue()
        cells = tuple(_cells_of(workbook))
        return _judged(xlsx_to_dict, workbook, cells, name), cells


@contextmanager
def _told(name: str) -> Iterator[None]:
    try:
        yield
    except UserError:
        raise
    except Exception as error:  # zipfile, expat, lxml, openpyxl, xlrd and pyxform raise nearly anything on a bad file
        if str(error).startswith(_TWICE):
            column = str(error).removeprefix(_TWICE)
            raise UserError(
                "{file} has the column {column} twice in one sheet.", {"file": name, "column": column}
            ) from error
        raise UserError(
            "{file} cannot be read as a form: it is damaged or something else. "
            "Open it in the spreadsheet program, save it as XLSX and import that file.",
            {"file": name},
        ) from error


def _judged(
    read: Callable[[BytesIO], dict[str, Any]], copy: bytes, cells: Sequence[SheetCells], name: str
) -> dict[str, Any]:
    if len(cells) > _MOST_SHEETS:
        values = {"file": name, "limit": _MOST_SHEETS}
        raise UserError("{file} has more than {limit} sheets. Leave out those that are no part of the form.", values)
    if any(column > TABLE_COLUMNS for each in cells for _, column in each.filled):
        values = {"file": name, "limit": TABLE_COLUMNS}
        raise UserError("{file} has more than {limit} columns. Leave out those not needed. Nothing was read.", values)
    for each in cells:
        if each.name.casefold() in SHEETS and any(row == 1 for row, _ in each.formulas):
            values = {"file": name, "sheet": each.name}
            raise UserError(
                "{file}, sheet {sheet}: a formula stands in the header. Write the name of the column.", values
            )
    rows = sum(len({row for row, _ in each.filled | each.formulas}) for each in cells)
    if rows > FORM_ROWS:
        raise UserError(
            "{file} has more than {limit} rows. Divide it. Nothing was read.", {"file": name, "limit": FORM_ROWS}
        )
    return read(BytesIO(copy))


@contextmanager
def _opened(workbook: BytesIO) -> Iterator[Any]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of pictures, styles and extensions, which are not read
        book = load_workbook(workbook, read_only=True, keep_links=False)
        try:
            yield book
        finally:
            book.close()


def _cells_of(workbook: bytes) -> Iterator[SheetCells]:
    with _opened(BytesIO(workbook)) as book:
        for sheet in book.worksheets[: _MOST_SHEETS + 1]:
            found = SheetCells(sheet.title)
            for cell in _filled(sheet):
                where = found.formulas if cell.data_type == "f" else found.filled
                where.add((cell.row, cell.column))
            yield found


def _filled(sheet: Any) -> Iterator[Any]:
    rows = sheet.iter_rows(max_row=_LAST_ROW, max_col=TABLE_COLUMNS + 1)
    filled = ([cell for cell in row if cell.value not in (None, "") and str(cell.value).strip()] for row in rows)
    for cells in islice(filter(None, filled), FORM_ROWS + 1):
        yield from cells


def _header(sheets: dict[str, Any], name: str) -> tuple[str, ...]:
    [header] = sheets.get(f"{name}_header") or [{}]
    return tuple(header)


def _sheet(name: str, sheets: dict[str, Any], cells: SheetCells, findings: Findings) -> Sheet:
    header = _header(sheets, name)
    rows: list[Cells] = list(sheets.get(name) or ())
    columns = dict(zip(_columns(cells), header, strict=False))
    for row, column in sorted(cells.formulas):
        _without_formula(rows, row, columns.get(column, ""), findings, cells.name)
    passed_over = [cell for cell in cells.filled if cell[0] > len(rows) + 1 or (cell[1] not in columns)]
    for row in sorted({row for row, _ in passed_over}):
        reason = UserError("Here is something beyond the columns and rows of the form; it is not read.")
        findings.leave_out(Place(cells.name, row), reason)
    return Sheet(cells.name, header, tuple((line, each) for line, each in enumerate(rows, 2) if each))


def _columns(cells: SheetCells) -> list[int]:
    """The columns that have a header, in their order."""
    return sorted(column for row, column in cells.filled if row == 1)


def _without_formula(rows: list[Cells], row: int, column: str, findings: Findings, sheet: str) -> None:
    if 2 <= row <= len(rows) + 1:
        rows[row - 2].pop(column, None)
    findings.leave_out(
        Place(sheet, row),
        UserError(
            "{column} has a formula. Formulas are not worked out: the cell counts as empty.", {"column": column or "?"}
        ),
    )
