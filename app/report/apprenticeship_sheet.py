"""The fact sheet for a talk with a provider about an apprenticeship (brief, KEU-5)."""

from __future__ import annotations

from app.catalogues.model import Directory
from app.i18n import Translator
from app.mapping.plan import Results
from app.report.content.apprenticeship import sections, subject_of
from app.report.documents import Paper, rendered
from app.report.roles_only import roles_only
from app.wording.documents import document_name


def paper(t: Translator, results: Results, directory: Directory, role_key: str = "") -> Paper:
    """Of a role, or without one of what is planned in the company."""
    masked = roles_only(results)
    mapping = masked.mapping
    example = t("an example") if mapping.example else ""
    told = sections(t, masked, subject_of(masked, role_key), directory)
    return Paper(document_name(t, "apprenticeship"), mapping.company.name, masked.today, told, example)


def render(results: Results, t: Translator, version: str, directory: Directory, role_key: str = "") -> bytes:
    return rendered(paper(t, results, directory, role_key), t, version)
