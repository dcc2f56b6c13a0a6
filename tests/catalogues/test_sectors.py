"""The classification of sectors: whole, and found by whatever an owner calls the trade."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.catalogues.model import Sectors
from app.catalogues.sectors import SectorIndex, find_sectors, made_ready
from app.files import read_json
from app.languages import LANGUAGES, Language


@pytest.fixture(scope="module")
def index(sectors: Sectors) -> SectorIndex:
    return made_ready(sectors)


def test_that_there_are_88_divisions_under_21_sections(sectors: Sectors) -> None:
    assert len(sectors.divisions) == len({d.code for d in sectors.divisions}) == 88
    assert [s.code for s in sectors.sections] == list("ABCDEFGHIJKLMNOPQRSTU")
    assert {d.section for d in sectors.divisions} == {s.code for s in sectors.sections}


def test_that_a_catalogue_says_where_it_is_from(sectors: Sectors) -> None:
    about = sectors.about
    assert (about.key, about.version, about.licence) == ("tol2008", "TOL 2008", "CC BY 4.0")
    assert "Statistics Finland" in about.source
    assert about.checked >= date(2026, 11, 21)
    assert about.valid_from == date(2008, 1, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_division_has_its_name_and_everyday_words(sectors: Sectors, language: Language) -> None:
    assert [d.code for d in sectors.divisions if not d.name.get(language) or not d.words.get(language)] == []
    assert [s.code for s in sectors.sections if not s.name.get(language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_codes_and_names_are_those_of_the_official_list(
    sectors: Sectors, real_data: Path, language: Language
) -> None:
    official = {i["code"]: i for i in read_json(real_data / "koodisto" / f"toimiala_{language}.json")}
    wanted = {code for code, item in official.items() if item["level"] == 2} - {"00"}  # sector unknown
    assert {d.code for d in sectors.divisions} == wanted
    named = {each.code: each.name for each in sectors.divisions} | {each.code: each.name for each in sectors.sections}
    assert {code: name.get(language) for code, name in named.items()} == {c: _name(official[c]) for c in named}
    assert {d.code: d.section for d in sectors.divisions} == {code: official[code]["parentCode"] for code in wanted}


def _name(item: dict[str, Any]) -> str:
    """The name of an item; the official list has a double space here and there."""
    return " ".join(str(item["classificationItemNames"][0]["name"]).split())


def test_that_a_code_is_known_or_not(sectors: Sectors) -> None:
    assert (found := sectors.division("25")) is not None
    assert found.section == "C"
    assert sectors.division("04") is None
    assert sectors.division("") is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("siivous", "81"),
        ("siivousta", "81"),
        ("städ", "81"),
        ("cleaning", "81"),
        ("parturi", "96"),
        ("frisör", "96"),
        ("hairdresser", "96"),
        ("hitsaus", "25"),
        ("Hitsaaja", "25"),
        ("ravintola", "56"),
        ("autokorjaamo", "45"),
        ("bilverkstad", "45"),
        ("sähköasennus", "43"),
        ("hoivakoti", "87"),
        ("kuorma-auto", "49"),
        ("tilitoimisto", "69"),
        ("software", "62"),
        ("leipmo", "10"),  # mistyped
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_trade_is_found_in_any_language(index: SectorIndex, typed: str, code: str, language: Language) -> None:
    assert code in [division.code for division in find_sectors(index, typed, language)[:3]]


def test_that_a_code_is_found_by_its_digits(index: SectorIndex) -> None:
    assert [d.code for d in find_sectors(index, "25", "fi")] == ["25"]
    assert [d.code for d in find_sectors(index, "2", "fi")] == [f"2{n}" for n in range(10)]
    assert [d.code for d in find_sectors(index, "25 metal", "en")] == ["25"]


@pytest.mark.parametrize("typed", ["xqzw", "04", "?", " "])
def test_that_nonsense_finds_nothing(index: SectorIndex, typed: str) -> None:
    assert find_sectors(index, typed, "fi") == []
