"""One person has the laptop: their own questions, their own answers, and nothing else until the PIN."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.errors import UserError
from app.i18n import Translator
from app.mapping.model import Assessor, Mapping, PeopleMode
from app.services import staff_pin
from app.services.staff_pin import TRIES
from app.ui.staff.pages import QuestionPage
from app.ui.staff.pin import PinPage
from app.wording.staff import SIGNS, VOICES
from tests.ui.staff.conftest import Held, Hold

ENTER, BACK = Qt.Key.Key_Return, Qt.Key.Key_Backspace


def begun(held: Held) -> Held:
    held.click("Begin")
    return held


def checked(held: Held) -> str | None:
    return next((choice.sign for choice in held.page.choices if choice.isChecked()), None)


def test_that_it_begins_with_the_first_person_and_says_who_sees_the_answers(hold: Hold) -> None:
    held = hold()
    assert held.page.title.text() == "This is for H1"
    assert "Your supervisor sees your answers" in held.words()
    assert "4 questions" in held.words()


def test_that_one_competence_is_shown_with_its_description_and_anchors(hold: Hold) -> None:
    held = begun(hold())
    assert held.page.title.text() == "CNC turning"
    assert "Turns parts" in held.words()
    assert [word for word in ("Turns like 0", "Turns like 4") if word not in held.words()] == []
    assert "CAM programming" not in held.words()
    assert [choice.sign for choice in held.page.choices] == list(SIGNS)


@pytest.mark.parametrize(
    ("key", "level", "outside"), [("0", 0, False), ("4", 4, False), ("?", None, False), ("-", None, True)]
)
def test_that_a_key_is_kept_at_once(hold: Hold, key: str, level: int | None, outside: bool) -> None:
    held = begun(hold())
    held.press(key)
    [kept] = [
        a
        for a in held.desk.cases.load("mapping").assessments
        if (a.person_key, a.need_key, a.assessor) == ("machinist-0", "machinist-turning", Assessor.SELF)
    ]
    assert (kept.level, kept.not_part_of_job, kept.on) == (level, outside, held.desk.today)
    assert checked(held) == key
    assert held.page.saved.text() == "Saved"
    assert held.page.title.text() == "CNC turning", "an answer can be seen before one goes on"


def test_that_a_click_does_what_a_key_does(hold: Hold) -> None:
    held = begun(hold())
    for choice in held.page.choices:
        QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
        assert checked(held) == choice.sign
    QTest.mouseClick(held.page.choices[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(held.page.choices[2], Qt.MouseButton.LeftButton)
    assert checked(held) == "2", "a second click takes nothing back"
    assert held.own("machinist-0")["machinist-turning"] == 2


def test_that_enter_goes_on_and_backspace_goes_back(hold: Hold) -> None:
    held = begun(hold())
    held.press(ENTER)
    assert held.page.title.text() == "CAM programming"
    held.press(BACK)
    assert held.page.title.text() == "CNC turning"
    held.press(BACK)
    assert held.page.title.text() == "This is for H1"
    assert held.own("machinist-0") == {"machinist-cam": 3}, "going on answers nothing"


def test_that_enter_on_a_button_is_that_button(hold: Hold) -> None:
    held = begun(hold())
    held.press(ENTER)
    held.page.back.setFocus()
    QTest.keyClick(held.page.back, ENTER)
    assert held.page.title.text() == "CNC turning"


def test_that_ones_own_earlier_answer_is_shown_and_nobody_elses(hold: Hold) -> None:
    held = begun(hold())
    assert checked(held) is None, "the supervisor and H2 have answered this, H1 has not"
    held.press(ENTER)
    assert checked(held) == "3"


def test_that_nothing_of_the_company_or_of_others_is_ever_shown(hold: Hold, asked: Mapping) -> None:
    held = hold()
    seen = held.words()
    begun(held)
    for _need in range(5):
        seen += held.words()
        held.press(ENTER)
    seen += held.words()
    assert [word for word in ("H2", "Example Workshop", "upervisor:", "Welder") if word in seen] == []


def test_that_a_name_is_said_only_where_people_appear_by_name(hold: Hold, asked: Mapping) -> None:
    named = replace(asked, people=tuple(replace(p, display_name=f"Aino {p.code}") for p in asked.people))
    assert hold(replace(named, people_mode=PeopleMode.NAMES)).page.title.text() == "This is for Aino H1"


def test_that_a_pseudonym_stays_one(hold: Hold, asked: Mapping) -> None:
    named = replace(asked, people=tuple(replace(p, display_name="Aino") for p in asked.people))
    assert hold(named).page.title.text() == "This is for H1"


@pytest.mark.parametrize("voice", sorted(VOICES))
def test_that_the_person_chooses_the_language_and_stays_where_they_are(hold: Hold, voice: str) -> None:
    held = begun(hold())
    held.press(ENTER)
    held.view.voices.choose(voice)
    t = Translator(VOICES[voice].language)
    assert isinstance(held.page, QuestionPage)
    assert held.page.title.text() == "CAM programming"
    assert checked(held) == "3"
    known = "En tiedä." if voice == "plain" else t("Not assessed")
    assert held.page.choices[5].text() == known
    held.press("1")
    assert held.own("machinist-0")["machinist-cam"] == 1


def test_that_what_cannot_be_kept_is_not_shown_as_kept(hold: Hold, monkeypatch: pytest.MonkeyPatch) -> None:
    held = begun(hold())
    held.press(ENTER)

    def full(*_items: object) -> None:
        raise UserError("The disk is full. Make room and try again.")

    monkeypatch.setattr(type(held.desk.cases), "put", full)
    held.press("1")
    assert checked(held) == "3"
    assert "The disk is full" in held.page.saved.text()


# The end, and the way back.


def test_that_after_the_end_no_way_leads_back_to_the_answers(hold: Hold) -> None:
    held = begun(hold())
    for _need in range(4):
        held.press("2")
        held.press(ENTER)
    assert held.page.title.text() == "You have answered 4 of 4"
    held.click("Look at my answers again")
    assert held.page.title.text() == "CNC turning"
    for _need in range(4):
        held.press(ENTER)
    held.click("I am done")
    assert held.page.title.text() == "Thank you"
    assert held.buttons() == ["I am the supervisor"]
    held.press(BACK)
    assert held.page.title.text() == "Thank you"
    held.view.voices.choose("sv")
    assert held.page.title.text() == Translator("sv")("Thank you")
    held.press(ENTER)
    assert isinstance(held.page, PinPage)
    assert held.buttons() == ["Open"], "nobody's answers are a button away"


def test_that_only_the_pin_leads_back(hold: Hold) -> None:
    held = begun(hold())
    held.click("Give the laptop back")
    held.enter_pin("1357")
    assert held.page.words.text() == "Wrong PIN. 4 tries left."
    assert held.done == []
    held.enter_pin()
    assert held.page.title.text() == "Who is next?"
    held.click("Back to the program")
    assert held.done == ["done"]
    assert staff_pin.handed_over(held.desk.folder) is None


def test_that_the_person_can_go_on_when_the_pin_was_asked_by_mistake(hold: Hold) -> None:
    held = begun(hold())
    held.press(ENTER)
    held.click("Give the laptop back")
    assert "CAM" not in held.words()
    held.click("Go on answering")
    assert held.page.title.text() == "CAM programming"


def test_that_wrong_pins_slow_down(hold: Hold) -> None:
    held = begun(hold())
    held.view.ask_pin()
    for _try in range(TRIES):
        held.enter_pin("0000")
    assert held.page.words.text().startswith("Wrong PIN. Wait ")
    assert not held.page.field.isEnabled()
    held.page.field.setText("2468")
    held.page.attempt()
    assert isinstance(held.page, PinPage)
    held.click("Go on answering")
    held.view.ask_pin()
    assert not held.page.field.isEnabled(), "leaving the page and coming back shortens nothing"


def test_that_the_pin_is_neither_shown_nor_anything_but_digits(hold: Hold) -> None:
    held = begun(hold())
    held.view.ask_pin()
    QTest.keyClicks(held.page.field, "a1b2c3")
    assert held.page.field.text() == "123"
    assert "1" not in held.page.field.displayText()


def test_that_the_next_person_begins_afresh_in_the_voice_chosen_for_all(hold: Hold) -> None:
    held = begun(hold())
    held.view.voices.choose("fi")
    held.view.ask_pin()
    held.enter_pin()
    assert held.buttons() == ["H1: 1 of 4 answered", "H2: 1 of 4 answered", "Back to the program"]
    held.click("H2: 1 of 4 answered")
    assert held.page.title.text() == "This is for H2"
    begun(held)
    assert checked(held) == "0"
    held.press("4")
    assert held.own("machinist-1")["machinist-turning"] == 4
    assert "machinist-turning" not in held.own("machinist-0")


def test_that_it_opens_locked_after_the_program_was_ended_by_force(hold: Hold) -> None:
    held = hold(locked=True)
    assert isinstance(held.page, PinPage)
    assert held.buttons() == ["Open"]
    assert [word for word in ("H1", "CNC") if word in held.words()] == []
    held.enter_pin()
    held.click("H1: 1 of 4 answered")
    assert held.page.title.text() == "This is for H1"


@pytest.mark.parametrize("people", [(), ("nobody",)])
def test_that_without_anybody_left_it_still_lets_the_supervisor_back(hold: Hold, people: tuple[str, ...]) -> None:
    held = hold(people=people)
    held.enter_pin()
    assert held.buttons() == ["Back to the program"]


def test_that_a_mapping_that_is_gone_still_lets_the_supervisor_back(hold: Hold, asked: Mapping) -> None:
    held = hold(replace(asked, key="another"))
    held.enter_pin()
    held.click("Back to the program")
    assert held.done == ["done"]
