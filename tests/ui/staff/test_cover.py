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
from app.services import staff_pin
from app.services.staff_pin import HandOver, Pin
from app.ui import stops
from app.ui.matrix.place import MatrixPlace
from app.ui.shell import Window
from app.ui.staff.cover import pass_laptop
from app.ui.staff.pin import PinPage
from app.ui.staff.view import StaffView
from app.wording.staff import VOICES
from tests.ui.kinds import ShowWindow
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
