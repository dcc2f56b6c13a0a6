"""Needs without an offer, as a paper for a college."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.i18n import Translator
from app.mapping.unmet import UnmetNeed
from app.report.content.unmet import sections
from app.report.documents import Paper, rendered
from app.texts import Text
from app.wording.documents import document_name


def paper(t: Translator, needs: Sequence[UnmetNeed], today: date, sectors: Mapping[str, Text]) -> Paper:
    """`sectors` are the names of sectors by their codes."""
    return Paper(document_name(t, "unmet"), "", today, sections(t, needs, today, sectors))


def render(needs: Sequence[UnmetNeed], today: date, t: Translator, version: str, sectors: Mapping[str, Text]) -> bytes:
    return rendered(paper(t, needs, today, sectors), t, version)
