"""A process that is answering a survey is killed at a random moment, again and again: no saved answer is ever lost."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.mapping.answers import Value
from app.mapping.interview import Place
from app.mapping.model import Mode
from app.services import companies, interviews
from app.services.desk import Desk
from tests.services.interviewing import after, opened
from tests.store.test_kills import ROOT, SIGKILL, check_integrity, seeded

BACK = 3  # steps that are taken back and done again after a kill


def killed_while_answering(folder: Path, key: str, start: int, chance: random.Random) -> int:
    """How many answers have been reported as saved in all, once the process was killed."""
    command = [sys.executable, "-m", "tests.services.interviewing", str(folder), key, str(start)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        reported = [process.stdout.readline() for _ in range(chance.randint(0, 20))]
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        reported += process.stdout.readlines()
    assert process.returncode == SIGKILL
    numbers = [int(line) for line in reported]
    assert numbers == [*range(start, start + len(numbers))]
    return start + len(numbers)


def answers_in(desk: Desk, key: str) -> dict[Place, Value]:
    found = interviews.running(desk, key)
    assert found
    return dict(found.answers)


def check_undo(desk: Desk, key: str, saved: int, first: dict[Place, Value]) -> None:
    """What was done before the kill can be taken back and done again after it."""
    steps = min(BACK, saved)
    for back in range(1, steps + 1):
        assert desk.cases.undo(key)
        assert answers_in(desk, key) == after(saved - back, first)
    for back in reversed(range(steps)):
        assert desk.cases.redo(key)
        assert answers_in(desk, key) == after(saved - back, first)


def kill_again_and_again(folder: Path, rounds: int) -> int:
    """How many answers were saved in all; after each kill all that were reported are there."""
    chance, saved = seeded(), 0
    desk = opened(folder)
    key = companies.begin(desk, "Konepaja", Mode.VISIT, "fi")
    first = dict(interviews.begin(desk, key, "visit").answers)
    desk.close()
    for _round in range(rounds):
        reported = killed_while_answering(folder, key, saved, chance)
        desk = opened(folder)
        found = answers_in(desk, key)
        assert found in (after(reported, first), after(reported + 1, first))  # the one that was being saved
        saved = reported if found == after(reported, first) else reported + 1
        check_undo(desk, key, saved, first)
        desk.close()
        check_integrity(desk.folder.cases)
    return saved


def test_that_no_saved_answer_to_a_survey_is_lost_in_ten_kills(tmp_path: Path) -> None:
    assert kill_again_and_again(tmp_path, 10)


@pytest.mark.soak
def test_that_no_saved_answer_to_a_survey_is_lost_in_three_hundred_kills(tmp_path: Path) -> None:
    assert kill_again_and_again(tmp_path, 300)
