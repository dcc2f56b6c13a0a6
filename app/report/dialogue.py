"""The annex for dialogue in the company (brief, 9.8)."""

from __future__ import annotations

from app.i18n import Translator
from app.mapping.plan import Results
from app.report.content.dialogue import sections
from app.report.documents import Paper, rendered
from app.report.roles_only import roles_only
from app.wording.documents import document_name


def paper(t: Translator, results: Results) -> Paper:
    masked = roles_only(results)
    example = t("an example") if masked.mapping.example else ""
    name = masked.mapping.company.name
    return Paper(document_name(t, "dialogue"), name, masked.today, sections(t, masked), example)


def render(results: Results, t: Translator, version: str) -> bytes:
    return rendered(paper(t, results), t, version)
