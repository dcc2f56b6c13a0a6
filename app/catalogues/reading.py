"""Reading the files of a catalogue: a head in YAML, and rows in CSV where there are many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from app.catalogues.model import About
from app.errors import UserError
from app.files import read_table
from app.frameworks.faults import excerpt, first_fault
from app.frameworks.packs import read_yaml

if TYPE_CHECKING:
    from app.catalogues import shape

    Read = TypeVar("Read", bound=shape.Shape)

Lies = Callable[[str], Path]
"""Where the file of a name lies."""
_MAX_BYTES = 2**20


def validated(path: Path, kind: type[Read]) -> Read:
    """A YAML file in its shape; a UserError names the place where it breaks it."""
    from pydantic import ValidationError

    try:
        return kind.model_validate(read_yaml(path))
    except ValidationError as error:
        fault = first_fault(error)
        raise broken(path, fault.place, fault.value) from error


def broken(path: Path, place: str, value: str) -> UserError:
    """Why a YAML file is no catalogue; `place` is a path such as "cards[3].code"."""
    return UserError(
        "{file} breaks the format of catalogues: {place} cannot be {value}. "
        "Correct the file or install the program again.",
        {"file": path.name, "place": place, "value": value},
    )


def refuse_twice(path: Path, rows: str, field: str, values: Sequence[str]) -> None:
    """Refuse a value that stands in two rows, and say in which row it is there again."""
    for place, value in enumerate(values):
        if value in values[:place]:
            raise broken(path, f"{rows}[{place}].{field}", value)


def about(head: shape.Head) -> About:
    return About(head.key, head.version, head.name.text(), head.source, head.licence, head.checked, head.valid_from)


def rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Line and cells of every row, in the order of `columns`; the first row that cannot be read gives a UserError."""
    table = read_table(path, _MAX_BYTES)
    if missing := [column for column in columns if column not in table.header]:
        raise UserError(
            "{file} has no column {column}. Add it or install the program again.",
            {"file": path.name, "column": missing[0]},
        )
    if table.broken:
        first = table.broken[0]
        raise UserError("{file}, line {line}: {fault}", {"file": path.name, "line": first.line, "fault": first.reason})
    places = [table.header.index(column) for column in columns]
    for row in table.rows:
        yield row.line, tuple(row.cells[place].strip() for place in places)


def refused(path: Path, line: int, column: str, value: str) -> UserError:
    """Why a cell cannot be what it is."""
    return UserError(
        "{file}, line {line}: {place} cannot be {value}. Correct the file or install the program again.",
        {"file": path.name, "line": line, "place": column, "value": excerpt(value)},
    )
