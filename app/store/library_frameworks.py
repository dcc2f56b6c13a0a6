"""Versions of frameworks in `library`: kept side by side, each of them replaced whole."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Row, ScalarSelect, Table, delete, func, select, update

from app.errors import UserError
from app.frameworks.model import Framework, FrameworkSummary, Requirement, SubArea
from app.store import library_rows as tables
from app.store.database import as_stored, insert_stored
from app.store.framework_parts import (
    competence_of,
    framework_of,
    requirement_of,
    rows_of,
    sub_area_of,
    text,
    unit_of,
)

if TYPE_CHECKING:
    from app.mapping.unit_fit import Extent

_NUMBERS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Stored:
    """What an import changed: keys of new, changed and unchanged items."""

    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


def put_framework(connection: Connection, framework: Framework) -> Stored:
    known = _version(connection, framework.key, framework.version)
    identity = known.id if known else (connection.scalar(select(func.max(tables.frameworks.c.id))) or 0) + 1
    rows = {table: as_stored(table, values) for table, values in rows_of(framework, identity).items()}
    content_hash = hashlib.sha256(repr(list(rows.values())).encode()).hexdigest()
    if known and (known.content_hash == content_hash or _equals_old(connection, known, framework)):
        return Stored(unchanged=(framework.key,))
    mine = tables.frameworks.c.id == identity
    connection.execute(delete(tables.frameworks).where(mine))
    for table, values in rows.items():
        insert_stored(connection, table, values)
    connection.execute(update(tables.frameworks).where(mine).values(content_hash=content_hash))
    return Stored(updated=(framework.key,)) if known else Stored(new=(framework.key,))


def _equals_old(connection: Connection, known: Row[Any], framework: Framework) -> bool:
    """Whether a version that an earlier program left, without a hash that can be compared, is the given one.

    Compared as they are written: 12.50 points equal 12.5, but are not the same.
    """
    return not known.content_hash and repr(_loaded(connection, known)) == repr(framework)


def load_framework(connection: Connection, key: str, version: str) -> Framework:
    found = summaries(connection, key)
    row = _version(connection, key, version or found[0].version) if found else None
    if row is None:
        raise UserError("This framework is no longer in the library. Import it again.")
    return _loaded(connection, row)


def _version(connection: Connection, key: str, version: str) -> Row[Any] | None:
    columns = tables.frameworks.c
    wanted = select(tables.frameworks).where(columns.key == key, columns.version == version)
    return connection.execute(wanted).one_or_none()


def _loaded(connection: Connection, row: Row[Any]) -> Framework:
    statements: dict[tuple[int, int | None], list[Requirement]] = defaultdict(list)
    for r in _parts(connection, tables.requirements, row.id):
        statements[r.unit, r.sub_area].append(requirement_of(r))
    areas: dict[int, list[SubArea]] = defaultdict(list)
    for a in _parts(connection, tables.sub_areas, row.id):
        areas[a.unit].append(sub_area_of(a, statements[a.unit, a.position]))
    its_units = [
        unit_of(u, statements[u.position, None], areas[u.position]) for u in _parts(connection, tables.units, row.id)
    ]
    return framework_of(row, its_units, map(competence_of, _parts(connection, tables.competences, row.id)))


def _parts(connection: Connection, table: Table, identity: int) -> Iterable[Row[Any]]:
    return connection.execute(select(table).where(table.c.framework == identity).order_by(table.c.position))


def unit_extents(connection: Connection, key: str, version: str) -> dict[str, Extent]:
    from app.mapping.unit_fit import Extent  # with it comes all of a mapping, which searching offers does not wait for

    framework = _version(connection, key, version)
    if framework is None:
        return {}
    units, requirements = tables.units.c, tables.requirements.c
    mine = (requirements.framework == framework.id, requirements.sub_area.is_(None))
    counts = select(requirements.unit, func.count()).where(*mine).group_by(requirements.unit)
    stated = dict(connection.execute(counts).all())
    found = select(units.position, units.code, units.key, units.points).where(units.framework == framework.id)
    return {u.code: Extent(u.key, stated.get(u.position, 0), u.points) for u in connection.execute(found)}


def summaries(connection: Connection, key: str = "") -> tuple[FrameworkSummary, ...]:
    """All versions of one framework, or of all by key; the newest first."""
    wanted = _SUMMARIES.where(tables.frameworks.c.key == key) if key else _SUMMARIES
    rows = sorted(connection.execute(wanted), key=_age, reverse=True)
    return tuple(_summary(row) for row in sorted(rows, key=lambda row: row.key))


def newest(every: Sequence[FrameworkSummary]) -> tuple[FrameworkSummary, ...]:
    """The first of each key."""
    first: dict[str, FrameworkSummary] = {}
    for summary in every:
        first.setdefault(summary.key, summary)
    return tuple(first.values())


def _age(row: Row[Any]) -> tuple[date, list[int], str]:
    """Larger is newer: by the day from which it is valid, then by its version, in which 1.10 comes after 1.9."""
    return row.valid_from or date.min, [int(n) for n in _NUMBERS.findall(row.version)], row.version


def _summary(row: Row[Any]) -> FrameworkSummary:
    return FrameworkSummary(
        key=row.key,
        kind=row.kind,
        name=text(row, "name"),
        code=row.code,
        order_number=row.order_number,
        version=row.version,
        units=row.units,
        requirements=row.requirements,
        competences=row.competences,
        source=row.source,
        checked=row.checked,
        content_hash=row.content_hash,
        valid_from=row.valid_from,
    )


def _count(table: Table, *conditions: Any) -> ScalarSelect[int]:
    mine = table.c.framework == tables.frameworks.c.id
    return select(func.count()).select_from(table).where(mine, *conditions).scalar_subquery()


_SUMMARIES: Final = select(
    tables.frameworks,
    _count(tables.units).label("units"),
    _count(tables.requirements, tables.requirements.c.sub_area.is_(None)).label("requirements"),
    _count(tables.competences).label("competences"),
)
