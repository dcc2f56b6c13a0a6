"""The best set: what an offer covers of a priority, what it takes, and what is said of the choice (brief, 4.8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from app.mapping.best_set import (
    BestSet,
    Wish,
    best_set,
    budget_told,
    hours_of,
    people_to_teach,
    price_of,
    share_of,
)
from app.mapping.best_set_choice import Budget
from app.mapping.matching import Match, Reason, ReasonCode
from app.mapping.model import RequiredCount, RoleNeed, Targets
from app.mapping.scoring import score
from app.mapping.told import Money, Told
from app.offers.model import Offer
from app.services.solving import solve
from app.texts import Text

TODAY = date(2026, 11, 23)
WELD, MEASURE = RoleNeed("weld", "r", Text(en="Welding")), RoleNeed("measure", "r", Text(en="Measuring"))
OFFER = Offer(
    "o", Text(en="Course"), price_eur=Decimal(100), extent_value=Decimal(8), extent_unit="h", checked_on=TODAY
)


def match(key: str, points: int = 50, **fields: Any) -> Match:
    speaking_for = (ReasonCode.RIGHT_LEVEL, ReasonCode.SAME_REGION, ReasonCode.WISHED, ReasonCode.FUNDABLE)
    circumstances = tuple(Reason(code, 5) for code in speaking_for)
    return Match(replace(OFFER, key=key, **fields), 70, (Reason(ReasonCode.SAME_UNIT, points), *circumstances))


def chosen(*wishes: Wish, hours: int | None = None, euros: int | None = None) -> BestSet:
    budget = Budget(*(None if limit is None else Decimal(limit) for limit in (hours, euros)))
    return best_set(wishes, budget, TODAY, lambda problem: solve(problem, seconds=60))


def keys(found: BestSet) -> list[str]:
    return [pick.offer.key for pick in found.picks]


# What an offer covers.


@pytest.mark.parametrize(("points", "share"), [(50, 1), (45, Fraction(9, 10)), (30, Fraction(6, 10)), (65, 1)])
def test_that_what_it_is_about_counts_and_circumstances_do_not(points: int, share: Fraction) -> None:
    assert share_of(Wish(WELD, 50, 1, ()), match("o", points)) == share


@pytest.mark.parametrize(
    ("level_from", "level_to", "led_to", "share"),
    [
        (1, 3, 3, 1),
        (1, 3, 2, Fraction(1, 2)),
        (1, 3, 1, 0),
        (1, 3, 4, 1),
        (1, 3, None, 1),
        (None, 3, 2, 1),
    ],
)
def test_that_half_way_to_the_target_is_half_covered(
    level_from: int | None, level_to: int, led_to: int | None, share: Fraction
) -> None:
    assert share_of(Wish(WELD, 50, 1, (), level_from, level_to), match("o", level_to=led_to)) == share


@pytest.mark.parametrize(
    ("begins", "led_to", "share"), [(3, 4, Fraction(1, 3)), (2, None, Fraction(2, 3)), (0, 4, 1), (4, 4, 0)]
)
def test_that_an_offer_that_begins_higher_than_people_are_covers_only_its_part_of_the_way(
    begins: int, led_to: int | None, share: Fraction
) -> None:
    found = match("o", level_from=begins, level_to=led_to)
    assert share_of(Wish(WELD, 50, 1, (), 1, 4), found) == share


# What it takes.


@pytest.mark.parametrize(
    ("value", "unit", "hours"),
    [(8, "h", 8), (2, "d", 16), (5, "op", 135), (15, "osp", None), (None, "h", None), (8, None, None)],
)
def test_that_hours_are_known_only_where_an_extent_tells_them(value: Any, unit: Any, hours: int | None) -> None:
    assert hours_of(replace(OFFER, extent_value=value and Decimal(value), extent_unit=unit)) == hours


@pytest.mark.parametrize(
    ("checked", "price"), [(TODAY, 100), (TODAY - timedelta(90), 100), (TODAY - timedelta(91), None), (None, None)]
)
def test_vso_1_that_a_price_nobody_checked_lately_is_not_known(checked: date | None, price: int | None) -> None:
    assert price_of(replace(OFFER, checked_on=checked), TODAY) == price


@pytest.mark.parametrize(
    ("levels", "required", "people"),
    [((1, 1, 1), 2, 2), ((3, 1, 1), 2, 1), ((3, 3, 1, 1), 2, 2), ((1,), 3, 1), ((3, 3), 1, 1), ((None,), 2, 1)],
)
def test_that_as_many_are_taught_as_lack(levels: tuple[int | None, ...], required: RequiredCount, people: int) -> None:
    assert people_to_teach(score(levels, Targets(3, 3, 3), 3, required)) == people


def test_that_the_price_is_for_all_who_take_part_and_the_time_is_of_one() -> None:
    [pick] = chosen(Wish(WELD, 50, 3, (match("o"),))).picks
    assert pick.people == 3
    assert (pick.euros, pick.hours) == (Decimal(300), Decimal(8))


@pytest.mark.parametrize(
    ("money", "euros"), [("", None), ("none", 0), ("under_1000", 1000), ("from_1000", 5000), ("over_5000", None)]
)
def test_that_the_survey_tells_what_a_year_allows(money: Money, euros: Decimal | None) -> None:
    assert budget_told(Told(hours_a_month=4, months_off=(7, 12), money=money)) == Budget(Decimal(40), euros)
    assert budget_told(Told()).hours is None


# What is chosen.


def test_that_one_offer_for_both_comes_before_two() -> None:
    both = match("both", price_eur=Decimal(200))
    found = chosen(Wish(WELD, 50, 1, (match("a"), both)), Wish(MEASURE, 40, 1, (match("b"), both)))
    assert keys(found) == ["both"]
    assert found.exact
    assert found.share == 1
    assert found.uncovered == ()
    assert [need.key for need, _share in found.picks[0].covers] == ["weld", "measure"]


def test_that_the_heavier_priority_comes_first_where_money_is_short() -> None:
    found = chosen(Wish(MEASURE, 40, 1, (match("b"),)), Wish(WELD, 60, 1, (match("a"),)), euros=100)
    assert keys(found) == ["a"]
    assert (found.share, found.uncovered) == (Fraction(6, 10), (MEASURE,))
    assert found.euros == 100


def test_that_hours_limit_as_money_does() -> None:
    wishes = Wish(WELD, 60, 1, (match("a"),)), Wish(MEASURE, 40, 1, (match("b"),))
    assert keys(chosen(*wishes, hours=15)) == ["a"]
    assert keys(chosen(*wishes, hours=16)) == ["a", "b"]


def test_that_what_is_not_known_is_left_out_of_a_budget_and_counted_and_never_free() -> None:
    unknown = match("unknown", price_eur=None)
    assert keys(chosen(Wish(WELD, 50, 1, (unknown,)))) == ["unknown"]
    found = chosen(Wish(WELD, 50, 1, (unknown,)), euros=10_000)
    assert (found.picks, found.left_out, found.uncovered) == ((), 1, (WELD,))
    endless = match("endless", extent_value=None)
    assert chosen(Wish(WELD, 50, 1, (endless,)), hours=10_000).left_out == 1
    assert keys(chosen(Wish(WELD, 50, 1, (unknown, match("known", price_eur=Decimal(9000)))))) == ["known"]


def test_that_a_priority_without_a_known_gap_draws_no_offer() -> None:
    found = chosen(Wish(WELD, 0, 1, (match("a"),)))
    assert (found.picks, found.uncovered) == ((), (WELD,))
    assert found.share == 0
