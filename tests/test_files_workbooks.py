"""A workbook as a table: what its first sheet shows, as it would be typed into a CSV file."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from app.errors import UserError
from app.files import TABLE_CELL, TABLE_COLUMNS, TABLE_ROWS, Table, parse_table
from tests.hostile.workbooks import MAIN, SHEET, STRINGS, cell, sheet, workbook


def table(data: bytes) -> Table:
    return parse_table(data, "offers.xlsx")


def cells(found: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in found.rows]


def shown(raw: str) -> str:
    """The text of a cell given as XML."""
    [(text,)] = cells(table(workbook(parts={SHEET: sheet(cell("a"), raw)})))
    return text


def written(*rows: list[Any]) -> bytes:
    """A workbook as openpyxl writes it."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_that_a_workbook_is_the_same_table_as_its_csv() -> None:
    rows = [["nimi", "paikka", "hinta"], ["Päivätyö", "Åbo", "5 €"], ["", "", ""], ["Yö; ja", "", "–"]]

    found = table(workbook(rows))

    assert found == parse_table('nimi;paikka;hinta\nPäivätyö;Åbo;5 €\n;;\n"Yö; ja";;–\n'.encode(), "offers.csv")
    assert [row.line for row in found.rows] == [2, 4]


def test_that_values_of_every_type_are_text_as_one_would_type_it() -> None:
    day = date(2026, 9, 1)
    found = table(
        written(
            ["text", "whole", "number", "day", "moment", "clock", "yes"],
            ["Hitsaus", 106401, 22.5, day, datetime.combine(day, time(17, 30)), time(8, 30), True],
            [" å ", 1200.0, 99.9, None, datetime.combine(day, time()), None, False],
        )
    )

    assert cells(found) == [
        ("Hitsaus", "106401", "22.5", "2026-09-01", "2026-09-01 17:30:00", "08:30:00", "TRUE"),
        (" å ", "1200", "99.9", "", "2026-09-01", "", "FALSE"),
    ]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<c><v>12.0</v></c>", "12"),
        ("<c><v>99.900000000000006</v></c>", "99.9"),
        ("<c><v>1E+15</v></c>", "1000000000000000"),
        ("<c><v>1.0E-7</v></c>", "0.0000001"),
        ('<c s="1"><v>45901</v></c>', "2025-09-01"),
        ('<c t="d"><v>2026-09-01</v></c>', "2026-09-01"),
        ('<c t="s"><v>0</v></c>', "Jaettu teksti"),
        ('<c t="inlineStr"><is><r><t>puoli </t></r><r><t>lihavoitu</t></r></is></c>', "puoli lihavoitu"),
        (cell("rivi_x000D_\ntoinen"), "rivi\r\ntoinen"),
        (cell("=1+1"), "=1+1"),
    ],
)
def test_that_a_cell_shows_what_the_spreadsheet_program_shows(raw: str, text: str) -> None:
    strings = f"<sst {MAIN}><si><r><t>Jaettu </t></r><r><t>teksti</t></r></si></sst>"
    parts = {SHEET: sheet(cell("a"), raw), STRINGS: strings}

    assert cells(table(workbook(parts=parts))) == [(text,)]


def test_that_a_formula_is_never_computed() -> None:
    assert shown("<c><f>1+1</f><v>3</v></c>") == "3"
    assert shown('<c t="str"><f>WEBSERVICE("http://example.invalid")</f><v>stored</v></c>') == "stored"
    assert cells(table(workbook(parts={SHEET: sheet(cell("a") + cell("b"), cell("x") + "<c><f>1+1</f></c>")}))) == [
        ("x", "")
    ]


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", "#NAME?", "Err:502"])
def test_that_an_error_refuses_its_row_alone_in_a_workbook_and_in_csv(error: str) -> None:
    raw = sheet(cell("nimi") + cell("hinta"), cell("a") + f'<c t="e"><v>{error}</v></c>', cell("b") + "<c><v>5</v></c>")

    for found in (table(workbook(parts={SHEET: raw})), table(f"nimi;hinta\na;{error}\nb;5\n".encode())):
        assert cells(found) == [("b", "5")]
        [broken] = found.broken
        assert (broken.line, str(broken.reason)) == (
            2,
            f"hinta shows the error {error}. Correct its formula and save the file again.",
        )


