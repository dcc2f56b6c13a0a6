"""A process that is entering answers is killed at a random moment, again and again; no saved answer is ever lost."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from app.mapping.company import Company
from app.mapping.model import Mapping
from app.paths import DataFolder
from app.store.backup import backups
from app.store.cases import Cases

ROOT = Path(__file__).parents[2]
SIGKILL = -9


def seeded() -> random.Random:
    seed = random.getrandbits(32)
    print(f"seed {seed}")  # noqa: T201 - shown when the test fails
    return random.Random(seed)


def killed_while_answering(path: Path, key: str, chance: random.Random) -> list[str]:
    """The answers that a process reported as saved before it was killed."""
    command = [sys.executable, "-m", "tests.store.answering", str(path), key]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        reported = [process.stdout.readline() for _ in range(chance.randint(0, 25))]
        time.sleep(chance.uniform(0, 0.02))
        process.kill()
        reported += process.stdout.readlines()
    assert process.returncode == SIGKILL
    return [line.strip() for line in reported]


def answers_in(cases: Cases, key: str) -> list[str]:
    """The answers that are there, each of them whole."""
    if key not in {s.key for s in cases.summaries()}:
        return []
    mapping = cases.load(key)
    answers = [need.key for need in mapping.needs]
    assert {a.need_key for a in mapping.assessments} == set(answers)
    assert mapping.roles[0].name == (answers[-1] if answers else "")
    assert answers == [str(number) for number in range(len(answers))]
    return answers


def check_integrity(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def kill_again_and_again(folder: DataFolder, rounds: int) -> int:
    """How many answers were saved before the kills, after each of which all are there."""
    chance = seeded()
    saved: dict[str, list[str]] = {}
    for number in range(rounds):
        key = f"round {number}"
        reported = killed_while_answering(folder.cases, key, chance)
        cases = Cases(folder.cases)
        saved[key] = answers_in(cases, key)
        assert saved[key][: len(reported)] == reported, key
        assert len(saved[key]) <= len(reported) + 1, key  # the one that was being saved
        cases.close()
        check_integrity(folder.cases)
    cases = Cases(folder.cases)
    assert {key: answers_in(cases, key) for key in saved} == saved
    cases.close()
    for copy in backups(folder.cases, folder.backups):
        check_integrity(copy)
    return sum(map(len, saved.values()))


def keys_after_a_kill_while_making(folder: DataFolder, chance: random.Random) -> set[str]:
    """What is in a store after its making was cut off, and one mapping was added."""
    folder.root.mkdir()
    command = [sys.executable, "-m", "tests.store.answering", str(folder.cases), "first"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        while not folder.cases.exists():
            assert process.poll() is None
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
    cases = Cases(folder.cases)
    cases.add(Mapping("second", Company("second", "Konepaja")))
    keys = {s.key for s in cases.summaries()}
    cases.close()
    check_integrity(folder.cases)
    return keys


def test_that_no_saved_answer_is_lost_in_ten_kills(tmp_path: Path) -> None:
    assert kill_again_and_again(DataFolder(tmp_path), 10)


@pytest.mark.soak
def test_that_no_saved_answer_is_lost_in_two_hundred_kills(tmp_path: Path) -> None:
    assert kill_again_and_again(DataFolder(tmp_path), 200)


def test_that_a_store_whose_making_was_cut_off_can_be_used(tmp_path: Path) -> None:
    chance = seeded()
    for number in range(3):
        assert "second" in keys_after_a_kill_while_making(DataFolder(tmp_path / str(number)), chance)


@pytest.mark.soak
def test_that_a_store_whose_making_was_cut_off_fifty_times_can_be_used(tmp_path: Path) -> None:
    chance = seeded()
    for number in range(50):
        assert "second" in keys_after_a_kill_while_making(DataFolder(tmp_path / str(number)), chance)
