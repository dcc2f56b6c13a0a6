"""A person is erased from all that was ever written, and nobody else with them (brief, 9.3, 9.5; PRIV-4)."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.mapping.answers import Answer
from app.mapping.followups import planned
from app.mapping.forgetting import masking, traces, without_person
from app.mapping.model import Assessor, Mapping, Person
from app.mapping.referral_made import Referral
from app.mapping.scenario import PersonLeaves, Scenario
from app.mapping.signal import Signal
from app.mapping.told import ChangeDriver, Told
from app.mapping.versions import Approval, Frozen, Version
from app.paths import DataFolder
from app.store.backup import backup
from app.store.cases import SCHEMA, Cases
from app.texts import Text
from tests.store.conftest import Clock
from tests.store.samples import AINO, COMPANY, COURSE, HOT_WORK, PEKKA, SAID, WORKSHOP
from tests.store.strategies import mappings

FILES = Path(__file__).parents[1] / "files"
KEY = WORKSHOP.key
DAY = date(2026, 11, 23)
NAME = "Ainokaisa"
WRITTEN = f"Kun {NAME} osaa, {NAME} opettaa"
LEFT = "Kun \N{EM DASH} osaa, \N{EM DASH} opettaa"
REFERRED = Referral(to=WRITTEN, sends=WRITTEN, consent_by=NAME, consent_on=DAY)
COURSE_OF_ALL = replace(
    COURSE, what=WRITTEN, responsible=NAME, success_sign=WRITTEN, funding_route=WRITTEN, why=WRITTEN, referral=REFERRED
)
OF_PEKKA = replace(SAID, person_key="pekka", note=WRITTEN)
EVERYWHERE = replace(
    WORKSHOP,
    goal=WRITTEN,
    next_meeting_note=WRITTEN,
    people=(replace(AINO, display_name=NAME), *WORKSHOP.people[1:]),
    assessments=(replace(SAID, note=WRITTEN), OF_PEKKA),
    cards=(HOT_WORK, replace(HOT_WORK, key="hers", person_key="aino")),
    agreed=(replace(WORKSHOP.agreed[0], reason=WRITTEN),),
    measures=(COURSE_OF_ALL, replace(COURSE_OF_ALL, key="renew", for_key="hers", position=2)),
    answers=(Answer("C3", (), (WRITTEN,)), Answer("K4e", (), (NAME,))),
)
PLAN = Frozen(replace(EVERYWHERE, changed=None), "1", "1.0", Told(drivers=(ChangeDriver("c", Text(), WRITTEN),)))


@pytest.fixture
def cases(tmp_path: Path, clock: Clock) -> Iterator[Cases]:
    """A store with the name in everything that can be written, in versions, undone steps, copies and signals."""
    folder = DataFolder(tmp_path)
    cases = Cases(folder.cases, clock=clock)
    cases.add(EVERYWHERE)
    cases.put(KEY, replace(COURSE_OF_ALL, what=f"{NAME}, aiemmin"), replace(PEKKA, position=7))
    cases.keep_scenario(KEY, Scenario("s", f"{NAME} leaves", DAY, (PersonLeaves("aino"),)))
    cases.keep_scenario(KEY, Scenario("t", f"Without {NAME}", DAY, (PersonLeaves("veera"),)))
    cases.approve(
        KEY,
        Version(Approval(1, DAY, NAME, WRITTEN, "digest"), PLAN),
        put=[replace(one, notes=WRITTEN) for one in planned(1, DAY)],
    )
    cases.put(KEY, replace(COURSE_OF_ALL, why=f"siksi että {NAME}"))
    cases.undo(KEY)
    cases.put_signal(Signal("signal", DAY, f"{NAME} kysyi hitsaajia"))
    backup(folder.cases, folder.backups, clock.later())
    yield cases
    cases.close()


def test_that_no_byte_of_the_name_is_left_in_texts_versions_journal_copies_or_signals(
    tmp_path: Path, cases: Cases
) -> None:
    holding = [p for p in tmp_path.rglob("*") if p.is_file() and NAME.encode() in p.read_bytes()]
    assert len(holding) >= 2
    cases.erase_person(KEY, "aino")
    cases.close()
    files = [p for p in tmp_path.rglob("*.sqlite") if p.is_file()]
    assert len(files) == 2
    assert [p.name for p in tmp_path.rglob("*") if p.is_file() and NAME.encode() in p.read_bytes()] == []


@pytest.mark.parametrize("version", range(1, SCHEMA.version))
def test_that_a_copy_of_an_earlier_version_is_cleared_too(tmp_path: Path, version: int) -> None:
    folder = DataFolder(tmp_path)
    store = Cases(folder.cases)
    store.add(WORKSHOP)
    folder.backups.mkdir()
    copy = folder.backups / f"cases-version-{version}.sqlite"
    with closing(sqlite3.connect(copy)) as connection:
        connection.executescript((FILES / f"cases-{version}.sql").read_text(encoding="utf-8"))
        connection.execute("UPDATE mappings SET goal = 'Aino teaches' WHERE key = 'workshop'")
        connection.commit()
    store.erase_person(KEY, "aino")
    store.close()
    assert b"\xe2\x80\x94 teaches" in copy.read_bytes()
    assert b"Aino" not in copy.read_bytes()


def test_that_everything_else_stays_as_it_was_written(cases: Cases) -> None:
    cases.erase_person(KEY, "aino")
    mapping, [goal] = cases.load(KEY), {LEFT}
    assert (mapping.goal, mapping.agreed[0].reason, mapping.answers[0].value) == (goal, goal, (goal,))
    assert mapping.answers[1].value == ("\N{EM DASH}",)  # an answer stays an answer
    assert [(a.person_key, a.note) for a in mapping.assessments] == [("pekka", LEFT)]
    [course] = mapping.measures
    assert (course.success_sign, course.responsible) == (LEFT, "")
    assert course.referral == replace(REFERRED, to=LEFT, sends=LEFT, consent_by="")
    assert {f.notes for f in cases.follow_ups(KEY)} == {LEFT}
    assert [s.what for s in cases.signals()] == ["\N{EM DASH} kysyi hitsaajia"]
    assert [(s.key, s.name) for s in cases.scenarios(KEY)] == [("t", "Without \N{EM DASH}")]


def test_that_a_version_says_that_it_was_changed_by_erasing_and_stays_readable(cases: Cases) -> None:
    cases.erase_person(KEY, "aino")
    version = cases.version(KEY, 1)
    assert version.approval == Approval(1, DAY, "", LEFT, "", erased_on=date(2026, 11, 23))
    assert [p.key for p in version.frozen.mapping.people] == ["veera", "pekka"]
    assert version.frozen.mapping.roles[0].head_count == WORKSHOP.roles[0].head_count - 1
    assert version.frozen.told.drivers[0].demand == LEFT


def test_that_a_version_in_which_the_person_has_no_part_is_not_touched(cases: Cases) -> None:
    cases.put(KEY, Person("new", "welder", "H9", "Uusi"))
    before = cases.version(KEY, 1)
    cases.erase_person(KEY, "new")
    assert cases.version(KEY, 1) == before


def test_that_steps_are_still_taken_back_and_done_again_after_erasing(cases: Cases) -> None:
    cases.erase_person(KEY, "aino")
    assert cases.redo(KEY)
    assert cases.load(KEY).measures[0].why == "siksi että \N{EM DASH}"
    assert cases.undo(KEY)
    assert cases.load(KEY).measures[0].why == LEFT


def test_that_a_name_that_somebody_else_bears_is_left_where_it_stands(cases: Cases) -> None:
    cases.put(KEY, replace(PEKKA, display_name=f"{NAME} Virtanen"))
    cases.erase_person(KEY, "aino")
    assert cases.load(KEY).goal == WRITTEN
    cases.erase_person(KEY, "pekka", also=[NAME])
    assert cases.load(KEY).goal == LEFT


def test_that_a_namesake_in_another_company_keeps_the_signals_as_they_are(cases: Cases) -> None:
    roles = WORKSHOP.roles
    cases.add(Mapping("other", replace(COMPANY, key="other"), roles=roles, people=(replace(AINO, display_name=NAME),)))
    cases.erase_person(KEY, "aino")
    assert [s.what for s in cases.signals()] == [f"{NAME} kysyi hitsaajia"]


def test_that_an_earlier_name_goes_too(cases: Cases) -> None:
    cases.put(KEY, replace(AINO, display_name="Toinen"))
    cases.erase_person(KEY, "aino")
    assert cases.load(KEY).goal == LEFT


@given(mapping=mappings(), data=st.data())
@settings(max_examples=8)
def test_that_the_store_erases_what_the_domain_says(mapping: Mapping, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cases = Cases(Path(folder) / "cases.sqlite")
        cases.add(mapping)
        person = data.draw(st.sampled_from([*mapping.people, Person("nobody", "", "")]))
        others = [p.display_name for p in mapping.people if p.key != person.key]
        cases.erase_person(mapping.key, person.key)
        found = cases.load(mapping.key)
        cases.close()
    known = mapping.people and person in mapping.people
    called = traces([person.display_name], [person.code], others) if known else traces([], [], others)
    expected = without_person(mapping, person.key, masking(called))
    assert repr(replace(found, changed=None)) == repr(replace(expected, changed=None))


def test_that_levels_said_by_anybody_of_the_person_go_and_those_of_others_stay(cases: Cases) -> None:
    cases.put(KEY, replace(SAID, assessor=Assessor.SELF), replace(OF_PEKKA, assessor=Assessor.SELF))
    cases.erase_person(KEY, "aino")
    assert {(a.person_key, a.assessor) for a in cases.load(KEY).assessments} == {
        ("pekka", Assessor.SELF),
        ("pekka", Assessor.SUPERVISOR),
    }
