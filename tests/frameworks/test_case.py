"""CASE packages: those of others come in whole, and ours lose nothing on their way out and in."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from app.errors import UserError
from app.files import parse_json, read_json
from app.frameworks.model import Framework
from app.frameworks.packs import load_packs
from app.frameworks.readers import case, eperusteet
from app.frameworks.writers.case import package, write
from app.paths import resource
from app.texts import Text
from tests.frameworks import strategies
from tests.frameworks.case_values import DOCUMENT, SMALL, criterion, item, relation, under
from tests.frameworks.case_values import package as value_of

REAL = {"opencase_round_trip_baseline.json": (36, 7), "opensalt_framework_sample.json": (16, 0)}
PACKS = load_packs(resource("frameworks"))


def again(framework: Framework) -> Framework:
    """The framework written and read."""
    return case.read(parse_json(write(framework), "file.json"), "file.json")


def competence(value: Any, place: int = 0) -> Any:
    return case.read(value, "file.json").competences[place]


# From somebody else


def test_that_a_package_is_a_framework_with_what_its_document_says() -> None:
    framework = case.read(SMALL, "file.json")

    assert (framework.key, framework.kind, framework.version) == (f"case:{DOCUMENT}", "framework", "2")
    assert (framework.name, framework.source) == (Text(fi="Hitsaajan osaaminen"), "Yritys Öy")
    assert (framework.valid_from, framework.licence) == (date(2026, 8, 1), "CC BY 4.0")


def test_that_every_item_has_a_place_in_the_order_of_the_tree() -> None:
    competences = case.read(SMALL, "file.json").competences

    assert [(each.code, str(each.name), str(each.group)) for each in competences] == [
        ("", "Hitsaus", ""),
        ("H2", "Putken hitsaus", "Hitsaus"),
        ("", "Välj svetsmetod", "Hitsaus"),
    ]
    assert competences[1].description == Text(fi="Hitsaa putken asennossa PF")
    assert competences[1].links == ("exactMatchOf:https://a.fi/esco",)
    assert competences[2].name == Text(sv="Välj svetsmetod")
    assert competences[2].description == Text(sv="MIG, MAG och TIG")


def test_that_levels_scored_from_0_to_4_are_anchors() -> None:
    anchors = competence(SMALL, 1).anchors

    assert [anchor.fi for anchor in anchors] == ["", "2 at 1", "2 at 2", "2 at 3", "2 at 4"]


@pytest.mark.parametrize("scores", [(10, 20), (1, 1), (0.5, 1), (1, 2, 3, 4, 5)])
def test_that_levels_scored_otherwise_are_no_anchors(scores: tuple[float, ...]) -> None:
    assert competence(value_of([item("1", "a")], [], criterion("1", *scores))).anchors == ()


def test_that_several_criteria_of_an_item_stand_side_by_side() -> None:
    anchors = competence(value_of([item("1", "a")], [], criterion("1", 1), criterion("1", 1, 2))).anchors

    assert [anchor.fi for anchor in anchors] == ["", "1 at 1\n1 at 1", "1 at 2", "", ""]


def test_that_an_item_with_two_places_or_a_place_outside_stands_once() -> None:
    items = [item(name, name) for name in "abc"]
    found = case.read(value_of(items, [under("b", "gone"), under("b", "a"), under("b", "c"), under("x", "a")]), "f")

    assert [(str(each.name), str(each.group)) for each in found.competences] == [("a", ""), ("b", "a"), ("c", "")]


def test_that_a_language_of_its_own_is_kept_and_told_in_the_source() -> None:
    framework = case.read(value_of([item("1", "溶接")], [], language="ja"), "file.json")

    assert framework.competences[0].name == Text(en="溶接")
    assert framework.source == "Yritys Öy (ja)"


def test_that_a_package_without_a_version_has_the_day_of_its_last_change() -> None:
    value = value_of([item("1", "a")], [], lastChangeDateTime="2017-05-25T18:05:33")

    assert case.read(value, "file.json").version == "2017-05-25"


def test_that_a_package_may_be_wrapped_and_links_may_be_mere_addresses() -> None:
    link = {"associationType": "isPeerOf", "originNodeURI": "https://a.fi/1", "destinationNodeURI": "https://a.fi/2"}

    found = case.read({"CFPackage": value_of([item("1", "a <b>b</b> 1 < 2")], [link])}, "file.json")

    assert [str(each.name) for each in found.competences] == ["a b 1 < 2"]


@pytest.mark.parametrize("name", REAL)
def test_that_a_real_package_comes_in_whole(real_data: Path, name: str) -> None:
    raw = read_json(real_data / "case" / name)
    framework = case.read(raw, name)
    items, with_levels = REAL[name]
    others = [each for each in raw["CFAssociations"] if each["associationType"] != "isChildOf"]
    statements = {" ".join(re.sub("<[^>]*>", " ", each["fullStatement"]).split()) for each in raw["CFItems"]}
    told = {text.get("en") for each in framework.competences for text in (each.name, each.description)}

    assert len(framework.competences) == len(raw["CFItems"]) == items
    assert sum(bool(each.anchors) for each in framework.competences) == with_levels
    assert sum(len(each.links) for each in framework.competences) == len(others)
    assert statements <= told
    assert again(framework) == framework


def test_that_what_came_from_others_goes_out_with_its_own_identifiers(real_data: Path) -> None:
    raw = read_json(real_data / "case" / "opencase_round_trip_baseline.json")
    value = package(case.read(raw, "file.json"))

    def tree(given: Any) -> set[tuple[str, str]]:
        ends = ((each["originNodeURI"], each["destinationNodeURI"]) for each in given["CFAssociations"])
        return {(child["identifier"], parent["identifier"]) for child, parent in ends}

    assert value["CFDocument"]["identifier"] == raw["CFDocument"]["identifier"]
    assert {each["identifier"] for each in value["CFItems"]} == {each["identifier"] for each in raw["CFItems"]}
    assert tree(value) == tree(raw)


# Out and in


@given(strategies.frameworks.filter(strategies.filled))
def test_that_a_framework_comes_back_from_a_package_as_it_was(framework: Framework) -> None:
    assert again(framework) == framework


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.key)
def test_that_every_shipped_framework_comes_back_as_it_was(pack: Framework) -> None:
    assert again(pack) == pack


@pytest.mark.parametrize("name", ["autoalan-tyonjohto-old-shape.json", "ajoneuvoala-OPH-5410-2021-new-shape.json"])
def test_that_a_real_qualification_comes_back_as_it_was(real_data: Path, name: str) -> None:
    framework = eperusteet.read(read_json(real_data / "eperusteet" / name), name)

    assert again(framework) == framework


def test_that_the_same_framework_gives_the_same_bytes() -> None:
    assert write(PACKS[0]) == write(PACKS[0])


def test_that_what_another_program_changed_or_added_is_what_is_read() -> None:
    value = json.loads(write(PACKS[0]))
    first = next(each for each in value["CFItems"] if each["CFItemType"] == "Competence")
    first["abbreviatedStatement"] = "Uusi nimi"
    value["CFItems"].append(item("added", "Lisätty", language="fi"))
    value["CFAssociations"].append(under("added", first["identifier"]))

    framework = case.read(value, "file.json")

    assert framework.competences[0].name.fi == "Uusi nimi"
    assert framework.competences[0].name.sv == PACKS[0].competences[0].name.sv
    assert (framework.competences[1].name.fi, framework.competences[1].group.fi) == ("Lisätty", "Uusi nimi")


@pytest.mark.parametrize("kind", ["requirement", "sub_area", "unit", "group"])
def test_that_a_part_of_ours_that_was_moved_is_a_competence_like_any_other(kind: str) -> None:
    own = {"kartturi": {"kind": kind, "key": "moved"}}
    items = [item("1", "a"), item("2", "b", extensions=own)]

    found = case.read(value_of(items, [under("2", "1")]), "file.json")

    assert [(str(each.name), str(each.group)) for each in found.competences] == [("a", ""), ("b", "a")]


def test_that_a_link_leads_to_the_item_of_that_competence_in_its_own_package() -> None:
    digcomp = next(pack for pack in PACKS if pack.key == "digcomp")
    linked = next(pack for pack in PACKS if any("digcomp:4.2" in each.links for each in pack.competences))
    [target] = {
        each["destinationNodeURI"]["identifier"]
        for each in package(linked)["CFAssociations"]
        if each["destinationNodeURI"]["title"] == "digcomp:4.2"
    }

    items = {each.get("humanCodingScheme"): each["identifier"] for each in package(digcomp)["CFItems"]}
    assert target == items["4.2"]


# The official description


def test_that_what_is_written_is_as_the_standard_describes_it(real_data: Path) -> None:
    described = read_json(real_data / "case" / "imscasev1p1_openapi3_v1p0.json")["components"]["schemas"]
    old = eperusteet.read(read_json(real_data / "eperusteet" / "autoalan-tyonjohto-old-shape.json"), "f")
    for framework in (*PACKS, old):
        assert faults(package(framework), {"$ref": "#/components/schemas/CFPackageDType"}, described) == []


def test_that_the_standard_would_find_a_fault(real_data: Path) -> None:
    described = read_json(real_data / "case" / "imscasev1p1_openapi3_v1p0.json")["components"]["schemas"]
    value = package(PACKS[0])
    value["CFItems"][0]["identifier"] = "1"
    value["CFItems"][1]["more"] = 1
    del value["CFAssociations"][0]["uri"]

    assert len(faults(value, described["CFPackageDType"], described)) == 3


def faults(value: Any, form: Any, forms: Any, at: str = "") -> list[str]:
    """Where a value is not as an OpenAPI schema has it: types, patterns, fields required and unknown."""
    if "$ref" in form:
        return faults(value, forms[form["$ref"].rpartition("/")[2]], forms, at)
    if "anyOf" in form:
        found = [faults(value, each, forms, at) for each in form["anyOf"]]
        return [] if [] in found else found[0]
    if isinstance(value, list):
        return [
            fault for place, each in enumerate(value) for fault in faults(each, form["items"], forms, f"{at}/{place}")
        ]
    if isinstance(value, dict):
        known = form.get("properties", {})
        strange = [] if form.get("additionalProperties") else [name for name in value if name not in known]
        missing = [name for name in form.get("required", []) if name not in value]
        inside = [f for name in value if name in known for f in faults(value[name], known[name], forms, f"{at}/{name}")]
        return [*(f"{at}/{name}" for name in (*strange, *missing)), *inside]
    types = {"string": str, "integer": int, "number": int | float, "object": dict, "array": list}
    good = isinstance(value, types[form.get("type", "string")])
    fits = not isinstance(value, str) or re.fullmatch(form.get("pattern", "(?s).*"), value)
    return [] if good and fits and value in form.get("enum", [value]) else [at]


# What is no framework


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"CFItems": []}, "CFDocument is missing"),
        ({"CFDocuments": []}, "CFDocument is missing"),
        (value_of([], []), "has the header of a framework (Hitsaajan osaaminen) but no competences"),
        (value_of([item("1", "a"), item("1", "b")], []), "has the item 1 twice"),
        (value_of([item("1", "a")], [under("1", "1")]), 'goes in a circle: "a" stands under itself'),
        (value_of([item("1", "a"), item("2", "b")], [under("1", "2"), under("2", "1")]), "goes in a circle"),
        (value_of([item(str(n), "a") for n in range(60)], [under(str(n + 1), str(n)) for n in range(59)]), "too deep"),
        (
            value_of([item("1", "a")], [], extensions={"kartturi": {"key": "k", "structure": {"unit_key": "gone"}}}),
            "refers to unit gone, which is not in it",
        ),
        (value_of([item("1", 7)], []), "CFItems[0].fullStatement cannot be 7"),  # type: ignore[arg-type]
        (value_of([item("1", "x" * 100_001)], []), "CFItems[0].fullStatement cannot be"),
    ],
)
def test_that_what_is_no_whole_package_is_told(value: Any, words: str) -> None:
    assert case.recognises(value)
    with pytest.raises(UserError, match=r"^file\.json") as told:
        case.read(value, "file.json")
    assert words in str(told.value)


@pytest.mark.parametrize("value", [None, [], {}, {"osat": []}, "CFDocument", [SMALL], relation("isChildOf", "1", "2")])
def test_that_other_json_is_no_package(value: Any) -> None:
    assert not case.recognises(value)
