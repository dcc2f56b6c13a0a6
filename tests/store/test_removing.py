"""What is removed is gone to the last byte: from the file, its log and every copy (PRIV-4)."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from app.errors import UserError
from app.mapping.model import Mapping
from app.paths import DataFolder
from app.store.backup import backup, backups, forget
from app.store.case_items import remove_mapping
from app.store.cases import SCHEMA, Cases
from app.store.database import open_store
from app.texts import Text
from tests.store.conftest import Clock, kept_in
from tests.store.samples import AINO, COMPANY, COURSE, HOT_WORK, MILLING, OTHER, SAID, WORKSHOP

SECRETS = ("Ainokainen", "Zetatyö", "kipeä selkä", "0400-123456", "Oma syy", "Koneistuksen salaisuus")


@pytest.fixture
def secret() -> Mapping:
    """The workshop with words that stand nowhere else."""
    person = replace(AINO, display_name=SECRETS[0])
    need = replace(MILLING, name=Text(fi=SECRETS[5]))
    return replace(
        WORKSHOP,
        company=replace(COMPANY, name=SECRETS[1], contact=SECRETS[3]),
        people=(person, *WORKSHOP.people[1:]),
        needs=(need, *WORKSHOP.needs[1:]),
        assessments=(replace(SAID, note=SECRETS[2] * 300),),
        agreed=(replace(WORKSHOP.agreed[0], reason=SECRETS[4]),),
        measures=(replace(COURSE, responsible=SECRETS[0]), WORKSHOP.measures[1]),
    )


def traces(folder: DataFolder) -> set[tuple[str, str]]:
    """Files of any kind in which a secret is left, with the secret."""
    files = [p for p in folder.root.rglob("*") if p.is_file()]
    return {(p.name, word) for p in files for word in SECRETS if word.encode() in p.read_bytes()}


@pytest.fixture
def everywhere(folder: DataFolder, secret: Mapping, clock: Clock) -> Iterator[Cases]:
    """A store in use with the secret mapping in the file, the log, and each kind of copy."""
    cases = Cases(folder.cases, clock=clock)
    cases.add(OTHER)
    cases.add(secret)
    for number in range(40):  # edits leave their earlier values behind, in the file or in the log
        cases.put(secret.key, replace(secret.assessments[0], note=f"{SECRETS[2]} {number}" * 20))
    cases.drop(secret.key, SAID)
    cases.put(secret.key, secret.assessments[0])
    backup(folder.cases, folder.backups, clock.later())
    backup(folder.cases, folder.backups, clock.later())
    shutil.copyfile(folder.cases, folder.backups / "cases-replaced-20260101-000000-000000.sqlite")
    shutil.copyfile(f"{folder.cases}-wal", folder.backups / "cases-replaced-20260101-000000-000000.sqlite-wal")
    backup(folder.cases, folder.root, clock.now).rename(folder.backups / "cases-version-1.sqlite")
    yield cases
    cases.close()


def test_that_a_store_that_may_only_be_read_keeps_its_copies(folder: DataFolder, everywhere: Cases) -> None:
    """What is here stays, so its copies must stay, too."""
    before = {copy: copy.read_bytes() for copy in folder.backups.iterdir()}
    reader = Cases(folder.cases, read_only=True)
    erasures: tuple[Callable[[], None], ...] = (
        lambda: reader.remove("workshop"),
        lambda: reader.erase_person("workshop", AINO.key),
        lambda: reader.drop_signal("signal"),
    )
    for erase in erasures:
        with pytest.raises(UserError, match="open in another window"):
            erase()
    reader.close()
    assert {copy: copy.read_bytes() for copy in folder.backups.iterdir()} == before


def test_that_no_byte_of_a_removed_mapping_is_left_anywhere(folder: DataFolder, everywhere: Cases) -> None:
    assert len({name for name, _ in traces(folder)}) >= 5
    everywhere.remove("workshop")
    assert traces(folder) == set()
    everywhere.close()
    assert traces(folder) == set()


def test_that_other_mappings_stay_in_the_store_and_in_every_copy(folder: DataFolder, everywhere: Cases) -> None:
    everywhere.remove("workshop")
    assert everywhere.load("other") == OTHER
    copies = list(folder.backups.glob("*.sqlite"))
    assert len(copies) == 4
    for copy in copies:
        assert kept_in(copy) == ["other"]


def test_that_what_another_program_deleted_without_overwriting_it_goes_too(
    folder: DataFolder, everywhere: Cases
) -> None:
    files = [folder.cases, *folder.backups.glob("cases-*.sqlite")]
    for file in files:
        with closing(sqlite3.connect(file)) as careless:
            careless.execute("PRAGMA secure_delete = OFF")
            careless.execute("DELETE FROM assessments")
            careless.commit()
            careless.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert {file.name for file in files} <= {name for name, word in traces(folder) if word == SECRETS[2]}
    everywhere.remove("workshop")
    assert traces(folder) == set()


def test_that_a_damaged_copy_goes_whole(folder: DataFolder, everywhere: Cases) -> None:
    [newest, *_] = backups(folder.cases, folder.backups)
    newest.write_bytes(newest.read_bytes()[:4096] + SECRETS[0].encode() * 1000)
    everywhere.remove("workshop")
    assert not newest.exists()
    assert traces(folder) == set()


def test_that_what_an_interrupted_copy_left_goes_too(folder: DataFolder, everywhere: Cases) -> None:
    [newest, *_] = backups(folder.cases, folder.backups)
    for left in (newest.with_name(f"{newest.name}.part"), folder.root / "cases.sqlite.restored.part"):
        shutil.copyfile(newest, left)
        shutil.copyfile(newest, f"{left}-journal")
    shutil.copyfile(newest, folder.root / "cases.sqlite.restored")
    everywhere.remove("workshop")
    assert traces(folder) == set()


def test_that_a_mapping_stays_whole_when_a_copy_cannot_be_cleared(folder: DataFolder, everywhere: Cases) -> None:
    [newest, *_] = backups(folder.cases, folder.backups)
    newest.unlink()
    newest.mkdir()  # nobody can write here
    before = everywhere.load("workshop")
    with pytest.raises(UserError, match=newest.name):
        everywhere.remove("workshop")
    assert everywhere.load("workshop") == before


def test_that_a_company_mapped_twice_is_forgotten_with_its_last_mapping(
    folder: DataFolder, everywhere: Cases, secret: Mapping
) -> None:
    everywhere.add(
        replace(
            secret,
            key="again",
            people=(),
            assessments=(),
            cards=(),
            measures=(),
            needs=(),
            roles=(),
            level_counts=(),
            agreed=(),
        )
    )
    everywhere.remove("workshop")
    assert {word for _, word in traces(folder)} == {SECRETS[1], SECRETS[3]}
    everywhere.remove("again")
    assert traces(folder) == set()


def test_that_removing_while_somebody_reads_leaves_no_trace_unsaid(folder: DataFolder, everywhere: Cases) -> None:
    with everywhere._database.reading() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 1")  # the pool has this one connection
    reader = open_store(folder.cases, SCHEMA)
    with reader.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM mappings").scalar()
        with pytest.raises(UserError, match="is in use elsewhere"):
            everywhere.remove("workshop")
    assert [s.key for s in everywhere.summaries()] == ["other"]
    reader.close()
    everywhere.close()
    assert traces(folder) == set()


def test_that_no_byte_of_an_erased_person_is_left_anywhere(folder: DataFolder, everywhere: Cases) -> None:
    everywhere.put("workshop", replace(HOT_WORK, person_key="aino", name=Text(fi=SECRETS[5])))
    everywhere.undo("workshop")
    everywhere.erase_person("workshop", "aino")
    everywhere.close()
    personal = {SECRETS[0], SECRETS[2]}  # the name, also where a measure named it, and the words of the note
    assert {word for _, word in traces(folder)} == {*SECRETS} - personal


def test_that_the_rest_of_the_mapping_stays_when_a_person_is_erased(folder: DataFolder, everywhere: Cases) -> None:
    before = everywhere.load("workshop")
    everywhere.erase_person("workshop", "aino")
    after = everywhere.load("workshop")
    assert [person.key for person in after.people] == ["veera", "pekka"]
    assert (after.needs, after.agreed, after.cards) == (before.needs, before.agreed, before.cards)
    assert [role.head_count for role in after.roles] == [2, 1]
    for copy in folder.backups.glob("*.sqlite"):
        assert kept_in(copy) == ["other", "workshop"]


def test_that_forgetting_what_no_copy_holds_changes_none(folder: DataFolder, everywhere: Cases) -> None:
    forget(folder.cases, folder.backups, lambda connection: remove_mapping(connection, "no such mapping"))
    for copy in backups(folder.cases, folder.backups):
        assert kept_in(copy) == ["other", "workshop"]
