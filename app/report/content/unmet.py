"""Needs without an offer, for those who plan training: competences and figures, never a company (brief, VSO-9, 9.6).

Few companies behind a row could be recognised by it: below five the paper says "under 5" and no sector, and what a
company called a need in its own words is counted, not told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from app.i18n import Translator
from app.languages import LANGUAGES
from app.mapping.model import METHOD_VERSION
from app.mapping.unmet import UnmetNeed
from app.report.blocks import Block, Column, Group, Line, Paragraph, Row, Run, Section, Table
from app.report.content.notes import fact_table
from app.report.content.phrases import band_cell, cell, joined, plain, quiet, said, strong
from app.texts import Text
from app.wording.documents import no_decision
from app.wording.offers import language_name
from app.wording.sentences import method_sentence

LEAST_COMPANIES: Final = 5
"""Companies behind a figure that is told to others."""


def sections(
    t: Translator, needs: Sequence[UnmetNeed], today: date, sectors: Mapping[str, Text]
) -> tuple[Section, ...]:
    """`sectors` are the names of sectors by their codes."""
    told = [need for need in needs if is_shared(need) or need.competence[0]]
    blocks = [_table(t, told, sectors)] if told else [Paragraph(plain(t("Every agreed need has an offer that fits.")))]
    if kept_back := len(needs) - len(told):
        blocks.append(Paragraph(quiet(_kept_back(t, kept_back))))
    lead = t("What companies have agreed to develop, and no known offer fits. The most pressing stand first.")
    return (Section("unmet", t("Needs without an offer"), lead, (*blocks, _notes(t, today))),)


def is_shared(need: UnmetNeed) -> bool:
    """Whether enough companies stand behind it to tell figures and own words."""
    return need.companies >= LEAST_COMPANIES


def _kept_back(t: Translator, n: int) -> str:
    return t.n(
        "{n} need in a company's own words is not told, because fewer than {least} companies share it.",
        "{n} needs in companies' own words are not told, because fewer than {least} companies share each.",
        n,
        least=LEAST_COMPANIES,
    )


def _table(t: Translator, needs: Sequence[UnmetNeed], sectors: Mapping[str, Text]) -> Block:
    columns = (
        Column("competence", t("Competence"), 4),
        Column("urgency", t("Urgency"), 2),
        Column("companies", t("Companies"), 1.5, right=True),
        Column("sectors", t("Sectors"), 3),
        Column("languages", t("Language"), 1.5),
    )
    return Table("unmet", columns, (Group(tuple(_row(t, need, sectors) for need in needs)),))


def _row(t: Translator, need: UnmetNeed, sectors: Mapping[str, Text]) -> Row:
    shared = is_shared(need)
    companies = str(need.companies) if shared else t("under {n}", n=LEAST_COMPANIES)
    languages = (language for language in LANGUAGES if language in need.languages)
    return Row(
        (
            cell(said(t, need.name, strong=True), quiet(joined(need.qualification_code, need.unit_code))),
            band_cell(t, need.band),
            cell(plain(companies)),
            cell(*(_sector(t, code, sectors) for code in need.sectors)) if shared else cell(quiet("–")),
            cell(plain(", ".join(language_name(t, language) for language in languages))),
        )
    )


def _sector(t: Translator, code: str, sectors: Mapping[str, Text]) -> Line:
    return (Run(f"{code} "), *said(t, sectors.get(code, Text())))


def _notes(t: Translator, today: date) -> Table:
    order = t("The order is the number of companies times the urgency of the most pressing of them.")
    return fact_table(
        "notes",
        [
            (t("Please note"), [strong(no_decision(t))]),
            (t("Method"), [plain(f"{order} {method_sentence(t, METHOD_VERSION)}")]),
            (
                t("Sources"),
                [plain(t("The mappings of this computer and the offers known here on {day}.", day=t.day(today)))],
            ),
            (t("People"), [plain(t("No company and no person is named."))]),
        ],
    )
