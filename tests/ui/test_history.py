"""What can be taken back: each state of one mapping, in the order in which it was left."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.mapping.model import Company, Mapping
from app.ui.history import MOST, History

EMPTY = Mapping("mapping", Company("company", "Workshop"))


def test_that_the_first_look_is_no_change() -> None:
    history = History()
    assert not history.note(EMPTY)
    assert history.back() is None


def test_that_a_mapping_that_is_only_saved_later_is_the_same() -> None:
    history = History()
    history.note(EMPTY)
    assert not history.note(replace(EMPTY, changed=datetime(2026, 11, 23, tzinfo=UTC)))
    assert history.back() is None


@given(st.lists(st.text(max_size=3), min_size=1, max_size=12))
def test_that_going_back_passes_every_state_in_reverse(goals: list[str]) -> None:
    history, states = History(), list[Mapping]()
    for goal in goals:
        state = replace(EMPTY, goal=goal)
        history.note(state)
        if not states or states[-1] != state:
            states.append(state)
    for expected in reversed(states[:-1]):
        assert history.back() == expected
        assert not history.note(expected)
    assert history.back() is None


def test_that_what_is_done_after_going_back_can_be_taken_back_too() -> None:
    history = History()
    for goal in ("", "a", "b"):
        history.note(replace(EMPTY, goal=goal))
    history.back()
    assert history.note(replace(EMPTY, goal="c"))
    assert history.back() == replace(EMPTY, goal="a")


def test_that_another_mapping_has_a_history_of_its_own() -> None:
    history = History()
    history.note(EMPTY)
    history.note(replace(EMPTY, goal="a"))
    history.note(replace(EMPTY, key="other"))
    assert history.back() is None


def test_that_only_so_much_is_remembered() -> None:
    history = History()
    for number in range(MOST + 20):
        history.note(replace(EMPTY, goal=str(number)))
    steps = 0
    while history.back():
        steps += 1
    assert steps == MOST
