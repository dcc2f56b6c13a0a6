"""XLSForms for tests, and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from app.mapping.survey import Question, Survey
from app.surveys.xlsform.findings import Finding
from app.surveys.xlsform.reading import FormRead, read_form

FILE = "oma.xlsx"
Row = Mapping[str, Any]
YES_NO = [{"list_name": "yn", "name": "yes", "label": "Kyllä"}, {"list_name": "yn", "name": "no", "label": "Ei"}]
SETTINGS: Row = {"form_title": "Oma kysely", "form_id": "oma", "version": "1"}


def text(name: str = "q", **cells: Any) -> dict[str, Any]:
    """The row of a question that is answered with words; the other cells by column."""
    return {"type": "text", "name": name, "label": name, **cells}


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def table(rows: Sequence[Row]) -> list[list[Any]]:
    """Rows below the header of all their columns."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    return [columns, *([row.get(column) for column in columns] for row in rows)]


def form(
    *survey: Row, choices: Sequence[Row] | None = None, settings: Row = SETTINGS, **sheets: Sequence[Row]
) -> bytes:
    """A form with these rows of questions; the first is row 2. The list `yn` is there when one chooses from it."""
    if choices is None:
        choices = YES_NO if any("yn" in row.get("type", "").split() for row in survey) else ()
    named = {"survey": survey, "choices": choices, "settings": [settings], **sheets}
    return workbook({name: table(rows) for name, rows in named.items() if rows and rows[0]})


def said(findings: Sequence[Finding]) -> list[str]:
    return [f"{each.place.sheet} {each.place.row}: {each.reason}" for each in findings]


def read(*survey: Row, **parts: Any) -> FormRead:
    """What a form with these rows of questions comes to."""
    return read_form(form(*survey, **parts), FILE)


def taken(*survey: Row, **parts: Any) -> Survey:
    """The survey of a form in which nothing is wrong or left out."""
    found = read(*survey, **parts)
    assert said(found.faults + found.left_out) == []
    assert found.survey is not None
    return found.survey


def question(*survey: Row, **parts: Any) -> Question:
    """The last question of such a form."""
    return taken(*survey, **parts).questions[-1]
