"""Opening what comes from outside: encodings, limits, JSON and tables, and one clear sentence where that fails."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.files import (
    TABLE_CELL,
    TABLE_COLUMNS,
    TABLE_ROWS,
    Table,
    decoded,
    parse_json,
    parse_table,
    read_bytes,
    read_json,
    read_table,
)

FINNISH = "Päivän työ – 5 € Ååland"


def table(text: str) -> Table:
    return parse_table(text.encode(), "offers.csv")


def cells(found: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in found.rows]


# Whole files


def test_that_a_file_is_read_to_its_limit_and_not_beyond(tmp_path: Path) -> None:
    path = tmp_path / "offers.csv"
    path.write_bytes(b"x" * 2**20)

    assert len(read_bytes(path, 2**20)) == 2**20
    with pytest.raises(UserError) as refused:
        read_bytes(path, 2**20 - 1)
    assert refused.value.values["file"] == "offers.csv"
    path.write_bytes(b"x" * (2**20 + 1))
    with pytest.raises(UserError, match="is 2 MB, larger than the limit of 1 MB"):
        read_bytes(path, 2**20)


@pytest.mark.parametrize("read", [read_bytes, read_json, read_table])
def test_that_a_file_that_is_not_there_is_told_by_its_name_without_its_folder(tmp_path: Path, read: Any) -> None:
    with pytest.raises(UserError, match="does not exist") as refused:
        read(tmp_path / "gone.csv")
    assert str(tmp_path) not in str(refused.value)


def test_that_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is not a file"):
        read_bytes(tmp_path)


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\0\0\0\0"])
def test_that_a_file_of_nothing_is_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.json"
    path.write_bytes(content)

    with pytest.raises(UserError, match="is empty"):
        read_bytes(path)


# Encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_that_text_is_the_same_in_every_encoding(encoding: str) -> None:
    assert decoded(FINNISH.encode(encoding), "x.csv") == FINNISH


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_that_utf_16_is_known_by_its_mark_in_either_order(mark: bytes, encoding: str) -> None:
    assert decoded(mark + FINNISH.encode(encoding), "x.csv") == FINNISH
    assert parse_json(mark + json.dumps({"a": FINNISH}).encode(encoding), "x.json") == {"a": FINNISH}


@pytest.mark.parametrize(
    "data",
    [
        b"a\0b",
        "ab".encode("utf-16-le"),
        "\ufeffä".encode("utf-16-le")[:-1],
        "Päivä työ".encode() + b"\xff",
        b"\xef\xbb\xbfabc\xe4",
        "Päivä".encode()[:-1],
        b"\x81\x8d",
    ],
    ids=["a NUL", "UTF-16 without its mark", "half a sign", "damaged UTF-8", "marked UTF-8", "cut UTF-8", "no text"],
)
def test_that_damaged_text_is_refused_and_never_guessed(data: bytes) -> None:
    with pytest.raises(UserError, match=r"x\.csv is not readable text"):
        decoded(data, "x.csv")


def test_that_windows_1252_may_end_in_its_only_letter_of_another_alphabet() -> None:
    assert decoded("Jyväskylä".encode("cp1252"), "x.csv") == "Jyväskylä"
    assert decoded("Kemijoki, Salla, Eno, Å".encode("cp1252"), "x.csv").endswith("Å")


# JSON


def test_that_json_may_begin_with_the_mark_of_utf_8() -> None:
    assert parse_json(b'\xef\xbb\xbf{"a": 1}', "x.json") == {"a": 1}


def test_that_json_in_another_encoding_is_refused() -> None:
    with pytest.raises(UserError, match="not readable text"):
        parse_json('{"a": "ä"}'.encode("cp1252"), "x.json")


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity", "9" * 5000])
def test_that_numbers_which_are_none_are_refused(word: str) -> None:
    with pytest.raises(UserError, match="a number that is no JSON"):
        parse_json(f'{{"a": [{word}]}}'.encode(), "x.json")


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_that_json_without_end_of_depth_is_refused(opening: str) -> None:
    with pytest.raises(UserError, match="nested too deep"):
        parse_json((opening * 100_000).encode(), "x.json")


@given(cut=st.integers(min_value=1))
def test_that_truncated_json_is_told_with_its_line(cut: int) -> None:
    whole = '{\n "nimi": {"fi": "Päivä"},\n "osat": [1, 2.5, null, true]\n}'.encode()

    with pytest.raises(UserError, match=r"x\.json is (not complete JSON: it breaks at line \d|not readable text)"):
        parse_json(whole[: cut % (len(whole) - 1) or 1], "x.json")


# Tables


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_that_a_table_is_the_same_however_it_was_saved(separator: str, ending: str, encoding: str) -> None:
    lines = [["nimi", "paikka", "hinta"], ["Päivätyö", "Åbo", "5 €"], ["Yö", "", "–"]]
    text = "".join(separator.join(line) + ending for line in lines)

    found = parse_table(text.encode(encoding), "offers.csv")

    assert found.header == ("nimi", "paikka", "hinta")
    assert [(row.line, row.cells) for row in found.rows] == [(2, ("Päivätyö", "Åbo", "5 €")), (3, ("Yö", "", "–"))]
    assert found.broken == ()


def test_that_the_separator_is_found_from_the_header_and_not_from_what_is_quoted_in_it() -> None:
    assert table('"a,b,c";d\n"1,5";2\n').header == ("a,b,c", "d")
    assert cells(table("a;b\n1,5;2,5,3\n")) == [("1,5", "2,5,3")]


def test_that_quotation_marks_hold_separators_line_breaks_and_doubled_marks() -> None:
    found = table('a;b\n"x;y";"one\r\ntwo ""three"""\n5" pipe; "z"\n')

    assert cells(found) == [("x;y", 'one\r\ntwo "three"'), ('5" pipe', "z")]


