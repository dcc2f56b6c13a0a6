"""The computed order of needs, readiness and completeness of a whole mapping."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.company import Company
from app.mapping.model import (
    Assessment,
    Assessor,
    GapReason,
    LevelCount,
    Mapping,
    PeopleMode,
    Person,
    RequiredCount,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.scoring import Readiness, ranked, readiness, score_need
from app.texts import Text

PEOPLE = tuple(Person(f"p{i}", "r", f"H{i}") for i in range(5))


def need(
    key: str, target: int | None = 3, criticality: int = 3, required: RequiredCount = 1, name: str = "Welding"
) -> RoleNeed:
    targets = Targets(target, target, target)
    return RoleNeed(key, "r", Text(en=name), targets=targets, criticality=criticality, required=required)


def mapping(rows: dict[RoleNeed, list[int | None]], people: int = 5) -> Mapping:
    """A role with the levels of its people in each need; None is nobody has answered."""
    answers = [
        Assessment(f"p{i}", row.key, Assessor.SUPERVISOR, level)
        for row, levels in rows.items()
        for i, level in enumerate(levels)
        if level is not None
    ]
    return Mapping(
        "m",
        Company("c", "Workshop"),
        roles=(Role("r", "Machinist", head_count=people),),
        people=PEOPLE[:people],
        needs=tuple(rows),
        assessments=tuple(answers),
    )


def order(of: Mapping) -> list[str]:
    return [row.need.key for row in ranked(of)]


def test_that_the_highest_index_comes_first_and_not_assessed_last() -> None:
    rows: dict[RoleNeed, list[int | None]] = {need("a"): [3], need("b"): [], need("c"): [0], need("d"): [2]}
    assert order(mapping(rows, people=1)) == ["c", "d", "a", "b"]


def test_that_criticality_breaks_a_tie() -> None:
    rows: dict[RoleNeed, list[int | None]] = {need("a", criticality=2): [3], need("b", criticality=3): [3]}
    assert order(mapping(rows, people=1)) == ["b", "a"]


def test_that_then_the_number_of_people_affected_breaks_it() -> None:
    one, two = need("a", required=1), need("b", required=2)
    found = mapping({one: [3, 1], two: [3, 3, 1, 1]}, people=4)
    assert len({row.score.index for row in ranked(found)}) == 1
    assert order(found) == ["b", "a"]


def test_that_the_last_word_is_the_id_and_never_the_name() -> None:
    rows: dict[RoleNeed, list[int | None]] = {need("b", name="Alpha"): [1], need("a", name="Omega"): [1]}
    assert order(mapping(rows, people=1)) == ["a", "b"]


def test_that_owner_mode_asks_for_one() -> None:
    found = replace(mapping({need("a", required=4): [3]}, people=1), people_mode=PeopleMode.OWNER)
    assert score_need(found, found.needs[0]).index == 0


def test_that_roles_only_is_scored_from_head_counts() -> None:
    """V3 without persons."""
    found = replace(
        mapping({need("a", required=2): []}),
        people_mode=PeopleMode.ROLES_ONLY,
        level_counts=(LevelCount("a", 3, 2), LevelCount("a", 1, 3)),
    )
    scored = score_need(found, found.needs[0])
    assert (scored.index, scored.known, scored.of) == (18, 5, 5)


def test_that_a_person_held_back_becomes_a_note() -> None:
    found = mapping({need("a", required=2): [None, 1]}, people=2)
    no_tool = Assessment("p0", "a", Assessor.SUPERVISOR, 1, reason=GapReason.NO_TOOL)
    scored = score_need(replace(found, assessments=(*found.assessments, no_tool)), found.needs[0])
    assert (scored.index, scored.excluded, scored.known) == (70, 1, 1)


def test_readiness_and_completeness_of_the_vector() -> None:
    """(P3, T3, K3), (P1, T3, K3), (P2, T2, K1), (unknown, T3, K2): 72 % and 75 %."""
    found = readiness(
        mapping(
            {need("a"): [3], need("b"): [1], need("c", target=2, criticality=1): [2], need("d", criticality=2): [None]},
            people=1,
        )
    )
    assert found == Readiness(Fraction(13, 18), Fraction(3, 4))
    assert found.value
    assert round(100 * found.value) == 72


@pytest.mark.parametrize("none", [0, None])
def test_that_readiness_skips_cells_without_a_target(none: int | None) -> None:
    rows: dict[RoleNeed, list[int | None]] = {need("a"): [3, 1], need("b", target=none): [0]}
    assert readiness(mapping(rows, people=2)) == Readiness(Fraction(2, 3), Fraction(1))


def test_that_more_than_the_target_is_not_more_than_ready() -> None:
    assert readiness(mapping({need("a", target=2): [4, 1]}, people=2)).value == Fraction(3, 4)


def test_that_readiness_is_unknown_when_nobody_is_known() -> None:
    assert readiness(mapping({need("a"): []}, people=2)) == Readiness(None, Fraction(0))
    assert readiness(mapping({})) == Readiness(None, Fraction(0))


def test_that_readiness_leaves_out_what_does_not_belong_to_the_job_or_is_held_back() -> None:
    found = mapping({need("a"): [3]}, people=3)
    others = (
        Assessment("p1", "a", Assessor.SUPERVISOR, not_part_of_job=True),
        Assessment("p2", "a", Assessor.SUPERVISOR, 1, reason=GapReason.NO_TIME),
    )
    assert readiness(replace(found, assessments=(*found.assessments, *others))) == Readiness(Fraction(1), Fraction(1))


@given(st.lists(st.none() | st.integers(0, 4), min_size=1, max_size=5), st.integers(0, 4))
def test_that_language_fields_have_no_effect(levels: list[int | None], target: int) -> None:
    """Names, descriptions and the documents' language say nothing of skill."""
    plain = mapping({need("a", target=target): levels}, people=len(levels))
    spoken = replace(
        plain,
        document_language="sv",
        company=replace(plain.company, service_language="en"),
        needs=tuple(
            replace(n, name=Text("Hitsaus", "Svetsning", "Welding"), description=Text("x")) for n in plain.needs
        ),
    )
    assert [row.score for row in ranked(spoken)] == [row.score for row in ranked(plain)]


@given(st.permutations(range(5)), st.lists(st.integers(0, 4), min_size=5, max_size=5))
def test_that_the_order_of_rows_people_and_answers_is_irrelevant(places: list[int], levels: list[int]) -> None:
    found = mapping({need(f"n{i}", criticality=1 + i % 3): [*levels[i:], *levels[:i]] for i in range(5)})
    other = replace(
        found,
        needs=tuple(found.needs[i] for i in places),
        people=tuple(found.people[i] for i in places),
        assessments=tuple(reversed(found.assessments)),
    )
    assert ranked(other) == ranked(found)
    assert readiness(other) == readiness(found)
