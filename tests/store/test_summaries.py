"""What the start screen says of each mapping is what one counts by hand."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.mapping.company import Company
from app.mapping.model import Assessment, Assessor, LevelCount, Mapping, PeopleMode
from app.store.cases import Cases, MappingSummary
from tests.store.samples import AINO, COMPANY, MILLING, PEKKA, SAID, WORKSHOP
from tests.store.strategies import mappings


def counted(mapping: Mapping) -> tuple[int, int]:
    """Cells, and those of them that are assessed, in plain Python."""
    heads = {role.key: role.head_count for role in mapping.roles}
    said = [a for a in mapping.assessments if a.level is not None or a.not_part_of_job]
    if mapping.people_mode is PeopleMode.ROLES_ONLY:
        levels = [(c.need_key, c.count) for c in mapping.level_counts if c.level is not None]
        known = [(heads[n.role_key], sum(count for key, count in levels if key == n.key)) for n in mapping.needs]
        return sum(of for of, _ in known), sum(min(pair) for pair in known)
    if mapping.people_mode is PeopleMode.OWNER:
        return len(mapping.needs), len({a.need_key for a in said if a.assessor is Assessor.OWNER})
    cells = {(p.key, n.key) for n in mapping.needs for p in mapping.people if p.role_key == n.role_key}
    return len(cells), len(cells & {(a.person_key, a.need_key) for a in said})


def summary(mapping: Mapping) -> MappingSummary:
    assert mapping.changed
    return MappingSummary(
        mapping.key,
        mapping.company.key,
        mapping.company.name,
        mapping.company.sector_words,
        mapping.company.municipality_name,
        mapping.mode,
        mapping.people_mode,
        mapping.document_language,
        mapping.changed,
        len(mapping.roles),
        len(mapping.needs),
        *counted(mapping),
        len(mapping.agreed),
        len(mapping.measures),
        mapping.example,
    )


@given(st.lists(mappings(12), min_size=1, max_size=3, unique_by=lambda mapping: mapping.key), st.data())
@settings(max_examples=20)
def test_that_summaries_count_what_is_there_in_each_people_mode(given_ones: list[Mapping], data: st.DataObject) -> None:
    own = [replace(m, company=replace(m.company, key=m.key)) for m in given_ones]
    with tempfile.TemporaryDirectory() as folder:
        cases = Cases(Path(folder) / "cases.sqlite")
        for mapping in own:
            cases.add(mapping)
        found = {s.key: s for s in cases.summaries()}
        cases.close()
    assert found == {mapping.key: summary(mapping) for mapping in own}


@pytest.mark.parametrize(
    ("mode", "cells", "assessed"),
    [
        (PeopleMode.NAMES, 3, 1),  # two machinists in milling, a welder in seams
        (PeopleMode.PSEUDONYMS, 3, 1),
        (PeopleMode.ROLES_ONLY, 4, 2),  # three heads and one; two of the three have a level
        (PeopleMode.OWNER, 2, 0),  # one row of the team in each need; the owner has said nothing
    ],
)
def test_that_cells_are_people_heads_or_team_rows(cases: Cases, mode: PeopleMode, cells: int, assessed: int) -> None:
    cases.add(replace(WORKSHOP, people_mode=mode))
    [found] = cases.summaries()
    assert (found.cells, found.assessed) == (cells, assessed)


@pytest.mark.parametrize("mode", PeopleMode)
def test_that_a_copy_with_the_same_items_is_counted_by_itself(cases: Cases, mode: PeopleMode) -> None:
    answered = replace(WORKSHOP, people_mode=mode, assessments=(SAID, replace(SAID, assessor=Assessor.OWNER)))
    copy = replace(answered, key="copy", assessments=(), level_counts=(), agreed=(), measures=())
    cases.add(answered)
    cases.add(copy)
    assert {s.key: s for s in cases.summaries()} == {"workshop": summary(answered), "copy": summary(copy)}
    assert counted(answered)[1] > counted(copy)[1] == 0


def test_that_not_assessed_is_missing_and_not_part_of_the_job_is_an_answer(cases: Cases) -> None:
    cases.add(WORKSHOP)
    cases.put(
        "workshop",
        Assessment(AINO.key, MILLING.key, Assessor.SUPERVISOR, level=None),
        Assessment(PEKKA.key, MILLING.key, Assessor.SELF, not_part_of_job=True),
        LevelCount(MILLING.key, 0, 0),
    )
    [found] = cases.summaries()
    assert found.assessed == 1


def test_that_more_levels_than_heads_in_one_need_make_up_for_nobody_in_another(cases: Cases) -> None:
    cases.add(replace(WORKSHOP, people_mode=PeopleMode.ROLES_ONLY))
    cases.put("workshop", LevelCount(MILLING.key, 3, 9))
    [found] = cases.summaries()
    assert (found.cells, found.assessed) == (4, 3)


def test_that_two_answers_on_one_person_are_one_assessed_cell(cases: Cases) -> None:
    cases.add(WORKSHOP)
    cases.put("workshop", replace(SAID, assessor=Assessor.SELF))
    assert [s.assessed for s in cases.summaries()] == [1]


def test_that_the_last_changed_comes_first_and_equals_by_key(cases: Cases) -> None:
    for key, day in (("b", 1), ("a", 1), ("c", 2)):
        cases.add(Mapping(key, COMPANY, changed=datetime(2026, 11, day, tzinfo=UTC)))
    assert [s.key for s in cases.summaries()] == ["c", "a", "b"]


def test_that_an_empty_store_and_an_empty_mapping_are_nothing_strange(cases: Cases) -> None:
    assert cases.summaries() == ()
    cases.add(Mapping("new", Company("c", "")))
    [found] = cases.summaries()
    assert (found.roles, found.needs, found.cells, found.assessed, found.agreed, found.measures) == (0, 0, 0, 0, 0, 0)
