"""The packs that come with the program, and the format they keep."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.errors import UserError
from app.frameworks.model import Competence, Framework, Unit
from app.frameworks.packs import load_packs
from app.languages import LANGUAGES
from app.paths import resource
from app.texts import Text

PACK = """
format: kartturi-pack/1
key: sector:test
kind: sector_profile
version: "2026.1"
code: "351108"
name: {fi: Kone- ja tuotantotekniikka, sv: Maskin- och produktionsteknik, en: Machining}
source: own work
licence: EUPL-1.2
checked: 2026-11-21
units:
  - {code: "101107", name: {fi: Manuaalikoneistus, sv: Manuell bearbetning, en: Manual machining}, points: 22.5}
  - {code: "101108", name: {fi: CNC-sorvaus}, points: null}
competences:
  - code: MA01
    name: {fi: Manuaalikoneistus, sv: Manuell bearbetning, en: Manual machining}
    description: {fi: "Sorvaa ja jyrsii ", sv: Svarvar, en: Turns}
    unit_codes: ["101107"]
    links: ["digcomp:4"]
    target: 3
    criticality: 2
    anchors: [{fi: ei}, {fi: a}, {fi: b}, {fi: c}, {fi: d}]
  - code: MA02
    name: {fi: CAM}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "test.yaml").write_text(PACK, "utf-8")
    return tmp_path


def test_that_a_pack_becomes_a_framework(folder: Path) -> None:
    [pack] = load_packs(folder)

    assert (pack.key, pack.kind, pack.version, pack.code) == ("sector:test", "sector_profile", "2026.1", "351108")
    assert (pack.source, pack.licence, pack.checked) == ("own work", "EUPL-1.2", date(2026, 11, 21))
    assert pack.units[0] == Unit(
        "sector:test/101107",
        "101107",
        Text("Manuaalikoneistus", "Manuell bearbetning", "Manual machining"),
        Decimal("22.5"),
    )
    assert pack.competences == (
        Competence(
            key="sector:test/MA01",
            code="MA01",
            name=Text("Manuaalikoneistus", "Manuell bearbetning", "Manual machining"),
            description=Text("Sorvaa ja jyrsii", "Svarvar", "Turns"),
            unit_codes=("101107",),
            links=("digcomp:4",),
            anchors=(Text("ei"), Text("a"), Text("b"), Text("c"), Text("d")),
            target=3,
            criticality=2,
        ),
        Competence("sector:test/MA02", "MA02", Text("CAM")),
    )


def test_that_a_folder_without_packs_gives_none(tmp_path: Path) -> None:
    assert load_packs(tmp_path) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("format: kartturi-pack/1", "format: kartturi-pack/2", 'format cannot be "kartturi-pack/2"'),
        ("kind: sector_profile", "kind: qualification", 'kind cannot be "qualification"'),
        ('code: "351108"', "code: 351108", "code cannot be 351108"),
        ("target: 3", "target: 5", "competences[0].target cannot be 5"),
        ("target: 3", "taget: 3", "competences[0].taget cannot be 3"),
        ("criticality: 2", "criticality: 0", "competences[0].criticality cannot be 0"),
        ("{fi: ei}, ", "", "competences[0].anchors cannot be […]"),
        ("code: MA02", "code: MA01", "competences cannot be […]"),
        ("name: {fi: CAM}", "name: CAM", 'competences[1].name cannot be "CAM"'),
        ("name: {fi: CAM}", "", "competences[1].name cannot be"),
        ("checked: 2026-11-21", "checked: 2026-13-41", "not valid YAML"),
        ("links: [", "links: [[", "breaks at line"),
    ],
)
def test_that_a_pack_that_breaks_the_format_is_told_with_file_and_place(
    folder: Path, right: str, wrong: str, place: str
) -> None:
    assert right in PACK
    (folder / "test.yaml").write_text(PACK.replace(right, wrong, 1), "utf-8")

    with pytest.raises(UserError) as refused:
        load_packs(folder)

    assert str(refused.value).startswith("test.yaml ")
    assert place in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"- 1", b"just words", b"\x00\x01", b"a: \x1b"])
def test_that_what_is_no_pack_at_all_is_refused_in_words(folder: Path, content: bytes) -> None:
    (folder / "test.yaml").write_bytes(content)

    with pytest.raises(UserError, match=r"test\.yaml"):
        load_packs(folder)


def test_that_two_packs_with_one_key_are_refused(folder: Path) -> None:
    (folder / "second.yaml").write_text(PACK, "utf-8")

    with pytest.raises(UserError, match="sector:test"):
        load_packs(folder)


@pytest.fixture(scope="module")
def shipped() -> tuple[Framework, ...]:
    return load_packs(resource("frameworks"))


def texts(pack: Framework) -> list[Text]:
    required = [pack.name, *(unit.name for unit in pack.units)]
    for competence in pack.competences:
        required += [competence.name, *competence.anchors]
        required += filter(None, [competence.description, competence.group])
    return required


def test_that_the_first_profile_and_the_cross_sector_competences_are_shipped(shipped: tuple[Framework, ...]) -> None:
    assert "sector:machine" in {pack.key for pack in shipped}
    assert "cross_sector" in {pack.kind for pack in shipped}


def test_that_shipped_packs_lack_no_language(shipped: tuple[Framework, ...]) -> None:
    gaps = [
        (pack.key, str(text), language)
        for pack in shipped
        for text in texts(pack)
        for language in LANGUAGES
        if not text.get(language)
    ]
    assert gaps == []


def test_that_shipped_packs_say_where_they_come_from_and_when_they_were_checked(
    shipped: tuple[Framework, ...],
) -> None:
    assert [pack.key for pack in shipped if not (pack.source and pack.licence and pack.checked)] == []


def test_that_shipped_profiles_name_only_units_they_list(shipped: tuple[Framework, ...]) -> None:
    for pack in shipped:
        listed = {unit.code for unit in pack.units}
        named = {code for competence in pack.competences for code in competence.unit_codes}
        assert pack.kind != "sector_profile" or named <= listed


def test_that_every_shipped_competence_says_what_a_colleague_would_see_at_each_level(
    shipped: tuple[Framework, ...],
) -> None:
    own = [c for pack in shipped if pack.kind in ("sector_profile", "cross_sector") for c in pack.competences]
    assert [c.key for c in own if len(c.anchors) != 5 or not c.description] == []


def test_that_no_two_levels_are_told_in_the_same_words(shipped: tuple[Framework, ...]) -> None:
    told = Counter(text.get(lang) for p in shipped for c in p.competences for text in c.anchors for lang in LANGUAGES)
    assert [words for words, times in told.items() if times > 1] == []
