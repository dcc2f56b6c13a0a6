"""Going elsewhere and coming back, another language and another look leave one where one was."""

from __future__ import annotations

import pytest

from app.services import interviews
from app.ui import stops
from app.ui.place import HOME
from app.ui.shell import Window
from app.ui.survey.place import SurveyPlace
from app.ui.survey.running import Running
from app.ui.theme import Theme
from app.ui.tokens import DARK
from tests.ui.kinds import ShowWindow, Workshop
from tests.ui.survey.kit import MAPPING


def running(window: Window) -> Running:
    assert isinstance(window.place, SurveyPlace)
    assert window.place.running
    return window.place.running


@pytest.fixture
def window(show_window: ShowWindow, workshop: Workshop) -> Window:
    """A visit of which section C is in hand, in Finnish."""
    window = show_window(workshop(), "fi")
    assert window.desk
    interviews.begin(window.desk, MAPPING, "visit")
    window.open(MAPPING, stops.SURVEY)
    running(window).go_section("C")
    return window


def test_that_the_section_in_hand_is_there_again_when_one_comes_back(window: Window) -> None:
    window.go(stops.NEEDS)
    window.go(stops.SURVEY)
    assert (running(window).here, window.part) == ("C", "C")
    window.go(HOME)
    window.open(MAPPING, stops.SURVEY)
    assert running(window).here == "C"


def test_that_the_section_in_hand_stays_with_another_language_and_another_look(window: Window) -> None:
    window.speak("sv")
    assert running(window).here == "C"
    window.dress(Theme(DARK))
    assert running(window).here == "C"


def test_that_plain_finnish_stays_until_it_is_switched_off(window: Window) -> None:
    def speaks_plainly() -> bool:
        switch = running(window).plain_switch
        return bool(switch and switch.isChecked())

    assert isinstance(window.place, SurveyPlace)
    window.place.speak_plainly(plain=True)
    assert running(window).here == "C"
    window.go(stops.NEEDS)
    window.go(stops.SURVEY)
    assert speaks_plainly()
    window.speak("sv")
    assert running(window).plain_switch is None
    window.speak("fi")
    assert speaks_plainly()


def test_that_a_way_to_another_section_goes_before_the_one_in_hand(window: Window) -> None:
    window.go(stops.NEEDS)
    window.go(f"{stops.SURVEY}#G")
    assert running(window).here == "G"


def test_that_another_survey_begins_at_its_beginning(window: Window) -> None:
    assert isinstance(window.place, SurveyPlace)
    window.place.offer()
    assert window.place.offering
    window.place.offering.doors["self"].click()
    assert running(window).here == "S0", "which says what happens to the answers"
