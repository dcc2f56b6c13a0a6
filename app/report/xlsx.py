"""Sheets of a workbook: a title, heads that stay in sight, rows of values, and sums that are live formulas.

What a formula says is our own alone; every text is written as a text. The same sheets give the same bytes.
"""

from __future__ import annotations

import textwrap
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from app.languages import Language
from app.report import tokens

HEADS: Final = 4
"""The row of the heads; rows begin under it."""
FIRST: Final = HEADS + 1
DAYS: Final[dict[Language, str]] = {"fi": "d.m.yyyy", "sv": "d.m.yyyy", "en": "d mmm yyyy"}
_LONGEST: Final = 2000
_LINE: Final = 15.0
_CORE: Final = "docProps/core.xml"
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_TINT: Final = PatternFill("solid", fgColor=f"FF{tokens.TINT[1:]}")
_EDGE: Final = Side(style="thin", color=f"FF{tokens.RULE[1:]}")
_HAIR: Final = Side(style="hair", color=f"FF{tokens.RULE[1:]}")


@dataclass(frozen=True, slots=True)
class Formula:
    """What a cell computes, without "="; never made from anybody's text."""

    text: str


@dataclass(frozen=True, slots=True)
class Painted:
    """A value on a ground of a colour, "#RRGGBB"."""

    value: Value
    ground: str


Value = str | int | Decimal | date | Formula | Painted | None


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in letters; `shape` is a number format; `total` sums the column under the rows."""

    head: str | int
    width: float = 12
    shape: str = ""
    total: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """`frozen` columns stay in sight; without rows the heads stand alone."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Sequence[Value], ...]
    frozen: int = 1
    sum_word: str = ""

    @property
    def last(self) -> int:
        """The last row that has values, or the first that could."""
        return FIRST + max(len(self.rows), 1) - 1

    def span(self, column: int, *, to: int | None = None) -> str:
        """The rows of a column, or of several, as a formula of another sheet names them; columns count from 1."""
        first, last = get_column_letter(column), get_column_letter(to or column)
        return f"{self.quoted}!${first}${FIRST}:${last}${self.last}"

    @property
    def quoted(self) -> str:
        return "'" + self.name.replace("'", "''") + "'"


def sheet_name(words: str) -> str:
    """Words as they can name a sheet."""
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in words)[:31].strip().strip("'")


def saved(sheets: Sequence[Sheet], title: str, language: Language, day: date) -> bytes:
    """The sheets as XLSX; `day` stands for the moment when the file was made."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet, language)
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the format knows no zone
    book.properties = DocumentProperties(
        creator="Kartturi", title=title, language=language, created=moment, modified=moment
    )
    core = tostring(book.properties.to_tree())
    out = BytesIO()
    book.save(out)
    return _repeatable(out, core)


def _repeatable(written: BytesIO, core: bytes) -> bytes:
    """The same parts without the moment of writing; `core` is what the file says of itself."""
    out = BytesIO()
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            part = zipfile.ZipInfo(name, _MOMENT)
            part.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(part, core if name == _CORE else before.read(name))
    return out.getvalue()


def _fill(page: Worksheet, sheet: Sheet, language: Language) -> None:
    for place, words in ((1, sheet.title), (2, sheet.about)):
        _write(page.cell(place, 1), words, language)
    page.cell(1, 1).font = Font(size=16, bold=True)
    for number, column in enumerate(sheet.columns, 1):
        _head(page.cell(HEADS, number), column, language)
        page.column_dimensions[get_column_letter(number)].width = column.width
    for place, row in enumerate(sheet.rows, FIRST):
        for number, (column, value) in enumerate(zip(sheet.columns, row, strict=True), 1):
            _body(page.cell(place, number), column, value, language)
        page.row_dimensions[place].height = _tall(sheet.columns, row)
    if sheet.rows and any(column.total for column in sheet.columns):
        _sums(page, sheet, language)
    _lay_out(page, sheet)


def _head(cell: Cell | MergedCell, column: Column, language: Language) -> None:
    _write(cell, column.head, language)
    cell.font = Font(bold=True)
    cell.fill = _TINT
    cell.border = Border(bottom=_EDGE)
    cell.alignment = Alignment(wrap_text=True, vertical="bottom", horizontal=None if _is_wide(column) else "center")
    if column.shape and isinstance(column.head, int):
        cell.number_format = column.shape


def _is_wide(column: Column) -> bool:
    return column.width >= 12  # of words rather than of figures


def _body(cell: Cell | MergedCell, column: Column, value: Value, language: Language) -> None:
    if isinstance(value, Painted):
        cell.fill = PatternFill("solid", fgColor=f"FF{value.ground[1:]}")
        value = value.value
    _write(cell, value, language)
    cell.border = Border(bottom=_HAIR)
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=None if _is_wide(column) else "center")
    if column.shape and not isinstance(column.head, int):
        cell.number_format = column.shape


def _write(cell: Cell | MergedCell, value: Value, language: Language) -> None:
    """Write a value by its kind: a text that begins with "=" stays a text."""
    match value:
        case Formula():
            cell.value = f"={value.text}"
        case str():
            clean = ILLEGAL_CHARACTERS_RE.sub("", value)
            if clean:
                cell.value = clean if len(clean) <= _LONGEST else clean[: _LONGEST - 1] + "…"
                cell.data_type = "s"
        case date():
            cell.value = value
            cell.number_format = DAYS[language]
        case _:
            cell.value = value  # type: ignore[assignment] # a number or nothing; Painted is opened by the caller


def _sums(page: Worksheet, sheet: Sheet, language: Language) -> None:
    place = sheet.last + 1
    for number, column in enumerate(sheet.columns, 1):
        letter, cell = get_column_letter(number), page.cell(place, number)
        if column.total:
            _write(cell, Formula(f"SUM({letter}{FIRST}:{letter}{sheet.last})"), language)
        elif number == 1:
            _write(cell, sheet.sum_word, language)
        cell.font = Font(bold=True)
        cell.border = Border(top=_EDGE)
        cell.alignment = Alignment(horizontal=None if _is_wide(column) else "center")


def _tall(columns: Sequence[Column], row: Sequence[Value]) -> float:
    """Height in points: spreadsheet programs do not fit rows by themselves."""
    texts = ((value, column.width) for column, value in zip(columns, row, strict=True) if isinstance(value, str))
    lines = (sum(max(1, len(textwrap.wrap(part, int(width)))) for part in text.split("\n")) for text, width in texts)
    return min(max(lines, default=1) * _LINE + 3, 400.0)


def _lay_out(page: Worksheet, sheet: Sheet) -> None:
    page.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}{FIRST}"
    page.sheet_view.showGridLines = False
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{HEADS}:{HEADS}"
    if sheet.rows:
        page.auto_filter.ref = f"A{HEADS}:{get_column_letter(len(sheet.columns))}{sheet.last}"
