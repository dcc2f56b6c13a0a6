"""Sheets of the roles: what each is short of, and the picture of roles and competences."""

from __future__ import annotations

from openpyxl.utils import get_column_letter

from app.mapping.groups import by_competence
from app.mapping.model import Band, Role
from app.report.content import phrases
from app.report.sheets.frame import Frame, sheet
from app.report.sheets.needs import COMPETENCE, NARROW, ROLE, SHORT
from app.report.tokens import BAND_WASH
from app.report.xlsx import FIRST, Column, Formula, Painted, Sheet, Value

PEOPLE = 3
"""The column of the roles that counts their people, from 1."""


def roles(frame: Frame, found: Sheet) -> Sheet:
    """Every role with its people, its needs and how many it is short of; `found` are the needs."""
    t = frame.t
    columns = (
        Column(t("Role number"), NARROW),
        Column(t("Role"), 34),
        Column(t("People"), NARROW, total=True),
        Column(t("Importance"), 11),
        Column(t("Needs"), NARROW, total=True),
        Column(t("People short"), NARROW, total=True),
    )
    numbered = enumerate(phrases.roles_in_order(frame.results.mapping), 1)
    rows = (_role(role, number, found) for number, role in numbered)
    return sheet(frame, t("Roles"), columns, rows, frozen=2)


def _role(role: Role, number: int, found: Sheet) -> list[Value]:
    mine = found.span(ROLE)
    needs, short = f"COUNTIF({mine},{number})", f"SUMIF({mine},{number},{found.span(SHORT)})"
    return [number, role.name, role.head_count, role.importance, Formula(needs), Formula(short)]


def matrix(frame: Frame, found: Sheet) -> Sheet:
    """How many people each role is short of in each competence; empty where a role does not need it."""
    t, mapping = frame.t, frame.results.mapping
    bands = {row.need.key: row.score.band for row in frame.results.ranked}
    roles = phrases.roles_in_order(mapping)
    columns = [
        Column(t("Competence number"), NARROW),
        Column(t("Competence"), 44),
        *(Column(f"{n}. {role.name}", 16, total=True) for n, role in enumerate(roles, 1)),
        Column(t("Together"), 12, total=True),
    ]
    rows: list[list[Value]] = []
    for number, group in enumerate(by_competence(mapping), 1):
        place, last = FIRST + len(rows), get_column_letter(len(roles) + 2)
        mine = {need.role_key: bands[need.key] for need in group}
        cells = [_short(found, number, n, mine.get(role.key)) for n, role in enumerate(roles, 1)]
        rows.append([number, frame.text(group[0].name), *cells, Formula(f"SUM(C{place}:{last}{place})")])
    return sheet(frame, t("Roles and competences"), columns, rows, frozen=2)


def _short(found: Sheet, competence: int, role: int, band: Band | None) -> Value:
    if band is None:
        return None
    keys = f"{found.span(ROLE)},{role},{found.span(COMPETENCE)},{competence}"
    return Painted(Formula(f"SUMIFS({found.span(SHORT)},{keys})"), BAND_WASH[band])
