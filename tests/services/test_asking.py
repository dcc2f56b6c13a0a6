"""What a query asks for besides its words: place, time, language, price and kind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.catalogues.municipalities import load_municipalities
from app.offers.filters import Filter
from app.offers.model import Offer
from app.paths import resource
from app.services.asking import Asked, understood, without
from app.services.search_facts import facts, meeting
from app.services.search_words import meanings
from app.texts import Text

KNOWN = meanings(load_municipalities(lambda name: resource("catalogues", name)))


def asked(query: str) -> tuple[str, dict[str, tuple[str, ...]]]:
    found = understood(query, KNOWN)
    return found.text, {each.kind: each.values for each in found.filters}


@pytest.mark.parametrize(
    ("query", "text", "filters"),
    [
        ("svetsare kväll Åbo", "svetsare", {"time": ("evening",), "place": ("853",)}),
        ("svetsning i Åbo på kvällen", "svetsning i", {"time": ("evening",), "place": ("853",)}),
        ("hitsaus Turussa viikonloppuisin", "hitsaus", {"place": ("853",), "time": ("weekend",)}),
        ("lähihoitaja oppisopimus ruotsiksi", "lähihoitaja", {"type": ("apprenticeship",), "language": ("sv",)}),
        ("närvårdare läroavtal på finska", "närvårdare", {"type": ("apprenticeship",), "language": ("fi",)}),
        ("practical nurse apprenticeship", "practical nurse", {"type": ("apprenticeship",)}),
        ("kirjanpito verkossa ilmainen", "kirjanpito", {"mode": ("online",), "price": ("free",)}),
        ("bokföring på nätet gratis", "bokföring", {"mode": ("online",), "price": ("free",)}),
        ("accounting online, free of charge", "accounting", {"mode": ("online",), "price": ("free",)}),
        ("trukkikortti", "trukkikortti", {"card": ("C05",)}),
        ("truckkort i Helsingfors", "truckkort i", {"card": ("C05",), "place": ("091",)}),
        ("ensiapu tammikuussa", "ensiapu", {"start": ("1",)}),
        ("verkko-opetus", "", {"mode": ("online",)}),
        ("osaamismerkki kansalaisopistossa", "", {"type": ("badge",), "provider": ("VST",)}),
        ("ruotsin kieli", "ruotsin kieli", {}),  # a subject, and no teaching language
        ("kemian perusteet", "kemian perusteet", {}),  # chemistry, and not the town of Kemi
        ("verkkokaupan perustaminen", "verkkokaupan perustaminen", {}),
        ("", "", {}),
    ],
)
def test_that_a_query_is_taken_as_a_person_means_it(query: str, text: str, filters: dict[str, tuple[str, ...]]) -> None:
    assert asked(query) == (text, filters)


@pytest.mark.parametrize(
    ("query", "text", "most"),
    [
        ("kirjanpito alle 500 €", "kirjanpito", "500"),
        ("ensiapu 500 eurolla", "ensiapu", "500"),
        ("enintään 200 euroa hitsaus", "hitsaus", "200"),
        ("hitsaus hinta: enintään 1 500,50 €", "hitsaus", "1500.50"),
        ("kurssi 500 euroon asti", "kurssi", "500"),
        ("svetsning högst 400 euro", "svetsning", "400"),
        ("pris under 1.500 € svetsning", "svetsning", "1500"),
        ("first aid under €500", "first aid", "500"),
        ("welding 300–500 euros", "welding", "500"),
        ("first aid below 300 EUR", "first aid", "300"),
        ("welding max 300", "welding", "300"),
    ],
)
def test_that_a_limit_of_price_is_understood_in_each_language(query: str, text: str, most: str) -> None:
    assert asked(query) == (text, {"price_limit": (most,)})


@pytest.mark.parametrize(
    "query",
    [
        *("yli 500 €", "över 500 euro", "at least 500 euros"),
        *("alle 30 osp", "under 3 dagar", "under 2027", "max 80 h", "alle 18 vuotiaille"),
        *("Excel 365", "ISO 9001", "101113"),
    ],
)
def test_that_other_figures_are_no_limit_of_price(query: str) -> None:
    assert "price_limit" not in asked(query)[1]


def test_that_a_price_over_the_limit_is_missed_and_one_that_is_not_known_comes_after_those_within_it() -> None:
    [limit] = understood("alle 500 €", KNOWN).filters
    prices = (Decimal(0), Decimal(500), Decimal("500.01"), None)
    offers = [Offer(str(price), Text(fi="Kurssi"), price_eur=price) for price in prices]
    free, dear, dearer, unknown = meeting(facts(offers), limit).tolist()
    assert free == dear > unknown > dearer == 0


def test_that_a_region_is_all_its_municipalities() -> None:
    [place] = understood("Varsinais-Suomessa", KNOWN).filters
    assert {"853", "734", "445"} <= set(place.values)
    assert "091" not in place.values
    assert place.name.sv == "Egentliga Finland"


def test_that_what_is_asked_twice_counts_once_and_stays_as_it_was_typed() -> None:
    found = understood("Iltaisin illalla hitsaus", KNOWN)
    assert [each.typed for each in found.filters] == ["Iltaisin"]
    assert without(found, found.filters) == Asked("hitsaus")


def test_that_every_word_of_the_list_is_understood_as_its_own_filter() -> None:
    for phrase, meant in KNOWN.exact.items():
        if meant.kind != "place":
            assert understood(" ".join(phrase), KNOWN).filters[0].values == meant.values


def test_that_a_filter_of_every_kind_can_be_met_and_missed() -> None:
    blank = Offer("blank", Text(fi="Kurssi"))
    offer = Offer(
        "o",
        Text(fi="Kurssi"),
        provider_type="VST",
        offer_type="badge",
        card="C05",
        languages=("sv",),
        mode=("online",),
        time=("evening",),
        places=(Text(sv="Åbo"),),
        start=date(2027, 1, 11),
        price_eur=Decimal(0),
    )
    for query in (
        "Turussa",
        "illalla",
        "ruotsiksi",
        "verkossa",
        "ilmainen",
        "osaamismerkki",
        "trukkikortti",
        "tammikuussa",
    ):
        [wanted] = understood(query, KNOWN).filters
        assert meeting(facts([offer, blank]), wanted).tolist() == [True, False], query
    assert meeting(facts([offer, blank]), Filter("provider", ("VST",))).tolist() == [True, False]
