"""Cards and permits (brief, section 7): states by a fixed day, what is usual, and rules that rewrite no stored end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogues.model import About, CardCatalogue, CardType, Ends, UsualCards
from app.mapping.cards import card_line, card_lines, end_of, lacking, people_by_state, reminders, usual_cards
from app.mapping.company import Company
from app.mapping.model import CardHolding, Mapping, Person, Role, RoleNeed
from app.texts import Text

TODAY = date(2026, 11, 23)
REMIND = (180, 90, 30)


def card(code: str, ends: Ends = "years", years: int | None = 5, *, restricted: bool = False) -> CardType:
    return CardType(code, Text(en=f"Card {code}"), ("law",), ends, "verified", years, restricted=restricted)


CATALOGUE = CardCatalogue(
    About("cards", "1", Text(en="Cards"), "own", "EUPL-1.2", TODAY),
    REMIND,
    (card("C01"), card("C02"), card("C03", "no_end", None), card("C24", "on_card", None, restricted=True)),
    (UsualCards("sector:machine", ("25",), ("C02", "C24")), UsualCards("sector:care", ("87",), ("C03",))),
)


def holding(
    key: str = "a",
    days: int | None = None,
    state: Literal["held", "missing", "not_known", "not_needed"] = "held",
    role: str = "r1",
    count: int = 1,
    code: str = "C01",
) -> CardHolding:
    end = None if days is None else TODAY + timedelta(days)
    return CardHolding(key, code, role, Text(en=f"Card {code}"), state=state, valid_to=end, count=count)


def mapping(*cards: CardHolding, sector: str = "", needs: tuple[RoleNeed, ...] = ()) -> Mapping:
    roles = (Role("r1", "Welder"), Role("r2", "Driver", position=1))
    return Mapping("m", Company("c", "Company", sector=sector), roles=roles, cards=cards, needs=needs)


@pytest.mark.parametrize(
    ("days", "state"),
    [(-1, "overdue"), (0, "red"), (30, "red"), (31, "expiring"), (180, "expiring"), (181, "valid"), (None, "no_end")],
)
def test_that_a_held_card_has_a_state_by_its_day(days: int | None, state: str) -> None:
    assert card_line(holding(days=days), TODAY).state == state
    assert card_line(holding(days=days), TODAY).days == days


def test_that_missing_and_not_known_have_no_day_whatever_stands_beside_them() -> None:
    for state in ("missing", "not_known", "not_needed"):
        line = card_line(replace(holding(days=-5), state=state), TODAY)
        assert (line.state, line.days) == (state, None)


@pytest.mark.parametrize(
    ("days", "ahead"), [(181, REMIND), (180, REMIND), (179, (90, 30)), (30, (30,)), (29, ()), (-1, ())]
)
def test_that_only_reminders_still_to_come_are_made(days: int, ahead: tuple[int, ...]) -> None:
    assert reminders(card_line(holding(days=days), TODAY), REMIND) == ahead


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_that_a_card_without_an_end_never_reminds(today: date) -> None:
    line = card_line(holding(), today)
    assert reminders(line, REMIND) == ()
    assert line.state == "no_end"


def test_that_people_are_counted_by_state_most_pressing_first() -> None:
    cards = (holding("a", 500, count=4), holding("b", -3, count=2), holding("c", -9), holding("d", state="not_known"))
    counts = people_by_state(card_lines(mapping(*cards), TODAY))
    assert list(counts.items()) == [("overdue", 3), ("not_known", 1), ("valid", 4)]


def test_that_cards_stand_by_role_then_by_name_then_by_person() -> None:
    people = (Person("p2", "r1", "H2", position=1), Person("p1", "r1", "H1"))
    mine = (
        holding("z", role="r2"),
        replace(holding("b"), person_key="p2"),
        replace(holding("c"), person_key="p1"),
        holding("d", code="C00"),
        holding("e", role="gone"),
    )
    lines = card_lines(replace(mapping(*mine), people=people), TODAY)
    assert [line.holding.key for line in lines] == ["d", "c", "b", "z", "e"]


@pytest.mark.parametrize(
    ("given_on", "end"),
    [
        (date(2024, 2, 29), date(2029, 2, 28)),
        (date(2026, 9, 1), date(2031, 9, 1)),
        (date(2023, 2, 28), date(2028, 2, 28)),
    ],
)
def test_that_an_end_is_counted_in_years(given_on: date, end: date) -> None:
    assert end_of(card("C01"), given_on) == end


def test_that_where_no_number_of_years_says_so_no_end_is_made_up() -> None:
    assert end_of(card("C03", "no_end", None), TODAY) is None
    assert end_of(card("C14", "not_known", None), TODAY) is None


def test_that_a_changed_rule_changes_no_stored_end() -> None:
    mine = mapping(holding(days=400))
    before = card_lines(mine, TODAY)
    shorter = replace(CATALOGUE, cards=tuple(replace(c, years=1) for c in CATALOGUE.cards))
    assert usual_cards(shorter, mine, "r1") == ()
    assert card_lines(mine, TODAY) == before


def test_that_what_is_usual_follows_from_the_sector() -> None:
    assert [c.code for c in usual_cards(CATALOGUE, mapping(sector="25"), "r1")] == ["C02"]
    assert usual_cards(CATALOGUE, mapping(sector="99"), "r1") == ()
    assert usual_cards(CATALOGUE, mapping(), "r1") == ()


def test_that_it_follows_from_the_profile_and_the_tags_of_the_roles_own_needs() -> None:
    needs = (
        RoleNeed("n1", "r1", Text(en="Welding"), source_key="sector:machine"),
        RoleNeed("n2", "r1", Text(en="Safety"), tags=("card:C01", "digcomp:4")),
        RoleNeed("n3", "r2", Text(en="Care"), source_key="sector:care"),
    )
    mine = mapping(needs=needs)
    assert [c.code for c in usual_cards(CATALOGUE, mine, "r1")] == ["C01", "C02"]
    assert [c.code for c in usual_cards(CATALOGUE, mine, "r2")] == ["C03"]


def test_that_a_restricted_item_is_never_usual() -> None:
    needs = (RoleNeed("n", "r1", Text(en="x"), tags=("card:C24",)),)
    assert usual_cards(CATALOGUE, mapping(sector="25", needs=needs), "r1") == (CATALOGUE.cards[1],)


def test_that_a_role_lacks_what_nothing_has_been_said_of_there() -> None:
    mine = mapping(holding(code="C01", state="not_needed"), holding("b", role="r2", code="C02"))
    assert [c.code for c in lacking(CATALOGUE.cards[:2], mine, "r1")] == ["C02"]
    assert [c.code for c in lacking(CATALOGUE.cards[:2], mine, "r2")] == ["C01"]
