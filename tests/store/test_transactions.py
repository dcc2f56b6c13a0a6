"""One transaction an answer: whole or not at all, durable, and in nobody's way."""

from __future__ import annotations

import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from app.errors import UserError
from app.mapping.model import Agreed, Assessment, Assessor, Mapping, Role
from app.store.cases import SCHEMA, Cases
from app.store.database import Database, open_store
from tests.store.conftest import Clock
from tests.store.samples import AINO, COMPANY, COURSE, MILLING, PEKKA, SAID, WORKSHOP


@pytest.fixture
def database(cases: Cases) -> Database:
    """The file of `cases`, as another part of the program has it open."""
    return cases._database


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("temp_store", 2)],
)
def test_that_every_connection_keeps_the_promises(database: Database, pragma: str, value: object) -> None:
    with database.reading() as first, database.writing() as second, database.reading() as third:
        found = [c.exec_driver_sql(f"PRAGMA {pragma}").scalar() for c in (first, second, third)]
        assert len({id(c.connection.dbapi_connection) for c in (first, second, third)}) == 3
    assert found == [value] * 3


def test_that_one_item_that_cannot_be_kept_leaves_nothing_of_the_others(cases: Cases, clock: Clock) -> None:
    cases.add(WORKSHOP)
    clock.later()
    with pytest.raises(IntegrityError):
        cases.put("workshop", replace(SAID, level=0), Role("new", "New"), Agreed("no such need", 0))
    assert cases.load("workshop") == WORKSHOP


def test_that_a_level_out_of_range_never_gets_in(cases: Cases) -> None:
    cases.add(WORKSHOP)
    for item in (
        replace(SAID, level=5),
        replace(SAID, language_free_level=-1),
        replace(MILLING, criticality=4),
        replace(MILLING, required=0),
        replace(WORKSHOP.roles[0], importance=0),
        replace(WORKSHOP.roles[0], head_count=-1),
        replace(WORKSHOP.level_counts[0], count=-1),
        replace(WORKSHOP.level_counts[0], level=5),
    ):
        with pytest.raises(IntegrityError, match="CHECK constraint failed"):
            cases.put("workshop", item)
    assert cases.load("workshop") == WORKSHOP


def test_that_a_mapping_that_cannot_be_kept_whole_is_not_there_at_all(cases: Cases) -> None:
    with pytest.raises(IntegrityError):
        cases.add(replace(WORKSHOP, people=()))  # whose levels would these be?
    assert cases.summaries() == ()
    cases.add(Mapping("later", replace(COMPANY, name="Entered anew")))
    assert cases.load("later").company.name == "Entered anew"


