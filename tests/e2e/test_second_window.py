"""Two programs on one data folder: the second may look, and takes over when the first is gone, however it went."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import open_desk, open_for_window
from app.errors import UserError
from app.paths import DataFolder
from app.services import companies

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds for a program to open its window


@pytest.fixture
def folder(tmp_path: Path, today: date) -> DataFolder:
    desk = open_desk(DataFolder(tmp_path), today)
    companies.begin_sample(desk)
    desk.close()
    return desk.folder


def _start(folder: DataFolder) -> subprocess.Popen[bytes]:
    """The program itself with its window over the folder, in a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen([sys.executable, "-m", "app", "--data", folder.root], cwd=ROOT, env=environment)


def _wait_for(program: subprocess.Popen[bytes], folder: Path, pattern: str) -> Path:
    """The first file of a kind that the program makes in a folder."""
    until = time.monotonic() + PATIENCE
    while not (found := [*folder.glob(pattern)]):
        assert program.poll() is None, "the program ended by itself"
        assert time.monotonic() < until, "the window did not open"
        time.sleep(0.05)
    return found[0]


@pytest.fixture
def first(folder: DataFolder) -> Iterator[subprocess.Popen[bytes]]:
    """A program that has its window open over the folder."""
    program = _start(folder)
    _wait_for(program, folder.backups, "*.sqlite")  # made once the data are open
    yield program
    program.kill()
    program.wait()


def test_that_the_second_program_may_look_and_not_change(
    folder: DataFolder, first: subprocess.Popen[bytes], today: date
) -> None:
    assert first.poll() is None
    second = open_for_window(folder, today)
    assert second.read_only
    [summary] = second.cases.summaries()
    with pytest.raises(UserError, match="open in another window"):
        companies.begin_sample(second)
    assert second.cases.summaries() == (summary,)
    second.close()


def test_that_a_program_that_was_killed_keeps_nobody_out(
    folder: DataFolder, first: subprocess.Popen[bytes], today: date
) -> None:
    first.kill()
    first.wait()
    assert (folder.root / "window.lock").exists(), "it had no time to take its lock away"
    second = open_for_window(folder, today)
    assert not second.read_only
    companies.begin_sample(second)
    assert len(second.cases.summaries()) == 2
    second.close()


def test_that_the_command_line_works_beside_an_open_window(
    folder: DataFolder, first: subprocess.Popen[bytes], today: date
) -> None:
    assert first.poll() is None
    beside = open_desk(folder, today)
    companies.begin_sample(beside)
    beside.close()
    again = open_for_window(folder, today)
    assert again.read_only
    assert len(again.cases.summaries()) == 2
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of this kind are POSIX")
def test_that_a_crash_is_told_of_at_the_next_start(folder: DataFolder, first: subprocess.Popen[bytes]) -> None:
    first.send_signal(signal.SIGABRT)
    first.wait()
    again = _start(folder)
    report = _wait_for(again, folder.incidents, "*.txt")  # laid there when it is shown
    assert "Fatal Python error: Aborted" in report.read_text(encoding="utf-8")
    assert str(ROOT) not in report.read_text(encoding="utf-8")
    again.kill()
    again.wait()
