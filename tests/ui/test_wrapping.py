"""Registers whose cells break into lines, and fields that grow: nothing is cut, and nothing scrolls within a scroll."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.paragraph import Paragraph, one_line
from app.ui.theme import Theme
from app.ui.wrapping import WrappedDelegate, WrappedRegister

WORDS = ("24 days late", "Example Workshop Ltd", "Deadline: a course in high voltage for two of the mechanics")
Made = Callable[..., WrappedRegister]


@pytest.fixture
def made(theme: Theme, qtbot: QtBot) -> Made:
    def make(width: int, zoom: float = 1.0, *, whole: bool = False) -> WrappedRegister:
        register = WrappedRegister(theme._replace(zoom=zoom), "Due", whole=whole)
        model = QStandardItemModel(register)
        model.setHorizontalHeaderLabels(("When", "Company", "What"))
        for row in (WORDS, ("x", "y", "z")):
            model.appendRow([QStandardItem(text) for text in row])
        register.setModel(model)
        register.share((0, 40, 60))
        register.resize(width, 300)
        qtbot.addWidget(register)
        register.show()
        QApplication.processEvents()
        return register

    return make


@pytest.mark.parametrize(("width", "zoom"), [(900, 1.0), (420, 1.0), (900, 2.0)])
def test_that_no_word_is_cut_and_nothing_is_scrolled_sideways(made: Made, width: int, zoom: float) -> None:
    register = made(width, zoom)
    cells = register.itemDelegate()
    assert isinstance(cells, WrappedDelegate)
    assert register.horizontalScrollBar().maximum() == 0
    for column in range(3):
        assert register.columnWidth(column) >= cells.longest_word(register.model().index(0, column))


def test_that_a_row_is_higher_only_where_its_words_go_on_in_another_line(made: Made) -> None:
    wide, narrow = made(1200), made(420)
    assert wide.rowHeight(0) == wide.rowHeight(1)
    assert narrow.rowHeight(0) > narrow.rowHeight(1) == wide.rowHeight(1)


def test_that_a_row_grows_with_what_stands_under_its_name(made: Made) -> None:
    register = made(900, 2.0)
    before = register.rowHeight(1)
    register.share((60, 0, 40), under=(1,))
    assert register.rowHeight(1) > before
    assert register.horizontalScrollBar().maximum() == 0


def test_that_long_heads_break_between_words_where_they_may(made: Made) -> None:
    register = made(420)
    model, header = register.model(), register.horizontalHeader()
    assert isinstance(model, QStandardItemModel)
    model.setHorizontalHeaderLabels(("When it is due at the latest", "Company", "What"))
    register.share((0, 40, 60))
    one_line, whole = header.height(), register._header.needed(0)
    register.let_heads_break()
    register.share((0, 40, 60))
    assert register._header.needed(0) <= register.columnWidth(0) < whole
    assert header.height() > one_line


def test_that_a_whole_one_shows_every_row(made: Made) -> None:
    register = made(420, whole=True)
    assert register.height() >= register.horizontalHeader().height() + sum(map(register.rowHeight, (0, 1)))
    assert register.verticalScrollBar().maximum() == 0


def test_that_a_paragraph_grows_with_its_text_and_scrolls_only_beyond_its_most(theme: Theme, qtbot: QtBot) -> None:
    field = Paragraph(theme, "Note", least=1, most=4)
    qtbot.addWidget(field)
    field.resize(200, 40)
    field.show()
    heights = []
    for lines in range(1, 7):
        field.setPlainText("\n".join("line" for _ in range(lines)))
        heights.append((field.height(), field.verticalScrollBar().maximum()))
    assert [bar for _height, bar in heights] == [0, 0, 0, 0, 1, 2]
    assert [height for height, _bar in heights] == sorted(height for height, _bar in heights)
    assert heights[3][0] == heights[5][0]
    assert one_line(field) == "line line line line line line"
