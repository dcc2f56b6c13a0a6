"""The language and the look change in the middle of a word: nothing typed is lost, and nothing stays behind."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from string import ascii_lowercase

import pytest
from PySide6.QtCore import QObject, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.languages import LANGUAGES
from app.mapping.model import Agreed, Mapping, Measure, OptionType
from app.ui import stops
from app.ui import theme as themes
from app.ui.plan.measures import WHAT
from app.ui.shell import Window
from app.ui.theme import Theme
from app.ui.tokens import DARK, LIGHT
from tests.ui.kinds import ShowWindow, Workshop

Typed = tuple[str, Callable[[Window], QWidget], Callable[[Mapping], str]]
"""The place, the field in it, and what is stored of it."""
LETTERS = ascii_lowercase
"""What is typed: after each of them, the language or the look changes."""


@pytest.fixture
def planned(workshop: Workshop) -> Mapping:
    """A mapping with one measure, and room to write in company, role and measure."""
    measure = Measure("measure", "machinist-cam", OptionType.PAIR_WORK, what="-")
    return replace(workshop(), goal="-", agreed=(Agreed("machinist-cam", 0),), measures=(measure,))


def goal(window: Window) -> QWidget:
    return named(window, window.t("What must be better in a year?"))


def role(window: Window) -> QWidget:
    return named(window, window.t("Name of the role"))


def measure(window: Window) -> QWidget:
    """The field that opens on a cell of the measures."""
    table = named(window, window.t("Measures"))
    assert isinstance(table, QTableView)
    table.setCurrentIndex(table.model().index(0, WHAT))
    QTest.keyClick(table, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert field is not table
    assert field
    return field


def named(window: Window, name: str) -> QWidget:
    return next(w for w in window.findChildren(QWidget) if w.accessibleName() == name and w.isVisible())


FIELDS: dict[str, Typed] = {
    "goal": (stops.COMPANY, goal, lambda m: m.goal),
    "role": (stops.NEEDS, role, lambda m: m.roles[0].name),
    "measure": (stops.PLAN, measure, lambda m: m.measures[0].what),
}


def switch(window: Window, app: QApplication, turn: int, qtbot: QtBot) -> None:
    """Another language, or the other palette; then wait until what stood there is gone."""
    if turn % 2:
        theme = Theme(DARK if turn % 4 == 1 else LIGHT)
        assert window.dress(theme)
        themes.apply(app, theme)
    else:
        window.speak(LANGUAGES[turn // 2 % 3])
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(1)


def alive(window: Window) -> tuple[int, int, int]:
    """Widgets of the program, objects of the window, and objects that Python holds and that are still there."""
    gc.collect()
    held = sum(isinstance(thing, QObject) and isValid(thing) for thing in gc.get_objects())
    return len(QApplication.allWidgets()), len(window.findChildren(QObject)), held


@pytest.mark.parametrize("what", FIELDS)
def test_that_a_switch_in_the_middle_of_a_word_loses_nothing_and_leaves_nothing(
    show_window: ShowWindow, planned: Mapping, qtbot: QtBot, qapp: QApplication, what: str
) -> None:
    place, field, stored = FIELDS[what]
    window = show_window(planned)
    assert window.desk
    window.open("mapping", place)
    before = stored(planned)
    counts = []
    for turn, letter in enumerate(LETTERS):
        into = field(window)
        into.setFocus()
        QTest.keyClick(into, Qt.Key.Key_End)
        QTest.keyClicks(into, letter)
        switch(window, qapp, turn, qtbot)
        if turn % 12 == 11:  # the same language and look each time
            counts.append(alive(window))
    assert stored(window.desk.cases.load("mapping")) == before + LETTERS
    assert len(set(counts)) == 1, counts


def write_own(window: Window, words: str) -> None:
    field = named(window, window.t("In own words"))
    field.setFocus()
    QTest.keyClicks(field, words)


@pytest.mark.parametrize(
    "leave",
    [
        lambda window: window.speak("fi"),
        lambda window: window.dress(Theme(DARK)),
        lambda window: window.go(stops.MATRIX),
        lambda window: window.close(),
    ],
    ids=["language", "theme", "place", "closing"],
)
def test_that_own_words_that_were_not_added_become_a_need(
    show_window: ShowWindow, workshop: Workshop, leave: Callable[[Window], object]
) -> None:
    window = show_window(workshop())
    desk = window.desk
    assert desk
    window.open("mapping", stops.NEEDS)
    write_own(window, "Sales talk")
    leave(window)
    needs = desk.cases.load("mapping").needs
    assert [str(need.name) for need in needs if not need.competence_code] == ["Sales talk"]
