"""Pages: nothing is cut off, nothing stands on anything else, tables go on under repeated heads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest

from app.i18n import Translator
from app.languages import Language
from app.mapping.model import Band
from app.report.blocks import Cell, Column, Group, Illustration, PenRows, Row, Run, Section, Table
from app.report.pdf import fonts
from app.report.pdf.flow import FULL, HEAD_LINE, Flow
from app.report.pdf.items import Anchor, BandMark, Drawing, Page, Stroke, Words
from app.report.pdf.sections import place_section
from app.report.tokens import BOTTOM, LEFT, PAGE_WIDTH, RIGHT
from app.texts import Text
from app.wording.words import band_name
from tests.report.company import MAPPING
from tests.report.printed import bare, pages_of, pdf_of, texts, words_on
from tests.report.stress import endless, full, nothing

CASES = {"usual": MAPPING, "full": full(), "nothing": nothing(), "endless": endless()}
HARD = pytest.mark.parametrize("case", CASES)
EN = Translator("en")


@cache
def _pages(case: str, language: Language = "fi") -> list[Page]:
    return pages_of(CASES[case], language)


def _left(words: Words) -> float:
    return words.x - words.line.width if words.right else words.x


def _boxes(page: Page) -> Iterator[tuple[float, float, float, float, str]]:
    """What letters cover: left, low, right, high."""
    for words in words_on(page):
        size, left = words.line.kind.size, _left(words)
        yield left, words.y - 0.2 * size, left + words.line.width, words.y + 0.7 * size, words.line.text


@HARD
def test_that_all_text_is_within_the_margins(case: str) -> None:
    outside = [
        (text, number)
        for number, page in enumerate(_pages(case), 1)
        for left, low, right, high, text in _boxes(page)
        if left < LEFT - 0.1 or right > PAGE_WIDTH - RIGHT + 0.1 or low < BOTTOM - 4 or high > HEAD_LINE + 8
    ]
    assert outside == []


@HARD
def test_that_no_text_stands_on_another(case: str) -> None:
    hits = [
        (one[4], other[4])
        for page in _pages(case)
        for one, other in combinations(_boxes(page), 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert hits == []


@HARD
def test_that_no_text_stands_on_a_picture_or_a_mark(case: str) -> None:
    hits = []
    for page in _pages(case):
        for item in page.items:
            if isinstance(item, Drawing):
                area = item.x, item.y, item.x + item.width, item.y + item.picture.height
            elif isinstance(item, BandMark):
                area = item.x, item.y, item.x + 20, item.y + 13
            else:
                continue
            hits += [
                b[4] for b in _boxes(page) if b[0] < area[2] and area[0] < b[2] and b[1] < area[3] and area[1] < b[3]
            ]
    assert hits == []


@HARD
def test_that_the_word_of_its_band_stands_beside_every_mark(case: str) -> None:
    t, seen = Translator("fi"), 0
    for page in _pages(case):
        for mark in (item for item in page.items if isinstance(item, BandMark)):
            beside = [w.line.text for w in words_on(page) if mark.y < w.y < mark.y + 13 and 20 < w.x - mark.x < 30]
            assert beside == [band_name(t, mark.band)]
            seen += 1
    assert (seen == 0) == (case == "nothing")


def test_that_every_band_is_met_in_the_small_workshop() -> None:
    assert {i.band for p in _pages("usual") for i in p.items if isinstance(i, BandMark)} == set(Band)


def test_that_what_page_1_cuts_short_stands_whole_further_on() -> None:
    long = " ".join(f"sana{n}" for n in range(60))
    measure = replace(
        MAPPING.measures[0], what=f"{long} teko", responsible=f"{long} kuka", success_sign=f"{long} merkki"
    )
    needs = tuple(replace(need, name=Text(fi=f"{long} {need.key}")) for need in MAPPING.needs)
    mapping = replace(
        MAPPING, goal=f"{long} tavoite", needs=needs, measures=(measure,), next_meeting_note=f"{long} missä"
    )
    first, *rest = texts(pdf_of(mapping, "fi"))
    assert "…" in first
    later = bare("".join(rest))
    wanted = [mapping.goal, measure.what, measure.responsible, measure.success_sign, mapping.next_meeting_note]
    assert [text for text in [*wanted, *(need.name.fi for need in needs)] if bare(text) not in later] == []


COLUMNS = (Column("name", "Head of the name", 8), Column("count", "Count", 4, right=True))


def _cell(*lines: str) -> Cell:
    return Cell(tuple((Run(line),) for line in lines))


def _table(rows: int, *, title: str = "", lines: int = 1) -> Table:
    made = tuple(Row((_cell(*(f"Row {n} line {i}" for i in range(lines))), _cell(str(n)))) for n in range(rows))
    return Table("t", COLUMNS, (Group(made, (Run(title),) if title else ()),))


def _laid(*blocks: Table | PenRows | Illustration) -> list[Page]:
    fonts.register()
    flow = Flow(EN)
    place_section(flow, Section("s", "Title", "", blocks))
    return flow.pages


def _texts(page: Page) -> list[str]:
    return [words.line.text for words in words_on(page)]


def test_that_a_table_goes_on_under_its_heads_and_says_that_it_does() -> None:
    pages = _laid(_table(70, title="Machinists"))
    assert len(pages) == 3
    for page in pages:
        assert {"Head of the name", "Count"} <= set(_texts(page))
    assert "(continued)" not in _texts(pages[0])
    assert all({"Machinists", "(continued)"} <= set(_texts(page)) for page in pages[1:])
    rows = [text for page in pages for text in _texts(page) if text.startswith("Row")]
    assert rows == [f"Row {n} line 0" for n in range(70)]


def test_that_a_group_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for before in range(15, 30):
        first = _table(before).groups[0]
        second = _table(3, title="Second", lines=6).groups[0]
        pages = _laid(Table("t", COLUMNS, (first, second)))
        page = next(page for page in pages if "Second" in _texts(page))
        assert "Row 0 line 5" in _texts(page)[_texts(page).index("Second") :]


def test_that_a_row_taller_than_a_page_is_divided_and_nothing_of_it_lost() -> None:
    pages = _laid(_table(2, lines=150))
    assert len(pages) > 4
    lines = [text for page in pages for text in _texts(page) if text.startswith("Row")]
    assert lines == [f"Row {n} line {i}" for n in range(2) for i in range(150)]


def test_that_a_short_section_goes_on_where_the_last_ended() -> None:
    fonts.register()
    flow = Flow(EN)
    for key in ("one", "two"):
        place_section(flow, Section(key, key, "", (_table(3),)))
    assert [item.key for item in flow.pages[0].items if isinstance(item, Anchor)] == ["one", "two"]


def test_that_a_section_which_does_not_fit_begins_a_page() -> None:
    fonts.register()
    flow = Flow(EN)
    place_section(flow, Section("one", "one", "", (_table(15),)))
    place_section(flow, Section("two", "two", "", (_table(15),)))
    anchors = [[i.key for i in page.items if isinstance(i, Anchor)] for page in flow.pages]
    assert anchors == [["one"], ["two"]]
    assert flow.y < FULL


def test_that_rows_move_closer_where_that_saves_a_nearly_empty_page() -> None:
    counts = {rows: len(_laid(_table(rows))) for rows in range(25, 46)}
    assert counts[25] == 1
    assert counts[27] == 1  # at the usual distance these are two pages
    assert counts[45] == 2


def test_that_pen_rows_stay_on_one_page() -> None:
    pages = _laid(_table(22), PenRows(COLUMNS, 12, "Own record"))
    assert "Own record" in _texts(pages[1])
    strokes = [item for item in pages[1].items if isinstance(item, Stroke)]
    assert len(strokes) == 1 + 1 + 12  # over the heading, under the heads, and the lines to write on


def test_that_an_old_offer_is_set_apart_by_a_broken_line() -> None:
    [row] = _table(1).groups[0].rows
    fresh, stale = (
        sum(isinstance(i, Stroke) and i.dashed for i in _laid(Table("t", COLUMNS, (Group((r,)),)))[0].items)
        for r in (row, replace(row, stale=True))
    )
    assert (fresh, stale) == (0, 1)
