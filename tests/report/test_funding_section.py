"""Funding routes on paper (brief, 4.11 part 7): chosen ones first, what is old is grey, what is gone not offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.catalogues.funding import load_funding
from app.catalogues.model import Directory
from app.catalogues.services import load_services
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.model import Measure, MeasureStatus, OptionType
from app.mapping.plan import results
from app.mapping.told import NOTHING_TOLD, Told
from app.paths import resource
from app.report import plan
from app.report.blocks import Cell, Group, Paragraph, Row, Section, Table
from app.report.content.document import document
from app.report.content.funding import section
from app.texts import Text
from tests.report.company import MAPPING, TODAY
from tests.report.printed import texts


def _lies(name: str) -> Path:
    return resource("catalogues", name)


DIRECTORY = Directory(load_funding(_lies), load_services(_lies))
COURSE = Measure("m1", "mechanic-voltage", OptionType.SHORT_COURSE, "High-voltage course")
SUBSIDY = Measure("m2", "machinist-cam", OptionType.RECRUITMENT, "A new machinist", funding_route="Palkkatuki (F05)")
APPRENTICE = Measure("m3", "mechanic-faults", OptionType.APPRENTICESHIP, "A new mechanic")


def made(
    *measures: Measure, told: Told = NOTHING_TOLD, directory: Directory | None = DIRECTORY, today: date = TODAY
) -> Section | None:
    return section(Translator("en"), results(replace(MAPPING, measures=measures), today, told), directory)


def groups(found: Section | None) -> dict[str, Group]:
    assert found
    table = found.blocks[0]
    assert isinstance(table, Table)
    return {"".join(run.text for run in group.title): group for group in table.groups}


def rows(found: Section | None) -> list[Row]:
    return [row for group in groups(found).values() for row in group.rows]


def text(*cells: Cell) -> str:
    return "\n".join("".join(run.text for run in line) for cell in cells for line in cell.lines)


def edited(code: str, **changes: Any) -> Directory:
    routes = tuple(replace(r, **changes) if r.code == code else r for r in DIRECTORY.funding.routes)
    return replace(DIRECTORY, funding=replace(DIRECTORY.funding, routes=routes))


def test_that_a_chosen_route_says_all_that_the_brief_asks_for() -> None:
    [row] = groups(made(SUBSIDY))["Chosen for a measure"].rows
    assert [text(cell) for cell in row.cells] == [
        "Wage subsidy\nF05 · priority 2",
        (
            "The person hired lacks competence, has long been unemployed or has a reduced ability to work.\n"
            "Apply to whoever decides.\nBefore you start! The decision must come first."
        ),
        "Employment authority\nAsk: Employment area's services for companies",
        "21 Nov 2026\nnot verified, check first",
    ]


def test_that_a_measure_without_a_route_has_the_first_two_that_are_worth_asking_about() -> None:
    found = groups(made(COURSE, SUBSIDY))
    assert list(found) == ["Chosen for a measure", "Worth asking about, not agreed"]
    paid, jotpa = found["Worth asking about, not agreed"].rows
    assert text(paid.cells[0]) == (
        "Paid staff training\nF16 · priority 1\nProposed because less than a qualification unit is learnt."
    )
    assert text(jotpa.cells[0]).startswith("Training funded by Jotpa\n")
    assert jotpa.stale


def test_that_a_route_for_several_measures_stands_once_with_all_its_reasons() -> None:
    card = Measure("m9", "c1", OptionType.CARD, "Hot-work course")
    paid = next(row for row in rows(made(card, COURSE)) if "F16" in text(row.cells[0]))
    assert text(paid.cells[0]) == (
        "Paid staff training\nF16 · priority 1 and Hot-work card\n"
        "Proposed because less than a qualification unit is learnt and only a card or permit is needed."
    )


def test_that_a_route_in_own_words_is_neither_explained_nor_replaced() -> None:
    assert made(replace(COURSE, funding_route="valtionosuus")) is None


@pytest.mark.parametrize("status", [MeasureStatus.DONE, MeasureStatus.DROPPED])
def test_that_what_is_done_or_dropped_needs_no_money(status: MeasureStatus) -> None:
    assert made(replace(COURSE, status=status)) is None


def test_that_work_at_ones_own_cost_needs_no_route() -> None:
    assert made(replace(COURSE, option=OptionType.INNER_TEACHER)) is None
    assert made(COURSE, directory=None) is None


# VSO-1, FUND-1


@pytest.mark.parametrize(("days", "stale"), [(180, False), (181, True)])
def test_that_a_row_of_181_days_is_grey_and_asks_to_be_checked(days: int, stale: bool) -> None:
    directory = edited("F16", checked=TODAY - timedelta(days), amount=Text(en="€500"), amount_on=TODAY)
    row = rows(made(COURSE, directory=directory))[0]
    assert row.stale is stale
    assert ("check before decision" in text(row.cells[3])) is stale
    assert ("€500" in text(*row.cells)) is not stale


def test_that_a_row_that_nobody_is_sure_of_shows_no_amount() -> None:
    directory = edited("F05", certainty="unknown", amount=Text(en="€500"), amount_on=TODAY)
    [row] = rows(made(SUBSIDY, directory=directory))
    assert row.stale
    assert "500" not in text(*row.cells)
    assert "check before decision" in text(row.cells[3])


# FUND-2


def test_that_a_chosen_route_that_has_ended_says_so() -> None:
    directory = edited("F05", valid_to=TODAY - timedelta(1), ended=Text(en="There is a new act."))
    [row] = rows(made(SUBSIDY, directory=directory))
    assert row.stale
    assert text(row.cells[1]) == "Ended 22 Nov 2026. There is a new act."


# FUND-4


def test_that_something_begun_before_a_decision_is_warned_of() -> None:
    warning = "This begins before there can be a decision. Ask at once, or put off the start."
    [begun] = rows(made(replace(SUBSIDY, status=MeasureStatus.IN_PROGRESS)))
    assert warning in text(begun.cells[0])
    [planned] = rows(made(SUBSIDY))
    assert warning not in text(planned.cells[0])


# KEU-5


def test_that_an_apprenticeship_says_what_is_missing() -> None:
    found = made(APPRENTICE, told=Told(open_posts="yes", instructor="yes"))
    assert found
    paragraphs = ["".join(run.text for run in block.line) for block in found.blocks if isinstance(block, Paragraph)]
    assert paragraphs[0] == (
        "Priority 3. Missing before a provider is contacted about an apprenticeship: "
        "at least 25 hours of work a week on average and a qualification or a unit that has been chosen."
    )


# The whole document.


def test_that_the_section_stands_before_how_to_keep_this_alive() -> None:
    keys = [s.key for s in document(Translator("en"), results(MAPPING, TODAY), directory=DIRECTORY).sections]
    assert keys[keys.index("funding") + 1] == "alive"


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_page_prints_in_every_language_and_offers_nothing_that_has_ended(language: Language) -> None:
    mapping = replace(MAPPING, measures=(COURSE, SUBSIDY, APPRENTICE))
    read = " ".join(texts(plan.render(results(mapping, TODAY), Translator(language), "1", directory=DIRECTORY)))
    subsidy = DIRECTORY.funding.route("F05")
    assert subsidy
    assert subsidy.decides.get(language) in read
    ended = [route.name.get(language) for route in DIRECTORY.funding.routes if route.valid_to]
    assert [name for name in ended if name in read] == []
