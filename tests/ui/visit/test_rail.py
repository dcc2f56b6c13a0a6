"""The rail in a visit: every step, how far it is, and the way to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.languages import LANGUAGES, Language
from app.mapping.model import Mode
from app.mapping.visit_steps import STEPS
from app.ui import stops
from app.ui import theme as themes
from app.ui.place import LIBRARY
from app.ui.rail_item import RailItem
from app.ui.survey.place import SurveyPlace
from app.ui.theme import Theme
from app.ui.visit.steps import TO, step_at
from tests.ui.kinds import ShowWindow, Workshop
from tests.ui.test_labels_fit import cut, go
from tests.ui.visiting import StartVisit


def test_that_every_step_of_a_visit_is_there_in_three_groups(visiting: StartVisit) -> None:
    shown = visiting()
    assert [item.stop.code for item in shown.stops()] == [step.code for step in STEPS]
    heads = [label.text() for label in shown.window._frame.rail.findChildren(QLabel) if label.isVisible()]
    assert heads == ["Before the visit", "At the company", "After the visit"]


@pytest.mark.parametrize("mode", [Mode.SELF, Mode.QUICK])
def test_that_who_is_alone_sees_places_and_no_steps(show_window: ShowWindow, workshop: Workshop, mode: Mode) -> None:
    window = show_window(replace(workshop(), mode=mode))
    window.open("mapping", stops.COMPANY)
    shown = [item.stop.place for item in window._frame.rail.findChildren(RailItem) if item.isVisible()]
    assert shown == list(stops.NAMES)


@pytest.mark.parametrize("code", [step.code for step in STEPS])
def test_that_every_step_can_be_opened_at_any_time_and_is_then_the_one_in_hand(visiting: StartVisit, code: str) -> None:
    shown = visiting("company", survey=True)
    shown.click(shown.stop(code))
    assert shown.window.here == TO[code].partition("#")[0]
    here = [item.stop.code for item in shown.window._frame.rail.findChildren(RailItem) if item.here and item.stop.code]
    assert here == [code]


def test_that_a_step_of_the_survey_opens_its_section(visiting: StartVisit) -> None:
    shown = visiting("company", survey=True)
    shown.click(shown.stop("V7"))
    assert isinstance(shown.window.place, SurveyPlace)
    assert shown.window.place.running
    assert shown.window.place.running.here == "I"


def test_that_the_rail_follows_from_section_to_section(visiting: StartVisit, qtbot: QtBot) -> None:
    shown = visiting("survey#C", survey=True)
    assert isinstance(shown.window.place, SurveyPlace)
    assert shown.window.place.running
    assert shown.stop("V3").here
    shown.window.place.running.go_section("G")
    qtbot.waitUntil(lambda: shown.stop("V8").here)  # a moment later
    assert not shown.stop("V3").here


def test_that_a_question_left_open_is_gone_to(visiting: StartVisit) -> None:
    shown = visiting("company", survey=True)
    shown.window.go("survey#C1")
    assert isinstance(shown.window.place, SurveyPlace)
    assert shown.window.place.running
    assert shown.window.place.running.here == "C"


@pytest.mark.parametrize("part", ["nowhere", "Z9/no/such", ""])
def test_that_a_part_that_is_not_there_still_leads_to_the_place(visiting: StartVisit, part: str) -> None:
    shown = visiting("company", survey=True)
    shown.window.go(f"survey#{part}")
    assert shown.window.here == "survey"
    shown.window.go(f"visit#{part}")
    assert shown.window.here == "visit"


def test_that_states_are_heard_and_what_is_left_open_is_counted(visiting: StartVisit) -> None:
    shown = visiting(survey=True)
    names = {item.stop.code: item.accessibleName() for item in shown.stops()}
    assert names["B3"] == "B3 Likely roles, done, 15 min"
    assert names["V1"].endswith("5 min, here")
    assert names["V3"].startswith("V3 What changes, left open, ")
    assert shown.stop("V3").stop.note.endswith("open")
    assert names["A8"] == "A8 What is kept, empty, 5 min"


def test_that_a_dense_place_folds_the_rail_to_marks_and_every_step_can_still_be_opened(visiting: StartVisit) -> None:
    shown = visiting("matrix")
    codes = [f"{part}{n}" for part, most in (("B", 5), ("V", 10), ("A", 8)) for n in range(1, most + 1)]
    assert [item.stop.code for item in shown.stops()] == codes
    assert shown.window._frame.rail.width() < 100
    shown.stop("V10").click()
    assert (shown.window.here, shown.place.part) == ("visit", "V10")


def test_that_tab_comes_to_the_rail_once_and_arrows_go_through_it(visiting: StartVisit) -> None:
    shown = visiting("company")
    items = shown.stops()
    tabbed = [item for item in items if item.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus]
    assert tabbed == [shown.stop("B2")]
    shown.stop("B2").setFocus()
    QTest.keyClick(shown.stop("B2"), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is shown.stop("B3")
    QTest.keyClick(shown.stop("B3"), Qt.Key.Key_End)
    assert QApplication.focusWidget() is shown.stop("A8")
    QTest.keyClick(shown.stop("A8"), Qt.Key.Key_Home)
    QTest.keyClick(shown.stop("B1"), Qt.Key.Key_Return)
    assert (shown.window.here, shown.place.part) == ("visit", "B1")


def test_that_a_shared_place_belongs_to_the_step_one_came_by_or_to_the_time_of_the_visit() -> None:
    assert step_at("plan", "A4", None, began=True) == "A4"
    assert step_at("plan", "", None, began=True) == "A2"
    assert step_at("needs", "", None, began=False) == "B3"
    assert step_at("needs", "", None, began=True) == "V4"
    assert step_at("needs", "A4", None, began=True) == "V4"
    assert step_at("home", "", None, began=True) == ""


def test_that_the_library_keeps_the_rail_in_a_visit(visiting: StartVisit) -> None:
    shown = visiting(LIBRARY)
    assert shown.window._frame.rail.isVisible()
    assert shown.stop("B4").here


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_all_steps_fit_a_laptop_without_scrolling(visiting: StartVisit, language: Language) -> None:
    shown = visiting("visit#A8", language=language)
    assert shown.window.size().toTuple() == (1366, 768)
    assert shown.window._frame.rail._area.verticalScrollBar().maximum() == 0


def test_that_large_text_scrolls_the_rail_to_the_step_in_hand(
    visiting: StartVisit, qapp: QApplication, qtbot: QtBot
) -> None:
    shown = visiting("visit#B1")
    themes.apply(qapp, Theme(zoom=2.0))
    shown.window.dress(Theme(zoom=2.0))
    shown.window.go("visit#A8")
    area = shown.window._frame.rail._area

    def in_sight() -> bool:
        top = shown.stop("A8").mapTo(area.viewport(), shown.stop("A8").rect().topLeft()).y()
        return area.verticalScrollBar().maximum() > 0 and 0 <= top < area.viewport().height()

    qtbot.waitUntil(in_sight)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_word_of_a_visit_is_cut(
    visiting: StartVisit, qapp: QApplication, qtbot: QtBot, language: Language, zoom: float
) -> None:
    shown = visiting("visit#V1", language=language, survey=True)
    themes.apply(qapp, Theme(zoom=zoom))
    shown.window.dress(Theme(zoom=zoom))
    found = []
    for code in ("B1", "B5", "V1", "V10", "A1", "A6", "A7", "A8"):
        go(shown.window, "mapping", f"visit#{code}", qtbot)
        assert shown.window.size().toTuple() == (1366, 768)
        found += [f"{code}: {words}" for words in cut(shown.window)]
    assert found == []
