"""What is approved stays as it was approved, and what is kept beside a mapping is taken back like an item of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.errors import UserError
from app.mapping.followups import Hindsight, planned
from app.mapping.scenario import CardLapses, Hired, PersonLeaves, Scenario, Trained
from app.mapping.versions import Approval, Frozen, Version
from app.store.cases import Cases
from tests.store.samples import COURSE, SAID, WORKSHOP

KEY = WORKSHOP.key
DAY = date(2026, 11, 23)
OLD_METHOD = replace(WORKSHOP, changed=None, method_version="0.9")
FIRST = Version(Approval(1, DAY, "owner", "As agreed", "abc"), Frozen(OLD_METHOD, "1.2.3", "0.9"))
SECOND = replace(FIRST, approval=replace(FIRST.approval, number=2))
THOUGHT = Scenario(
    "s", "Aino leaves", DAY, (PersonLeaves("aino"), Trained("pekka", "milling", 3), Hired("welder", (("seams", 2),)))
)


@pytest.fixture
def approved(cases: Cases) -> Cases:
    cases.add(WORKSHOP)
    cases.put(KEY, replace(COURSE, what="Controls and more"))
    cases.approve(KEY, FIRST, put=(*planned(1, DAY), replace(COURSE, decided_on=DAY)))
    return cases


def test_that_a_version_stays_what_it_was_whatever_becomes_of_the_mapping(approved: Cases) -> None:
    approved.drop(KEY, COURSE, WORKSHOP.roles[0])
    approved.put_head(replace(WORKSHOP, goal="Another one", method_version="2.0"))
    assert approved.version(KEY, 1) == FIRST
    assert approved.approvals(KEY) == (FIRST.approval,)


def test_that_what_was_approved_is_not_taken_back_and_what_is_done_after_is(approved: Cases) -> None:
    after = approved.load(KEY)
    assert not approved.undo(KEY)
    approved.put(KEY, replace(SAID, level=4))
    assert approved.undo(KEY)
    assert not approved.undo(KEY)
    assert replace(approved.load(KEY), changed=None) == replace(after, changed=None)


def test_that_what_was_taken_back_before_an_approval_is_not_done_again_after_it(cases: Cases) -> None:
    cases.add(WORKSHOP)
    cases.put(KEY, replace(SAID, level=4))
    cases.undo(KEY)
    cases.approve(KEY, FIRST)
    assert not cases.redo(KEY)


def test_that_what_an_approval_decided_is_told_of_a_measure(approved: Cases) -> None:
    last = approved.past(KEY, COURSE)[-1]
    assert getattr(last.after, "decided_on", None) == DAY


def test_that_two_windows_do_not_approve_the_same_number(approved: Cases) -> None:
    with pytest.raises(UserError, match="approved meanwhile"):
        approved.approve(KEY, FIRST, put=(replace(COURSE, what="never kept"),))
    assert approved.load(KEY).measures[0].what == COURSE.what
    approved.approve(KEY, SECOND)
    assert [a.number for a in approved.approvals(KEY)] == [1, 2]


def test_that_a_version_that_is_not_there_is_told_in_words(approved: Cases) -> None:
    with pytest.raises(UserError, match="no version 7"):
        approved.version(KEY, 7)


def test_that_a_follow_up_is_corrected_and_taken_back(approved: Cases) -> None:
    [first, *others] = approved.follow_ups(KEY)
    approved.put(KEY, replace(first, notes="Moved", due=date(2028, 1, 1)))
    assert approved.follow_ups(KEY) == (*others, replace(first, notes="Moved", due=date(2028, 1, 1)))
    approved.undo(KEY)
    assert approved.follow_ups(KEY) == (first, *others) == planned(1, DAY)


def test_that_a_scenario_is_kept_dropped_and_comes_back(cases: Cases) -> None:
    cases.add(WORKSHOP)
    other = replace(THOUGHT, key="t", switches=(CardLapses("hot-work"),))
    cases.keep_scenario(KEY, THOUGHT)
    cases.keep_scenario(KEY, other)
    assert cases.scenarios(KEY) == (THOUGHT, other)
    cases.drop_scenario(KEY, THOUGHT)
    assert cases.scenarios(KEY) == (other,)
    cases.undo(KEY)
    assert cases.scenarios(KEY) == (THOUGHT, other)


def test_that_hindsight_goes_and_comes_with_its_need(cases: Cases) -> None:
    cases.add(WORKSHOP)
    said = Hindsight("milling", 1, DAY)
    cases.put(KEY, said)
    cases.drop(KEY, WORKSHOP.needs[0])
    assert cases.hindsight(KEY) == ()
    cases.undo(KEY)
    assert cases.hindsight(KEY) == (said,)
