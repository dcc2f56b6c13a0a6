"""Which few of many candidates cover most within a budget: the problem itself, without a word on training.

Budgeted maximum coverage: a candidate covers a share of each wish, and of several for one wish the best counts. Of sets
that cover as much, the cheaper is better, then the one with fewer candidates, then the one with fewer hours; at last
the keys decide. What is not known comes after every figure that is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import lcm
from operator import ge
from typing import Final

Rank = tuple[Fraction, int, Decimal, int, int, Decimal, tuple[str, ...]]
"""The less, the better: not covered, prices not known, euros, how many, hours not known, hours, keys."""
_HEAD_START: Final = Fraction(1, 100)
"""Added to what a candidate uses of a budget, so that what is free has a finite worth."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What may be used in all: hours of each person, and euros of the company; None is no limit."""

    hours: Decimal | None = None
    euros: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """The share 0…1 it covers of each wish, and what it takes: hours of one person, euros of all; None is not known."""

    key: str
    shares: tuple[Fraction, ...]
    hours: Decimal | None
    euros: Decimal | None


@dataclass(frozen=True, slots=True)
class Problem:
    """What each wish weighs, and candidates in the order of their keys."""

    weights: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    budget: Budget


Known = tuple[bool, Decimal]
Shares = tuple[int, ...]
Chosen = tuple[int, ...]
"""Places of candidates, ascending."""
Solve = Callable[[Problem], Chosen | None]
"""Finds an optimal set; None where none was proved."""


def covered(problem: Problem, chosen: Chosen) -> tuple[Fraction, ...]:
    """The share of each wish that a set covers."""
    shares = [problem.candidates[place].shares for place in chosen]
    return tuple(max((of[wish] for of in shares), default=Fraction()) for wish in range(len(problem.weights)))


def worth(problem: Problem, chosen: Chosen) -> Fraction:
    """The weight that a set covers."""
    pairs = zip(problem.weights, covered(problem, chosen), strict=True)
    return sum((weight * share for weight, share in pairs), Fraction())


def rank(problem: Problem, chosen: Chosen) -> Rank:
    """What sets are compared by."""
    taken = [problem.candidates[place] for place in chosen]
    euros, hours = [c.euros for c in taken], [c.hours for c in taken]
    keys = tuple(candidate.key for candidate in taken)
    uncovered = sum(problem.weights) - worth(problem, chosen)
    return uncovered, euros.count(None), total(euros), len(taken), hours.count(None), total(hours), keys


def total(figures: Iterable[Decimal | None]) -> Decimal:
    """The sum of those that are known."""
    return sum((figure for figure in figures if figure is not None), Decimal())


def is_within(problem: Problem, chosen: Chosen) -> bool:
    """Whether a set keeps within the budget; what is not known never does where there is one."""
    taken = [problem.candidates[place] for place in chosen]
    kinds = ((problem.budget.euros, [c.euros for c in taken]), (problem.budget.hours, [c.hours for c in taken]))
    return all(limit is None or (None not in figures and total(figures) <= limit) for limit, figures in kinds)


def narrowed(problem: Problem) -> Problem:
    """The candidates that can be in a best set: nothing is lost by it, and thousands become tens.

    Each is within the budget when it stands alone, and no other covers as much of every wish and takes no more.
    """
    places = range(len(problem.candidates))
    fitting = (problem.candidates[place] for place in places if is_within(problem, (place,)))
    kept = _undominated([candidate for candidate in fitting if any(candidate.shares)], problem.budget)
    return replace(problem, candidates=tuple(sorted(kept, key=lambda candidate: candidate.key)))


