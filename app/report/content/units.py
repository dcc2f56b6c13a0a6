"""Units of qualifications that the roles' needs come from: how much of each, how well, and what follows (4.6)."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from app.i18n import Translator
from app.mapping.plan import Results
from app.mapping.unit_fit import Extents, RoleUnit, role_units
from app.report.blocks import Column, Group, Paragraph, Row, Section, Table
from app.report.content import phrases
from app.report.content.phrases import cell, plain, quiet, said, strong
from app.wording.units import (
    unit_advice,
    unit_missing_sentence,
    unit_needed_clause,
    unit_rule_sentences,
)
from app.wording.words import capital

LEVELS: Final = {"whole": "3–4", "half": "2", "low": "0–1", "unknown": "?"}
"""Columns of levels, and what stands at their head in any language."""


def section(t: Translator, results: Results, extents: Extents) -> Section | None:
    """A row for every unit of every role; no section where no need comes from a unit."""
    by_role = groupby(role_units(results.mapping, extents), key=lambda unit: unit.role_key)
    groups = tuple(_group(t, results, role_key, tuple(units)) for role_key, units in by_role)
    if not groups:
        return None
    lead = t("What is mastered already can be shown in a demonstration; only the rest needs a course.")
    rule = " ".join((t("The figures are levels of people in what they need of the unit."), *unit_rule_sentences(t)))
    table = Table("units", _columns(t), groups)
    return Section("units", t("Qualification units"), lead, (table, Paragraph(quiet(rule))))


def _columns(t: Translator) -> tuple[Column, ...]:
    """The unit, how many levels are high enough, half so, too low and not known, and what that comes to."""
    return (
        Column("unit", t("Unit"), 5),
        *(Column(key, head, 0.75, right=True) for key, head in LEVELS.items()),
        Column("mastered", t("Mastered"), 1.25, right=True),
        Column("advice", t("What follows"), 2.75),
    )


def _group(t: Translator, results: Results, role_key: str, units: tuple[RoleUnit, ...]) -> Group:
    role = phrases.role_of(results.mapping, role_key)
    return Group(tuple(_row(t, unit) for unit in units), strong(role.name or t("Role")))


def _row(t: Translator, unit: RoleUnit) -> Row:
    share = "?" if unit.fit.fit is None else t.percent(unit.fit.fit)
    counts = (unit.whole, unit.half, unit.low, unit.of - unit.known)
    return Row(
        (
            cell(said(t, unit.name) or plain(unit.code)),
            *(cell(plain(str(count)) if count else quiet("–")) for count in counts),
            cell(plain(share)),
            cell(plain(capital(unit_advice(t, unit)))),
        ),
        foot=quiet(phrases.joined(capital(unit_needed_clause(t, unit)), unit_missing_sentence(t, unit))),
    )
