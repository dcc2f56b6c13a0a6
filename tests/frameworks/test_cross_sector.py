"""The twelve competences that every sector has (brief, 5.5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.files import read_json
from app.frameworks.model import Competence, Framework
from app.frameworks.packs import load_packs
from app.languages import LANGUAGES
from app.paths import resource

LINKED = {
    "X02": ("digcomp:1", "digcomp:2", "digcomp:3", "digcomp:5"),
    "X03": ("digcomp:4",),
    "X04": ("lifecomp:S2",),
    "X06": ("qualification:334120",),
    "X07": ("entrecomp:2.4",),
    "X10": ("greencomp:1", "greencomp:2", "greencomp:3", "greencomp:4"),
    "X11": ("entrecomp:3",),
}
UNITS = {"X05": ("106731",), "X07": ("106677",), "X08": ("106675",), "X10": ("106735",)}


@pytest.fixture(scope="module")
def pack() -> Framework:
    [found] = [pack for pack in load_packs(resource("frameworks")) if pack.key == "cross:x"]
    return found


def test_that_there_are_twelve_in_their_order(pack: Framework) -> None:
    assert pack.kind == "cross_sector"
    assert [c.code for c in pack.competences] == [f"X{n:02}" for n in range(1, 13)]


def test_that_they_lead_to_frameworks_and_units(pack: Framework) -> None:
    assert {c.code: c.links for c in pack.competences if c.links} == LINKED
    assert {c.code: c.unit_codes for c in pack.competences if c.unit_codes} == UNITS
    assert {unit.code for unit in pack.units} == {code for codes in UNITS.values() for code in codes}


def test_that_each_has_a_starting_point_and_says_what_it_looks_like(pack: Framework) -> None:
    assert [c.code for c in pack.competences if not (c.description and c.target and c.criticality)] == []


def sentences(competence: Competence) -> list[str]:
    return [text.get(lang) for text in (competence.description, *competence.anchors) for lang in LANGUAGES]


def test_that_each_level_is_seen_in_a_sentence_of_its_own(pack: Framework) -> None:
    seen = [sentence for competence in pack.competences for sentence in sentences(competence)]

    assert len(set(seen)) == 12 * (1 + 5) * 3
    assert [s for s in seen if not (s[0].isupper() and s.endswith(".") and len(s) <= 120)] == []


def test_that_unit_names_are_those_of_the_requirements(pack: Framework, real_data: Path) -> None:
    requirements = read_json(real_data / "eperusteet" / "ajoneuvoala-OPH-5410-2021-new-shape.json")
    official = {unit["koodiArvo"]: unit["nimi"] for unit in requirements["tutkinnonOsat"]}
    common = [unit for unit in pack.units if unit.code in official]

    assert {unit.code for unit in common} == {"106731", "106735"}
    for unit in common:
        assert [unit.name.get(lang) for lang in LANGUAGES] == [official[unit.code][lang].strip() for lang in LANGUAGES]
