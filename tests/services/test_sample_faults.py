"""The file of the sample company when something is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.errors import UserError
from app.frameworks.packs import load_packs
from app.paths import resource
from app.services.sample import load_sample

WORKSHOP = resource("sample", "workshop.yaml")
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("competence: sector:machine/MA03", "competence: sector:machine/MA99", "roles[1].needs[1].competence"),
        ("{person: H9, level: 2}", "{person: H1, level: 2}", "roles[3].needs[2].answers[1].person"),
        ("role: mechanics", "role: painters", "cards[0].role"),
        ("- need: cam", "- need: cad", "agreed[1].need"),
        ("for: hot-work-of-mechanics", "for: hot-work", "measures[9].for"),
        ("kartturi-sample/1", "kartturi-sample/2", "format cannot be"),
        ("{person: H3, level: 0}", "{person: H3, level: 5}", "roles[0].needs[0].answers[2].level cannot be 5"),
        ("{person: H3, level: 0}", "{person: H3}", "roles[0].needs[0].answers[2].level cannot be"),
        ("by: self}", "by: supervisor}", "roles[0].needs[1].answers cannot be"),
        ("in_days: 640", "in_days: 6400000", "cards[5].in_days cannot be 6400000"),
        ("by: consultant", "by: neighbour", 'by cannot be "neighbour"'),
        ("option: inner_teacher", "option: wizard", 'option cannot be "wizard"'),
        ("sv: Svetsare, ", "", "roles[2].name.sv"),
        ("people: [H7]", "people: [H6]", "roles cannot be"),
        ("- key: cam-unit", "- key: cam-pairs", "measures cannot be"),
        ("- need: maintenance", "- need: cam", "agreed cannot be"),
        ("competence: cross:x/X06", "competence: ''", "roles[3].needs[0] cannot be"),
        ("in_days: 49", "in_days: soon", 'next_meeting.in_days cannot be "soon"'),
        ("importance: 2", "importance: two", 'roles[2].importance cannot be "two"'),
        ("people: [H7]", "people: [H7", "breaks at line"),
    ],
)
def test_that_a_fault_in_the_file_is_told_with_file_and_place(
    tmp_path: Path, right: str, wrong: str, said: str
) -> None:
    text = WORKSHOP.read_text("utf-8")
    assert right in text
    broken = tmp_path / "broken.yaml"
    broken.write_text(text.replace(right, wrong, 1), "utf-8")

    with pytest.raises(UserError) as refused:
        load_sample(broken, load_packs(resource("frameworks")), TODAY, "fi")

    assert "broken.yaml" in str(refused.value)
    assert said in str(refused.value)


def test_that_a_competence_without_its_pack_is_refused() -> None:
    packs = [pack for pack in load_packs(resource("frameworks")) if pack.key != "cross:x"]

    with pytest.raises(UserError, match="cross:x/X01"):
        load_sample(WORKSHOP, packs, TODAY, "en")
