"""After an end that was none the window opens where one was; after a proper end, and for anybody else, it does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.paths import DataFolder
from app.services import settings, staff_pin
from app.services.desk import Desk
from app.services.settings import Settings
from app.services.staff_pin import HandOver
from app.ui.liking import Liking
from app.ui.place import HOME
from app.ui.shell import Window
from app.ui.theme import Theme
from app.ui.trouble.resuming import Resuming
from app.wording.staff import VOICES
from tests.ui.kinds import OpenDesk, Workshop

Start = Callable[[], Window]


@pytest.fixture
def desk(open_desk: OpenDesk, workshop: Workshop) -> Desk:
    return open_desk(workshop())


@pytest.fixture
def start(theme: Theme, qtbot: QtBot, qapp: QApplication, desk: Desk) -> Start:
    """Starts the program over the same folder; what was started before is just left, as when the power goes."""

    def made() -> Window:
        liked = settings.load(desk.folder)
        window = Window(theme, "en", lambda: desk)
        Liking(window, qapp, desk.folder, liked)
        Resuming(window, liked)
        qtbot.addWidget(window, before_close_func=lambda w: setattr(w, "desk", None))
        window.show()
        qtbot.waitUntil(lambda: window.desk is not None)
        return window

    return made


def remembered(folder: DataFolder) -> tuple[str, str]:
    liked = settings.load(folder)
    return liked.in_hand, liked.at


def test_that_where_one_is_is_remembered_without_any_name(start: Start, desk: Desk) -> None:
    window = start()
    assert remembered(desk.folder) == ("", "")
    window.open("mapping", "visit#B5")
    assert remembered(desk.folder) == ("mapping", "visit#B5")
    window.go("matrix")
    assert remembered(desk.folder) == ("mapping", "matrix")
    assert "Example" not in desk.folder.settings.read_text("utf-8")
    window.go(HOME)
    assert remembered(desk.folder) == ("", "")


def test_that_after_a_crash_one_is_where_one_was_and_told_what_is_there(start: Start, desk: Desk) -> None:
    start().open("mapping", "visit#B5")
    second = start()
    assert (second.mapping_key, second.here, second.part) == ("mapping", "visit", "B5")
    answers = len(desk.cases.load("mapping").assessments)
    said = second.foot.message.text()
    assert said.startswith("Opened where you were: Example Workshop Ltd, saved ")
    assert said.endswith(f", {answers} answers.")


def test_that_behind_the_pin_of_the_staff_nothing_of_the_company_is_opened_or_said(start: Start, desk: Desk) -> None:
    start().open("mapping", "visit#B5")
    staff_pin.hand_over(desk.folder, HandOver("mapping", ("aino",), VOICES["en"], staff_pin.new_pin("4711")))
    second = start()
    assert (second.mapping_key, second.here, second.foot.message.text()) == ("", HOME, "")


def test_that_a_window_closed_right_after_its_first_paint_leaves_the_data_closed(start: Start) -> None:
    window = start()
    window.close()
    window.ready()
    assert window.desk is None


def test_that_after_a_proper_end_one_begins_at_the_start(
    theme: Theme, qtbot: QtBot, qapp: QApplication, start: Start, desk: Desk
) -> None:
    window = start()
    window.open("mapping", "matrix")
    window.desk = None  # the stores are the next start's, too
    window.close()
    assert remembered(desk.folder) == ("", "")
    assert start().here == HOME


def test_that_a_mapping_that_is_gone_is_let_be(start: Start, desk: Desk) -> None:
    settings.save(desk.folder, Settings(in_hand="gone", at="matrix"))
    window = start()
    assert window.here == HOME
    assert window.foot.message.text() == ""


@pytest.mark.parametrize("at", ["", "no such place", "visit#no such part"])
def test_that_a_place_that_is_unknown_keeps_nobody_out(start: Start, desk: Desk, at: str) -> None:
    settings.save(desk.folder, Settings(in_hand="mapping", at=at))
    window = start()
    assert window.mapping_key == "mapping"
    assert window.here in ("company", "visit")


def test_that_a_window_that_only_looks_on_neither_remembers_nor_takes_up(
    theme: Theme, qtbot: QtBot, qapp: QApplication, desk: Desk
) -> None:
    liked = Settings(in_hand="mapping", at="matrix")
    settings.save(desk.folder, liked)
    window = Window(theme, "en", lambda: replace(desk, read_only=True))
    Liking(window, qapp, desk.folder, liked)
    Resuming(window, liked)
    qtbot.addWidget(window, before_close_func=lambda w: setattr(w, "desk", None))
    window.show()
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.here == HOME
    window.open("mapping", "company")
    assert remembered(desk.folder) == ("mapping", "matrix")


def test_that_it_happens_once_and_not_whenever_the_data_are_opened(start: Start) -> None:
    start().open("mapping", "matrix")
    second = start()
    second.go(HOME)
    second.opened.emit()
    assert second.here == HOME
