"""The owner's plan: page 1 as in the development plan, and then three pages at most."""

from __future__ import annotations

from app.catalogues.model import Directory
from app.i18n import Translator
from app.mapping.plan import Results
from app.report.blocks import Document
from app.report.content.front import front
from app.report.content.owner import sections
from app.wording.documents import document_name


def document(t: Translator, results: Results, directory: Directory | None, *, roles_only: bool = True) -> Document:
    """The results as they may be shown: by roles, or by the people mode of the mapping."""
    return Document(
        language=t.language,
        kind=document_name(t, "owner"),
        company=results.mapping.company.name,
        day=t.day(results.today),
        front=front(t, results),
        sections=sections(t, results, directory, roles_only=roles_only),
        mark=t("an example") if results.mapping.example else "",
    )


def render(
    results: Results, t: Translator, version: str, directory: Directory | None, *, roles_only: bool = True
) -> bytes:
    """The plan in short as PDF; the same of all of these give the same bytes."""
    from app.report.pdf.document import pdf

    return pdf(document(t, results, directory, roles_only=roles_only), version, results.today.isoformat())
