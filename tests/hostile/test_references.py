"""Files whose parts refer to each other in circles, to nothing, or twice to the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.errors import UserError
from app.frameworks.model import Node
from app.frameworks.readers import eperusteet
from app.offers.readers import opintopolku
from app.services.desk import Desk
from app.services.libraries import import_files
from tests.hostile.ends import end_of, kept
from tests.hostile.kinds import KINDS, PACK, QUALIFICATION, Kind, Place, changed
from tests.offers.catalogue_rows import FULL, of
from tests.offers.opintopolku_values import EDUCATION, IMPLEMENTATION, education, hit, implementation

# ePerusteet


def _unit_keys(node: Node) -> list[str]:
    return [node.unit_key, *(key for child in node.children for key in _unit_keys(child))]


def test_that_a_unit_that_stands_in_the_composition_many_times_is_one_unit() -> None:
    branch = {"_tutkinnonOsaViite": "41"}
    value = changed(QUALIFICATION, ("suoritustavat", 0, "rakenne"), {"osat": [branch, {"osat": [branch] * 100}]})

    framework = eperusteet.read(value, "file.json")

    assert framework.structure
    assert _unit_keys(framework.structure).count("eperusteet:5000/200001") == 102
    assert [unit.code for unit in framework.units] == ["200001", "200002", "", "200004"]


def test_that_numbers_that_point_back_at_themselves_are_only_numbers() -> None:
    """A reference, the unit it means and the qualification all have one number."""
    way = {
        "tutkinnonOsaViitteet": [{"id": 5000, "_tutkinnonOsa": "5000"}],
        "rakenne": {"_tutkinnonOsaViite": "5000", "osat": [{"_tutkinnonOsaViite": "5000"}]},
    }
    value = QUALIFICATION | {"suoritustavat": [way], "tutkinnonOsat": [{"id": 5000, "koodiArvo": "5000"}]}

    [unit] = eperusteet.read(value, "file.json").units

    assert unit.key == "eperusteet:5000/5000"


@pytest.mark.parametrize(
    ("place", "number"),
    [(("suoritustavat", 0, "tutkinnonOsaViitteet", 1, "id"), 41), (("tutkinnonOsat", 1, "id"), 11)],
    ids=["reference", "unit"],
)
def test_that_a_number_that_two_have_leaves_no_reference_to_nothing(place: Place, number: int) -> None:
    end = end_of(lambda: eperusteet.read(changed(QUALIFICATION, place, number), "file.json"), "file.json")

    assert "part of the file is gone" in str(end)


def test_that_every_list_twice_over_keeps_its_keys_apart() -> None:
    value = QUALIFICATION
    for place in (("tutkinnonOsat",), ("suoritustavat",), ("osaamisalat",), ("tutkintonimikkeet",), ("koulutukset",)):
        value = changed(value, place, QUALIFICATION[place[0]] * 2)

    framework = eperusteet.read(value, "file.json")

    assert framework.units == eperusteet.read(QUALIFICATION, "file.json").units
    assert len(framework.areas) == len(framework.titles) == 1


# Opintopolku


def _in_circles() -> dict[str, Any]:
    other = "1.2.246.562.13.43"
    return {
        "own-parent.json": education(koulutusOid=EDUCATION),
        "round.json": education(oid=other, koulutusOid=EDUCATION),
        "implementation.json": implementation(),
        "of-one-with-a-parent.json": implementation(oid=f"{IMPLEMENTATION}1", koulutusOid=other),
        "of-nothing.json": implementation(oid=f"{IMPLEMENTATION}2", koulutusOid="1.2.246.562.13.99"),
    }


def test_that_offers_that_are_each_others_parents_end_where_they_began(desk: Desk, folder: Path) -> None:
    paths = [folder / name for name in _in_circles()]
    for path, value in zip(paths, _in_circles().values(), strict=True):
        path.write_text(json.dumps(value), "utf-8")

    assert [report.error for report in import_files(desk, paths)] == [None] * 5
    once = kept(desk)
    assert [report.error for report in import_files(desk, paths[::-1])] == [None] * 5
    assert kept(desk) == once


@pytest.mark.parametrize("parent", [IMPLEMENTATION, "1.2.246.562.10.1", "x" * 10**6, EDUCATION + "\n"])
def test_that_a_parent_that_is_no_education_is_refused(parent: str) -> None:
    end = end_of(lambda: opintopolku.read(implementation(koulutusOid=parent), "file.json"), "file.json")

    assert isinstance(end, UserError)
    assert "koulutusOid" in str(end)


def test_that_a_page_with_one_hit_many_times_has_one_offer(desk: Desk, folder: Path) -> None:
    path = folder / "page.json"
    path.write_text(json.dumps({"total": 1, "hits": [hit(77)] * 500}), "utf-8")

    [report] = import_files(desk, [path])

    assert (report.new, report.updated, report.unchanged) == (("opintopolku:1.2.246.562.13.77",), (), ())


# A catalogue


def test_that_of_one_offer_many_times_the_last_stays_and_the_others_are_told() -> None:
    found = of(*(FULL | {"price_eur": str(n)} for n in range(300)))

    assert [int(offer.price_eur or 0) for offer in found.offers] == [299]
    assert [fault.line for fault in found.refused] == list(range(2, 301))


# Files of ours, in YAML


YAML = {kind.name: kind for kind in KINDS if kind.form == "yaml"}
STEPS = list(zip("abcdefg", "bcdefgh", strict=True))
TRICKS = {
    "an alias": "a: &a [x]\nb: *a\n",
    "a circle": "&a [*a]\n",
    "a circle of merging": "&a {<<: *a, b: 1}\n",
    "a bomb": "a: &a [x]\n" + "".join(f"{new}: &{new} [{f'*{old}, ' * 10}]\n" for old, new in STEPS),
    "a bomb of merging": "a: &a {k: 1}\n"
    + "".join(f"{new}: &{new} {{<<: [{f'*{old}, ' * 10}]}}\n" for old, new in STEPS),
    "a tag of Python": "!!python/object/apply:os.system [ls]\n",
    "a tag of nothing": '!!int ""\n',
    "a tag of a wrong word": '!!bool "x"\n',
    "a tag of no day": '!!timestamp "x"\n',
    "a tag of ours": "!own x\n",
    "depth in lists": "[" * 50_000,
    "depth in keys": "? " * 50_000,
    "depth in lines": "".join(f"{' ' * n}a:\n" for n in range(1000)),
    "a number in sixties": f"a: {'1:' + '59:' * 6000}1.5\n",
    "a number in sixties without end": f"a: {'1:' + '59:' * 10**6}1\n",
    "a day that is none": "a: 2026-99-99\n",
    "a key of a list": "{[a]: b}\n",
    "a tabulator": "a:\n\t- b\n",
    "two documents": "a: 1\n---\nb: 2\n",
    "only a remark": "# nothing\n",
}


def _refusal(kind: Kind, desk: Desk, path: Path, text: str) -> str:
    path.write_text(text, "utf-8")
    error = end_of(lambda: kind.read(desk, path), path.name)
    assert isinstance(error, UserError)
    return str(error)


@pytest.mark.parametrize("name", YAML)
@pytest.mark.parametrize("trick", TRICKS)
def test_that_tricks_of_yaml_are_refused(name: str, trick: str, desk: Desk, folder: Path) -> None:
    assert _refusal(YAML[name], desk, folder / YAML[name].file, TRICKS[trick])


def test_that_two_packs_with_one_key_are_refused(desk: Desk, folder: Path) -> None:
    (folder / "first.yaml").write_text(json.dumps(PACK), "utf-8")

    assert "has the key sector:test" in _refusal(YAML["pack"], desk, folder / "second.yaml", json.dumps(PACK))


@pytest.mark.parametrize("field", ["units", "competences"])
def test_that_two_codes_in_one_pack_are_refused(field: str, desk: Desk, folder: Path) -> None:
    twice = json.dumps(PACK | {field: PACK[field] * 2})

    assert f"{field} cannot be" in _refusal(YAML["pack"], desk, folder / "pack.yaml", twice)
