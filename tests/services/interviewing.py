"""A process that answers a survey until it is killed, and says the number of each answer once it is saved.

    python -m tests.services.interviewing FOLDER KEY FROM

The answers follow from their numbers, so that whoever reads what was saved knows what must be there. Each differs from
the one before to the same question; one of them is taken away again.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping as Dict
from datetime import date
from itertools import count
from pathlib import Path
from typing import Final

from app.mapping.answers import Value
from app.mapping.interview import Place
from app.paths import DataFolder
from app.services import interviews
from app.services.desk import Desk
from app.store.cases import Cases
from app.store.library import Library

TODAY: Final = date(2026, 11, 26)
QUESTIONS: Final = ("B1", "C3", "D3", "A4", "D5", "B4", "J2")
"""Some are fields of the mapping, the others answers of their own; D3 decides whether D5 is asked."""
TAKEN_AWAY: Final = "B4"
_TURNS: Final[Dict[str, tuple[Value, Value]]] = {
    "D3": (("yes",), ("no",)),
    "A4": (("10",), ("50",)),
    "D5": (("no",), ("yes",)),
    "B4": (("it", "cleaning"), ("nothing",)),
}


def opened(folder: Path) -> Desk:
    data = DataFolder(folder)
    return Desk(data, Cases(data.cases), Library(data.library), TODAY)


def said(number: int) -> tuple[Place, Value]:
    """The answer of this number; () takes one away."""
    turn, place = divmod(number, len(QUESTIONS) + 1)
    if place == len(QUESTIONS):
        return Place(TAKEN_AWAY), ()
    question = QUESTIONS[place]
    if question in _TURNS:
        return Place(question), _TURNS[question][turn % 2]
    return Place(question), (str(turn % 160) if question == "J2" else f"{number} " * 40,)


def after(numbers: int, before: Dict[Place, Value]) -> dict[Place, Value]:
    """All answers once so many have been given."""
    answers = dict(before)
    for place, value in map(said, range(numbers)):
        answers[place] = tuple(text.strip() for text in value)
        if not value:
            del answers[place]
    return answers


def answer(desk: Desk, key: str, number: int) -> None:
    place, value = said(number)
    if value:
        interviews.answer(desk, key, place, value)
    else:
        interviews.clear(desk, key, place)


def answer_on(folder: Path, key: str, start: int) -> None:
    desk = opened(folder)
    for number in count(start):
        answer(desk, key, number)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    answer_on(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
