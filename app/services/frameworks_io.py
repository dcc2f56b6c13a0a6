"""Frameworks of other kinds than ePerusteet read into the library, and any framework written as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.errors import UserError
from app.files import BrokenRow, Table
from app.files.writing import write_file
from app.frameworks.model import Framework
from app.services import libraries, table_mappings
from app.services.desk import Desk

if TYPE_CHECKING:
    from app.frameworks.readers.table import Preview
    from app.frameworks.readers.table_columns import ColumnMapping
    from app.store.library import Stored

_OWN_COPY: Final = "own:"


def import_case(desk: Desk, value: Any, file: str) -> Stored:
    """Keep the framework of a CASE package, from parsed JSON."""
    from app.frameworks.readers import case

    return put(desk, case.read(value, file))


def import_digcomp(desk: Desk, table: Table, file: str) -> Stored:
    """Keep what a table of DigComp 3.0 gives, with what others of its tables have given before."""
    from app.frameworks.readers import digcomp

    return put(desk, digcomp.joined(digcomp.read(table, file), _known(desk, digcomp.KEY)))


def import_entrecomp(desk: Desk, table: Table, file: str) -> Stored:
    """Keep the threads of EntreComp."""
    from app.frameworks.readers import entrecomp

    return put(desk, entrecomp.read(table, file))


def import_table(
    desk: Desk, table: Table, file: str, mapping: ColumnMapping | None = None
) -> tuple[Stored, tuple[BrokenRow, ...]]:
    """Keep the framework that a plain table holds; rows that were not taken are told.

    A mapping of columns goes before the one that is remembered, and that before what the columns are called.
    """
    from app.frameworks.readers import table as plain_table

    read = plain_table.read(table, file, mapping or table_mappings.recall(desk.folder, table.header))
    return put(desk, read.framework), read.refused


def preview_table(desk: Desk, table: Table, file: str, mapping: ColumnMapping | None = None) -> Preview:
    """What would be read of the first rows of a plain table, and with which mapping of columns."""
    from app.frameworks.readers import table as plain_table

    return plain_table.preview(table, file, mapping or table_mappings.recall(desk.folder, table.header))


def put(desk: Desk, framework: Framework) -> Stored:
    """Keep a framework. One that comes with the program stays as it is: another with its key is kept as an own copy."""
    from app.store.library import Stored

    shipped = next((pack for pack in libraries.packs() if pack.key == framework.key), None)
    if shipped == framework:
        return Stored(unchanged=(framework.key,))
    return desk.library.put_framework(_own_copy(framework) if shipped else framework)


def export(desk: Desk, key: str, out: Path, version: str = "") -> None:
    """Write one version of a framework, or its newest: CASE as .json, a table as .csv or .xlsx."""
    writers = _writers()
    ending = out.suffix.lower()
    if ending not in writers:
        raise UserError(
            "{file} cannot be written: give it an ending that says what it is to be. Allowed: {endings}.",
            {"file": out.name, "endings": list(writers)},
        )
    write_file(out, writers[ending](libraries.framework(desk, key, version)))


def _writers() -> dict[str, Callable[[Framework], bytes]]:
    from app.frameworks.writers import case, table

    return {".json": case.write, ".csv": table.write_csv, ".xlsx": table.write_workbook}


def _known(desk: Desk, key: str) -> Framework | None:
    return desk.library.framework(key) if any(each.key == key for each in desk.library.frameworks()) else None


def _own_copy(framework: Framework) -> Framework:
    """The same under a key of its own, and so are its competences."""
    return replace(
        framework,
        key=f"{_OWN_COPY}{framework.key}",
        competences=tuple(replace(each, key=f"{_OWN_COPY}{each.key}") for each in framework.competences),
    )
