"""The page of keys: every key by place, from one list, a key or a click away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.languages import LANGUAGES
from app.ui import stops
from app.ui.home.place import HomePlace
from app.ui.key_page import Cap, KeyPage
from app.ui.keys import everywhere, groups, keys_at
from app.ui.matrix.place import MatrixPlace
from app.ui.matrix.switch import View
from app.ui.place import HOME, LIBRARY
from app.ui.shell import Window
from app.ui.theme import Theme
from tests.ui.kinds import ShowWindow, Workshop

EVERYWHERE = (HOME, LIBRARY, *stops.NAMES)


def shown(window: Window) -> KeyPage | None:
    """The page over the window, if there is one."""
    return next((page for page in window.findChildren(KeyPage) if page.isVisible()), None)


@pytest.mark.parametrize("place", EVERYWHERE)
def test_that_f1_shows_the_keys_and_esc_leads_back_to_where_one_was(
    show_window: ShowWindow, workshop: Workshop, qtbot: QtBot, place: str
) -> None:
    window = show_window(workshop())
    window.open("mapping", place)
    before = QApplication.focusWidget()
    QTest.keyClick(window, Qt.Key.Key_F1)
    page = shown(window)
    assert page
    qtbot.waitUntil(page.reading.hasFocus)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(window) is None)
    window.activateWindow()  # as the system does when a dialog is gone
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)


def test_that_a_question_mark_shows_the_keys(show_window: ShowWindow, workshop: Workshop) -> None:
    window = show_window(workshop())
    QTest.keyClicks(window, "?")
    assert shown(window)


def test_that_a_question_mark_that_is_typed_is_a_question_mark(show_window: ShowWindow, workshop: Workshop) -> None:
    window = show_window(workshop())
    assert isinstance(window.place, HomePlace)
    window.place.search.setFocus()
    QTest.keyClicks(window.place.search, "?")
    assert window.place.search.text() == "?"
    assert shown(window) is None


def test_that_a_question_mark_in_the_table_of_levels_is_an_answer(show_window: ShowWindow, workshop: Workshop) -> None:
    window = show_window(workshop())
    window.open("mapping", stops.MATRIX)
    before, table = window.foot.message.text(), QApplication.focusWidget()
    assert table
    QTest.keyClicks(table, "?")
    assert shown(window) is None
    assert window.foot.message.text() != before


def test_that_the_keys_are_reached_with_the_mouse(show_window: ShowWindow, workshop: Workshop) -> None:
    window = show_window(workshop())
    QTest.mouseClick(window.masthead.settings, Qt.MouseButton.LeftButton)
    [menu] = [m for m in window.masthead.findChildren(QMenu) if m.isVisible()]
    [action] = [a for a in menu.actions() if a.text() == "Keys"]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    page = shown(window)
    assert page
    QTest.mouseClick(page.leave, Qt.MouseButton.LeftButton)
    assert shown(window) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_page_shows_every_key_and_every_key_is_heard(
    show_window: ShowWindow, workshop: Workshop, language: str
) -> None:
    window = show_window(workshop(), language)
    window.show_keys()
    page = shown(window)
    assert page
    t = window.t
    keys = [*everywhere(t), *(key for group in groups(t) for key in group.keys)]
    assert sorted(cap.text() for cap in page.findChildren(Cap)) == sorted(key for key, _deed in keys)
    words = [label.text() for label in page.findChildren(QLabel)]
    assert all(deed in words for _key, deed in keys)
    assert all(f"{key} {deed}" in page.reading.accessibleDescription() for key, deed in keys)
    assert all(w.accessibleName() for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)


@pytest.mark.parametrize("place", EVERYWHERE)
def test_that_the_foot_tells_nothing_that_the_page_does_not(place: str) -> None:
    t = Translator("en")
    listed = {*everywhere(t), *(key for group in groups(t) for key in group.keys)}
    help_itself = (t("F1"), t("keys"))
    assert set(keys_at(t, place)) - listed == {help_itself}


@pytest.mark.parametrize("view", [View.COMPETENCE, View.COVERAGE])
def test_that_the_foot_names_no_key_of_entering_where_levels_are_only_looked_at(
    show_window: ShowWindow, workshop: Workshop, view: View
) -> None:
    window = show_window(workshop())
    window.open("mapping", stops.MATRIX)
    entering = keys_at(window.t, stops.MATRIX)
    assert isinstance(window.place, MatrixPlace)
    window.place.show_view(view)
    left = keys_at(window.t, window.here, window.part)
    assert set(left) == {*entering[-3:]}
    window.speak("fi")
    assert window.part == view.value, "another language shows no people where they were not shown"
    window.go(stops.MATRIX)
    assert keys_at(window.t, window.here, window.part)[0][0] == "0–4 ? -"


def test_that_each_step_has_its_key(show_window: ShowWindow, workshop: Workshop) -> None:
    keys = dict(everywhere(Translator("en")))
    assert f"Ctrl+1–{len(stops.NAMES)}" in keys


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_that_no_word_on_the_page_is_cut(
    show_window: ShowWindow, workshop: Workshop, theme: Theme, zoom: float, qtbot: QtBot
) -> None:
    window = show_window(workshop(), "sv")
    window.dress(Theme(theme.palette, zoom))
    window.show_keys()
    page = shown(window)
    assert page
    qtbot.wait(1)
    inside = page.reading.widget()
    assert inside
    assert inside.width() <= page.reading.viewport().width()
    for label in inside.findChildren(QLabel):
        assert label.mapTo(inside, QPoint(label.width(), 0)).x() <= inside.width(), label.text()
        assert label.height() >= min(label.heightForWidth(label.width()), label.sizeHint().height()), label.text()
