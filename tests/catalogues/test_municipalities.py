"""Municipalities: the official numbers and names, and where each belongs as far as it is known."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from app.catalogues.model import Municipalities
from app.catalogues.municipalities import find_municipalities, load_municipalities
from app.errors import UserError
from app.files import read_json
from app.languages import LANGUAGES, Language
from app.mapping.surroundings import regions

REGION_SIZES = {
    "01": 26,
    "02": 27,
    "04": 16,
    "05": 11,
    "06": 23,
    "07": 10,
    "08": 6,
    "09": 9,
    "10": 11,
    "11": 19,
    "12": 13,
    "13": 22,
    "14": 18,
    "15": 14,
    "16": 8,
    "17": 30,
    "18": 8,
    "19": 21,
    "21": 16,
}


def test_that_there_are_308_municipalities_in_19_regions(municipalities: Municipalities) -> None:
    found = municipalities.municipalities
    assert len(found) == len({m.number for m in found}) == 308
    assert len({m.name.fi for m in found}) == len({m.name.sv for m in found}) == 308
    assert Counter(m.region for m in found) == REGION_SIZES


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_municipality_and_region_has_its_name(municipalities: Municipalities, language: Language) -> None:
    assert [m.number for m in municipalities.municipalities if not m.name.get(language)] == []
    assert [r.code for r in municipalities.regions if not r.name.get(language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_numbers_and_names_are_those_of_the_official_lists(
    municipalities: Municipalities, real_data: Path, language: Language
) -> None:
    ours = {m.number: m.name.get(language) for m in municipalities.municipalities}
    assert ours == _official(real_data, f"kunta_{language}.json")
    regions = {r.code: r.name.get(language) for r in municipalities.regions}
    assert regions == _official(real_data, f"maakunta_{language}.json")


def _official(real_data: Path, file: str) -> dict[str, str]:
    items = read_json(real_data / "koodisto" / file)
    return {item["code"]: item["classificationItemNames"][0]["name"] for item in items}


@pytest.mark.parametrize(
    ("number", "region"),
    [
        ("853", "02"),
        ("091", "01"),
        ("142", "07"),  # Iitti, moved in 2021
        ("090", "12"),  # Heinävesi, 2021
        ("171", "11"),  # Joroinen, 2021
        ("152", "14"),  # Isokyrö, 2021
        ("291", "06"),  # Kuhmoinen, 2021
        ("785", "17"),  # Vaala, 2016
    ],
)
def test_that_moved_municipalities_are_where_they_are_now(
    municipalities: Municipalities, number: str, region: str
) -> None:
    found = municipalities.municipality(number)
    assert found is not None
    assert municipalities.region_of(found).code == region


def test_that_an_area_that_is_not_certain_says_so_and_an_unknown_one_is_empty(municipalities: Municipalities) -> None:
    checked = {a.key for a in municipalities.areas if a.status == "checked"}
    assert checked == {"helsinki", "vantaa", "lahti", "kouvola"}
    alone = Counter(m.area for m in municipalities.municipalities)
    assert [alone[key] for key in checked] == [1, 1, 1, 1]
    kaarina = municipalities.municipality("202")
    assert kaarina is not None
    assert municipalities.area_of(kaarina) is None


def test_that_every_area_has_a_municipality_and_two_names(municipalities: Municipalities) -> None:
    keys = [a.key for a in municipalities.areas]
    assert len(keys) == len(set(keys)) <= 45
    assert {m.area for m in municipalities.municipalities} - {""} == set(keys)
    assert [a.key for a in municipalities.areas if not (a.name.fi and a.name.sv)] == []


def test_that_the_islands_have_no_employment_areas(municipalities: Municipalities) -> None:
    assert [r.code for r in municipalities.regions if not r.employment_areas] == ["21"]
    assert {m.area for m in municipalities.municipalities if m.region == "21"} == {""}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("tur", "Turku"),
        ("Åbo", "Turku"),
        ("853", "Turku"),
        ("SALO", "Salo"),
        ("mariehamn", "Maarianhamina - Mariehamn"),
    ],
)
def test_that_a_municipality_is_found_by_either_name_or_its_number(
    municipalities: Municipalities, typed: str, first: str
) -> None:
    assert find_municipalities(municipalities, typed)[0].name.fi == first


def test_that_the_beginning_of_a_name_comes_before_its_middle(municipalities: Municipalities) -> None:
    names = [m.name.fi for m in find_municipalities(municipalities, "salo")]
    assert names == ["Salo", "Taivassalo"]
    assert find_municipalities(municipalities, "Tallinn") == []


def test_that_all_regions_of_the_mainland_hang_together_by_their_borders(municipalities: Municipalities) -> None:
    bordering = regions(municipalities).bordering
    reached = {"01"}
    while more := {n for region in reached for n in bordering[region]} - reached:
        reached |= more
    assert reached == {r.code for r in municipalities.regions} - {"21"} == bordering.keys()
    assert bordering["02"] == {"01", "04", "05", "06"}
    assert bordering["19"] == {"17"}


@pytest.mark.parametrize(
    ("new", "place"),
    [
        ('["01", "99"]', "neighbours[0]"),
        ('["01", "01"]', "neighbours[0]"),
        ('["01"]', "neighbours[0]"),
        ('["05", "01"]', "neighbours[1]"),
    ],
    ids=["not there", "itself", "alone", "twice"],
)
def test_that_a_wrong_pair_of_neighbours_is_told_with_its_place(copies: Path, new: str, place: str) -> None:
    text = (copies / "municipalities.yaml").read_text("utf-8")
    (copies / "municipalities.yaml").write_text(text.replace('["01", "02"]', new, 1), "utf-8")
    with pytest.raises(UserError) as refused:
        load_municipalities(copies.joinpath)
    assert refused.value.values["place"] == place


def test_that_an_own_copy_without_neighbours_is_read(copies: Path) -> None:
    text = (copies / "municipalities.yaml").read_text("utf-8")
    before, _, after = text.partition("neighbours:")
    (copies / "municipalities.yaml").write_text(before + after[after.index("areas:") :], "utf-8")
    assert load_municipalities(copies.joinpath).neighbours == ()
