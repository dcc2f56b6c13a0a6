"""A survey of a mapping: begun, answered, carried on; nothing is typed twice and nothing is lost."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.errors import UserError
from app.languages import LANGUAGES, Language
from app.mapping.answers import Value
from app.mapping.interview import Interview, Place, clashes, standing
from app.mapping.interview_progress import completeness
from app.mapping.model import Agreed, Assessor, Mode, RoleNeed
from app.mapping.survey import Kind
from app.services import companies, interviews, mappings
from app.services.desk import Desk
from app.store.cases import Cases
from app.store.library import Library
from tests.stores import made_in
from tests.surveys.questions import question, survey

TODAY = date(2026, 11, 26)


def opened(folder: Path) -> Desk:
    data = made_in(folder)
    return Desk(data, Cases(data.cases), Library(data.library), TODAY)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = opened(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def key(desk: Desk) -> str:
    return companies.begin(desk, "Konepaja", Mode.VISIT, "fi")


def test_that_there_is_no_interview_before_one_has_begun(desk: Desk, key: str) -> None:
    assert interviews.running(desk, key) is None
    with pytest.raises(UserError, match="No survey has been begun"):
        interviews.answer(desk, key, Place("B1"), ("Osia",))


def test_that_what_the_mapping_knows_is_answered_when_the_survey_begins(desk: Desk, key: str) -> None:
    interview = interviews.begin(desk, key, "visit")
    assert interview.answers[Place("A1")] == ("Konepaja",)
    assert interview.answers[Place("A6")] == ("fi",)


def test_that_an_answer_that_is_a_field_of_the_mapping_is_kept_there_alone(desk: Desk, key: str) -> None:
    interviews.begin(desk, key, "visit")
    interviews.answer(desk, key, Place("C3"), ("Vähemmän hukkaa",))
    interviews.answer(desk, key, Place("A4"), ("10",))
    interviews.answer(desk, key, Place("A5"), ("853",))
    mapping = desk.cases.load(key)
    assert (mapping.goal, mapping.company.size) == ("Vähemmän hukkaa", "10–19")
    assert (mapping.company.municipality, mapping.company.municipality_name) == ("853", "Turku")
    assert mapping.answers == ()


def test_that_a_change_made_elsewhere_in_the_window_is_an_answer(desk: Desk, key: str) -> None:
    interviews.begin(desk, key, "visit")
    desk.cases.put_head(replace(desk.cases.load(key), goal="Uusi"))
    found = interviews.running(desk, key)
    assert found
    assert found.answers[Place("C3")] == ("Uusi",)


def test_that_other_answers_are_there_when_the_program_is_opened_again(desk: Desk, key: str, tmp_path: Path) -> None:
    interviews.begin(desk, key, "visit")
    interviews.answer(desk, key, Place("B1"), ("Osia konepajoille",))
    desk.close()
    again = opened(tmp_path)
    found = interviews.running(again, key)
    again.close()
    assert found
    assert found.answers[Place("B1")] == ("Osia konepajoille",)


def test_that_a_refused_answer_changes_nothing(desk: Desk, key: str) -> None:
    interviews.begin(desk, key, "visit")
    with pytest.raises(UserError, match="personal identity code"):
        interviews.answer(desk, key, Place("C3"), ("131052-308T",))
    with pytest.raises(UserError, match="no business id"):
        interviews.answer(desk, key, Place("A2"), ("123",))
    assert desk.cases.last_step(key) == 1  # the beginning


def test_that_roles_are_made_and_unmade_by_their_list(desk: Desk, key: str) -> None:
    interviews.begin(desk, key, "visit")
    _, role = interviews.add_entry(desk, key, Place("D1"))
    interviews.answer(desk, key, Place("D1a", (role,)), ("Koneistaja",))
    interview = interviews.answer(desk, key, Place("D1b", (role,)), ("3",))
    mapping = desk.cases.load(key)
    assert [(r.name, r.head_count) for r in mapping.roles] == [("Koneistaja", 3)]
    assert len(mapping.people) == 3
    assert interviews.entry_name(mapping, interview, interview.routing.questions["D1"], role, "fi") == "Koneistaja"
    interviews.remove_entry(desk, key, Place("D1"), role)
    assert desk.cases.load(key).roles == ()


def test_that_targets_of_later_years_follow_their_trends(desk: Desk, key: str) -> None:
    interviews.begin(desk, key, "visit")
    role = mappings.add_role(desk, key, "Koneistaja", 2)
    need = mappings.own_need(role, "Mittaaminen", "fi")
    desk.cases.put(key, need)
    at = (role.key, need.key)
    interviews.answer(desk, key, Place("E2", at), ("3",))
    interviews.answer(desk, key, Place("E3a", at), ("up",))
    interviews.answer(desk, key, Place("E3b", at), ("down",))
    assert _targets(desk, key) == (3, 4, 2)
    interviews.answer(desk, key, Place("E2", at), ("4",))
    assert _targets(desk, key) == (4, 4, 3)
    interviews.answer(desk, key, Place("E5", at), ("all",))
    assert desk.cases.load(key).needs[0].required == "all"


def _targets(desk: Desk, key: str) -> tuple[int | None, int | None, int | None]:
    [need] = desk.cases.load(key).needs
    return need.targets.now, need.targets.y1, need.targets.y3


def test_that_the_owner_rates_the_team_as_one(desk: Desk) -> None:
    key = companies.begin(desk, "Konepaja", Mode.SELF, "fi")
    interviews.begin(desk, key, "self")
    role = mappings.add_role(desk, key, "Koneistaja", 4)
    need = mappings.own_need(role, "Mittaaminen", "fi")
    desk.cases.put(key, need)
    place = Place("F3", (role.key, need.key))
    assert place not in interviews.answer(desk, key, Place("D2", (role.key,)), ("3",)).answers  # unknown, never 0
    interview = interviews.answer(desk, key, place, ("not_assessed",))
    [said] = desk.cases.load(key).assessments
    assert (said.assessor, said.level, interview.answers[place]) == (Assessor.OWNER, None, ("not_assessed",))
    interviews.clear(desk, key, place)
    assert desk.cases.load(key).assessments == ()


def test_that_the_first_action_is_for_an_agreed_priority(desk: Desk, key: str) -> None:
    interviews.begin(desk, key, "visit")
    with pytest.raises(UserError, match="Agree on a priority first"):
        interviews.add_entry(desk, key, Place("K2"))
    need = _need(desk, key)
    desk.cases.put(key, Agreed(need.key, 0))
    _, step = interviews.add_entry(desk, key, Place("K2"))
    interviews.answer(desk, key, Place("K2a", (step,)), ("Parityö maanantaisin",))
    interviews.answer(desk, key, Place("K2c", (step,)), ("2026-12-10",))
    [measure] = desk.cases.load(key).measures
    assert (measure.for_key, measure.what, measure.first_step) == (need.key, "Parityö maanantaisin", True)
    assert measure.deadline == date(2026, 12, 10)


def _need(desk: Desk, key: str) -> RoleNeed:
    role = mappings.add_role(desk, key, "Koneistaja", 1)
    need = mappings.own_need(role, "Mittaaminen", "fi")
    desk.cases.put(key, need)
    return need


def test_that_a_list_loses_with_an_entry_what_was_answered_for_it(desk: Desk, key: str) -> None:
    interviews.begin(desk, key, "visit")
    _, kept = interviews.add_entry(desk, key, Place("B2"))
    _, gone = interviews.add_entry(desk, key, Place("B2"))
    interviews.answer(desk, key, Place("B2a", (kept,)), ("Sorvaus",))
    interviews.answer(desk, key, Place("B2a", (gone,)), ("Jyrsintä",))
    interview = interviews.remove_entry(desk, key, Place("B2"), gone)
    assert {at.path for at in interview.answers if at.question == "B2a"} == {(kept,)}
    assert interview.answers[Place("B2")] == (kept,)
    desk.cases.undo(key)
    again = interviews.running(desk, key)
    assert again
    assert again.answers[Place("B2a", (gone,))] == ("Jyrsintä",)


def test_that_a_visit_goes_on_from_a_quick_scan_with_every_answer_in_place(desk: Desk, key: str) -> None:
    interviews.begin(desk, key, "quick")
    interviews.answer(desk, key, Place("Q2"), ("10",))
    interviews.answer(desk, key, Place("Q7"), ("many",))
    interview = interviews.begin(desk, key, "visit")
    assert interview.answers[Place("A4")] == ("10",)
    assert desk.cases.load(key).company.size == "10–19"
    assert interview.answers[Place("D3")] == ("yes",)


def test_that_an_answer_given_later_is_not_overwritten_by_an_earlier_survey(desk: Desk, key: str) -> None:
    interviews.begin(desk, key, "quick")
    interviews.answer(desk, key, Place("Q2"), ("10",))
    company = replace(desk.cases.load(key).company, size="50–249")
    desk.cases.put_head(replace(desk.cases.load(key), company=company))
    assert interviews.begin(desk, key, "visit").answers[Place("A4")] == ("50",)


def test_that_the_present_version_has_nothing_newer(desk: Desk, key: str) -> None:
    assert interviews.newer(desk, key) is None
    interviews.begin(desk, key, "visit")
    assert interviews.newer(desk, key) is None


def test_that_an_interview_keeps_its_version_until_it_is_carried_over(desk: Desk, key: str) -> None:
    interviews.begin(desk, key, "visit")
    interviews.answer(desk, key, Place("B1"), ("Osia",))
    survey = desk.cases.survey(key)
    assert survey
    first, *others = survey.sections
    older = replace(survey, version="2025.1", sections=(replace(first, questions=first.questions[:-1]), *others))
    desk.cases.change(key, survey=older)
    before = interviews.running(desk, key)
    assert before
    assert before.routing.survey.version == "2025.1"
    offered = interviews.newer(desk, key)
    assert offered
    assert offered.new == (first.questions[-1].id,)
    after = interviews.carry_over(desk, key)
    assert after.interview.routing.survey == survey
    assert after.interview.answers[Place("B1")] == ("Osia",)


def test_that_two_surveys_of_one_key_and_version_are_not_taken_for_each_other(desk: Desk, key: str) -> None:
    interviews.begin(desk, key, "visit")
    survey = desk.cases.survey(key)
    assert survey
    shorter = replace(survey, sections=survey.sections[:1])
    desk.cases.change(key, survey=shorter)
    found = interviews.running(desk, key)
    assert found
    assert found.routing.survey == shorter
    assert "B1" not in found.routing.questions


def test_that_rules_speak_of_the_day_of_the_desk_also_in_a_newer_version(desk: Desk, key: str) -> None:
    due = question("due", Kind.DATE, constraint=". > today()")
    for version in ("1", "2"):
        desk.library.put_survey(survey(due, version=version), "own.xlsx")
        interviews.begin(desk, key, "test")
        with pytest.raises(UserError, match="does not hold"):
            interviews.answer(desk, key, Place("due"), ("2026-11-26",))
        assert interviews.answer(desk, key, Place("due"), ("2026-11-27",)).today == TODAY


def test_that_a_survey_that_has_left_the_library_has_nothing_newer(desk: Desk, key: str) -> None:
    interviews.begin(desk, key, "visit")
    survey = desk.cases.survey(key)
    assert survey
    desk.cases.change(key, survey=replace(survey, key="own"))
    assert interviews.newer(desk, key) is None


ANSWERS: dict[str, tuple[Value, ...]] = {
    "A4": (("1",), ("10",), ("50",)),
    "C3": (("Vähemmän hukkaa",), ("Lisää tilauksia",)),
    "B1": (("Osia",), ("Huoltoa",)),
    "B3": (("growth",), ("stable",)),
    "D3": (("yes",), ("no",), ("not_sure",)),
    "D5": (("yes",), ("no",)),
    "J2": (("4",), ("12",)),
}


class Visiting(RuleBasedStateMachine):
    """Answers are given, taken away, undone and redone, and the program closed, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk = opened(Path(self.folder.name))
        self.key = companies.begin(self.desk, "Konepaja", Mode.VISIT, "fi")
        first = interviews.begin(self.desk, self.key, "visit")
        self.states: list[dict[Place, Value]] = [dict(first.answers)]
        self.here = 0

    def _now(self) -> Interview:
        found = interviews.running(self.desk, self.key)
        assert found
        return found

    def _said(self, after: dict[Place, Value]) -> None:
        if after != self.states[self.here]:
            self.states = [*self.states[: self.here + 1], after]
            self.here += 1

    @rule(
        given_one=st.sampled_from(sorted(ANSWERS)).flatmap(lambda q: st.tuples(st.just(q), st.sampled_from(ANSWERS[q])))
    )
    def answer(self, given_one: tuple[str, Value]) -> None:
        question, value = given_one
        interviews.answer(self.desk, self.key, Place(question), value)
        self._said({**self.states[self.here], Place(question): value})

    @rule(question=st.sampled_from(sorted(ANSWERS)))
    def clear(self, question: str) -> None:
        interviews.clear(self.desk, self.key, Place(question))
        self._said({place: value for place, value in self.states[self.here].items() if place != Place(question)})

    @rule()
    def undo(self) -> None:
        if self.here:
            assert self.desk.cases.undo(self.key)
            self.here -= 1

    @rule()
    def redo(self) -> None:
        if self.here < len(self.states) - 1:
            assert self.desk.cases.redo(self.key)
            self.here += 1

    @rule()
    def reopen(self) -> None:
        self.desk.close()
        self.desk = opened(Path(self.folder.name))

    @invariant()
    def is_as_if_answered_directly(self) -> None:
        now = self._now()
        assert now.answers == self.states[self.here]
        directly = Interview(now.routing, self.states[self.here])
        assert standing(now).counted == standing(directly).counted
        assert standing(now).asked == standing(directly).asked

    def teardown(self) -> None:
        self.desk.close()
        self.folder.cleanup()


TestThatAnyWayToTheSameAnswersIsTheSame = Visiting.TestCase
TestThatAnyWayToTheSameAnswersIsTheSame.settings = settings(max_examples=15, stateful_step_count=15)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_answer_of_the_sample_company_suits_the_visit_and_counts(desk: Desk, language: Language) -> None:
    key = companies.begin_sample(desk, language)
    interview = interviews.running(desk, key)
    assert interview
    stand = standing(interview)
    assert {Place(a.question, a.path) for a in desk.cases.load(key).answers} <= stand.counted.keys()
    assert clashes(stand) == ()
    assert completeness(stand) > Fraction(3, 4)
