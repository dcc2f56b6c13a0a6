"""Units that the needs of a role come from: the levels of all its people together, never one person's alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from app.mapping.company import Company
from app.mapping.model import Assessment, Assessor, LevelCount, Mapping, PeopleMode, Person, Role, RoleNeed
from app.mapping.unit_fit import Extent, FitAdvice, RoleUnit, role_units
from app.texts import Text

TURNING = Text(fi="Sorvaus")


def need(key: str, unit: str = "101108", **fields: Any) -> RoleNeed:
    base = RoleNeed(key, "turner", Text(fi=key), "eperusteet:1", "2026", competence_code=key, unit_code=unit)
    return replace(base, unit_name=TURNING, **fields)


def mapping(levels: dict[str, tuple[int | None, ...]], *needs: RoleNeed) -> Mapping:
    """A role whose people have these levels in each need."""
    count = max(map(len, levels.values()))
    return Mapping(
        key="m",
        company=Company("c", "Example Workshop Ltd"),
        roles=(Role("turner", "Turner", count),),
        people=tuple(Person(f"p{n}", "turner", f"H{n}") for n in range(count)),
        needs=needs or tuple(need(key) for key in levels),
        assessments=tuple(
            Assessment(f"p{n}", key, Assessor.SUPERVISOR, level)
            for key, given in levels.items()
            for n, level in enumerate(given)
        ),
    )


def only(found: Mapping, extent: Extent | None = None) -> RoleUnit:
    [unit] = role_units(found, {("eperusteet:1", "2026", "101108"): extent} if extent else {})
    return unit


def test_that_levels_of_all_people_in_all_needs_of_a_unit_count_together() -> None:
    unit = only(mapping({"turns": (3, 2), "cuts": (4, None), "reads": (1, 0)}))
    assert (unit.whole, unit.half, unit.low, unit.known, unit.of) == (2, 1, 2, 5, 6)
    assert unit.fit.fit == Fraction(5, 10)
    assert unit.fit.advice is FitAdvice.PARTIAL


def test_that_one_person_who_cannot_yet_stands_against_a_demonstration_of_the_role() -> None:
    assert only(mapping({"turns": (3, 3, 3), "cuts": (4, 3, 2)})).fit.advice is FitAdvice.DEMONSTRATION
    assert only(mapping({"turns": (3, 3, 3), "cuts": (4, 3, 1)})).fit.advice is FitAdvice.PARTIAL


def test_that_nobody_assessed_is_not_zero() -> None:
    unit = only(mapping({"turns": (None, None)}))
    assert (unit.fit.fit, unit.fit.advice) == (None, FitAdvice.NOT_ASSESSED)
    assert (unit.known, unit.of) == (0, 2)


def test_that_people_counted_by_level_fit_as_well() -> None:
    counted = replace(
        mapping({"turns": (None, None, None)}),
        people_mode=PeopleMode.ROLES_ONLY,
        level_counts=(LevelCount("turns", 3, 2), LevelCount("turns", 2, 1)),
    )
    assert (only(counted).whole, only(counted).half, only(counted).of) == (2, 1, 3)


def test_that_requirements_that_the_role_does_not_need_are_not_known() -> None:
    unit = only(mapping({"turns": (3, 3)}), Extent("unit", requirements=4))
    assert unit.is_part
    assert not unit.is_whole
    assert unit.fit.completeness == Fraction(1, 4)
    assert unit.fit.advice is FitAdvice.PARTIAL  # the rest of the unit was never asked
    assert unit.of == 2  # of what was asked


@pytest.mark.parametrize("code", ["turns", "unit"])
def test_that_all_requirements_or_the_unit_itself_are_the_whole(code: str) -> None:
    extent = Extent("unit", requirements=1 if code == "turns" else 4)
    unit = only(mapping({"turns": (3, 3)}, need("turns", competence_code=code)), extent)
    assert unit.is_whole
    assert not unit.is_part
    assert unit.fit.advice is FitAdvice.DEMONSTRATION


def test_that_points_are_missing_of_a_whole_unit_of_known_extent_only() -> None:
    found, half = mapping({"turns": (2, 2)}), Fraction(15, 2)
    assert only(found, Extent("unit", 1, Decimal(15))).missing_points == half
    assert only(found, Extent("unit", 4, Decimal(15))).missing_points is None
    assert only(found, Extent("unit", 1)).missing_points is None
    assert only(found).missing_points is None


@pytest.mark.parametrize("other", [{"source_key": ""}, {"source_version": "2025"}])
def test_that_needs_from_several_sources_are_one_unit_without_an_extent(other: dict[str, str]) -> None:
    found = mapping({"turns": (3,), "own": (3,)}, need("turns"), need("own", **other))
    unit = only(found, Extent("unit", 1, Decimal(15)))
    assert {n.key for n in unit.needs} == {"turns", "own"}
    assert unit.extent is None


def test_that_units_stand_by_role_and_place_and_what_is_of_no_unit_is_left_out() -> None:
    needs = (
        need("late", "3", position=2),
        need("own", ""),
        need("first", "2", position=0),
        need("other", "1", role_key="boss"),
    )
    roles = (Role("turner", "Turner", position=1), Role("boss", "Boss", position=0))
    found = replace(mapping({"late": (3,)}, *needs), roles=roles)
    assert [(unit.role_key, unit.code) for unit in role_units(found)] == [
        ("boss", "1"),
        ("turner", "2"),
        ("turner", "3"),
    ]
