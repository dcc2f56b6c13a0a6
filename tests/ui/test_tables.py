"""Registers: columns that share the width, and rows that are opened with keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.tables import STRONG, Register, RowDelegate, Tree
from app.ui.theme import Theme
from app.ui.tokens import NOTE

HEADS = ("Name", "Kind", "Checked")
ROWS = (
    ("A long name of a qualification in mechanical engineering", "profile", "21 Nov 2026"),
    ("B", "x", "1 May 2026"),
)
Made = Callable[..., Register]


@pytest.fixture
def made(theme: Theme, qtbot: QtBot) -> Made:
    def make(
        parts: tuple[int, ...] = (3, 1, 0), width: int = 800, zoom: float = 1.0, under: tuple[int, ...] = ()
    ) -> Register:
        register = Register(theme._replace(zoom=zoom), "Frameworks")
        model = QStandardItemModel(register)
        model.setHorizontalHeaderLabels(HEADS)
        for row in ROWS:
            model.appendRow([QStandardItem(text) for text in row])
        register.setModel(model)
        register.share(parts, under)
        register.resize(width, 300)
        qtbot.addWidget(register)
        with qtbot.waitExposed(register):
            register.show()
        return register

    return make


def widths(register: Register) -> list[int]:
    return [register.columnWidth(column) for column in range(len(HEADS))]


@pytest.mark.parametrize("parts", [(3, 1, 0), (1, 1, 1), (0, 1, 0), (7, 5, 3)])
@pytest.mark.parametrize("width", [700, 801, 1203])
def test_that_the_columns_fill_the_width_to_the_pixel(made: Made, parts: tuple[int, ...], width: int) -> None:
    register = made(parts, width)
    assert sum(widths(register)) == register.viewport().width()
    assert register.horizontalScrollBar().maximum() == 0


def test_that_a_column_of_content_is_never_cut(made: Made, theme: Theme) -> None:
    for zoom in (1.0, 2.0):
        needed = theme._replace(zoom=zoom).metrics().horizontalAdvance("21 Nov 2026")
        assert widths(made(zoom=zoom))[2] > needed


def test_that_a_narrow_register_is_scrolled_and_its_heads_stay_whole(made: Made, theme: Theme) -> None:
    register = made((5, 1, 1), width=200)
    assert register.horizontalScrollBar().maximum() > 0
    needed = theme.metrics(9, "semibold").horizontalAdvance("Checked")
    assert widths(register)[2] >= needed


def test_that_large_words_stand_under_the_name_of_their_row(made: Made) -> None:
    usual, large = made(under=(1,)), made(under=(1,), zoom=2.0)
    assert (usual.columns(), large.columns()) == ([0, 1, 2], [0, 2])
    assert sum(map(large.columnWidth, large.columns())) == large.viewport().width()
    assert large.rowHeight(0) > made(zoom=2.0).rowHeight(0)
    cells = large.itemDelegate()
    assert isinstance(cells, RowDelegate)
    assert [cells.said_under(large.model().index(0, column)) for column in (0, 2)] == ["profile", ""]


def test_that_widths_follow_rows_that_come_later(made: Made, qtbot: QtBot) -> None:
    register = made()
    before = widths(register)[2]
    model = register.model()
    assert isinstance(model, QStandardItemModel)
    model.appendRow([QStandardItem(text) for text in ("C", "x", "23 November 2026, by the school")])
    qtbot.waitUntil(lambda: widths(register)[2] > before)
    assert sum(widths(register)) == register.viewport().width()


def test_that_a_row_is_opened_with_enter(made: Made) -> None:
    register, opened = made(), list[int]()
    register.activated.connect(lambda index: opened.append(index.row()))
    register.setCurrentIndex(register.model().index(1, 0))
    QTest.keyClick(register, Qt.Key.Key_Return)
    assert opened == [1]


def test_that_tab_leaves_a_register(made: Made) -> None:
    assert not made().tabKeyNavigation()


def test_that_a_tree_opens_and_closes_with_arrows(theme: Theme, qtbot: QtBot) -> None:
    tree, model = Tree(theme, "Competences"), QStandardItemModel()
    parent = QStandardItem("Profile")
    parent.setData(True, STRONG)
    parent.appendRow(QStandardItem("Competence"))
    model.appendRow(parent)
    tree.setModel(model)
    qtbot.addWidget(tree)
    with qtbot.waitExposed(tree):
        tree.show()
    top = model.index(0, 0, QModelIndex())
    tree.setCurrentIndex(top)
    QTest.keyClick(tree, Qt.Key.Key_Right)
    assert tree.isExpanded(top)
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(top)


def test_that_a_head_of_several_lines_is_as_wide_as_the_longest_and_as_high_as_all(made: Made, theme: Theme) -> None:
    register = made((1, 0, 0))
    model, low = register.model(), register.horizontalHeader().height()
    assert isinstance(model, QStandardItemModel)
    model.setHorizontalHeaderLabels(["Name", "The cheaper way,\nuntil spring", "Checked"])
    register.share((1, 0, 0))
    longest = theme.metrics(NOTE, "semibold").horizontalAdvance("The cheaper way,")
    assert longest < register.columnWidth(1) < 2 * longest
    assert register.horizontalHeader().height() >= low + theme.metrics(NOTE).height() - 1
