"""What to fix first, the agreed order, the first action and the ways forward."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.company import Company
from app.mapping.model import (
    Agreed,
    Assessment,
    Assessor,
    CardHolding,
    Mapping,
    Measure,
    MeasureStatus,
    OptionType,
    Person,
    RequiredCount,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.plan import (
    TO_FIX,
    CardState,
    card_state,
    first_action,
    fix_first,
    results,
    years_after,
)
from app.texts import Text

SEEN = date(2026, 11, 21)


def card(key: str = "k", valid_to: date | None = None, **fields: object) -> CardHolding:
    return replace(CardHolding(key, "C02", "r", Text(en="Hot-work card"), valid_to=valid_to), **fields)  # type: ignore[arg-type] # any field of a holding


class TestCardState:
    @pytest.mark.parametrize(
        ("valid_to", "state"),
        [
            (date(2027, 5, 21), "valid"),
            (date(2027, 5, 20), "expiring"),
            (date(2026, 12, 22), "expiring"),
            (date(2026, 12, 21), "red"),
            (SEEN, "red"),
            (date(2026, 11, 20), "overdue"),
            (None, "no_end"),
        ],
        ids=["181 days", "180 days", "31 days", "30 days", "last day", "day after", "no end"],
    )
    def test_that_it_turns_on_its_day(self, valid_to: date | None, state: CardState) -> None:
        assert card_state(card(valid_to=valid_to), SEEN) == state

    @pytest.mark.parametrize("state", ["missing", "not_known", "not_needed"])
    def test_that_what_is_not_held_has_no_date(self, state: CardState) -> None:
        assert card_state(card(valid_to=date(2020, 1, 1), state=state), SEEN) == state

    def test_that_a_card_without_an_end_date_never_expires(self) -> None:
        assert card_state(card(valid_to=None), date(2999, 1, 1)) == "no_end"


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2024, 2, 29), 5, date(2029, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2026, 11, 23), 5, date(2031, 11, 23)),
    ],
)
def test_that_a_leap_day_comes_back_as_the_28th_where_there_is_none(day: date, years: int, expected: date) -> None:
    assert years_after(day, years) == expected


class TestFixFirst:
    def test_that_the_most_pressing_comes_first(self) -> None:
        cards = (
            card("not known", state="not_known"),
            card("soon", SEEN + timedelta(days=100)),
            card("red", SEEN + timedelta(days=10)),
            card("missing", state="missing"),
            card("over", SEEN - timedelta(days=1)),
            card("long over", SEEN - timedelta(days=90)),
        )
        found = fix_first(_mapping(cards=cards), SEEN)
        assert [f.holding.key for f in found] == ["long over", "over", "missing", "red", "soon", "not known"]
        assert [f.days for f in found] == [-90, -1, None, 10, 100, None]

    def test_that_what_needs_no_act_is_left_out(self) -> None:
        cards = (card("a", SEEN + timedelta(days=181)), card("b"), card("c", state="not_needed"))
        assert fix_first(_mapping(cards=cards), SEEN) == ()

    @given(st.lists(st.integers(-400, 400), max_size=8))
    def test_that_no_order_of_input_changes_it(self, days: list[int]) -> None:
        cards = tuple(card(f"k{i}", SEEN + timedelta(days=d)) for i, d in enumerate(days))
        found = fix_first(_mapping(cards=cards), SEEN)
        assert fix_first(_mapping(cards=cards[::-1]), SEEN) == found
        assert all(TO_FIX.index(a.state) <= TO_FIX.index(b.state) for a, b in pairwise(found))
        assert len(found) == sum(d <= 180 for d in days)


class TestAgreed:
    def test_that_the_owners_order_stands_beside_the_computed_one(self) -> None:
        low, high = need("low"), need("high")
        agreed = (Agreed("high", 1), Agreed("low", 0, "the customer asks"))
        measures = (measure("b", position=1), measure("a", position=0), measure("other", for_key="high"))
        found = results(_mapping({low: [2], high: [0]}, agreed=agreed, measures=measures), SEEN)
        first, second = found.agreed
        assert (first.scored.need.key, first.computed_rank, first.agreed.reason) == ("low", 2, "the customer asks")
        assert (second.scored.need.key, second.computed_rank) == ("high", 1)
        assert [m.key for m in first.measures] == ["a", "b"]
        assert [row.need.key for row in found.ranked] == ["high", "low"]

    def test_that_a_need_that_is_gone_is_no_priority(self) -> None:
        assert results(_mapping(agreed=(Agreed("gone", 0),)), SEEN).agreed == ()


class TestFirstAction:
    def test_that_the_one_marked_comes_before_the_nearest(self) -> None:
        near, marked = measure("near", deadline=SEEN), measure("marked", first_step=True)
        assert first_action(_mapping(measures=(near, marked))) == marked

    def test_that_otherwise_the_nearest_open_one_is_it(self) -> None:
        measures = (
            measure("done", deadline=SEEN, status=MeasureStatus.DONE, first_step=True),
            measure("dropped", deadline=SEEN, status=MeasureStatus.DROPPED),
            measure("undated"),
            measure("later", deadline=SEEN + timedelta(days=9)),
            measure("near", deadline=SEEN + timedelta(days=2), status=MeasureStatus.IN_PROGRESS),
        )
        found = first_action(_mapping(measures=measures))
        assert found
        assert found.key == "near"

    def test_that_there_is_none_without_an_open_measure(self) -> None:
        assert first_action(_mapping()) is None


def need(
    key: str,
    *,
    role: str = "r",
    target: int | None = 3,
    required: RequiredCount = 1,
    statutory: bool = False,
    name: str = "Welding",
) -> RoleNeed:
    targets = Targets(target, target, target)
    return RoleNeed(key, role, Text(en=name), targets=targets, criticality=3, required=required, statutory=statutory)


def measure(key: str, for_key: str = "low", **fields: object) -> Measure:
    return replace(Measure(key, for_key, OptionType.PAIR_WORK), **fields)  # type: ignore[arg-type] # any field of a measure


def _mapping(
    rows: dict[RoleNeed, list[int | None]] | None = None,
    *,
    cards: tuple[CardHolding, ...] = (),
    agreed: tuple[Agreed, ...] = (),
    measures: tuple[Measure, ...] = (),
) -> Mapping:
    """Roles with the levels of their people in each need; a person's key is the role's with a number."""
    rows = rows or {}
    heads = {n.role_key: max(len(levels) for m, levels in rows.items() if m.role_key == n.role_key) for n in rows}
    answers = [
        Assessment(f"{n.role_key}{i}", n.key, Assessor.SUPERVISOR, level)
        for n, levels in rows.items()
        for i, level in enumerate(levels)
    ]
    return Mapping(
        "m",
        Company("c", "Workshop"),
        roles=tuple(Role(r, r, head_count=n) for r, n in heads.items()),
        people=tuple(Person(f"{r}{i}", r, f"H{i}") for r, n in heads.items() for i in range(n)),
        needs=tuple(rows),
        assessments=tuple(answers),
        cards=cards,
        agreed=agreed,
        measures=measures,
    )
