"""Whether a rule makes sense in a survey: questions exist, choices are among theirs, and like is compared with like.

A rule that is wrong in form would never hold and never be noticed, so all of it is checked when a survey is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Dict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from app.errors import UserError
from app.mapping.survey import Kind, Question
from app.mapping.survey_operations import day_number, number
from app.mapping.survey_rules import OWN, TODAY, Answered, Call, Constant, Rule, Today, named


class Sort(StrEnum):
    """What a rule or a part of it comes to."""

    TRUTH = "truth"
    NUMBER = "number"
    DAY = "day"
    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"


_SORTS: Final = {
    Kind.TEXT: Sort.TEXT,
    Kind.NUMBER: Sort.NUMBER,
    Kind.DATE: Sort.DAY,
    Kind.MULTIPLE: Sort.CHOICES,
    Kind.LIST: Sort.CHOICES,
}
_TAKES: Final[dict[str, tuple[frozenset[Sort], Sort]]] = {
    "not": (frozenset({Sort.TRUTH}), Sort.TRUTH),
    "and": (frozenset({Sort.TRUTH}), Sort.TRUTH),
    "or": (frozenset({Sort.TRUTH}), Sort.TRUTH),
    "true": (frozenset(), Sort.TRUTH),
    "false": (frozenset(), Sort.TRUTH),
    "number": (frozenset({Sort.NUMBER, Sort.TEXT, Sort.CHOICE}), Sort.NUMBER),
    "count-selected": (frozenset({Sort.CHOICES}), Sort.NUMBER),
    "count": (frozenset({Sort.CHOICES}), Sort.NUMBER),
    "string-length": (frozenset({Sort.TEXT, Sort.CHOICE}), Sort.NUMBER),
}
"""Operations whose arguments are all of the same sorts, and what they give."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a rule stands: all questions, the lists that each is asked for, those of the place of the rule.

    `own` is the question whose answer a constraint limits; `text` is the rule as it was written.
    """

    questions: Dict[str, Question]
    chains: Dict[str, tuple[str, ...]]
    chain: tuple[str, ...]
    text: str
    own: str = ""


def check_rule(rule: Rule, scope: Scope) -> None:
    """Nothing when the rule makes sense and holds or not; otherwise a UserError that says why it does not."""
    if _sort(rule, scope) is not Sort.TRUTH:
        raise UserError(
            "The rule {rule} neither holds nor fails: compare the answer with something.", {"rule": scope.text}
        )


def check_calculation(rule: Rule, scope: Scope) -> None:
    """The same for an expression that may come to anything, asked wherever its own questions are."""
    deepest = max((scope.chains.get(name, ()) for name in named(rule)), key=len, default=())
    _sort(rule, replace(scope, chain=deepest))


def _sort(rule: Rule, scope: Scope) -> Sort:
    if isinstance(rule, Constant):
        return Sort.TEXT if isinstance(rule.value, str) else Sort.NUMBER
    if isinstance(rule, Today):
        return Sort.DAY
    if isinstance(rule, Answered):
        return _SORTS.get(_question(rule, scope).kind, Sort.CHOICE)
    return _CHECKS.get(rule.name, _of_function)(rule, scope)


def _question(rule: Answered, scope: Scope) -> Question:
    """The question that a rule speaks of, which must be asked where the rule stands."""
    key = scope.own if rule.question == OWN else rule.question
    question = scope.questions.get(key)
    if question is None or question.kind is Kind.NOTE:
        values = {"rule": scope.text, "question": rule.question}
        raise UserError("The rule {rule} speaks of {question}, which is no question of this survey.", values)
    chain = scope.chains[key]
    if scope.chain[: len(chain)] != chain:
        values = {"rule": scope.text, "question": key, "list": chain[-1]}
        raise UserError(
            "The rule {rule} speaks of {question}, which has an answer for each entry of {list}: "
            "it is not said which of them.",
            values,
        )
    return question


def _of_comparison(rule: Call, scope: Scope) -> Sort:
    """= and !=: anything with the empty text, a choice with one of its values, otherwise like with like."""
    for one, other in (rule.args, rule.args[::-1]):
        if other == Constant(""):
            if _sort(one, scope) is Sort.TRUTH:
                raise _no_match(rule, scope)
            return Sort.TRUTH
        if isinstance(one, Answered) and isinstance(other, Constant) and _is_among(one, other, scope):
            return Sort.TRUTH
    one, other = rule.args
    left, right = _sort(one, scope), _sort(other, scope)
    if left is not right or left is Sort.CHOICES:
        raise _no_match(rule, scope)
    return Sort.TRUTH


def _is_among(one: Answered, other: Constant, scope: Scope) -> bool:
    """Whether a value is one that the question may have; a choice that it lacks is refused."""
    question = _question(one, scope)
    values = [choice.value for choice in question.choices]
    sort = _SORTS.get(question.kind, Sort.CHOICE)
    if sort is Sort.NUMBER:
        return other.value in values
    if sort is not Sort.CHOICE:
        return False
    alike = [value for value in values if other.value in (value, number(value))]
    if not alike and not question.pick:
        raise _no_choice(one.question, other, values, scope)
    return True


def _of_measuring(rule: Call, scope: Scope) -> Sort:
    """<, <=, > and >=: numbers and choices that are numbers, or two days."""
    if {_sort(arg, scope) for arg in rule.args} == {Sort.DAY}:
        return Sort.TRUTH
    _all_numeric(rule, scope)
    return Sort.TRUTH


def _of_shifting(rule: Call, scope: Scope) -> Sort:
    """+ and -: numbers, a day so many days earlier or later, or the days between two."""
    sorts = [_sort(arg, scope) for arg in rule.args]
    if rule.name == "-" and sorts == [Sort.DAY, Sort.DAY]:
        return Sort.NUMBER
    days = {"+": ([Sort.DAY, Sort.NUMBER], [Sort.NUMBER, Sort.DAY]), "-": ([Sort.DAY, Sort.NUMBER],)}
    return Sort.DAY if sorts in days[rule.name] else _all_numeric(rule, scope)


def _all_numeric(rule: Call, scope: Scope) -> Sort:
    for arg in rule.args:
        if not _is_numeric(arg, scope):
            raise _no_argument(rule, arg, scope)
    return Sort.NUMBER


def _is_numeric(rule: Rule, scope: Scope) -> bool:
    """A number, or a choice of which some values are numbers; the others count as unknown."""
    sort = _sort(rule, scope)
    if sort is Sort.CHOICE and isinstance(rule, Answered):
        return any(number(choice.value) is not None for choice in _question(rule, scope).choices)
    return sort is Sort.NUMBER


def _of_function(rule: Call, scope: Scope) -> Sort:
    takes, gives = _TAKES[rule.name]
    for arg in rule.args:
        if _sort(arg, scope) not in takes:
            raise _no_argument(rule, arg, scope)
    return gives


def _of_selected(rule: Call, scope: Scope) -> Sort:
    chosen, value = rule.args
    if not isinstance(chosen, Answered) or _sort(chosen, scope) not in (Sort.CHOICE, Sort.CHOICES):
        raise _no_argument(rule, chosen, scope)
    if not isinstance(value, Constant) or not isinstance(value.value, str):
        raise _no_argument(rule, value, scope)
    question = _question(chosen, scope)
    values = [choice.value for choice in question.choices]
    if question.kind is not Kind.LIST and not question.pick and value.value not in values:
        raise _no_choice(chosen.question, value, values, scope)
    return Sort.TRUTH


def _of_date(rule: Call, scope: Scope) -> Sort:
    (day,) = rule.args
    if not isinstance(day, Constant) or not isinstance(day.value, str) or day_number(day.value) is None:
        raise _no_argument(rule, day, scope)
    return Sort.DAY


def _of_if(rule: Call, scope: Scope) -> Sort:
    test, *rest = rule.args
    if _sort(test, scope) is not Sort.TRUTH:
        raise _no_argument(rule, test, scope)
    return _of_two(Call(rule.name, tuple(rest)), scope)


def _of_two(rule: Call, scope: Scope) -> Sort:
    """Two of a sort, of which one comes out."""
    one, other = (_sort(arg, scope) for arg in rule.args)
    if one is not other:
        raise _no_match(rule, scope)
    return one


def _no_choice(question: str, value: Constant, values: list[str], scope: Scope) -> UserError:
    named = scope.own if question == OWN else question
    return UserError(
        "The rule {rule} compares {question} with {value}, which is none of its choices: {choices}.",
        {"rule": scope.text, "question": named, "value": written(value), "choices": values},
    )


def _no_match(rule: Call, scope: Scope) -> UserError:
    one, other = (written(arg) for arg in rule.args)
    return UserError(
        "The rule {rule} compares what cannot be compared: {one} and {other}.",
        {"rule": scope.text, "one": one, "other": other},
    )


def _no_argument(rule: Call, arg: Rule, scope: Scope) -> UserError:
    return UserError(
        "In the rule {rule}, {name} cannot work with {value}.",
        {"rule": scope.text, "name": "-" if rule.name == "negative" else rule.name, "value": written(arg)},
    )


def written(rule: Rule) -> str:
    """A part of a rule as it would be written."""
    if isinstance(rule, Answered):
        return "." if rule.question == OWN else f"${{{rule.question}}}"
    if isinstance(rule, Constant):
        return f"'{rule.value}'" if isinstance(rule.value, str) else str(rule.value)
    if isinstance(rule, Today):
        return f"{TODAY}()"
    args = [written(arg) for arg in rule.args]
    return (
        f" {rule.name} ".join(args)
        if len(args) == 2 and not rule.name[0].isalpha()
        else f"{rule.name}({', '.join(args)})"
    )


_CHECKS: Final[dict[str, Callable[[Call, Scope], Sort]]] = {
    **dict.fromkeys(("=", "!="), _of_comparison),
    **dict.fromkeys(("<", "<=", ">", ">="), _of_measuring),
    **dict.fromkeys(("+", "-"), _of_shifting),
    **dict.fromkeys(("*", "div", "mod", "negative", "round"), _all_numeric),
    "selected": _of_selected,
    "date": _of_date,
    "if": _of_if,
    "coalesce": _of_two,
}
"""Operations with a check of their own."""
