"""A field to search and pick in, by keys and by mouse; nothing is picked that nobody chose."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from app.ui.pick import Choice, PickField
from app.ui.theme import Theme

KEY = Qt.Key
TOWNS = (Choice("853", "Turku", "Southwest Finland"), Choice("837", "Tampere", "Pirkanmaa"), Choice("734", "Salo"))


def towns(text: str) -> Sequence[Choice]:
    return [town for town in TOWNS if town.words.lower().startswith(text.lower()) or town.value.startswith(text)]


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> PickField:
    field = PickField(theme, "Municipality")
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    field.offer(towns)
    return field


def popup() -> QListView:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QListView)
    return found


def listed() -> list[str]:
    model = popup().model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_that_what_is_typed_finds_and_an_arrow_with_enter_takes(field: PickField, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "t")
    assert listed() == ["Turku", "Tampere"]
    QTest.keyClick(popup(), KEY.Key_Down)
    QTest.keyClick(popup(), KEY.Key_Down)
    with qtbot.waitSignal(field.picked):
        QTest.keyClick(popup(), KEY.Key_Return)
    assert (field.value, field.text(), field.settled) == ("837", "Tampere", True)
    assert QApplication.activePopupWidget() is None


def test_that_enter_alone_takes_the_first(field: PickField, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "ta")
    with qtbot.waitSignal(field.picked):
        QTest.keyClick(popup(), KEY.Key_Return)
    assert field.value == "837"


def test_that_a_click_takes(field: PickField, qtbot: QtBot) -> None:
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert listed() == ["Turku", "Tampere", "Salo"]
    view = popup()
    with qtbot.waitSignal(field.picked):
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(2, 0)).center()
        )
    assert (field.value, field.text()) == ("734", "Salo")


@pytest.mark.parametrize("key", [KEY.Key_Down, KEY.Key_F4])
def test_that_a_key_opens_the_whole_list(field: PickField, key: KEY) -> None:
    QTest.keyClick(field, key)
    assert listed() == ["Turku", "Tampere", "Salo"]


def test_that_escape_leaves_what_is_typed_and_picks_nothing(field: PickField) -> None:
    QTest.keyClicks(field, "tu")
    QTest.keyClick(popup(), KEY.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert (field.text(), field.value, field.settled) == ("tu", "", False)


def test_that_leaving_picks_only_what_is_written_out(field: PickField) -> None:
    for typed, value in (("tu", ""), ("TURKU", "853"), ("734", "734"), ("tur", "734")):
        field.setText(typed)
        field.settle()
        assert field.value == value
    assert not field.settled


def test_that_an_emptied_field_has_no_value(field: PickField) -> None:
    field.setText("Salo")
    field.settle()
    field.clear()
    field.settle()
    assert (field.value, field.settled) == ("", True)


def test_that_own_words_can_be_kept_and_have_no_value(field: PickField) -> None:
    field.setText("Tallinn")
    field.settle()
    assert not field.settled
    field.keep_words()
    assert (field.value, field.text(), field.settled) == ("", "Tallinn", True)


def test_that_before_the_choices_are_there_one_can_type_and_a_value_waits_for_its_words(
    theme: Theme, qtbot: QtBot
) -> None:
    field = PickField(theme, "Municipality", "853", "853")
    qtbot.addWidget(field)
    field.settle()
    assert (field.value, field.text()) == ("853", "853")
    field.offer(towns)
    assert (field.value, field.text(), field.settled) == ("853", "Turku", True)


def test_that_choices_that_come_late_do_not_overwrite_what_is_typed(theme: Theme, qtbot: QtBot) -> None:
    field = PickField(theme, "Municipality", "853", "Åbo")
    qtbot.addWidget(field)
    field.setText("Sal")
    field.offer(towns)
    assert field.text() == "Sal"


def test_that_those_who_listen_hear_the_name_and_the_note_of_a_choice(field: PickField) -> None:
    QTest.keyClicks(field, "tu")
    view = popup()
    assert view.accessibleName() == "Municipality"
    heard = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Turku, Southwest Finland"
    assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name) == "Municipality"
