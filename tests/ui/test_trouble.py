"""Something nobody expected: told once, in plain words, with a report that holds nothing about anybody."""

from __future__ import annotations

import io
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRunnable, QThreadPool, QTimer, qCritical, qInstallMessageHandler, qWarning
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.services import incidents
from app.services.incidents import Incident
from app.store.cases import Cases
from app.ui.company.place import CompanyPlace
from app.ui.shell import Window
from app.ui.trouble.dialog import IncidentDialog
from app.ui.trouble.hooks import watched
from app.ui.trouble.watch import Watch
from tests.ui.kinds import ShowWindow, Workshop

NAME = "Šárka Õnnepalu"
LIKE_AN_IDENTITY = "131052-308T"

Raise = Callable[[QtBot], QWidget | None]
"""Returns what must live until it has happened."""


class Fails(QWidget):
    """Raises where Qt calls it, with what somebody might have typed in the message."""

    def customEvent(self, _event: QEvent) -> None:  # noqa: N802 - Qt's name
        raise ValueError(NAME)


class FailsToPaint(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        raise ValueError(NAME)


class FailsElsewhere(QRunnable):
    def run(self) -> None:
        raise ValueError(NAME)


def _fail() -> None:
    raise ValueError(f"{NAME} {LIKE_AN_IDENTITY}")


def _in_a_slot(_qtbot: QtBot) -> None:
    QTimer.singleShot(0, _fail)


def _in_an_event(qtbot: QtBot) -> QWidget:
    widget = Fails()
    qtbot.addWidget(widget)
    QApplication.postEvent(widget, QEvent(QEvent.Type.User))
    return widget


def _in_painting(qtbot: QtBot) -> QWidget:
    widget = FailsToPaint()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def _in_a_thread(_qtbot: QtBot) -> None:
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()


def _in_the_pool(_qtbot: QtBot) -> None:
    QThreadPool.globalInstance().start(FailsElsewhere())


def _in_qt(_qtbot: QtBot) -> None:
    qCritical(f"QFile: {NAME}")


EVERYWHERE = [_in_a_slot, _in_an_event, _in_painting, _in_a_thread, _in_the_pool, _in_qt]


class Watched:
    """A window in which what nobody expected is looked after as in the program."""

    def __init__(self, window: Window) -> None:
        assert window.desk
        self.window, self.folder, self.closed = window, window.desk.folder, 0
        self.watch = Watch(window, self.folder, self._close)

    def _close(self) -> None:
        self.closed += 1

    def dialog(self, qtbot: QtBot) -> IncidentDialog:
        """The dialog, once it is there."""
        qtbot.waitUntil(lambda: self.watch.dialog is not None)
        assert self.watch.dialog
        return self.watch.dialog


@pytest.fixture
def program(show_window: ShowWindow, workshop: Workshop) -> Iterator[Watched]:
    """The window at the company of the workshop."""
    watched_window = Watched(show_window(workshop()))
    watched_window.window.open("mapping")
    with watched(watched_window.watch.tell):
        yield watched_window
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()


def company(program: Watched) -> CompanyPlace:
    assert isinstance(program.window.place, CompanyPlace)
    return program.window.place


@pytest.mark.parametrize("fail", EVERYWHERE)
def test_that_wherever_it_is_raised_one_dialog_tells_it_without_what_was_typed(
    program: Watched, qtbot: QtBot, fail: Raise
) -> None:
    _kept = fail(qtbot)
    dialog = program.dialog(qtbot)
    assert dialog.isVisible()
    report = dialog.report.toPlainText()
    assert "tests" in report or "test_trouble.py" in report
    for private in (NAME, LIKE_AN_IDENTITY, str(Path.home()), str(program.folder.root)):
        assert private not in report


def test_that_what_is_being_typed_is_written_and_nothing_of_it_is_in_the_report(program: Watched, qtbot: QtBot) -> None:
    company(program).goal.insertPlainText(f"More robots for {NAME} {LIKE_AN_IDENTITY[:6]}")
    QTimer.singleShot(0, _fail)
    dialog = program.dialog(qtbot)
    assert dialog.words.text().startswith("Everything you have entered is saved.")
    assert NAME in Cases(program.folder.cases, read_only=True).load("mapping").goal
    for file in program.folder.incidents.rglob("*"):
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        assert NAME not in text
        assert LIKE_AN_IDENTITY[:6] not in text


def test_that_the_report_lies_where_the_dialog_says_and_is_not_offered_again(program: Watched, qtbot: QtBot) -> None:
    QTimer.singleShot(0, _fail)
    dialog = program.dialog(qtbot)
    [file] = program.folder.incidents.rglob("*.txt")
    assert file.read_text(encoding="utf-8") == dialog.report.toPlainText()
    assert any(str(file) in label.text() for label in dialog.findChildren(type(dialog.words)))
    assert incidents.unseen(program.folder) == ()


def test_that_a_second_one_while_the_dialog_is_open_only_adds_to_the_count(program: Watched, qtbot: QtBot) -> None:
    QTimer.singleShot(0, _fail)
    dialog = program.dialog(qtbot)
    assert not dialog.again.isVisible()
    QTimer.singleShot(0, lambda: 1 // 0)
    QTimer.singleShot(0, _fail)
    qtbot.waitUntil(lambda: dialog.again.text() == "It went wrong 3 times by now.")
    assert program.window.findChildren(IncidentDialog) == [dialog]
    assert dialog.report.toPlainText().count("builtins.ZeroDivisionError") == 1
    assert dialog.report.toPlainText().count("builtins.ValueError") == 1
    assert incidents.unseen(program.folder) == ()


def test_that_what_was_told_already_is_a_line_at_the_foot(program: Watched, qtbot: QtBot) -> None:
    """What fails at each painting would otherwise open the dialog for ever."""
    QTimer.singleShot(0, _fail)
    program.dialog(qtbot).go_on.click()
    assert program.watch.dialog is None
    QTimer.singleShot(0, _fail)
    qtbot.waitUntil(lambda: program.window.foot.message.text().startswith("The same went wrong once more."))
    assert program.watch.dialog is None


def test_that_what_a_person_can_put_right_never_opens_the_dialog(program: Watched, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise UserError("The folder {folder} is in use.", {"folder": "Kartturi"})

    QTimer.singleShot(0, refuse)
    qtbot.waitUntil(lambda: program.window.foot.message.text() == "The folder Kartturi is in use.")
    assert program.watch.dialog is None
    assert not program.folder.incidents.exists()


def test_that_the_dialog_promises_nothing_when_writing_itself_fails(
    program: Watched, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_anything: object) -> None:
        raise RuntimeError(NAME)

    with monkeypatch.context() as patch:
        patch.setattr(Cases, "put_head", broken)
        QTest.keyClicks(company(program).goal, "More robots")
        QTimer.singleShot(0, program.window.flush)
        dialog = program.dialog(qtbot)
    assert "could not be saved and still stands in its field" in dialog.words.text()
    assert company(program).goal.toPlainText() == "More robots"
    dialog.go_on.click()
    program.window.flush()
    assert Cases(program.folder.cases, read_only=True).load("mapping").goal == "More robots"


def test_that_the_dialog_promises_nothing_when_writing_is_refused(program: Watched, qtbot: QtBot) -> None:
    QTest.keyClicks(company(program).business_id, "1234567")
    QTimer.singleShot(0, _fail)
    assert "could not be saved and still stands in its field" in program.dialog(qtbot).words.text()
    assert company(program).business_id.text() == "1234567"


def test_that_the_buttons_copy_the_report_and_close_the_program(program: Watched, qtbot: QtBot) -> None:
    QTimer.singleShot(0, _fail)
    dialog = program.dialog(qtbot)
    dialog.copy.click()
    assert QApplication.clipboard().text() == dialog.report.toPlainText()
    assert program.closed == 0
    dialog.quit.click()
    assert program.closed == 1


def test_that_a_report_that_cannot_be_kept_is_told_all_the_same(program: Watched, qtbot: QtBot) -> None:
    program.folder.incidents.write_text("in the way")
    QTimer.singleShot(0, _fail)
    texts = [label.text() for label in program.dialog(qtbot).findChildren(type(program.dialog(qtbot).words))]
    assert any(text.startswith("This report could not be kept as a file.") for text in texts)


def test_that_reports_of_an_earlier_time_are_offered_once(program: Watched, qtbot: QtBot) -> None:
    kept: list[Incident] = []
    for day in (1, 2):
        try:
            _fail()
        except ValueError as error:
            kept.append(incidents.keep(program.folder, error, datetime(2026, 11, day, tzinfo=UTC)))
    program.watch.offer_earlier()
    dialog = program.dialog(qtbot)
    assert dialog.words.text().startswith("Kartturi did not end as it should the last time.")
    assert dialog.report.toPlainText().count("builtins.ValueError") == 2
    dialog.go_on.click()
    program.watch.offer_earlier()
    assert program.watch.dialog is None


def test_that_afterwards_everything_is_as_it_was() -> None:
    import sys

    before = sys.excepthook, threading.excepthook
    told: list[Exception] = []
    with watched(told.append):
        assert sys.excepthook != before[0]
    assert (sys.excepthook, threading.excepthook) == before
    assert told == []


class GoneConsole(io.TextIOBase):
    """Where a program writes that was started from a console which is closed by now."""

    def write(self, _words: str) -> int:
        raise BrokenPipeError


def test_that_a_warning_of_qt_that_nobody_can_read_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Exception] = []
    monkeypatch.setattr(sys, "stderr", GoneConsole())
    handler = qInstallMessageHandler(None)
    try:
        with watched(told.append):
            qWarning("a word")
    finally:
        qInstallMessageHandler(handler)
    assert told == []