def test_that_a_day_before_all_days_is_an_error() -> None:
    [broken] = table(workbook(parts={SHEET: sheet(cell("alkaa"), '<c s="1"><v>99999999999</v></c>')})).broken
    assert "alkaa shows the error #VALUE!" in str(broken.reason)


def test_that_notes_beside_the_named_columns_are_left_alone() -> None:
    found = table(workbook([["a", "", "b", " "], ["1", "x", "2", "#N/A"], ["3", "#N/A", "4", "note" * TABLE_CELL]]))

    assert found.header == ("a", "", "b")
    assert cells(found) == [("1", "x", "2"), ("3", "#N/A", "4")]
    assert found.broken == ()


def test_that_the_first_sheet_to_be_seen_with_anything_in_it_is_read() -> None:
    book = Workbook()
    book.create_sheet("Lists").append(["hidden"])
    book["Lists"].sheet_state = "hidden"
    book.create_sheet("Offers").append(["a"])
    book["Offers"].append(["1"])
    book.create_sheet("More").append(["b"])
    file = BytesIO()
    book.save(file)

    assert table(file.getvalue()) == table(workbook([["a"], ["1"]]))


def test_that_rows_and_cells_are_found_by_their_own_numbers() -> None:
    raw = '<c r="B1" t="inlineStr"><is><t>b</t></is></c></row><row r="9"><c r="B9"><v>7</v></c>'

    found = table(workbook(parts={SHEET: sheet(raw)}))

    assert [(row.line, row.cells) for row in found.rows] == [(9, ("", "7"))]


def test_that_what_a_sheet_says_of_its_size_is_not_believed() -> None:
    for size in ("A1:A1", "A1:XFD1048576", "nonsense"):
        raw = sheet(cell("a"), cell("1")).replace("<sheetData>", f'<dimension ref="{size}"/><sheetData>')
        if size == "nonsense":
            with pytest.raises(UserError, match="cannot be read as a workbook"):
                table(workbook(parts={SHEET: raw}))
        else:
            assert cells(table(workbook(parts={SHEET: raw}))) == [("1",)]


def test_that_rows_columns_and_cells_have_the_limits_of_csv() -> None:
    with pytest.raises(UserError, match="more than 50000 rows"):
        table(workbook(parts={SHEET: sheet(*(f"<c><v>{n * n}</v></c>" for n in range(TABLE_ROWS + 2)))}))
    assert len(table(workbook([["a"] * TABLE_COLUMNS])).header) == TABLE_COLUMNS
    with pytest.raises(UserError, match="more than 200 columns"):
        table(workbook([["a"] * (TABLE_COLUMNS + 1)]))
    found = table(workbook([["a"], ["x" * TABLE_CELL], ["x" * (TABLE_CELL + 1)]]))
    assert [row.line for row in found.rows] == [2]
    assert [(row.line, str(row.reason)[:12]) for row in found.broken] == [(3, "A cell holds")]


@pytest.mark.parametrize("rows", [[], [["", ""]], [[" "]]])
def test_that_a_workbook_of_nothing_is_empty(rows: list[list[str]]) -> None:
    with pytest.raises(UserError, match="is empty"):
        table(workbook(rows))


def test_that_reading_says_nothing_of_what_it_does_not_read() -> None:
    raw = sheet(cell("a"), cell("1")).replace(
        "</worksheet>", '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"/></extLst></worksheet>'
    )
    assert cells(table(workbook(parts={SHEET: raw}))) == [("1",)]
