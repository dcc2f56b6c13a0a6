"""Copies of a store: whole, few, and taken back when asked."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from app.errors import UserError
from app.mapping.model import Role
from app.paths import DataFolder
from app.store.backup import backup, backups, restore
from app.store.cases import SCHEMA, Cases
from app.store.database import open_store
from app.store.library import Library
from tests.store.conftest import Clock, kept_in
from tests.store.samples import OTHER, SAID, WORKSHOP


def test_that_a_backup_holds_the_last_answer_of_a_store_in_use(cases: Cases, folder: DataFolder, clock: Clock) -> None:
    cases.add(WORKSHOP)
    cases.put("workshop", replace(SAID, level=4))
    copy = backup(folder.cases, folder.backups, clock.now)
    store = Cases(copy)
    assert store.load("workshop").assessments == (replace(SAID, level=4),)
    store.close()


def test_that_a_plain_copy_of_a_store_in_use_lacks_what_the_backup_holds(cases: Cases, folder: DataFolder) -> None:
    cases.add(WORKSHOP)
    plain = shutil.copyfile(folder.cases, folder.root / "plain.sqlite")
    with pytest.raises(sqlite3.OperationalError, match="no such table"):  # all of it is still in the log
        kept_in(plain)


def test_that_a_backup_is_named_after_its_moment_in_utc(cases: Cases, folder: DataFolder) -> None:
    helsinki = datetime(2026, 11, 23, 10, 15, 0, 7, tzinfo=timezone(timedelta(hours=2)))
    assert backup(folder.cases, folder.backups, helsinki).name == "cases-20261123-081500-000007.sqlite"


def test_that_the_oldest_backups_make_room(cases: Cases, folder: DataFolder, clock: Clock) -> None:
    made = [backup(folder.cases, folder.backups, clock.later(), keep=3) for _ in range(5)]
    assert backups(folder.cases, folder.backups) == tuple(reversed(made[-3:]))
    assert set(folder.backups.iterdir()) == set(made[-3:])


def test_that_only_copies_made_for_their_moment_are_thinned_out(cases: Cases, folder: DataFolder, clock: Clock) -> None:
    folder.backups.mkdir()
    others = ["cases-version-1.sqlite", "cases-replaced-20200101-000000-000000.sqlite", "library-x.sqlite", "notes.txt"]
    for name in others:
        (folder.backups / name).touch()
    made = [backup(folder.cases, folder.backups, clock.later(), keep=1) for _ in range(3)]
    assert {p.name for p in folder.backups.iterdir()} == {*others, made[-1].name}


def test_that_a_backup_of_nothing_says_what_is_missing_and_makes_nothing(folder: DataFolder, clock: Clock) -> None:
    with pytest.raises(UserError, match=r"^cases\.sqlite in .* cannot be opened"):
        backup(folder.cases, folder.backups, clock.now)
    assert not folder.cases.exists()
    assert backups(folder.cases, folder.backups) == ()


def test_that_a_failed_backup_leaves_no_half_copy(cases: Cases, folder: DataFolder, clock: Clock) -> None:
    folder.backups.mkdir()
    target = folder.backups / "cases-20261123-081500-000000.sqlite"
    (target / "in the way").mkdir(parents=True)
    with pytest.raises(UserError, match="cannot be opened"):
        backup(folder.cases, folder.backups, clock.now)
    assert list(folder.backups.iterdir()) == [target]


# Taking a copy back.


@pytest.fixture
def copy(folder: DataFolder, clock: Clock) -> Path:
    """A backup of a store that went on: the workshop is in both, another company only in the later store."""
    cases = Cases(folder.cases, clock=clock)
    cases.add(WORKSHOP)
    made = backup(folder.cases, folder.backups, clock.now)
    cases.add(OTHER)
    cases.close()
    return made


def test_that_a_restored_copy_is_what_it_was_and_what_it_replaced_is_kept(
    folder: DataFolder, copy: Path, clock: Clock
) -> None:
    replaced = restore(copy, folder.cases, SCHEMA, clock.later())
    assert kept_in(folder.cases) == ["workshop"]
    assert kept_in(replaced) == ["other", "workshop"]
    assert kept_in(copy) == ["workshop"]
    cases = Cases(folder.cases)
    assert cases.load("workshop") == WORKSHOP
    cases.close()
    assert {p.name for p in folder.root.iterdir()} == {"cases.sqlite", "backups"}


def test_that_the_log_of_a_store_that_was_killed_goes_with_it_and_not_into_the_copy(
    folder: DataFolder, copy: Path, clock: Clock
) -> None:
    killed = Cases(folder.cases)
    killed.put("workshop", Role("late", "Late"))  # it is only in the log
    crashed = DataFolder(folder.root / "crashed")
    shutil.copytree(folder.root, crashed.root, ignore=shutil.ignore_patterns("crashed"))
    killed.close()
    replaced = restore(crashed.backups / copy.name, crashed.cases, SCHEMA, clock.later())
    for file, roles in ((crashed.cases, 2), (replaced, 3)):
        store = Cases(file)
        assert len(store.load("workshop").roles) == roles
        store.close()


def test_that_a_copy_takes_the_place_of_a_damaged_store_which_is_kept(
    folder: DataFolder, copy: Path, clock: Clock
) -> None:
    folder.cases.write_bytes(b"\xff" * 5000)
    replaced = restore(copy, folder.cases, SCHEMA, clock.later())
    assert replaced.read_bytes() == b"\xff" * 5000
    assert kept_in(folder.cases) == ["workshop"]


def test_that_a_copy_takes_the_place_of_a_store_that_is_gone(folder: DataFolder, copy: Path, clock: Clock) -> None:
    folder.cases.unlink()
    replaced = restore(copy, folder.cases, SCHEMA, clock.later())
    assert not replaced.exists()
    assert kept_in(folder.cases) == ["workshop"]


def _missing(copy: Path) -> None:
    copy.unlink()


def _damaged(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:9000])


def _empty(copy: Path) -> None:
    copy.write_bytes(b"")


def _of_another_kind(copy: Path) -> None:
    copy.unlink()
    Library(copy).close()


def _newer(copy: Path) -> None:
    open_store(
        copy, replace(SCHEMA, version=SCHEMA.version + 1, steps=lambda: (lambda _: None,) * (SCHEMA.version + 1))
    ).close()


@pytest.mark.parametrize("spoil", [_missing, _damaged, _empty, _of_another_kind, _newer])
def test_that_a_copy_that_cannot_be_used_changes_nothing(
    folder: DataFolder, copy: Path, clock: Clock, spoil: object
) -> None:
    assert callable(spoil)
    spoil(copy)
    before = {p: p.read_bytes() for p in folder.root.rglob("*.sqlite*")}
    with pytest.raises(UserError, match=r"cannot be opened|is damaged|no file of Kartturi|newer Kartturi"):
        restore(copy, folder.cases, SCHEMA, clock.later())
    assert {p: p.read_bytes() for p in folder.root.rglob("*.sqlite*")} == before
