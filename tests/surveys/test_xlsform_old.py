"""XLSForms in old workbooks (XLS)."""

from __future__ import annotations

import struct
import tracemalloc
from functools import partial
from typing import Final

import pytest

from app.errors import UserError
from app.mapping.survey import Kind
from app.surveys.xlsform.reading import FormRead, read_form
from app.surveys.xlsform.sheets import is_form
from tests.hostile.ends import end_of
from tests.hostile.old_workbooks import BEGIN, NUMBER, SIGNATURE, STRINGS, Cell, cell, contained, old_workbook, record
from tests.surveys.forms import said

FILE: Final = "vanha.xls"
SURVEY: Final[list[list[Cell]]] = [
    ["type", "name", "label::Suomi (fi)", "constraint"],
    ["integer", "n", "Montako äijää – ja €?", ". <= 10"],
    ["select_one yn", "q", "Onko?"],
]
CHOICES: Final[list[list[Cell]]] = [["list_name", "name", "label"], ["yn", 1.0, "Yksi"], ["yn", "no", "Ei"]]
GOOD: Final = old_workbook({"survey": SURVEY, "choices": CHOICES})


def read(data: bytes) -> object:
    return end_of(partial(read_form, data, FILE), FILE)


def test_that_an_old_workbook_is_read() -> None:
    found = read_form(GOOD, FILE)

    assert is_form(GOOD)
    assert said(found.faults + found.left_out) == []
    assert found.survey is not None
    assert [(q.id, q.kind, q.at_most, str(q.phrase.text)) for q in found.survey.questions] == [
        ("n", Kind.NUMBER, 10, "Montako äijää – ja €?"),
        ("q", Kind.SINGLE, None, "Onko?"),
    ]
    assert [choice.value for choice in found.survey.questions[1].choices] == ["1", "no"]
    assert found.survey.key == "vanha"


def test_that_a_formula_in_it_is_told_and_counts_as_empty() -> None:
    """What it last came to stands in the file, and is not taken either."""
    formula = struct.pack("<dHIH", 7.0, 0, 0, 0)
    found = read_form(old_workbook({"survey": [*SURVEY, ["text", "f", formula]], "choices": CHOICES}), FILE)

    assert said(found.left_out)[0] == (
        "survey 4: label::Suomi (fi) has a formula. Formulas are not worked out: the cell counts as empty."
    )
    assert found.survey is not None
    assert str(found.survey.questions[-1].phrase.text) == "f"


def test_that_names_and_objects_are_never_looked_at() -> None:
    """A name that is defined by itself, which xlrd would work out."""
    name = record(0x0018, struct.pack("<HBBHHHBBBB", 0, 0, 1, 5, 0, 0, 0, 0, 0, 0) + b"\0a" + b"\x23\1\0\0\0")
    found = read_form(old_workbook({"survey": SURVEY, "choices": CHOICES}, first=name * 50), FILE)

    assert found.survey is not None


def test_that_a_workbook_of_another_kind_is_no_form() -> None:
    assert not is_form(old_workbook({"Tarjonta": SURVEY}))
    assert not is_form(SIGNATURE + bytes(5000))


def test_that_a_password_is_told() -> None:
    found = read(old_workbook({"survey": SURVEY}, first=record(0x002F, bytes(6))))

    assert "protected with a password" in str(found)


def test_that_a_cell_far_out_fills_no_memory() -> None:
    data = old_workbook({"survey": SURVEY}, more=cell(65000, 250, 1.0))
    tracemalloc.start()
    try:
        found = read(data)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert "more than 2000000 cells" in str(found).replace(",", "")
    assert most < 20 * 2**20


@pytest.mark.parametrize(
    "more",
    [
        record(STRINGS, struct.pack("<II", 2**31 - 1, 2**31 - 1)),
        record(STRINGS, b""),
        record(0x00BD, struct.pack("<HHH", 1, 0, 60000)),
        record(0x00BD, b"\1"),
        record(0x00FD, struct.pack("<HHHI", 1, 0, 0, 99)),
        record(0x00FD, b""),
        record(NUMBER, b"\1\0"),
        record(BEGIN, b""),
        record(0x0085, b"\0"),
        record(0x0042, b"\xff\xff"),
        record(0x041E, b"\1"),
        b"\xff\xff\xff\xff",
    ],
    ids=range(12),
)
@pytest.mark.parametrize("where", ["first", "more"])
def test_that_a_record_that_lies_is_read_or_told(where: str, more: bytes) -> None:
    found = read(old_workbook({"survey": SURVEY, "choices": CHOICES}, **{where: more}))
    assert isinstance(found, FormRead | UserError)


def test_that_an_old_workbook_with_one_wrong_byte_anywhere_is_read_or_told(capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing else is said: what a command prints may be JSON."""
    end = 512 * 3 + 700
    for at in (*range(0, 512, 11), *range(512, 600, 7), *range(1024, end, 9)):
        read(GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :])
    assert capsys.readouterr() == ("", "")


def test_that_an_old_workbook_cut_anywhere_is_read_or_told() -> None:
    for at in range(1, len(GOOD), 211):
        assert isinstance(read(GOOD[:at]), FormRead | UserError)


@pytest.mark.parametrize("stream", [b"", b"\x09\x08", record(BEGIN, bytes(16)), bytes(9000)])
def test_that_a_container_of_nothing_is_told(stream: bytes) -> None:
    assert isinstance(read(contained(stream)), UserError)
