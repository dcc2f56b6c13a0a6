"""Removing a mapping in the window: asked once, with what goes, and nowhere left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import open_desk
from app.i18n import Translator
from app.mapping.model import Mapping
from app.paths import DataFolder
from app.services import safekeeping
from app.store.cases import Cases
from app.ui.home.place import HomePlace
from app.ui.home.recent import REMOVE
from app.ui.home.removing import RemoveDialog, what_goes
from app.ui.shell import Window
from app.ui.theme import Theme
from tests.ui.kinds import Workshop
from tests.ui.windows import window_on

NAME = "Example Workshop Ltd"


@pytest.fixture
def folder(tmp_path: Path, workshop: Workshop, today: date) -> DataFolder:
    """The workshop and a bakery, and a copy of both."""
    desk = open_desk(DataFolder(tmp_path), today)
    small = workshop()
    desk.cases.add(small)
    desk.cases.add(Mapping(key="bakery", company=replace(small.company, key="second", name="Bakery")))
    safekeeping.copy_at_start(desk, datetime.now(UTC))
    desk.close()
    return desk.folder


@pytest.fixture
def window(theme: Theme, qtbot: QtBot, folder: DataFolder, today: date) -> Iterator[Window]:
    with window_on(folder, theme, qtbot, today) as window:
        yield window


@pytest.fixture
def second(theme: Theme, qtbot: QtBot, folder: DataFolder, today: date, window: Window) -> Iterator[Window]:
    """Another window over the same data."""
    assert window.desk
    with window_on(folder, theme, qtbot, today) as second:
        yield second


def click_sign(window: Window, name: str = NAME) -> None:
    """Click the sign at the end of a company's row."""
    assert isinstance(window.place, HomePlace)
    register = window.place.register
    rows = range(register.model().rowCount())
    row = next(r for r in rows if register.model().index(r, 0).data() == name)
    cell = register.visualRect(register.model().index(row, REMOVE))
    QTest.mouseClick(register.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())


def asked(window: Window) -> RemoveDialog | None:
    return next((d for d in window.findChildren(RemoveDialog) if d.isVisible()), None)


def names(window: Window) -> list[str]:
    assert window.desk
    return [summary.company_name for summary in window.desk.cases.summaries()]


def test_that_a_company_is_removed_with_two_clicks_here_and_in_the_copies(window: Window, folder: DataFolder) -> None:
    click_sign(window)
    dialog = asked(window)
    assert dialog
    assert names(window) == ["Bakery", NAME], "nothing goes before the answer"
    QTest.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert names(window) == ["Bakery"]
    assert window.foot.message.text() == f"{NAME} is removed, from the copies on this computer, too."
    assert isinstance(window.place, HomePlace)
    assert window.place.register.model().rowCount() == 1
    [copy] = safekeeping.copies(folder)
    kept = Cases(copy.path)
    assert [summary.company_name for summary in kept.summaries()] == ["Bakery"]
    kept.close()
    for file in folder.root.rglob("*.sqlite*"):
        assert NAME.encode() not in file.read_bytes(), file.name


def test_that_it_is_asked_and_answered_with_keys_alone(window: Window, qtbot: QtBot) -> None:
    assert isinstance(window.place, HomePlace)
    register = window.place.register
    register.setFocus()
    register.selectRow(0)
    QTest.keyClick(register, Qt.Key.Key_Delete)
    dialog = asked(window)
    assert dialog
    qtbot.waitUntil(dialog.keep.hasFocus)
    QTest.keyClick(dialog.keep, Qt.Key.Key_Tab)
    assert dialog.remove.hasFocus()
    QTest.keyClick(dialog.remove, Qt.Key.Key_Space)
    assert len(names(window)) == 1
    window.activateWindow()  # as the system does when a dialog is gone
    qtbot.waitUntil(lambda: QApplication.focusWidget() is register)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_that_esc_and_the_button_in_hand_keep_everything(window: Window, qtbot: QtBot, key: Qt.Key) -> None:
    click_sign(window)
    dialog = asked(window)
    assert dialog
    qtbot.waitUntil(dialog.keep.hasFocus)
    QTest.keyClick(dialog.keep, key)
    assert asked(window) is None
    assert names(window) == ["Bakery", NAME]


def test_that_the_question_says_what_goes(window: Window) -> None:
    click_sign(window)
    dialog = asked(window)
    assert dialog
    assert dialog.windowTitle() == f"Remove {NAME}?"
    assert "2 roles, 5 people, 8 needs and 8 answers" in dialog.what.text()
    assert dialog.copies.text().startswith("It is taken out of the copy of the companies on this computer, too.")


def test_that_what_goes_counts_only_what_there_is(workshop: Workshop) -> None:
    t, mapping = Translator("en"), workshop()
    bare = Mapping(key="bare", company=mapping.company)
    assert what_goes(t, bare) == "What is known of the company goes. Nothing else was entered."
    assert "1 role," in what_goes(t, replace(bare, roles=mapping.roles[:1]))


def test_that_a_window_that_may_only_look_refuses_before_asking(
    second: Window, folder: DataFolder, window: Window
) -> None:
    before = {file: file.read_bytes() for file in folder.backups.iterdir()}
    click_sign(second)
    assert asked(second) is None
    assert "open in another window" in second.foot.message.text()
    assert names(second) == names(window) == ["Bakery", NAME]
    assert {file: file.read_bytes() for file in folder.backups.iterdir()} == before


def test_that_a_company_removed_meanwhile_is_said(window: Window) -> None:
    assert window.desk
    window.desk.cases.remove("mapping")
    click_sign(window)
    assert asked(window) is None
    assert window.foot.message.text().startswith("This mapping is no longer here.")
