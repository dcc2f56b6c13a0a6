"""The start screen: three doors, and the companies with their next step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.mapping.model import Mapping
from app.store.cases import MappingSummary
from app.ui.home.door import Door
from app.ui.home.place import HomePlace, Ways
from app.ui.home.recent import REMOVE
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class Home:
    """The start screen with some mappings, and where it led."""

    def __init__(self, theme: Theme, qtbot: QtBot, summaries: tuple[MappingSummary, ...], width: int = 1366) -> None:
        self.led = list[str]()
        ways = Ways(
            visit=lambda: self.led.append("visit"),
            alone=lambda: self.led.append("alone"),
            scan=lambda: self.led.append("scan"),
            sample=lambda: self.led.append("sample"),
            open=self.led.append,
            remove=lambda key: self.led.append(f"remove {key}"),
            note=lambda: self.led.append("note"),
            notes=lambda: self.led.append("notes"),
            due=lambda: self.led.append("due"),
        )
        self.place = HomePlace(theme, Translator("en"), ways)
        self.place.show_recent(summaries)
        self.place.resize(width, 660)
        qtbot.addWidget(self.place)
        with qtbot.waitExposed(self.place):
            self.place.show()
        self.place.activateWindow()
        qtbot.waitUntil(self.place.isActiveWindow)

    @property
    def doors(self) -> list[Door]:
        return self.place.findChildren(Door)

    def rows(self) -> list[list[str]]:
        model = self.place.register.model()
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.place.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def summaries(workshop: Workshop, open_desk: OpenDesk) -> tuple[MappingSummary, ...]:
    """The workshop, and a bakery in Åland of which nothing is known but its name."""
    small = workshop()
    full = replace(small.company, sector_words="Workshop", municipality_name="Kaarina")
    desk = open_desk(replace(small, company=full))
    bakery = replace(small.company, key="bakery", name="Åland Bakery", municipality_name="Mariehamn")
    desk.cases.add(Mapping(key="second", company=bakery))
    return desk.cases.summaries()


@pytest.mark.parametrize(("place", "led"), [(0, "visit"), (1, "alone"), (2, "scan")])
def test_that_a_door_is_opened_by_click_by_digit_and_by_key(theme: Theme, qtbot: QtBot, place: int, led: str) -> None:
    home = Home(theme, qtbot, ())
    QTest.mouseClick(home.doors[place], Qt.MouseButton.LeftButton)
    QTest.keyClick(home.doors[place], Qt.Key.Key_Space)
    assert home.led == [led, led]
    QTest.keyClick(home.place, Qt.Key(Qt.Key.Key_1 + place))
    qtbot.waitUntil(lambda: home.led == [led] * 3)


def test_that_the_sample_company_and_what_is_due_are_one_click_away(theme: Theme, qtbot: QtBot) -> None:
    home = Home(theme, qtbot, ())
    QTest.mouseClick(home.place.sample, Qt.MouseButton.LeftButton)
    QTest.mouseClick(home.place.due, Qt.MouseButton.LeftButton)
    assert home.led == ["sample", "due"]


def test_that_a_door_says_what_it_takes_and_what_comes_of_it(theme: Theme, qtbot: QtBot) -> None:
    visit = Home(theme, qtbot, ()).doors[0]
    assert visit.accessibleName() == "Company visit"
    assert visit.accessibleDescription().endswith("90 min development plan")


def test_that_the_first_door_is_in_hand_at_the_start(theme: Theme, qtbot: QtBot) -> None:
    home = Home(theme, qtbot, ())
    home.place.setFocus()
    assert QApplication.focusWidget() is home.doors[0]


def test_that_doors_stand_abreast_or_one_under_another_but_never_cut(theme: Theme, qtbot: QtBot) -> None:
    wide, narrow = Home(theme, qtbot, ()), Home(theme, qtbot, (), width=640)
    assert len({door.y() for door in wide.doors}) == 1
    assert len({door.y() for door in narrow.doors}) == 3
    assert all(door.width() >= door.least_width for door in (*wide.doors, *narrow.doors))


def test_that_an_empty_start_screen_explains_itself(theme: Theme, qtbot: QtBot) -> None:
    home = Home(theme, qtbot, ())
    assert home.says("No companies yet.")
    assert not home.place.register.isVisible()


def test_that_the_register_tells_the_next_step(
    theme: Theme, qtbot: QtBot, summaries: tuple[MappingSummary, ...]
) -> None:
    home = Home(theme, qtbot, summaries)
    by_name = {row[0]: row[1:4] for row in home.rows()}
    assert by_name == {
        "Example Workshop Ltd": ["Workshop, Kaarina", "company visit", "Present levels: 12 are missing"],
        "Åland Bakery": ["Mariehamn", "company visit", "Choose roles and needs"],
    }


def test_that_cells_are_heard_with_their_heads(
    theme: Theme, qtbot: QtBot, summaries: tuple[MappingSummary, ...]
) -> None:
    model = Home(theme, qtbot, summaries).place.register.model()
    heard = {str(model.index(row, 3).data(SPOKEN)) for row in range(2)}
    assert heard == {"Next step: Present levels: 12 are missing", "Next step: Choose roles and needs"}


@pytest.mark.parametrize(("words", "names"), [("åland", ["Åland Bakery"]), ("KAARINA", ["Example Workshop Ltd"])])
def test_that_search_finds_by_name_and_by_place(
    theme: Theme, qtbot: QtBot, summaries: tuple[MappingSummary, ...], words: str, names: list[str]
) -> None:
    home = Home(theme, qtbot, summaries)
    home.place.search.setText(words)
    assert [row[0] for row in home.rows()] == names


def test_that_a_search_without_hits_says_so(theme: Theme, qtbot: QtBot, summaries: tuple[MappingSummary, ...]) -> None:
    home = Home(theme, qtbot, summaries)
    home.place.search.setText("shipyard")
    assert home.says("No company or place has these words.")
    home.place.search.clear()
    assert len(home.rows()) == 2
    assert home.place.register.isVisible()


def test_that_a_digit_typed_in_the_search_opens_no_door(
    theme: Theme, qtbot: QtBot, summaries: tuple[MappingSummary, ...]
) -> None:
    home = Home(theme, qtbot, summaries)
    home.place.search.setFocus()
    QTest.keyClicks(home.place.search, "1")
    qtbot.wait(150)  # a shortcut clicks its button for a tenth of a second
    assert home.place.search.text() == "1"
    assert home.led == []


def test_that_a_row_opens_with_enter(theme: Theme, qtbot: QtBot, summaries: tuple[MappingSummary, ...]) -> None:
    home = Home(theme, qtbot, summaries)
    register = home.place.register
    register.setFocus()
    row = [r[0] for r in home.rows()].index("Åland Bakery")
    register.setCurrentIndex(register.model().index(row, 0))
    QTest.keyClick(register, Qt.Key.Key_Return)
    assert home.led == ["second"]


@pytest.fixture
def bakery(theme: Theme, qtbot: QtBot, summaries: tuple[MappingSummary, ...]) -> tuple[Home, QModelIndex]:
    """The start screen with the bakery in hand, and the cell of its row that removes it."""
    home = Home(theme, qtbot, summaries)
    row = [r[0] for r in home.rows()].index("Åland Bakery")
    cell = home.place.register.model().index(row, REMOVE)
    home.place.register.setFocus()
    home.place.register.setCurrentIndex(cell.siblingAtColumn(0))
    return home, cell


def test_that_the_sign_at_the_end_of_a_row_removes_it(bakery: tuple[Home, QModelIndex]) -> None:
    home, cell = bakery
    register = home.place.register
    QTest.mouseClick(register.viewport(), Qt.MouseButton.LeftButton, pos=register.visualRect(cell).center())
    assert home.led == ["remove second"]


def test_that_delete_removes_the_row_in_hand(bakery: tuple[Home, QModelIndex]) -> None:
    home, _cell = bakery
    QTest.keyClick(home.place.register, Qt.Key.Key_Delete)
    assert home.led == ["remove second"]


def test_that_enter_on_the_sign_removes_and_does_not_open(bakery: tuple[Home, QModelIndex]) -> None:
    home, cell = bakery
    home.place.register.setCurrentIndex(cell)
    QTest.keyClick(home.place.register, Qt.Key.Key_Return)
    assert home.led == ["remove second"]


def test_that_the_sign_is_heard_and_explained(bakery: tuple[Home, QModelIndex]) -> None:
    _home, cell = bakery
    assert cell.data(SPOKEN) == "Remove Åland Bakery"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "Remove Åland Bakery"


def test_that_the_cursor_stays_when_a_row_goes(
    bakery: tuple[Home, QModelIndex], summaries: tuple[MappingSummary, ...]
) -> None:
    home, _cell = bakery
    home.place.show_recent([s for s in summaries if s.key != "second"])
    assert home.place.register.currentIndex().row() == 0
    home.place.show_recent(())
    assert home.says("No companies yet.")
