"""A quick signal by keys and clicks: from anywhere, in one go, and gone again when it was a mistake."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.languages import LANGUAGES, Language
from app.mapping.signal import Signal, When
from app.ui import theme as themes
from app.ui.company.place import CompanyPlace
from app.ui.home.place import HomePlace
from app.ui.shell import Window
from app.ui.signals.dialog import SignalDialog
from app.ui.signals.listing import SignalsDialog
from app.ui.signals.noting import Noting
from app.ui.theme import Theme
from tests.ui.kinds import ShowWindow, Workshop
from tests.ui.test_labels_fit import cut

CTRL = Qt.KeyboardModifier.ControlModifier
Shown = TypeVar("Shown", bound=QWidget)


@pytest.fixture
def window(show_window: ShowWindow, workshop: Workshop) -> Window:
    return shown_window(show_window, workshop, "en")


def shown_window(show_window: ShowWindow, workshop: Workshop, language: Language) -> Window:
    made = show_window(workshop(), language)
    Noting(made)
    return made


def dialog(window: Window, kind: type[Shown]) -> Shown:
    return next(found for found in window.findChildren(kind) if found.isVisible())


def noted(window: Window) -> tuple[Signal, ...]:
    assert window.desk
    return window.desk.cases.signals()


def note(window: Window, words: str) -> SignalDialog:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    shown = dialog(window, SignalDialog)
    QTest.keyClicks(shown.what, words)
    return shown


def listed(window: Window) -> SignalsDialog:
    window.wishes.notes.emit()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    return dialog(window, SignalsDialog)


def test_that_one_enter_keeps_it(window: Window) -> None:
    QTest.keyClick(note(window, "two welders").what, Qt.Key.Key_Return)
    [signal] = noted(window)
    assert (signal.what, signal.sector, signal.when, signal.service_language) == ("two welders", "", When.NOW, "en")
    assert window.foot.message.text().startswith("Noted.")
    assert not [d for d in window.findChildren(SignalDialog) if d.isVisible()]


def test_that_ctrl_k_works_while_something_is_typed(window: Window) -> None:
    window.open("mapping", "company")
    assert isinstance(window.place, CompanyPlace)
    field = window.place.name
    field.setFocus()
    field.setCursorPosition(0)
    QTest.keyClick(field, Qt.Key.Key_K, CTRL)
    assert dialog(window, SignalDialog).isVisible()
    assert field.text() == "Example Workshop Ltd"


def test_that_the_sector_is_found_by_words_and_the_horizon_chosen_by_keys(window: Window, qtbot: QtBot) -> None:
    shown = note(window, "drivers")
    QThreadPool.globalInstance().waitForDone()
    qtbot.waitUntil(lambda: bool(shown.sector._find("road")))
    shown.sector.setFocus()
    QTest.keyClicks(shown.sector, "restaurant")
    QTest.keyClick(shown.sector, Qt.Key.Key_Return)
    assert noted(window) == ()  # the first Enter takes what is found
    shown.horizons[When.NOW].setFocus()
    QTest.keyClick(shown.horizons[When.NOW], Qt.Key.Key_Down)
    QTest.keyClick(shown.horizons[When.LATER], Qt.Key.Key_Return)
    [signal] = noted(window)
    assert (signal.sector, signal.when) == ("56", When.LATER)


def test_that_esc_gives_it_up(window: Window) -> None:
    QTest.keyClick(note(window, "two welders"), Qt.Key.Key_Escape)
    assert noted(window) == ()


@pytest.mark.parametrize(("words", "reason"), [("131052-308T", "personal identity code"), ("", "few words")])
def test_that_what_is_refused_is_said_under_the_field_and_stays(window: Window, words: str, reason: str) -> None:
    shown = note(window, words)
    QTest.keyClick(shown.what, Qt.Key.Key_Return)
    assert shown.isVisible()
    assert reason in shown.what.accessibleDescription()
    assert shown.what.text() == words
    assert noted(window) == ()


def test_that_the_start_screen_and_the_menu_lead_there(window: Window) -> None:
    assert isinstance(window.place, HomePlace)
    QTest.mouseClick(window.place.note, Qt.MouseButton.LeftButton)
    dialog(window, SignalDialog).reject()
    QTest.mouseClick(window.place.notes, Qt.MouseButton.LeftButton)
    dialog(window, SignalsDialog).reject()
    QTest.mouseClick(window.masthead.settings, Qt.MouseButton.LeftButton)
    [menu] = [m for m in window.masthead.findChildren(QMenu) if m.isVisible()]
    words = [action.text() for action in menu.actions()]
    assert {"Note a quick signal", "Quick signals"} <= set(words)


def test_that_the_list_shows_all_and_delete_removes_the_one_in_hand(window: Window) -> None:
    for words in ("first", "second"):
        QTest.keyClick(note(window, words).what, Qt.Key.Key_Return)
    shown = listed(window)
    assert shown.register.model().rowCount() == 2
    gone = shown.register.model().index(0, 1).data()
    QTest.keyClick(shown.register, Qt.Key.Key_Delete)
    assert [signal.what for signal in noted(window)] == [({"first", "second"} - {gone}).pop()]
    QTest.mouseClick(shown.remove, Qt.MouseButton.LeftButton)
    assert noted(window) == ()
    assert "None is noted yet." in shown.words.text()
    assert not shown.register.isVisible()


def test_that_the_list_is_saved_as_a_file_and_says_so(window: Window, tmp_path: Path) -> None:
    QTest.keyClick(note(window, "two welders").what, Qt.Key.Key_Return)
    shown = listed(window)
    shown.save(tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))[0]["what"] == "two welders"
    assert shown.words.text() == "1 signal is in out.json."
    shown.save(tmp_path / "out.json" / "not a folder.csv")
    assert "could not be saved" in shown.words.text()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_word_of_either_dialog_is_cut(
    show_window: ShowWindow, workshop: Workshop, qapp: QApplication, qtbot: QtBot, language: Language, zoom: float
) -> None:
    window = shown_window(show_window, workshop, language)
    themes.apply(qapp, Theme(zoom=zoom))
    window.dress(Theme(zoom=zoom))
    shown = note(window, "x")
    qtbot.wait(20)
    found = [*cut(shown)]
    assert all(widget.accessibleName() for widget in shown.findChildren(QLineEdit))
    QTest.keyClick(shown.what, Qt.Key.Key_Return)
    rows = listed(window)
    qtbot.wait(20)
    assert [*found, *cut(rows)] == []
