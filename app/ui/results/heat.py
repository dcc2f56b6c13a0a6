"""Roles × competences: what stands in each cell of the heat map. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from app.i18n import Translator
from app.mapping.model import Role, RoleNeed
from app.mapping.plan import Results
from app.mapping.scoring import NeedScore
from app.mapping.teachers import competence
from app.ui.results.words import said


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One competence with what each role has of it; None where it is not asked of the role."""

    name: str
    cells: tuple[NeedScore | None, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """`cells` of every row stand in the order of `roles`: those of whom something is asked."""

    roles: tuple[Role, ...] = ()
    rows: tuple[HeatRow, ...] = ()


def heat_map(t: Translator, results: Results) -> HeatMap:
    """Competences in the order in which the roles name them first; the same one of several roles is one row."""
    needs = results.mapping.needs
    asked = {need.role_key for need in needs}
    roles = tuple(role for role in results.mapping.roles if role.key in asked)
    found = _by_competence(results)
    first = _first_of_each(needs, roles)
    return HeatMap(roles, tuple(_row(t, need, roles, found) for need in first))


Found = dict[tuple[tuple[str, str], str], NeedScore]


def _by_competence(results: Results) -> Found:
    """Scores by competence and role; where a role names one twice, the more pressing stands for both."""
    found: Found = {}
    for row in results.ranked:
        found.setdefault((competence(row.need), row.need.role_key), row)
    return found


def _first_of_each(needs: tuple[RoleNeed, ...], roles: tuple[Role, ...]) -> list[RoleNeed]:
    """One need for every competence, role by role."""
    first: dict[tuple[str, str], RoleNeed] = {}
    for role in roles:
        for need in needs:
            if need.role_key == role.key:
                first.setdefault(competence(need), need)
    return list(first.values())


def _row(t: Translator, need: RoleNeed, roles: tuple[Role, ...], found: Found) -> HeatRow:
    cells = tuple(found.get((competence(need), role.key)) for role in roles)
    return HeatRow(said(t, need.name), cells)
