"""Rows of what is due and of how far the cases are, and where each leads. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.i18n import Translator, mark
from app.mapping.due import WITHIN, Kind
from app.services.due import Case, Entry, title
from app.ui.stops import CARDS, COMPANY, PLAN, VISIT
from app.wording.due import ball_name, days_clause, stage_name
from app.wording.words import capital

DUE_HEADS: Final = (mark("Day"), mark("When"), mark("Company"), mark("What"))
CASE_HEADS: Final = (mark("Company"), mark("State"), mark("Next to act"), mark("Last act"))
_TO: Final = {
    Kind.CARD: CARDS,
    Kind.MEASURE: PLAN,
    Kind.ANSWER: PLAN,
    Kind.MEETING: f"{VISIT}#A6",
    Kind.FOLLOW_UP: f"{VISIT}#A7",
    Kind.MAPPING: COMPANY,
}
"""Where what is due is seen to."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells as they are read, and the mapping and place that the row leads to."""

    cells: tuple[str, ...]
    mapping_key: str
    to: str


def of_due(t: Translator, entry: Entry) -> Row:
    kind, what = entry.due.kind, title(t, entry)
    what = t("Deadline: {what}", what=what) if kind is Kind.MEASURE else what
    when = capital(days_clause(t, entry.days))
    return Row((t.day(entry.due.on), when, _named(t, entry.mapping.company.name), what), entry.mapping.key, _TO[kind])


def of_case(t: Translator, case: Case) -> Row:
    """A case; one in which nobody has acted for a month says so."""
    acted = t.day(case.acted_on)
    if case.quiet:
        acted = t("{day}, nobody since for {n} days", day=acted, n=WITHIN)
    stage, who = capital(stage_name(t, case.stage)), capital(ball_name(t, case.ball))
    return Row((_named(t, case.company), stage, who, acted), case.mapping_key, COMPANY)


def _named(t: Translator, company: str) -> str:
    return company or t("Company without a name")
