"""A document laid out and drawn: page 1, the sections after it, and the running heads."""

from __future__ import annotations

from app.i18n import Translator
from app.report.blocks import Document, Run
from app.report.content.phrases import joined
from app.report.pdf import canvas, fonts, front
from app.report.pdf.flow import HEAD_LINE, Flow
from app.report.pdf.items import Anchor, Item, Page, Words
from app.report.pdf.sections import place_section
from app.report.pdf.structure import Element
from app.report.pdf.text import Laid, lay, lines_of, shortened
from app.report.tokens import LEFT, NOTE, WIDTH, span


def pdf(document: Document, version: str, iso_day: str, attachment: canvas.Attachment | None = None) -> bytes:
    """The document as PDF; `iso_day` is the day it is made on."""
    about = canvas.About(document.title, document.kind, document.language, iso_day, version)
    return canvas.drawn(laid_out(document), about, attachment)


def laid_out(document: Document) -> list[Page]:
    """All pages. The sections come first, because page 1 refers to theirs."""
    fonts.register()
    t = Translator(document.language)
    flow = Flow(t)
    for section in document.sections:
        place_section(flow, section)
    places = {
        item.key: number for number, page in enumerate(flow.pages, 2) for item in page.items if isinstance(item, Anchor)
    }
    pages = [front.page(document, t, places), *flow.pages]
    whose = joined(document.company, document.mark)
    for number, page in enumerate(pages, 1):
        page.items[:0] = running_head(t, document.kind, whose, document.day, number, len(pages))
    return pages


def running_head(t: Translator, kind: str, whose: str, day: str, number: int, count: int) -> list[Item]:
    """Whose paper this is, and which page of how many; page 1 also says what it is and of which day.

    There it is the heading of the document. On the pages after it is furniture.
    """
    first = number == 1
    name = (Run(kind, strong=True), Run(" · " if whose else "", "quiet")) if first else ()
    where = t("Page {page} of {count}", page=number, count=count)
    right = Run(f"{day} · {where}" if first else where, "quiet")
    lines = shortened((*name, Run(whose, "quiet")), NOTE, span(0, 8.5)[1], t.language, 1)
    return head_items(lines, lay((right,), NOTE, WIDTH, t.language), first=first)


def head_items(left: list[Laid], right: list[Laid], *, first: bool) -> list[Item]:
    """A running head of two parts; the first one is the heading of the document."""
    heading, when = (Element("H1"), Element("P")) if first else (None, None)
    items: list[Item] = [Words(LEFT, HEAD_LINE, line) for line in lines_of(heading, left)]
    return [*items, *(Words(LEFT + WIDTH, HEAD_LINE, line, right=True) for line in lines_of(when, right))]
