"""Importance and what is reached: the picture says nothing that the table beside it does not."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.mapping.model import Agreed, Targets
from app.mapping.plan import Results, results
from app.mapping.scoring import score
from app.services.desk import Desk
from app.ui import tokens
from app.ui.results import importance_rows
from app.ui.results.importance import ImportanceBlock
from app.ui.results.place import ResultsPlace
from app.ui.results.words import band_word
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop

T = Translator("en")


@pytest.fixture
def desk(workshop: Workshop, open_desk: OpenDesk) -> Desk:
    return open_desk(replace(workshop(), agreed=(Agreed("machinist-robot", 0),)))


@pytest.fixture
def found(desk: Desk) -> Results:
    return results(desk.cases.load("mapping"), desk.today)


@pytest.mark.parametrize(
    ("levels", "targets", "part"),
    [
        ([0, 0], Targets(3), Fraction(0)),
        ([1, 2], Targets(3), Fraction(1, 2)),
        ([1, 4], Targets(2), Fraction(3, 4)),
        ([3, 3], Targets(3), Fraction(1)),
        ([3, None], Targets(3), Fraction(1)),
        ([None], Targets(3), None),
        ([2], Targets(0), None),
    ],
)
def test_that_what_is_reached_is_a_part_of_the_target_and_never_made_up(
    levels: list[int | None], targets: Targets, part: Fraction | None
) -> None:
    assert importance_rows.reached(score(levels, targets, 3, 1)) == part


def test_that_picture_and_table_say_the_same_by_the_numbers_of_the_priorities(found: Results) -> None:
    marks = importance_rows.picture(T, found).marks
    table = importance_rows.lines(T, found)
    of_marks = [(m.number, (str(m.criticality), T.percent(m.reached), band_word(T, m.band))) for m in marks]
    assert of_marks == [(int(line.name.partition(".")[0]), line.cells) for line in table]
    assert table[0].key == "machinist-robot"  # the owner's order is the order of the numbers
    assert len(table) == sum(row.score.index is not None for row in found.ranked)


@pytest.fixture
def block(theme: Theme, qtbot: QtBot, found: Results) -> ImportanceBlock:
    return _shown(theme, qtbot, found)


def _shown(theme: Theme, qtbot: QtBot, found: Results, width: int = 560) -> ImportanceBlock:
    made = ImportanceBlock(theme, T)
    made.resize(width, 900)
    made.show_results(found)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.figure.drawn, timeout=30_000)
    return made


def _colours(block: ImportanceBlock) -> set[str]:
    image = block.figure.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_that_the_figure_is_drawn_in_the_colours_of_the_theme(theme: Theme, qtbot: QtBot, found: Results) -> None:
    for palette in (tokens.LIGHT, tokens.DARK):
        dressed = theme._replace(palette=palette)
        block = _shown(dressed, qtbot, found)
        assert dressed.colour("ink").name() in _colours(block)


def test_that_it_grows_with_the_text(theme: Theme, qtbot: QtBot, found: Results, block: ImportanceBlock) -> None:
    large = _shown(theme._replace(zoom=2.0), qtbot, found, width=1120)
    assert large.figure.height() == pytest.approx(2 * block.figure.height(), abs=2)


def test_that_nothing_in_the_table_is_cut_short(theme: Theme, qtbot: QtBot, found: Results) -> None:
    for zoom in (1.0, 2.0):
        block = _shown(theme._replace(zoom=zoom), qtbot, found, width=round(560 * zoom))
        table = block.table
        QApplication.processEvents()
        for column in range(1, table.model().columnCount()):
            assert table.columnWidth(column) >= table.sizeHintForColumn(column)
        assert table.rowHeight(0) >= table.sizeHintForRow(0)


def test_that_the_table_is_heard_cell_by_cell_and_the_picture_points_to_it(block: ImportanceBlock) -> None:
    def heard(column: int) -> Any:
        return block.table.model().index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)

    assert heard(0) == "1. Using a robot, Machinist"
    assert str(heard(2)).startswith("1. Using a robot, Reached: ")
    assert block.figure.accessibleName() == block.table.accessibleName() == "Importance and what is reached"
    assert "table" in block.figure.accessibleDescription()


def test_that_enter_on_a_row_takes_its_need_in_hand(theme: Theme, qtbot: QtBot, desk: Desk) -> None:
    place = ResultsPlace(theme, T, desk, "mapping", lambda _words: None, lambda _place: None)
    place.resize(1300, 680)
    qtbot.addWidget(place)
    with qtbot.waitExposed(place):
        place.show()
    assert place.sheet
    table = place.sheet.importance.table
    last = table.model().rowCount() - 1
    table.setCurrentIndex(table.model().index(last, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    in_hand = place.sheet.list.in_hand()
    assert in_hand
    assert in_hand.scored.need.key == table.lines.lines[last].key
