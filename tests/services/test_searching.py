"""Searching the offers by words, and saying what was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app import bootstrap
from app.i18n import Translator
from app.languages import LANGUAGES, Language, Text
from app.offers.model import Offer
from app.paths import DataFolder
from app.services.desk import Desk
from app.services.searching import Hit, as_json, as_line, search_offers

WELDING = Offer(
    key="catalogue:tig",
    name=Text("TIG-hitsaus", "TIG-svetsning", "TIG welding"),
    provider=Text("Esimerkkiopisto", "Exempelskolan", "Example College"),
    unit_codes=("101113",),
    places=(Text("Turku", "Åbo"),),
    start=date(2027, 5, 3),
    price_eur=Decimal("149.50"),
    languages=("fi",),
    link="https://example.invalid/tig",
)
BOOKS = Offer("catalogue:books", Text(fi="Kirjanpidon perusteet"), description=Text(fi="Myös palkanlaskenta."))


@pytest.fixture
def desk(tmp_path: Path, today: date) -> Iterator[Desk]:
    """A desk whose library holds two offers."""
    opened = bootstrap.open_desk(DataFolder(tmp_path), today)
    opened.library.put_offers((WELDING, BOOKS))
    yield opened
    opened.close()


def found(desk: Desk, text: str, language: Language = "fi", limit: int = 10) -> list[Offer]:
    return [hit.offer for hit in search_offers(desk, text, language, limit)]


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("fi", "hitsaus"),
        ("fi", "HITSAAJA"),
        ("fi", "hitsuas"),
        ("sv", "svetsning"),
        ("sv", "svets"),
        ("en", "welder"),
        ("fi", "101113"),  # its unit
        ("fi", "Turku"),
        ("sv", "Exempelskolan"),
    ],
)
def test_that_an_offer_is_found_by_what_somebody_may_type(desk: Desk, language: Language, typed: str) -> None:
    assert found(desk, typed, language) == [WELDING]


def test_that_an_offer_is_found_by_what_its_description_says(desk: Desk) -> None:
    assert found(desk, "palkanlaskenta") == [BOOKS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_an_offer_named_in_one_language_is_found_by_that_name_in_all(desk: Desk, language: Language) -> None:
    assert found(desk, "kirjanpidon", language) == [BOOKS]


@pytest.mark.parametrize("typed", ["xyzzy", "", " ", "*"])
def test_that_nonsense_finds_nothing(desk: Desk, typed: str) -> None:
    assert found(desk, typed) == []


def test_that_the_best_comes_first_and_no_more_than_asked_for(desk: Desk) -> None:
    aside = replace(BOOKS, key="catalogue:aside", name=Text(fi="Taloushallinnon ohjelmat, kirjanpito ja palkat"))
    desk.library.put_offers([aside])
    assert found(desk, "kirjanpidon perusteet") == [BOOKS, aside]
    assert found(desk, "kirjanpidon perusteet", limit=1) == [BOOKS]
    assert found(desk, "kirjanpito", limit=0) == found(desk, "kirjanpito", limit=-1) == []


def test_that_what_is_over_is_not_found(desk: Desk, today: date) -> None:
    desk.library.put_offers([replace(WELDING, end=today - timedelta(days=1))])
    assert found(desk, "hitsaus") == []


def test_that_examples_are_searched_while_there_is_nothing_else(tmp_path: Path, today: date) -> None:
    empty = bootstrap.open_desk(DataFolder(tmp_path / "empty"), today)
    examples = found(empty, "hitsaus")
    empty.close()
    assert examples
    assert all(offer.example for offer in examples)


def test_that_imported_offers_stand_alone(desk: Desk) -> None:
    assert found(desk, "trukki") == []


def test_that_json_gives_what_is_known_and_null_for_what_is_not() -> None:
    assert as_json(Hit(WELDING, 0.87654), Translator("sv")) == {
        "id": "catalogue:tig",
        "name": "TIG-svetsning",
        "provider": "Exempelskolan",
        "type": "course",
        "score": 0.877,
        "places": ["Åbo"],
        "languages": ["fi"],
        "start": "2027-05-03",
        "price_eur": "149.50",
        "link": "https://example.invalid/tig",
        "example": False,
    }
    blank = as_json(Hit(Offer("o", Text(fi="Kurssi")), 0.5), Translator("en"))
    assert [blank[key] for key in ("start", "price_eur", "link")] == [None, None, None]
    assert as_json(Hit(replace(WELDING, price_eur=Decimal(0)), 0.5), Translator("en"))["price_eur"] == "0"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fi", "TIG-hitsaus, kurssi, Esimerkkiopisto, Turku, 3.5.2027, 149,50\N{NO-BREAK SPACE}€"),
        ("sv", "TIG-svetsning, kurs, Exempelskolan, Åbo, 3.5.2027, 149,50\N{NO-BREAK SPACE}€"),
        ("en", "TIG welding, course, Example College, Turku, 3 May 2027, €149.50"),
    ],
)
def test_that_a_line_says_what_from_whom_where_when_and_for_how_much(language: Language, line: str) -> None:
    assert as_line(Hit(WELDING, 1.0), Translator(language)) == line


def test_that_a_line_leaves_out_what_is_not_known_and_marks_an_example() -> None:
    offer = Offer("o", Text(en="Welding"), start_words=Text(en="Autumn 2027"), example=True)
    assert as_line(Hit(offer, 1.0), Translator("en")) == "Welding, course, Autumn 2027, ask for the price, an example"
