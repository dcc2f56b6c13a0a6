"""Data that cannot be opened or changed: a sentence, a way out, and nothing typed is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import open_desk, open_for_window
from app.mapping.model import Mapping
from app.paths import DataFolder
from app.services import safekeeping
from app.services.safekeeping import Occasion
from app.ui import stops
from app.ui.company.place import CompanyPlace
from app.ui.home.place import HomePlace
from app.ui.matrix.place import MatrixPlace
from app.ui.place import HOME
from app.ui.shell import Window
from app.ui.theme import Theme
from app.ui.trouble.closed import ClosedPlace
from app.ui.trouble.copies import CopiesDialog
from app.ui.trouble.keeper import Keeper
from tests.store.test_store_faults import open_to_all, ordinary_user, permissions
from tests.stores import made_in
from tests.ui.kinds import Workshop

__all__ = ["open_to_all"]  # a fixture


OpenProgram = Callable[[], "Program"]
Break = Callable[[DataFolder], None]


class Program:
    """A window over a data folder, opened and looked after as in the program."""

    def __init__(self, theme: Theme, folder: DataFolder, today: date) -> None:
        open_folder = partial(open_for_window, today=today)
        self.window = Window(theme, "en", partial(open_folder, folder))
        self.keeper = Keeper(self.window, folder, open_folder)

    @property
    def is_closed(self) -> bool:
        return isinstance(self.window.place, ClosedPlace)

    @property
    def closed(self) -> ClosedPlace:
        assert isinstance(self.window.place, ClosedPlace)
        return self.window.place

    @property
    def company(self) -> CompanyPlace:
        assert isinstance(self.window.place, CompanyPlace)
        return self.window.place

    def stored(self) -> Mapping:
        assert self.window.desk
        return self.window.desk.cases.load("mapping")

    def copies(self) -> CopiesDialog:
        """The list of copies, as the masthead opens it."""
        self.window.wishes.copies.emit()
        [dialog] = self.window.findChildren(CopiesDialog)
        return dialog


@pytest.fixture
def folder(tmp_path: Path, workshop: Workshop, today: date) -> DataFolder:
    """A data folder with the workshop in it, closed."""
    desk = open_desk(made_in(tmp_path / "data"), today)
    desk.cases.add(workshop())
    desk.close()
    return desk.folder


@pytest.fixture
def program(theme: Theme, qtbot: QtBot, folder: DataFolder, today: date) -> Iterator[OpenProgram]:
    """Opens a window over the folder; several may be open."""
    opened: list[Program] = []

    def open_program() -> Program:
        made = Program(theme, folder, today)
        opened.append(made)
        qtbot.addWidget(made.window)
        made.window.show()
        # Longer than another program's lock is waited for.
        qtbot.waitUntil(
            lambda: made.window.desk is not None or isinstance(made.window.place, ClosedPlace), timeout=15_000
        )
        return made

    yield open_program
    for made in opened:
        made.window.let_go()


def _damage(folder: DataFolder) -> None:
    folder.cases.write_bytes(folder.cases.read_bytes()[:4096] + b"\xff" * 4096)


def _make_newer(folder: DataFolder) -> None:
    with closing(sqlite3.connect(folder.cases)) as connection:
        connection.execute("PRAGMA user_version = 99")


def _put_a_file_in_its_place(folder: DataFolder) -> None:
    folder.cases.unlink()
    folder.cases.mkdir()


SENTENCES = [
    (_damage, "cases.sqlite in {root} is damaged and was left as it is. Restore a backup in its place."),
    (_make_newer, "cases.sqlite was saved by a newer Kartturi. Update this program to open it."),
    (
        _put_a_file_in_its_place,
        "cases.sqlite in {root} cannot be opened. Check that the folder exists and that you may use it.",
    ),
]


@pytest.mark.parametrize(("break_it", "sentence"), SENTENCES)
def test_that_data_that_cannot_be_opened_show_why_in_place_of_an_empty_start(
    program: OpenProgram, folder: DataFolder, break_it: Break, sentence: str
) -> None:
    break_it(folder)
    opened = program()
    assert opened.closed.why.text() == sentence.format(root=folder.root)
    opened.window.speak("fi")
    assert opened.closed.why.text() != sentence.format(root=folder.root)


def test_that_a_store_another_program_keeps_to_itself_opens_at_the_next_try(
    program: OpenProgram, folder: DataFolder
) -> None:
    with closing(sqlite3.connect(folder.cases, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        opened = program()
        assert "is in use by another program" in opened.closed.why.text()
        other.execute("ROLLBACK")
    QTest.mouseClick(opened.closed.again, Qt.MouseButton.LeftButton)
    assert isinstance(opened.window.place, HomePlace)
    assert opened.stored().key == "mapping"


def test_that_a_folder_that_cannot_be_used_says_so_and_another_can_be_chosen(
    program: OpenProgram, folder: DataFolder, tmp_path: Path
) -> None:
    (tmp_path / "a file").write_text("in the way")
    opened = program()
    opened.keeper.use(DataFolder(tmp_path / "a file"))
    assert "a file cannot be used" in opened.closed.why.text()
    opened.keeper.use(DataFolder(tmp_path / "another"))
    assert isinstance(opened.window.place, HomePlace)
    assert opened.window.desk
    assert opened.window.desk.folder.root == tmp_path / "another"


def give_room(program: Program, pages: int) -> None:
    """Let the store grow by so many pages, in every connection that its pool has."""
    assert program.window.desk
    engine = program.window.desk.cases._database.engine
    with ExitStack() as stack:
        for connection in [stack.enter_context(engine.connect()) for _one in range(2)]:
            used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {used + pages}")


def test_that_a_disk_without_room_keeps_what_is_typed_in_its_field(program: OpenProgram) -> None:
    opened = program()
    opened.window.open("mapping", stops.COMPANY)
    QThreadPool.globalInstance().waitForDone()
    long = "More robots " * 2000
    give_room(opened, 0)
    opened.company.terms.goal.insertPlainText(long)
    place = opened.company
    opened.window.go(HOME)
    assert opened.window.foot.message.text().endswith("is full. Nothing was lost; free some space and try again.")
    assert opened.company is place
    assert place.terms.goal.toPlainText() == long
    give_room(opened, 1000)
    place.terms.goal.insertPlainText(".")
    opened.window.go(HOME)
    assert isinstance(opened.window.place, HomePlace)
    assert len(opened.stored().goal) > 20_000


def test_that_a_window_is_not_closed_over_what_could_not_be_written(program: OpenProgram) -> None:
    opened = program()
    opened.window.open("mapping", stops.COMPANY)
    opened.company.card.business_id.setText("")
    QTest.keyClicks(opened.company.card.business_id, "not a business id")
    assert not opened.window.close()
    assert opened.window.isVisible()
    assert opened.company.card.business_id.text() == "not a business id"
    assert opened.window.close(), "the second time it is given up"


def test_that_a_damaged_library_is_set_aside_from_the_window(program: OpenProgram, folder: DataFolder) -> None:
    folder.library.write_bytes(b"x" * 9000)
    opened = program()
    assert opened.closed.why.text().startswith("library.sqlite in ")
    QTest.mouseClick(opened.closed.fresh_library, Qt.MouseButton.LeftButton)
    assert isinstance(opened.window.place, HomePlace)
    assert opened.window.foot.message.text() == "The library is empty now. Import your files into it again."
    assert opened.stored().key == "mapping"


@pytest.fixture
def path(folder: DataFolder) -> Path:
    """The store that `open_to_all` opens the way to."""
    return folder.cases


def test_that_a_folder_where_nothing_may_be_written_says_so(open_to_all: Path, program: OpenProgram) -> None:
    with permissions(open_to_all.parent, 0o555), ordinary_user():
        opened = program()
        assert "cases.sqlite in " in opened.closed.why.text()
        assert "cannot be written. Choose a data folder where you may save files." in opened.closed.why.text()
    QTest.mouseClick(opened.closed.again, Qt.MouseButton.LeftButton)
    assert isinstance(opened.window.place, HomePlace)


# Two windows.


def test_that_a_second_window_says_that_it_can_only_be_looked_at(program: OpenProgram, qtbot: QtBot) -> None:
    first, second = program(), program()
    assert "look_only" not in first.window._frame.__dict__
    assert second.window._frame.look_only.isVisible()
    assert second.window._frame.look_only.words.text() == "Open in another window: you can look, not change."
    second.window.open("mapping", stops.MATRIX)
    assert second.window._frame.look_only.isVisible()
    second.window.speak("sv")
    qtbot.waitUntil(second.window._frame.look_only.isVisible)


def test_that_a_change_in_the_second_window_is_refused_and_the_stored_shown_again(
    program: OpenProgram, qtbot: QtBot
) -> None:
    _first, second = program(), program()
    second.window.open("mapping", stops.COMPANY)
    before = second.stored()
    QTest.keyClicks(second.company.terms.goal, "More robots")
    second.company.flush()
    qtbot.waitUntil(lambda: second.company.terms.goal.toPlainText() == before.goal)
    assert "open in another window" in second.window.foot.message.text()
    assert second.stored() == before


def test_that_a_level_typed_in_the_second_window_is_refused_and_the_cursor_stays(
    program: OpenProgram, qtbot: QtBot
) -> None:
    _first, second = program(), program()
    second.window.open("mapping", stops.MATRIX)
    before, place = second.stored(), second.window.place
    assert isinstance(place, MatrixPlace)
    assert place.sheet
    table = place.sheet.table
    QTest.keyClick(table, Qt.Key.Key_Down)
    at, shown = table.currentIndex(), table.currentIndex().data()
    QTest.keyClick(table, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "open in another window" in second.window.foot.message.text())
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "copied" in second.window.foot.message.text())
    QApplication.processEvents()
    assert second.stored() == before
    assert second.window.place is place
    assert (table.currentIndex().row(), table.currentIndex().column()) == (at.row(), at.column())
    assert table.currentIndex().data() == shown


def test_that_a_door_of_the_second_window_is_refused_in_a_sentence(program: OpenProgram, qtbot: QtBot) -> None:
    _first, second = program(), program()
    QTest.keyClick(second.window, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "open in another window" in second.window.foot.message.text())
    assert second.window.here == HOME


def test_that_the_second_window_takes_over_when_the_first_is_closed(program: OpenProgram) -> None:
    first, second = program(), program()
    first.window.close()
    QTest.mouseClick(second.window._frame.look_only.again, Qt.MouseButton.LeftButton)
    assert not second.window._frame.look_only.isVisible()
    second.window.open("mapping", stops.COMPANY)
    QTest.keyClicks(second.company.terms.goal, "More robots")
    second.window.go(HOME)
    assert second.stored().goal == "More robots"


# Copies.


def test_that_opening_makes_a_copy_and_opening_again_without_a_change_none(
    program: OpenProgram, folder: DataFolder, qtbot: QtBot
) -> None:
    first = program()
    qtbot.waitUntil(lambda: len(safekeeping.copies(folder)) == 1)
    first.window.close()
    again = program()
    again.window.let_go()
    assert len(safekeeping.copies(folder)) == 1


def test_that_a_copy_is_taken_back_after_asking_once_and_what_was_there_is_kept(
    program: OpenProgram, folder: DataFolder, qtbot: QtBot
) -> None:
    opened = program()
    qtbot.waitUntil(lambda: len(safekeeping.copies(folder)) == 1)
    opened.window.open("mapping", stops.COMPANY)
    QTest.keyClicks(opened.company.terms.goal, "More robots")
    dialog = opened.copies()
    dialog.take_back.click()
    assert dialog.words.text().startswith("All companies become what they were on ")
    assert dialog.take_back.text() == "Yes, take it back"
    dialog.take_back.click()
    assert opened.window.here == HOME
    assert opened.window.foot.message.text() == "The copy is back. What was there before is kept among the copies."
    assert opened.stored().goal == ""
    [replaced] = [c for c in safekeeping.copies(folder) if c.occasion is Occasion.RESTORE]
    opened.keeper.take_back(replaced)
    assert opened.stored().goal == "More robots"


def test_that_damaged_data_are_replaced_by_a_copy_from_the_window(
    program: OpenProgram, folder: DataFolder, qtbot: QtBot
) -> None:
    first = program()
    qtbot.waitUntil(lambda: len(safekeeping.copies(folder)) == 1)
    first.window.close()
    _damage(folder)
    opened = program()
    QTest.mouseClick(opened.closed.copies, Qt.MouseButton.LeftButton)
    [dialog] = opened.window.findChildren(CopiesDialog)
    dialog.take_back.click()
    dialog.take_back.click()
    assert isinstance(opened.window.place, HomePlace)
    assert opened.stored().key == "mapping"


def test_that_choosing_another_copy_asks_anew(program: OpenProgram, folder: DataFolder, today: date) -> None:
    opened = program()
    opened.window.let_go()
    desk = open_desk(folder, today)
    desk.close()
    [copy] = safekeeping.copies(folder)
    copy.path.with_name("cases-20251224-120000-000000.sqlite").write_bytes(copy.path.read_bytes())
    dialog = opened.copies()
    dialog.take_back.click()
    dialog.register.selectRow(1)
    assert dialog.take_back.text() == "Take this copy back"
    dialog.take_back.click()
    assert "on 24" in dialog.words.text()


def test_that_a_list_without_copies_says_when_there_will_be_one(program: OpenProgram, folder: DataFolder) -> None:
    _damage(folder)
    dialog = program().copies()
    assert dialog.words.text().startswith("There is no copy yet.")
    assert not dialog.take_back.isVisible()


def test_that_no_copy_is_taken_back_while_another_window_has_the_data(
    program: OpenProgram, folder: DataFolder, qtbot: QtBot
) -> None:
    first = program()
    qtbot.waitUntil(lambda: len(safekeeping.copies(folder)) == 1)
    second = program()
    second.keeper.take_back(safekeeping.copies(folder)[0])
    assert second.window.foot.message.text().startswith("Kartturi is open in another window.")
    assert first.stored() == second.stored()


def test_that_a_copy_that_cannot_be_made_is_said(program: OpenProgram, folder: DataFolder, qtbot: QtBot) -> None:
    folder.backups.write_text("in the way")
    opened = program()
    qtbot.waitUntil(lambda: opened.window.foot.message.text() != "")
    assert "cannot be" in opened.window.foot.message.text()
    assert isinstance(opened.window.place, HomePlace)
