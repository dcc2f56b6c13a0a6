"""The invented offers that come with the program, for the sample company only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.files import read_json
from app.frameworks.packs import load_packs
from app.languages import LANGUAGES, Language
from app.mapping.corpus import corpus
from app.mapping.model import Mapping, Measure
from app.mapping.plan import results
from app.mapping.ways_rules import OPTION_OF_OFFER
from app.offers.ending import is_over
from app.offers.model import Offer
from app.offers.readers.table import load_examples
from app.paths import resource
from app.services.options import path_to
from app.services.sample import load_sample

KIND_OF = {option: kind for kind, option in OPTION_OF_OFFER.items()}


@pytest.fixture(scope="module")
def offers() -> tuple[Offer, ...]:
    return load_examples(resource("offers", "examples.csv"))


@pytest.fixture(scope="module")
def workshop() -> Mapping:
    packs = load_packs(resource("frameworks"))
    return load_sample(resource("sample", "workshop.yaml"), packs, date(2026, 11, 23), "sv")


def test_that_there_are_enough_and_each_is_named_in_three_languages(offers: tuple[Offer, ...]) -> None:
    assert len(offers) >= 24
    assert [offer.key for offer in offers if not all(offer.name.get(language) for language in LANGUAGES)] == []


def test_that_nobody_real_is_said_to_offer_them(offers: tuple[Offer, ...]) -> None:
    for offer in offers:
        assert str(offer.provider).startswith(("Esimerkki", "Exempel", "Example"))
        assert offer.link.startswith("https://example.invalid/")
        assert offer.contact == "" or offer.contact.endswith(".example")


def test_that_they_begin_in_several_years_and_none_is_over_before_it_is_tried(offers: tuple[Offer, ...]) -> None:
    dated = [offer for offer in offers if offer.start]

    assert {offer.start.year for offer in dated if offer.start} == {2027, 2028, 2029}
    assert len(offers) - len(dated) >= 8  # can be begun at any time
    assert {(offer.valid_to, offer.checked_on) for offer in offers} == {(None, date(2026, 11, 20))}
    assert [offer.key for offer in dated if offer.start and offer.apply_by and offer.apply_by > offer.start] == []
    assert [offer.key for offer in dated if offer.start_words] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_start_in_words_is_said_in_every_language(offers: tuple[Offer, ...], language: Language) -> None:
    said = [offer.start_words for offer in offers if offer.start_words]

    assert len(said) >= 5
    assert all(words.get(language) for words in said)


def test_that_every_kind_and_every_language_of_teaching_is_there(offers: tuple[Offer, ...]) -> None:
    assert {offer.offer_type for offer in offers} == set(OPTION_OF_OFFER)
    assert {language for offer in offers for language in offer.languages} == set(LANGUAGES)
    assert sum(offer.languages == ("sv",) for offer in offers) >= 5


def test_that_each_leads_to_something_a_company_may_need(offers: tuple[Offer, ...], workshop: Mapping) -> None:
    links = {link for pack in load_packs(resource("frameworks")) for c in pack.competences for link in c.links}
    cards = {f"card:{card.card}" for card in workshop.cards}

    assert [offer.key for offer in offers if not (offer.unit_codes or offer.competence_tags)] == []
    assert {tag for offer in offers for tag in offer.competence_tags} <= links | cards
    assert cards == {f"card:{offer.card}" for offer in offers if offer.card}


def test_that_places_stand_with_their_numbers(offers: tuple[Offer, ...], real_data: Path) -> None:
    names = {
        (row["code"], row["classificationItemNames"][0]["name"])
        for language in ("fi", "sv")
        for row in read_json(real_data / "koodisto" / f"kunta_{language}.json")
    }
    places = {pair for o in offers for pair in zip(o.municipality_codes, map(str, o.places), strict=True)}

    assert places
    assert places <= names


def test_that_each_measure_of_the_sample_that_needs_an_offer_finds_one(
    offers: tuple[Offer, ...], workshop: Mapping
) -> None:
    measures = [measure for measure in workshop.measures if measure.option in KIND_OF]

    assert len(measures) >= 5
    assert [measure.key for measure in measures if not fitting(offers, workshop, measure)] == []


@pytest.mark.parametrize("year", [2027, 2028, 2029, 2030, 2040])
def test_that_each_measure_of_the_sample_finds_one_in_any_year(
    offers: tuple[Offer, ...], workshop: Mapping, year: int
) -> None:
    still_open = tuple(offer for offer in offers if not is_over(offer, date(year, 12, 31)))
    measures = [measure for measure in workshop.measures if measure.option in KIND_OF]

    assert [measure.key for measure in measures if not fitting(still_open, workshop, measure)] == []


def fitting(offers: tuple[Offer, ...], workshop: Mapping, measure: Measure) -> list[Offer]:
    """Offers of the measure's kind that carry a code of what it is for."""
    codes = {n.key: {n.unit_code, *n.tags} for n in workshop.needs}
    codes |= {card.key: {f"card:{card.card}"} for card in workshop.cards}
    kind, wanted = KIND_OF[measure.option], codes[measure.for_key]
    return [o for o in offers if o.offer_type == kind and wanted & {*o.unit_codes, *o.competence_tags}]


def test_that_the_sample_company_has_a_path_over_three_kinds_of_colleges(
    offers: tuple[Offer, ...], workshop: Mapping
) -> None:
    """From liberal adult education over a vocational college to a university of applied sciences (JOE-1)."""
    found = results(workshop, date(2026, 11, 23))
    need = next(need for need in workshop.needs if need.key == "diagnostics")
    steps = path_to(found, need, corpus(offers, found.today))
    assert [(step.number, step.offer.provider_type) for step in steps] == [(1, "VST"), (2, "VET"), (3, "UAS")]
