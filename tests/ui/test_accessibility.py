"""Every screen for those who do not see it: whatever one can go to says its own name, in every language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.languages import LANGUAGES, Language
from app.mapping.model import Agreed, Mapping, Measure, OptionType, PeopleMode
from app.ui import stops
from app.ui.place import HOME, LIBRARY
from app.ui.shell import Window
from tests.ui.kinds import ShowWindow, Workshop
from tests.ui.windows import windows_shown

PLACES = (HOME, LIBRARY, *stops.NAMES, *stops.OF_VISIT)


@pytest.fixture
def filled(workshop: Workshop) -> Mapping:
    """A mapping in which every place has something to show."""
    agreed = (Agreed("machinist-cam", 0), Agreed("machinist-robot", 1, reason="A robot comes in May"))
    measure = Measure("measure", "machinist-cam", OptionType.PAIR_WORK, what="Pair work", first_step=True)
    return replace(workshop(), goal="We make all programmes ourselves.", agreed=agreed, measures=(measure,))


def go(window: Window, place: str, qtbot: QtBot) -> None:
    """Go to a place and wait until what is made off the window's thread is there."""
    window.open("mapping", place)
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(1)


def reachable(window: Window) -> list[QWidget]:
    """Widgets that take the focus, but the insides of a Qt widget that takes it for them."""
    widgets = [w for w in window.findChildren(QWidget) if w.focusPolicy().value and w.focusProxy() is None]
    return [w for w in widgets if not w.objectName().startswith("qt_")]


def heard(widget: QWidget) -> str:
    """The name that a screen reader says."""
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_that_everything_one_can_go_to_has_a_name_of_its_own(
    show_window: ShowWindow, filled: Mapping, qtbot: QtBot, place: str, language: Language
) -> None:
    window = show_window(filled, language)
    go(window, place, qtbot)
    found = reachable(window)
    assert len(found) > 3
    assert [w for w in found if not w.accessibleName().strip()] == []
    assert [w for w in found if not heard(w).strip()] == []


@pytest.mark.parametrize("mode", list(PeopleMode))
@pytest.mark.parametrize("place", stops.NAMES)
def test_that_names_are_there_however_people_appear(
    show_window: ShowWindow, workshop: Workshop, qtbot: QtBot, place: str, mode: PeopleMode
) -> None:
    pseudonyms = workshop()
    window = show_window(replace(pseudonyms, people_mode=mode) if mode is PeopleMode.NAMES else workshop(mode))
    go(window, place, qtbot)
    assert [w for w in reachable(window) if not w.accessibleName().strip()] == []


def test_that_no_place_flashes_a_window_of_its_own(show_window: ShowWindow, filled: Mapping, qtbot: QtBot) -> None:
    window = show_window(filled)
    with windows_shown() as shown:
        for place in PLACES:
            go(window, place, qtbot)
    assert shown == []
