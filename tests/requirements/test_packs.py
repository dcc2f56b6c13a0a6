"""What is shipped: every text in every language, and every code of it in the official list that has its kind."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from app.files import read_json
from app.frameworks.packs import read_yaml
from app.languages import LANGUAGES
from app.paths import resource

TWO_NAMES: Final = r"municipalities\.yaml/areas\b"
"""Employment areas have no English names."""
FILES: Final = sorted(path for path in resource().rglob("*.yaml") if "locale" not in path.parts)
QUALIFICATION_FIELDS: Final = ("qualification_code", "qualification", "qualifications")


@cache
def _shipped(path: Path) -> Any:
    return read_yaml(path)


def _within(value: Any, place: str) -> Iterator[tuple[str, Any]]:
    """Every value of a file with its place."""
    yield place, value
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _within(child, f"{place}/{key}")
    elif isinstance(value, list):
        for child in value:
            yield from _within(child, place)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_that_every_text_is_there_in_all_three_languages(path: Path) -> None:
    texts = [(p, v) for p, v in _within(_shipped(path), path.name) if isinstance(v, dict) and {*v} & {*LANGUAGES}]
    gaps = [(p, v) for p, v in texts if not all(str(v.get(language) or "").strip() for language in LANGUAGES)]
    assert [place for place, _ in gaps if not re.match(TWO_NAMES, place)] == []


def test_that_no_level_of_a_competence_is_told_twice_in_any_language() -> None:
    told: Counter[str] = Counter()
    for path in FILES:
        if path.parent.name == "frameworks":
            found = [v for p, v in _within(_shipped(path), "") if p.endswith("/competences/anchors") and "fi" in v]
            told.update(re.sub(r"\W+", " ", words[language]).casefold() for words in found for language in LANGUAGES)
    assert len(told) >= 3 * 5 * (11 * 10 + 12)
    assert [words for words, times in told.items() if times > 1] == []


def _codes(pattern: str) -> set[str]:
    """What stands in places like this, in any shipped file."""
    found = [v for path in FILES for p, v in _within(_shipped(path), path.name) if re.search(pattern, p)]
    return {str(v) for v in found if isinstance(v, str) and v}


@cache
def _offers() -> list[dict[str, str]]:
    with resource("offers", "examples.csv").open(encoding="utf-8-sig", newline="") as file:
        return [*csv.DictReader(file, delimiter=";")]


def _official(real_data: Path, file: str) -> set[str]:
    return {row["koodiArvo"] for row in read_json(real_data / "koodisto" / file)}


def test_that_every_qualification_named_anywhere_is_in_the_national_list(real_data: Path) -> None:
    named = _codes(r"/(qualification|qualification_code|qualifications)$")
    named |= _codes(r"catalogues?.*/qualifications/code$|qualifications\.yaml/qualifications/code$")
    named |= {str(_shipped(path).get("code") or "") for path in FILES if path.parent.name == "frameworks"}
    named |= {row["qualification_code"] for row in _offers()}
    named |= {link.partition(":")[2] for link in _codes(r"/links$") if link.startswith("qualification:")}
    named.discard("")
    assert len(named) >= 26
    assert named <= _official(real_data, "oph-koulutus_11.json")


def test_that_every_title_named_is_in_the_national_list(real_data: Path) -> None:
    named = _codes(r"titles\.yaml/titles/codes$")
    assert len(named) >= 28
    assert named <= _official(real_data, "oph-tutkintonimikkeet.json")


def test_that_every_municipality_and_region_named_is_in_the_national_lists(real_data: Path) -> None:
    lists = (read_json(real_data / "koodisto" / f"{name}_fi.json") for name in ("kunta", "maakunta"))
    official = {item["code"] for items in lists for item in items}
    places = {part for row in _offers() for part in row["place_municipality"].split("|") if part.isdigit()}
    named = places | _codes(r"sample.*/municipality$|workshop\.yaml/company/municipality$")
    assert named
    assert named <= official


def test_that_every_unit_of_the_sample_and_its_offers_is_of_a_profile_or_of_the_real_requirements(
    real_data: Path,
) -> None:
    known = {str(u["code"]) for path in FILES for u in _shipped(path).get("units") or ()}
    real = (real_data / "eperusteet" / "ajoneuvoala-OPH-5410-2021-new-shape.json").read_text("utf-8")
    known |= set(re.findall(r"tutkinnonosat_(\d+)", real))
    named = {code for row in _offers() for code in row["unit_codes"].split("|") if code}
    named |= {code for code in _codes(r"/unit(_code)?s?$") if re.fullmatch(r"\d{6}", code)}
    assert len(named) > 10
    assert named <= known
