"""Few of many candidates that cover most within a budget: exact against every set there is, and step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.best_set_choice import Budget, Candidate, Chosen, Problem, best, greedy, is_within, narrowed, rank
from app.services import solving

solve = partial(solving.solve, seconds=60)
"""With time enough on a busy machine."""
FIGURES = st.none() | st.integers(0, 6).map(Decimal)
SHARES = st.sampled_from([Fraction(n, 10) for n in (0, 0, 3, 6, 9, 10)])


def candidate(key: str, *shares: int, hours: int | None = 1, euros: int | None = 1) -> Candidate:
    """Shares in tenths."""
    figures = (None if figure is None else Decimal(figure) for figure in (hours, euros))
    return Candidate(key, tuple(Fraction(share, 10) for share in shares), *figures)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    wishes = draw(st.integers(1, 3))
    made = st.tuples(st.tuples(*[SHARES] * wishes), FIGURES, FIGURES)
    drawn = draw(st.lists(made, max_size=7))
    weights = draw(st.tuples(*[st.integers(0, 100)] * wishes))
    budget = Budget(draw(FIGURES), draw(FIGURES))
    return Problem(weights, tuple(Candidate(f"k{n}", *parts) for n, parts in enumerate(drawn)), budget)


def every_set(problem: Problem) -> Iterator[Chosen]:
    places = range(len(problem.candidates))
    for size in range(len(places) + 1):
        yield from (chosen for chosen in combinations(places, size) if is_within(problem, chosen))


@given(problems())
def test_that_the_set_is_the_best_of_all_sets_and_narrowing_loses_none(problem: Problem) -> None:
    whole = min(rank(problem, chosen) for chosen in every_set(problem))
    narrow = narrowed(problem)
    chosen, exact = best(narrow, solve)
    assert exact
    assert rank(narrow, chosen)[:-1] == whole[:-1]
    assert min(rank(narrow, these) for these in every_set(narrow))[:-1] == whole[:-1]


@given(problems())
def test_that_step_by_step_keeps_the_budget_and_is_never_better_than_the_best(problem: Problem) -> None:
    steps = greedy(problem)
    assert is_within(problem, steps)
    assert rank(problem, steps) >= min(rank(problem, chosen) for chosen in every_set(problem))


@given(problems())
def test_that_the_order_of_the_input_changes_nothing(problem: Problem) -> None:
    assert narrowed(replace(problem, candidates=problem.candidates[::-1])) == narrowed(problem)


def test_that_step_by_step_may_miss_what_the_proof_finds() -> None:
    broad, left, right = candidate("a", 6, 6, euros=4), candidate("b", 10, 0, euros=5), candidate("c", 0, 10, euros=5)
    problem = Problem((50, 50), (broad, left, right), Budget(euros=Decimal(10)))
    assert greedy(problem) == (0, 1)
    assert best(problem, solve) == ((1, 2), True)


@pytest.mark.parametrize(
    ("candidates", "chosen"),
    [
        ((candidate("a", 9, euros=3), candidate("b", 9, euros=2)), (1,)),
        ((candidate("a", 9, 0), candidate("b", 0, 9), candidate("c", 9, 9, euros=2)), (2,)),
        ((candidate("a", 9, hours=3), candidate("b", 9, hours=2)), (1,)),
        ((candidate("a", 9), candidate("b", 9)), (0,)),
        ((candidate("a", 9, euros=None), candidate("b", 9, euros=99)), (1,)),
        ((candidate("a", 9, euros=None), candidate("b", 3, euros=0)), (0,)),
    ],
    ids=["cheaper", "fewer", "shorter", "first", "known price", "but cover before price"],
)
def test_that_ties_are_broken_by_cost_number_hours_and_key(
    candidates: tuple[Candidate, ...], chosen: tuple[int, ...]
) -> None:
    problem = Problem((50,) * len(candidates[0].shares), candidates, Budget())
    assert best(problem, solve) == (chosen, True)
    assert greedy(problem) == chosen


def test_that_what_is_not_known_never_keeps_a_budget() -> None:
    unknown = Problem((50,), (candidate("a", 9, euros=None),), Budget(euros=Decimal(1000)))
    assert not is_within(unknown, (0,))
    assert narrowed(unknown).candidates == ()
    assert is_within(replace(unknown, budget=Budget(hours=Decimal(1000))), (0,))


def test_that_nothing_is_chosen_of_nothing() -> None:
    assert best(Problem((50,), (), Budget()), solve) == ((), True)
    assert best(Problem((), (), Budget()), solve) == ((), True)


def test_that_without_time_for_a_proof_the_set_says_so() -> None:
    problem = Problem((50,), (candidate("a", 9), candidate("b", 6)), Budget())
    assert best(problem, lambda _problem: None) == (greedy(problem), False)


def test_that_a_proof_that_breaks_the_budget_or_is_worse_is_not_believed() -> None:
    both = candidate("a", 9, 0, euros=2), candidate("b", 0, 9, euros=2)
    problem = Problem((50, 50), both, Budget(euros=Decimal(3)))
    assert best(problem, lambda _problem: (0, 1)) == ((0,), False)
    assert best(problem, lambda _problem: ()) == ((0,), False)


def test_that_the_solver_is_silent(capfd: pytest.CaptureFixture[str]) -> None:
    solve(Problem((50,), (candidate("a", 9),), Budget()))
    assert capfd.readouterr() == ("", "")
