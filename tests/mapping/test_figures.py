"""People counted by level again from what a plan prints of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.figures import MOST_PEOPLE, Figures, people_at, tenths
from app.mapping.levels import LEVELS, tally_of
from app.mapping.model import Horizon, RoleNeed, Targets
from app.mapping.risks import rests_on_one
from app.mapping.scoring import NeedScore, score_tally
from app.texts import Text

WANTED = st.none() | st.sampled_from(LEVELS)
NEEDS = st.builds(
    RoleNeed,
    st.just("need"),
    st.just("role"),
    st.just(Text("Hitsaus")),
    targets=st.builds(Targets, WANTED, WANTED, WANTED),
    criticality=st.sampled_from((1, 2, 3)),
    required=st.integers(1, 6),
)


def _figures(need: RoleNeed, levels: list[int]) -> Figures:
    """What a plan prints of these levels."""
    people = tally_of(levels)
    score = score_tally(people, need.targets, need.criticality, need.required)
    at = score.decided
    assert at is not None
    assert score.index is not None
    return Figures(
        need.key,
        score.index,
        at.horizon,
        tenths(at.gap),
        at.covered,
        at.known,
        mean=tenths(Fraction(sum(levels), len(levels))),
        alone=rests_on_one(NeedScore(need, score)),
        no_teacher=4 not in levels,
    )


@given(NEEDS, st.lists(st.sampled_from(LEVELS), min_size=1, max_size=9))
def test_that_the_people_counted_again_come_to_every_figure_on_paper(need: RoleNeed, levels: list[int]) -> None:
    printed = _figures(need, levels)
    at = people_at(printed, need)
    assert at is not None
    again = _figures(need, [level for level, people in enumerate(at) for _ in range(people)])
    assert replace(again, no_teacher=printed.no_teacher) == printed
    assert not (printed.no_teacher and at[4])


NEED = RoleNeed("need", "role", Text("Hitsaus"), targets=Targets(3, 3, 4), criticality=3, required=2)
SHORT = Figures("need", 45, Horizon.NOW, Decimal("1.0"), 1, 3)


def test_that_people_stand_as_near_to_each_other_as_the_figures_allow() -> None:
    levels = [3, 2, 1]
    assert people_at(_figures(NEED, levels), NEED) == (0, 1, 1, 1, 0)


def test_that_a_unit_of_its_own_tells_how_many_are_mastered() -> None:
    printed = replace(_figures(NEED, [3, 3, 0, 2]), mean=None)
    assert people_at(replace(printed, by_unit=(2, 1, 1)), NEED) == (1, 0, 1, 2, 0)


@pytest.mark.parametrize(
    "odd",
    [
        replace(SHORT, known=0),
        replace(SHORT, known=MOST_PEOPLE + 1),
        replace(SHORT, covered=4),
        replace(SHORT, covered=-1),
        replace(SHORT, index=99),
        replace(SHORT, gap=Decimal(-5)),
        replace(SHORT, mean=Decimal(9)),
    ],
)
def test_that_figures_which_no_people_come_to_give_nobody(odd: Figures) -> None:
    assert people_at(odd, NEED) is None
