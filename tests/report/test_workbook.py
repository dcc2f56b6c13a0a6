"""The workbook of a mapping and its tables: sums that compute, texts that stay texts, and nobody named unasked."""

from __future__ import annotations

import csv
import re
import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO, StringIO
from typing import Final

import pytest
from openpyxl import load_workbook

from app.i18n import Translator
from app.languages import Language
from app.mapping.levels import tallies
from app.mapping.model import Agreed, Band, CardHolding, Horizon, LevelCount, Mapping, PeopleMode, RequiredCount
from app.mapping.scoring import ranked
from app.report import tables, workbook
from app.report.by_mode import by_mode
from app.report.roles_only import roles_only
from app.texts import Text
from tests.report.company import MAPPING, MEASURES, NAMES, NEEDS, NOTE, TODAY
from tests.report.formulas import Computed
from tests.report.papers import VERSION, results_of
from tests.report.stress import nothing

EN: Final = Translator("en")
SIGNS: Final = ("=cmd()", "+cmd", "-cmd", "@cmd", " =cmd", '=HYPERLINK("http://example.fi")')
OURS: Final = re.compile(r"=(SUM|SUMIF|SUMIFS|COUNTIF|IF|MAX)\([^\[\]]*\)")


@cache
def _book(mapping: Mapping = MAPPING, language: Language = "en") -> bytes:
    return _made(mapping, language)


def _made(mapping: Mapping, language: Language) -> bytes:
    return workbook.render(roles_only(results_of(mapping)), Translator(language), VERSION)


def _named(mode: PeopleMode) -> bytes:
    found = results_of(replace(MAPPING, people_mode=mode))
    return workbook.render(by_mode(found), EN, VERSION, names=True)


def _parts(book: bytes) -> str:
    """Everything that is in the file, as text."""
    with zipfile.ZipFile(BytesIO(book)) as file:
        return "\n".join(file.read(name).decode() for name in file.namelist())


def _wanting(required: RequiredCount) -> Mapping:
    return replace(MAPPING, needs=tuple(replace(need, required=required) for need in NEEDS))


MAPPINGS: Final = {
    "usual": MAPPING,
    "all": _wanting("all"),
    "more than there are": _wanting(7),
    "owner": replace(MAPPING, people_mode=PeopleMode.OWNER),
    "counts": replace(
        MAPPING,
        people_mode=PeopleMode.ROLES_ONLY,
        level_counts=tuple(LevelCount(need.key, level, 1) for need in NEEDS for level in (1, 3)),
    ),
    "nothing": nothing(),
}


@pytest.mark.parametrize("mapping", MAPPINGS.values(), ids=MAPPINGS)
def test_that_the_formulas_come_to_what_the_scores_say(mapping: Mapping) -> None:
    rows = Computed(_book(mapping)).rows("Needs")
    for row, scored in zip(rows, ranked(mapping), strict=False):
        now = scored.score.at(Horizon.NOW)
        assert now
        people = tallies(mapping, [scored.need])[scored.need.key]
        able, wanted = (now.covered, now.required) if now.target else (0, row["Must be able"])
        assert (row["People"], row["Able now"]) == (sum(people.at) + people.unknown, able)
        assert (row["Must be able"], row["People short"]) == (wanted, max(0, wanted - able) if now.target else 0)


def test_that_every_sum_over_the_needs_is_the_same() -> None:
    computed = Computed(_book())
    needs, roles, matrix = (computed.rows(name) for name in ("Needs", "Roles", "Roles and competences"))
    at_now = [row.score.at(Horizon.NOW) for row in ranked(MAPPING)]
    short = sum(max(0, now.required - now.covered) for now in at_now if now and now.target)
    assert short > 0
    assert {
        rows[-1][head] for rows, head in ((needs, "People short"), (roles, "People short"), (matrix, "Together"))
    } == {short}
    assert sum(value for head, value in matrix[-1].items() if str(head)[:1].isdigit()) == short
    assert (roles[-1]["People"], roles[-1]["Needs"]) == (8, len(NEEDS))


def test_that_the_summary_counts_what_the_sheets_hold() -> None:
    figures = {row["What"]: row["Figure"] for row in Computed(_book()).rows("Summary")}
    bands = [row.score.band for row in ranked(MAPPING)]
    assert figures["Needs: urgent"] == bands.count(Band.URGENT) == 1
    assert (figures["Measures: planned"], figures["Measures: in progress"], figures["Measures: done"]) == (5, 1, 1)
    assert figures["People in all roles"] == 8
    assert figures["Cards and permits: people"] == sum(card.count for card in MAPPING.cards)


def test_that_a_need_of_no_role_has_an_empty_cell_and_not_a_zero() -> None:
    rows = {row["Competence"]: row for row in Computed(_book()).rows("Roles and competences")}
    welding = rows["Welding"]
    assert [welding[f"{n}. {role}"] is None for n, role in enumerate(("Työnjohto", "Koneistaja", "Asentaja"), 1)] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("sign", [SIGNS[0], SIGNS[-1]])
