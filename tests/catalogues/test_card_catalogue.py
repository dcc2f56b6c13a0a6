"""The catalogue of cards and permits (brief, section 7): whole, dated, and modest about what is not known."""

from __future__ import annotations

import pytest

from app.catalogues.model import CardCatalogue, Sectors
from app.languages import LANGUAGES, Language
from app.services.libraries import packs

WITHOUT_USUAL = {"sector:ict", "sector:forestry", "sector:entrepreneur"}  # the brief tells none for these


def test_that_the_26_items_are_there_once_each(cards: CardCatalogue) -> None:
    assert [card.code for card in cards.cards] == [f"C{n:02}" for n in range(1, 27)]
    assert cards.remind == (180, 90, 30)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_card_has_its_name_and_no_text_has_a_gap(cards: CardCatalogue, language: Language) -> None:
    for card in cards.cards:
        assert card.name.get(language)
        assert bool(card.basis.get(language)) == bool(card.basis)
        assert bool(card.note.get(language)) == bool(card.note)


def test_that_years_are_there_where_they_count_and_nowhere_else(cards: CardCatalogue) -> None:
    years = {card.code: card.years for card in cards.cards if card.years}
    assert years == {
        **dict.fromkeys(("C01", "C02", "C05", "C06", "C07", "C08", "C09", "C11", "C17", "C21"), 5),
        "C10": 3,
        "C13": 3,
    }
    assert {c.code for c in cards.cards if c.ends == "review"} == {"C05", "C06"}


def test_that_what_is_not_known_is_left_open(cards: CardCatalogue) -> None:
    unknown = {c.code for c in cards.cards if c.ends == "not_known"}
    assert unknown == {c.code for c in cards.cards if c.certainty == "unknown"} == {"C14", "C15", "C22"}


def test_that_the_right_to_work_is_restricted_and_a_record_extract_is_only_seen(cards: CardCatalogue) -> None:
    assert [card.code for card in cards.cards if card.restricted] == ["C24"]
    assert [card.code for card in cards.cards if card.ends == "seen"] == ["C20"]


def test_that_the_usual_cards_are_those_of_the_brief(cards: CardCatalogue) -> None:
    assert {u.profile.removeprefix("sector:"): " ".join(u.cards) for u in cards.usual} == {
        "cleaning": "C01 C05 C06 C10",
        "care": "C18 C19 C20 C10",
        "restaurant": "C03 C04 C10 C17",
        "construction": "C01 C02 C06 C07 C14 C15 C10",
        "machine": "C01 C02 C05 C13 C10",
        "electrical": "C11 C12 C01 C02 C06",
        "logistics": "C05 C08 C09 C01 C23",
        "business": "C10",
    }


def test_that_they_belong_to_profiles_and_divisions_that_exist(cards: CardCatalogue, sectors: Sectors) -> None:
    profiles = {pack.key for pack in packs() if pack.kind == "sector_profile"}
    assert {u.profile for u in cards.usual} == profiles - WITHOUT_USUAL
    divisions = [code for usual in cards.usual for code in usual.divisions]
    assert [code for code in divisions if sectors.division(code) is None] == []
    assert len(divisions) == len(set(divisions))


def test_that_a_card_is_found_by_its_code(cards: CardCatalogue) -> None:
    assert (found := cards.card("C02")) is not None
    assert found.name.sv == "Heta arbeten-kort"
    assert cards.card("C99") is None
