"""Whatever a package or a table of competences holds: read, or refused in one sentence. What was read can be kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.files import BrokenRow, Row, Table
from app.frameworks.model import Competence, Framework, LevelCriteria, Requirement, SubArea, Unit
from app.frameworks.readers import case, digcomp, entrecomp, table
from app.frameworks.readers.table_columns import MEANINGS, ColumnMapping
from app.frameworks.writers.case import package, write
from app.frameworks.writers.table import write_csv
from app.services.desk import Desk
from app.services.libraries import import_files
from app.texts import Text
from tests.frameworks.case_values import SMALL
from tests.frameworks.test_digcomp import PROGRESSION, STATEMENTS
from tests.hostile.ends import end_of, kept
from tests.hostile.test_anything import _like
from tests.hostile.workbooks import SHEET, STRINGS, packed, sheet, workbook

FILE: Final = "file.json"
_GRADED: Final = Requirement("own:x/u/r", Text("Hitsaa"), Text("Osaa"), (LevelCriteria(Text("T1"), (Text("a"),)),))
_UNIT: Final = Unit(
    "own:x/u",
    "1",
    Text("Osa"),
    None,
    requirements=(_GRADED,),
    sub_areas=(SubArea("own:x/u/a", "2", Text("Alue"), None, (Requirement("own:x/u/a/o", Text("Laskee")),)),),
)
_COMPETENCES: Final = (
    Competence("own:x/1", "1", Text("Hitsaus", "Svets"), Text("Hitsaa"), Text("Metalli"), links=("digcomp:1",)),
    Competence("own:x/2", "2", Text("Poraus"), group=Text("Metalli"), anchors=(Text("a"),) * 5),
)
OURS: Final = package(Framework("own:x", "framework", Text("Oma"), units=(_UNIT,), competences=_COMPETENCES))


def _read(value: Any) -> Framework:
    return case.read(value, FILE)


@settings(max_examples=40)
@given(_like(SMALL) | _like(OURS))
def test_that_any_json_is_a_package_or_not(value: Any) -> None:
    assert case.recognises(value) in {True, False}
    found = end_of(partial(_read, value), FILE)

    if isinstance(found, Framework):
        keys = [*(unit.key for unit in found.units), *(each.key for each in found.competences)]
        assert len(set(keys)) == len(keys) > 0


@given(_like(SMALL, most=2) | _like(OURS, most=2))
def test_that_a_package_that_was_read_can_be_kept_and_written(desk: Desk, value: Any) -> None:
    found = end_of(partial(_read, value), FILE)

    if isinstance(found, Framework):
        desk.library.put_framework(found)
        assert desk.library.framework(found.key, found.version) == found
        assert write(found)
        assert write_csv(found)


CELLS: Final = st.text(max_size=6) | st.sampled_from(
    ["", "1.1", "Basic", "3", "9", "=1", "a;b", "Resources", "\0", "²"]
)


@st.composite
def _tables(draw: st.DrawFn, *columns: str) -> Table:
    header = draw(st.lists(st.sampled_from([*columns, "Koodi", "Nimi"]) | st.text(max_size=4), max_size=4))
    header = [*header, *columns]
    rows = draw(st.lists(st.lists(CELLS, min_size=len(header), max_size=len(header)), max_size=4))
    broken = draw(st.sets(st.integers(20, 29), max_size=1))
    return Table(
        tuple(header),
        tuple(Row(line, tuple(row)) for line, row in enumerate(rows, 2)),
        tuple(BrokenRow(line, UserError("No.")) for line in broken),
    )


@given(_tables(*STATEMENTS), _tables(*PROGRESSION))
def test_that_any_table_is_of_an_official_framework_or_not(statements: Table, progression: Table) -> None:
    for read, given_ in ((digcomp.read, statements), (entrecomp.read, progression)):
        found = end_of(partial(read, given_, FILE), FILE)

        if isinstance(found, Framework):
            assert len({each.key for each in found.competences}) == len(found.competences) > 0


@given(_tables("Osaaminen", "Taso 1", "Tavoite"), st.lists(st.sampled_from(["", *MEANINGS]), min_size=3, max_size=7))
def test_that_every_row_of_any_table_is_a_competence_or_told(given_: Table, columns: list[str]) -> None:
    for mapping in (None, ColumnMapping(tuple(columns))):
        found = end_of(partial(table.read, given_, FILE, mapping), FILE)

        assert isinstance(found, table.Read) or mapping
        if isinstance(found, table.Read):
            keys = {each.key for each in found.framework.competences}
            assert len(keys) + len(found.refused) == len(given_.rows) + len(given_.broken)


ROWS: Final = [["Osaaminen"], ["Hitsaus"]]
TRAPS: Final = {
    "unpacks to 50 MB": packed({SHEET: b"<a>" * 10 * 2**20, "more": b"\0" * 20 * 2**20}),
    "a part shrunk to nothing": workbook(ROWS, {"more": b" " * 2 * 2**20}),
    "a part outside": workbook(ROWS, {"../outside.xml": "x"}),
    "a thousand parts": workbook(ROWS, {f"part{n}": b"" for n in range(1000)}),
    "entities": workbook(ROWS, {STRINGS: '<!DOCTYPE x [<!ENTITY a "b">]><sst/>'}),
    "no sheet": packed({"a.txt": b"x"}),
    "a sheet without rows": workbook([]),
    "only formulas": workbook(parts={SHEET: sheet("<c><f>1+1</f></c>", "<c><f>A1</f></c>")}),
    "no names": workbook([["Asia"], ["Hitsaus"]]),
    "a column too many": workbook([["Osaaminen"] * 201, ["x"] * 201]),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_that_a_workbook_that_is_a_trap_is_refused_and_changes_nothing(desk: Desk, tmp_path: Path, trap: str) -> None:
    (tmp_path / "oma.xlsx").write_bytes(TRAPS[trap])
    before = kept(desk)

    [report] = import_files(desk, [tmp_path / "oma.xlsx"])

    assert report.error is not None
    assert len(str(report.error).splitlines()) == 1
    assert kept(desk) == before
