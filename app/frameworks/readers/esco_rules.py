"""What is refused in any file of ESCO, in words that say where it stands.

A column is given with `where`, which tells the line of a row; it is asked for only when something is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.errors import UserError
from app.frameworks.faults import excerpt

PREFIX: Final = "http://data.europa.eu/esco/"
_URI: Final = re.compile(re.escape(PREFIX) + r"[\w./:-]{1,150}", re.ASCII)
_WORD, _NAME, _TEXT = 40, 1_000, 20_000
"""Characters; the longest published ones are far shorter."""

Edges = Mapping[str, Iterable[str]]
"""Broader concepts by the address of a concept."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file, with the values of its rows; `line` tells where a row begins."""

    file: str
    name: str
    values: Sequence[str]
    line: Callable[[int], int]

    def wrong(self, value: str) -> UserError:
        return UserError(
            "{file}, line {line}: {value} does not belong in {column}. Fetch the file again.",
            {"file": self.file, "line": self._line(value), "column": self.name, "value": excerpt(value)},
        )

    def uris(self) -> list[str]:
        """Addresses of ESCO; anything else: UserError. Equal ones become one and the same."""
        known = {value: value.strip() for value in dict.fromkeys(self.values)}
        for value, found in known.items():
            if not _URI.fullmatch(found):
                raise self.wrong(value)
        return [known[value] for value in self.values]

    def words(self, known: Iterable[str] | None = None) -> list[str]:
        """Codes or words of ESCO's own: one of those known, or any short one."""
        for value in dict.fromkeys(self.values):
            if len(value) > _WORD or (known is not None and value not in known):
                raise self.wrong(value)
        return [value.strip() for value in self.values]

    def names(self) -> list[str]:
        """Names, each in one line."""
        self._refuse_long(_NAME)
        return [" ".join(value.split()) for value in self.values]

    def texts(self) -> list[str]:
        self._refuse_long(_TEXT)
        return [value.strip() for value in self.values]

    def lists(self) -> list[str]:
        """Several names, in lines of their own or between bars, as one in a line."""
        self._refuse_long(_TEXT)
        return [value and _listed(value) for value in self.values]

    def refuse_twice(self) -> None:
        """UserError where something stands in the column for the second time."""
        if len(set(self.values)) < len(self.values):
            seen: set[str] = set()
            row = next(n for n, value in enumerate(self.values) if value in seen or seen.add(value))  # type: ignore[func-returns-value]  # add gives nothing
            raise UserError(
                "{file}, line {line}: {uri} is there for the second time. Fetch the file again.",
                {"file": self.file, "line": self.line(row), "uri": self.values[row]},
            )

    def _refuse_long(self, limit: int) -> None:
        longest = max(self.values, key=len, default="")
        if len(longest) > limit:
            raise UserError(
                "{file}, line {line}: a text has more than {limit} characters. Fetch the file again.",
                {"file": self.file, "line": self._line(longest), "limit": limit},
            )

    def _line(self, value: str) -> int:
        return self.line(self.values.index(value))


def _listed(value: str) -> str:
    found = map(str.strip, value.replace(" | ", "\n").split("\n"))
    return "\n".join(dict.fromkeys(filter(None, found)))


def refuse_circles(edges: Edges, file: str, starts: Iterable[str] = ()) -> None:
    """UserError where a concept is broader than itself, over however many others; looked for above `starts`, or all."""
    done: set[str] = set()
    for start in starts or edges:
        path: dict[str, None] = {}
        waiting = [(start, iter(edges.get(start, ())))] if start not in done else []
        while waiting:
            here, further = waiting[-1]
            path[here] = None
            above = next((each for each in further if each not in done), None)
            if above is None:
                done.add(here)
                path.pop(here)
                waiting.pop()
            elif above in path:
                raise UserError(
                    "{file}: the hierarchy runs in a circle through {uri}. Fetch the file again.",
                    {"file": file, "uri": above},
                )
            else:
                waiting.append((above, iter(edges.get(above, ()))))
