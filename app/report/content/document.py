"""The development plan as a neutral document, in the reader's language."""

from __future__ import annotations

from app.catalogues.model import Directory
from app.i18n import Translator
from app.mapping.plan import Results
from app.mapping.unit_fit import NO_EXTENTS, Extents
from app.report.blocks import Document
from app.report.content import alive, annex, cards, changes, funding, language, measures, offers, roles, units
from app.report.content.front import front
from app.report.roles_only import roles_only
from app.wording.words import capital


def document(
    t: Translator, results: Results, extents: Extents = NO_EXTENTS, directory: Directory | None = None
) -> Document:
    """Everything the plan prints but its running heads. Of people it knows roles and counts only."""
    masked = roles_only(results)
    sections = [
        *(module.section(t, masked) for module in (measures, offers, changes, roles)),
        units.section(t, masked, extents),
        *(module.section(t, masked) for module in (cards, language)),
        funding.section(t, masked, directory),
        *(module.section(t, masked) for module in (alive, annex)),
    ]
    return Document(
        language=t.language,
        kind=capital(t("development plan")),
        company=masked.mapping.company.name,
        day=t.day(masked.today),
        front=front(t, masked),
        sections=tuple(section for section in sections if section),
        mark=t("an example") if masked.mapping.example else "",
    )
