"""Edits of a stored mapping, one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from app.errors import UserError
from app.mapping.company import Company
from app.mapping.model import Agreed, Assessor, Mapping, Role
from app.store import case_rows as rows
from app.store.cases import Cases
from tests.store.conftest import Clock
from tests.store.samples import (
    AINO,
    COMPANY,
    COURSE,
    HOT_WORK,
    MACHINIST,
    MILLING,
    PEKKA,
    RENEWAL,
    SAID,
    VEERA,
    WELDER,
    WORKSHOP,
)


@pytest.fixture(autouse=True)
def _workshop(cases: Cases) -> None:
    cases.add(WORKSHOP)


def test_that_a_key_that_is_there_already_is_refused_and_nothing_of_it_changes(cases: Cases) -> None:
    with pytest.raises(UserError, match="here already"):
        cases.add(replace(WORKSHOP, goal="Another", company=replace(COMPANY, name="Another")))
    assert cases.load("workshop") == WORKSHOP


def test_that_a_new_mapping_without_a_moment_gets_the_one_at_which_it_is_stored(cases: Cases, clock: Clock) -> None:
    cases.add(Mapping("new", COMPANY))
    assert cases.load("new").changed == clock.now


def test_that_an_item_takes_the_place_of_the_one_with_its_identity(cases: Cases) -> None:
    cases.put("workshop", replace(SAID, level=4))
    assert cases.load("workshop").assessments == (replace(SAID, level=4),)


def test_that_another_assessor_says_something_beside_the_first(cases: Cases) -> None:
    own = replace(SAID, assessor=Assessor.SELF, level=None)
    cases.put("workshop", own)
    assert set(cases.load("workshop").assessments) == {SAID, own}


def test_that_a_role_put_again_keeps_its_people_and_needs(cases: Cases) -> None:
    cases.put("workshop", replace(MACHINIST, name="Machinist, night shift"))
    assert cases.load("workshop") == replace(
        WORKSHOP,
        roles=(replace(MACHINIST, name="Machinist, night shift"), WELDER),
        changed=cases.load("workshop").changed,
    )


def test_that_items_come_in_any_order_even_before_what_they_hang_on(cases: Cases) -> None:
    role = Role("fitter", "Fitter", position=2)
    need = replace(MILLING, key="fitting", role_key="fitter", position=2)
    cases.put("workshop", Agreed("fitting", 1), need, role)
    assert cases.load("workshop").agreed == (Agreed("milling", 0), Agreed("fitting", 1))


def test_that_of_items_with_one_identity_the_last_one_stays(cases: Cases) -> None:
    cases.put("workshop", replace(SAID, level=0), replace(SAID, level=1))
    assert cases.load("workshop").assessments == (replace(SAID, level=1),)


def test_that_items_are_opened_by_position_whatever_order_they_were_put_in(cases: Cases) -> None:
    cases.put("workshop", replace(WELDER, position=0), replace(MACHINIST, position=7))
    assert [role.key for role in cases.load("workshop").roles] == ["welder", "machinist"]


def test_that_a_role_takes_its_people_needs_answers_priorities_and_measures_with_it(cases: Cases) -> None:
    cases.drop("workshop", MACHINIST)
    left = cases.load("workshop")
    assert (left.roles, left.people, [n.key for n in left.needs]) == ((WELDER,), (VEERA,), ["seams"])
    assert (left.assessments, left.level_counts, left.agreed) == ((), (), ())
    assert (left.cards, left.measures) == ((HOT_WORK,), (RENEWAL,))


def test_that_a_need_takes_its_answers_and_measures_but_no_person(cases: Cases) -> None:
    cases.drop("workshop", MILLING)
    left = cases.load("workshop")
    assert left.people == WORKSHOP.people
    assert (left.assessments, left.level_counts, left.agreed) == ((), (), ())
    assert left.measures == (RENEWAL,)


def test_that_a_person_takes_their_levels_and_cards_and_the_measures_for_these(cases: Cases) -> None:
    cases.drop("workshop", VEERA)
    left = cases.load("workshop")
    assert left.people == (AINO, PEKKA)
    assert left.cards == ()
    assert left.measures == (COURSE,)


def test_that_an_item_is_dropped_by_its_identity_whatever_else_it_says(cases: Cases) -> None:
    cases.drop("workshop", replace(SAID, level=0, note=""), *(replace(c, count=9) for c in WORKSHOP.level_counts))
    left = cases.load("workshop")
    assert (left.assessments, left.level_counts) == ((), ())


def test_that_the_fields_of_company_and_mapping_change_and_no_item_does(cases: Cases, clock: Clock) -> None:
    head = Mapping("workshop", replace(COMPANY, contact="Owner"), goal="Two milling machines")
    cases.put_head(head)
    assert cases.load("workshop") == replace(
        WORKSHOP, company=head.company, goal="Two milling machines", changed=clock.now
    )


def test_that_a_company_nobody_maps_any_more_is_gone(cases: Cases) -> None:
    def companies() -> list[str]:
        with cases._database.reading() as connection:
            return list(connection.scalars(select(rows.companies.c.key)))

    cases.put_head(replace(WORKSHOP, company=Company("next", "Next")))
    assert companies() == ["next"]
    cases.remove("workshop")
    assert companies() == []


def test_that_a_company_stays_while_another_mapping_is_of_it(cases: Cases) -> None:
    cases.add(Mapping("again", COMPANY))
    cases.remove("workshop")
    assert cases.load("again").company == COMPANY


def test_that_a_copy_under_another_key_lives_its_own_life(cases: Cases) -> None:
    cases.add(replace(WORKSHOP, key="copy"))
    cases.drop("copy", MACHINIST, WELDER)
    assert cases.load("workshop") == WORKSHOP
    assert cases.load("copy").roles == ()


@pytest.mark.parametrize("change", ["put", "drop", "put_head"])
def test_that_every_change_moves_the_saved_sign(cases: Cases, clock: Clock, change: str) -> None:
    moment = clock.later()
    getattr(cases, change)(*{"put_head": (WORKSHOP,)}.get(change, ("workshop", SAID)))
    assert cases.load("workshop").changed == moment


@pytest.mark.parametrize("action", ["load", "put", "drop", "put_head"])
def test_that_an_unknown_key_is_a_sentence_and_changes_nothing(cases: Cases, action: str) -> None:
    missing = Mapping("missing", Company("nobody", "Nobody"))
    given = {"load": ("missing",), "put": ("missing", SAID), "drop": ("missing", MACHINIST), "put_head": (missing,)}
    with pytest.raises(UserError, match="no longer here"):
        getattr(cases, action)(*given[action])
    assert [s.key for s in cases.summaries()] == ["workshop"]
    assert cases.load("workshop") == WORKSHOP


def test_that_a_moment_in_another_zone_is_the_same_moment(cases: Cases) -> None:
    there = datetime(2026, 6, 1, 9, 30, tzinfo=ZoneInfo("Europe/Helsinki"))
    cases.add(Mapping("summer", COMPANY, changed=there))
    assert cases.load("summer").changed == datetime(2026, 6, 1, 6, 30, tzinfo=UTC)
