"""ESCO in the library: what several files say of one concept is joined, and nothing is lost or kept twice."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.frameworks.esco import Concept, ConceptKind, Part
from app.frameworks.readers import esco
from app.store.library import Library, Stored
from app.texts import Text
from tests.frameworks.esco_values import (
    CRAFT,
    EN,
    FI,
    FILES,
    ISCO,
    ISCO_GROUPS,
    MEASURE,
    PREFIX,
    SV,
    TURN,
    TURNER,
    labels,
    table,
)

PARTS = {name: esco.read(data, name) for name, data in FILES.items()}
LANGUAGES = [esco.read(data, f"skills_{language}.csv") for language, data in (("en", EN), ("fi", FI), ("sv", SV))]
OF_SKILLS: tuple[ConceptKind, ...] = ("skill", "skill_group")
OF_OCCUPATIONS: tuple[ConceptKind, ...] = ("occupation", "isco_group")
TURNING = Concept(
    TURN,
    "skill",
    Text("sorvata metallia", "svarva metall", "turn metal"),
    Text(en="operate a lathe\nuse a lathe"),
    Text(en="Turn parts, and check them."),
    skill_type="skill/competence",
    reuse_level="cross-sector",
)


@pytest.mark.parametrize("order", [*permutations(LANGUAGES)])
def test_that_languages_are_joined_by_address_whichever_comes_first(library: Library, order: tuple[Part, ...]) -> None:
    first, *others = order
    assert library.esco.put([first]) == (Stored(new=(TURN, MEASURE)),)
    assert library.esco.put(others) == (Stored(updated=(TURN, MEASURE)),) * 2
    assert library.esco.concept(TURN) == TURNING
    assert [library.esco.count("skill", language) for language in ("fi", "sv", "en")] == [2, 2, 2]


def test_that_what_was_read_is_what_is_kept(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite")
    library.esco.put(tuple(PARTS.values()))
    library.close()
    library = Library(tmp_path / "library.sqlite")
    assert library.esco.concept(TURN) == TURNING
    assert library.esco.concept(TURNER).name == Text("sorvaaja", "svarvare", "turner")
    assert [each.uri for each in library.esco.skills(TURNER)] == [TURN]
    assert [each.uri for each in library.esco.skills(TURNER, essential=False)] == [MEASURE]
    assert [each.uri for each in library.esco.broader(TURN)] == [CRAFT]
    assert [each.uri for each in library.esco.narrower(CRAFT)] == [MEASURE, TURN]
    assert [each.uri for each in library.esco.broader(TURNER)] == [ISCO]
    assert [each.code for each in library.esco.broadest("skill_group")] == ["S"]
    assert [each.uri for each in library.esco.collection("green")] == [TURN]
    library.close()


@settings(max_examples=10)
@given(st.permutations(list(PARTS)))
def test_that_the_order_of_files_does_not_matter_and_a_second_time_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, order: list[str]
) -> None:
    library = Library(tmp_path_factory.mktemp("order") / "library.sqlite")
    for name in order:
        library.esco.put([PARTS[name]])
    uris = (TURN, MEASURE, CRAFT, TURNER, ISCO)
    assert library.esco.concepts(uris)[0] == TURNING
    assert library.esco.concept(CRAFT).name == Text(en="working with machines")  # first-hand, not of the hierarchy
    before = library.esco.concepts(uris)
    for outcome in library.esco.put([PARTS[name] for name in order]) or ():
        assert isinstance(outcome, Stored)
        assert (outcome.new, outcome.updated) == ((), ())
    assert library.esco.concepts(uris) == before
    library.close()


def test_that_a_name_in_a_new_version_replaces_the_old_and_a_gap_does_not(library: Library) -> None:
    library.esco.put([PARTS["skills_en.csv"]])
    turning = replace(PARTS["skills_en.csv"].concepts[0], name=Text(en="turn all metals"), description=Text())
    assert library.esco.put([Part("skills_en.csv", concepts=(turning,))]) == (Stored(updated=(TURN,)),)
    found = library.esco.concept(TURN)
    assert (found.name.en, found.description.en) == ("turn all metals", "Turn parts, and check them.")


def test_that_an_occupation_needs_what_its_last_file_says_alone(library: Library) -> None:
    library.esco.put(tuple(PARTS.values()))
    newer = Part("occupationSkillRelations.csv", relations=((TURNER, MEASURE, True),))
    assert library.esco.put([newer]) == (Stored(updated=(TURNER,)),)
    assert [each.uri for each in library.esco.skills(TURNER)] == [MEASURE]
    assert library.esco.skills(TURNER, essential=False) == ()


def test_that_what_is_only_referred_to_is_neither_shown_nor_counted(library: Library) -> None:
    library.esco.put([PARTS["occupationSkillRelations.csv"]])
    assert (library.esco.skills(TURNER), library.esco.count("skill", "en")) == ((), 0)
    with pytest.raises(UserError, match="is not in the library"):
        library.esco.concept(TURN)
    assert library.esco.put([PARTS["skills_en.csv"]]) == (Stored(new=(TURN, MEASURE)),)
    assert [each.uri for each in library.esco.skills(TURNER)] == [TURN]


def test_that_a_part_that_contradicts_what_is_known_is_left_out_and_stops_no_other(library: Library) -> None:
    circle = Part("broader.csv", concepts=(Concept(CRAFT, "skill"),), broader=((CRAFT, (TURN,)),))
    known, fault, more = library.esco.put([PARTS["broaderRelationsSkillPillar_en.csv"], circle, *LANGUAGES[:1]]) or ()
    assert isinstance(fault, UserError)
    assert "runs in a circle" in str(fault)
    assert (known, more) == (Stored(new=(TURN, MEASURE)), Stored(new=(TURN, MEASURE)))
    assert library.esco.broader(CRAFT) == ()


def test_that_cancelling_leaves_the_library_as_it_was(library: Library) -> None:
    library.esco.put(LANGUAGES[:1])
    for turn in range(3):
        answers = iter([False] * turn + [True])
        assert library.esco.put(LANGUAGES[1:], lambda answers=answers: next(answers)) is None  # type: ignore[misc]  # no lambda can be typed
    assert library.esco.concept(TURN).name == Text(en="turn metal")


def test_that_groups_of_occupations_stand_in_each_other_by_their_codes(library: Library) -> None:
    rows = (f"ISCOGroup,{PREFIX}isco/C{code},{code},Group {code},released,,," for code in ("2", "22", "222", "2221"))
    library.esco.put([esco.read(table(ISCO_GROUPS, *rows), "ISCOGroups_en.csv")])
    assert [each.code for each in library.esco.broadest("isco_group")] == ["2"]
    assert [each.code for each in library.esco.narrower(f"{PREFIX}isco/C222")] == ["2221"]


def test_that_what_stands_in_something_without_a_name_begins_a_tree(library: Library) -> None:
    library.esco.put([PARTS["occupations_en.csv"]])
    assert [each.uri for each in library.esco.broadest("occupation")] == [TURNER]
    library.esco.put([PARTS["ISCOGroups_en.csv"]])
    assert [each.uri for each in library.esco.broadest("isco_group")] == [ISCO]
    assert library.esco.broadest("occupation") == ()


# Finding


@pytest.fixture
def full(library: Library) -> Library:
    library.esco.put(tuple(PARTS.values()))
    return library


@pytest.mark.parametrize(
    ("words", "language", "uri"),
    [
        ("turn metal", "en", TURN),
        ("lathe", "en", TURN),
        ("use a lahte", "en", TURN),
        ("sorvata", "fi", TURN),
        ("sorvaus", "fi", TURN),
        ("sorvaamista", "fi", TURN),
        ("metallinsorvaus", "fi", TURN),
        ("svarvning", "sv", TURN),
        ("metalia", "fi", TURN),
        ("METALLIA", "fi", TURN),
        ("S8", "fi", CRAFT),
        ("machines", "sv", CRAFT),
    ],
)
def test_that_a_concept_is_found_by_form_compound_slip_other_name_and_code(
    full: Library, words: str, language: str, uri: str
) -> None:
    found = full.esco.find(words, language, OF_SKILLS, 5)  # type: ignore[arg-type]  # a language of ours
    assert found[0][0].uri == uri
    assert 0 < found[0][1] <= 1


@pytest.mark.parametrize(
    "words", ["", " ", '"', "''; DROP TABLE offers", "fi : x", "NEAR(", "*", "x" * 10_000, "%", "ö\0"]
)
def test_that_any_words_may_be_typed(full: Library, words: str) -> None:
    assert full.esco.find(words, "fi", OF_SKILLS, 5) == ()


def test_that_only_what_is_asked_for_is_found(full: Library) -> None:
    assert [each.uri for each, _ in full.esco.find("sorvaaja", "fi", OF_OCCUPATIONS, 5)] == [TURNER]
    assert [each.uri for each, _ in full.esco.find("7223", "fi", OF_OCCUPATIONS, 5)] == [ISCO, TURNER]
    assert full.esco.find("sorvaaja", "fi", OF_OCCUPATIONS, 0) == ()


def test_that_what_another_program_puts_there_is_found(tmp_path: Path) -> None:
    here, there = (Library(tmp_path / "library.sqlite") for _program in range(2))
    assert here.esco.find("sorvaja", "fi", OF_OCCUPATIONS, 5) == ()
    there.esco.put(tuple(PARTS.values()))
    assert [each.uri for each, _ in here.esco.find("sorvaja", "fi", OF_OCCUPATIONS, 5)] == [TURNER]
    for library in (here, there):
        library.close()


def test_that_a_new_name_is_found_and_the_old_one_is_not(full: Library) -> None:
    full.esco.put([esco.read(labels(prefLabel={"fi": "jyrsijä"}), "labels.json")])
    assert full.esco.find("jyrsijä", "fi", OF_OCCUPATIONS, 5) == ()  # labels fill gaps: it has a name
    changed = replace(PARTS["occupations_en.csv"].concepts[0], name=Text(fi="jyrsijä"))
    full.esco.put([Part("occupations_fi.csv", concepts=(changed,))])
    assert [each.uri for each, _ in full.esco.find("jyrsijä", "fi", OF_OCCUPATIONS, 5)] == [TURNER]
    assert full.esco.find("sorvaaja", "fi", OF_OCCUPATIONS, 5) == ()
