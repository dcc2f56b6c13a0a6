"""What rules of surveys can do: the operations of XPath and XLSForm on answers, with XPath 1.0's conversions.

Numbers are exact. None stands for XPath's "not a number", which nothing equals or exceeds; an unanswered question is
an empty text or tuple.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from math import floor, trunc
from typing import Any, Final

Datum = str | Fraction | bool | tuple[str, ...] | None
"""A value while a rule is evaluated."""
_NUMBER: Final = re.compile(r"\s*-?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})\s*")


def number(value: Datum) -> Fraction | None:
    """XPath's number(): true is 1, text is a number only when it looks like one."""
    if isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, str | tuple):
        text = string(value)
        return Fraction(text.strip()) if _NUMBER.fullmatch(text) else None
    return value


def string(value: str | tuple[str, ...]) -> str:
    """The text of an answer; several values stand apart by spaces, as in a form."""
    return value if isinstance(value, str) else " ".join(value)


def _equal(one: Datum, other: Datum) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return bool(one) == bool(other)
    if isinstance(one, str | tuple) and isinstance(other, str | tuple):
        return string(one) == string(other)
    left, right = number(one), number(other)
    return left is not None and left == right


Numeric = Callable[[Fraction, Fraction], Any]


def _of_numbers(operation: Numeric, unknown: Datum = None) -> Callable[[Datum, Datum], Datum]:
    """An operation on two numbers; `unknown` is what comes out when one of them is none."""

    def made(one: Datum, other: Datum) -> Datum:
        left, right = number(one), number(other)
        result: Datum = unknown if left is None or right is None else operation(left, right)
        return result

    return made


def _divided(one: Fraction, other: Fraction) -> Fraction | None:
    return one / other if other else None


def _remainder(one: Fraction, other: Fraction) -> Fraction | None:
    """What is left of a division, with the sign of the dividend."""
    return one - other * trunc(one / other) if other else None


def _rounded(value: Datum) -> Fraction | None:
    exact = number(value)
    return None if exact is None else Fraction(floor(exact + Fraction(1, 2)))


def _negative(value: Datum) -> Fraction | None:
    exact = number(value)
    return None if exact is None else -exact


def _values(value: Datum) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) and value else ()


def _length(value: Datum) -> Fraction:
    return Fraction(len(string(value)) if isinstance(value, str | tuple) else 0)


def day_number(text: str) -> Fraction | None:
    """A day ("2027-05-31") or the first of a month ("2027-05") as a number that can be compared."""
    try:
        return Fraction(date.fromisoformat(text if len(text) > 7 else f"{text}-01").toordinal())
    except ValueError:
        return None


Operation = Callable[..., Datum]
OPERATIONS: Final[dict[str, tuple[int, Operation]]] = {
    "or": (2, lambda one, other: bool(one) or bool(other)),
    "and": (2, lambda one, other: bool(one) and bool(other)),
    "not": (1, lambda value: not value),
    "true": (0, lambda: True),
    "false": (0, lambda: False),
    "=": (2, _equal),
    "!=": (2, lambda one, other: not _equal(one, other)),
    "<": (2, _of_numbers(operator.lt, unknown=False)),
    "<=": (2, _of_numbers(operator.le, unknown=False)),
    ">": (2, _of_numbers(operator.gt, unknown=False)),
    ">=": (2, _of_numbers(operator.ge, unknown=False)),
    "+": (2, _of_numbers(operator.add)),
    "-": (2, _of_numbers(operator.sub)),
    "*": (2, _of_numbers(operator.mul)),
    "div": (2, _of_numbers(_divided)),
    "mod": (2, _of_numbers(_remainder)),
    "negative": (1, _negative),
    "number": (1, number),
    "round": (1, _rounded),
    "date": (1, lambda text: day_number(text) if isinstance(text, str) else None),
    "selected": (2, lambda chosen, value: value in _values(chosen)),
    **dict.fromkeys(("count-selected", "count"), (1, lambda chosen: Fraction(len(_values(chosen))))),
    "string-length": (1, _length),
    "if": (3, lambda test, then, otherwise: then if test else otherwise),
    "coalesce": (2, lambda one, other: other if one in ("", ()) else one),
}
"""All that a rule can do, each with the number of its arguments. `negative` is written with a minus sign."""
ADDED: Final = ("selected", "count-selected", "if", "coalesce", "date")
"""Functions that XLSForm adds to XPath."""
