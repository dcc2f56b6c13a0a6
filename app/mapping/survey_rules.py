"""Rules of surveys: XLSForm expressions such as `${D3} = 'yes' and ${A4} > 1`.

elementpath reads them by the grammar of XPath 1.0. What it reads becomes a small tree of our own that holds constants,
answers and `OPERATIONS` only: nothing else in an expression can ever run. The tree is evaluated here, exactly and by
the conversions of XPath 1.0, since a rule must hold or not for an unanswered question, too; the library raises there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from app.errors import UserError
from app.mapping.survey_operations import ADDED, OPERATIONS, Datum

if TYPE_CHECKING:
    from elementpath import XPath1Parser, XPathToken

OWN: Final = "."
"""The name by which a constraint speaks of the answer it limits."""
TODAY: Final = "today"
MAX_LENGTH: Final = 2000
MAX_DEPTH: Final = 100

_PARTS: Final = re.compile(
    r"""(?P<literal>'[^']*'|"[^"]*"|\d+\.?\d*|\.\d+|[^\W\d][\w.-]*)|\$\{\s*(?P<name>[^\W\d][\w.-]*)\s*\}|(?P<own>\.)"""
)
_LITERAL: Final = re.compile(r"'[^']*'|\"[^\"]*\"")
_CALLED: Final = re.compile(r"([^\W\d][\w.-]*)\s*\(")
_OWN_VARIABLE: Final = "own."


@dataclass(frozen=True, slots=True)
class Constant:
    value: str | Fraction


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to a question, by its id; `OWN` for the one that is limited."""

    question: str


@dataclass(frozen=True, slots=True)
class Call:
    """An operation of `OPERATIONS` on other rules."""

    name: str
    args: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """The day on which a rule is evaluated."""


Rule = Constant | Answered | Call | Today


def evaluate(rule: Rule, answer: Callable[[str], Datum], today: date | None = None) -> Datum:
    """What a rule comes to, with the answers given by question id. Without a day, `today()` is unknown."""
    if isinstance(rule, Constant):
        return rule.value
    if isinstance(rule, Today):
        return Fraction(today.toordinal()) if today else None
    if isinstance(rule, Answered):
        return answer(rule.question)
    _count, operation = OPERATIONS[rule.name]
    return operation(*(evaluate(arg, answer, today) for arg in rule.args))


def named(rule: Rule) -> Iterator[str]:
    """The questions that a rule speaks of."""
    if isinstance(rule, Answered):
        yield rule.question
    elif isinstance(rule, Call):
        for arg in rule.args:
            yield from named(arg)


@lru_cache(maxsize=4096)
def parsed(text: str) -> Rule:
    """A rule from its text; a UserError says what cannot be read."""
    from elementpath import ElementPathError

    if len(text) > MAX_LENGTH:
        raise _too_long(text)
    try:
        return _rule(_grammar()().parse(_as_xpath(text)), text)
    except ElementPathError as error:
        raise _unread(text) from error
    except RecursionError as error:
        raise _too_long(text) from error


def _unread(text: str) -> UserError:
    """Why a rule cannot be read: for a function that there is not, which one."""
    called = _CALLED.findall(_LITERAL.sub("", text))
    strange = next((name for name in called if name not in _grammar().symbol_table), "")
    if strange:
        return _cannot_do(text, f"{strange}()")
    return UserError(
        "The rule {rule} cannot be read. Check its quotes, brackets and the names of functions.", {"rule": text}
    )


def _cannot_do(text: str, name: str) -> UserError:
    return UserError("The rule {rule} uses {name}, which rules cannot do.", {"rule": text, "name": name})


def _too_long(text: str) -> UserError:
    values = {"rule": text[:60], "limit": MAX_LENGTH}
    return UserError(
        "The rule that begins {rule} is longer than {limit} characters or nested too deep. Divide it.", values
    )


def _as_xpath(text: str) -> str:
    """`${D3}` as a variable, and `.` as one, too; a space after it keeps "${D3}-1" from becoming a longer name."""

    def part(match: re.Match[str]) -> str:
        if match["literal"]:
            return match["literal"]
        return f"${match['name'] or _OWN_VARIABLE} "

    if re.search(r"\$(?!\{)", _LITERAL.sub("", text)):
        raise UserError("The rule {rule} has a $ without braces. Write questions as ${{D3}}.", {"rule": text})
    return _PARTS.sub(part, text)


@lru_cache(maxsize=1)
def _grammar() -> type[XPath1Parser]:
    """XPath 1.0 with the functions that XLSForm adds."""
    from elementpath import XPath1Parser

    class XlsFormParser(XPath1Parser):
        def parse(self, source: str) -> XPathToken:
            """Parse only: the library would go on to evaluate what it can."""
            return super(XPath1Parser, self).parse(source)

    XlsFormParser.function(TODAY, nargs=0)
    for name in ADDED:
        XlsFormParser.function(name, nargs=OPERATIONS[name][0])
    XlsFormParser.tokenizer = XlsFormParser.create_tokenizer(XlsFormParser.symbol_table)
    return XlsFormParser


def _rule(token: XPathToken, text: str, depth: int = 0) -> Rule:
    if depth > MAX_DEPTH:
        raise RecursionError
    symbol, args = token.symbol, [*token]
    if symbol == "(" and len(args) == 1:
        return _rule(args[0], text, depth + 1)
    if symbol == "$":
        name = str(args[0].value)
        return Answered(OWN if name == _OWN_VARIABLE else name)
    if symbol == "(string)":
        return Constant(str(token.value))
    if symbol in ("(integer)", "(decimal)"):
        return Constant(Fraction(str(token.value)))
    if symbol == TODAY:
        return Today()
    if symbol == "-" and len(args) == 1:
        symbol = "negative"
    if symbol not in OPERATIONS or len(args) != OPERATIONS[symbol][0]:
        raise _cannot_do(text, f"{symbol}()" if token.label == "function" else token.source)
    return Call(symbol, tuple(_rule(arg, text, depth + 1) for arg in args))
