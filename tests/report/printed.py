"""A plan read back from its bytes, as whoever opens it would."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

from app.i18n import Translator
from app.languages import Language
from app.mapping.model import Mapping
from app.mapping.plan import results
from app.report import plan
from app.report.blocks import Document
from app.report.content.document import document
from app.report.pdf.document import laid_out
from app.report.pdf.items import Page, Words
from tests.report.company import TODAY


def printed_anew(mapping: Mapping, language: Language = "fi") -> bytes:
    return plan.render(results(mapping, TODAY), Translator(language), "1.2.3")


@cache
def pdf_of(mapping: Mapping, language: Language = "fi") -> bytes:
    return printed_anew(mapping, language)


def json_of(mapping: Mapping, language: Language = "fi") -> dict[str, Any]:
    return plan.as_json(results(mapping, TODAY), Translator(language))


def document_of(mapping: Mapping, language: Language = "fi") -> Document:
    return document(Translator(language), results(mapping, TODAY))


@cache
def pages_of(mapping: Mapping, language: Language = "fi") -> list[Page]:
    return laid_out(document_of(mapping, language))


def words_on(page: Page) -> list[Words]:
    return [item for item in page.items if isinstance(item, Words)]


@cache
def texts(pdf: bytes) -> list[str]:
    """The text of every page, a space for every break; a word broken over two lines is whole."""
    with pypdfium2.PdfDocument(pdf) as read:
        raw = [page.get_textpage().get_text_bounded() for page in read]
    return [" ".join(re.sub("\x02(\r\n)?|\N{SOFT HYPHEN}", "", text).split()) for text in raw]


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def bare(text: str) -> str:
    """Letters and signs alone, to compare text whose lines may break anywhere."""
    return re.sub("[\\s\x02\N{SOFT HYPHEN}-]", "", text)