@given(st.lists(st.sampled_from(["good", "bad"]), max_size=6))
@settings(max_examples=15)
def test_that_the_good_answers_and_only_these_are_there(answers: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cases = Cases(Path(folder) / "cases.sqlite")
        cases.add(WORKSHOP)
        for number, kind in enumerate(answers):
            role = Role(f"r{number}", "Role", position=2 + number)
            if kind == "good":
                cases.put("workshop", role)
            else:
                with pytest.raises(IntegrityError):
                    cases.put("workshop", role, replace(AINO, key=f"p{number}", role_key="no such role"))
        found = {role.key for role in cases.load("workshop").roles}
        cases.close()
    assert found == {"machinist", "welder", *(f"r{n}" for n, kind in enumerate(answers) if kind == "good")}


def test_that_what_a_person_wrote_is_in_no_error(cases: Cases) -> None:
    cases.add(WORKSHOP)
    secret = "Aino's sick leave"
    wrong: Any = object()
    for item in (replace(SAID, need_key="no such need", note=secret), replace(SAID, note=secret, on=wrong)):
        with pytest.raises((DBAPIError, StatementError)) as raised:
            cases.put("workshop", item)
        told = [str(error) + repr(error) for error in (raised.value, raised.value.orig)]
        assert not any(word in text for text in told for word in (secret, "Aino", "aino"))


def test_that_another_connection_sees_whole_commits_only(cases: Cases, database: Database) -> None:
    cases.add(WORKSHOP)
    with closing(sqlite3.connect(database.path)) as other:
        count = "SELECT count(*) FROM roles"
        with database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM assessments")
            connection.exec_driver_sql("DELETE FROM roles WHERE key = 'welder'")
            assert other.execute(count).fetchone() == (2,)
        assert other.execute(count).fetchone() == (1,)


def test_that_a_reader_waits_for_no_writer_and_sees_one_state_to_its_end(cases: Cases, database: Database) -> None:
    cases.add(WORKSHOP)
    with database.reading() as reader:
        before = reader.exec_driver_sql("SELECT count(*) FROM roles").scalar()
        cases.put("workshop", Role("new", "New"))
        assert reader.exec_driver_sql("SELECT count(*) FROM roles").scalar() == before == 2
    with database.writing():
        assert len(cases.load("workshop").roles) == 3


def test_that_a_second_writer_waits_for_the_first(cases: Cases, database: Database) -> None:
    cases.add(WORKSHOP)
    begun = threading.Event()

    def answer() -> None:
        begun.set()
        cases.put("workshop", Role("new", "New"))

    with ThreadPoolExecutor(1) as pool:
        with database.writing() as connection:
            waiting = pool.submit(answer)
            begun.wait()
            connection.exec_driver_sql("UPDATE roles SET name = 'First'")
            assert not waiting.done()
        waiting.result()
    assert {role.name for role in cases.load("workshop").roles} == {"First", "New"}


def test_that_a_writer_who_waits_too_long_is_told_in_words(cases: Cases, database: Database) -> None:
    other = open_store(database.path, SCHEMA, patience=0.01)
    with database.writing(), pytest.raises(UserError, match="in use by another program"), other.writing():
        pass
    other.close()


def _answers(cases: Cases, who: str) -> Iterator[Callable[[], None]]:
    for number in range(20):
        item = Assessment(who, "milling", Assessor.SUPERVISOR, number % 5, note=f"{who} {number}")
        yield lambda item=item: cases.put("workshop", item)  # type: ignore[misc]  # a default binds the item


def test_that_window_and_worker_use_one_store_at_once(cases: Cases) -> None:
    cases.add(WORKSHOP)
    start = threading.Barrier(3)

    def enter(who: str) -> None:
        start.wait()
        for answer in _answers(cases, who):
            answer()

    def read() -> list[int]:
        start.wait()
        return [len(cases.load("workshop").people) + len(cases.summaries()) for _ in range(20)]

    with ThreadPoolExecutor(3) as pool:
        entered = [pool.submit(enter, who) for who in (AINO.key, PEKKA.key)]
        assert pool.submit(read).result() == [4] * 20
        for task in entered:
            task.result()
    assert {a.note for a in cases.load("workshop").assessments} == {"aino 19", "pekka 19"}


def test_that_several_programs_may_make_a_new_store_at_once(tmp_path: Path) -> None:
    path = tmp_path / "cases.sqlite"
    start = threading.Barrier(4)

    def begin(number: int) -> None:
        start.wait()
        cases = Cases(path)
        cases.add(Mapping(str(number), COMPANY))
        cases.close()

    with ThreadPoolExecutor(4) as pool:
        for task in [pool.submit(begin, number) for number in range(4)]:
            task.result()
    cases = Cases(path)
    assert {s.key for s in cases.summaries()} == set("0123")
    cases.close()


def test_that_a_store_opened_for_reading_takes_no_change(cases: Cases, database: Database) -> None:
    cases.add(WORKSHOP)
    reader = Cases(database.path, read_only=True)
    assert reader.load("workshop") == WORKSHOP
    with pytest.raises(UserError, match="open in another window"):
        reader.put("workshop", COURSE)
    reader.close()
    assert cases.load("workshop") == WORKSHOP


def test_that_opening_for_reading_makes_no_store(tmp_path: Path) -> None:
    path = tmp_path / "cases.sqlite"
    with pytest.raises(UserError, match="cannot be opened"):
        Cases(path, read_only=True)
    assert not path.exists()
    path.touch()  # somebody is about to make it
    with pytest.raises(UserError, match="being made ready"):
        Cases(path, read_only=True)
    assert path.stat().st_size == 0
