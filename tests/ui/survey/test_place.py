"""The place as a whole: the surveys there are, where one left off, what is left open, what comes of a quick scan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from app.languages import LANGUAGES, Language
from app.mapping.interview import Place
from app.mapping.survey import Kind, Phrase, Question
from app.services import interviews
from app.texts import Text
from app.ui.survey.contents import PLACE
from app.ui.survey.items import FOLDED_ABOVE
from app.ui.survey.offering import Offering
from app.ui.survey.place import SurveyPlace
from app.ui.survey.result import Result
from app.ui.survey.sheet import AT_FIRST
from app.ui.survey.words import RESULT, SURVEYS
from app.ui.theme import Theme
from app.ui.widgets import Button
from tests.ui.survey.kit import MAPPING, Open, OpenSurvey, every_kind
from tests.ui.windows import windows_shown

ENTER = Qt.Key.Key_Return
SCORED = {"Q3": "2", "Q4": "3", "Q5": "partly", "Q6": "0", "Q7": "many", "Q8": "partly", "Q9": "1", "Q10": "no"}
"""The vector of the brief: index 50, a clear need."""


def switch(opened: Open) -> Button:
    assert opened.running.plain_switch
    return opened.running.plain_switch


def texts(root: QWidget) -> list[str]:
    return [label.text() for label in root.findChildren(QLabel)]


def offering(opened: Open) -> Offering:
    assert opened.place.offering
    return opened.place.offering


def scanned(opened: Open) -> Result:
    """A quick scan with all its scored questions answered, and its result on the screen."""
    for question, value in SCORED.items():
        interviews.answer(opened.desk, MAPPING, Place(question), (value,))
    opened.place.refresh()
    opened.running.go_section(RESULT)
    assert isinstance(opened.running.inside, Result)
    return opened.running.inside


def test_that_surveys_are_offered_while_none_has_begun(open_survey: OpenSurvey) -> None:
    opened = open_survey("")
    assert opened.place.running is None
    QTest.keyClick(opened.focused, Qt.Key.Key_Space)
    assert opened.running.here == "Q"
    assert opened.here == "Q1"
    assert opened.said[-1] == "Saved"


def test_that_another_survey_goes_on_from_what_was_answered(open_survey: OpenSurvey) -> None:
    opened = open_survey("quick")
    opened.click("Q2", "5")
    opened.running.contents.other.click()
    assert opened.place.running is None
    offering(opened).doors["visit"].click()
    assert opened.interview.routing.survey.key == "visit"
    assert opened.answer("A4") == ("5",)


def test_that_imported_surveys_are_offered_by_their_names(open_survey: OpenSurvey) -> None:
    opened = open_survey("")
    opened.desk.library.put_survey(every_kind().survey, "every.xlsx")
    opened.place.offer()
    button = offering(opened).own["every"]
    assert button.text() == "Some of everything"
    button.click()
    assert opened.interview.routing.survey.key == "every"


def test_that_one_can_go_back_from_the_offer_to_the_survey_in_hand(open_survey: OpenSurvey) -> None:
    opened = open_survey("visit")
    opened.place.show_at(SURVEYS)
    offering(opened).back.click()
    assert opened.interview.routing.survey.key == "visit"
    assert opened.running.here == "A"


def test_that_one_goes_on_where_one_left_off(open_survey: OpenSurvey, theme: Theme) -> None:
    opened = open_survey()
    for question, value in {"A1": "small", "A2": "nothing", "A3": "1", "A4": "no", "A5": "2", "A6": "B1"}.items():
        interviews.answer(opened.desk, MAPPING, Place(question), (value,))
    interviews.answer(opened.desk, MAPPING, Place("A2a", ("nothing",)), ("Nothing",))
    again = Open(theme, opened.desk, opened.qtbot)
    assert (again.running.here, again.here) == ("B", "B1")


def test_that_a_section_begins_at_what_is_wanted_and_not_at_what_may_be_left_open(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    for question, value in {"B1": "Sawmill", "B2": "Oak", "B3": "2", "B4": "5"}.items():
        interviews.answer(opened.desk, MAPPING, Place(question), (value,))
    opened.place.refresh()
    opened.running.go_section("B")
    assert opened.here == "B6"


def test_that_only_the_section_in_hand_is_built(open_survey: OpenSurvey) -> None:
    opened = open_survey("visit")
    ids = {question.id for question in opened.sheet.section.questions}
    assert set(opened.asked()) <= ids
    assert len(opened.place.findChildren(type(opened.sheet))) == 1


def test_that_progress_is_told_for_the_whole_and_for_the_section(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    assert opened.sheet.progress.text() == "0 of 6 answered, 5 min left"
    opened.click("A1", "small")
    assert opened.sheet.progress.text() == "1 of 6 answered, 4 min left"
    assert opened.running.contents.progress.text().startswith("1 of ")
    item = opened.running.contents.items["A"]
    assert item.accessibleName() == "Choosing, 1 of 6 answered, 4 min left, here"
    assert item.row.note == "5 open"


def test_that_what_is_left_open_is_one_step_away(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.click("A1", "small")
    opened.running.go_section("C")
    listed = opened.running.contents.open
    model = listed.model()
    places = [model.index(row, 0).data(PLACE).question for row in range(model.rowCount())]
    assert places == ["A2", "A3", "A4", "A5", "A6"]
    listed.setFocus()
    listed.setCurrentIndex(model.index(3, 0))
    QTest.keyClick(listed, ENTER)
    assert (opened.running.here, opened.here) == ("A", "A5")


def test_that_a_section_not_begun_is_not_called_left_open(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    assert opened.running.contents.open.model().rowCount() == 0
    assert not opened.running.contents.open.isVisible()


def test_that_where_an_answer_leads_stands_beside_its_question(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("A5")
    margin = opened.running.margin
    opened.qtbot.waitUntil(margin.note.isVisible)
    opened.enter("A1")
    opened.qtbot.waitUntil(lambda: margin.leads.text().startswith("Target levels"))
    assert "Risks" in margin.leads.text()
    top = margin.note.mapTo(opened.place, margin.note.rect().topLeft()).y()
    block = opened.block("A1")
    assert abs(top - block.mapTo(opened.place, block.rect().topLeft()).y()) <= 1


def test_that_it_stands_under_the_question_where_there_is_no_margin(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.place.resize(700, 600)
    opened.qtbot.waitUntil(opened.running.bar.isVisible)
    assert not opened.running.contents.isVisible()
    assert not opened.running.margin.isVisible()
    assert opened.block("A1").leads.isVisible()
    assert opened.block("A1").leads.text().startswith("Leads to: Target levels")
    assert not opened.block("A3").leads.isVisible()


def test_that_the_line_above_a_narrow_survey_leads_to_every_section(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.place.resize(700, 600)
    actions = {action.text(): action for action in opened.running.bar.menu.actions() if action.text()}
    next(action for words, action in actions.items() if words.startswith("Writing")).trigger()
    assert opened.running.here == "B"


def test_that_plain_finnish_is_one_switch_away_and_only_there(open_survey: OpenSurvey) -> None:
    opened = open_survey("visit", "fi")
    assert opened.block("A3").words == "Toimiala"
    switch(opened).click()
    assert opened.block("A3").words == "Mitä työtä yritys tekee?"
    switch(opened).click()
    assert opened.block("A3").words == "Toimiala"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_that_other_languages_have_no_such_switch(open_survey: OpenSurvey, language: Language) -> None:
    opened = open_survey("visit", language)
    assert opened.running.plain_switch is None


def test_that_a_long_section_opens_one_entry_at_a_time(open_survey: OpenSurvey) -> None:
    opened = open_survey("visit")
    roles = opened.answer("D1")
    opened.running.go_section("E")
    assert len(opened.sheet.parts) <= FOLDED_ABOVE
    assert {path[0] for block in opened.sheet.blocks for path in [block.place.path]} == {roles[0]}
    folded = next(head for head in opened.heads() if head.head.path == (roles[1],))
    assert folded.fold is not None
    folded.fold.click()
    assert {block.place.path[0] for block in opened.sheet.blocks} == {roles[1]}


LONG = 5 * AT_FIRST


def begin_long(opened: Open, answered: int = 0) -> SurveyPlace:
    """A survey of one long section, whose first questions have been answered, just now built."""
    survey, text = every_kind().survey, Question("L", Kind.TEXT, Phrase(Text(en="Long?")))
    questions = tuple(replace(text, id=f"L{number}") for number in range(LONG))
    section = replace(survey.sections[0], questions=questions, relevant="")
    opened.desk.library.put_survey(replace(survey, key="long", sections=(section,), calculations=()), "long.xlsx")
    interviews.begin(opened.desk, MAPPING, "long")
    for question in questions[:answered]:
        interviews.answer(opened.desk, MAPPING, Place(question.id), ("Yes",))
    opened.place.refresh()
    return opened.place


def test_that_the_rest_of_a_long_section_is_made_while_nothing_else_is_to_be_done(open_survey: OpenSurvey) -> None:
    opened = open_survey("")
    begin_long(opened)
    assert len(opened.sheet.parts) == AT_FIRST
    opened.qtbot.waitUntil(lambda: len(opened.sheet.parts) == LONG)
    assert opened.asked() == [f"L{number}" for number in range(LONG)]


def test_that_one_goes_anywhere_in_a_long_section_at_once(open_survey: OpenSurvey) -> None:
    opened = open_survey("")
    begin_long(opened)
    opened.enter(f"L{LONG - 1}")
    assert opened.here == f"L{LONG - 1}"


def test_that_a_long_section_begins_at_what_is_open_however_far_down(open_survey: OpenSurvey) -> None:
    opened = open_survey("")
    begin_long(opened, answered=AT_FIRST + 2)
    assert opened.here == f"L{AT_FIRST + 2}"


def test_that_an_empty_list_begins_where_its_first_entry_is_added(open_survey: OpenSurvey) -> None:
    opened = open_survey("visit")
    interviews.answer(opened.desk, MAPPING, Place("B1"), ("Parts",))
    opened.place.refresh()
    opened.running.go_section("B")
    assert opened.focused.accessibleName() == "Add: Three tasks that customers pay for"


def test_that_enter_goes_on_into_the_next_entry_of_a_long_section(open_survey: OpenSurvey) -> None:
    opened = open_survey("visit")
    roles = opened.answer("D1")
    opened.running.go_section("E")
    first, second = opened.answer("E1", roles[0])[:2]
    opened.enter("E6", roles[0], first)
    opened.press(ENTER)
    assert opened.sheet.part_of(opened.focused) is opened.block("E2", roles[0], second)
    opened.press(Qt.Key.Key_Backspace)
    assert opened.here == "E6"


def test_that_the_result_of_a_quick_scan_is_told_in_words_without_its_number(open_survey: OpenSurvey) -> None:
    opened = open_survey("quick")
    told = texts(scanned(opened))
    assert "A clear need" in told
    themes = ["Cards and permits", "Finding skilled people", "Skills now"]
    assert [words for words in told if words in {*themes, "Change"}] == themes
    assert not any("50" in words for words in told)


def test_that_a_scan_with_open_questions_says_how_many_and_leads_to_the_first(open_survey: OpenSurvey) -> None:
    opened = open_survey("quick")
    opened.running.go_section(RESULT)
    assert any(words.startswith("8 questions are still open.") for words in texts(opened.running))
    opened.press(ENTER)
    assert opened.here == "Q3"


def test_that_after_a_scan_one_can_go_on_with_a_visit(open_survey: OpenSurvey) -> None:
    opened = open_survey("quick")
    scanned(opened).onward.click()
    assert opened.place.running is None
    assert "visit" in offering(opened).doors


def test_that_the_result_of_a_scan_is_one_button_from_paper(open_survey: OpenSurvey) -> None:
    opened = open_survey("quick")
    scanned(opened).paper.click()
    assert opened.went == ["preview#scan"]


def test_that_the_last_section_leads_to_the_results(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.running.go_section("C")
    assert opened.running.onward.text() == "Next: Results"
    opened.running.onward.click()
    assert opened.went == ["results"]


# For those who do not see it.


def reachable(root: QWidget) -> list[QWidget]:
    widgets = [w for w in root.findChildren(QWidget) if w.focusPolicy().value and w.focusProxy() is None]
    return [w for w in widgets if not w.objectName().startswith("qt_")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_everything_one_can_go_to_has_a_name(open_survey: OpenSurvey, language: Language) -> None:
    opened = open_survey("every", language)
    opened.click("A2", "saw")
    for section in "ABC":
        opened.running.go_section(section)
        found = reachable(opened.place)
        assert len(found) > 10
        names = [QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name) for w in found]
        assert [type(w) for w, name in zip(found, names, strict=True) if not name.strip()] == []


def test_that_choices_are_heard_as_what_they_are(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    roles = {
        question: QAccessible.queryAccessibleInterface(opened.choices(question).rows[0]).role()
        for question in ("A1", "A2")
    }
    assert roles == {"A1": QAccessible.Role.RadioButton, "A2": QAccessible.Role.CheckBox}
    opened.click("A1", "small")
    chosen = QAccessible.queryAccessibleInterface(opened.choices("A1").rows[0])
    assert chosen.state().checked
    assert "How large?" in chosen.text(QAccessible.Text.Description)


def test_that_why_an_answer_is_refused_is_heard_at_its_field(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.enter("B1")
    edit = opened.focused
    opened.press("x" * 31, ENTER)
    assert edit.accessibleDescription() == opened.block("B1").remark.text()


def test_that_tab_goes_through_questions_in_their_order(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.click("A4", "yes")
    opened.enter("A3")
    walked = []
    for _ in range(4):
        walked.append(opened.here)
        opened.press(Qt.Key.Key_Tab)
    assert walked == ["A3", "A4", "A4a", "A5"]


def test_that_tab_goes_from_the_sections_through_the_questions_to_the_way_on(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    opened.click("A4", "yes")
    opened.running.contents.other.setFocus()
    opened.press(Qt.Key.Key_Tab)
    assert opened.here == "A1"
    opened.enter("A6")
    opened.press(Qt.Key.Key_Tab)
    assert opened.focused is opened.running.onward


def test_that_nothing_flashes_as_a_window_of_its_own(open_survey: OpenSurvey) -> None:
    opened = open_survey()
    with windows_shown() as shown:
        opened.click("A2", "saw")
        opened.click("A4", "yes")
        for section in "BCA":
            opened.running.go_section(section)
        opened.place.offer()
    assert shown == []
