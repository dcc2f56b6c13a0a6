"""Forms that nobody filled in as meant: changed, damaged, swollen, or something else altogether."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from app.errors import UserError
from app.i18n import Translator
from app.report.staff_form_key import HIDDEN_SHEET, FormKey
from app.services import staff
from app.services.desk import Desk
from app.services.staff_judging import Form
from app.services.staff_reading import FormFile, cell_name, parse_form
from app.wording.staff import VOICES
from tests.hostile.workbooks import SHEET, workbook
from tests.services.staff_company import CASE, desk_over, fill

EN: Final = Translator("en")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_over(tmp_path / "data", CASE) as desk:
        yield desk


@pytest.fixture
def form(desk: Desk, tmp_path: Path) -> Path:
    """The form of H1, with one answer."""
    [path] = staff.export_forms(desk, "case", tmp_path, VOICES["en"], "xlsx", ["p1"])
    return fill(path, ["2"])


def change(path: Path, act: Callable[[Any], object]) -> None:
    """Let something be done to the workbook, as a spreadsheet program would."""
    book = load_workbook(path)
    act(book)
    book.save(path)


def read(desk: Desk, path: Path) -> Form:
    [form] = staff.read_forms(desk, "case", [path])
    return form


def refusal(form: Form) -> str:
    assert form.error
    assert (form.taken, form.left, form.blank) == ((), (), ())
    return EN.explain(form.error)


def write(sheet: int, cell: str, value: object) -> Callable[[Any], object]:
    def act(book: Any) -> None:
        book.worksheets[sheet][cell] = value

    return act


def test_that_the_good_form_is_read(desk: Desk, form: Path) -> None:
    assert len(read(desk, form).taken) == 1


def exchange(book: Any) -> None:
    """Two rows change places."""
    sheet = book.worksheets[0]
    for column in range(1, 6):
        one, other = sheet.cell(6, column), sheet.cell(8, column)
        one.value, other.value = other.value, one.value


def gone(book: Any) -> None:
    book[HIDDEN_SHEET].sheet_state = "visible"
    book.remove(book.worksheets[0])


CHANGES: Final[dict[str, tuple[Callable[[Any], object], str]]] = {
    "a row put in": (lambda book: book.worksheets[0].insert_rows(7), "changed elsewhere"),
    "a row taken out": (lambda book: book.worksheets[0].delete_rows(7), "changed elsewhere"),
    "a column put in": (lambda book: book.worksheets[0].insert_cols(3), "changed elsewhere"),
    "a competence rewritten": (write(0, "A6", "Flying"), "changed elsewhere"),
    "an anchor rewritten": (write(0, "C6", "nothing at all"), "changed elsewhere"),
    "two rows exchanged": (exchange, "changed elsewhere"),
    "a formula among the texts": (write(0, "C6", "=A6"), "a formula in C6"),
    "an answer beside its cell": (write(0, "F4", "2"), "changed elsewhere"),
    "the hidden sheet gone": (lambda book: book.remove(book[HIDDEN_SHEET]), "no self-assessment form"),
    "the form gone": (gone, "no self-assessment form"),
    "another person": (write(1, "A5", "p2"), "changed elsewhere"),
    "another mapping": (write(1, "A4", "other"), "changed elsewhere"),
    "another competence": (write(1, "A6", "welding"), "changed elsewhere"),
    "a competence twice": (write(1, "A6", "formula"), "changed elsewhere"),
    "a competence more": (write(1, "A9", "welding"), "changed elsewhere"),
    "a gap in the keys": (write(1, "A7", None), "no self-assessment form"),
    "keys as a formula": (write(1, "A4", "=1"), "no self-assessment form"),
    "another number": (write(1, "A2", "AAAAAAAA"), "changed elsewhere"),
    "a wrong sum": (write(1, "A3", "0" * 64), "changed elsewhere"),
    "a later format": (write(1, "A1", "kartturi-form/2"), "another version"),
    "no keys at all": (lambda book: book[HIDDEN_SHEET].delete_rows(1, 20), "no self-assessment form"),
}


@pytest.mark.parametrize(("act", "said"), CHANGES.values(), ids=CHANGES)
def test_that_a_form_changed_elsewhere_than_in_its_answers_is_refused_whole(
    desk: Desk, form: Path, act: Callable[[Any], object], said: str
) -> None:
    change(form, act)
    assert said in refusal(read(desk, form))


def test_that_the_key_of_another_person_needs_more_than_a_new_sum(desk: Desk, form: Path) -> None:
    """A form whose keys were all made to fit another role holds competences that are not of that role."""
    forged = FormKey("case", "p3", ("turning", "formula", "only-finnish"))
    cells = {(c.row, c.column): str(c.value) for r in load_workbook(form).worksheets[0] for c in r if c.value}
    printed = {at: text for at, text in cells.items() if at not in forged.answer_cells}
    for cell, value in {"A2": forged.number, "A3": forged.check(printed.items()), "A5": "p3"}.items():
        change(form, write(1, cell, value))
    result = read(desk, form)
    assert (result.code, result.taken) == ("H3", ())
    assert [left.cell for left in result.left] == ["G6"]


def test_that_what_is_written_beside_the_form_is_told_and_the_answers_are_taken(desk: Desk, form: Path) -> None:
    change(form, write(0, "J2", "I will be on leave"))
    change(form, write(0, "A40", "=1+1"))
    change(form, lambda book: book.create_sheet("Mine").append(["x"]))
    change(form, lambda book: setattr(book.worksheets[0]["G7"], "comment", Comment("why", "me")))
    result = read(desk, form)
    beside = " ".join(EN.explain(each) for each in result.read.beside)
    assert len(result.taken) == 1
    assert [word for word in ("J2", "A40", "Mine", "Comments") if word not in beside] == []
    assert "leave" not in beside


def test_that_a_changed_list_of_answers_changes_no_answer(desk: Desk, form: Path) -> None:
    change(form, write(1, "B3", "2 – I am the best"))
    assert len(read(desk, fill(form, ["2"])).taken) == 1
    assert [left.cell for left in read(desk, fill(form, ["2 – I am the best"])).left] == ["G6"]


def test_that_unprotecting_renaming_and_showing_sheets_does_no_harm(desk: Desk, form: Path) -> None:
    def act(book: Any) -> None:
        book.worksheets[0].protection.sheet = False
        book.worksheets[0].title = "My form"
        book[HIDDEN_SHEET].sheet_state = "visible"
        book.move_sheet(HIDDEN_SHEET, -1)

    change(form, act)
    assert len(read(desk, form).taken) == 1


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.xlsx", b"", "is empty"),
        ("text.xlsx", b"H1;2;3", "cannot be read as a workbook"),
        ("paper.pdf", b"%PDF-1.7", "cannot be read as a workbook"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "workbook of another kind"),
        ("other.xlsx", workbook([["a"], ["1"]]), "no self-assessment form"),
        ("bomb.xlsx", workbook(parts={SHEET: b" " * 2 * 2**20}), "is packed as no spreadsheet program"),
        ("large.xlsx", b"PK\x03\x04" + random.Random(1).randbytes(3 * 2**20), "larger than the limit"),
        ("wide.xlsx", workbook([["x"] * 50] * 200), "far more than a form"),
    ],
)
def test_that_what_is_no_form_is_told_by_its_file(
    desk: Desk, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    told = refusal(read(desk, tmp_path / name))
    assert name in told
    assert said in told


def test_that_a_file_that_is_gone_is_told_beside_those_that_are_read(desk: Desk, form: Path) -> None:
    missing, good = staff.read_forms(desk, "case", [form.with_name("gone.xlsx"), form])
    assert "does not exist" in refusal(missing)
    assert len(good.taken) == 1


def test_that_a_form_with_one_wrong_byte_anywhere_is_read_as_it_was_or_refused(form: Path) -> None:
    good = form.read_bytes()
    known = parse_form(good, "form.xlsx")
    ends = [ended(good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :]) for at in range(0, len(good), 97)]
    assert {end for end in ends if isinstance(end, str)} == {"form.xlsx"}
    assert [end for end in ends if isinstance(end, FormFile) and replace(end, beside=()) != known] == []


def ended(data: bytes) -> FormFile | str:
    """What was read, or the name of the file that a refusal gives."""
    try:
        return parse_form(data, "form.xlsx")
    except UserError as error:
        return str(error.values["file"])


def test_that_a_workbook_with_a_name_for_a_row_that_cannot_be_is_told(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet(HIDDEN_SHEET)["A1048576"] = "x"
    book.save(tmp_path / "far.xlsx")
    assert "no self-assessment form" in refusal(read(desk, tmp_path / "far.xlsx"))


@pytest.mark.parametrize(("at", "name"), [((1, 1), "A1"), ((6, 7), "G6"), ((40, 26), "Z40"), ((3, 27), "AA3")])
def test_that_cells_are_named_as_in_spreadsheet_programs(at: tuple[int, int], name: str) -> None:
    assert cell_name(at) == name
