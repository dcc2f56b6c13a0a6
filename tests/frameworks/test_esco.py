"""Files of ESCO: known by what is in them, whatever they are called, and read as what they say."""

from __future__ import annotations

import pytest

from app.errors import UserError
from app.frameworks.esco import Concept, Part
from app.frameworks.readers import esco
from app.texts import Text
from tests.frameworks.esco_values import (
    COLUMNS,
    CRAFT,
    EN,
    FI,
    FILES,
    ISCO,
    MEASURE,
    PREFIX,
    SV,
    TURN,
    TURNER,
    labels,
    skill,
    table,
)
from tests.offers.catalogue_rows import FULL, csv


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_that_a_file_of_esco_is_known_by_how_it_begins(name: str, encoding: str) -> None:
    if not (name.endswith(".json") and encoding == "utf-16"):
        assert esco.recognises(FILES[name].decode().encode(encoding))


@pytest.mark.parametrize("data", [csv(FULL).encode(), b'[{"uri": "x"}]', b"{}", b"\xff\xfe", b"conceptual,x\n1,2\n"])
def test_that_other_files_are_not(data: bytes) -> None:
    assert not esco.recognises(data)


def test_that_a_skill_is_read_whole() -> None:
    turning, measuring = esco.read(EN, "skills_en.csv").concepts
    assert turning == Concept(
        TURN,
        "skill",
        Text(en="turn metal"),
        Text(en="operate a lathe\nuse a lathe"),
        Text(en="Turn parts, and check them."),
        skill_type="skill/competence",
        reuse_level="cross-sector",
    )
    assert (measuring.skill_type, measuring.alternatives) == ("knowledge", Text())


def test_that_other_tables_say_what_belongs_together() -> None:
    parts = {name: esco.read(data, name) for name, data in FILES.items()}
    assert parts["occupationSkillRelations.csv"].relations == ((TURNER, TURN, True), (TURNER, MEASURE, False))
    assert parts["broaderRelationsSkillPillar_en.csv"].broader == ((TURN, (CRAFT,)), (MEASURE, (CRAFT,)))
    assert parts["occupations_en.csv"].placed == ((TURNER, (ISCO,)),)
    assert parts["skillsHierarchy_en.csv"].placed == ((CRAFT, (f"{PREFIX}skill/top",)),)
    green = parts["greenSkillsCollection_en.csv"]
    assert (green.collection, green.members, green.fills) == ("green", (TURN,), True)
    assert green.concepts[0].alternatives == Text(en="lathe work\nmetal work")
    [occupation] = parts["occupation-labels.json"].concepts
    assert (occupation.name, occupation.code) == (Text("sorvaaja", "svarvare", "turner"), "7223.1")


@pytest.mark.parametrize("separator", [";", "\t"])
def test_that_a_table_saved_anew_by_a_spreadsheet_program_is_read_the_same(separator: str) -> None:
    data = EN.decode().replace(",", separator).replace(f"parts{separator} and", "parts, and")
    again = data.replace("\r\n", "\n").encode("utf-16")
    assert esco.read(again, "skills_en.csv") == esco.read(EN, "skills_en.csv")


def test_that_line_ends_of_old_and_a_mark_in_front_do_not_matter() -> None:
    old = b"\xef\xbb\xbf" + FI.replace(b"\r\n", b"\r")
    assert esco.read(old, "skills_fi.csv") == esco.read(FI, "skills_fi.csv")


# Languages

MANY = {
    "fi": ["käyttää ja valvoa", "noudattaa ja tehdä", "hallita ja johtaa"],
    "sv": ["använda och utföra", "hantera och övervaka", "planera och utveckla"],
    "en": ["use the tools of the trade", "perform in the team", "manage for the workers"],
    "de": ["verwalten der Dinge und die Leute", "von der Leitung und die Wahl"],
}


def of(names: list[str], name: str) -> Part:
    return esco.read(table(COLUMNS, *(skill(f"{PREFIX}skill/{n}", each) for n, each in enumerate(names))), name)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_that_the_language_is_told_by_its_words(language: str) -> None:
    assert of(MANY[language], "file.csv").concepts[0].name == Text(**{language: MANY[language][0]})


@pytest.mark.parametrize(("data", "language"), [(FI, "fi"), (SV, "sv"), (EN, "en")])
@pytest.mark.parametrize("name", ["skills_{}.csv", "ESCO-{}.CSV", "skills_{} (1).csv", "skills_{}-2.csv"])
def test_that_the_name_tells_the_language_where_words_do_not(data: bytes, language: str, name: str) -> None:
    assert esco.read(data, name.format(language)).concepts[0].name.get(language)  # type: ignore[arg-type]  # one of ours


@pytest.mark.parametrize(
    ("names", "file", "words"),
    [
        (MANY["de"], "skills.csv", "is in the language “de”"),
        (["drehen"], "skills_de.csv", "is in the language “de”"),
        (["drehen"], "skills.csv", "does not tell its language"),
        (MANY["fi"], "skills_sv.csv", "its words are in “fi”"),
    ],
)
def test_that_another_language_is_never_taken_for_one_of_ours(names: list[str], file: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        of(names, file)


def test_that_labels_without_a_language_have_a_gap_there() -> None:
    [occupation] = esco.read(labels(prefLabel={"fi": "sorvaaja"}), "labels.json").concepts
    assert occupation.name == Text(fi="sorvaaja")
