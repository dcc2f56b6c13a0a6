"""A framework → a table, one competence in a row, as a workbook or as CSV. See docs/formats/table.md.

Everything is text: nothing becomes a formula, whatever it begins with.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from typing import Any, Final

from app.frameworks.model import Competence, Framework, Requirement, SubArea, Unit
from app.frameworks.outline import below
from app.languages import LANGUAGES
from app.texts import Text

_FIRST: Final = ("code", *(f"name_{language}" for language in LANGUAGES))
_FORMULA: Final = re.compile(r"'*[=+\-@\t]")
_GUARDED: Final = re.compile(r"'+[=+\-@]")
_WIDTH: Final = 40  # of a column with text, in letters

Cells = dict[str, str]


def write_csv(framework: Framework) -> bytes:
    """The table as CSV: UTF-8 with its mark, semicolons. What could be a formula has an apostrophe before it."""
    columns, rows = _table(framework)
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(columns)
    for row in rows:
        cells = (row.get(column, "") for column in columns)
        writer.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def write_workbook(framework: Framework) -> bytes:
    """The table as XLSX; every cell is a text."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    columns, rows = _table(framework)
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet("Competences")
    for place, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTH if column[-3:] in ("_fi", "_sv", "_en") else 14
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, column) for column in columns])
    for row in rows:
        sheet.append([_cell(sheet, row.get(column, "")) for column in columns])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, text: str) -> Any:
    """A text as a text; signs that no workbook can hold are left out."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment

    text = ILLEGAL_CHARACTERS_RE.sub("", text)
    if not text:
        return None
    cell = WriteOnlyCell(sheet, f"'{text}" if _GUARDED.match(text) else text)
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.quotePrefix = bool(_FORMULA.match(text))  # so that it stays a text when somebody edits it
    return cell


def _table(framework: Framework) -> tuple[list[str], list[Cells]]:
    """The columns that have anything in them, and the rows; what a text begins with is what a reader will see first."""
    rows = [{column: text.strip() for column, text in row.items() if text.strip()} for row in _rows(framework)]
    return _order(rows), rows


def _order(rows: Iterable[Cells]) -> list[str]:
    """The columns of all rows in the order in which a row has them; those of codes and names are always there."""
    known = _competence(Competence("", "", Text(), anchors=(Text(),) * 5))
    used = {*_FIRST, *(column for row in rows for column in row)}
    return [column for column in known if column in used]


def _rows(framework: Framework) -> Iterator[Cells]:
    """Competences; and units with all they ask for, but not those that are there to be referred to by competences."""
    yield from map(_competence, framework.competences)
    for unit in framework.units:
        if unit.requirements or unit.sub_areas or not framework.competences:
            yield from _unit(unit)


def _competence(competence: Competence) -> Cells:
    return {
        "code": competence.code,
        **_words("name", competence.name),
        **_words("description", competence.description),
        **_words("group", competence.group),
        **{
            column: text
            for level, anchor in enumerate(competence.anchors)
            for column, text in _words(f"level_{level}", anchor).items()
        },
        "unit_codes": _list(competence.unit_codes),
        "tags": _list(competence.links),
        "target": _number(competence.target),
        "criticality": _number(competence.criticality),
    }


def _unit(unit: Unit) -> Iterator[Cells]:
    yield {"code": unit.code, **_words("name", unit.name), "unit_codes": _list([unit.code])}
    for requirement in unit.requirements:
        yield _requirement(requirement, unit, unit.name)
    for area in unit.sub_areas:
        yield from _area(area, unit)


def _area(area: SubArea, unit: Unit) -> Iterator[Cells]:
    own = {"code": area.code, **_words("name", area.name), **_words("group", unit.name)}
    yield {**own, "unit_codes": _list([unit.code])}
    for outcome in area.outcomes:
        yield _requirement(outcome, unit, below(unit.name, area.name))


def _requirement(requirement: Requirement, unit: Unit, group: Text) -> Cells:
    """A requirement under the unit it belongs to; its heading and what each grade asks for are its description."""
    return {
        **_words("name", requirement.text),
        **{f"description_{each}": "\n".join(_lines(requirement, each)) for each in LANGUAGES},
        **_words("group", group),
        "unit_codes": _list([unit.code]),
    }


def _lines(requirement: Requirement, language: Any) -> Iterator[str]:
    if heading := requirement.heading.get(language):
        yield heading
    for level in requirement.levels:
        if said := level.level.get(language):
            yield f"{said}:"
        yield from filter(None, (criterion.get(language) for criterion in level.criteria))


def _words(field: str, text: Text) -> Cells:
    return {f"{field}_{language}": text.get(language) for language in LANGUAGES}


def _list(items: Iterable[str]) -> str:
    """A list that is read back as the same items, also where one has a comma in it."""
    listed = list(filter(None, items))
    return f"{listed[0]};" if len(listed) == 1 and "," in listed[0] else "; ".join(listed)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
