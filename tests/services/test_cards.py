"""Edits of cards and permits: quoted from the catalogue, stored at once, and nothing lost unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.catalogues.model import CardCatalogue, CardType
from app.errors import UserError
from app.mapping.company import Company
from app.mapping.model import Mapping, Measure, OptionType, Person, Role
from app.paths import resource
from app.services import cards
from app.services.catalogues import of_cards
from app.services.desk import Desk
from app.texts import Text

WELDER, DRIVER = Role("welder", "Welder", 2), Role("driver", "Driver", 1, position=1)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    people = (Person("p1", "welder", "H1"), Person("p2", "welder", "H2", position=1))
    desk.cases.add(Mapping("m", Company("c", "Company"), roles=(WELDER, DRIVER), people=people))
    return desk


@pytest.fixture
def catalogue(desk: Desk) -> CardCatalogue:
    return of_cards(desk).cards


def some(catalogue: CardCatalogue, *codes: str) -> list[CardType]:
    return [card for card in catalogue.cards if card.code in codes]


def test_that_an_added_card_is_not_known_yet_and_quotes_the_catalogue(desk: Desk, catalogue: CardCatalogue) -> None:
    [first, second] = cards.add_cards(desk, "m", WELDER, some(catalogue, "C01", "C02"))
    assert set(desk.cases.load("m").cards) == {first, second}
    assert (first.card, first.state, first.valid_to, first.count) == ("C01", "not_known", None, 2)
    assert first.name == some(catalogue, "C01")[0].name


def test_that_a_card_can_be_added_for_each_person(desk: Desk, catalogue: CardCatalogue) -> None:
    added = cards.add_cards(desk, "m", WELDER, some(catalogue, "C13"), ["p1", "p2"])
    assert [(h.person_key, h.count) for h in added] == [("p1", 1), ("p2", 1)]


def test_that_what_is_there_already_is_not_added_again(desk: Desk, catalogue: CardCatalogue) -> None:
    cards.add_cards(desk, "m", WELDER, some(catalogue, "C01"))
    assert [h.card for h in cards.add_cards(desk, "m", WELDER, some(catalogue, "C01", "C02"))] == ["C02"]
    assert len(cards.add_cards(desk, "m", DRIVER, some(catalogue, "C01"))) == 1


def test_that_a_restricted_item_is_refused_and_nothing_is_stored(desk: Desk, catalogue: CardCatalogue) -> None:
    with pytest.raises(UserError, match="is not recorded here"):
        cards.add_cards(desk, "m", WELDER, some(catalogue, "C01", "C24"))
    assert desk.cases.load("m").cards == ()


def test_that_own_words_are_a_card_too(desk: Desk) -> None:
    added = cards.add_own_card(desk, "m", WELDER, " Customer's site card ", "en")
    assert (added.card, added.name, added.count) == ("", Text(en="Customer's site card"), 2)
    with pytest.raises(UserError, match="personal identity code"):
        cards.add_own_card(desk, "m", WELDER, "131052-308T", "en")


def test_that_only_a_held_card_has_an_end(desk: Desk, catalogue: CardCatalogue) -> None:
    [card] = cards.add_cards(desk, "m", WELDER, some(catalogue, "C02"))
    held = cards.change_card(desk, "m", cards.with_end(card, date(2027, 5, 31)))
    assert (held.state, held.valid_to) == ("held", date(2027, 5, 31))
    missing = cards.change_card(desk, "m", replace(held, state="missing"))
    assert missing.valid_to is None
    assert desk.cases.load("m").cards == (missing,)
    assert cards.with_end(missing, None) == missing


def test_that_a_card_of_a_person_is_one(desk: Desk, catalogue: CardCatalogue) -> None:
    [card] = cards.add_cards(desk, "m", WELDER, some(catalogue, "C02"))
    assert cards.change_card(desk, "m", replace(card, person_key="p1", count=7)).count == 1


@pytest.mark.parametrize("count", [0, 251])
def test_that_a_count_has_limits(desk: Desk, catalogue: CardCatalogue, count: int) -> None:
    [card] = cards.add_cards(desk, "m", WELDER, some(catalogue, "C02"))
    with pytest.raises(UserError, match="1 to 250"):
        cards.change_card(desk, "m", replace(card, count=count))
    assert desk.cases.load("m").cards == (card,)


def test_that_a_card_is_taken_away(desk: Desk, catalogue: CardCatalogue) -> None:
    [card] = cards.add_cards(desk, "m", WELDER, some(catalogue, "C02"))
    cards.remove_card(desk, "m", card)
    assert desk.cases.load("m").cards == ()


def test_that_a_card_with_a_measure_stays_until_the_measure_goes(desk: Desk, catalogue: CardCatalogue) -> None:
    [card] = cards.add_cards(desk, "m", WELDER, some(catalogue, "C02"))
    measure = Measure("measure", card.key, OptionType.CARD)
    desk.cases.put("m", measure)
    with pytest.raises(UserError, match="has a measure in the plan"):
        cards.remove_card(desk, "m", card)
    desk.cases.drop("m", measure)
    cards.remove_card(desk, "m", card)
    assert desk.cases.load("m").cards == ()


def test_that_a_later_catalogue_changes_no_stored_card(desk: Desk, catalogue: CardCatalogue) -> None:
    [card] = cards.add_cards(desk, "m", WELDER, some(catalogue, "C02"))
    held = cards.change_card(desk, "m", cards.with_end(card, date(2027, 5, 31)))
    own = desk.folder.root / "catalogues"
    own.mkdir()
    text = resource("catalogues", "cards.yaml").read_text("utf-8")
    (own / "cards.yaml").write_text(text.replace("years: 5", "years: 1").replace("Tulityökortti", "Muu"), "utf-8")
    assert (changed := of_cards(desk).cards.card("C02")) is not None
    assert (changed.years, changed.name.fi) == (1, "Muu")
    assert desk.cases.load("m").cards == (held,)
