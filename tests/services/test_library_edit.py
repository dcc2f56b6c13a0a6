"""Copies of one's own in the library: corrected, never mixed up with the original; and versions in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import open_desk
from app.errors import UserError
from app.frameworks.model import Competence, Framework, Requirement, Unit
from app.paths import DataFolder
from app.services import library_edit, library_search
from app.services.desk import Desk
from app.services.library_compare import Row, compared
from app.services.library_edit import Words
from app.texts import Text

FIRST = Framework(
    key="eperusteet:1",
    kind="qualification",
    name=Text(fi="Perustutkinto", sv="Grundexamen"),
    code="351301",
    order_number="OPH-1-2020",
    valid_from=date(2020, 8, 1),
    units=(Unit("u1", "100", Text(fi="Hitsaus"), None, requirements=(Requirement("u1/1", Text(fi="hitsaa putken")),)),),
)
LATER = replace(FIRST, key="eperusteet:2", order_number="OPH-1-2027", valid_from=date(2027, 8, 1))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = open_desk(DataFolder(tmp_path), date(2026, 11, 23))
    for framework in (LATER, FIRST):
        desk.library.put_framework(framework)
    yield desk
    desk.close()


def orders(desk: Desk, key: str) -> list[str]:
    return [each.key for each in library_edit.versions(desk, key)]


def test_that_a_copy_says_in_each_language_of_the_original_that_it_is_one(desk: Desk) -> None:
    own = library_edit.copy(desk, FIRST.key)
    name = desk.library.framework(own).name
    assert own == "own:eperusteet:1"
    assert all(name.get(each) not in ("", FIRST.name.get(each)) for each in ("fi", "sv"))
    assert name.en == ""


def test_that_every_copy_has_a_key_of_its_own_and_knows_its_original(desk: Desk) -> None:
    keys = [library_edit.copy(desk, FIRST.key) for _ in range(2)]
    keys.append(library_edit.copy(desk, keys[0]))
    assert len({*keys}) == 3
    assert {library_edit.original_of(key) for key in keys} == {FIRST.key}
    assert library_edit.original_of("sector:machine") == "sector:machine"


def test_that_competences_of_two_copies_are_two_things(desk: Desk) -> None:
    one, other = (desk.library.framework(library_edit.copy(desk, "sector:machine")) for _ in range(2))
    assert not {each.key for each in one.competences} & {each.key for each in other.competences}
    assert [each.code for each in one.competences] == [each.code for each in other.competences]


def test_that_only_a_copy_can_be_corrected(desk: Desk) -> None:
    with pytest.raises(UserError):
        library_edit.correct(desk, FIRST.key, "u1", Words(Text(fi="Muu")))
    assert desk.library.framework(FIRST.key) == FIRST


def test_that_only_a_copy_can_be_removed(desk: Desk) -> None:
    own = library_edit.copy(desk, FIRST.key)
    with pytest.raises(UserError):
        library_edit.remove(desk, FIRST.key)
    library_edit.remove(desk, own)
    assert {each.key for each in desk.library.frameworks()} == {FIRST.key, LATER.key}


def test_that_one_statement_is_corrected_and_nothing_else(desk: Desk) -> None:
    own = library_edit.copy(desk, FIRST.key)
    before = desk.library.framework(own)
    library_edit.correct(desk, own, "u1/1", Words(Text(fi="hitsaa putkia")))
    before_and_after = compared(before, desk.library.framework(own))
    reworded = Row("reworded", Text(fi="hitsaa putken"), Text(fi="hitsaa putkia"), above=Text(fi="Hitsaus"))
    assert before_and_after == (reworded,)


def test_that_orders_of_a_qualification_stand_newest_first_with_their_copies(desk: Desk) -> None:
    own = library_edit.copy(desk, FIRST.key)
    assert orders(desk, FIRST.key)[0] == LATER.key
    assert {*orders(desk, FIRST.key)} == {FIRST.key, LATER.key, own}
    assert orders(desk, "digcomp") == ["digcomp"]
    assert orders(desk, "nothing") == []


def test_that_a_copy_never_counts_as_a_newer_version(desk: Desk) -> None:
    library_edit.copy(desk, LATER.key)
    every = library_edit.versions(desk, FIRST.key)
    mine = {each.key: each for each in every}
    found = library_edit.newer(mine[FIRST.key], every)
    assert found
    assert found.key == LATER.key
    assert library_edit.newer(mine[LATER.key], every) is None


def test_that_competences_are_compared_by_their_codes() -> None:
    anchors = tuple(Text(en=f"level {level}") for level in range(5))
    old = Framework(
        "own:x",
        "sector_profile",
        Text(en="Ours"),
        competences=(
            Competence("1", "A", Text(en="Welding"), anchors=anchors),
            Competence("2", "B", Text(en="Bending")),
            Competence("3", "C", Text(en="Cutting")),
        ),
    )
    told = (*anchors[:4], Text(en="teaches others"))
    new = replace(
        old,
        competences=(
            replace(old.competences[0], anchors=told),
            replace(old.competences[1], name=Text(en="Bending pipes")),
            Competence("4", "D", Text(en="Grinding")),
        ),
    )
    assert compared(old, new) == (
        Row("new", after=Text(en="Grinding"), code="D"),
        Row("gone", Text(en="Cutting"), code="C"),
        Row("reworded", Text(en="level 4"), Text(en="teaches others"), "A", Text(en="Welding")),
        Row("renamed", Text(en="Bending"), Text(en="Bending pipes"), "B"),
    )
    assert compared(old, old) == ()


def test_that_what_has_the_very_code_is_found_first_and_statements_after_what_has_a_name(desk: Desk) -> None:
    made = library_search.ready(desk)
    [first, *_] = library_search.find(made, "351301", 3)
    assert isinstance(first, library_search.Entry)
    assert first.framework.code == "351301"
    found = [each for each in library_search.find(made, "hitsaus", 20) if isinstance(each, library_search.Entry)]
    named = [bool(each.name) for each in found]
    assert named == sorted(named, reverse=True)
    assert {"u1", "u1/1"} <= {each.key for each in found}