def test_that_no_text_becomes_a_formula(sign: str) -> None:
    needs = tuple(replace(need, name=Text(fi=sign, en=sign), qualification_code=sign) for need in NEEDS)
    mapping = replace(
        MAPPING,
        goal=sign,
        company=replace(MAPPING.company, name=sign),
        roles=tuple(replace(role, name=sign) for role in MAPPING.roles),
        needs=needs,
        measures=tuple(
            replace(m, what=sign, responsible=sign, success_sign=sign, funding_route=sign) for m in MEASURES
        ),
        agreed=(Agreed(needs[0].key, 0, sign),),
        cards=(CardHolding("c", "C02", "mechanic", Text(fi=sign)),),
    )
    formulas = Computed(_book(mapping)).formulas()
    assert [formula for formula in formulas if not OURS.fullmatch(formula) or sign[1:] in formula] == []


def test_that_no_cell_of_a_table_runs_as_a_formula() -> None:
    measures = tuple(replace(MEASURES[0], key=sign, what=sign, responsible=sign) for sign in SIGNS)
    rows = _read(tables.as_csv(tables.measures(EN, results_of(replace(MAPPING, measures=measures)))))
    assert {row[1] for row in rows[1:]} == {row[4] for row in rows[1:]} == {f"'{sign}" for sign in SIGNS}


def _read(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")  # as the spreadsheets of the country expect
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_that_the_tables_have_a_row_for_each_and_days_in_iso() -> None:
    found = roles_only(results_of(MAPPING))
    measures, needs = (_read(tables.as_csv(rows(EN, found))) for rows in (tables.measures, tables.needs))
    assert (len(measures), len(needs)) == (1 + 7, 1 + len(NEEDS))  # one measure was dropped
    assert {len(row) for row in measures} == {11}
    assert measures[1][:2] == ["2026-10-30", "Uuden ohjelman perehdytys"]
    assert needs[1][:2] == ["Asentaja", "High-voltage work on electric and hybrid cars"]


@pytest.mark.parametrize("mode", PeopleMode)
def test_that_roles_alone_are_told(mode: PeopleMode) -> None:
    said = _parts(_book(replace(MAPPING, people_mode=mode)))
    assert [name for name in (*NAMES, NOTE, "Aino Lehtola") if name in said] == []
    assert re.findall(r">H\d+<", said) == []


def test_that_names_are_told_where_they_are_asked_for_and_may_be() -> None:
    names, codes = _parts(_named(PeopleMode.NAMES)), _parts(_named(PeopleMode.PSEUDONYMS))
    assert [name in names for name in NAMES] == [True] * 4
    assert [name in codes for name in NAMES] == [False] * 4  # kept from another mode, and not shown
    assert ">H1<" in codes
    assert NOTE not in names + codes


def test_that_nothing_is_summed_up_over_a_person() -> None:
    book = load_workbook(BytesIO(_named(PeopleMode.NAMES)))
    assert [cell for row in book["Levels"].iter_rows() for cell in row if cell.data_type == "f"] == []
    levels = Computed(_named(PeopleMode.NAMES)).rows("Levels")
    assert {(row["Who"], row["Level"]) for row in levels if row["Competence"] == "CAM programming and set-up"} == {
        ("Veikko", 4),
        ("Šimo", 1),
    }


def test_that_the_last_day_of_the_right_to_work_is_in_no_workbook() -> None:
    card = CardHolding("right", "C24", "machinist", Text(fi="Kielletty", en="Kielletty"), "machinist-0", valid_to=TODAY)
    found = results_of(replace(MAPPING, cards=(*MAPPING.cards, card)))
    for shown, names in ((roles_only(found), False), (by_mode(found), True)):
        assert "Kielletty" not in _parts(workbook.render(shown, EN, VERSION, names=names))


def test_that_it_can_be_read_by_its_look(language: Language) -> None:
    """Heads stay in sight, columns have widths, days are days, and each sheet has a name of its own."""
    book = load_workbook(BytesIO(_book(language=language)))
    assert book.properties.language == language
    assert len({page.title.casefold() for page in book}) == 9
    assert [page.title for page in book if len(page.title) > 31 or not page.freeze_panes] == []
    measures = book.worksheets[6]
    assert measures["A5"].is_date
    assert measures["A5"].number_format == ("d mmm yyyy" if language == "en" else "d.m.yyyy")
    assert measures.column_dimensions["B"].width == 50


def test_that_the_same_workbook_is_the_same_to_the_byte() -> None:
    book = _book()
    assert _made(MAPPING, "en") == book
    with zipfile.ZipFile(BytesIO(book)) as file:
        assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = file.read("docProps/core.xml").decode()
    assert re.findall(r"(\d{4}-\d\d-\d\d)T", core) == ["2026-11-23", "2026-11-23"]
