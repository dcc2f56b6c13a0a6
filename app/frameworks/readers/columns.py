"""Tables of official frameworks: known by the names of their columns, read by them, in any order of columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.errors import UserError
from app.files import Table


def plainly(column: str) -> str:
    """The name of a column by its letters and figures alone: "Competence_Area  name " is "competence area name"."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in column.casefold()).split())


def has_columns(header: Iterable[str], names: Iterable[str]) -> bool:
    return {plainly(name) for name in names} <= {plainly(column) for column in header}


def require_columns(header: Iterable[str], names: Iterable[str], framework: str, file: str) -> None:
    """UserError where a table that is said to be of a framework is not."""
    known = {plainly(column) for column in header}
    missing = [name for name in names if plainly(name) not in known]
    if missing:
        raise UserError(
            "{file} is no table of {framework}: its first row lacks the columns {missing}. Nothing was read.",
            {"file": file, "framework": framework, "missing": missing},
        )


def records(table: Table, name: str) -> Iterator[dict[str, str]]:
    """The rows of a table by the plain names of their columns; in an official file a broken row is a UserError."""
    if table.broken:
        broken = table.broken[0]
        raise UserError(
            "{file} is damaged on line {line}: {reason} Fetch the file again.",
            {"file": name, "line": broken.line, "reason": broken.reason},
        )
    columns = [plainly(column) for column in table.header]
    for row in table.rows:
        yield {column: " ".join(cell.split()) for column, cell in zip(columns, row.cells, strict=True)}
