"""The owner's order beside the computed one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.mapping.company import Company
from app.mapping.model import MAX_AGREED, Agreed, Assessment, Assessor, Mapping, Person, Role, RoleNeed, Targets
from app.mapping.plan import Results, results
from app.texts import Text
from app.ui.results import order

TODAY = date(2026, 11, 23)
STEPS: tuple[Literal[-1, 1], ...] = (-1, 1)


def mapping(levels: dict[str, int | None], *agreed: str) -> Mapping:
    """One person with a need for each key, at these levels of three; None is not assessed."""
    return Mapping(
        key="mapping",
        company=Company("company", "Example Workshop Ltd"),
        roles=(Role("role", "Machinist"),),
        people=(Person("person", "role", "H1"),),
        needs=tuple(
            RoleNeed(k, "role", Text(en=k), targets=Targets(3, 3, 3), position=i) for i, k in enumerate(levels)
        ),
        assessments=tuple(
            Assessment("person", k, Assessor.SUPERVISOR, level) for k, level in levels.items() if level is not None
        ),
        agreed=tuple(Agreed(k, i) for i, k in enumerate(agreed)),
    )


def scored(levels: dict[str, int | None], *agreed: str) -> Results:
    return results(mapping(levels, *agreed), TODAY)


def keys(priorities: tuple[order.Priority, ...]) -> list[str]:
    return [p.scored.need.key for p in priorities]


def test_that_agreed_ones_come_first_in_the_owners_order_and_the_rest_as_computed() -> None:
    found = order.priorities(scored({"a": 0, "b": 1, "c": 2, "d": 3}, "c", "a"))
    assert keys(found) == ["c", "a", "b", "d"]
    assert [p.place for p in found] == [1, 2, 3, 4]
    assert [p.computed for p in found] == [3, 1, 2, 4]


def test_that_only_the_last_agreed_one_closes_the_group() -> None:
    found = order.priorities(scored({"a": 0, "b": 1, "c": 2}, "b", "a"))
    assert [p.last_agreed for p in found] == [False, True, False]


def test_that_a_move_is_told_of_agreed_ones_alone() -> None:
    found = order.priorities(scored({"a": 0, "b": 1, "c": 2}, "c", "b"))
    assert [p.moved for p in found] == ["up", None, None]
    assert order.priorities(scored({"a": 0, "b": 1}, "b", "a"))[1].moved == "down"


def test_that_a_need_is_agreed_on_after_all_others() -> None:
    fresh = order.agree(replace(mapping({"a": 0, "b": 1}), agreed=(Agreed("a", 7),)), "b")
    assert fresh == Agreed("b", 8)


def test_that_a_sixth_is_refused() -> None:
    six = mapping(dict.fromkeys("abcdef", 0), *"abcde")
    with pytest.raises(UserError) as refused:
        order.agree(six, "f")
    assert refused.value.values == {"n": MAX_AGREED}


def test_that_filling_up_takes_the_most_pressing_and_neither_the_unknown_nor_what_is_in_order() -> None:
    found = order.agree_on_first(scored({"a": 2, "b": 0, "c": None, "d": 3, "e": 1}, "e"))
    assert found == (Agreed("b", 1), Agreed("a", 2))


def test_that_filling_up_stops_at_five() -> None:
    found = order.agree_on_first(scored({**dict.fromkeys("abcdef", 0), "g": 2}, "g"))
    assert [a.need_key for a in found] == list("abcd")


def test_that_a_move_lets_two_change_places_and_keeps_what_was_said_of_them() -> None:
    agreed = [Agreed("a", 0, "first"), Agreed("b", 3), Agreed("c", 4)]
    assert order.moved(agreed, "a", 1) == (Agreed("a", 3, "first"), Agreed("b", 0))


def test_that_nothing_moves_past_either_end() -> None:
    agreed = [Agreed("b", 1), Agreed("a", 0)]
    assert order.moved(agreed, "a", -1) == ()
    assert order.moved(agreed, "b", 1) == ()


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from(STEPS)), max_size=12))
def test_that_moves_lose_nothing_and_leave_every_place_to_one_alone(moves: list[tuple[str, Literal[-1, 1]]]) -> None:
    agreed = {k: Agreed(k, i) for i, k in enumerate("abcde")}
    for key, step in moves:
        agreed |= {a.need_key: a for a in order.moved(list(agreed.values()), key, step)}
    assert sorted(a.position for a in agreed.values()) == [0, 1, 2, 3, 4]


@given(
    st.dictionaries(st.sampled_from("abcdefgh"), st.none() | st.integers(0, 4), min_size=1),
    st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=MAX_AGREED),
)
def test_that_every_need_stands_in_the_list_once(levels: dict[str, int | None], wanted: list[str]) -> None:
    agreed = [k for k in wanted if k in levels]
    found = order.priorities(scored(levels, *agreed))
    assert sorted(keys(found)) == sorted(levels)
    assert keys(found)[: len(agreed)] == agreed
    assert [p.place for p in found] == list(range(1, len(levels) + 1))


def test_that_agreeing_and_filling_up_number_on_from_the_same_place() -> None:
    two = mapping({"a": 0, "b": 1}, "b")
    assert order.agree_on_first(results(two, TODAY)) == (order.agree(two, "a"),)
