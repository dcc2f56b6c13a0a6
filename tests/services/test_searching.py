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
from app.languages import LANGUAGES, Language
from app.offers.model import Offer
from app.paths import DataFolder
from app.services.desk import Desk
from app.services.searching import (
    Hit,
    answer_json,
    as_json,
    as_line,
    as_lines,
    found_json,
    ready,
    search,
)
from app.texts import Text
from tests.stores import made_in

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
    opened = bootstrap.open_desk(made_in(tmp_path), today)
    opened.library.put_offers((WELDING, BOOKS))
    yield opened
    opened.close()


def found(desk: Desk, text: str, language: Language = "fi", limit: int = 10) -> list[Offer]:
    return [hit.offer for hit in search(ready(desk, [language]), text, limit).hits]


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


def test_that_what_an_offer_is_called_is_no_filter_where_the_offer_does_not_meet_it(desk: Desk) -> None:
    chemistry = Offer("catalogue:kemi", Text(sv="Klinisk kemi"), places=(Text("Vaasa", "Vasa"),))
    in_kemi = Offer("catalogue:vard", Text(sv="Klinisk vård"), places=(Text("Kemi", "Kemi"),))
    searched = ready(desk, ["sv"], [chemistry, in_kemi])
    assert search(searched, "klinisk kemi", 1).hits[0].offer == chemistry
    assert search(searched, "vård kemi", 1).hits[0].offer == in_kemi
    assert search(searched, "vård kemi", 1).asked.filters


def test_that_an_offer_is_found_by_what_its_description_says(desk: Desk) -> None:
    assert found(desk, "palkanlaskenta") == [BOOKS]


def test_that_a_word_at_the_end_of_a_long_description_is_found(desk: Desk) -> None:
    told = Text(fi="Opit taittamaan esitteitä. " * 60 + "Hintaan kuuluu InDesign-lisenssi.")
    long = Offer("catalogue:layout", Text(fi="Taitto"), description=told)
    desk.library.put_offers((WELDING, BOOKS, long))
    assert found(desk, "indesign") == found(desk, "lisenssit") == [long]


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


def test_that_json_gives_what_is_known_and_null_for_what_is_not(today: date) -> None:
    assert as_json(Hit(WELDING, 0.87654), Translator("sv"), today) == {
        "id": "catalogue:tig",
        "offer_id": "tig",
        "name": "TIG-svetsning",
        "provider": "Exempelskolan",
        "type": "course",
        "score": 0.877,
        "places": ["Åbo"],
        "languages": ["fi"],
        "start": "2027-05-03",
        "price_eur": "149.50",
        "check_first": False,
        "link": "https://example.invalid/tig",
        "example": False,
    }
    blank = as_json(Hit(Offer("o", Text(fi="Kurssi")), 0.5), Translator("en"), today)
    assert [blank[key] for key in ("start", "price_eur", "link")] == [None, None, None]
    assert as_json(Hit(replace(WELDING, price_eur=Decimal(0)), 0.5), Translator("en"), today)["price_eur"] == "0"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fi", "TIG-hitsaus, kurssi, Esimerkkiopisto, Turku, 3.5.2027, 149,50\N{NO-BREAK SPACE}€"),
        ("sv", "TIG-svetsning, kurs, Exempelskolan, Åbo, 3.5.2027, 149,50\N{NO-BREAK SPACE}€"),
        ("en", "TIG welding, course, Example College, Turku, 3 May 2027, €149.50"),
    ],
)
def test_that_a_line_says_what_from_whom_where_when_and_for_how_much(
    language: Language, line: str, today: date
) -> None:
    assert as_line(Hit(WELDING, 1.0), Translator(language), today) == line


def test_that_a_line_leaves_out_what_is_not_known_and_marks_an_example(today: date) -> None:
    offer = Offer("o", Text(en="Welding"), start_words=Text(en="Autumn 2027"), example=True)
    line = as_line(Hit(offer, 1.0), Translator("en"), today)
    assert line == "Welding, course, Autumn 2027, ask for the price, an example"


