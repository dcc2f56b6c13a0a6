"""How a person likes the window: kept between runs, changed without losing what is typed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
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


def choose(window: Window, words: str) -> None:
    """Choose from the menu of settings, as a click does."""
    actions = [a for menu in window.masthead.findChildren(QMenu) for a in menu.actions() if a.text() == words]
    assert len(actions) == 1, words
    actions[0].trigger()


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


def test_that_the_language_is_kept(window: Window) -> None:
    window.speak("sv")
    assert settings.load(opened(window).folder).language == "sv"


def test_that_looks_and_languages_in_the_middle_of_typing_lose_nothing(window: Window) -> None:
    for turn in range(6):
        place = window.place
        assert isinstance(place, CompanyPlace)
        place.name.clear()
        QTest.keyClicks(place.name, f"Company {turn}")
        if turn % 2:
            window.speak(LANGUAGES[turn % 3])
        else:
            window.look_wanted.emit("dark" if turn % 4 else "light")
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
    liking._keep(replace(Settings(), theme="dark"))
    assert "settings.json" in window.foot.message.text()


def _closed() -> Desk:
    raise AssertionError("this window is never painted")
