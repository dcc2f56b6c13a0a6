"""What changes the work and what is at risk: in the company's words, by role and competence, never by person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from app.i18n import Translator
from app.mapping.plan import Results
from app.mapping.risks import Risk, risks
from app.mapping.told import ChangeDriver
from app.report.blocks import Block, Column, Group, Row, Section, Table
from app.report.content import phrases
from app.report.content.phrases import cell, plain, said, strong
from app.wording.sentences import risk_sentence


def section(t: Translator, results: Results) -> Section | None:
    """No section where nothing was told of changes and nothing about roles or the company is at risk."""
    blocks = tuple(block for block in (_drivers(t, results), _risks(t, results)) if block)
    lead = t("Training follows from the work: first what changes in it, then what people must be able to do.")
    return Section("changes", t("What changes and what is at risk"), lead, blocks) if blocks else None


def _drivers(t: Translator, results: Results) -> Block | None:
    columns = (
        Column("driver", t("What changes"), 3),
        Column("demand", t("What people must do otherwise"), 5),
        Column("needs", t("Competences it asks for"), 4),
    )
    rows = tuple(_driver(t, results, driver) for driver in results.told.drivers)
    return Table("drivers", columns, (Group(rows),)) if rows else None


def _driver(t: Translator, results: Results, driver: ChangeDriver) -> Row:
    needs = [need for need in results.mapping.needs if need.key in driver.need_keys]
    names = (said(t, need.name) for need in needs)
    return Row((cell(said(t, driver.name, strong=True)), cell(plain(driver.demand)), cell(*names)))


def _risks(t: Translator, results: Results) -> Block | None:
    """Flags of roles and of the company; those of competences and cards stand with them."""
    by_role: dict[str, list[Risk]] = defaultdict(list)
    for risk in risks(results):
        if not risk.scored and not risk.fix:
            by_role[risk.role_key].append(risk)
    columns = (Column("whose", t("Role"), 3), Column("risk", t("What is at risk"), 9))
    rows = tuple(_of_role(t, results, role_key, found) for role_key, found in by_role.items())
    return Table("risks", columns, (Group(rows),)) if rows else None


def _of_role(t: Translator, results: Results, role_key: str, found: Iterable[Risk]) -> Row:
    """All that is at risk in a role; without a role, in the company."""
    whose = phrases.role_of(results.mapping, role_key).name if role_key else t("The company")
    return Row((cell(strong(whose)), cell(*(plain(risk_sentence(t, risk)) for risk in found))))