def _undominated(candidates: Sequence[Candidate], budget: Budget) -> list[Candidate]:
    """Of candidates from the least that they take to the most, those that some kept one does not outdo.

    Hours only break ties, and so stand behind euros, unless there is a budget of them. Shares are compared as multiples
    of the largest part that all are made of: whole numbers are compared many times faster than fractions.
    """
    parts = lcm(*{share.denominator for c in candidates for share in c.shares})
    ordered = [(tuple(s.numerator * (parts // s.denominator) for s in c.shares), c) for c in candidates]
    ordered.sort(key=lambda row: (_takes(row[1]), -sum(row[0]), row[1].key))
    kept: list[tuple[Shares, Known, Candidate]] = []
    least: dict[Shares, Known] = {}
    for shares, candidate in ordered:
        hours = _known(candidate.hours if budget.hours is not None else Decimal())
        if shares in least and least[shares] <= hours:
            continue
        if not any(h <= hours and all(map(ge, s, shares)) for s, h, _other in kept):
            least[shares] = hours
            kept.append((shares, hours, candidate))
    return [candidate for _shares, _hours, candidate in kept]


def _takes(candidate: Candidate) -> tuple[Known, Known]:
    return _known(candidate.euros), _known(candidate.hours)


def _known(figure: Decimal | None) -> Known:
    """A figure to be compared: what is not known is more than any that is."""
    return figure is None, figure or Decimal()


def greedy(problem: Problem) -> Chosen:
    """A good set, put together step by step: each time what adds most for what it uses of the budget.

    The best single candidate takes its place where that alone is worth more.
    """
    chosen: Chosen = ()
    while (more := _best_step(problem, chosen)) is not None:
        chosen = tuple(sorted((*chosen, more)))
    alone = ((place,) for place in range(len(problem.candidates)) if is_within(problem, (place,)))
    return min((_needed(problem, chosen), *alone), key=lambda these: rank(problem, these))


def _best_step(problem: Problem, chosen: Chosen) -> int | None:
    """The candidate that adds most for what it uses; None where none adds anything within the budget."""
    now = covered(problem, chosen)
    steps = []
    for place, candidate in enumerate(problem.candidates):
        more = _more(problem.weights, now, candidate.shares)
        if more and is_within(problem, (*chosen, place)):
            steps.append((-more / _burden(problem, place), _takes(candidate), place))
    return min(steps)[2] if steps else None


def _more(weights: Sequence[int], now: Sequence[Fraction], shares: Sequence[Fraction]) -> Fraction:
    """The weight that these shares add to what is covered now."""
    rows = zip(weights, now, shares, strict=True)
    return sum((weight * (share - had) for weight, had, share in rows if share > had), Fraction())


def _burden(problem: Problem, place: int) -> Fraction:
    """What a candidate uses of the budget, as a share of it."""
    candidate, budget = problem.candidates[place], problem.budget
    kinds = ((candidate.euros, budget.euros), (candidate.hours, budget.hours))
    return _HEAD_START + sum((Fraction(used) / Fraction(limit) for used, limit in kinds if used and limit), Fraction())


def _needed(problem: Problem, chosen: Chosen) -> Chosen:
    """The set without what others in it cover as well."""
    for place in reversed(chosen):
        without = tuple(other for other in chosen if other != place)
        if worth(problem, without) == worth(problem, chosen):
            return _needed(problem, without)
    return chosen


def best(problem: Problem, solve: Solve) -> tuple[Chosen, bool]:
    """The best set and whether it is proved to be: what `solve` finds, else one put together step by step."""
    steps, found = greedy(problem), solve(problem)
    proved = None if found is None else _needed(problem, found)
    if proved is None or not is_within(problem, proved) or rank(problem, steps)[:-1] < rank(problem, proved)[:-1]:
        return steps, False
    return proved, True


def owners(problem: Problem, chosen: Sequence[int]) -> dict[int, int]:
    """By wish, the place of the chosen candidate that covers most of it; a wish nobody covers is not there."""
    found: dict[int, int] = {}
    for wish in range(len(problem.weights)):
        most = max(chosen, key=lambda place: problem.candidates[place].shares[wish], default=None)
        if most is not None and problem.candidates[most].shares[wish]:
            found[wish] = most
    return found
