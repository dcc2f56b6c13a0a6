"""Where a present level may lie, and whether the band of a need would hold (SCORING-NOTES 2 and 3)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.company import Company
from app.mapping.model import (
    Assessment,
    Assessor,
    Band,
    LevelCount,
    Mapping,
    PeopleMode,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.scoring import score_need
from app.mapping.uncertain import Interval, Settles, interval, uncertainties
from app.texts import Text

NEED = RoleNeed("need", "role", Text(en="CAM programming"), targets=Targets(3, 3, 3), criticality=3, required=2)


def said(by: Assessor, level: int | None, person: str = "p1") -> Assessment:
    return Assessment(person, "need", by, level)


def mapping(*answers: Assessment, mode: PeopleMode = PeopleMode.PSEUDONYMS, heads: int = 3) -> Mapping:
    people = tuple(Person(f"p{i}", "role", f"H{i}", position=i) for i in range(1, heads + 1))
    return Mapping(
        "mapping",
        Company("company", "Example Ltd"),
        people_mode=mode,
        roles=(Role("role", "Machinist", heads),),
        people=people,
        needs=(NEED,),
        assessments=answers,
    )


@pytest.mark.parametrize("by", [Assessor.SUPERVISOR, Assessor.CONSULTANT, Assessor.AGREED])
def test_that_a_level_given_by_somebody_else_is_taken_as_it_is(by: Assessor) -> None:
    assert interval([said(by, 2)]) == Interval(2, 2)


@pytest.mark.parametrize("by", [Assessor.SELF, Assessor.OWNER])
@pytest.mark.parametrize(("level", "low", "high"), [(0, 0, 1), (2, 1, 3), (4, 3, 4)])
def test_that_a_rating_of_oneself_alone_may_be_off_by_one_within_the_scale(
    by: Assessor, level: int, low: int, high: int
) -> None:
    assert interval([said(by, level)]) == Interval(low, high, Settles.RATING)


def test_that_two_raters_who_differ_by_two_span_what_they_say() -> None:
    answers = [said(Assessor.SELF, 4), said(Assessor.SUPERVISOR, 2)]
    assert interval(answers) == Interval(2, 4, Settles.TALK)


def test_that_a_difference_of_one_settles_on_the_trusted_rating() -> None:
    answers = [said(Assessor.SELF, 3), said(Assessor.SUPERVISOR, 2)]
    assert interval(answers) == Interval(2, 2)


def test_that_an_agreed_level_ends_every_doubt() -> None:
    answers = [said(Assessor.SELF, 4), said(Assessor.SUPERVISOR, 0), said(Assessor.AGREED, 2)]
    assert interval(answers) == Interval(2, 2)


def test_that_an_unknown_level_has_no_interval() -> None:
    assert interval([]) is None
    assert interval([said(Assessor.SUPERVISOR, None)]) is None
    assert interval([replace(said(Assessor.AGREED, 3), not_part_of_job=True)]) is None


def test_that_a_band_which_a_better_rating_could_change_names_whose_rating_would_settle_it() -> None:
    case = mapping(said(Assessor.SUPERVISOR, 3), said(Assessor.SELF, 2, "p2"), said(Assessor.SUPERVISOR, 1, "p3"))
    found = uncertainties(case).get("need")
    assert found
    assert (found.person_key, found.settles) == ("p2", Settles.RATING)
    assert (found.at_lowest, found.at_highest) == (Band.IMPORTANT, Band.IN_ORDER)


def test_that_raters_who_differ_are_to_talk() -> None:
    case = mapping(
        said(Assessor.SUPERVISOR, 3), said(Assessor.SUPERVISOR, 1, "p2"), said(Assessor.SELF, 4, "p2"), heads=2
    )
    found = uncertainties(case).get("need")
    assert found
    assert (found.person_key, found.settles) == ("p2", Settles.TALK)


def test_that_of_people_alike_the_first_of_the_role_would_settle_it() -> None:
    case = mapping(said(Assessor.SUPERVISOR, 3), *(said(Assessor.SELF, 2, f"p{i}") for i in (2, 3, 4)), heads=4)
    found = uncertainties(case).get("need")
    assert found
    assert found.person_key == "p2"


def test_that_a_band_which_holds_at_both_ends_is_certain() -> None:
    nobody_near = mapping(*(said(Assessor.SELF, 0, f"p{i}") for i in (1, 2, 3)))
    assert score_need(nobody_near, NEED).band is Band.URGENT
    assert uncertainties(nobody_near) == {}


def test_that_nobody_assessed_is_unknown_and_not_uncertain() -> None:
    assert uncertainties(mapping()) == {}


def test_that_counts_without_people_have_no_interval() -> None:
    counted = replace(mapping(mode=PeopleMode.ROLES_ONLY), level_counts=(LevelCount("need", 2, 3),))
    assert uncertainties(counted) == {}


def test_that_the_owner_alone_can_be_uncertain() -> None:
    found = uncertainties(mapping(said(Assessor.OWNER, 2), mode=PeopleMode.OWNER, heads=1)).get("need")
    assert found
    assert found.settles is Settles.RATING


answers = st.lists(
    st.builds(
        said,
        st.sampled_from(Assessor),
        st.none() | st.integers(0, 4),
        st.sampled_from(["p1", "p2", "p3"]),
    ),
    max_size=8,
    unique_by=lambda a: (a.person_key, a.assessor),
)


@given(answers)
def test_that_the_computed_band_lies_between_the_two_ends(given_answers: list[Assessment]) -> None:
    case = mapping(*given_answers)
    found = uncertainties(case).get("need")
    if found:
        order = list(Band)
        ends = sorted((order.index(found.at_lowest), order.index(found.at_highest)))
        assert ends[0] <= order.index(score_need(case, NEED).band) <= ends[1]


@given(answers)
def test_that_agreeing_on_every_level_leaves_nothing_uncertain(given_answers: list[Assessment]) -> None:
    agreed = [said(Assessor.AGREED, 2, p) for p in ("p1", "p2", "p3")]
    others = [a for a in given_answers if a.assessor is not Assessor.AGREED]
    assert uncertainties(mapping(*others, *agreed)) == {}
