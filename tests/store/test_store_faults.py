"""Whatever is wrong with a file is told in words a person can act on, and loses nothing."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from app.errors import UserError
from app.mapping.model import Mapping, Role
from app.store.backup import backup
from app.store.cases import SCHEMA, Cases
from app.store.database import open_copy, open_store
from app.store.faults import DamagedError, in_words
from app.store.library import Library
from tests.store.conftest import Clock
from tests.store.samples import COMPANY, SAID, WORKSHOP

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with a workshop and enough around it to be cut and bitten, closed."""
    file = tmp_path / "cases.sqlite"
    cases = Cases(file)
    cases.add(WORKSHOP)
    cases.add(Mapping("large", COMPANY, roles=tuple(Role(f"r{n}", "x" * 300) for n in range(120))))
    cases.close()
    return file


def refusal(path: Path) -> str:
    """The sentence with which a file is refused; the file must be the same to the byte afterwards."""
    before = path.read_bytes()
    with pytest.raises(UserError) as raised:
        Cases(path)
    assert path.read_bytes() == before
    return str(raised.value)


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")


def _foreign_with_a_version(path: Path) -> None:
    _foreign(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")


def _without_a_version(path: Path) -> None:
    _foreign(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {SCHEMA.application_id}")


def _library(path: Path) -> None:
    Library(path).close()


@pytest.mark.parametrize("make", [_foreign, _foreign_with_a_version, _without_a_version, _library])
def test_that_a_database_of_another_kind_is_refused(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "cases.sqlite")
    assert refusal(tmp_path / "cases.sqlite") == (
        "cases.sqlite is no file of Kartturi, or not the one that belongs here. It was left as it is: choose another "
        "data folder, or move the file away."
    )


def test_that_a_text_file_is_refused_as_damaged(tmp_path: Path) -> None:
    file = tmp_path / "cases.sqlite"
    file.write_text("Name;Level\n" * 500, encoding="utf-8")
    assert (
        refusal(file) == f"cases.sqlite in {tmp_path} is damaged and was left as it is. Restore a backup in its place."
    )


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_that_a_file_cut_short_is_refused_as_damaged(path: Path, share: float) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert "is damaged and was left as it is" in refusal(path)


def test_that_a_file_with_bytes_overwritten_anywhere_is_refused_as_damaged(path: Path) -> None:
    whole = path.read_bytes()
    pages = len(whole) // 4096
    for page in range(1, pages):
        path.write_bytes(whole[: page * 4096] + b"\xff" * 4096 + whole[(page + 1) * 4096 :])
        assert "is damaged and was left as it is" in refusal(path)
    path.write_bytes(whole)
    Cases(path).close()


def test_that_damage_met_while_working_is_told_too(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * (path.stat().st_size - 4096))
    database = open_copy(path)
    with pytest.raises(DamagedError), database.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM companies")
    database.close()


def test_that_a_store_that_another_program_keeps_to_itself_is_refused_as_in_use(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError, match=r"cases\.sqlite in .* is in use by another program\. Close the other"):
            open_store(path, SCHEMA, patience=0.01)
        other.execute("ROLLBACK")
    cases = Cases(path)
    assert cases.load("workshop") == WORKSHOP
    cases.close()


def test_that_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cases.sqlite").mkdir()
    with pytest.raises(UserError, match=r"cases\.sqlite in .* cannot be opened\. Check that the folder exists"):
        Cases(tmp_path / "cases.sqlite")


def test_that_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be opened"):
        Cases(tmp_path / "no such folder" / "cases.sqlite")


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Permissions hold for everybody but the superuser, whom tests in a container may run as."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


@contextmanager
def permissions(path: Path, mode: int) -> Iterator[None]:
    """The permissions of a file or folder for a while; the way to it is open to everybody."""
    was = path.stat().st_mode
    path.chmod(mode)
    try:
        yield
    finally:
        path.chmod(was)


@pytest.fixture
def open_to_all(path: Path) -> Iterator[Path]:
    """The store, where an ordinary user gets to it."""
    folders = [f for f in path.parents if f.stat().st_uid == os.geteuid() and not f.stat().st_mode & 0o001]
    for folder in folders:
        folder.chmod(folder.stat().st_mode | 0o011)
    yield path
    for folder in folders:
        folder.chmod(folder.stat().st_mode & ~0o011)


def test_that_a_file_that_may_only_be_read_takes_no_change_and_says_so(open_to_all: Path) -> None:
    with permissions(open_to_all.parent, 0o777), permissions(open_to_all, 0o444), ordinary_user():
        cases = Cases(open_to_all)
        assert cases.load("workshop") == WORKSHOP
        with pytest.raises(UserError, match=r"cannot be written\. Choose a data folder where you may save files"):
            cases.put("workshop", SAID)
        assert cases.load("workshop") == WORKSHOP
        cases.close()


def test_that_a_file_that_may_not_be_read_is_refused(open_to_all: Path) -> None:
    with permissions(open_to_all, 0o000), ordinary_user(), pytest.raises(UserError, match="cannot be opened"):
        Cases(open_to_all)


def test_that_a_folder_where_nothing_may_be_made_is_refused(open_to_all: Path) -> None:
    with permissions(open_to_all.parent, 0o555), ordinary_user():
        with pytest.raises(UserError, match="cannot be opened"):
            Cases(open_to_all.parent / "new.sqlite")
        with pytest.raises(UserError, match="cannot be written"):
            Cases(open_to_all)  # the log would lie beside it


def test_that_a_backup_into_a_folder_where_nothing_may_be_made_says_so(open_to_all: Path, clock: Clock) -> None:
    with permissions(open_to_all.parent, 0o555), ordinary_user(), pytest.raises(UserError, match="cannot be"):
        backup(open_to_all, open_to_all.parent / "backups", clock.now)


def test_that_an_answer_the_disk_has_no_room_for_is_told_and_loses_nothing(path: Path) -> None:
    cases = Cases(path)
    with cases._database.engine.connect() as connection:  # the pool has this one connection
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError, match=r"The disk of .* is full\. Nothing was lost; free some space and try again"):
        cases.put("workshop", replace(SAID, note="x" * 20_000))
    assert cases.load("workshop").assessments == (SAID,)
    cases.close()
    cases = Cases(path)
    cases.put("workshop", replace(SAID, note="x" * 20_000))
    assert cases.load("workshop").assessments == (replace(SAID, note="x" * 20_000),)
    cases.close()


FILLING = """
import resource, sys
from dataclasses import replace
from pathlib import Path
from app.errors import UserError
from app.store.cases import Cases
from tests.store.samples import SAID
cases = Cases(Path(sys.argv[1]))
room = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
for number in range(1000):
    try:
        cases.put("workshop", replace(SAID, note=f"{number} " + "x" * 10_000))
    except UserError as error:
        print(error)
        break
    print(number, flush=True)
"""


def test_that_a_file_that_can_grow_no_more_keeps_what_it_said_it_had(path: Path) -> None:
    command = [sys.executable, "-c", FILLING, str(path), str(path.stat().st_size + 300_000)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    *saved, told = done.stdout.splitlines()
    assert told == f"The disk of {path.parent} does not answer as it should. Check that it is connected and try again."
    cases = Cases(path)
    [answer] = cases.load("workshop").assessments
    cases.close()
    assert answer.note.split()[0] == saved[-1]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EACCES, "cannot be written"),
        (errno.EROFS, "cannot be written"),
        (errno.EIO, "cannot be opened"),
    ],
)
def test_that_what_the_system_refuses_is_told(tmp_path: Path, code: int, words: str) -> None:
    with pytest.raises(UserError, match=words), in_words(tmp_path / "cases.sqlite"):
        raise OSError(code, os.strerror(code))


def test_that_our_own_mistakes_pass_as_they_are(tmp_path: Path) -> None:
    cases = Cases(tmp_path / "cases.sqlite")
    with pytest.raises(OperationalError, match="syntax error"), cases._database.reading() as connection:
        connection.exec_driver_sql("SELEKT 1")
    cases.close()
