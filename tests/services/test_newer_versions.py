"""A mapping and the newer versions of what it uses: found, previewed, moved and taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app import files
from app.bootstrap import open_desk
from app.cli import run
from app.errors import UserError
from app.frameworks.model import Framework, Requirement, Unit
from app.frameworks.readers import eperusteet
from app.mapping.moving import Found, counted, gone_from
from app.paths import DataFolder
from app.services import libraries, mappings, moving
from app.services.desk import Desk
from app.texts import Text
from tests.hostile.kinds import TODAY
from tests.store.samples import MACHINIST, WORKSHOP


def order(key: str, version: str, year: int, *units: tuple[str, str]) -> Framework:
    """A reading of a qualification; a unit is its code and its name, and states one thing."""
    made = (
        Unit(
            f"{key}/{code}", code, Text(en=name), None, requirements=(Requirement(f"{key}/{code}/r", Text(en="Does")),)
        )
        for code, name in units
    )
    name = Text(en="Machine work")
    return Framework(key, "qualification", name, version, "351101", f"OPH-1-{year}", units=tuple(made))


OLD = order("eperusteet:1", "2024-05-01", 2024, ("1", "Welding"), ("2", "Casting"), ("3", "Turning"))
NEWER = order("eperusteet:1", "2025-05-01", 2024, ("1", "Welding and cutting"), ("4", "Casting"))
LATER = order("eperusteet:9", "2024-06-01", 2027, ("1", "Joining"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = open_desk(DataFolder(tmp_path), TODAY)
    desk.library.put_framework(OLD)
    needs = [replace(mappings.unit_need(OLD, unit, MACHINIST), position=9 + i) for i, unit in enumerate(OLD.units)]
    desk.cases.add(replace(WORKSHOP, needs=(*WORKSHOP.needs, *needs)))
    yield desk
    desk.close()


def requote(desk: Desk, **quote: str) -> None:
    """Let the needs that are made from the qualification quote something else of it."""
    made = [need for need in desk.cases.load("workshop").needs if need.source_key]
    desk.cases.put("workshop", *(replace(need, **quote) for need in made))  # type: ignore[arg-type]  # names of text fields


def versions(desk: Desk, version: str = "") -> list[str]:
    return [step.to.version for step in moving.newer(desk, desk.cases.load("workshop"), version)]


def test_that_a_newer_version_is_seen_whether_or_not_the_older_one_is_still_there(desk: Desk) -> None:
    assert versions(desk) == []
    desk.library.put_framework(NEWER)
    assert versions(desk) == ["2025-05-01"]
    requote(desk, source_version="2024-01-01")
    assert versions(desk) == ["2025-05-01"]
    requote(desk, source_version="2026-01-01")
    assert versions(desk) == []


def test_that_a_later_order_of_the_qualification_goes_before_a_newer_reading(desk: Desk) -> None:
    for framework in (
        NEWER,
        LATER,
        replace(LATER, key="own:eperusteet:9"),
        replace(LATER, key="eperusteet:8", code=""),
    ):
        desk.library.put_framework(framework)
    [step] = moving.newer(desk, desk.cases.load("workshop"))
    assert step.to.key == "eperusteet:9"
    assert versions(desk, "OPH-1-2024") == versions(desk, "2025-05-01") == ["2025-05-01"]
    with pytest.raises(UserError, match="no newer version"):
        versions(desk, "2019")


def test_that_an_earlier_order_is_no_newer_version(desk: Desk) -> None:
    desk.library.put_framework(replace(LATER, order_number="39/011/2020", version="2026-01-01"))
    assert versions(desk) == []


def test_that_a_profile_which_refers_to_a_unit_is_not_taken_for_the_qualification(desk: Desk) -> None:
    desk.library.put_framework(LATER)
    requote(desk, source_key="sector:metal")
    assert versions(desk) == []


def test_that_a_mapping_of_shipped_profiles_of_today_has_nothing_newer(desk: Desk) -> None:
    profile = libraries.packs()[0]
    mappings.add_needs(
        desk, "workshop", MACHINIST, mappings.competence_needs(profile, profile.competences[:2], MACHINIST)
    )
    assert versions(desk) == []


def test_that_moving_is_one_act_which_is_taken_back_whole(desk: Desk) -> None:
    desk.library.put_framework(NEWER)
    before = desk.cases.load("workshop")
    made = moving.move(desk, "workshop", moving.newer(desk, before))
    after = desk.cases.load("workshop")
    assert counted(made) == {Found.CODE: 1, Found.NAME: 1, Found.GONE: 1}
    assert [(str(n.name), n.source_version) for n in after.needs[2:]] == [
        ("Welding and cutting", "2025-05-01"),
        ("Casting", "2025-05-01"),
        ("Turning", "2024-05-01"),
    ]
    assert gone_from(after.needs[4])
    assert versions(desk) == []
    assert desk.cases.undo("workshop")
    assert replace(desk.cases.load("workshop"), changed=before.changed) == before


def test_the_command(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["move", WORKSHOP.company.name, "--data", str(tmp_path)]
    assert run(command) == 0
    assert capsys.readouterr().out == "The library has nothing newer than what this mapping uses.\n"
    desk.library.put_framework(NEWER)
    before = desk.cases.load("workshop")
    assert run(command) == 0
    assert [line.strip() for line in capsys.readouterr().out.splitlines()] == [
        "Machine work: from OPH-1-2024, 2024-05-01 to OPH-1-2024, 2025-05-01",
        "1 need matches by its code",
        "Welding; name: Welding → Welding and cutting",
        "1 need matches by its name",
        "Casting; unit: 2 Casting → 4 Casting",
        "1 need is gone from the newer version",
        "Turning",
    ]
    assert desk.cases.load("workshop") == before
    assert run([*command, "--to", "2031"]) == 2
    capsys.readouterr()
    assert run([*command, "--apply", "--json"]) == 0
    [told] = json.loads(capsys.readouterr().out)
    assert told["found"] == {"code": 1, "name": 1, "gone": 1}
    assert [need["name"] and need["name"]["en"] for need in told["needs"]] == ["Welding and cutting", "Casting", None]
    assert told["applied"] is True
    assert desk.cases.load("workshop").needs[2].source_version == "2025-05-01"


def test_that_every_statement_of_a_real_qualification_is_found_in_its_next_order(desk: Desk, real_data: Path) -> None:
    path = real_data / "eperusteet" / "ajoneuvoala-OPH-5410-2021-new-shape.json"
    old = eperusteet.read(files.read_json(path), path.name)
    units = tuple(
        replace(
            unit,
            key=unit.key.replace(old.key, "eperusteet:0"),
            requirements=tuple(replace(r, key=r.key.replace(old.key, "eperusteet:0")) for r in unit.requirements),
        )
        for unit in old.units[1:]
    )
    new = replace(old, key="eperusteet:0", order_number="OPH-1-2030", units=units)
    for framework in (old, new):
        desk.library.put_framework(framework)
    needs = [need for unit in old.units for need in mappings.requirement_needs(old, unit, unit.requirements, MACHINIST)]
    mapping = replace(WORKSHOP, needs=tuple(needs))
    [step] = moving.newer(desk, mapping)
    count = counted(moving.preview(desk, mapping, step))
    gone = len(old.units[0].requirements)
    assert gone > 0
    assert count == {Found.CODE: len(needs) - gone, Found.NAME: 0, Found.GONE: gone}
