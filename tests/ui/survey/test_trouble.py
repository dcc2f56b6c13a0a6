"""Answers that cannot be written: a sentence beside the question, and what was answered stays on the screen."""

from __future__ import annotations

from contextlib import ExitStack

from PySide6.QtWidgets import QPlainTextEdit

from app.mapping.interview import Place
from app.services import interviews
from app.ui import stops
from app.ui.place import HOME
from app.ui.survey.block import Block
from app.ui.survey.choices import Choices
from app.ui.survey.place import SurveyPlace
from tests.ui.test_trouble_data import OpenProgram, Program, folder, give_room, program

__all__ = ["folder", "program"]  # fixtures

LONGEST = 1000  # characters of D7


def shown(opened: Program) -> SurveyPlace:
    assert isinstance(opened.window.place, SurveyPlace)
    return opened.window.place


def block(opened: Program, question: str) -> Block:
    running = shown(opened).running
    assert running
    assert running.sheet
    return next(each for each in running.sheet.blocks if each.place == Place(question))


def at_section_d(opened: Program) -> None:
    """A visit in which nothing has been answered, at the section with D3 and D7."""
    assert opened.window.desk
    interviews.begin(opened.window.desk, "mapping", "visit")
    opened.window.open("mapping", f"{stops.SURVEY}#D")


def stored(opened: Program, question: str) -> tuple[str, ...]:
    assert opened.window.desk
    found = interviews.running(opened.window.desk, "mapping")
    assert found
    return found.answers.get(Place(question), ())


def forbid_writing(opened: Program, *, on: bool = True) -> None:
    """What SQLite meets when the folder can be read only, in every connection that its pool has."""
    assert opened.window.desk
    engine = opened.window.desk.cases._database.engine
    with ExitStack() as stack:
        for connection in [stack.enter_context(engine.connect()) for _one in range(2)]:
            connection.exec_driver_sql(f"PRAGMA query_only = {int(on)}")


def write_long(opened: Program, text: str) -> QPlainTextEdit:
    field = block(opened, "D7").field
    assert field
    edit = field.focusProxy()
    assert isinstance(edit, QPlainTextEdit)
    edit.setPlainText(text)
    shown(opened).flush()
    return edit


def test_that_a_text_stays_on_the_screen_while_the_disk_has_no_room(program: OpenProgram) -> None:
    opened = program()
    at_section_d(opened)
    give_room(opened, 0)
    for letter in "abcdefgh":  # what is left of the last pages takes a few
        text = letter * (LONGEST - 2)
        edit = write_long(opened, text)
        if refused := stored(opened, "D7") != (text,):
            break
    assert refused
    assert block(opened, "D7").remark.text().endswith("is full. Nothing was lost; free some space and try again.")
    edit.insertPlainText(".")
    opened.window.go(HOME)
    assert opened.window.here == stops.SURVEY
    assert edit.toPlainText() == f".{text}"
    give_room(opened, 1000)
    edit.insertPlainText(".")
    opened.window.go(HOME)
    assert opened.window.here == HOME
    opened.window.open("mapping", stops.SURVEY)
    assert stored(opened, "D7") == (f"..{text}",)


def test_that_a_choice_stays_on_the_screen_where_nothing_may_be_written(program: OpenProgram) -> None:
    opened = program()
    at_section_d(opened)
    forbid_writing(opened)
    asked = block(opened, "D3")
    assert isinstance(asked.field, Choices)
    asked.field.press("yes")
    assert "cannot be written" in asked.remark.text()
    assert asked.remark.text() == opened.window.foot.message.text()
    assert (asked.field.value(), stored(opened, "D3")) == (("yes",), ())
    forbid_writing(opened, on=False)
    asked.field.press("yes")
    assert (stored(opened, "D3"), asked.remark.isVisible()) == (("yes",), False)
