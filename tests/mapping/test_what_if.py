"""What if: each switch gives the results of data changed by hand, and what is between is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.company import Company
from app.mapping.model import (
    Assessment,
    Assessor,
    CardHolding,
    Horizon,
    LevelCount,
    Mapping,
    PeopleMode,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.plan import results
from app.mapping.risks import RiskKind
from app.mapping.scenario import CardLapses, Hired, OneLeaves, PersonLeaves, Scenario, Switch, Trained
from app.mapping.what_if import as_if, targets_on, what_if
from app.texts import Text

TODAY = date(2026, 11, 23)
LEVEL = st.none() | st.integers(0, 4)
LEVELS = st.lists(LEVEL, min_size=1, max_size=6)


def need(required: int = 2) -> RoleNeed:
    return RoleNeed("n", "r", Text(en="Welding"), targets=Targets(3, 3, 4), criticality=3, required=required)


def told(level: int | None, person: int) -> Assessment:
    return Assessment(f"p{person}", "n", Assessor.SUPERVISOR, level)


def of_people(levels: list[int | None]) -> Mapping:
    return Mapping(
        "m",
        Company("c", "Workshop"),
        roles=(Role("r", "Welder", head_count=len(levels)),),
        people=tuple(Person(f"p{i}", "r", f"H{i}", position=i) for i in range(len(levels))),
        needs=(need(),),
        assessments=tuple(told(level, i) for i, level in enumerate(levels)),
    )


def of_counts(levels: list[int | None]) -> Mapping:
    """The same people, counted only."""
    counts = tuple(LevelCount("n", level, levels.count(level)) for level in dict.fromkeys(levels))
    bare = replace(of_people(levels), people=(), assessments=(), level_counts=counts)
    return replace(bare, people_mode=PeopleMode.ROLES_ONLY)


def scenario(*switches: Switch, on: date = TODAY) -> Scenario:
    return Scenario("s", "What if", on, switches)


def index_if(mapping: Mapping, *switches: Switch) -> list[object]:
    after = what_if(results(mapping, TODAY), scenario(*switches)).after
    return [(row.score, row.need.key) for row in after.ranked]


def index_of(mapping: Mapping) -> list[object]:
    return [(row.score, row.need.key) for row in results(mapping, TODAY).ranked]


@given(LEVELS, st.data())
def test_that_a_person_who_leaves_counts_as_if_never_there(levels: list[int | None], data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(levels) - 1))
    rest = levels[:gone] + levels[gone + 1 :]
    assert index_if(of_people(levels), PersonLeaves(f"p{gone}")) == index_of(of_people(rest))


@given(LEVELS, st.data())
def test_that_training_counts_as_the_level_it_leads_to(levels: list[int | None], data: st.DataObject) -> None:
    who, level = data.draw(st.integers(0, len(levels) - 1)), data.draw(st.integers(0, 4))
    by_hand = [*levels[:who], level, *levels[who + 1 :]]
    assert index_if(of_people(levels), Trained(f"p{who}", "n", level)) == index_of(of_people(by_hand))


@given(LEVELS, st.integers(0, 4))
def test_that_somebody_hired_counts_as_one_more(levels: list[int | None], level: int) -> None:
    hired, by_hand = Hired("r", (("n", level),)), [*levels, level]
    assert index_if(of_people(levels), hired) == index_of(of_people(by_hand))
    assert index_if(of_counts(levels), hired) == index_of(of_counts(by_hand))


@given(LEVELS)
def test_that_of_people_only_counted_one_of_the_ablest_leaves(levels: list[int | None]) -> None:
    rest = sorted(levels, key=lambda level: -1 if level is None else level)[:-1]
    assert index_if(of_counts(levels), OneLeaves("r")) == index_of(of_counts(rest))


@pytest.mark.parametrize(
    ("levels", "to", "by_hand"),
    [([0, 2, 4], 3, [0, 3, 4]), ([3, 4], 3, [3, 4]), ([None, 1], 2, [None, 2]), ([None], 2, [None])],
)
def test_that_of_people_only_counted_the_nearest_below_is_trained(
    levels: list[int | None], to: int, by_hand: list[int | None]
) -> None:
    assert index_if(of_counts(levels), Trained("", "n", to)) == index_of(of_counts(by_hand))


@given(LEVELS, st.lists(st.sampled_from([PersonLeaves("p0"), Trained("p1", "n", 4), Hired("r", (("n", 2),))])))
def test_that_switches_hold_one_after_another(levels: list[int | None], switches: list[Switch]) -> None:
    step_by_step = of_people(levels)
    for switch in switches:
        step_by_step = as_if(step_by_step, TODAY, scenario(switch))
    assert as_if(of_people(levels), TODAY, scenario(*switches)) == step_by_step


def test_that_losing_one_of_two_experts_raises_the_single_person_risk() -> None:
    outcome = what_if(results(of_people([4, 4, 1]), TODAY), scenario(PersonLeaves("p0")))
    assert [risk.kind for risk in outcome.risks_gained] == [RiskKind.SINGLE_PERSON]
    assert [shift.need.key for shift in outcome.shifts] == ["n"]
    back = what_if(results(of_people([4, 1, 1]), TODAY), scenario(Trained("p1", "n", 4)))
    assert [risk.kind for risk in back.risks_gone] == [RiskKind.SINGLE_PERSON]


def test_that_losing_the_only_expert_is_not_told_as_a_risk_that_goes() -> None:
    outcome = what_if(results(of_people([4, 1, 1]), TODAY), scenario(PersonLeaves("p0")))
    assert RiskKind.SINGLE_PERSON not in [risk.kind for risk in outcome.risks_gone]
    [shift] = outcome.shifts
    now = shift.after.at(Horizon.NOW)
    assert now is not None
    assert now.covered == 0


def test_that_nothing_otherwise_changes_nothing() -> None:
    before = results(of_people([4, 1]), TODAY)
    outcome = what_if(before, scenario())
    assert outcome.after == before
    assert (outcome.shifts, outcome.risks_gained, outcome.risks_gone, outcome.fixes_gained) == ((), (), (), ())


def test_that_what_is_no_longer_there_switches_nothing() -> None:
    mapping = of_people([4, 1])
    strangers = (PersonLeaves("x"), Trained("x", "n", 4), Trained("p0", "x", 4), CardLapses("x"), Hired("x", ()))
    assert as_if(mapping, TODAY, scenario(*strangers)) == mapping


def test_that_a_card_lapses_by_its_switch_or_by_the_day() -> None:
    card = CardHolding("h", "C01", "r", Text(en="Hot work"), valid_to=TODAY + timedelta(days=300))
    before = results(replace(of_people([3]), cards=(card,)), TODAY)
    assert not before.fix_first
    [lapsed] = what_if(before, scenario(CardLapses("h"))).fixes_gained
    [late] = what_if(before, scenario(on=TODAY + timedelta(days=301))).fixes_gained
    assert (lapsed.state, late.state) == ("overdue", "overdue")


@pytest.mark.parametrize(
    ("day", "now"),
    [(date(2027, 11, 22), 1), (date(2027, 11, 23), 2), (date(2029, 11, 22), 2), (date(2029, 11, 23), 4)],
)
def test_that_what_is_wanted_later_is_wanted_when_the_day_has_come(day: date, now: int) -> None:
    assert targets_on(Targets(1, 2, 4), TODAY, day).now == now
    assert targets_on(Targets(3, None, None), TODAY, day).now == 3
