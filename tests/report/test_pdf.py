"""The file: what it says of itself, its bookmarks, links, fonts and pages, and that it repeats itself to the byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from app.languages import Language
from tests.report.company import COURSE, MAPPING, UNIT
from tests.report.printed import document_of, opened, pdf_of, printed_anew, texts
from tests.report.stress import full, nothing

ROOT = Path(__file__).parents[2]
RENDER = """
import sys
from app.i18n import Translator
from app.mapping.plan import results
from app.report import plan
from tests.report.company import MAPPING, TODAY
sys.stdout.buffer.write(plan.render(results(MAPPING, TODAY), Translator("sv"), "1.2.3"))
"""


def test_that_it_says_what_it_is_and_in_which_language(pdf: bytes, language: Language) -> None:
    with opened(pdf) as read:
        assert str(read.Root.Lang) == {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}[language]
        assert str(read.docinfo["/Title"]) == document_of(MAPPING, language).title
        assert str(read.docinfo["/Title"]).endswith(": Lehtolan Auto ja Koneistus Oy")
        assert str(read.docinfo["/Author"]) == "Kartturi"
        assert str(read.docinfo["/Creator"]) == "Kartturi 1.2.3"
        assert str(read.docinfo["/CreationDate"]) == "D:20261123000000Z"
        assert read.Root.ViewerPreferences.DisplayDocTitle


def _bookmarks(read: pikepdf.Pdf) -> list[tuple[str, int]]:
    """Titles with the pages that they lead to."""
    with read.open_outline() as outline:
        return [(item.title, _page(item.destination)) for item in outline.root]


def _page(destination: Any) -> int:
    return pikepdf.Page(destination[0]).index + 1  # type: ignore[operator] # a property, to the stubs a method


def test_that_every_section_has_a_bookmark_to_its_page(pdf: bytes, language: Language, pages: list[str]) -> None:
    with opened(pdf) as read:
        (_first, front), *marks = _bookmarks(read)
    assert front == 1
    assert [title for title, _page in marks] == [s.title for s in document_of(MAPPING, language).sections]
    assert all(title in pages[page - 1] for title, page in marks)


def test_that_every_page_says_which_of_how_many_it_is() -> None:
    pages = texts(pdf_of(full(), "en"))
    assert len(pages) > 20
    assert [f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, 1)] == [True] * len(pages)


def _links(read: pikepdf.Pdf) -> list[Any]:
    return [annotation for page in read.pages for annotation in page.get("/Annots", [])]


def test_that_the_address_of_an_offer_can_be_clicked_and_typed(pdf: bytes, pages: list[str]) -> None:
    with opened(pdf) as read:
        addresses = {str(link.A.URI) for link in _links(read) if "/A" in link}
    assert addresses == {COURSE.link, UNIT.link}
    everything = "".join(pages).replace(" ", "")
    assert all(address in everything for address in addresses)


def test_that_what_is_no_address_leads_nowhere(pages: list[str]) -> None:
    assert any("ei verkko-osoitetta" in page for page in pages)


def test_that_links_within_lead_to_a_page() -> None:
    pdf = pdf_of(full(), "en")
    with opened(pdf) as read:
        [place] = [_page(link.Dest) for link in _links(read) if "/Dest" in link]
    assert f"more on page {place}" in texts(pdf)[0]
    assert "Cards and permits" in texts(pdf)[place - 1]


@pytest.mark.parametrize("mapping", [MAPPING, nothing()], ids=["usual", "nothing"])
def test_that_both_weights_are_embedded_and_no_other_font_is_asked_for(mapping: Any) -> None:
    with opened(pdf_of(mapping, "fi")) as read:
        fonts = {str(f.BaseFont).split("+")[1]: f for p in read.pages for f in p.Resources.Font.values()}
        assert set(fonts) == {"SourceSansPro-Regular", "SourceSansPro-Semibold"}
        assert all("/FontFile2" in _descriptor(font) for font in fonts.values())


def _descriptor(font: Any) -> Any:
    return font.FontDescriptor if "/FontDescriptor" in font else font.DescendantFonts[0].FontDescriptor


def test_that_charts_are_lines_and_text_and_not_pictures(pdf: bytes) -> None:
    with opened(pdf) as read:
        assert [image for page in read.pages for image in page.get_images()] == []


def test_that_the_same_plan_is_the_same_to_the_byte(pdf: bytes, language: Language) -> None:
    assert printed_anew(MAPPING, language) == pdf


def test_that_two_fresh_processes_print_the_same() -> None:
    command = [sys.executable, "-c", RENDER]
    first, second = (subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout for _ in range(2))
    assert first == second == pdf_of(MAPPING, "sv")


def test_that_rare_letters_can_be_read_back() -> None:
    everything = " ".join(texts(pdf_of(full(), "fi")))
    for letters in ("Åsa", "Šimo", "Žanna", "Čáhppe", "Eŋŋel", "Đorđe", "Ŧuŋŋá", "– ”omat", "20 000 €"):
        assert letters in everything


def test_that_it_opens_in_a_reader(pdf: bytes) -> None:
    with pypdfium2.PdfDocument(pdf) as read:
        sizes = {(round(width), round(height)) for width, height in (page.get_size() for page in read)}
    assert sizes == {(595, 842)}
