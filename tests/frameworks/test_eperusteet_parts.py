"""Units and badges of ePerusteet that come without a qualification."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.errors import UserError
from app.files import read_json
from app.frameworks.readers.eperusteet import read, recognises
from app.services.libraries import import_files
from app.texts import Text
from tests.hostile.ends import end_of
from tests.hostile.kinds import changed, places
from tests.services.staff_company import desk_over

BADGE: dict[str, Any] = {
    "id": 9,
    "nimi": {"fi": "Lukeminen", "sv": "Läsning"},
    "koodiUri": "osaamismerkit_1007",
    "kategoria": {"nimi": {"fi": "Tekstitaidot"}},
    "osaamistavoitteet": [{"osaamistavoite": {"fi": "lukee"}}, {"osaamistavoite": None}],
    "arviointikriteerit": [{"arviointikriteeri": {"fi": "nimeää tekstilajeja"}}],
    "voimassaoloAlkaa": 1704060000000,
}


def test_that_a_badge_is_a_competence_with_what_it_asks_for() -> None:
    found = read(BADGE, "badge.json")
    [competence], [unit] = found.competences, found.units
    assert (found.kind, found.name, str(found.valid_from)) == ("framework", Text("Lukeminen", "Läsning"), "2024-01-01")
    assert (competence.code, competence.group.fi, competence.description.fi) == ("1007", "Tekstitaidot", "lukee")
    assert competence.links == ("badge:1007",)
    assert [(r.heading.en, r.text.fi) for r in unit.requirements] == [
        ("Aims", "lukee"),
        ("Criteria of assessment", "nimeää tekstilajeja"),
    ]


@pytest.mark.parametrize("value", [[BADGE, BADGE], {"data": [BADGE, BADGE], "sivuja": 1, "kokonaismäärä": 2}])
def test_that_several_badges_are_one_framework_and_keep_their_keys_apart(value: Any) -> None:
    found = read(value, "badges.json")
    assert (found.key, found.name.en) == ("eperusteet-badges", "National badges")
    assert len({competence.key for competence in found.competences}) == 2


@pytest.mark.parametrize(
    ("file", "code", "counted"),
    [
        ("part-tutkinnonosa-new-shape.json", "106512", "vaatimus"),
        ("part-tutkinnonosa-scale2.json", "100054", "osaamistasonKriteerit"),
    ],
)
def test_that_real_units_are_read_whole(real_data: Path, file: str, code: str, counted: str) -> None:
    value = read_json(real_data / "eperusteet" / file)
    assert recognises(value)
    found = read(value, file)
    [unit] = found.units
    assert (found.kind, unit.code, found.name) == ("qualification", code, unit.name)
    there = sum(place[-1] == counted for place in places(value if isinstance(value, list) else _asked(value)))
    assert len(unit.requirements) == there > 10


def _asked(unit: dict[str, Any]) -> Any:
    return unit["ammattitaitovaatimukset2019"]


UNIT: dict[str, Any] = {"id": 1, "osanTyyppi": "tutkinnonosa", "nimi": {"fi": "Osa"}, "osaAlueet": []}
WRONG: tuple[Any, ...] = (None, [None], -1, True, 10**30, "", {})


@pytest.mark.parametrize("good", [BADGE, UNIT], ids=["badge", "unit"])
def test_that_a_wrong_value_in_any_place_is_read_or_told(good: dict[str, Any]) -> None:
    values = [changed(good, place, wrong) for place in places(good) for wrong in WRONG]
    ends = [end_of(partial(read, value, "part.json"), "part.json") for value in values if recognises(value)]
    assert 0 < sum(isinstance(end, UserError) for end in ends) < len(ends)


def test_that_the_real_badge_is_kept_and_known_again(real_data: Path, tmp_path: Path) -> None:
    path = real_data / "eperusteet" / "osaamismerkki-1007.json"
    with desk_over(tmp_path / "data") as desk:
        [first], [second] = import_files(desk, [path]), import_files(desk, [path])
        assert (first.error, len(first.new), second.unchanged) == (None, 1, first.new)
        found = desk.library.framework(first.new[0])
    assert (found.competences[0].name.sv, len(found.units[0].requirements)) == ("Läsfärdigheter", 5)
