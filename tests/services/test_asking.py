"""What a query asks for besides its words: place, time, language, price and kind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.catalogues.municipalities import load_municipalities
from app.languages import Text
from app.offers.filters import Filter
from app.offers.model import Offer
from app.paths import resource
from app.services.asking import Asked, understood, without
from app.services.search_facts import facts, meeting
from app.services.search_words import meanings

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
