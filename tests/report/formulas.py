"""A spreadsheet's arithmetic, as far as our workbooks use it: what a program that opens one would show."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.formula.tokenizer import Token, Tokenizer
from openpyxl.utils import range_boundaries

OPERATORS: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "+": operator.add,
    "-": operator.sub,
    ">": operator.gt,
    "&": lambda left, right: f"{left}{right}",
}


class Computed:
    """A workbook whose formulas are computed; one that asks for more than is known here fails."""

    def __init__(self, data: bytes) -> None:
        self.book: Workbook = load_workbook(BytesIO(data))
        self._known: dict[tuple[str, str], Any] = {}

    def at(self, sheet: str, place: str) -> Any:
        """The value of one cell."""
        key = sheet, place.replace("$", "")
        if key not in self._known:
            cell = self.book[sheet][key[1]]
            self._known[key] = self._computed(sheet, cell.value) if cell.data_type == "f" else cell.value
        return self._known[key]

    def rows(self, sheet: str) -> list[dict[Any, Any]]:
        """The rows under the heads, by head; sums under them are the last row."""
        heads, *rows = self.book[sheet].iter_rows(min_row=4)
        return [{h.value: self.at(sheet, c.coordinate) for h, c in zip(heads, row, strict=True)} for row in rows]

    def formulas(self) -> list[str]:
        return [str(c.value) for page in self.book for row in page.iter_rows() for c in row if c.data_type == "f"]

    def _computed(self, sheet: str, formula: str) -> Any:
        tokens = iter([*(t for t in Tokenizer(formula).items if t.type != "WHITE-SPACE"), None])
        value, end = self._expression(sheet, tokens)
        assert end is None, formula
        return value

    def _expression(self, sheet: str, tokens: Iterator[Token | None]) -> tuple[Any, Token | None]:
        """Operands and operators from left to right, and the token that ended them."""
        value, token = self._operand(sheet, next(tokens), tokens), next(tokens)
        while token is not None and token.type == "OPERATOR-INFIX":
            value = OPERATORS[token.value](value, self._operand(sheet, next(tokens), tokens))
            token = next(tokens)
        return value, token

    def _operand(self, sheet: str, token: Token | None, tokens: Iterator[Token | None]) -> Any:
        assert token is not None
        if token.type == "FUNC":
            return FUNCTIONS[token.value.rstrip("(")](*self._arguments(sheet, tokens))
        if token.subtype == "RANGE":
            of, _, at = token.value.rpartition("!")
            return self._values(of.strip("'").replace("''", "'") or sheet, at)
        return float(token.value) if token.subtype == "NUMBER" else token.value.strip('"')

    def _arguments(self, sheet: str, tokens: Iterator[Token | None]) -> Iterator[Any]:
        end: Token | None = None
        while end is None or end.type == "SEP":
            value, end = self._expression(sheet, tokens)
            yield value
            assert end is not None

    def _values(self, sheet: str, at: str) -> Any:
        if ":" not in at:
            return self.at(sheet, at) or 0
        left, top, right, bottom = range_boundaries(at.replace("$", ""))
        cells = self.book[sheet].iter_rows(min_row=top, max_row=bottom, min_col=left, max_col=right)
        return [self.at(sheet, cell.coordinate) for row in cells for cell in row]


def _meets(value: Any, criterion: Any) -> bool:
    if isinstance(criterion, str) and criterion.startswith(">="):
        return isinstance(value, int | float) and value >= float(criterion[2:])
    return bool(value == criterion)


def _sum(*values: Any) -> float:
    flat = (v for value in values for v in (value if isinstance(value, list) else [value]))
    return sum(v for v in flat if isinstance(v, int | float))


def _sumifs(summed: list[Any], *pairs: Any) -> float:
    tests = [pair for n, pair in enumerate(pairwise(pairs)) if n % 2 == 0]
    kept = (all(_meets(values[n], wanted) for values, wanted in tests) for n in range(len(summed)))
    return _sum([value for value, keep in zip(summed, kept, strict=True) if keep])


FUNCTIONS: Final[dict[str, Callable[..., Any]]] = {
    "SUM": _sum,
    "MAX": max,
    "IF": lambda condition, yes, no: yes if condition else no,
    "COUNTIF": lambda values, wanted: sum(_meets(value, wanted) for value in values),
    "SUMIF": lambda values, wanted, summed: _sumifs(summed, values, wanted),
    "SUMIFS": _sumifs,
}