def test_that_a_kind_that_the_name_says_is_not_said_again(today: date) -> None:
    badge = Offer("o", Text(en="Digital skills, badge"), offer_type="badge", price_eur=Decimal(0))
    assert as_line(Hit(badge, 1.0), Translator("en"), today) == "Digital skills, badge, free of charge"


def test_that_the_price_of_an_old_offer_is_not_told_but_is_to_be_checked(today: date) -> None:
    old = replace(WELDING, checked_on=today - timedelta(days=91))
    assert as_line(Hit(old, 1.0), Translator("en"), today).endswith("3 May 2027, check first")
    said = as_json(Hit(old, 1.0), Translator("en"), today)
    assert (said["price_eur"], said["check_first"]) == (None, True)


def test_that_an_offer_whose_price_is_not_known_comes_below_with_that_as_its_reason(desk: Desk) -> None:
    unknown = replace(WELDING, key="catalogue:asked", price_eur=None)
    dear = replace(WELDING, key="catalogue:dear", price_eur=Decimal(870))
    desk.library.put_offers([unknown, dear])
    said = answer_json(search(ready(desk), "TIG-hitsaus alle 500 €", 5), "", Translator("en"))["offers"]
    assert [(each["offer_id"], each["reasons"][1]) for each in said] == [
        ("tig", "costs no more than €500"),
        ("asked", "the price is not known, ask for it"),
    ]


EVENING = replace(WELDING, key="catalogue:evening", time=("evening",), languages=("sv",), price_eur=Decimal(0))


def test_that_words_of_a_query_filter_and_are_told_as_reasons(desk: Desk) -> None:
    desk.library.put_offers([EVENING])
    found = search(ready(desk), "svetsare kväll Åbo", 5)
    said = found_json(found, "svetsare kväll Åbo", Translator("sv"), desk.today)

    assert [offer["offer_id"] for offer in said["offers"]] == ["evening"]
    assert [(each["kind"], each["typed"]) for each in said["filters"]] == [("time", "kväll"), ("place", "Åbo")]
    assert said["left_out"] == []
    assert said["offers"][0]["reasons"][0].endswith(": TIG-svetsning")
    assert len(said["offers"][0]["reasons"]) == 3


def test_that_the_fewest_and_weakest_filters_go_where_nothing_is_left_and_that_is_said(desk: Desk) -> None:
    found = search(ready(desk), "hitsaus Turussa iltaisin", 5)
    assert [hit.offer for hit in found.hits] == [WELDING]
    assert [each.kind for each in found.left_out] == ["time"]
    assert [each.kind for each in found.asked.filters] == ["place"]
    assert as_lines(found, Translator("en"), desk.today)[:2] == [
        "Nothing fits all that was asked. Left out: in the evenings.",
        "Only: place: Turku.",
    ]


def test_that_filters_alone_give_what_meets_them_soonest_first(desk: Desk) -> None:
    desk.library.put_offers([replace(EVENING, start=date(2027, 1, 11))])
    assert [hit.offer.key for hit in search(ready(desk), "Turku", 5).hits] == ["catalogue:evening", "catalogue:tig"]


def test_that_nonsense_with_a_filter_finds_nothing(desk: Desk) -> None:
    assert search(ready(desk), "xyzzy Turku", 5).hits == ()


def test_that_all_languages_are_searched_unless_one_is_named(desk: Desk) -> None:
    for typed in ("hitsaus", "svetsning", "welding"):
        assert search(ready(desk), typed, 1).hits[0].offer == WELDING
    assert search(ready(desk, ["en"]), "svetsning", 1).hits == ()


def test_that_a_line_of_many_gives_ids_of_the_source_with_reasons(desk: Desk) -> None:
    found = search(ready(desk, ["fi"]), "kirjanpito", 5)
    assert answer_json(found, "kirjanpito", Translator("fi")) == {
        "query": "kirjanpito",
        "offers": [{"offer_id": "books", "score": found.hits[0].score, "reasons": ["aihe: kirjanpito"]}],
    }
