"""The development plan as PDF, and what it prints as plain data."""

from __future__ import annotations

from typing import Any

from app.catalogues.model import Directory
from app.i18n import Translator
from app.mapping.plan import Results
from app.mapping.unit_fit import NO_EXTENTS, Extents
from app.report.content.document import document
from app.report.data import as_data
from app.report.kept import NAME, PrintedPlan, written
from app.report.printed_mapping import printed_plan


def render(
    results: Results,
    t: Translator,
    version: str,
    extents: Extents = NO_EXTENTS,
    directory: Directory | None = None,
) -> bytes:
    """The plan as PDF in the translator's language; the same of all of these give the same bytes."""
    blocks = document(t, results, extents, directory)
    return printed_again(printed_plan(results, blocks), version)


def printed_again(plan: PrintedPlan, version: str) -> bytes:
    """A plan as PDF that carries what it prints within it."""
    from app.report.pdf.archive import Attachment
    from app.report.pdf.document import pdf

    t = Translator(plan.document.language)
    data = Attachment(NAME, "application/json", written(plan), t("What this plan prints, as data"))
    return pdf(plan.document, version, plan.day.isoformat(), data)


def as_json(
    results: Results, t: Translator, extents: Extents = NO_EXTENTS, directory: Directory | None = None
) -> dict[str, Any]:
    """What the plan prints, apart from its running heads."""
    return as_data(document(t, results, extents, directory))