def test_that_a_row_is_told_by_the_line_it_begins_on() -> None:
    found = table('\na;b\n\n"1\n1\n1";2\n;;\n3;4\n')

    assert [(row.line, row.cells[1]) for row in found.rows] == [(4, "2"), (8, "4")]


def test_that_cells_a_spreadsheet_adds_or_leaves_out_at_the_end_change_nothing() -> None:
    found = table("a;b;c;;\n1;2;3;;\n1;2\n1;2;3;;;;\n")

    assert found.header == ("a", "b", "c")
    assert cells(found) == [("1", "2", "3"), ("1", "2", ""), ("1", "2", "3")]
    assert found.broken == ()


def test_that_a_row_with_more_cells_than_the_header_is_broken_and_no_other() -> None:
    found = table("a,b\n1,2\n12,50,2\n3,4\n")

    assert cells(found) == [("1", "2"), ("3", "4")]
    [broken] = found.broken
    assert broken.line == 3
    assert "The row has 3 cells, but the header has 2" in str(broken.reason)


def test_that_a_last_row_without_its_end_is_broken_only_when_cells_are_missing() -> None:
    assert table("a;b\n1;2\n3").broken[0].line == 3
    assert "may be gone" in str(table("a;b\n1;2\n3").broken[0].reason)
    assert cells(table("a;b\n1;2\n3;4")) == [("1", "2"), ("3", "4")]
    assert cells(table("a;b\n1;2\n3\n")) == [("1", "2"), ("3", "")]


@pytest.mark.parametrize("broken", ['"2', '"2" 3', '"2"3'])
def test_that_a_broken_quotation_is_told_with_the_line_its_row_begins_on(broken: str) -> None:
    with pytest.raises(UserError, match=r"offers\.csv breaks at line 3: quotation marks"):
        table(f"a;b\n1;2\n1;{broken}\n3;4\n")


def test_that_rows_columns_and_cells_have_limits() -> None:
    assert len(table("a\n" + "1\n" * TABLE_ROWS).rows) == TABLE_ROWS
    with pytest.raises(UserError, match="more than 50000 rows"):
        table("a\n" + "1\n" * (TABLE_ROWS + 1))
    assert len(table(";".join("a" * TABLE_COLUMNS) + "\n1\n").header) == TABLE_COLUMNS
    with pytest.raises(UserError, match="more than 200 columns"):
        table(";".join("a" * (TABLE_COLUMNS + 1)) + "\n1\n")
    found = table(f"a\n{'x' * TABLE_CELL}\n{'x' * (TABLE_CELL + 1)}\n")
    assert [row.line for row in found.rows] == [2]
    assert [(row.line, str(row.reason)[:12]) for row in found.broken] == [(3, "A cell holds")]


@pytest.mark.parametrize("text", ["a;b\n" + "x" * 10**7 + ";1\n", "x" * 10**7, '"' + "x;" * 10**6])
def test_that_a_cell_without_end_is_told_and_read_no_further(text: str) -> None:
    with pytest.raises(UserError, match=r"offers\.csv breaks at line \d: .*far too long"):
        table(text)


@pytest.mark.parametrize("data", ["\ufeff".encode(), b"\xff\xfe", b";;;\n;;\n", b"\n\n \n"])
def test_that_a_table_without_a_header_is_empty(data: bytes) -> None:
    with pytest.raises(UserError, match="is empty"):
        parse_table(data, "offers.csv")


def test_that_a_table_has_a_limit_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "offers.csv"
    path.write_bytes(b"a;b\n1;2\n")

    assert cells(read_table(path)) == [("1", "2")]
    with pytest.raises(UserError, match="larger than the limit"):
        read_table(path, 7)
    with pytest.raises(UserError, match="is 32 MB, larger than the limit of 30 MB"):
        parse_table(b"a;b\n" * 2**23, "offers.csv")


def table_or_refused(data: bytes) -> Table | UserError:
    try:
        return parse_table(data, "offers.csv")
    except UserError as refused:
        return refused


@given(st.binary(max_size=60) | st.text('ab";,\t\r\n \x00ä', max_size=60).map(str.encode))
def test_that_whatever_is_given_is_a_table_or_refused_in_words(data: bytes) -> None:
    found = table_or_refused(data)
    if isinstance(found, UserError):
        assert "offers.csv" in str(found)
    else:
        assert found.header
        assert found.header[-1]
        assert {len(row.cells) for row in found.rows} <= {len(found.header)}
        lines = [row.line for row in found.rows] + [row.line for row in found.broken]
        assert len(set(lines)) == len(lines)
