"""Real files of Opintopolku, compared with what their JSON says when it is read by other means."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.files import read_json
from app.frameworks.readers import eperusteet
from app.offers.model import Offer
from app.offers.readers.opintopolku import joined, read, recognises
from app.texts import Text


@pytest.fixture(scope="module")
def folder(real_data: Path) -> Path:
    return real_data / "opintopolku"


@pytest.fixture(scope="module")
def sources(folder: Path) -> dict[str, Any]:
    """Raw educations, implementations and hits by identifier; a whole education before its hit."""
    files = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*/*.json"), reverse=True)]
    hits = [hit for file in files for hit in file.get("hits", []) if "oid" in hit]
    return {value["oid"]: value for value in [*hits, *(file for file in files if "oid" in file)]}


@pytest.fixture(scope="module")
def offers(folder: Path) -> dict[str, Offer]:
    found: list[Offer] = []
    for path in [*sorted(folder.glob("search/search*.json")), *sorted(folder.glob("[kt]o*/*.json"))]:
        value = read_json(path)
        assert recognises(value)
        result = read(value, path.name)
        assert result.refused == ()
        found += result.offers
    return {offer.key: offer for offer in joined(found)}


def codes(value: Any, code_list: str) -> list[str]:
    """Codes of a list anywhere in a value, in the order of the text, each once."""
    return list(dict.fromkeys(re.findall(rf'"{code_list}_([^"#]+)(?:#\d+)?"', json.dumps(value))))


def teaching(value: Any) -> Any:
    return value["metadata"]["opetus"]


def test_that_every_file_of_offers_is_read(offers: dict[str, Offer], sources: dict[str, Any]) -> None:
    assert len(offers) == len(sources) >= 25
    assert {key.removeprefix("opintopolku:") for key in offers} == set(sources)


def test_that_the_page_of_providers_is_read(folder: Path) -> None:
    page = read_json(folder / "search" / "jarjestajat-sample.json")

    found = read(page, "jarjestajat-sample.json")

    assert (found.offers, found.refused) == ((), ())
    for provider, hit in zip(found.providers, page["hits"], strict=True):
        assert provider.key == f"opintopolku:{hit['oppilaitosOid']}"
        assert provider.name == Text(**hit["nimi"])
        assert list(provider.municipality_codes) == codes(hit, "kunta")
        assert bool(provider.link) is (hit["oppilaitosTila"] == "julkaistu")


def test_that_names_and_places_are_those_of_the_json(offers: dict[str, Offer], sources: dict[str, Any]) -> None:
    for oid, value in sources.items():
        offer = offers[f"opintopolku:{oid}"]
        assert offer.name.fi == value["nimi"].get("fi", "").strip()
        assert offer.name.sv == value["nimi"].get("sv", "").strip()
        assert list(offer.municipality_codes) == codes(value.get("tarjoajat"), "kunta")


def test_that_each_implementation_has_the_units_and_codes_of_its_education(
    offers: dict[str, Offer], sources: dict[str, Any]
) -> None:
    both = [(value, sources[value["koulutusOid"]]) for value in sources.values() if value.get("koulutusOid") in sources]
    assert len(both) >= 4
    for value, parent in both:
        offer = offers[f"opintopolku:{value['oid']}"]
        taught = {key: parent.get(key) for key in ("tutkinnonOsat", "koulutus", "koulutukset", "metadata")}
        assert list(offer.unit_codes) == codes(taught, "tutkinnonosat")
        assert list(offer.qualification_codes) == codes(taught, "koulutus")
        assert offer.parent_key == f"opintopolku:{parent['oid']}"
        assert offer.offer_type == offers[offer.parent_key].offer_type


def test_that_some_implementation_has_units(offers: dict[str, Offer]) -> None:
    assert [offer.unit_codes for offer in offers.values() if offer.parent_key and offer.unit_codes] == [
        ("200060", "200079")
    ]


def test_that_every_education_has_the_codes_of_its_json(offers: dict[str, Offer], sources: dict[str, Any]) -> None:
    for oid, value in sources.items():
        offer = offers[f"opintopolku:{oid}"]
        if offer.parent_key:
            continue
        taught = {key: value.get(key) for key in ("tutkinnonOsat", "koulutus", "koulutukset", "metadata")}
        assert list(offer.unit_codes) == codes(taught, "tutkinnonosat")
        assert set(offer.qualification_codes) == set(codes(taught, "koulutus"))
        frameworks = re.findall(r'"e[Pp]eruste(?:Id)?": (\d+)', json.dumps(value))
        assert offer.framework_key == (f"eperusteet:{frameworks[0]}" if frameworks else "")


def test_that_an_education_refers_to_its_qualification_in_the_library(
    real_data: Path, offers: dict[str, Offer]
) -> None:
    path = real_data / "eperusteet" / "ajoneuvoala-OPH-5410-2021-new-shape.json"
    framework = eperusteet.read(read_json(path), path.name)

    found = [offer for offer in offers.values() if offer.framework_key == framework.key]

    assert [(offer.qualification_codes, offer.offer_type) for offer in found] == [(("351301",), "qualification")] * 2
    assert framework.code == "351301"


def test_that_what_is_free_is_free_and_teaching_is_in_finnish(
    offers: dict[str, Offer], sources: dict[str, Any]
) -> None:
    for oid, value in sources.items():
        offer = offers[f"opintopolku:{oid}"]
        if not offer.parent_key:
            assert offer.price_eur is None
            continue
        assert (offer.price_eur == 0) == (teaching(value)["maksullisuustyyppi"] == "maksuton")
        assert ("fi" in offer.languages) == ("1" in codes(teaching(value), "oppilaitoksenopetuskieli"))
        assert offer.mode
        assert offer.time


def test_that_every_implementation_says_when_it_begins(offers: dict[str, Offer], sources: dict[str, Any]) -> None:
    for offer in offers.values():
        if offer.parent_key:
            years = set(re.findall(r"\d{4}", offer.start_words.fi))
            told = json.dumps([teaching(sources[offer.key[12:]]), sources[offer.key[12:]].get("hakutiedot")])
            assert years
            assert years <= set(re.findall(r'"koulutuksenAlkamisvuosi": "?(\d{4})', told))


def test_that_no_person_and_no_markup_is_read(offers: dict[str, Offer], sources: dict[str, Any]) -> None:
    text = repr(list(offers.values()))
    people = {value["muokkaaja"]["nimi"] for value in sources.values() if (value.get("muokkaaja") or {}).get("nimi")}
    assert people
    assert [name for name in people if name in text] == []
    assert re.findall(r"</?[a-z]+>|&[a-z]+;", text) == []
