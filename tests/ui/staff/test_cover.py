"""While the laptop is passed round, nothing of the window is seen, reached by a key, or closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.mapping.model import Mapping
from app.services import staff, staff_pin
from app.services.staff_pin import HandOver, Pin
from app.ui import stops
from app.ui.matrix.place import MatrixPlace
from app.ui.shell import Window
from app.ui.staff.cover import pass_laptop
from app.ui.staff.opening import assess, cover_if_handed_over
from app.ui.staff.panel import StaffDialog
from app.ui.staff.pin import PinPage
from app.ui.staff.view import StaffView
from app.ui.theme import Theme
from app.ui.tokens import DARK
from app.ui.widgets import Button
from app.wording.staff import VOICES
from tests.services.staff_company import fill
from tests.ui.kinds import OpenDesk, ShowWindow
from tests.ui.staff.conftest import DIGITS


class Passed:
    """A window that has been covered."""

    def __init__(self, window: Window, pin: Pin) -> None:
        assert window.desk
        self.window, self.then = window, list[str]()
        self.inside = [w for w in window.findChildren(QWidget) if w.isVisible()]
        given = HandOver("mapping", ("machinist-0",), VOICES["en"], pin)
        staff_pin.hand_over(window.desk.folder, given)
        self.view: StaffView = pass_laptop(window, window.theme, Translator("en"), window.desk, given, self._build)

    def _build(self) -> None:
        self.then.append("then")
        self.window.dress(self.window.theme)


@pytest.fixture
def passed(show_window: ShowWindow, asked: Mapping, pin: Pin) -> Passed:
    window = show_window(asked)
    window.open("mapping", stops.MATRIX)
    return Passed(window, pin)


def test_that_nothing_of_the_window_is_seen(passed: Passed) -> None:
    assert [w for w in passed.inside if w.isVisible()] == []
    assert passed.view.isVisible()
    assert passed.view.page
    assert passed.view.page.focus.hasFocus()


@pytest.mark.parametrize("number", range(1, 7))
def test_that_no_shortcut_of_the_window_works(passed: Passed, number: int) -> None:
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClick(focused, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(focused, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert passed.window.here == stops.MATRIX
    assert passed.view.isVisible()


def test_that_closing_asks_for_the_pin(passed: Passed) -> None:
    assert not passed.window.close()
    assert passed.window.isVisible()
    assert isinstance(passed.view.page, PinPage)
    assert not passed.window.close()
    assert passed.window.desk


def test_that_files_cannot_be_dropped(passed: Passed, tmp_path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "file.json"))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, dropped, button, keys)
    QApplication.sendEvent(passed.window, event)
    assert not event.isAccepted()


def test_that_the_pin_gives_the_window_back_at_the_same_place(passed: Passed, qtbot: QtBot) -> None:
    passed.view.ask_pin()
    page = passed.view.page
    assert isinstance(page, PinPage)
    QTest.keyClicks(page.field, DIGITS)
    page.attempt()
    assert passed.view.page
    passed.view.page.focus.setFocus()
    QTest.keyClick(passed.view.page.focus, Qt.Key.Key_Return)
    assert passed.then == ["then"]
    qtbot.waitUntil(lambda: not passed.window.findChildren(StaffView))
    assert isinstance(passed.window.place, MatrixPlace)
    assert passed.window.place.isVisible()
    passed.window.setFocus()
    QTest.keyClick(passed.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert passed.window.here == stops.NAMES[0]
    assert passed.window.close()


def test_that_what_is_built_meanwhile_is_not_seen_either(passed: Passed) -> None:
    """The system may turn dark while somebody has the laptop."""
    passed.window.dress(Theme(DARK))
    assert [w for w in passed.window.findChildren(QWidget) if w.isVisible() and not belongs(w, passed.view)] == []


def belongs(widget: QWidget, view: QWidget) -> bool:
    return widget is view or view.isAncestorOf(widget)


def test_that_a_program_that_was_ended_meanwhile_opens_at_the_pin(
    theme: Theme, qtbot: QtBot, open_desk: OpenDesk, asked: Mapping, pin: Pin
) -> None:
    desk = open_desk(asked)
    staff_pin.hand_over(desk.folder, HandOver("mapping", ("machinist-0",), VOICES["en"], pin))
    window = Window(theme, "en", lambda: desk)
    qtbot.addWidget(window)
    window.opened.connect(lambda: cover_if_handed_over(window))
    window.show()
    qtbot.waitUntil(lambda: window.desk is not None)
    [view] = window.findChildren(StaffView)
    assert isinstance(view.page, PinPage)
    assert [w for w in window.findChildren(QWidget) if w.isVisible() and not belongs(w, view)] == []


def test_that_without_a_hand_over_nothing_is_covered(show_window: ShowWindow, asked: Mapping) -> None:
    window = show_window(asked)
    cover_if_handed_over(window)
    assert window.findChildren(StaffView) == []


def test_that_the_matrix_leads_to_it_and_back(show_window: ShowWindow, asked: Mapping) -> None:
    window = show_window(asked)
    window.open("mapping", stops.MATRIX)
    assert window.place
    ask = next(b for b in window.findChildren(Button) if b.text() == "Staff assess themselves")
    ask.click()
    [dialog] = window.findChildren(StaffDialog)
    dialog.panel.hand_over(DIGITS)
    [view] = window.findChildren(StaffView)
    assert view.isVisible()
    assert window.desk
    assert staff_pin.handed_over(window.desk.folder)


def test_that_answers_taken_from_forms_are_seen_at_once_and_can_be_taken_back(
    show_window: ShowWindow, asked: Mapping, qtbot: QtBot, tmp_path: Path
) -> None:
    window = show_window(asked)
    window.open("mapping", stops.MATRIX)
    desk, place = window.desk, window.place
    assert desk
    assert isinstance(place, MatrixPlace)
    assert place.sheet
    before = place.sheet.completeness.text()
    assess(window)
    [dialog] = window.findChildren(StaffDialog)
    [form] = staff.export_forms(desk, "mapping", tmp_path / "forms", VOICES["en"], "xlsx", ["machinist-2"])
    dialog.panel.read([fill(form, [None, None, None, "3"])])
    qtbot.waitUntil(dialog.panel.brought.isVisible)
    dialog.panel.take()
    assert place.sheet.completeness.text() != before
    assert window.foot.undo.isVisible()
