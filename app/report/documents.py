"""Papers without a first page of their own kind: sections one after another under running heads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.i18n import Translator
from app.report.blocks import Section
from app.report.content.phrases import joined

if TYPE_CHECKING:
    from app.report.pdf.items import Page


@dataclass(frozen=True, slots=True)
class Paper:
    """What it is, whose, of which day, and what it tells; `mark` says that it is an example."""

    kind: str
    whose: str
    day: date
    sections: tuple[Section, ...]
    mark: str = ""


def rendered(paper: Paper, t: Translator, version: str) -> bytes:
    """The paper as PDF in the translator's language; the same paper and version give the same bytes."""
    from app.report.pdf import canvas, fonts
    from app.report.pdf.document import running_head

    fonts.register()
    pages = _pages(paper, t)
    whose = joined(paper.whose, paper.mark)
    for number, page in enumerate(pages, 1):
        page.items[:0] = running_head(t, paper.kind, whose, t.day(paper.day), number, len(pages))
    title = f"{paper.kind}: {paper.whose}" if paper.whose else paper.kind
    about = canvas.About(title, paper.kind, t.language, paper.day.isoformat(), version)
    return canvas.drawn(pages, about)


def _pages(paper: Paper, t: Translator) -> list[Page]:
    """The sections on as few pages as they can have; rows stand closer only where that saves a page."""
    from app.report.pdf.flow import PAD, Flow
    from app.report.pdf.sections import TIGHT, place_section

    tried = []
    for pad in (PAD, *TIGHT):
        flow = Flow(t, pad=pad)
        for section in paper.sections:
            place_section(flow, section)
        tried.append(flow.pages)
    return min(tried, key=len)
