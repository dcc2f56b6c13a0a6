"""The history of an answer: when, who, from what to what; newest first, and Esc leads back to the cell."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.mapping.model import Assessor, GapReason, PeopleMode
from app.ui.matrix.columns import Kind
from app.ui.matrix.history import HistoryDialog
from tests.ui.kinds import Workshop
from tests.ui.test_matrix import Open, Opened, take


def told(window: Open) -> HistoryDialog:
    return next(d for d in window.place.findChildren(HistoryDialog) if d.isVisible())


def test_that_h_tells_every_change_of_the_cell_newest_first(opened: Opened) -> None:
    window = opened()
    window.at(1, Kind.PERSON, 0)
    window.press("2")
    take(window, Assessor.SELF)
    window.press("4")
    QTest.keyClick(window.sheet.table, Qt.Key.Key_Delete)
    window.press("h")
    dialog = told(window)
    assert [entry.what for entry in dialog.entries] == [
        "self: 4 → not answered",
        "self: not answered → 4",
        "supervisor: 1 → 2",
    ]
    assert {entry.by for entry in dialog.entries} == {"Consultant"}
    assert dialog.windowTitle() == "History: H1, CAM programming"


def test_that_reason_and_note_are_told_and_what_was_taken_back(opened: Opened) -> None:
    window = opened()
    window.at(1, Kind.PERSON, 0)
    answer = window.stored("machinist-0", "machinist-cam")
    assert answer
    window.desk.cases.put("mapping", replace(answer, reason=GapReason.NO_TOOL, note="a new one in May"))
    window.desk.cases.undo("mapping")
    window.press("h")
    newest, first = told(window).entries
    assert (first.what, first.founded) == ("supervisor: 1", "no tool · “a new one in May”")
    assert (newest.by, newest.founded) == ("Consultant · taken back", "")
    assert "a new one in May" in told(window).reading.accessibleDescription()


def test_that_the_button_opens_it_and_esc_leads_back_to_the_cell(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    window.at(0, Kind.PERSON, 1)
    window.press("1")
    here = window.sheet.table.currentIndex()
    QTest.mouseClick(window.sheet.said.history, Qt.MouseButton.LeftButton)
    dialog = told(window)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    window.place.activateWindow()  # as the system does when a dialog is gone
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.sheet.table)
    assert window.sheet.table.currentIndex() == here


def test_that_a_cell_without_changes_says_so(opened: Opened) -> None:
    window = opened()
    window.at(3, Kind.PERSON, 0)
    window.press("h")
    assert told(window).entries == ()


def test_that_history_is_told_of_cells_alone(opened: Opened) -> None:
    window = opened()
    window.at(0, Kind.TARGET)
    window.press("h")
    assert window.said == ["Go to a cell in the middle of the table first."]


def test_that_history_names_codes_alone(opened: Opened, workshop: Workshop) -> None:
    mapping = replace(workshop(), people_mode=PeopleMode.NAMES)
    named = replace(mapping.people[0], display_name="Aino")
    window = opened(mapping=replace(mapping, people=(named, *mapping.people[1:])))
    window.at(0, Kind.PERSON, 0)
    window.press("1h")
    assert told(window).windowTitle() == "History: H1, CNC turning"


def test_that_counts_have_a_history_too(opened: Opened) -> None:
    window = opened(PeopleMode.ROLES_ONLY)
    window.at(0, Kind.COUNT, 2)
    window.press("2h")
    assert [entry.what for entry in told(window).entries] == ["not answered → 2"]
