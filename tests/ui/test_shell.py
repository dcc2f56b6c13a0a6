"""The window: there at once, in any language, with nothing lost on the way from place to place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.mapping.model import Mapping, Mode
from app.services.desk import Desk
from app.store.cases import Cases
from app.ui import stops
from app.ui.company.place import CompanyPlace
from app.ui.home.place import HomePlace
from app.ui.matrix.place import MatrixPlace
from app.ui.needs.place import NeedsPlace
from app.ui.place import HOME, LIBRARY
from app.ui.shell import Window
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, ShowWindow, Workshop

CTRL = Qt.KeyboardModifier.ControlModifier


def company(window: Window) -> CompanyPlace:
    assert isinstance(window.place, CompanyPlace)
    return window.place


def desk(window: Window) -> Desk:
    assert window.desk
    return window.desk


def stored(window: Window) -> Mapping:
    return desk(window).cases.load(window.mapping_key)


def test_that_the_window_has_painted_before_the_data_are_opened(
    theme: Theme, qtbot: QtBot, open_desk: OpenDesk
) -> None:
    seen: list[bool] = []

    class Watched(Window):
        has_painted = False

        def ready(self) -> None:
            self.has_painted = True
            super().ready()

    def open_late() -> Desk:
        seen.append(window.has_painted)
        raise UserError("Not yet.")

    window = Watched(theme, "en", open_late)
    qtbot.addWidget(window)
    assert seen == []
    window.show()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [True]


def test_that_whoever_is_quicker_than_the_first_paint_opens_the_data_as_later(
    theme: Theme, qtbot: QtBot, open_desk: OpenDesk, workshop: Workshop
) -> None:
    told: list[str] = []
    opened = open_desk(workshop())
    window = Window(theme, "en", lambda: opened)
    window.opening.connect(lambda: told.append("opening"))
    window.opened.connect(lambda: told.append("opened"))
    qtbot.addWidget(window)
    window.opened_desk()
    window.ready()
    window.reopen()
    assert told == ["opening", "opened", "opened"]


@pytest.mark.parametrize("place", [HOME, LIBRARY, *stops.NAMES])
def test_that_a_switch_of_language_stays_at_the_place(show_window: ShowWindow, workshop: Workshop, place: str) -> None:
    window = show_window(workshop())
    window.open("mapping", place)
    before = window.place
    window.speak("sv")
    assert window.here == place
    assert window.place is not before
    assert type(window.place) is type(before)


def test_that_a_switch_of_language_loses_nothing_typed(show_window: ShowWindow, workshop: Workshop) -> None:
    window = show_window(workshop())
    window.open("mapping")
    company(window).card.name.clear()
    QTest.keyClicks(company(window).card.name, "Workshop of the North")
    window.speak("fi")
    assert company(window).card.name.text() == "Workshop of the North"
    assert stored(window).company.name == "Workshop of the North"


def test_that_going_elsewhere_writes_what_is_being_typed(show_window: ShowWindow, workshop: Workshop) -> None:
    window = show_window(workshop())
    window.open("mapping")
    QTest.keyClicks(company(window).terms.goal, "More robots")
    window.go(HOME)
    assert desk(window).cases.load("mapping").goal == "More robots"


@pytest.mark.parametrize(("key", "place"), [(Qt.Key(Qt.Key.Key_1 + i), name) for i, name in enumerate(stops.NAMES)])
def test_that_ctrl_and_a_digit_go_to_a_step(
    show_window: ShowWindow, workshop: Workshop, key: Qt.Key, place: str
) -> None:
    window = show_window(workshop())
    window.open("mapping", stops.NEEDS if place != stops.NEEDS else stops.MATRIX)
    QTest.keyClick(window, key, CTRL)
    assert window.here == place
    QTest.keyClick(window, Qt.Key.Key_Home, CTRL)
    assert window.here == HOME


def test_that_ctrl_and_a_digit_do_nothing_without_a_mapping(show_window: ShowWindow, workshop: Workshop) -> None:
    window = show_window(workshop())
    QTest.keyClick(window, Qt.Key.Key_3, CTRL)
    assert window.here == HOME


@pytest.mark.parametrize("place", [HOME, *stops.NAMES])
def test_that_the_cursor_is_in_the_place_one_goes_to(
    show_window: ShowWindow, workshop: Workshop, qtbot: QtBot, place: str
) -> None:
    window = show_window(workshop())
    window.open("mapping", stops.COMPANY if place != stops.COMPANY else stops.NEEDS)
    window.go(place)
    inside: Any = window.place
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert inside.isAncestorOf(QApplication.focusWidget())


def test_that_the_saved_sign_is_the_time_on_the_disk(show_window: ShowWindow, workshop: Workshop) -> None:
    long_ago = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
    window = show_window(replace(workshop(), changed=long_ago))
    window.open("mapping")
    local = long_ago.astimezone()
    assert window.masthead.saved.text() == f"Saved {local.hour}:{local.minute:02}"
    QTest.keyClicks(company(window).terms.goal, "More robots")
    company(window).flush()
    changed = stored(window).changed
    assert changed
    assert changed > long_ago
    local = changed.astimezone()
    assert window.masthead.saved.text() == f"Saved {local.hour}:{local.minute:02}"


def test_that_nothing_is_called_saved_where_nothing_is_open(show_window: ShowWindow, workshop: Workshop) -> None:
    window = show_window(workshop())
    window.open("mapping")
    window.go(HOME)
    assert window.masthead.saved.text() == ""
    assert window.masthead.company.text() == ""
    assert not window._frame.rail.isVisible()


def test_that_what_was_done_can_be_taken_back_step_by_step(show_window: ShowWindow, workshop: Workshop) -> None:
    window = show_window(workshop())
    window.open("mapping", stops.MATRIX)
    before = stored(window)
    assert isinstance(window.place, MatrixPlace)
    assert window.place.sheet
    table = window.place.sheet.table
    QTest.keyClicks(table, "1")
    once = stored(window)
    QTest.keyClicks(table, "2")
    assert window.foot.undo.isVisible()
    QTest.keyClick(table, Qt.Key.Key_Z, CTRL)
    assert replace(stored(window), changed=None) == replace(once, changed=None)
    QTest.mouseClick(window.foot.undo, Qt.MouseButton.LeftButton)
    QTest.keyClick(table, Qt.Key.Key_Z, CTRL)
    assert replace(stored(window), changed=None) == replace(before, changed=None)
    QTest.keyClick(table, Qt.Key.Key_Z, CTRL)
    assert window.foot.message.text() == "There is nothing to undo."


def test_that_what_was_taken_back_can_be_done_again(show_window: ShowWindow, workshop: Workshop) -> None:
    window = show_window(workshop())
    window.open("mapping", stops.NEEDS)
    assert isinstance(window.place, NeedsPlace)
    window.place.roles.add.click()
    window.undo()
    assert len(stored(window).roles) == 2
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert len(stored(window).roles) == 3
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert window.foot.message.text() == "There is nothing to do again."


def test_that_undo_reaches_back_over_places_of_the_same_mapping(show_window: ShowWindow, workshop: Workshop) -> None:
    window = show_window(workshop())
    window.open("mapping", stops.NEEDS)
    assert isinstance(window.place, NeedsPlace)
    window.place.roles.add.click()
    assert len(stored(window).roles) == 3
    window.go(stops.COMPANY)
    window.undo()
    assert len(stored(window).roles) == 2


def test_that_a_refusal_offers_nothing_to_take_back(
    show_window: ShowWindow, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = show_window(workshop())
    window.open("mapping")

    def full(*_items: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(type(desk(window).cases), "put_head", full)
    QTest.keyClicks(company(window).terms.goal, "More")
    company(window).flush()
    assert window.foot.message.text() == "The disk is full."
    assert not window.foot.undo.isVisible()


def test_that_the_rail_tells_how_far_each_step_is(show_window: ShowWindow, workshop: Workshop) -> None:
    window = show_window(replace(workshop(), mode=Mode.SELF))
    window.open("mapping", stops.COMPANY)
    names = [b.accessibleName() for b in window._frame.rail.findChildren(QWidget) if b.accessibleName()]
    assert names == [
        "Company, begun, here",
        "Survey, empty",
        "Roles and needs, done",
        "Present levels, begun",
        "Cards and permits, done",
        "Results, begun",
        "Plan, empty",
        "The plan on paper, empty",
    ]


def test_that_a_mapping_removed_elsewhere_is_said_and_the_window_stays(
    show_window: ShowWindow, workshop: Workshop
) -> None:
    window = show_window(workshop())
    window.open("no such mapping")
    assert window.here == HOME
    assert isinstance(window.place, HomePlace)
    assert window.foot.message.text().startswith("This mapping is no longer here.")


def test_that_large_text_in_a_small_window_is_scrolled_and_not_cut(
    qtbot: QtBot, qapp: QApplication, open_desk: OpenDesk, workshop: Workshop, theme: Theme
) -> None:
    from app.ui import theme as themes

    large = theme._replace(zoom=2.0)
    themes.apply(qapp, large)
    desk = open_desk(workshop())
    window = Window(large, "en", lambda: desk)
    qtbot.addWidget(window)
    window.resize(1024, 640)
    window.show()
    qtbot.waitUntil(lambda: window.desk is not None)
    for place in (HOME, LIBRARY, *stops.NAMES):
        window.open("mapping", place)
        qtbot.wait(1)
        assert window.size() == QSize(1024, 640), f"{place} pushes the window out"
    themes.apply(qapp, theme)


def test_that_closing_writes_what_is_being_typed(show_window: ShowWindow, workshop: Workshop) -> None:
    window = show_window(workshop())
    window.open("mapping")
    folder = desk(window).folder
    QTest.keyClicks(company(window).terms.goal, "Last words")
    window.close()
    cases = Cases(folder.cases)
    assert cases.load("mapping").goal == "Last words"
    cases.close()


def test_that_a_door_opened_in_vain_leaves_no_pile(show_window: ShowWindow, workshop: Workshop, qtbot: QtBot) -> None:
    window = show_window(workshop())
    for _again in range(2):
        QTest.keyClick(window, Qt.Key.Key_1)
        qtbot.waitUntil(lambda: window.here == stops.COMPANY)
        window.go(HOME)
    assert len(desk(window).cases.summaries()) == 2


@pytest.mark.parametrize(
    ("digit", "mode", "place"),
    [(Qt.Key.Key_1, Mode.VISIT, stops.COMPANY), (Qt.Key.Key_2, Mode.SELF, stops.SURVEY)],
)
def test_that_a_door_begins_a_mapping_of_its_kind(
    show_window: ShowWindow, workshop: Workshop, qtbot: QtBot, digit: Qt.Key, mode: Mode, place: str
) -> None:
    window = show_window(workshop())
    QTest.keyClick(window, digit)
    qtbot.waitUntil(lambda: window.here == place)
    assert stored(window).mode is mode
    assert stored(window).document_language == "en"


def test_that_the_third_door_asks_the_quick_scan_at_once(
    show_window: ShowWindow, workshop: Workshop, qtbot: QtBot
) -> None:
    window = show_window(workshop())
    QTest.keyClick(window, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: window.here == stops.SURVEY)
    assert stored(window).mode is Mode.QUICK
    survey = desk(window).cases.survey(stored(window).key)
    assert survey is not None
    assert survey.key == "quick"


def test_that_the_sample_company_opens_at_its_results(
    show_window: ShowWindow, workshop: Workshop, qtbot: QtBot
) -> None:
    window = show_window(workshop())
    assert isinstance(window.place, HomePlace)
    QTest.mouseClick(window.place.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.here == stops.RESULTS)
    assert stored(window).example


def test_that_the_foot_tells_the_keys_of_the_place_where_there_is_room(
    show_window: ShowWindow, workshop: Workshop, qtbot: QtBot
) -> None:
    window = show_window(workshop())
    window.open("mapping", stops.MATRIX)
    keys = next(label for label in window.foot.findChildren(QLabel) if "evidence" in label.text())
    assert keys.isVisible()
    assert "Ctrl+Home  start" in keys.text()
    window.resize(640, 700)
    qtbot.waitUntil(lambda: "Ctrl+Home" not in keys.text())
    assert keys.text().endswith("F1  keys")


def test_that_a_quick_scan_goes_on_where_its_questions_are(
    show_window: ShowWindow, workshop: Workshop, qtbot: QtBot
) -> None:
    window = show_window(workshop())
    QTest.keyClick(window, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: window.here == stops.SURVEY)
    window.go(HOME)
    assert isinstance(window.place, HomePlace)
    register = window.place.register
    steps = [str(register.model().index(row, 3).data()) for row in range(register.model().rowCount())]
    register.selectRow(steps.index("Go on with the quick scan"))
    QTest.keyClick(register, Qt.Key.Key_Return)
    assert window.here == stops.SURVEY
