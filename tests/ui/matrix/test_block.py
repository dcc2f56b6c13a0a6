"""Blocks of cells to and from a spreadsheet: nothing silently wrong, and nothing that runs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.errors import UserError
from app.mapping.model import Assessor, PeopleMode
from app.texts import Text
from app.ui.matrix.block import as_html, as_text, rows_of
from app.ui.matrix.columns import Kind
from tests.ui.kinds import Workshop
from tests.ui.test_matrix import Open, Opened, take

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def copy(window: Open) -> list[list[str]]:
    QTest.keyClick(window.sheet.table, Qt.Key.Key_C, CTRL)
    return rows_of(clipboard().text())


def paste(window: Open, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(window.sheet.table, Qt.Key.Key_V, CTRL)


def choose_block(window: Open, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.sheet.table, key, SHIFT)


def levels(window: Open, need: str) -> list[int | None]:
    found = (window.stored(f"machinist-{i}", f"machinist-{need}") for i in range(3))
    return [answer.level if answer else None for answer in found]


# Copying.


def test_that_a_chosen_block_is_copied_as_it_is_shown(opened: Opened) -> None:
    window = opened()
    window.at(0, Kind.PERSON, 0)
    choose_block(window, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert copy(window) == [["4", "3"], ["1", "1"]]
    assert window.said == ["4 cells copied"]


def test_that_without_a_block_the_whole_matrix_is_copied_with_its_heads(opened: Opened) -> None:
    window = opened()
    window.at(0, Kind.PERSON, 0)
    heads, first, *rows = copy(window)
    assert heads == ["Competence", "Target", "Criticality", "H1", "H2", "H3", "Able", "Gap, when", "Urgency", "Index"]
    assert first[:6] == ["CNC turning", "3", "3", "4", "3", "1"]
    assert len(rows) == 3


def test_that_html_goes_along_for_programs_that_prefer_it(opened: Opened) -> None:
    window = opened()
    window.at(0, Kind.PERSON, 0)
    choose_block(window, Qt.Key.Key_Right)
    copy(window)
    assert "<tr><td>4</td><td>3</td></tr>" in clipboard().html()


def test_that_not_part_of_the_job_is_copied_so_that_it_can_be_pasted(opened: Opened) -> None:
    window = opened()
    window.at(0, Kind.PERSON, 0)
    window.press("-")
    choose_block(window, Qt.Key.Key_Right)
    assert copy(window) == [["-", "3"]]


def test_that_a_name_that_looks_like_a_formula_is_copied_as_a_text(opened: Opened, workshop: Workshop) -> None:
    mapping = workshop()
    first = replace(mapping.needs[0], name=Text(en='=HYPERLINK("x")\n\tend'))
    window = opened(mapping=replace(mapping, needs=(first, *mapping.needs[1:])))
    copy(window)
    assert '\n\'=HYPERLINK("x") end\t3' in clipboard().text()
    assert "<td>&#x27;=HYPERLINK" in clipboard().html()


@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=3), min_size=1, max_size=3))
def test_that_no_text_whatever_becomes_a_formula_or_a_cell_more(rows: list[list[str]]) -> None:
    text, html = as_text(rows), as_html(rows)
    cells = [cell for line in text.removesuffix("\n").split("\n") for cell in line.split("\t")]
    assert len(cells) == sum(map(len, rows)) == html.count("<td>")
    assert [cell for cell in cells if cell[:1] in ("=", "+", "@") and len(cell) > 1] == []
    assert "<td>=" not in html.replace("<td>=</td>", "")


# Pasting.


def test_that_a_pasted_block_is_stored_in_one_act_that_one_key_takes_back(opened: Opened) -> None:
    window = opened()
    before = window.desk.cases.load("mapping").assessments
    step = window.desk.cases.last_step("mapping")
    window.at(1, Kind.PERSON, 0)
    paste(window, "2\t?\t-\r\n0\t4\t\r\n")
    assert [window.stored(f"machinist-{i}", "machinist-cam") is not None for i in range(3)] == [True, True, True]
    assert levels(window, "cam") == [2, None, None]
    assert levels(window, "robot") == [0, 4, None]
    assert window.stored("machinist-2", "machinist-robot") is None, "a blank takes an answer away"
    assert window.said == ["5 cells pasted, 1 cleared"]
    assert window.desk.cases.last_step("mapping") == step + 1
    window.desk.cases.undo("mapping")
    assert set(window.desk.cases.load("mapping").assessments) == set(before)


def test_that_the_matrix_shows_at_once_what_was_pasted_and_the_cursor_stays(opened: Opened) -> None:
    window = opened()
    window.at(1, Kind.PERSON, 1)
    paste(window, "4")
    assert window.shows() == "4"
    here = window.sheet.table.currentIndex()
    assert (here.row(), window.sheet.model.column_at(here).place) == (1, 1)


def test_that_pasting_answers_as_the_assessor_in_hand_and_keeps_evidence(opened: Opened) -> None:
    window = opened()
    window.at(1, Kind.PERSON, 0)
    answer = window.stored("machinist-0", "machinist-cam")
    assert answer
    window.desk.cases.put("mapping", replace(answer, note="seen"))
    window.place.refresh()
    paste(window, "3")
    take(window, Assessor.SELF)
    paste(window, "0")
    mine = window.stored("machinist-0", "machinist-cam")
    own = window.stored("machinist-0", "machinist-cam", Assessor.SELF)
    assert mine
    assert own
    assert (mine.level, mine.note, own.level) == (3, "seen", 0)


def test_that_what_is_copied_can_be_pasted_back(opened: Opened) -> None:
    window = opened()
    before = window.desk.cases.load("mapping").assessments
    window.at(0, Kind.PERSON, 0)
    choose_block(window, *[Qt.Key.Key_Right] * 2, *[Qt.Key.Key_Down] * 3)
    copy(window)
    window.at(0, Kind.PERSON, 0)
    QTest.keyClick(window.sheet.table, Qt.Key.Key_V, CTRL)
    assert set(window.desk.cases.load("mapping").assessments) == set(before)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2\t5", "“5” in row 1, column 2"),
        ("2\n=1+1", "“=1+1” in row 2, column 1"),
        ("2.5", "“2.5” in row 1, column 1"),
        ("-1", "“-1” in row 1, column 1"),
        ("٣", "“٣” in row 1, column 1"),
        ("1\t2\t3\t4", "1 cell lies outside the table"),
        ("1\n2\n3\n4\n3", "1 cell lies outside the table"),
        ("x\ty\nz\tw\nq", "1 more that is not understood"),
        ("1\t" * 30_000, "cells lie outside the table"),
    ],
)
def test_that_what_is_not_understood_is_said_and_nothing_is_pasted(opened: Opened, text: str, said: str) -> None:
    window = opened()
    before = window.desk.cases.load("mapping")
    window.at(0, Kind.PERSON, 0)
    paste(window, text)
    assert window.desk.cases.load("mapping") == before
    [sentence] = window.said
    assert sentence.startswith("Nothing was pasted: ")
    assert said in sentence
    assert sentence.endswith("A cell holds 0–4, ? or -, or nothing.")


def test_that_blanks_beyond_the_table_do_no_harm(opened: Opened) -> None:
    window = opened()
    window.at(0, Kind.PERSON, 2)
    paste(window, "3\t\t\n")
    assert levels(window, "turning") == [4, 3, 3]


def test_that_one_pastes_only_where_answers_are(opened: Opened) -> None:
    window = opened()
    window.at(0, Kind.TARGET)
    paste(window, "3")
    assert window.said == ["Go to a cell in the middle of the table first, then paste."]


def test_that_counts_are_pasted_where_people_have_no_rows(opened: Opened) -> None:
    window = opened(PeopleMode.ROLES_ONLY)
    window.at(0, Kind.COUNT, 1)
    paste(window, "1\t2")
    counts = {(c.level, c.count) for c in window.desk.cases.load("mapping").level_counts}
    assert counts == {(0, 1), (1, 2)}
    paste(window, "4")
    assert "“4” in row 1, column 1" in window.said[-1]
    assert window.said[-1].endswith("A cell holds a number of people, or nothing.")


def test_that_a_refused_write_changes_nothing_and_is_said(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened()
    window.at(0, Kind.PERSON, 0)

    def full(*_given: object, **_named: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(type(window.desk.cases), "change", full)
    paste(window, "2")
    assert window.shows() == "4"
    assert window.said == ["The disk is full."]
