"""How a person likes the window: kept between runs, changed without losing what is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.languages import LANGUAGES
from app.paths import DataFolder
from app.services import settings
from app.services.desk import Desk
from app.services.settings import Settings
from app.ui import stops
from app.ui.company.place import CompanyPlace
from app.ui.contrast import palette_of
from app.ui.liking import Liking, theme_for
from app.ui.shell import Window
from app.ui.theme import Theme
from app.ui.tokens import DARK, LIGHT
from tests.ui.kinds import OpenDesk, Workshop


@pytest.fixture
def window(theme: Theme, qtbot: QtBot, qapp: QApplication, open_desk: OpenDesk, workshop: Workshop) -> Window:
    """A window on the company card, with nothing liked yet."""
    desk = open_desk(workshop())
    made = Window(theme, "en", lambda: desk)
    Liking(made, qapp, desk.folder, Settings())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.desk is not None)
    made.open("mapping", stops.COMPANY)
    return made


def opened(window: Window) -> Desk:
    assert window.desk
    return window.desk


def settings_menu(window: Window) -> QMenu:
    """The menu of settings, let down with a click."""
    QTest.mouseClick(window.masthead.settings, Qt.MouseButton.LeftButton)
    [menu] = [m for m in window.masthead.findChildren(QMenu) if m.isVisible()]
    return menu


def choose(window: Window, words: str) -> None:
    """Choose from the menu of settings with a click."""
    menu = settings_menu(window)
    [action] = [a for a in menu.actions() if a.text() == words]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_that_light_and_dark_follow_the_person_and_else_the_system() -> None:
    assert theme_for(Settings(), dark_system=True).palette is DARK
    assert theme_for(Settings(), dark_system=False).palette is LIGHT
    assert theme_for(Settings(theme="light"), dark_system=True).palette is LIGHT
    assert theme_for(Settings(theme="dark", text_size=150), dark_system=False) == Theme(DARK, 1.5)


def test_that_dark_is_chosen_from_the_menu_and_kept(window: Window) -> None:
    choose(window, "Dark")
    assert window.theme.palette is DARK
    assert settings.load(opened(window).folder).theme == "dark"


def test_that_the_text_grows_and_the_place_stays(window: Window) -> None:
    choose(window, "Text size 200%")
    assert window.theme.zoom == 2
    assert window.here == stops.COMPANY
    assert settings.load(opened(window).folder).text_size == 200


def test_that_the_menu_marks_what_is_in_force(window: Window, qtbot: QtBot) -> None:
    choose(window, "Dark")
    choose(window, "Text size 150%")
    menu = settings_menu(window)
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["Dark", "Text size 150%"]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.masthead.findChildren(QMenu))


def test_that_high_contrast_of_the_system_goes_before_what_is_liked() -> None:
    system = QPalette(QColor("black"))
    theme = theme_for(Settings(theme="light", text_size=150), dark_system=False, contrast=system)
    assert theme == Theme(palette_of(system), 1.5, of_system=True)


def test_that_choosing_a_look_over_high_contrast_says_why_nothing_changes(window: Window) -> None:
    window.dress(theme_for(Settings(), dark_system=False, contrast=QPalette(QColor("black"))))
    assert window.theme.of_system
    choose(window, "Dark")
    assert window.theme.palette is DARK, "this system asks for none"
    assert window.foot.message.text() == ""


def test_that_the_language_is_kept(window: Window) -> None:
    window.speak("sv")
    assert settings.load(opened(window).folder).language == "sv"


def test_that_looks_and_languages_in_the_middle_of_typing_lose_nothing(window: Window) -> None:
    for turn in range(6):
        place = window.place
        assert isinstance(place, CompanyPlace)
        place.card.name.clear()
        QTest.keyClicks(place.card.name, f"Company {turn}")
        if turn % 2:
            window.speak(LANGUAGES[turn % 3])
        else:
            window.wishes.look.emit("light" if turn % 4 else "dark")
        assert opened(window).cases.load("mapping").company.name == f"Company {turn}"


def test_that_the_window_stands_where_it_stood(window: Window, qapp: QApplication, qtbot: QtBot) -> None:
    window.resize(760, 560)
    folder = opened(window).folder
    window.close()
    again = Window(Theme(), "en", _closed)
    qtbot.addWidget(again)
    Liking(again, qapp, folder, settings.load(folder))
    assert (again.width(), again.height()) == (760, 560)


def test_that_what_cannot_be_kept_is_said(window: Window, tmp_path: Path, qapp: QApplication) -> None:
    blocked = DataFolder(tmp_path / "file" / "inside")
    (tmp_path / "file").write_text("", encoding="utf-8")
    liking = Liking(window, qapp, blocked, Settings())
    liking._keep(Settings()._replace(theme="dark"))
    assert "settings.json" in window.foot.message.text()


def _closed() -> Desk:
    raise AssertionError("this window is never painted")
