"""A store that is behind climbs step by step; a step happens whole, with its record, or not at all."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic.operations import Operations
from sqlalchemy import Column, String, text

from app.errors import UserError
from app.paths import DataFolder
from app.store import cases, library
from app.store.database import Schema, Step, open_store
from app.store.migrations import CASES, LIBRARY, with_operations
from tests.store.samples import COURSE, SAID, WORKSHOP

ROOT = Path(__file__).parents[2]
FILES = ROOT / "tests" / "files"


def climbing(*more: Step, schema: Schema = cases.SCHEMA, first: Sequence[Step] = CASES) -> Schema:
    """A later program, whose schema has further steps."""
    return replace(schema, version=len(first) + len(more), steps=lambda: (*first, *more))


def built_by_steps(path: Path, schema: Schema) -> None:
    """A file as a program of that schema would have left it, made by the steps alone."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE first (a)")  # anything: a file that is no longer new …
        connection.execute("DROP TABLE first")
        connection.execute(f"PRAGMA application_id = {schema.application_id}")
        connection.execute("PRAGMA user_version = 1")  # … and is behind
    below = replace(schema, version=schema.version + 1, steps=lambda: (lambda _: None, *schema.steps()))
    open_store(path, below).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.version}")


def schema_of(path: Path) -> dict[str, str]:
    """Every table, index and trigger with its statement; white space and quotes round names may differ."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: _in_one_order(" ".join(statement.replace('"', "").split())) for name, statement in rows}


def _in_one_order(statement: str) -> str:
    """Constraints of a table that is rebuilt come in another order each time."""
    columns, *constraints = statement.removesuffix(" )").split(", CONSTRAINT ")
    return ", CONSTRAINT ".join([columns, *sorted(constraints)])


def state_of(path: Path) -> tuple[dict[str, str], int, list[str]]:
    """Schema, version and all rows."""
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        return schema_of(path), version, list(connection.iterdump())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of cases of the present version, with a workshop in it, closed."""
    file = DataFolder(tmp_path).cases
    store = cases.Cases(file)
    store.add(WORKSHOP)
    store.close()
    return file


@pytest.mark.parametrize("schema", [cases.SCHEMA, library.SCHEMA], ids=["cases", "library"])
def test_that_the_steps_lead_to_the_schema_of_a_new_file(tmp_path: Path, schema: Schema) -> None:
    built_by_steps(tmp_path / "steps.sqlite", schema)
    open_store(tmp_path / "new.sqlite", schema).close()
    assert schema_of(tmp_path / "steps.sqlite") == schema_of(tmp_path / "new.sqlite")


@pytest.mark.parametrize(("schema", "steps"), [(cases.SCHEMA, CASES), (library.SCHEMA, LIBRARY)])
def test_that_the_version_is_the_number_of_steps(schema: Schema, steps: Sequence[Step]) -> None:
    assert schema.version == len(steps) == len(schema.steps())


def test_that_the_two_stores_are_never_taken_for_each_other() -> None:
    assert cases.SCHEMA.application_id != library.SCHEMA.application_id


def test_that_a_file_built_by_the_steps_opens_with_all_that_is_in_it(tmp_path: Path) -> None:
    file = tmp_path / "cases.sqlite"
    built_by_steps(file, cases.SCHEMA)
    store = cases.Cases(file)
    store.add(WORKSHOP)
    store.close()
    store = cases.Cases(file)
    assert store.load("workshop") == WORKSHOP
    store.close()


def _add_column(op: Operations) -> None:
    op.add_column("companies", Column("homepage", String, nullable=False, server_default=""))


def _rebuild_roles(op: Operations) -> None:
    with op.batch_alter_table("roles") as batch:
        batch.alter_column("name", new_column_name="title")


def _rebuild_and_fail(op: Operations) -> None:
    _rebuild_roles(op)
    op.execute("DELETE FROM assessments")
    op.execute("INSERT INTO no_such_table VALUES (1)")


def _orphan(op: Operations) -> None:
    op.execute("DELETE FROM mappings")


def test_that_a_file_that_is_behind_climbs_and_keeps_every_row(path: Path) -> None:
    later = climbing(with_operations(_add_column), with_operations(_rebuild_roles))
    database = open_store(path, later)
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == cases.SCHEMA.version + 2
        assert connection.exec_driver_sql("SELECT homepage FROM companies").scalars().all() == [""]
        titles = connection.exec_driver_sql("SELECT title FROM roles ORDER BY position").scalars().all()
        counts = {t: connection.scalar(text(f"SELECT count(*) FROM {t}")) for t in ("people", "needs", "assessments")}
    database.close()
    assert titles == ["Machinist", "Welder"]
    assert counts == {"people": 3, "needs": 2, "assessments": 1}  # rebuilding roles took none of what hangs on them


def test_that_a_rebuilt_table_still_takes_what_hangs_on_its_rows(path: Path) -> None:
    database = open_store(path, climbing(with_operations(_rebuild_roles)))
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM roles WHERE key = 'machinist'")
        assert connection.exec_driver_sql("SELECT key FROM people").scalars().all() == ["veera"]
    database.close()


