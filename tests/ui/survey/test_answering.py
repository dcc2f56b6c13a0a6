"""Answering by keys and by clicks: each answer is on the disk at once, and what cannot be written stays and is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.ui.survey.catalogue import CatalogueField
from app.ui.survey.picked import ListField
from app.ui.survey.written import NumberField, TextField
from tests.ui.survey.kit import Open, OpenSurvey

ENTER, BACKSPACE, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete
IDENTITY_CODE = "131052-308T"


@pytest.mark.parametrize(
    ("question", "key", "value"),
    [
        ("A1", "2", "large"),
        ("A2", "3", "lathe"),
        ("A3", "0", "0"),
        ("A4", "1", "yes"),
        ("A4", "?", "not_sure"),
        ("A5", "0", "0"),
        ("A5", "4", "4"),
        ("A5", "?", "not_assessed"),
        ("A5", "-", "not_part_of_job"),
        ("A6", "3", "B1"),
        ("A6", "-", "not_needed"),
    ],
)
def test_that_the_key_on_a_choice_chooses_it(open_survey: OpenSurvey, question: str, key: str, value: str) -> None:
    opened = open_survey()
    opened.enter(question)
    opened.press(key)
    assert opened.answer(question) == (value,)
    assert opened.here == question


def test_that_a_click_chooses_and_is_written_at_once(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.click("A1", "small")
    assert opened.answer("A1") == ("small",)
    assert opened.said[-1] == "Saved"
    assert [row.choice for row in opened.choices("A1").rows if row.isChecked()] == ["small"]


def test_that_a_screen_reader_chooses_too(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.choices("A1").rows[1].toggle()
    assert opened.answer("A1") == ("large",)
    assert [row.choice for row in opened.choices("A1").rows if row.isChecked()] == ["large"]


def test_that_a_key_that_chooses_comes_before_that_of_the_window(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    asked_for_help = list[bool]()
    QShortcut(QKeySequence("?"), opened.place).activated.connect(lambda: asked_for_help.append(True))
    opened.enter("A4")
    opened.press("?")
    assert (opened.answer("A4"), asked_for_help) == (("not_sure",), [])
    opened.enter("A1")
    opened.press("?")
    assert asked_for_help == [True]


def test_that_choosing_the_same_again_changes_nothing(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.click("A1", "small", "small")
    assert opened.answer("A1") == ("small",)


def test_that_arrows_go_among_choices_and_space_chooses(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("A1")
    opened.press(Qt.Key.Key_Down)
    assert opened.answer("A1") == ()
    opened.press(Qt.Key.Key_Space)
    assert opened.answer("A1") == ("large",)


def test_that_delete_takes_an_answer_away(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.click("A3", "2")
    opened.enter("A3")
    opened.press(DELETE)
    assert opened.answer("A3") == ()
    assert not any(row.isChecked() for row in opened.choices("A3").rows)


def test_that_the_button_beside_a_question_takes_its_answer_away(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.click("A3", "2")
    opened.enter("A3")
    opened.qtbot.waitUntil(opened.running.margin.away.isVisible)
    opened.running.margin.away.click()
    assert opened.answer("A3") == ()


def test_that_no_more_is_chosen_than_can_be(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.click("A2", "saw", "drill", "lathe")
    assert opened.answer("A2") == ("saw", "drill")
    assert opened.block("A2").remark.text() == "At most 2 can be chosen here."
    assert [row.choice for row in opened.choices("A2").rows if row.isChecked()] == ["saw", "drill"]
    assert not opened.running.stays()  # nothing waits to be written
    opened.click("A2", "saw")
    assert opened.answer("A2") == ("drill",)
    assert not opened.block("A2").remark.isVisible()


def test_that_a_choice_that_stands_alone_takes_the_place_of_the_others(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.click("A2", "saw", "nothing")
    assert opened.answer("A2") == ("nothing",)
    opened.click("A2", "drill")
    assert opened.answer("A2") == ("drill",)


def test_that_enter_goes_on_and_backspace_goes_back(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    assert opened.here == "A1"  # a note has nothing to answer
    opened.press(ENTER, ENTER)
    assert opened.here == "A3"
    opened.press(BACKSPACE)
    assert opened.here == "A2"


def test_that_enter_goes_on_from_a_text_and_shift_enter_breaks_its_line(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("B2")
    opened.press("one")
    QTest.keyClick(opened.focused, ENTER, Qt.KeyboardModifier.ShiftModifier)
    opened.press("two", ENTER)
    assert opened.answer("B2") == ("one\ntwo",)
    assert opened.here == "B3"


def test_that_backspace_in_a_text_takes_a_letter_away(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("B1")
    opened.press("ab", BACKSPACE, ENTER)
    assert opened.answer("B1") == ("a",)


def test_that_after_the_last_question_enter_goes_to_the_next_section(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("A6")
    opened.press(ENTER)
    assert (opened.running.here, opened.here) == ("B", "B1")


def test_that_before_the_first_question_backspace_goes_to_the_end_of_the_section_before(
    open_survey: OpenSurvey,
) -> None:
    opened = open_survey()
    opened.enter("C1")  # the button that adds is the first that can be gone to
    opened.press(BACKSPACE)
    assert (opened.running.here, opened.here) == ("B", "B6")


def test_that_a_follow_up_opens_in_place_and_is_there_again_with_what_was_typed(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    assert "A4a" not in opened.asked()
    opened.click("A4", "yes")
    asked = opened.asked()
    assert asked[asked.index("A4") + 1] == "A4a"
    opened.enter("A4a")
    opened.press("Welder", ENTER)
    opened.click("A4", "no")
    assert "A4a" not in opened.asked()
    opened.click("A4", "yes")
    field = opened.block("A4a").field
    assert isinstance(field, TextField)
    assert field.value() == ("Welder",)


def test_that_what_opens_around_a_text_leaves_its_cursor_alone(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.click("A4", "yes")
    opened.enter("A4a")
    opened.press("Wel")
    edit = opened.focused
    opened.click("A2", "saw")  # a click on a choice moves the focus to it; the text is written on the way
    assert opened.answer("A4a") == ("Wel",)
    edit.setFocus()
    assert isinstance(edit, QLineEdit)
    edit.setCursorPosition(1)
    opened.running.flush()
    opened.press("X")
    assert edit.text() == "WXel"
    assert opened.block("A4a").field is not None
    assert opened.block("A4a").isAncestorOf(edit)


def test_that_a_text_is_on_the_disk_one_second_after_the_last_key(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("B1")
    edit = opened.focused
    opened.press("Sawmill")
    opened.qtbot.waitUntil(lambda: opened.answer("B1") == ("Sawmill",), timeout=3000)
    assert opened.focused is edit


def test_that_what_is_left_of_a_text_is_told(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("B1")
    field = opened.block("B1").field
    assert isinstance(field, TextField)
    assert not field.left.isVisible()
    opened.press("x" * 12)
    assert field.left.text() == "18 characters left"
    assert field.left.isVisible()
    opened.press("x" * 20)
    assert field.left.text() == "2 characters too many"


def test_that_a_refused_text_stays_and_says_why(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("B1")
    opened.press("x" * 31, ENTER)
    block = opened.block("B1")
    assert opened.answer("B1") == ()
    assert block.remark.isVisible()
    assert "30" in block.remark.text()
    assert isinstance(block.field, TextField)
    assert block.field.value() == ("x" * 31,)
    assert block.remark.text() == opened.said[-1]


def test_that_an_identity_code_never_reaches_the_disk(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("B2")
    opened.press(IDENTITY_CODE, ENTER)
    assert opened.answer("B2") == ()
    assert opened.block("B2").remark.isVisible()


def test_that_one_stays_once_where_something_cannot_be_written(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("B1")
    opened.press("x" * 31)
    opened.running.go_section("C")
    assert (opened.running.here, opened.here) == ("B", "B1")
    opened.running.go_section("C")
    assert opened.running.here == "C"


@pytest.mark.parametrize(
    ("question", "typed", "kept"),
    [
        ("B3", "12", "12"),
        ("B4", "2,5", "2.5"),
        ("B4", "2.5", "2.5"),
        ("B5", "31.5.2027", "2027-05-31"),
        ("B5", "1.9.", "2027-09-01"),
        ("B6", "5/2027", "2027-05"),
        ("B6", "05.2027", "2027-05"),
        ("B6", "2027-05", "2027-05"),
        ("C4", "853", "853"),
    ],
)
def test_that_figures_and_days_are_read_as_people_write_them(
    open_survey: OpenSurvey, question: str, typed: str, kept: str
) -> None:
    opened = open_survey()
    opened.enter(question)
    opened.press(typed, ENTER)
    assert opened.answer(question) == (kept,)


@pytest.mark.parametrize(("question", "typed"), [("B3", "many"), ("B3", "21"), ("B5", "31.2.2027"), ("B6", "13/2027")])
def test_that_what_is_no_figure_or_day_is_refused_beside_the_question(
    open_survey: OpenSurvey, question: str, typed: str
) -> None:
    opened = open_survey()
    opened.enter(question)
    edit = opened.focused
    opened.press(typed, ENTER)
    assert opened.answer(question) == ()
    assert opened.block(question).remark.text()
    assert isinstance(edit, QLineEdit)
    assert edit.text() == typed


@pytest.mark.parametrize(("question", "typed", "kept"), [("C4", "Turku", "853"), ("C5", "25", "25")])
def test_that_a_municipality_and_a_sector_are_found_and_picked(
    open_survey: OpenSurvey, question: str, typed: str, kept: str
) -> None:
    opened = open_survey()
    opened.enter(question)
    field = opened.block(question).field
    assert isinstance(field, CatalogueField)
    opened.qtbot.waitUntil(lambda: field.is_ready, timeout=20_000)
    opened.press(typed, ENTER, ENTER)
    assert opened.answer(question) == (kept,)
    opened.enter(question)
    field.edit.selectAll()
    opened.press("Nowhere", Qt.Key.Key_Escape, ENTER)
    assert opened.answer(question) == (kept,)
    assert opened.block(question).remark.text() == "Nowhere is not in the list. Pick one from it."


def test_that_a_number_may_be_a_word(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("B3")
    opened.press("4", ENTER)
    field = opened.block("B3").field
    assert isinstance(field, NumberField)
    QTest.mouseClick(field.words[0], Qt.MouseButton.LeftButton)
    assert opened.answer("B3") == ("all",)
    assert field.edit.text() == ""
    field.edit.setFocus()
    opened.press("7", ENTER)
    assert opened.answer("B3") == ("7",)
    assert not field.words[0].isChecked()


def test_that_an_answer_that_can_no_longer_stand_is_told_at_its_question(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("B3")
    opened.press("2", ENTER, "5", ENTER)
    assert not opened.block("B4").remark.isVisible()
    opened.enter("B3")
    opened.press(BACKSPACE, "9", ENTER)
    assert opened.answer("B4") == ("5",)
    assert "There is at least one hour for each person." in opened.block("B4").remark.text()


def test_that_entries_are_added_named_and_taken_away(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    add_task(opened, "Sawing")
    add_task(opened, "Turning")
    first, second = opened.answer("C1")
    assert opened.answer("C1a", second) == ("Turning",)
    assert [head.name.text() for head in opened.heads()] == ["Sawing", "Turning"]
    away = opened.heads()[0].away
    assert away is not None
    assert away.accessibleName() == "Take away: Sawing"
    away.click()
    assert opened.answer("C1") == (second,)
    assert first not in {path for block in opened.sheet.blocks for path in block.place.path}


def test_that_a_list_takes_no_more_entries_than_it_can_have(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    for name in ("One", "Two", "Three", "Four"):
        opened.enter("C1")
        opened.press(Qt.Key.Key_Space)
        if len(opened.answer("C1")) < 3 or opened.here == "C1a":
            opened.press(name, ENTER)
    assert len(opened.answer("C1")) == 3
    assert opened.said[-1] == "At most 3 can be chosen here."


def test_that_each_value_of_a_multiple_choice_has_its_own_question(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.click("A2", "saw", "lathe")
    assert [head.name.text() for head in opened.heads()] == ["Saw", "Lathe"]
    opened.enter("A2a", "lathe")
    opened.press("Shafts", ENTER)
    assert opened.answer("A2a", "lathe") == ("Shafts",)


def test_that_what_is_done_elsewhere_is_one_step_away(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("C3")
    field = opened.block("C3").field
    assert isinstance(field, ListField)
    field.way.click()
    assert opened.went == ["results"]
    opened.running.flush()
    assert opened.answer("C3") == ()


def test_that_what_was_undone_is_shown_and_the_cursor_stays(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("B1")
    opened.press("Sawmill")
    opened.running.flush()
    edit = opened.focused
    opened.take_back("B1")
    opened.place.refresh()
    assert isinstance(edit, QLineEdit)
    assert (edit.text(), opened.focused) == ("", edit)


def test_that_the_window_undoes_where_a_text_has_nothing_to_take_back(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    undone = list[bool]()
    QShortcut(QKeySequence.StandardKey.Undo, opened.place).activated.connect(lambda: undone.append(True))
    opened.enter("B1")
    edit = opened.focused
    assert isinstance(edit, QLineEdit)
    opened.press("Sawmill")
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (edit.text(), undone) == ("", [])
    for question in ("B2", "B3"):
        opened.enter(question)
        QTest.keyClick(opened.focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True, True]


def test_that_a_paragraph_is_left_with_tab(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("B2")
    assert isinstance(opened.focused, QPlainTextEdit)
    opened.press(Qt.Key.Key_Tab)
    assert opened.here == "B3"


def add_task(opened: Open, name: str) -> None:
    """Add an entry to the list of tasks by keys; its name is asked first."""
    opened.enter("C1")
    opened.press(Qt.Key.Key_Space)
    assert opened.here == "C1a"
    opened.press(name, ENTER)
