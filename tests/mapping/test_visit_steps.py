"""The steps of a visit: what is done, what is left open, and where the clock stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.company import Company
from app.mapping.due import Since
from app.mapping.followups import planned
from app.mapping.interview import Standing, standing
from app.mapping.model import Agreed, Assessment, Assessor, Mapping, Person, Role, RoleNeed, Targets
from app.mapping.survey import Kind, Section
from app.mapping.survey_routing import routed
from app.mapping.visit import Outcome, Visit
from app.mapping.visit_steps import AT_COMPANY, STEPS, State, clock, step_states
from app.texts import Text
from tests.surveys.questions import answering, phrase, question, survey

TODAY = date(2026, 11, 26)
BEGAN = datetime(2026, 11, 26, 9, tzinfo=UTC)
EMPTY = Mapping("mapping", Company("company", "Konepaja"))
ROLE = Role("role", "Koneistaja", head_count=2)
PEOPLE = tuple(Person(f"p{n}", "role", f"H{n}") for n in range(1, 6))
NEED = RoleNeed("need", "role", Text(fi="Mittaaminen"), targets=Targets(3, 3, 3), criticality=3)


def state_of(mapping: Mapping, code: str, stand: Standing | None = None) -> State:
    return next(each.state for each in step_states(mapping, stand) if each.step.code == code)


def test_that_the_minutes_at_the_company_are_ninety() -> None:
    assert sum(step.minutes for step in AT_COMPANY) == 90
    assert len(STEPS) == 23


def test_that_a_visit_not_begun_has_nothing_done_and_nothing_left_open() -> None:
    assert {each.state for each in step_states(EMPTY, None)} == {"empty"}


def test_that_the_opening_is_done_when_the_notice_was_shown_and_the_people_mode_confirmed() -> None:
    shown = replace(EMPTY, visit=Visit(notice_shown=TODAY))
    assert state_of(shown, "V1") == "begun"
    assert state_of(replace(EMPTY, visit=Visit(None, TODAY, TODAY)), "V1") == "done"


def test_that_a_step_passed_over_is_left_open() -> None:
    later = replace(EMPTY, roles=(ROLE,), needs=(NEED,))
    assert state_of(later, "V1") == "left_open"
    assert state_of(later, "V4") == "done"
    assert state_of(later, "V5") == "empty"


@pytest.mark.parametrize(("known", "state"), [(0, "empty"), (3, "begun"), (4, "done"), (5, "done")])
def test_that_four_fifths_of_the_critical_cells_are_enough(known: int, state: State) -> None:
    said = tuple(Assessment(p.key, "need", Assessor.SUPERVISOR, 2) for p in PEOPLE[:known])
    mapping = replace(EMPTY, roles=(ROLE,), people=PEOPLE, needs=(NEED,), assessments=said)
    assert state_of(mapping, "V5") == state


def test_that_not_assessed_is_no_level() -> None:
    said = tuple(Assessment(p.key, "need", Assessor.SUPERVISOR, None) for p in PEOPLE)
    mapping = replace(EMPTY, roles=(ROLE,), people=PEOPLE, needs=(NEED,), assessments=said)
    assert state_of(mapping, "V5") == "begun"


def test_that_a_visit_is_closed_by_a_next_step_or_by_the_word_that_none_is_wanted() -> None:
    agreed = replace(EMPTY, agreed=(Agreed("need", 0),))
    assert state_of(agreed, "V10") == "empty"
    assert state_of(replace(agreed, visit=Visit(outcome=Outcome.NO_FURTHER_SERVICE)), "V10") == "done"


def test_that_answers_of_the_survey_decide_its_own_steps_and_are_counted_where_they_are_open() -> None:
    asked = survey(question("G1", Kind.YES_NO), question("G4", Kind.YES_NO))
    section = replace(asked.sections[0], step="V8")
    ready = routed(replace(asked, sections=(section, Section("S2", phrase("S2"), 1, (question("I1"),), step="V7"))))
    none, half = answering(ready), answering(ready, ("G1", "yes"))
    assert state_of(EMPTY, "V8", standing(none)) == "empty"
    found = next(each for each in step_states(EMPTY, standing(half)) if each.step.code == "V8")
    assert (found.state, found.open_answers) == ("begun", 1)
    assert state_of(EMPTY, "V8", standing(answering(ready, ("G1", "yes"), ("G4", "no")))) == "done"


@pytest.mark.parametrize(
    ("minutes", "gone", "left", "at"),
    [(0, 0, 90, "V1"), (4, 4, 86, "V1"), (5, 5, 85, "V2"), (61, 61, 29, "V5"), (62, 62, 28, "V6"), (89, 89, 1, "V10")],
)
def test_that_the_clock_tells_where_the_plan_would_be(minutes: int, gone: int, left: int, at: str) -> None:
    found = clock(BEGAN, BEGAN + timedelta(minutes=minutes, seconds=30))
    assert (found.gone, found.left, found.at and found.at.code) == (gone, left, at)


@given(st.integers(90, 10_000))
def test_that_a_visit_that_takes_longer_has_no_minutes_left_and_no_step(minutes: int) -> None:
    found = clock(BEGAN, BEGAN + timedelta(minutes=minutes))
    assert (found.left, found.at) == (0, None)


def test_that_a_clock_set_back_is_at_the_beginning() -> None:
    assert clock(BEGAN, BEGAN - timedelta(hours=1)).gone == 0


def test_that_the_plan_meeting_and_the_follow_ups_tell_how_far_the_steps_after_the_visit_are() -> None:
    def states(since: Since) -> list[State]:
        return [each.state for each in step_states(EMPTY, None, since)][-4:]

    looked = planned(1, date(2026, 11, 23))
    held = tuple(replace(follow_up, done_on=follow_up.due) for follow_up in looked)
    assert states(Since()) == ["empty"] * 4
    assert states(Since(date(2026, 11, 23), looked)) == ["done", "done", "empty", "empty"]
    assert states(Since(date(2026, 11, 23), (held[0], *looked[1:]))) == ["done", "done", "begun", "empty"]
    but_the_optional = (held[0], looked[1], held[2])
    assert states(Since(date(2026, 11, 23), but_the_optional)) == ["done"] * 4
