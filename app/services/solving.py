"""The best set proved by HiGHS, a solver of mixed integer programmes (MIT); loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from app.mapping.best_set_choice import Chosen, Problem

if TYPE_CHECKING:
    import highspy

SECONDS: Final = 5.0
"""How long the solver may look for a proof; it takes a fraction of one."""
_ROUNDING: Final = 1e-6


def solve(problem: Problem, seconds: float = SECONDS) -> Chosen | None:
    """Places of an optimal set; None where the most that can be covered was not proved in time.

    What else sets are compared by is decided one after another among those that cover most, as far as time allows.
    """
    until = perf_counter() + seconds
    if not problem.candidates:
        return ()
    solver = _silent()
    chosen: Chosen | None = None
    taken = solver.addBinaries(len(problem.candidates))
    for aim in _aims(problem, taken, _limited(solver, problem, taken)):
        solver.setOptionValue("time_limit", max(0.0, until - perf_counter()))
        solver.minimize(aim)
        if not _is_proved(solver):
            break
        chosen = tuple(place for place, value in enumerate(solver.vals(taken)) if value > 0.5)
        solver.addConstr(aim <= solver.getObjectiveValue() + _ROUNDING)
    return chosen


def _silent() -> highspy.Highs:
    """A solver that says nothing on standard output, and finds the same at every run."""
    import highspy

    class Silent(highspy.Highs):
        def enableCallbacks(self) -> None:  # noqa: N802 - the first that a new solver calls, and what greets
            self.silent()
            super().enableCallbacks()  # type: ignore[no-untyped-call] # highspy has half its types

    solver = Silent()  # type: ignore[no-untyped-call] # as above
    for option, value in (("threads", 1), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.0)):
        solver.setOptionValue(option, value)
    return solver


def _limited(solver: highspy.Highs, problem: Problem, taken: Any) -> Any:
    """Add what limits a set; the weight it covers is returned. Of several for one wish, one counts."""
    budget, candidates = problem.budget, problem.candidates
    for limit, of in ((budget.euros, [c.euros for c in candidates]), (budget.hours, [c.hours for c in candidates])):
        if limit is not None:
            solver.addConstr(solver.qsum(float(f or 0) * x for f, x in zip(of, taken, strict=True)) <= float(limit))
    worth = []
    for wish, weight in enumerate(problem.weights):
        counted = []
        for candidate, x in zip(candidates, taken, strict=True):
            if candidate.shares[wish]:
                part = solver.addVariable(0, 1)
                solver.addConstr(part <= x)
                counted.append(part)
                worth.append(float(weight * candidate.shares[wish]) * part)
        if counted:
            solver.addConstr(solver.qsum(counted) <= 1)
    return solver.qsum(worth)


def _aims(problem: Problem, taken: Any, worth: Any) -> Iterator[Any]:
    """What sets are compared by, the most important first; each is made as small as can be."""
    candidates = problem.candidates
    yield -1 * worth
    for figures in (
        [float(c.euros is None) for c in candidates],
        [float(c.euros or 0) for c in candidates],
        [1.0] * len(candidates),
        [float(c.hours is None) for c in candidates],
        [float(c.hours or 0) for c in candidates],
        [float(place) for place in range(len(candidates))],
    ):
        if any(figures):
            yield sum(figure * x for figure, x in zip(figures, taken, strict=True))


def _is_proved(solver: highspy.Highs) -> bool:
    import highspy

    return solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
