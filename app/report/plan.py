"""The development plan as PDF, and what it prints as plain data."""

from __future__ import annotations

from typing import Any

from app.catalogues.model import Directory
from app.i18n import Translator
from app.mapping.plan import Results
from app.mapping.unit_fit import NO_EXTENTS, Extents
from app.report.content.document import document
from app.report.data import as_data


def render(
    results: Results,
    t: Translator,
    version: str,
    extents: Extents = NO_EXTENTS,
    directory: Directory | None = None,
) -> bytes:
    """The plan as PDF in the translator's language; the same of all of these give the same bytes."""
    from app.report.pdf.document import pdf

    return pdf(document(t, results, extents, directory), version, results.today.isoformat())


def as_json(
    results: Results, t: Translator, extents: Extents = NO_EXTENTS, directory: Directory | None = None
) -> dict[str, Any]:
    """What the plan prints, apart from its running heads."""
    return as_data(document(t, results, extents, directory))
