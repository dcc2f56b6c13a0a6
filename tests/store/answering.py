"""A process that enters answers until it is killed, and says the number of each one after it was reported as saved.

    python -m tests.store.answering STORE ROUND

Every answer is one call with three items that belong together. Between answers backups are made and other companies
removed, so that the kill may come in the middle of these, too.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from app.mapping.company import Company
from app.mapping.model import Assessment, Assessor, Mapping, Person, Role, RoleNeed
from app.store.backup import backup
from app.store.cases import Cases
from app.texts import Text

ROLE, PERSON = Role("role", ""), Person("person", "role", "H1")


def answer(cases: Cases, key: str, number: int) -> None:
    need = RoleNeed(str(number), "role", Text(fi=f"Osaaminen {number}"), position=number)
    said = Assessment("person", need.key, Assessor.SUPERVISOR, number % 5, note="x" * (number * 997 % 6000))
    cases.put(key, replace(ROLE, name=str(number)), need, said)


def enter(path: Path, key: str) -> None:
    cases = Cases(path)
    cases.add(Mapping(key, Company(key, "Konepaja"), roles=(ROLE,), people=(PERSON,)))
    for number in count():
        answer(cases, key, number)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        if number % 7 == 3:
            backup(path, path.parent / "backups", datetime.now(UTC))
        if number % 11 == 5:
            cases.add(Mapping(f"{key} passing", Company(f"{key} passing", "Konepaja")))
            cases.remove(f"{key} passing")


if __name__ == "__main__":
    enter(Path(sys.argv[1]), sys.argv[2])
