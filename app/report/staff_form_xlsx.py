"""The form as a workbook: an answer is chosen from a list, everything else is protected. No text becomes a formula."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from app.files.cells import Place
from app.i18n import Translator
from app.report import tokens
from app.report.content.phrases import text_of
from app.report.staff_form import Form, Question
from app.report.staff_form_key import ANSWER_COLUMN, FIRST_ROW, FORMAT, HIDDEN_SHEET
from app.wording import staff as words
from app.wording.words import capital

_HEADS: Final = FIRST_ROW - 1
_WIDTHS: Final = (34, 23, 23, 23, 23, 23, 32)
"""Of the columns, in letters: competence, levels 0…4, answer."""
_LONGEST: Final = 2000  # letters that a cell shows; names and descriptions may be anybody's
_LINE: Final = 15.0  # height of a line of text, in points
_PAINT: Final = {name: f"FF{colour[1:]}" for name, colour in (("tint", tokens.TINT), ("rule", tokens.RULE))}
_EDGE: Final = Side(style="thin", color=_PAINT["rule"])


def workbook(form: Form) -> bytes:
    """The form as XLSX."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = form.title[:31]
    texts = dict(_texts(form))
    for (row, column), text in texts.items():
        _write(sheet, row, column, text)
    _dress(sheet, form)
    _lay_out(sheet, form, texts)
    _hide(book, form, form.key.check(texts.items()))
    _let_answer(sheet, form)
    sheet.protection.sheet = True
    book.security = WorkbookProtection(lockStructure=True)
    book.properties = DocumentProperties(creator="Kartturi", title=form.title, language=form.voice.language)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _texts(form: Form) -> Iterator[tuple[Place, str]]:
    """All that is printed on the form, and where."""
    t = Translator(form.voice.language)
    how = words.how_in_workbook(t, plain=form.voice.plain)
    yield (1, 1), form.title
    yield (2, 1), form.whose
    yield (3, 1), f"{how} {form.privacy}"
    heads = [form.asked, *(choice.label for choice in form.choices if choice.is_level), t("My answer")]
    for column, head in enumerate(heads, 1):
        yield (_HEADS, column), head
    for row, question in enumerate(form.questions, FIRST_ROW):
        for column, text in enumerate(_row(question), 1):
            if shown := _shown(text):
                yield (row, column), shown


def _row(question: Question) -> tuple[str, ...]:
    name = "\n".join(filter(None, (text_of(question.name), text_of(question.description))))
    return (name, *(text_of(anchor) for anchor in question.anchors))


def _shown(text: str) -> str:
    """A text as a cell can hold it."""
    clean = ILLEGAL_CHARACTERS_RE.sub("", text).strip()
    return clean if len(clean) <= _LONGEST else clean[: _LONGEST - 1] + "…"


def _write(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write a text as a text: one that begins with "=" would else be a formula."""
    cell = sheet.cell(row, column, text)
    cell.data_type = "s"


def _dress(sheet: Worksheet, form: Form) -> None:
    """Type, lines and grounds."""
    sheet.cell(1, 1).font = Font(size=20, bold=True)
    sheet.cell(2, 1).font = Font(size=12)
    for row in range(_HEADS, form.key.last_row + 1):
        for column in range(1, ANSWER_COLUMN + 1):
            cell = sheet.cell(row, column)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(bottom=_EDGE)
            cell.font = Font(size=11, bold=row == _HEADS or column in (1, ANSWER_COLUMN))
            if row == _HEADS:
                cell.fill = PatternFill("solid", fgColor=_PAINT["tint"])
    for row, column in form.key.answer_cells:
        answer = sheet.cell(row, column)
        answer.number_format = "@"
        answer.protection = Protection(locked=False)
        answer.border = Border(_EDGE, _EDGE, _EDGE, _EDGE)


def _lay_out(sheet: Worksheet, form: Form, texts: dict[Place, str]) -> None:
    """Widths and heights, and how it is printed: spreadsheet programs do not fit rows by themselves."""
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.merge_cells(start_row=3, end_row=3, start_column=1, end_column=ANSWER_COLUMN)
    sheet.cell(3, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[3].height = _tall([(texts[3, 1], sum(_WIDTHS))])
    for row in range(_HEADS, form.key.last_row + 1):
        widths = enumerate(_WIDTHS, 1)
        sheet.row_dimensions[row].height = _tall((texts.get((row, column), ""), width) for column, width in widths)
    sheet.freeze_panes = f"B{FIRST_ROW}"
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEADS}:{_HEADS}"


def _tall(cells: Iterable[tuple[str, int]]) -> float:
    """Height of a row of texts in columns so many letters wide, in points."""
    lines = max(sum(max(1, len(textwrap.wrap(line, width))) for line in text.split("\n")) for text, width in cells)
    return lines * _LINE + 6


def _hide(book: Workbook, form: Form, check: str) -> None:
    """What the form says of itself, and the answers that its list offers."""
    sheet = book.create_sheet(HIDDEN_SHEET)
    sheet.sheet_state = "veryHidden"
    key = form.key
    own = [FORMAT, key.number, check, key.mapping_key, key.person_key, *key.need_keys]
    for row, text in enumerate(own, 1):
        _write(sheet, row, 1, text)
    for row, choice in enumerate(form.choices, 1):
        _write(sheet, row, 2, choice.label)
    sheet.protection.sheet = True


def _let_answer(sheet: Worksheet, form: Form) -> None:
    """The list of answers in every cell for one."""
    t = Translator(form.voice.language)
    offered = DataValidation("list", f"{HIDDEN_SHEET}!$B$1:$B${len(form.choices)}", allow_blank=True)
    offered.showErrorMessage = offered.showInputMessage = True
    offered.errorTitle = capital(t("My answer"))
    offered.error = t("Choose an answer from the list.")
    offered.prompt = t("Choose an answer from the list.")
    column = get_column_letter(ANSWER_COLUMN)
    offered.add(f"{column}{FIRST_ROW}:{column}{form.key.last_row}")
    sheet.add_data_validation(offered)
