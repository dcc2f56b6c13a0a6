"""A path across colleges as ordered steps (brief, JOE-1)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.matching import Match, Reason, ReasonCode, Wanted
from app.mapping.paths import RUNGS, path, rung_of, without
from app.offers.model import Offer
from app.texts import Text

WANTED = Wanted(Text(en="Digital marketing"), level_from=1, level_to=4)


def match(key: str, **fields: Any) -> Match:
    return Match(Offer(key, Text(en=key), **fields), 80, (Reason(ReasonCode.SAME_UNIT, 50),))


VST = match("evening course", provider_type="VST")
VET = match("unit", provider_type="VET", offer_type="unit", unit_codes=("106401",), qualification_codes=("331101",))
UAS = match("badge", provider_type="UAS", offer_type="badge")
WHOLE = match("whole", provider_type="VET", offer_type="qualification", qualification_codes=("331101",))


def test_joe_1_that_a_course_a_unit_and_a_badge_of_three_kinds_of_school_make_a_path_in_order() -> None:
    steps = path(WANTED, (UAS, VET, VST))
    assert [(s.number, s.offer.provider_type, s.rung) for s in steps] == [
        (1, "VST", "short"),
        (2, "VET", "unit"),
        (3, "UAS", "higher"),
    ]
    assert [s.codes for s in steps] == [(), ("106401",), ()]


def test_joe_1_that_removing_a_step_counts_the_others_anew() -> None:
    steps = without(path(WANTED, (UAS, VET, VST)), 2)
    assert [(s.number, s.offer.key) for s in steps] == [(1, "evening course"), (2, "badge")]


def test_joe_1_that_a_whole_qualification_stands_between_its_unit_and_what_universities_give() -> None:
    steps = path(Wanted(Text(en="x"), level_from=0, level_to=4), (UAS, WHOLE, VET, VST))
    assert [s.rung for s in steps] == list(RUNGS)
    assert steps[2].codes == ("331101",)


def test_that_credits_of_universities_tell_where_the_kind_of_provider_does_not() -> None:
    assert rung_of(Offer("o", Text(), extent_unit="op")) == "higher"
    assert rung_of(Offer("o", Text(), extent_unit="osp")) == "short"


def test_that_what_leads_to_the_target_at_once_is_no_path() -> None:
    assert path(WANTED, (match("enough", level_to=4), VET, UAS)) == ()
    assert path(Wanted(Text(en="x"), level_from=2, level_to=3), (VST, VET, UAS)) == ()


def test_that_one_kind_of_offer_alone_is_no_path() -> None:
    assert path(WANTED, (VST, match("another course"))) == ()


@pytest.mark.parametrize(("level_from", "level_to"), [(None, 3), (1, None), (None, None)])
def test_that_without_known_levels_there_is_no_path(level_from: int | None, level_to: int | None) -> None:
    assert path(Wanted(Text(en="x"), level_from=level_from, level_to=level_to), (VST, VET, UAS)) == ()


def test_that_an_offer_too_high_to_begin_or_too_low_to_lead_on_is_no_step() -> None:
    too_high, too_low = match("too high", level_from=2), match("too low", level_to=1)
    assert [s.offer.key for s in path(WANTED, (too_high, too_low, VST, VET))] == ["evening course", "unit"]


OFFERS = st.lists(
    st.builds(
        match,
        st.text(max_size=3),
        provider_type=st.sampled_from(["VST", "VET", "UAS", None]),
        offer_type=st.sampled_from(["course", "unit", "qualification", "badge"]),
        level_from=st.none() | st.integers(0, 4),
        level_to=st.none() | st.integers(0, 4),
    ),
    max_size=8,
)


@given(OFFERS, st.integers(0, 4), st.integers(0, 4))
def test_that_steps_climb_in_order_each_where_the_one_before_leads(
    matches: list[Match], level: int, target: int
) -> None:
    steps = path(Wanted(Text(en="x"), level_from=level, level_to=target), matches)
    places = [RUNGS.index(step.rung) for step in steps]
    assert len(steps) != 1
    assert places == sorted(set(places))
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    for step in steps:
        assert level < target
        assert (step.offer.level_from or 0) <= level
        led = level + 1 if step.offer.level_to is None else step.offer.level_to
        assert led > level
        level = led
