"""Text tabs, and the layout that lets them wrap."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from app.ui.flow import FlowLayout
from app.ui.tabs import TextTabs
from app.ui.theme import Theme

TABS = (("a", "Machinist  3"), ("b", "Welder  2"), ("c", "Foreman  1"))


@pytest.fixture
def tabs(theme: Theme, qtbot: QtBot) -> TextTabs:
    made = TextTabs(theme, "Role", TABS, "b")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def buttons(tabs: TextTabs) -> list[QAbstractButton]:
    return tabs.findChildren(QAbstractButton)


def test_that_one_tab_is_chosen_and_says_what_it_chooses(tabs: TextTabs) -> None:
    assert [b.isChecked() for b in buttons(tabs)] == [False, True, False]
    assert [b.accessibleName() for b in buttons(tabs)] == [text for _key, text in TABS]
    assert {b.accessibleDescription() for b in buttons(tabs)} == {"Role"}


def test_that_a_click_tells_the_key_and_no_other_way_does(tabs: TextTabs) -> None:
    told: list[str] = []
    tabs.chosen.connect(told.append)
    QTest.mouseClick(buttons(tabs)[2], Qt.MouseButton.LeftButton)
    tabs.choose("a")
    assert told == ["c", "a"]
    assert [b.isChecked() for b in buttons(tabs)] == [True, False, False]


def test_that_arrows_move_among_tabs_and_space_chooses(tabs: TextTabs) -> None:
    told: list[str] = []
    tabs.chosen.connect(told.append)
    buttons(tabs)[1].setFocus()
    QTest.keyClick(buttons(tabs)[1], Qt.Key.Key_Right)
    focused = QApplication.focusWidget()
    assert focused is buttons(tabs)[2]
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert told[-1] == "c"
    assert buttons(tabs)[2].isChecked()


def test_that_tabs_wrap_where_the_line_is_full(tabs: TextTabs) -> None:
    tabs.resize(1000, 200)
    assert len({b.y() for b in buttons(tabs)}) == 1
    tabs.resize(120, 200)
    assert len({b.y() for b in buttons(tabs)}) == 3
    assert tabs.heightForWidth(120) > tabs.heightForWidth(1000)


class Fixed(QWidget):
    """A widget of a size of its own."""

    def __init__(self, size: QSize, *, expanding: bool = False) -> None:
        super().__init__()
        self._size = size
        if expanding:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        return self._size


class Page(QWidget):
    """Widgets of given sizes in a flow; the last one may expand."""

    def __init__(self, sizes: list[tuple[int, int]], width: int, *, last_expands: bool = False) -> None:
        super().__init__()
        self.flow = FlowLayout(self, gap=8, line_gap=4)
        self._widgets = [Fixed(QSize(*size)) for size in sizes[:-1]]
        self._widgets.append(Fixed(QSize(*sizes[-1]), expanding=last_expands))
        for widget in self._widgets:
            self.flow.addWidget(widget)
        self.resize(width, self.flow.heightForWidth(width))
        self.flow.setGeometry(self.rect())

    def boxes(self) -> list[QRect]:
        return [widget.geometry() for widget in self._widgets]


sizes = st.lists(st.tuples(st.integers(1, 300), st.integers(1, 60)), min_size=1, max_size=8)


@given(sizes, st.integers(300, 1200))
def test_that_items_stay_within_the_width_in_order_and_apart(
    qapp: QApplication, given_sizes: list[tuple[int, int]], width: int
) -> None:
    page = Page(given_sizes, width)
    boxes = page.boxes()
    assert all(page.rect().contains(box) for box in boxes)
    assert [box.size().toTuple() for box in boxes] == given_sizes
    for one, other in pairwise(boxes):
        assert other.left() > one.right() + 8 or other.left() == 0
        assert not one.intersects(other)


def test_that_an_expanding_item_takes_what_is_left_of_its_line(qapp: QApplication) -> None:
    page = Page([(100, 20), (50, 20)], 400, last_expands=True)
    assert page.boxes()[1] == QRect(108, 0, 292, 20)


def test_that_items_can_be_taken_out_again(qapp: QApplication) -> None:
    page = Page([(100, 20), (50, 20)], 400)
    assert page.flow.count() == 2
    assert isinstance(page.flow.takeAt(0), QWidgetItem)
    assert page.flow.count() == 1
    assert page.flow.itemAt(5) is None
    assert page.flow.takeAt(5) is None
