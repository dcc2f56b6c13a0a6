"""Measures where there is no room for their columns: each cell is whole, and reached as one sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.model import Measure, OptionType
from app.ui.plan.measures import COST, DEADLINE, FIRST, HEADINGS, RESPONSIBLE, SIGN, STATUS, WHAT, MeasuresModel
from app.ui.plan.register import MeasuresView
from app.ui.plan.stacked import StackedRegister
from app.ui.theme import Theme

MINE = Measure("mine", "cam", OptionType.PAIR_WORK, what="Pair work in every cell, two mornings a week")
OTHER = replace(MINE, key="other", responsible="Owner", success_sign="The night shift needs no call")
KEY = Qt.Key
Make = Callable[..., MeasuresView]


@pytest.fixture
def stored() -> list[Measure]:
    return []


@pytest.fixture
def made(theme: Theme, qtbot: QtBot, stored: list[Measure]) -> Make:
    def make(language: Language = "en", width: int = 840) -> MeasuresView:
        model = MeasuresModel(Translator(language), date(2026, 11, 23), stored.append)
        table = MeasuresView(theme._replace(zoom=2.0), "Measures", model, lambda _row: None, lambda _error: None)
        qtbot.addWidget(table)
        model.show([MINE, OTHER])
        table.resize(width, 400)
        with qtbot.waitExposed(table):
            table.show()
        return table

    return make


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [840, 520])
def test_that_every_cell_stands_whole_under_its_head_and_none_on_another(
    made: Make, language: Language, width: int
) -> None:
    table = made(language, width)
    cells = [table.model().index(row, column) for row in range(2) for column in range(len(HEADINGS))]
    boxes = [table.visualRect(cell) for cell in cells]
    assert table.horizontalScrollBar().maximum() == 0
    assert all(table.viewport().rect().contains(box) for box in boxes)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    for cell, box in zip(cells, boxes, strict=True):
        assert box.width() >= table._header.needed(cell.column())
        assert box.height() >= table._cells.height_in(cell, box.width())
        assert table.indexAt(box.center()) == cell


def test_that_arrows_go_to_the_next_cell_on_that_side(made: Make) -> None:
    table = made()
    table.setCurrentIndex(table.model().index(0, WHAT))
    ways = [
        (KEY.Key_Left, 0, WHAT),
        (KEY.Key_Right, 0, FIRST),
        (KEY.Key_Down, 0, STATUS),
        (KEY.Key_Left, 0, DEADLINE),
        (KEY.Key_Left, 0, RESPONSIBLE),
        (KEY.Key_Down, 0, SIGN),
        (KEY.Key_Right, 0, COST),
        (KEY.Key_Down, 1, FIRST),
        (KEY.Key_Up, 0, COST),
    ]
    for key, row, column in ways:
        QTest.keyClick(table, key)
        assert (table.currentIndex().row(), table.currentIndex().column()) == (row, column)


def test_that_a_cell_is_ticked_and_written_where_it_is_seen(made: Make, stored: list[Measure]) -> None:
    table = made()
    box = table.visualRect(table.model().index(1, FIRST))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert stored == [replace(OTHER, first_step=True)]
    table.setCurrentIndex(table.model().index(0, RESPONSIBLE))
    QTest.keyClick(table, KEY.Key_F2)
    editor = table._cells._editor
    assert isinstance(editor, QLineEdit)
    assert table.visualRect(table.currentIndex()).contains(editor.geometry())
    QTest.keyClicks(editor, "Aino")
    table.flush()
    assert stored[1:] == [replace(MINE, responsible="Aino")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [840, 520])
def test_that_a_list_of_choices_stands_whole_within_the_table(made: Make, language: Language, width: int) -> None:
    table = made(language, width)
    for column in (COST, STATUS):
        table.setCurrentIndex(table.model().index(0, column))
        QTest.keyClick(table, KEY.Key_F2)
        editor = table._cells._editor
        assert isinstance(editor, QComboBox)
        editor.hidePopup()
        assert table.viewport().rect().contains(editor.geometry())
        assert editor.width() >= editor.sizeHint().width()
        table.flush()


def test_that_a_row_is_painted_to_its_end_when_another_is_chosen(made: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    painted = QRegion()
    paint = StackedRegister.paintEvent

    def remember(table: StackedRegister, event: QPaintEvent) -> None:
        nonlocal painted
        painted += event.region()
        paint(table, event)

    monkeypatch.setattr(StackedRegister, "paintEvent", remember)
    table = made()
    table.setCurrentIndex(table.model().index(0, WHAT))
    QApplication.processEvents()
    painted = QRegion()
    table.setCurrentIndex(table.model().index(1, WHAT))
    QApplication.processEvents()
    assert painted.boundingRect() == table.viewport().rect()
