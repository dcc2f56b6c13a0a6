"""The section on qualification units: one line a unit, with what its numbers come from."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.i18n import Translator
from app.mapping.plan import results
from app.mapping.unit_fit import NO_EXTENTS, Extent, Extents
from app.report.blocks import Paragraph, Row, Table
from app.report.content.document import document
from app.report.content.phrases import text_of
from tests.report.company import MAPPING, TODAY

CAM = ("sector:machine", "2026.1", "101103")


def rows(extents: Extents = NO_EXTENTS) -> list[Row]:
    found = document(Translator("en"), results(MAPPING, TODAY), extents)
    [table] = [b for s in found.sections if s.key == "units" for b in s.blocks if isinstance(b, Table)]
    return [row for group in table.groups for row in group.rows]


def said(row: Row) -> list[str]:
    return [" / ".join(map(text_of, cell.lines)) for cell in row.cells]


def test_that_a_unit_says_how_well_it_is_mastered_from_which_levels_and_what_follows() -> None:
    [row] = rows()
    assert said(row) == ["CAD/CAM programming", "1", "–", "1", "–", "50%", "Part of the unit"]
    assert text_of(row.foot) == ""


@pytest.mark.parametrize(
    ("extent", "foot"),
    [
        (Extent("unit", 4), "1 of its 4 requirements needed"),
        (Extent("cam", 4, Decimal(30)), "Needed as a whole · About 15 competence points are missing."),
    ],
)
def test_that_what_the_library_knows_of_the_unit_stands_under_it(extent: Extent, foot: str) -> None:
    [row] = rows({CAM: extent})
    assert text_of(row.foot) == foot


def test_that_the_rule_and_who_decides_stand_under_the_table() -> None:
    [section] = [s for s in document(Translator("en"), results(MAPPING, TODAY)).sections if s.key == "units"]
    rule = section.blocks[-1]
    assert isinstance(rule, Paragraph)
    assert "Level 3 and above counts whole, level 2 half." in text_of(rule.line)
    assert text_of(rule.line).endswith("The college alone decides what it recognises.")


def test_that_without_units_there_is_no_section() -> None:
    of_none = replace(MAPPING, needs=tuple(replace(need, unit_code="") for need in MAPPING.needs))
    assert "units" not in [s.key for s in document(Translator("en"), results(of_none, TODAY)).sections]
