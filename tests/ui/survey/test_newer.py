"""A newer version of the survey in hand is offered, tells what it changes, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from app.mapping.interview import Place
from app.mapping.survey import Kind, Phrase, Question, Survey
from app.services import interviews
from app.texts import Text
from app.ui.survey.newer import NewerDialog
from app.ui.theme import Theme
from tests.ui.survey.kit import MAPPING, Open, OpenSurvey


def older(survey: Survey) -> Survey:
    """The survey as it may have been: J6 was not there, B3 was a text, B1 read differently, and Z1 was asked."""

    def changed(question: Question) -> Question:
        if question.id == "B3":
            return replace(question, kind=Kind.TEXT, choices=())
        return replace(question, phrase=Phrase(Text(en="What do you make?"))) if question.id == "B1" else question

    first, *rest = survey.sections
    gone = Question("Z1", Kind.TEXT, Phrase(Text(en="Do you have a fax?")))
    questions = tuple(changed(q) for q in (*first.questions, gone))
    others = tuple(replace(s, questions=tuple(changed(q) for q in s.questions if q.id != "J6")) for s in rest)
    return replace(survey, version="2025.1", sections=(replace(first, questions=questions), *others))


@pytest.fixture
def opened(open_survey: OpenSurvey, theme: Theme) -> Open:
    """A visit that began with an older version of its survey, at its first section."""
    before = open_survey("visit")
    survey = before.desk.cases.survey(MAPPING)
    assert survey
    before.desk.cases.change(MAPPING, survey=older(survey))
    for question, text in {"B1": "Parts", "B3": "We grow", "Z1": "Yes"}.items():
        interviews.answer(before.desk, MAPPING, Place(question), (text,))
    before.place.hide()
    return looked(Open(theme, before.desk, before.qtbot))


def looked(opened: Open) -> Open:
    """Once the surveys there are have been read."""
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    return opened


def told(opened: Open) -> NewerDialog:
    opened.place.newer.tell.click()
    [dialog] = opened.place.findChildren(NewerDialog)
    return dialog


def version(opened: Open) -> str:
    return opened.interview.routing.survey.version


def test_that_nothing_is_offered_while_the_survey_is_the_present_one(open_survey: OpenSurvey) -> None:
    assert not looked(open_survey("visit")).place.newer.isVisible()


def test_that_a_survey_that_has_left_the_library_goes_on_as_it_began(open_survey: OpenSurvey) -> None:
    opened = open_survey("every")
    opened.desk.library.drop_survey("every", version(opened))
    opened.place.refresh()
    assert not looked(opened).place.newer.isVisible()


def test_that_a_newer_version_is_offered_in_one_line(opened: Open) -> None:
    line = opened.place.newer
    assert line.isVisible()
    assert line.words.text().startswith("Version ")
    assert line.words.text().endswith(" of this survey is there; you answer version 2025.1.")


def test_that_it_lists_what_it_changes_and_what_has_to_be_done_first(opened: Open) -> None:
    model = told(opened).register.model()
    rows = [tuple(str(model.index(row, column).data()) for column in (0, 1)) for row in range(model.rowCount())]
    assert rows[:3] == [
        ("Answer again", "B3 Where does the company stand?"),
        ("Left out, its answer counts no more", "Z1 Do you have a fax?"),
        ("Reads differently", "B1 What do you sell and to whom? One sentence."),
    ]
    assert [what for what, _question in rows[3:]] == ["New"]


def test_that_going_on_with_it_keeps_what_suits_it_and_undoing_leads_back(opened: Open) -> None:
    before = version(opened)
    told(opened).take.click()
    assert version(looked(opened)) != before
    assert (opened.answer("B1"), opened.answer("B3")) == (("Parts",), ())
    assert opened.said[-1] == "Saved"
    assert not opened.place.newer.isVisible()
    opened.desk.cases.undo(MAPPING)
    opened.place.refresh()
    assert version(looked(opened)) == before
    assert opened.answer("B3") == ("We grow",)
    assert opened.place.newer.isVisible()


def test_that_nothing_happens_when_it_is_not_wanted_now(opened: Open) -> None:
    before = opened.desk.cases.last_step(MAPPING)
    told(opened).leave.click()
    assert opened.desk.cases.last_step(MAPPING) == before
    assert opened.place.newer.isVisible()
