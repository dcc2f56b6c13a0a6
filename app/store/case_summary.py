"""What the start screen says of each mapping, counted by the database."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Case, ColumnElement, FromClause, Join, ScalarSelect, Table, and_, case, exists, func, or_, select

from app.mapping.model import Assessor, PeopleMode
from app.store.case_rows import (
    agreed,
    assessments,
    companies,
    level_counts,
    mappings,
    measures,
    needs,
    people,
    roles,
)


def _count(table: Table) -> ScalarSelect[Any]:
    return _number(func.count(), table, table)


def _number(what: Any, source: FromClause, table: Table, *conditions: Any) -> ScalarSelect[Any]:
    """A number over the rows of each mapping; no rows are 0."""
    mine = table.c.mapping_key == mappings.c.key
    return select(func.coalesce(what, 0)).select_from(source).where(mine, *conditions).scalar_subquery()


def _cells() -> Case[Any]:
    """What there is to assess: heads, one team row, or people, for each need of their role."""
    return case(
        (_in_mode(PeopleMode.ROLES_ONLY), _number(func.sum(roles.c.head_count), _with_roles(), needs)),
        (_in_mode(PeopleMode.OWNER), _count(needs)),
        else_=_number(func.count(), _with_people(), needs),
    )


def _assessed() -> Case[Any]:
    """Cells of which somebody has said a level, or that it is not part of the job; never more than there are heads."""
    a = assessments.c
    said = exists().where(
        a.mapping_key == needs.c.mapping_key, a.need_key == needs.c.key, or_(a.level.is_not(None), a.not_part_of_job)
    )
    c = level_counts.c
    counted = select(func.coalesce(func.sum(c.count), 0)).where(
        c.mapping_key == needs.c.mapping_key, c.need_key == needs.c.key, c.level >= 0
    )
    heads = func.min(roles.c.head_count, counted.scalar_subquery())
    return case(
        (_in_mode(PeopleMode.ROLES_ONLY), _number(func.sum(heads), _with_roles(), needs)),
        (_in_mode(PeopleMode.OWNER), _number(func.count(), needs, needs, said.where(a.assessor == Assessor.OWNER))),
        else_=_number(func.count(), _with_people(), needs, said.where(a.person_key == people.c.key)),
    )


def _in_mode(mode: PeopleMode) -> ColumnElement[bool]:
    return mappings.c.people_mode == mode


def _with_roles() -> Join:
    """Each need with its role."""
    return needs.join(roles, and_(roles.c.mapping_key == needs.c.mapping_key, roles.c.key == needs.c.role_key))


def _with_people() -> Join:
    """Each need with each person of its role."""
    return needs.join(people, and_(people.c.mapping_key == needs.c.mapping_key, people.c.role_key == needs.c.role_key))


SUMMARIES: Final = (
    select(
        mappings.c.key,
        mappings.c.company_key,
        companies.c.name,
        companies.c.sector_words,
        companies.c.municipality_name,
        mappings.c.mode,
        mappings.c.people_mode,
        mappings.c.document_language,
        mappings.c.changed,
        _count(roles),
        _count(needs),
        _cells(),
        _assessed(),
        _count(agreed),
        _count(measures),
        mappings.c.example,
    )
    .join(companies, companies.c.key == mappings.c.company_key)
    .order_by(mappings.c.changed.desc(), mappings.c.key)
)
