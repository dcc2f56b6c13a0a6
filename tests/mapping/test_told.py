"""What the answers of the visit tell of drivers, languages and roles; what is hidden tells nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

import pytest

from app.mapping.answers import Path
from app.mapping.company import Company
from app.mapping.interview import Interview, standing
from app.mapping.model import Mapping, Role
from app.mapping.plan import results
from app.mapping.risks import RiskKind, risks
from app.mapping.survey_routing import Routing, routed
from app.mapping.told import NOTHING_TOLD, ChangeDriver, OfRole, Told, told
from app.paths import resource
from app.surveys.reading import load_survey
from tests.surveys.questions import answering

TODAY = date(2026, 11, 26)
ROLE = Role("role", "Koneistaja", importance=3)
MAPPING = Mapping("mapping", Company("company", "Konepaja"), roles=(ROLE,))
Given = tuple[str | tuple[str, Path], str | tuple[str, ...]]


@lru_cache
def visit() -> Routing:
    return load_survey(resource("surveys"), "visit")


def answered(*answers: Given) -> Interview:
    return answering(visit(), ("D1", ("role",)), *answers)


def tell(*answers: Given) -> Told:
    return told(standing(answered(*answers)))


def test_that_nothing_is_told_without_a_survey_or_by_a_survey_of_others() -> None:
    assert told(None) == NOTHING_TOLD
    theirs = routed(replace(visit().survey, key="somebody_elses"))
    assert told(standing(replace(answered(("G4", "yes")), routing=theirs))) == NOTHING_TOLD


def test_that_a_driver_has_its_words_its_demand_and_the_needs_it_is_for() -> None:
    found = tell(
        ("C1", ("technology", "growth")),
        (("C2", ("technology",)), "Ohjelmoida itse"),
        (("E1", ("role",)), ("need", "other")),
        (("E6", ("role", "need")), ("technology",)),
    )
    technology = next(driver for driver in found.drivers if driver.key == "technology")
    assert (technology.demand, technology.need_keys) == ("Ohjelmoida itse", ("need",))
    assert all(driver.name.fi and driver.name.sv and driver.name.en for driver in found.drivers)
    assert [d for d in found.drivers if d.key == "growth"] == [
        ChangeDriver("growth", next(d.name for d in found.drivers if d.key == "growth"))
    ]


def test_that_a_language_need_has_a_level_for_each_skill_and_none_where_nothing_was_said() -> None:
    [need] = tell(
        ("I1", ("task",)),
        (("I1a", ("task",)), "Työohjeet"),
        (("I1b", ("task",)), "fi"),
        (("I1c", ("task",)), "B1"),
        (("I1f", ("task",)), "not_needed"),
    ).language_needs
    assert (need.task, need.language.en) == ("Työohjeet", "Finnish")
    assert (need.reading, need.listening, need.speaking, need.writing) == ("B1", "", "", "not_needed")


def test_that_support_is_counted_and_what_is_not_said_is_not_zero() -> None:
    assert tell(("I2", "4"), ("I2b", "0")).support == (4, None, 0)


def test_that_hidden_answers_tell_nothing() -> None:
    hidden = tell(("D3", "yes"), (("D4", ("role",)), "6"), ("D3", "no"))
    assert hidden.roles == (OfRole("role"),)


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ([(("G1", ("role",)), "1")], RiskKind.SINGLE_PERSON),
        ([(("G1", ("role",)), "0")], RiskKind.SINGLE_PERSON),
        ([(("G2", ("role",)), "possibly"), (("G3", ("role",)), "no")], RiskKind.KNOWLEDGE_LEAVES),
        ([(("G5", ("role",)), "no")], RiskKind.NO_SUBSTITUTE),
        ([("G4", "yes")], RiskKind.OWNER_CHANGE),
        ([("B3", "succession")], RiskKind.OWNER_CHANGE),
        ([("D3", "yes"), (("D4", ("role",)), "4")], RiskKind.EMPTY_POST),
    ],
)
def test_that_an_answer_raises_its_flag(answers: list[Given], kind: RiskKind) -> None:
    assert [risk.kind for risk in risks(results(MAPPING, TODAY, tell(*answers)))] == [kind]


@pytest.mark.parametrize(
    "answers",
    [
        [(("G1", ("role",)), "2")],
        [(("G2", ("role",)), "yes"), (("G3", ("role",)), "yes")],
        [(("G2", ("role",)), "not_known")],
        [(("G5", ("role",)), "not_sure")],
        [("G4", "not_sure")],
        [("D3", "yes"), (("D4", ("role",)), "3")],
    ],
)
def test_that_an_answer_below_the_line_raises_none(answers: list[Given]) -> None:
    assert risks(results(MAPPING, TODAY, tell(*answers))) == ()


def test_that_only_the_most_important_roles_need_a_substitute() -> None:
    lesser = replace(MAPPING, roles=(replace(ROLE, importance=2),))
    assert risks(results(lesser, TODAY, tell((("G5", ("role",)), "no")))) == ()


def test_that_what_is_told_of_a_role_that_is_gone_raises_nothing() -> None:
    assert risks(results(replace(MAPPING, roles=()), TODAY, tell((("G5", ("role",)), "no")))) == ()


def test_that_open_posts_a_learner_an_instructor_and_shrinking_are_told() -> None:
    found = tell(("D3", "yes"), ("D5", "not_sure"), ("H3", "no"), ("B3", "shrinking"))
    assert (found.open_posts, found.learner, found.instructor, found.shrinking) == ("yes", "not_sure", "no", True)


def test_that_a_learner_is_hidden_where_no_post_is_open() -> None:
    assert tell(("D3", "no"), ("D5", "yes")).learner == ""


def test_that_what_learning_may_take_is_told() -> None:
    found = tell(("J1", ("online", "pair_work")), ("J2", "6"), ("J3", ("7", "12")), ("J4", "under_1000"))
    assert (found.hours_a_month, found.months_off, found.money) == (6, (7, 12), "under_1000")
    assert found.ways == ("online", "pair_work")
    assert tell() == Told(roles=(OfRole("role"),))
