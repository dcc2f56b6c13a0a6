"""Limits of numbers, lengths and counts, which a form can say in its constraint only.

What says nothing but limits is read as limits, since those are told in better words than a rule; a rule beside them
stands in brackets before them.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from app.errors import UserError
from app.mapping.survey import Kind, Question
from app.mapping.survey_rules import parsed

MEASURED: Final = {Kind.NUMBER: ".", Kind.TEXT: "string-length(.)", Kind.MULTIPLE: "count-selected(.)"}
"""What of an answer its limits speak of."""


class Limits(NamedTuple):
    constraint: str
    at_least: int | None = None
    at_most: int | None = None


def joined(question: Question) -> str:
    """The constraint of a question with its limits, where its kind has any."""
    measured = MEASURED.get(question.kind)
    if not measured:
        return question.constraint
    bounds = ((">=", question.at_least), ("<=", question.at_most))
    limits = " and ".join(f"{measured} {sign} {bound}" for sign, bound in bounds if bound is not None)
    rule = question.constraint
    if rule and (limits or (not question.message and _only_limits(rule, question.kind))):
        rule = f"({rule})"
    return " and ".join(filter(None, (rule, limits)))


def parted(constraint: str, kind: Kind, *, has_message: bool) -> Limits:
    """A constraint as what it says besides limits, and those."""
    rule, limits = _without_limits(constraint, kind)
    if has_message and not rule:
        return Limits(constraint)  # the message is about these limits
    if not limits:
        inner = constraint[1:-1]
        bracketed = f"({inner})" == constraint and _only_limits(inner, kind)
        return Limits(inner if bracketed else constraint)
    return Limits(rule, *limits)


def _only_limits(rule: str, kind: Kind) -> bool:
    rest, limits = _without_limits(rule, kind)
    return limits is not None and not rest


def _without_limits(constraint: str, kind: Kind) -> tuple[str, tuple[int | None, int | None] | None]:
    measured = re.escape(MEASURED.get(kind, "no limits"))
    limit = rf"{measured}\s*>=\s*(?P<least>-?\d{{1,9}})|{measured}\s*<=\s*(?P<most>-?\d{{1,9}})"
    first, second = limit.replace("P<", "P<a_"), limit.replace("P<", "P<b_")
    found = re.fullmatch(rf"(?:\((?P<rule>.+)\)\s+and\s+)?(?:{first})(?:\s+and\s+(?:{second}))?", constraint, re.DOTALL)
    if not found or (found["rule"] and not _can_be_read(found["rule"])):
        return constraint, None
    least, most = ([found[f"{each}_{end}"] for each in "ab"] for end in ("least", "most"))
    if all(least) or all(most):
        return constraint, None
    return found["rule"] or "", (_number(least), _number(most))


def _number(found: list[str | None]) -> int | None:
    return next((int(each) for each in found if each), None)


def _can_be_read(rule: str) -> bool:
    """False for brackets that belong to two rules: "(a) and (b)" within the first and the last."""
    try:
        parsed(rule)
    except UserError:
        return False
    return True
