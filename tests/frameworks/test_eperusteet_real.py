"""Official files, counted straight from their JSON by other means than the reader's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.frameworks.model import Framework, Node
from app.frameworks.readers.eperusteet import read, recognises

FILES = {
    "ajoneuvoala-OPH-5410-2021-new-shape.json": (78, 1888),
    "ajoneuvoalan-at-OPH-3418-2025-header-only-units-cut.json": (1, 0),
    "autoalan-tyonjohto-old-shape.json": (8, 16),
    "liiketalous-old-shape.json": (38, 545),
    "tuotekehitystyon-eat-OPH-2624-2017-old-shape.json": (5, 18),
    "tvt-OPH-1117-2019-old-shape.json": (23, 335),
}
LANGUAGES = ("fi", "sv", "en")


@pytest.fixture(scope="module", params=FILES)
def raw(real_data: Path, request: pytest.FixtureRequest) -> Any:
    return json.loads((real_data / "eperusteet" / request.param).read_text("utf-8"))


@pytest.fixture(scope="module")
def framework(raw: Any) -> Framework:
    assert recognises(raw)
    return read(raw, "file.json")


def everything_under(value: Any, field: str) -> Iterator[Any]:
    """What any object below has under a name, at whatever depth."""
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from everything_under(child, field)
    if isinstance(value, dict) and value.get(field) is not None:
        yield value[field]


def has_text(words: dict[str, Any]) -> bool:
    return any(words.get(language) and words[language].strip() for language in LANGUAGES)


def parts_of_prose(words: dict[str, str]) -> int:
    for html in filter(None, map(words.get, LANGUAGES)):
        for pattern in (r"<li[^>]*>([^<]*\S)", r"<p[^>]*>(.*?)</p>"):
            found = [re.sub(r"<[^>]*>|&nbsp;|\s", "", text) for text in re.findall(pattern, html, re.DOTALL)]
            if any(found):
                return len([text for text in found if text])
    return 0


def requirements_of(unit: dict[str, Any]) -> int:
    stated = sum(map(has_text, everything_under(unit.get("ammattitaitovaatimukset2019"), "vaatimus")))
    assessed = sum(map(len, everything_under(unit.get("arviointi"), "arvioinninKohteet")))
    return stated + assessed or parts_of_prose(unit.get("ammattitaitovaatimukset") or {})


def outcomes_of(unit: dict[str, Any]) -> int:
    areas = unit.get("osaAlueet") or []
    stated = sum(map(has_text, everything_under(areas, "vaatimus")))
    prose = [goals["tavoitteet"] for sets in everything_under(areas, "osaamistavoitteet") for goals in sets]
    return stated + sum(parts_of_prose(words or {}) for words in prose)


def nodes(root: Node) -> Iterator[Node]:
    yield root
    for child in root.children:
        yield from nodes(child)


def texts(value: object) -> Iterator[str]:
    for child in re.findall(r"(?:fi|sv|en)=('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")", repr(value)):
        yield child[1:-1]


def test_that_units_and_requirements_are_as_many_as_the_json_holds(raw: Any, framework: Framework) -> None:
    assert len(framework.units) == len({unit["id"] for unit in raw["tutkinnonOsat"]})
    assert framework.requirement_count == sum(map(requirements_of, raw["tutkinnonOsat"]))
    assert (len(framework.units), framework.requirement_count) in FILES.values()


def test_that_each_unit_has_as_many_requirements_and_outcomes_as_its_json(raw: Any, framework: Framework) -> None:
    for unit, source in zip(framework.units, raw["tutkinnonOsat"], strict=True):
        assert len(unit.requirements) == requirements_of(source), unit.name
        assert sum(len(area.outcomes) for area in unit.sub_areas) == outcomes_of(source), unit.name


def test_that_common_units_are_told_from_vocational_ones(raw: Any, framework: Framework) -> None:
    common = [unit.code for unit in framework.units if unit.kind == "common"]

    assert common == [unit["koodiArvo"] for unit in raw["tutkinnonOsat"] if unit.get("osaAlueet")]


def test_that_points_are_those_of_the_references(raw: Any, framework: Framework) -> None:
    references = list(everything_under(raw, "tutkinnonOsaViitteet"))
    stated = {ref["_tutkinnonOsa"]: ref["laajuus"] for refs in references for ref in refs if ref.get("laajuus")}

    for unit, source in zip(framework.units, raw["tutkinnonOsat"], strict=True):
        assert unit.points == stated.get(str(source["id"]))


def test_that_the_composition_refers_to_units_as_often_as_the_json(raw: Any, framework: Framework) -> None:
    assert framework.structure is not None
    tree = list(nodes(framework.structure))

    referred = [node.unit_key for node in tree if node.unit_key]
    assert len(referred) == len(list(everything_under(raw, "_tutkinnonOsaViite")))
    assert set(referred) == {unit.key for unit in framework.units}
    limits = [rule["laajuus"] for rule in everything_under(raw, "muodostumisSaanto") if rule.get("laajuus")]
    least = sum(limit["minimi"] for limit in limits if limit["minimi"])
    assert sum(node.points_min for node in tree if node.points_min) == least
    pieces = [rule["koko"]["minimi"] for rule in everything_under(raw, "muodostumisSaanto") if rule.get("koko")]
    assert sum(node.pieces_min for node in tree if node.pieces_min) == sum(pieces)


def test_that_keys_are_unique_and_the_same_every_time(raw: Any, framework: Framework) -> None:
    keys = [statement.key for unit in framework.units for statement in unit.requirements]
    keys += [unit.key for unit in framework.units]
    keys += [outcome.key for unit in framework.units for area in unit.sub_areas for outcome in area.outcomes]
    keys += [area.key for unit in framework.units for area in unit.sub_areas]

    assert len(set(keys)) == len(keys)
    assert read(json.loads(json.dumps(raw)), "again.json") == framework


def test_that_no_markup_and_no_stray_space_is_left(framework: Framework) -> None:
    for text in texts(framework):
        assert not re.search(r"</?[a-z]|&[a-z]+;|\\[nrt]|  ", text), text
        assert text == text.strip()


def test_that_every_statement_and_every_unit_has_words(framework: Framework) -> None:
    assert all(unit.name for unit in framework.units)
    assert all(statement.text for unit in framework.units for statement in unit.requirements)


def test_that_no_offer_file_is_taken_for_eperusteet(real_data: Path) -> None:
    for folder in ("opintopolku", "case"):
        files = sorted((real_data / folder).rglob("*.json"))
        assert files
        assert not [path.name for path in files if recognises(json.loads(path.read_text("utf-8")))]
