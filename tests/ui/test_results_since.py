"""Since the last plan: each need then and now, and how it was then as people say today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.mapping.model import Agreed, Mapping
from app.mapping.plan import results
from app.services import versions
from app.services.desk import Desk
from app.ui.results.place import ResultsPlace
from app.ui.results.since import SinceBlock
from app.ui.results.words import band_and_index
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop

CAM = "machinist-cam"
Told = Callable[[], SinceBlock]


@pytest.fixture
def desk(workshop: Workshop, open_desk: OpenDesk) -> Desk:
    """The plan is approved as it stands."""
    desk = open_desk(replace(workshop(), agreed=(Agreed(CAM, 0),)))
    versions.approve(desk, "mapping", by="owner")
    return desk


@pytest.fixture
def told(theme: Theme, qtbot: QtBot, desk: Desk) -> Told:
    open_places = list[ResultsPlace]()

    def open_it() -> SinceBlock:
        place = ResultsPlace(theme, Translator("en"), desk, "mapping", lambda _words: None, lambda _place: None)
        open_places.append(place)
        qtbot.addWidget(place)
        place.show()
        assert place.sheet
        return place.sheet.since

    return open_it


def _learn(desk: Desk) -> None:
    """Everybody is a level further in one competence."""
    mapping = desk.cases.load("mapping")
    answers = [a for a in mapping.assessments if a.need_key == CAM and a.level is not None]
    desk.cases.put("mapping", *(replace(a, level=(a.level or 0) + 1) for a in answers))


def _table(block: SinceBlock) -> list[list[str]]:
    model = block.table.model()
    heads = [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in range(model.columnCount())]
    rows = [[str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(model.rowCount())]
    return [heads, *rows]


def _band(mapping: Mapping, desk: Desk) -> str:
    [row] = [row for row in results(mapping, desk.today).ranked if row.need.key == CAM]
    return band_and_index(Translator("en"), row.score)


def test_that_nothing_is_told_while_the_approved_plan_still_stands(told: Told) -> None:
    assert told().isHidden()


def test_that_a_need_that_moved_is_told_then_and_now_and_the_others_are_counted(desk: Desk, told: Told) -> None:
    then = _band(desk.cases.load("mapping"), desk)
    _learn(desk)
    now = _band(desk.cases.load("mapping"), desk)
    block = told()
    heads, row = _table(block)
    assert heads == ["Competence", "Then", "Now", "Level"]
    assert row[1:3] == [then, now]
    assert then != now
    assert row[3].endswith("(+1.0)")
    others = len(desk.cases.load("mapping").needs) - 1
    assert block.rest.text() == f"{others} competences are as they were."
    assert block.heading.remark.text() == "approved on 23 Nov 2026"


def test_that_what_people_say_today_of_then_stands_beside_it(desk: Desk, told: Told) -> None:
    _learn(desk)
    versions.say_then(desk, "mapping", CAM, 4)
    heads, row = _table(told())
    assert heads[-1] == "In hindsight"
    assert row[-1].startswith("4 (−")
    assert row[3].endswith("(+1.0)")  # neither difference is the true one
