"""Frameworks ↔ rows of `library`: how each value is taken apart and put together again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, Table

from app.frameworks.model import Competence, Framework, Requirement, SubArea, Unit
from app.store.library_rows import competences, frameworks, requirements, sub_areas, units
from app.texts import Text

Values = dict[str, Any]


def rows_of(framework: Framework, identity: int) -> dict[Table, list[Values]]:
    """All rows of a framework by table, in the order in which they can be inserted; the content hash is left open.

    `identity` is the number by which its parts refer to it.
    """
    rows: dict[Table, list[Values]] = {table: [] for table in (frameworks, units, sub_areas, requirements, competences)}
    rows[frameworks].append({"id": identity, **_framework_values(framework)})
    for unit in framework.units:
        place = len(rows[units])
        rows[units].append(_unit_values(unit))
        rows[requirements] += [_requirement_values(r, place, None) for r in unit.requirements]
        for area in unit.sub_areas:
            rows[requirements] += [_requirement_values(r, place, len(rows[sub_areas])) for r in area.outcomes]
            rows[sub_areas].append(_sub_area_values(area, place))
    rows[competences] += map(_competence_values, framework.competences)
    for table in (units, sub_areas, requirements, competences):
        for position, values in enumerate(rows[table]):
            values.update(framework=identity, position=position)
    return rows


def framework_of(row: Row[Any], its_units: Iterable[Unit], its_competences: Iterable[Competence]) -> Framework:
    return Framework(
        key=row.key,
        kind=row.kind,
        name=text(row, "name"),
        version=row.version,
        code=row.code,
        order_number=row.order_number,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        source=row.source,
        licence=row.licence,
        checked=row.checked,
        areas=row.areas,
        titles=row.titles,
        structure=row.structure,
        units=tuple(its_units),
        competences=tuple(its_competences),
    )


def _framework_values(framework: Framework) -> Values:
    return {
        "key": framework.key,
        "kind": framework.kind,
        **_said("name", framework.name),
        "version": framework.version,
        "code": framework.code,
        "order_number": framework.order_number,
        "valid_from": framework.valid_from,
        "valid_to": framework.valid_to,
        "source": framework.source,
        "licence": framework.licence,
        "checked": framework.checked,
        "areas": framework.areas,
        "titles": framework.titles,
        "structure": framework.structure,
        "content_hash": "",
    }


def _unit_values(unit: Unit) -> Values:
    return {"key": unit.key, "code": unit.code, **_said("name", unit.name), "points": unit.points, "kind": unit.kind}


def unit_of(row: Row[Any], its_requirements: Iterable[Requirement], areas: Iterable[SubArea]) -> Unit:
    return Unit(
        key=row.key,
        code=row.code,
        name=text(row, "name"),
        points=row.points,
        kind=row.kind,
        requirements=tuple(its_requirements),
        sub_areas=tuple(areas),
    )


def _sub_area_values(area: SubArea, unit: int) -> Values:
    return {
        "unit": unit,
        "key": area.key,
        "code": area.code,
        **_said("name", area.name),
        "points": area.points,
        "optional": area.optional,
    }


def sub_area_of(row: Row[Any], outcomes: Iterable[Requirement]) -> SubArea:
    return SubArea(
        key=row.key,
        code=row.code,
        name=text(row, "name"),
        points=row.points,
        outcomes=tuple(outcomes),
        optional=row.optional,
    )


def _requirement_values(requirement: Requirement, unit: int, sub_area: int | None) -> Values:
    return {
        "unit": unit,
        "sub_area": sub_area,
        "key": requirement.key,
        **_said("text", requirement.text),
        **_said("heading", requirement.heading),
        "levels": requirement.levels,
    }


def requirement_of(row: Row[Any]) -> Requirement:
    return Requirement(key=row.key, text=text(row, "text"), heading=text(row, "heading"), levels=row.levels)


def _competence_values(competence: Competence) -> Values:
    return {
        "key": competence.key,
        "code": competence.code,
        **_said("name", competence.name),
        **_said("description", competence.description),
        **_said("group", competence.group),
        "unit_codes": competence.unit_codes,
        "links": competence.links,
        "anchors": competence.anchors,
        "target": competence.target,
        "criticality": competence.criticality,
        "statutory": competence.statutory,
        "name_status": competence.name_status,
    }


def competence_of(row: Row[Any]) -> Competence:
    return Competence(
        key=row.key,
        code=row.code,
        name=text(row, "name"),
        description=text(row, "description"),
        group=text(row, "group"),
        unit_codes=row.unit_codes,
        links=row.links,
        anchors=row.anchors,
        target=row.target,
        criticality=row.criticality,
        statutory=row.statutory,
        name_status=row.name_status,
    )


def _said(column: str, text: Text) -> Values:
    """A text as its three columns."""
    return {f"{column}_fi": text.fi, f"{column}_sv": text.sv, f"{column}_en": text.en}


def text(row: Row[Any], column: str) -> Text:
    """A text from its three columns."""
    said = row._mapping  # noqa: SLF001 - public by SQLAlchemy's documentation, underscored only against column names
    return Text(said[f"{column}_fi"], said[f"{column}_sv"], said[f"{column}_en"])
