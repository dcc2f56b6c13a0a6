"""Work off the window's thread: one at a time, its end told on the window's thread, whoever is still there."""

from __future__ import annotations

import gc
from threading import Event, get_ident
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.ui.tasks import Job, Runner


class Told:
    """What came back, and on which thread."""

    def __init__(self) -> None:
        self.done, self.failed, self.threads = list[Any](), list[BaseException](), set[int]()

    def take(self, result: Any) -> None:
        self.done.append(result)
        self.threads.add(get_ident())

    def refuse(self, error: BaseException) -> None:
        self.failed.append(error)
        self.threads.add(get_ident())


@pytest.fixture
def told() -> Told:
    return Told()


def test_that_work_runs_elsewhere_and_ends_here(qtbot: QtBot, told: Told) -> None:
    runner = Runner()
    assert runner.start(lambda _job: get_ident(), told.take, told.refuse)
    assert runner.busy
    qtbot.waitUntil(lambda: not runner.busy)
    assert told.done != [get_ident()]
    assert told.threads == {get_ident()}
    assert told.failed == []


@pytest.mark.parametrize("error", [UserError("The disk is full."), ZeroDivisionError()])
def test_that_a_failure_comes_back_as_it_is(qtbot: QtBot, told: Told, error: Exception) -> None:
    def fail(_job: Job) -> None:
        raise error

    runner = Runner()
    runner.start(fail, told.take, told.refuse)
    qtbot.waitUntil(lambda: bool(told.failed))
    assert told.failed == [error]
    assert told.done == []
    assert not runner.busy


def test_that_a_second_piece_of_work_is_refused_meanwhile(qtbot: QtBot, told: Told) -> None:
    runner, go_on = Runner(), Event()
    runner.start(lambda _job: go_on.wait(5), told.take, told.refuse)
    assert runner.start(lambda _job: "second", told.take, told.refuse) is None
    go_on.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert told.done == [True]
    assert runner.start(lambda _job: "third", told.take, told.refuse)
    qtbot.waitUntil(lambda: told.done == [True, "third"])


def test_that_progress_is_told_in_order(qtbot: QtBot, told: Told) -> None:
    def work(job: Job) -> None:
        for i in range(3):
            job.tell(f"file {i}", i, 3)

    runner, seen = Runner(), list[tuple[str, int, int]]()
    threads = set[int]()

    def show(what: str, done: int, of: int) -> None:
        seen.append((what, done, of))
        threads.add(get_ident())

    runner.start(work, told.take, told.refuse, show)
    qtbot.waitUntil(lambda: not runner.busy)
    assert threads == {get_ident()}
    assert seen == [("file 0", 0, 3), ("file 1", 1, 3), ("file 2", 2, 3)]


def test_that_cancelling_is_asked_for_and_seen_by_the_work(qtbot: QtBot, told: Told) -> None:
    begun = Event()

    def work(job: Job) -> str:
        begun.set()
        while not job.cancelled():
            pass
        return "stopped"

    runner = Runner()
    job = runner.start(work, told.take, told.refuse)
    assert job
    begun.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: told.done == ["stopped"])


def test_that_work_outlives_the_view_that_asked_for_it(qtbot: QtBot, told: Told) -> None:
    view, go_on = QObject(), Event()
    runner = Runner(view)
    runner.start(lambda _job: go_on.wait(5), told.take, told.refuse)
    gone = list[bool]()
    view.destroyed.connect(lambda: gone.append(True))
    view.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    go_on.set()
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(1)
    assert told.done == []
    assert told.failed == []


def test_that_garbage_is_collected_on_the_windows_thread_alone(qtbot: QtBot, told: Told) -> None:
    """A widget may be garbage, and must not end on the thread of a worker."""
    go_on, threads = Event(), set[int]()

    def make_garbage(_job: Job) -> None:
        for _ in range(5_000):
            loop = list[Any]()
            loop.append(loop)

    def note(_phase: str, _info: dict[str, int]) -> None:
        threads.add(get_ident())

    first, second = Runner(), Runner()
    gc.callbacks.append(note)
    try:
        first.start(lambda _job: go_on.wait(10), told.take, told.refuse)
        second.start(make_garbage, told.take, told.refuse)
        qtbot.waitUntil(lambda: not second.busy)
        assert not gc.isenabled()
        go_on.set()
        qtbot.waitUntil(lambda: not first.busy)
    finally:
        gc.callbacks.remove(note)
    assert threads == {get_ident()}
    assert gc.isenabled()
