"""What the shipped profiles and public frameworks hold (brief, 5.4 and 6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.files import read_json
from app.frameworks.model import Competence, Framework
from app.frameworks.packs import load_packs
from app.languages import LANGUAGES
from app.paths import resource
from app.texts import Text

PROFILES = "business care cleaning construction electrical entrepreneur forestry ict logistics machine restaurant"
SIZES = {
    "badge": 32,
    "cefr": 6 * 4 + 13,
    "common": 14,
    "digcomp": 21,
    "entrecomp": 15,
    "greencomp": 12,
    "keycomp": 8,
    "lifecomp": 9,
}
OUTSIDE = ("qualification", "card")  # lists that links lead to and that are no packs


@pytest.fixture(scope="module")
def packs() -> dict[str, Framework]:
    return {pack.key: pack for pack in load_packs(resource("frameworks"))}


@pytest.fixture(scope="module")
def own(packs: dict[str, Framework]) -> list[Competence]:
    """Competences with levels of our own: those of the profiles, and the cross-sector ones."""
    return [c for pack in packs.values() if pack.kind != "framework" for c in pack.competences]


def parts(text: Text) -> list[str]:
    return [text.get(lang) for lang in LANGUAGES]


def test_that_profiles_come_first_then_cross_sector_then_public_frameworks(packs: dict[str, Framework]) -> None:
    assert list(packs) == [*(f"sector:{name}" for name in PROFILES.split()), "cross:x", *SIZES]


def test_that_every_public_framework_is_whole(packs: dict[str, Framework]) -> None:
    assert {key: len(pack.competences) for key, pack in packs.items() if pack.kind == "framework"} == SIZES


def test_that_every_profile_has_ten_competences_with_starting_points(packs: dict[str, Framework]) -> None:
    for pack in packs.values():
        if pack.kind == "sector_profile":
            assert len(pack.competences) == 10
            assert [c.key for c in pack.competences if c.target is None or c.criticality is None] == []


def test_that_every_competence_says_in_three_languages_what_it_looks_like(packs: dict[str, Framework]) -> None:
    every = [c for pack in packs.values() for c in pack.competences]
    assert [c.key for c in every if not all((*parts(c.name), *parts(c.description)))] == []


def test_that_no_two_competences_look_the_same(packs: dict[str, Framework]) -> None:
    said = Counter(part for pack in packs.values() for c in pack.competences for part in parts(c.description))
    assert [part for part, times in said.items() if times > 1] == []


def test_that_every_own_competence_has_five_levels_in_three_languages(own: list[Competence]) -> None:
    assert len(own) == 11 * 10 + 12
    assert [c.key for c in own if len(c.anchors) != 5 or not all(p for a in c.anchors for p in parts(a))] == []


def test_that_no_level_is_told_in_the_words_of_another_competence(own: list[Competence]) -> None:
    told = Counter(part.casefold().strip(" .") for c in own for anchor in c.anchors for part in parts(anchor))
    assert [words for words, times in told.items() if times > 1] == []


def test_that_every_level_and_example_is_one_short_sentence(packs: dict[str, Framework]) -> None:
    told = [part for part, _ in sentences(packs)]
    assert [s for s in told if not (s[0].isupper() and s.endswith(".") and len(s) <= 120)] == []


def sentences(packs: dict[str, Framework]) -> Iterator[tuple[str, str]]:
    for pack in packs.values():
        for competence in pack.competences:
            for text in (competence.description, *competence.anchors):
                yield from ((part, competence.key) for part in parts(text))


def test_that_links_lead_to_what_is_there(packs: dict[str, Framework]) -> None:
    """A link names a competence or, without its last part, all of an area, as in "digcomp:4"."""
    there = {f"{key}:{c.code}" for key, pack in packs.items() for c in pack.competences}
    there |= {code.rpartition(".")[0] for code in there if "." in code}
    links = {link for pack in packs.values() for c in pack.competences for link in c.links}
    assert [link for link in sorted(links - there) if link.partition(":")[0] not in OUTSIDE] == []


def test_that_half_of_every_profile_or_more_is_linked(packs: dict[str, Framework]) -> None:
    """Where nothing fits, as for masonry or milling, there is no link."""
    linked = {key: sum(bool(c.links) for c in pack.competences) for key, pack in packs.items() if "sector" in key}
    assert {key: n for key, n in linked.items() if n < 5} == {}


def test_that_nothing_links_to_itself(packs: dict[str, Framework]) -> None:
    assert [c.key for k, p in packs.items() for c in p.competences for ln in c.links if ln == f"{k}:{c.code}"] == []


def test_that_unit_codes_are_those_listed(packs: dict[str, Framework]) -> None:
    for pack in packs.values():
        assert {u for c in pack.competences for u in c.unit_codes} <= {unit.code for unit in pack.units}


def test_that_personal_and_social_lifecomp_is_a_theme_of_a_team(packs: dict[str, Framework]) -> None:
    """Nobody's empathy, wellbeing or self-regulation is scored (brief, 6.4)."""
    themes = [c for c in packs["lifecomp"].competences if c.code[0] in "PS"]
    assert len(themes) == 6
    assert all(c.description.en.startswith("The team ") and "theme of a team" in c.group.en for c in themes)


# The official lists.


def names(row: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    return {m["kieli"].lower(): m["nimi"] for m in row["metadata"] if m["nimi"]}


def test_that_badges_are_those_of_the_national_list(packs: dict[str, Framework], real_data: Path) -> None:
    official = {row["koodiArvo"]: names(row) for row in read_json(real_data / "koodisto" / "oph-osaamismerkit.json")}
    assert {c.code: {"fi": c.name.fi, "sv": c.name.sv} for c in packs["badge"].competences} == official


def test_that_finnish_steps_of_language_are_those_of_the_national_list(
    packs: dict[str, Framework], real_data: Path
) -> None:
    rows = read_json(real_data / "koodisto" / "oph-arviointiasteikkokehittyvankielitaidontasot.json")
    steps = {c.code for c in packs["cefr"].competences if c.group.en == "Finnish steps"}
    assert steps == {row["koodiArvo"] for row in rows} - {"alle_A1.1", "yli_C1.1"}


def test_that_qualifications_of_packs_are_in_the_national_list(packs: dict[str, Framework], real_data: Path) -> None:
    listed = {row["koodiArvo"] for row in read_json(real_data / "koodisto" / "oph-koulutus_11.json")}
    links = {ln.partition(":")[2] for p in packs.values() for c in p.competences for ln in c.links if ln[:2] == "qu"}
    assert {pack.code for pack in packs.values() if pack.code} | links <= listed


def test_that_official_names_of_common_units_are_those_of_the_requirements(
    packs: dict[str, Framework], real_data: Path
) -> None:
    read = read_json(real_data / "eperusteet" / "ajoneuvoala-OPH-5410-2021-new-shape.json")
    units = [unit for unit in read["tutkinnonOsat"] if unit.get("osaAlueet")]
    areas = {area["koodiArvo"]: area["nimi"] for unit in units for area in unit["osaAlueet"]}
    official = [c for c in packs["common"].competences if c.name_status == "official"]
    assert {unit.code for unit in packs["common"].units} == {unit["koodiArvo"] for unit in units}
    assert len(official) == 10
    for competence in official:
        assert parts(competence.name) == [areas[competence.code][lang].strip() for lang in LANGUAGES]
