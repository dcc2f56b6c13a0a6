"""The quick scan as one page to take home."""

from __future__ import annotations

from app.i18n import Translator
from app.report.content.scan import Scan, sections
from app.report.documents import Paper, rendered
from app.wording.documents import document_name


def paper(t: Translator, scan: Scan) -> Paper:
    example = t("an example") if scan.example else ""
    return Paper(document_name(t, "scan"), scan.company.name, scan.day, sections(t, scan), example)


def render(scan: Scan, t: Translator, version: str) -> bytes:
    return rendered(paper(t, scan), t, version)
