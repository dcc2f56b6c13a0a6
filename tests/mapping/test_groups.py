"""Competences over all roles, and the least group that may be shown where anybody sees it (PRIV-5)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.mapping.company import Company
from app.mapping.groups import by_competence, coverages, knowers, people_with_levels
from app.mapping.model import (
    Assessment,
    Assessor,
    LevelCount,
    Mapping,
    PeopleMode,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.texts import Text

ROLES = (Role("machinist", "Machinist", 3), Role("welder", "Welder", 2, position=1))
PEOPLE = tuple(Person(f"p{n}", "machinist" if n <= 3 else "welder", f"H{n}", position=n) for n in range(1, 6))


def need(role: str, code: str, position: int = 0) -> RoleNeed:
    return RoleNeed(
        f"{role}-{code}", role, Text(en=code), "profile", competence_code=code, targets=Targets(3), position=position
    )


def said(person: int, level: int | None, *, outside: bool = False) -> Assessment:
    role = PEOPLE[person - 1].role_key
    answer = Assessment(f"p{person}", f"{role}-safety", Assessor.SUPERVISOR, level)
    return replace(answer, not_part_of_job=outside)


MAPPING = Mapping(
    "m",
    Company("c", "Workshop"),
    roles=ROLES,
    people=PEOPLE,
    needs=(need("welder", "welding"), need("welder", "safety", 1), need("machinist", "safety")),
)


def with_answers(*answers: Assessment) -> Mapping:
    return replace(MAPPING, assessments=answers)


FIVE = tuple(said(n, n - 1) for n in range(1, 6))


def test_that_needs_of_one_competence_stand_together_in_the_order_of_roles() -> None:
    keys = [[n.key for n in needs] for needs in by_competence(MAPPING)]
    assert keys == [["machinist-safety", "welder-safety"], ["welder-welding"]]


def test_that_everybody_of_a_competence_is_known_whatever_their_role() -> None:
    safety, welding = knowers(with_answers(*FIVE[:4], said(5, None)))
    assert [[p.code for p in people] for people in safety.at] == [["H1"], ["H2"], ["H3"], ["H4"], []]
    assert [p.code for p in safety.unknown] == ["H5"]
    assert [p.code for p in welding.unknown] == ["H4", "H5"]


def test_that_whoever_does_not_do_the_work_is_nowhere() -> None:
    safety, _welding = knowers(with_answers(said(1, None, outside=True)))
    assert "H1" not in {p.code for people in (*safety.at, safety.unknown) for p in people}


def test_that_the_answer_that_counts_decides() -> None:
    agreed = replace(said(1, 4), assessor=Assessor.AGREED)
    [safety, _welding] = knowers(with_answers(said(1, 0), agreed))
    assert [p.code for p in safety.at[4]] == ["H1"]


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        (FIVE[:4], False),
        (FIVE, True),
        ((*FIVE[:4], said(5, None, outside=True)), False),
        ((*FIVE[:4], said(5, None)), False),
    ],
)
def test_that_a_figure_stands_on_five_known_people_or_is_not_shown(
    answers: tuple[Assessment, ...], *, shown: bool
) -> None:
    safety, _welding = coverages(with_answers(*answers))
    assert safety.shown is shown


def test_that_coverage_is_summed_over_the_roles() -> None:
    safety, welding = coverages(with_answers(*FIVE))
    assert (safety.known, safety.covered, safety.required) == (5, 2, 2)
    assert (welding.known, welding.covered) == (0, 0)


def test_that_people_are_counted_once_however_much_is_said_of_them() -> None:
    assert people_with_levels(with_answers(said(1, 2), replace(said(1, 3), assessor=Assessor.SELF), said(2, None))) == 1


def test_that_people_without_rows_are_counted_by_role() -> None:
    counts = (
        LevelCount("machinist-safety", 2, 3),
        LevelCount("welder-safety", 1, 1),
        LevelCount("welder-welding", 3, 2),
    )
    mapping = replace(MAPPING, people_mode=PeopleMode.ROLES_ONLY, people=(), level_counts=counts)
    assert people_with_levels(mapping) == 5
