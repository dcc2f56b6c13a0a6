"""Reading a qualification: what is read, how it is counted, how it is named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.frameworks.model import Coded, Framework, Unit
from app.frameworks.readers.eperusteet import read, recognises
from app.texts import Text


@pytest.fixture
def framework(small: Any) -> Framework:
    return read(small, "small.json")


def unit(framework: Framework, name: str) -> Unit:
    return next(unit for unit in framework.units if unit.name.fi == name)


def test_that_the_qualification_carries_its_names_number_code_and_days(framework: Framework) -> None:
    assert framework.key == "eperusteet:5000"
    assert framework.kind == "qualification"
    assert framework.name == Text("Esimerkkialan perustutkinto", "Grundexamen i exempel")
    assert framework.order_number == "OPH-1-2026"
    assert framework.code == "399999"
    assert framework.source == "ePerusteet"
    assert framework.version == "2022-05-23"


def test_that_a_day_is_the_day_in_finland_in_summer_and_in_winter(framework: Framework) -> None:
    assert framework.valid_from == date(2022, 8, 1)  # 31 July 21.00 in UTC
    assert framework.valid_to == date(2018, 12, 31)  # 31 December 21.59.59 in UTC


def test_that_areas_and_titles_are_coded_and_a_repeated_title_is_one(framework: Framework) -> None:
    assert framework.areas == (Coded("1007", Text("Myynnin osaamisala")),)
    assert framework.titles == (Coded("10059", Text("Merkonomi")),)


def test_that_a_unit_in_two_ways_to_take_the_qualification_is_one_unit(framework: Framework) -> None:
    assert [unit.code for unit in framework.units] == ["200001", "200002", "", "200004"]


def test_that_points_come_from_the_first_way_that_states_them(framework: Framework) -> None:
    assert [unit.points for unit in framework.units] == [Decimal(15), Decimal("7.5"), Decimal(20), None]


def test_that_the_newer_shape_counts_every_entry_with_text(framework: Framework) -> None:
    statements = unit(framework, "Hitsaus").requirements

    assert [str(statement.text) for statement in statements] == [
        "käyttää suojaimia",
        "noudattaa työaikoja",
        "noudattaa työaikoja",
        "mäter & antecknar",
    ]
    assert [statement.heading.fi for statement in statements] == ["Opiskelija", "Levytyöt", "Levytyöt", "Levytyöt"]


def test_that_the_older_shape_counts_every_target_even_without_words_of_its_own(framework: Framework) -> None:
    statements = unit(framework, "Koneistus").requirements

    assert [statement.text.fi for statement in statements] == [
        "Suunnittelu",
        "Työprosessin hallinta",
        "Työprosessin hallinta",
    ]
    assert statements[0].heading == Text("Työprosessin hallinta")


def test_that_criteria_stay_with_their_target_from_the_lowest_grade_to_the_highest(framework: Framework) -> None:
    levels = unit(framework, "Koneistus").requirements[0].levels

    assert [(level.level.fi, len(level.criteria)) for level in levels] == [("Tyydyttävä 1", 1), ("Kiitettävä 3", 2)]


def test_that_a_grade_is_named_as_the_file_names_it(small: Any) -> None:
    scale = {"osaamistasot": [{"id": 4, "otsikko": {"fi": "Kiitettävä K3"}}]}
    small["tutkinnonOsat"][0]["geneerinenArviointiasteikko"] = {"arviointiAsteikko": scale}

    levels = unit(read(small, "small.json"), "Koneistus").requirements[0].levels

    assert levels[-1].level == Text("Kiitettävä K3")


def test_that_a_unit_with_both_shapes_keeps_both(small: Any) -> None:
    first, second = small["tutkinnonOsat"][:2]
    first["arviointi"] = second["arviointi"]

    assert len(read(small, "small.json").units[0].requirements) == 4 + 3


def test_that_prose_alone_is_counted_by_its_list_items_in_every_language_that_has_as_many(
    framework: Framework,
) -> None:
    assert [statement.text for statement in unit(framework, "Yrittäjyys").requirements] == [
        Text("suunnitella työn", "planera arbetet"),
        Text("laskea", "räkna"),
        Text("hinnan", "ett pris"),
    ]


def test_that_outcomes_of_common_units_are_kept_apart_from_requirements(framework: Framework) -> None:
    common = unit(framework, "Viestintä")

    assert common.kind == "common"
    assert common.requirements == ()
    assert framework.requirement_count == 4 + 3 + 3
    assert [(area.code, area.points, area.optional, len(area.outcomes)) for area in common.sub_areas] == [
        ("VVAI", Decimal(4), False, 1),
        ("VVAI", Decimal(3), True, 0),
        ("VVTK", Decimal(1), False, 2),
    ]
    assert [unit.kind for unit in framework.units[:3]] == ["vocational"] * 3


def test_that_a_code_names_a_thing_before_an_id_and_an_id_before_its_words(framework: Framework) -> None:
    assert [unit.key for unit in framework.units] == [
        "eperusteet:5000/200001",
        "eperusteet:5000/200002",
        "eperusteet:5000/13",
        "eperusteet:5000/200004",
    ]
    assert [statement.key for statement in unit(framework, "Hitsaus").requirements] == [
        "eperusteet:5000/200001/903",
        "eperusteet:5000/200001/8005",
        "eperusteet:5000/200001/8005~2",
        "eperusteet:5000/200001/aaaa-bbbb",
    ]


def test_that_a_statement_keeps_its_key_when_others_come_before_it(small: Any, framework: Framework) -> None:
    small["tutkinnonOsat"].reverse()
    told = next(source for source in small["tutkinnonOsat"] if source["id"] == 13)["ammattitaitovaatimukset"]
    told["fi"] = told["fi"].replace("<ul>\n", "<ul><li>uusi</li>\n")

    changed = read(small, "small.json")

    before = {statement.key for statement in unit(framework, "Yrittäjyys").requirements}
    assert before < {statement.key for statement in unit(changed, "Yrittäjyys").requirements}
    assert unit(changed, "Hitsaus") == unit(framework, "Hitsaus")


def test_that_units_sharing_a_code_are_told_apart_by_id(small: Any) -> None:
    small["tutkinnonOsat"][1]["koodiArvo"] = "200001"

    keys = [unit.key for unit in read(small, "small.json").units[:2]]

    assert keys == ["eperusteet:5000/200001-11", "eperusteet:5000/200001-12"]


def test_that_the_composition_keeps_its_limits_in_points_and_in_pieces(framework: Framework) -> None:
    root = framework.structure
    assert root is not None
    assert root.name == framework.name

    curriculum, competence_based = root.children
    assert (curriculum.points_min, curriculum.points_max) == (Decimal(180), Decimal(180))
    assert competence_based.name.fi == "Näyttötutkinto"
    area = curriculum.children[0]
    assert (area.name.fi, area.area_code, area.pieces_min, area.pieces_max) == ("Myynnin osaamisala", "1007", 1, None)
    assert [node.unit_key for node in area.children] == ["eperusteet:5000/200001", "eperusteet:5000/200002"]


def test_that_one_way_to_take_the_qualification_is_the_composition_itself(small: Any) -> None:
    del small["suoritustavat"][1]

    root = read(small, "small.json").structure

    assert root is not None
    assert (root.name.fi, root.points_min) == ("Esimerkkialan perustutkinto", Decimal(180))


def test_that_reading_twice_gives_the_same(small: Any) -> None:
    assert read(small, "a.json") == read(small, "b.json")


def test_that_a_qualification_is_known_by_its_content(small: Any) -> None:
    assert recognises(small)


@pytest.mark.parametrize(
    "value", [None, 1, "x", [], {}, [1], {"nimi": {"fi": "x"}}, {"oid": "1.2", "koulutustyyppi": 1}]
)
def test_that_anything_else_is_not_taken_for_eperusteet(value: object) -> None:
    assert not recognises(value)
