"""Risks as flags: one person alone, cards that end, a growing need that nobody could teach."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.mapping.company import Company
from app.mapping.model import (
    Assessment,
    Assessor,
    CardHolding,
    Mapping,
    PeopleMode,
    Person,
    RequiredCount,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.plan import results
from app.mapping.risks import RiskKind, risks
from app.texts import Text

SEEN = date(2026, 11, 21)
THREE = Targets(3, 3, 3)


def mapping(levels: list[int | None], targets: Targets, criticality: int, required: RequiredCount) -> Mapping:
    need = RoleNeed("n", "r", Text(en="Welding"), targets=targets, criticality=criticality, required=required)
    return Mapping(
        "m",
        Company("c", "Workshop"),
        roles=(Role("r", "Machinist", head_count=len(levels)),),
        people=tuple(Person(f"p{i}", "r", f"H{i}") for i in range(len(levels))),
        needs=(need,),
        assessments=tuple(Assessment(f"p{i}", "n", Assessor.SUPERVISOR, level) for i, level in enumerate(levels)),
    )


def kinds(of: Mapping) -> list[RiskKind]:
    return [risk.kind for risk in risks(results(of, SEEN))]


@pytest.mark.parametrize(
    ("levels", "targets", "criticality", "required", "flagged"),
    [
        pytest.param([4, 1, 1], THREE, 3, 2, True, id="V7 single expert"),
        pytest.param([3, 3, 1, 1, 1], THREE, 3, 2, False, id="V3 two able"),
        pytest.param([3, None, 1], THREE, 3, "all", True, id="one known of all"),
        pytest.param([4, 1, 1], THREE, 3, 1, False, id="one is enough"),
        pytest.param([4, 1, 1], THREE, 2, 2, False, id="not business-critical"),
        pytest.param([1, 1, 1], THREE, 3, 2, False, id="nobody"),
        pytest.param([1, None], Targets(None, 3, 3), 3, 2, False, id="nothing wanted today"),
    ],
)
def test_that_a_critical_need_resting_on_one_person_is_flagged(
    levels: list[int | None], targets: Targets, criticality: int, required: RequiredCount, *, flagged: bool
) -> None:
    assert (RiskKind.SINGLE_PERSON in kinds(mapping(levels, targets, criticality, required))) is flagged


@pytest.mark.parametrize(
    ("valid_to", "flagged"),
    [(date(2027, 5, 20), True), (date(2027, 5, 21), False), (date(2026, 1, 1), True), (None, False)],
    ids=["180 days", "181 days", "past", "no end"],
)
def test_that_cards_that_end_within_180_days_are_flagged(valid_to: date | None, *, flagged: bool) -> None:
    card = CardHolding("k", "C02", "r", Text(en="Hot-work card"), valid_to=valid_to)
    found = replace(mapping([], THREE, 1, 1), cards=(card, replace(card, key="l", state="missing")))
    assert kinds(found) == [RiskKind.EXPIRING] * flagged


@pytest.mark.parametrize(
    ("levels", "targets", "flagged"),
    [
        pytest.param([3, 2], Targets(2, 3, 3), True, id="rises, nobody at four"),
        pytest.param([3, 4], Targets(2, 3, 3), False, id="somebody at four"),
        pytest.param([3, 2], THREE, False, id="does not rise"),
        pytest.param([3, 2], Targets(3, 2, 1), False, id="falls"),
        pytest.param([None, None], Targets(2, 3, 3), False, id="nobody known is not nobody able"),
    ],
)
def test_that_a_growing_need_without_a_teacher_is_flagged(
    levels: list[int | None], targets: Targets, *, flagged: bool
) -> None:
    assert (RiskKind.NO_TEACHER in kinds(mapping(levels, targets, 1, 1))) is flagged


def test_that_a_teacher_in_another_role_is_a_teacher() -> None:
    found = mapping([2], Targets(2, 3, 3), 1, 1)
    theirs = replace(found.needs[0], key="theirs", role_key="s", targets=Targets(4, 4, 4))
    found = replace(
        found,
        needs=(*found.needs, theirs),
        people=(*found.people, Person("s0", "s", "H9")),
        assessments=(*found.assessments, Assessment("s0", "theirs", Assessor.AGREED, 4)),
    )
    assert kinds(found) == []


def test_that_the_team_as_one_row_is_no_single_person() -> None:
    assert kinds(replace(mapping([3], THREE, 3, 2), people_mode=PeopleMode.OWNER)) == []


def test_that_a_flag_says_what_raised_it() -> None:
    [risk] = risks(results(mapping([4, 1], THREE, 3, 2), SEEN))
    assert risk.scored
    assert risk.scored.need.key == "n"
    assert risk.fix is None
