"""The whole visit of a company, by keys alone and by the mouse alone: what comes of it is the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.languages import Language
from app.mapping.visit import Outcome
from tests.e2e.hands import Hand
from tests.e2e.keys import Keys
from tests.e2e.main_job import COURSE, window_over
from tests.e2e.mouse import Mouse
from tests.e2e.visit_story import ANSWERS, COMPANY, GOAL, LEVELS, ROLE, WHO, Kept, Visit, kept
from tests.report.printed import texts

Go = Callable[[str, Language], Kept]


@pytest.fixture
def go(tmp_path: Path, today: date, qtbot: QtBot) -> Go:
    """Goes through a visit by "keys" or by the "mouse"; gives what is kept of it, and prints it beside."""

    def gone_through(by: str, language: Language) -> Kept:
        with window_over(tmp_path / by, today, language, qtbot) as work:
            hand: Hand = Keys() if by == "keys" else Mouse(work.window)
            Visit(work, hand).go_through(tmp_path / f"{by}.pdf")
        return kept(work.folder, today, language)

    return gone_through


def test_that_keys_alone_and_the_mouse_alone_lead_to_the_same_visit(go: Go, tmp_path: Path) -> None:
    by_keys, by_mouse = go("keys", "fi"), go("mouse", "fi")
    assert by_keys.mapping == by_mouse.mapping
    assert by_keys.plan == by_mouse.plan
    assert (tmp_path / "keys.pdf").read_bytes() == (tmp_path / "mouse.pdf").read_bytes()
    _check(by_keys, tmp_path / "keys.pdf", "fi")


def test_that_a_visit_in_swedish_is_kept_and_printed_as_it_was_told(go: Go, tmp_path: Path) -> None:
    _check(go("keys", "sv"), tmp_path / "keys.pdf", "sv")


def _check(found: Kept, pdf: Path, language: Language) -> None:
    """What was said is what is kept, and on paper."""
    _check_story(found, language)
    paper = " ".join(texts(pdf.read_bytes()))
    for words in (COMPANY, GOAL, ROLE, WHO, COURSE.name.said(language).text):
        assert words in paper


def _check_story(found: Kept, language: Language) -> None:
    mapping = found.mapping
    assert (mapping.company.name, mapping.company.size, mapping.goal) == (COMPANY, "5–9", GOAL)
    assert (mapping.company.sector, mapping.company.municipality) == ("45", "202")
    assert mapping.document_language == language
    given = {answer.question: answer.value for answer in mapping.answers}
    said = {question: value for question, value in chain(*ANSWERS) if question in given and value}
    assert {question: given[question] for question in said} == said
    assert given.keys() - said.keys() == {"B2", "I1"}, "lists, to which one entry was added"
    assert [(role.name, role.head_count) for role in mapping.roles] == [(ROLE, 2)]
    assert tuple(level.level for level in mapping.assessments) == tuple(chain(*LEVELS))
    assert [(card.card, card.state, card.valid_to) for card in mapping.cards] == [("C01", "held", date(2027, 5, 31))]
    assert [measure.first_step for measure in mapping.measures] == [True, False]
    assert mapping.next_meeting == date(2026, 12, 14)
    visit = mapping.visit
    assert (visit.notice_shown, visit.people_mode_confirmed) == (visit.closed, visit.closed)
    assert (visit.began is not None, visit.outcome) == (True, Outcome.NEXT_STEP)
