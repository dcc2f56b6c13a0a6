"""What a reader who does not see the page is told: the structure tree of a plan, against its blocks (PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from app.languages import LANGUAGES
from app.mapping.model import Mapping
from app.report.blocks import Block, Document, Illustration, Line, Paragraph, PenRows, Row, Section, Table
from app.report.pdf import fonts
from tests.report.company import COURSE, MAPPING
from tests.report.printed import bare, document_of, opened, pdf_of, texts
from tests.report.stress import full, nothing
from tests.report.tagged import Part, Tagged, tagged

MAPPINGS = {"usual": MAPPING, "full": full(), "nothing": nothing()}
HEADINGS = ("H1", "H2", "H3")


@pytest.fixture(params=MAPPINGS)
def mapping(request: pytest.FixtureRequest) -> Mapping:
    return MAPPINGS[request.param]


@pytest.fixture
def read(mapping: Mapping) -> Tagged:
    return _read(mapping)


@cache
def _read(mapping: Mapping) -> Tagged:
    return tagged(pdf_of(mapping, "sv"))


def _sections(read: Tagged) -> list[Part]:
    """Page 1, and the sections after it."""
    return read.root.all("Sect")


def test_that_every_mark_is_part_of_an_element_or_an_artefact(read: Tagged) -> None:
    assert read.unmarked == []
    everything = [(page, number) for page, marks in enumerate(read.marked) for number in marks]
    assert sorted(read.used) == everything


def test_that_a_page_is_read_in_the_order_in_which_it_is_drawn(read: Tagged) -> None:
    for page in range(len(read.marked)):
        numbers = [number for at, number in read.used if at == page]
        assert numbers == sorted(numbers)


def test_that_the_bare_text_of_a_page_is_in_that_order_too(mapping: Mapping, read: Tagged) -> None:
    """Charts aside, which a reader has said in words."""
    charts = {kid for figure in read.root.all("Figure") for kid in figure.kids}
    for page, marks in zip(texts(pdf_of(mapping, "sv")), read.marked, strict=True):
        rest = bare(page)
        for words in (words for words in marks.values() if words not in charts):
            before, found, rest = rest.partition(bare(words))
            assert found == bare(words), before[:80]


def test_that_only_running_heads_and_what_a_page_repeats_are_no_content(read: Tagged) -> None:
    first, *others = read.artefacts
    assert first == ""
    told = bare(read.root.text)
    more = {words for page in others for words in page.split("  ") if bare(words.removesuffix("…")) not in told}
    pages = len(read.marked)
    assert more - {"(forts.)"} == {f"Sida {number} av {pages}" for number in range(2, pages + 1)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_sections_are_told_as_their_blocks_are(language: Any) -> None:
    _first, *parts = _sections(tagged(pdf_of(MAPPING, language)))
    for part, section in zip(parts, document_of(MAPPING, language).sections, strict=True):
        assert list(_leaves(part)) == [bare(_printable(words)) for words in _told(section) if words]


def test_that_long_sections_are_told_whole(mapping: Mapping, read: Tagged) -> None:
    _first, *parts = _sections(read)
    for part, section in zip(parts, document_of(mapping, "sv").sections, strict=True):
        told = [bare(_printable(words)) for words in _told(section) if words]
        for heard, words in zip(_leaves(part), told, strict=True):
            assert words == heard or (heard.endswith("…") and words.startswith(heard[:-1]))


def _leaves(part: Part) -> Iterator[str]:
    """The words of the elements that have some of their own; a figure is its alternative."""
    for each in part.parts:
        own = [kid for kid in each.parts if kid.tag not in ("Span", "Link")]
        if each.tag == "Figure":
            yield bare(each.said["Alt"])
        elif own:
            yield from _leaves(each)
        elif each.text:
            yield bare(each.text)


def _printable(words: str) -> str:
    return "".join(map(fonts.printable, words))


def _told(section: Section) -> Iterator[str]:
    yield section.title
    yield section.lead
    for block in section.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _text(block.line)
        case PenRows():
            yield from (block.heading, *(column.head for column in block.columns))
        case Table():
            yield from (column.head for column in block.columns)
            for group in block.groups:
                yield from (_text(group.title), group.note, *map(_text, group.mark.lines))
                yield from (words for row in group.rows for words in _of_row(row))
        case Illustration():
            yield from (block.heading, block.note)
            yield from map(_text, block.above)
            yield block.alternative
            yield from map(_text, (*block.left, *block.right, *block.below))


def _of_row(row: Row) -> Iterator[str]:
    for cell in row.cells:
        yield from map(_text, cell.lines)
    yield _text(row.foot)


def _text(line: Line) -> str:
    return "".join(run.text for run in line)


def test_that_page_1_is_told_whole_and_in_its_order(mapping: Mapping, read: Tagged) -> None:
    document = document_of(mapping, "sv")
    heard = bare(_sections(read)[0].text)
    at = -1
    for words in filter(None, _of_front(document)):
        at, before = heard.find(bare(_printable(words))[:30], at + 1), at
        assert at > before, words
    assert [figure.said["Alt"] for figure in _sections(read)[0].all("Figure")] == [document.front.action.alternative]


def _of_front(document: Document) -> list[str]:
    front = document.front
    rows = [words for row in front.priorities.rows for words in (_text(row.title), _text(row.note))]
    return [
        _text(front.goal),
        front.goal_label,
        front.action.label,
        _text(front.action.what),
        front.to_fix.label,
        front.priorities.label,
        *rows,
        front.meeting.label,
        front.meeting.day,
    ]


def test_that_headings_begin_with_the_document_and_skip_no_level(mapping: Mapping, read: Tagged) -> None:
    levels = [int(part.tag[1]) for part in read.root.all(*HEADINGS)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert read.root.parts[0].tag == "H1"
    assert bare(document_of(mapping, "sv").kind) in bare(read.root.parts[0].text)


def test_that_every_figure_is_said_in_words_and_every_heading_of_a_table_says_of_what(read: Tagged) -> None:
    figures = read.root.all("Figure")
    assert figures
    assert all(figure.said.get("Alt") for figure in figures)
    heads = read.root.all("TH")
    assert {head.said.get("Scope") for head in heads} <= {"Row", "Column"}


def test_that_words_over_a_column_and_at_the_beginning_of_a_row_are_headings(read: Tagged) -> None:
    over = [cell for head in read.root.all("THead") for row in head.parts for cell in row.parts]
    assert over
    assert {(cell.tag, cell.said.get("Scope")) for cell in over if cell.text} == {("TH", "Column")}
    rows = [row for body in read.root.all("TBody") for row in body.parts if len(row.parts) > 1]
    assert {(row.parts[0].tag, row.parts[0].said.get("Scope")) for row in rows if row.parts[0].text} == {("TH", "Row")}
    assert {cell.tag for row in rows for cell in row.parts[1:]} == {"TD"}


def test_that_every_row_of_a_table_is_as_wide_as_its_heads(read: Tagged) -> None:
    tables = read.root.all("Table")
    assert tables
    for table in tables:
        widths = {sum(int(cell.said.get("ColSpan", 1)) for cell in row.parts) for row in table.all("TR")}
        assert len(widths) == 1
        assert [part.tag for part in table.parts].count("THead") <= 1


def test_that_a_table_over_several_pages_is_one_and_has_its_heads_once() -> None:
    parts = [part for part in _sections(_read(full())) if len(_pages_of(part)) > 2]
    assert parts
    for part in parts:
        heads = [head for table in part.all("Table") for head in table.all("THead")]
        assert len(heads) == sum(any(h.head for h in t.columns) for t in _tables(part))


def _tables(part: Part) -> list[Table]:
    title = part.all("H2")[0].text
    [section] = [s for s in document_of(full(), "sv").sections if bare(s.title) == bare(title)]
    return [block for block in section.blocks if isinstance(block, Table)]


def _pages_of(part: Part) -> set[int]:
    """Pages that an element stands on."""
    return part.pages | {page for each in part.all("TR", "TD", "TH", "P", "H2") for page in each.pages}


def test_that_foreign_words_are_told_in_their_own_language(mapping: Mapping, read: Tagged) -> None:
    foreign = [bare(part.text) for part in read.root.all("Span", "Link") if part.said.get("Lang") == "fi-FI"]
    named = [
        bare(_printable(run.text))
        for section in document_of(mapping, "sv").sections
        for block in section.blocks
        if isinstance(block, Table)
        for group in block.groups
        for row in group.rows
        for cell in row.cells
        for line in cell.lines
        for run in line
        if run.language == "fi"
    ]
    assert set(named) <= set(foreign)
    if mapping is MAPPING:
        assert bare(COURSE.name.fi or "") in foreign


def test_that_a_link_is_an_element_with_its_active_area_and_words() -> None:
    with opened(pdf_of(full(), "en")) as read:
        areas = [area for page in read.pages for area in page.get("/Annots", [])]
        numbers = read.Root.StructTreeRoot.ParentTree.Nums
        parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        assert len(areas) > 10
        for area in areas:
            element = parents[int(area.StructParent)]
            assert pikepdf.Name.Link == element.S
            assert area.objgen in [kid.Obj.objgen for kid in element.K if "/Obj" in kid]
            assert str(area.Contents).strip()


def test_that_every_page_knows_the_elements_of_its_marks(mapping: Mapping) -> None:
    with opened(pdf_of(mapping, "sv")) as read:
        numbers = read.Root.StructTreeRoot.ParentTree.Nums
        for place, page in enumerate(read.pages):
            assert (int(page.obj.StructParents), page.obj.Tabs) == (place, pikepdf.Name.S)
            for number, element in enumerate(numbers[2 * place + 1]):
                marks = [int(kid.MCID) for kid in element.K if "/MCID" in kid and kid.Pg.objgen == page.obj.objgen]
                assert number in marks


def test_that_the_file_says_which_standards_it_keeps_and_what_its_colours_mean(pdf: bytes) -> None:
    with opened(pdf) as read:
        assert read.Root.MarkInfo.Marked
        said = read.Root.Metadata.read_bytes().decode()
        for words in ("<pdfuaid:part>1<", "<pdfaid:part>3<", "<pdfaid:conformance>A<", "2026-11-23T00:00:00Z"):
            assert words in said
        [intent] = read.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"


def test_that_a_company_may_be_called_anything() -> None:
    odd = "Å & <Žaba>\x08 {kind} Oy"
    mapping = replace(MAPPING, company=replace(MAPPING.company, name=odd))
    with opened(pdf_of(mapping, "fi")) as read, read.open_metadata() as metadata:
        assert metadata["dc:title"] == "Kehittämissuunnitelma: Å & <Žaba> {kind} Oy"
