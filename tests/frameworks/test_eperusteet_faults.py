"""Files that cannot be read: one clear sentence, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.files import parse_json
from app.frameworks.model import Framework
from app.frameworks.readers.eperusteet import read, recognises
from tests.wrong_json import read_or_refused, spoil


def keys(framework: Framework) -> list[str]:
    units = [unit.key for unit in framework.units]
    statements = [statement.key for unit in framework.units for statement in unit.requirements]
    areas = [area.key for unit in framework.units for area in unit.sub_areas]
    outcomes = [outcome.key for unit in framework.units for area in unit.sub_areas for outcome in area.outcomes]
    return units + statements + areas + outcomes


@given(data=st.data())
def test_that_a_file_with_wrong_values_is_read_or_refused_in_words(small_json: str, data: st.DataObject) -> None:
    value = json.loads(small_json)
    spoil(data, value)
    assert recognises(value) in {True, False}
    result = read_or_refused(read, value)
    if not isinstance(result, UserError):
        assert len(set(keys(result))) == len(keys(result))


@given(cut=st.integers(min_value=1))
def test_that_a_truncated_file_is_refused_in_words(small_json: str, cut: int) -> None:
    with pytest.raises(UserError, match=r"small\.json"):
        parse_json(small_json.encode()[: cut % len(small_json) or 1], "small.json")


def test_that_a_wrong_type_is_told_with_its_place_and_value(small: Any) -> None:
    small["tutkinnonOsat"][1]["arviointi"] = 7

    with pytest.raises(UserError) as refused:
        read(small, "small.json")

    assert "tutkinnonOsat[1].arviointi cannot be 7" in str(refused.value)


def test_that_a_missing_number_of_the_qualification_is_told(small: Any) -> None:
    del small["id"]

    with pytest.raises(UserError, match="id is missing"):
        read(small, "small.json")


@pytest.mark.parametrize("depth", [300, 900])
def test_that_an_absurdly_deep_composition_is_refused(small: Any, depth: int) -> None:
    branch: dict[str, Any] = {}
    for _ in range(depth):
        branch = {"osat": [branch]}
    small["suoritustavat"][0]["rakenne"] = branch

    with pytest.raises(UserError, match="nested too deep"):
        read(small, "small.json")


def test_that_a_composition_that_contains_itself_is_refused(small: Any) -> None:
    root = small["suoritustavat"][0]["rakenne"]
    root["osat"].append(root)

    with pytest.raises(UserError, match="nested too deep"):
        read(small, "small.json")


def test_that_depth_in_a_field_that_is_not_read_does_no_harm(small: Any) -> None:
    nested: list[Any] = []
    for _ in range(50_000):
        nested = [nested]
    small["kuvaus"] = nested
    small["koodiUri"] = nested
    small["osanTyyppi"] = nested

    assert recognises(small)
    assert read(small, "small.json").requirement_count == 10


@pytest.mark.parametrize("place", ["viite", "osa"])
def test_that_a_composition_of_units_that_are_gone_is_refused(small: Any, place: str) -> None:
    if place == "osa":
        del small["tutkinnonOsat"][1]
    else:
        del small["suoritustavat"][0]["tutkinnonOsaViitteet"][1]

    with pytest.raises(UserError, match="part of the file is gone"):
        read(small, "small.json")


@pytest.mark.parametrize("units", [None, []])
def test_that_a_header_without_units_is_refused_by_the_qualifications_name(small: Any, units: object) -> None:
    small["tutkinnonOsat"] = units

    with pytest.raises(UserError, match=r"header of a qualification \(Esimerkkialan perustutkinto\)"):
        read(small, "small.json")


def test_that_units_without_statements_are_units_all_the_same(small: Any) -> None:
    small["suoritustavat"] = []
    small["tutkinnonOsat"] = [{"id": 1, "koodiArvo": "100001", "nimi": {"fi": "Osa"}, "osaAlueet": []}]

    framework = read(small, "small.json")

    assert (len(framework.units), framework.requirement_count) == (1, 0)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("api-perusteet-list-page.json", "a page from the list"),
        ("api-openapi.json", "technical description"),
    ],
)
def test_that_other_files_of_eperusteet_are_named_for_what_they_are(real_data: Path, file: str, words: str) -> None:
    value = parse_json((real_data / "eperusteet" / file).read_bytes(), file)

    assert recognises(value)
    with pytest.raises(UserError, match=words):
        read(value, file)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"data": [], "sivuja": 0, "kokonaismäärä": 0}, "a page from the list"),
        ({"data": [{"koodiUri": "osaamismerkit_1007"}], "kokonaismäärä": 1}, "id is missing"),
        ([{"koodiUri": "osaamismerkit_1007"}, 7], "id is missing"),
        ({"osanTyyppi": "tutkinnonosa", "nimi": None}, "id is missing"),
    ],
)
def test_that_small_parts_of_eperusteet_are_named_for_what_they_are(value: object, words: str) -> None:
    assert recognises(value)
    with pytest.raises(UserError, match=words):
        read(value, "part.json")


@pytest.mark.parametrize("value", [None, 3, "text", [], {}])
def test_that_a_value_from_elsewhere_is_refused_if_read_all_the_same(value: object) -> None:
    with pytest.raises(UserError, match=r"x\.json"):
        read(value, "x.json")