def test_that_a_step_that_fails_half_way_leaves_the_file_as_it_was(path: Path) -> None:
    before = state_of(path)
    with pytest.raises(Exception, match="no_such_table"):
        open_store(path, climbing(with_operations(_rebuild_and_fail)))
    assert state_of(path) == before
    store = cases.Cases(path)
    assert store.load("workshop") == WORKSHOP
    store.close()


def test_that_the_steps_before_a_failing_one_stay_taken(path: Path) -> None:
    good, bad = with_operations(_add_column), with_operations(_rebuild_and_fail)
    with pytest.raises(Exception, match="no_such_table"):
        open_store(path, climbing(good, bad))
    schema, version, _rows = state_of(path)
    assert version == cases.SCHEMA.version + 1
    assert "homepage" in schema["companies"]
    assert "title" not in schema["roles"]


def test_that_a_step_that_leaves_rows_referring_to_nothing_is_rolled_back(path: Path) -> None:
    before = state_of(path)
    with pytest.raises(RuntimeError, match="refer to nothing"):
        open_store(path, climbing(with_operations(_orphan)))
    assert state_of(path) == before


def test_that_a_file_is_copied_before_its_schema_changes(path: Path) -> None:
    before = state_of(path)
    open_store(path, climbing(with_operations(_add_column))).close()
    [copy] = DataFolder(path.parent).backups.iterdir()
    assert copy.name == f"cases-version-{cases.SCHEMA.version}.sqlite"
    assert state_of(copy) == before
    store = cases.Cases(copy)
    assert store.load("workshop") == WORKSHOP
    store.close()


def test_that_no_step_is_taken_when_the_copy_cannot_be_made(path: Path) -> None:
    before = state_of(path)
    DataFolder(path.parent).backups.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(UserError, match="cannot be opened"):
        open_store(path, climbing(with_operations(_add_column)))
    assert state_of(path) == before


def test_that_a_step_another_program_took_meanwhile_is_not_taken_again(path: Path) -> None:
    taken: list[str] = []

    def step(who: str, then: Callable[[], None] = lambda: None) -> Step:
        def run(connection: Any) -> None:
            taken.append(who)
            connection.exec_driver_sql("ALTER TABLE roles ADD COLUMN extra")

        then()
        return run

    def other_first() -> Sequence[Step]:
        open_store(path, climbing(step("other"))).close()
        return (*CASES, step("we"))

    open_store(path, replace(climbing(step("we")), steps=other_first)).close()
    assert taken == ["other"]


def test_that_alembic_is_loaded_for_a_file_that_is_behind_and_only_then(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from app.store import cases, library
folder = Path(sys.argv[1])
for _ in range(2):  # made, and opened again
    cases.Cases(folder / "cases.sqlite").close()
    library.Library(folder / "library.sqlite").close()
print("alembic" in sys.modules)
cases.SCHEMA.steps()
print("alembic" in sys.modules)
"""
    command = [sys.executable, "-c", code, str(tmp_path)]
    said = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
    assert said.split() == ["False", "True"]


def test_that_a_file_of_a_newer_program_is_refused_in_words_and_left_alone(path: Path) -> None:
    newer = climbing(with_operations(_add_column))
    open_store(path, newer).close()
    before = state_of(path)
    with pytest.raises(UserError, match=r"cases\.sqlite was saved by a newer Kartturi\. Update this program"):
        cases.Cases(path)
    assert state_of(path) == before
    database = open_store(path, newer)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM mappings").scalar() == 1
    database.close()


@pytest.mark.parametrize("version", range(1, cases.SCHEMA.version))
def test_that_an_old_store_of_cases_opens_with_all_that_was_in_it(tmp_path: Path, version: int) -> None:
    file = DataFolder(tmp_path).cases
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript((FILES / f"cases-{version}.sql").read_text(encoding="utf-8"))
    store = cases.Cases(file)
    assert store.load(WORKSHOP.key) == WORKSHOP
    store.put(WORKSHOP.key, replace(SAID, level=0))
    assert store.undo(WORKSHOP.key)
    assert store.load(WORKSHOP.key).assessments == (SAID,)
    store.close()


def test_that_what_was_done_under_version_2_is_still_told_and_done_again(tmp_path: Path) -> None:
    file = DataFolder(tmp_path).cases
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript((FILES / "cases-2.sql").read_text(encoding="utf-8"))
    store = cases.Cases(file)
    changed = replace(COURSE, what="Controls, first part")
    assert [(p.act, p.before, p.after) for p in store.past(WORKSHOP.key, COURSE)] == [
        ("done", COURSE, changed),
        ("undone", changed, COURSE),
    ]
    store.redo(WORKSHOP.key)
    assert store.load(WORKSHOP.key).measures[0] == changed
    assert [signal.what for signal in store.signals()] == ["Welders"]
    store.close()
