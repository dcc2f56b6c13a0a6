"""Calculations of a survey: expressions with names that rules may speak of as if they were answers.

A rule that names one has the expression in its place, so that nothing has to be computed ahead or kept. A few short
calculations that name each other twice each would make a rule without end: what they grow to has a limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Dict
from graphlib import CycleError, TopologicalSorter
from typing import Final

from app.errors import UserError
from app.mapping.survey import Calculation, Survey
from app.mapping.survey_faults import Fault
from app.mapping.survey_rules import MAX_DEPTH, Answered, Call, Rule, named, parsed

LARGEST: Final = 1000
"""Parts of a rule with all its calculations."""

Rules = Dict[str, Rule]


def rule_of(text: str, calculations: Rules) -> Rule:
    """A rule from its text, with calculations in the place of their names."""
    rule = parsed(text)
    parts, depth = _measured(rule, {name: _measured(each, {}) for name, each in _of(rule, calculations).items()})
    if parts > LARGEST or depth > MAX_DEPTH:
        raise UserError(
            "The rule {rule} has more than {limit} parts with all that it calculates. Divide it.",
            {"rule": text, "limit": LARGEST},
        )
    return _spelt_out(rule, calculations)


def _of(rule: Rule, calculations: Rules) -> Rules:
    return {name: calculations[name] for name in named(rule) if name in calculations}


def _measured(rule: Rule, known: Dict[str, tuple[int, int]]) -> tuple[int, int]:
    """How many parts a rule has, and how deep they are nested."""
    if isinstance(rule, Answered):
        return known.get(rule.question, (1, 1))
    parts = [_measured(arg, known) for arg in rule.args] if isinstance(rule, Call) else []
    return 1 + sum(size for size, _ in parts), 1 + max((depth for _, depth in parts), default=0)


def _spelt_out(rule: Rule, calculations: Rules) -> Rule:
    if isinstance(rule, Answered):
        return calculations.get(rule.question, rule)
    if isinstance(rule, Call):
        return Call(rule.name, tuple(_spelt_out(arg, calculations) for arg in rule.args))
    return rule


def calculated(survey: Survey) -> dict[str, Rule]:
    """The calculations of a survey in which they have no faults."""
    texts = {each.id: each.expression for each in survey.calculations}
    ready: dict[str, Rule] = {}
    for name in _order(survey.calculations):
        ready[name] = rule_of(texts[name], ready)
    return ready


def _order(calculations: tuple[Calculation, ...]) -> tuple[str, ...]:
    """Each calculation after those that it names; a circle is a CycleError."""
    names = {each.id for each in calculations}
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for each in calculations:
        sorter.add(each.id, *(names & {*named(parsed(each.expression))}))
    return tuple(sorter.static_order())


def faults_of_calculations(survey: Survey) -> Iterator[Fault]:
    """Expressions that cannot be read, name each other in a circle, or grow too large. What they mean is not judged."""
    unreadable = [*_unreadable(survey)]
    yield from unreadable
    if unreadable:
        return
    ready: dict[str, Rule] = {}
    texts = {each.id: each.expression for each in survey.calculations}
    try:
        for name in _order(survey.calculations):
            ready[name] = rule_of(texts[name], ready)
    except CycleError as found:
        circle = [str(name) for name in found.args[1]][:-1]  # it ends where it began
        error = UserError("The calculations {names} name each other in a circle.", {"names": circle})
        yield Fault(circle[0], "expression", error)
    except UserError as error:
        yield Fault(next(each for each in texts if each not in ready), "expression", error)


def _unreadable(survey: Survey) -> Iterator[Fault]:
    for each in survey.calculations:
        try:
            parsed(each.expression)
        except UserError as error:
            yield Fault(each.id, "expression", error)
