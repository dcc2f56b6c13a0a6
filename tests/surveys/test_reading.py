"""Survey files: what the format holds, and how a file that breaks it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from app.errors import UserError
from app.mapping.survey import Choice, Continues, Feed, Hint, IndexWords, Kept, Kind, Phrase, Question, Theme, Wanted
from app.paths import resource
from app.surveys.reading import load_survey
from app.texts import Text

SURVEY = """
format: kartturi-survey/1
key: own
version: "3"
name: {fi: Oma kysely, en: Own survey}
working: [plain]
choices:
  changes:
    - {value: "0", points: 0, text: {fi: Ei, sv: Nej, en: "No", plain: Ei}}
    - {value: "2", points: 2, alone: true, text: {fi: Paljon, working: all}}
  yes_no:
    - {value: "yes", text: {fi: Kyllä}}
    - {value: "no", text: {fi: Ei}}
sections:
  - id: A
    name: {fi: Alku}
    minutes: 4
    step: V3
    advice: {fi: Kysy.}
    questions:
      - id: A1
        kind: slider
        choices: changes
        text: {fi: Muuttuuko työ?, working: []}
        hint: {fi: Arvio riittää.}
        feeds: [T, F]
        theme: change
        continues: {question: Q3, values: {many: "2"}}
      - id: A2
        kind: list
        suggested: 6
        text: {fi: Roolit}
      - id: A3
        kind: number
        per: A2
        relevant: "${A1} > 0"
        constraint: ". >= 1"
        message: {fi: Ainakin yksi.}
        wanted: optional
        at_least: 0
        at_most: 9
        decimals: true
        kept_as: role.head_count
        text: {fi: Kuinka monta?}
      - id: A4
        kind: date
        month: true
        text: {fi: Milloin?}
themes:
  - id: change
    name: {fi: Muutos}
    first_from: 2
    hints:
      - {text: {fi: Käykää läpi.}, link: visit, relevant: "${A1} = 2"}
index_words:
  - {at_least: 0, text: {fi: hyvä}}
"""
DERIVED = """
format: kartturi-survey/1
key: short
version: "1"
name: {fi: Lyhyt}
base: own
sections:
  - id: S
    name: {fi: Kaikki}
    minutes: 2
    questions:
      - use: A2
        at_most: 3
        text: {fi: Enintään kolme}
      - id: B1
        kind: yes_no
        choices: yes_no
        text: {fi: Kelpaako?}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "own.yaml").write_text(SURVEY, "utf-8")
    (tmp_path / "short.yaml").write_text(DERIVED, "utf-8")
    return tmp_path


def line_of(part: str, text: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_that_a_file_becomes_a_survey(folder: Path) -> None:
    survey = load_survey(folder, "own").survey
    changes = (
        Choice("0", Phrase(Text("Ei", "Nej", "No"), "Ei", ("plain",)), points=0),
        Choice("2", Phrase(Text("Paljon"), working=("fi", "sv", "en", "plain")), points=2, alone=True),
    )

    assert (survey.key, survey.version, survey.name.text) == ("own", "3", Text("Oma kysely", "", "Own survey"))
    [section] = survey.sections
    assert (section.id, section.minutes, section.step, str(section.advice.text)) == ("A", 4, "V3", "Kysy.")
    assert section.questions[0] == Question(
        id="A1",
        kind=Kind.SLIDER,
        phrase=Phrase(Text("Muuttuuko työ?")),
        hint=Phrase(Text("Arvio riittää."), working=("plain",)),
        choice_list="changes",
        choices=changes,
        feeds=(Feed.TARGET, Feed.FORESIGHT),
        theme="change",
        continues=Continues("Q3", (("many", "2"),)),
    )
    assert section.questions[2] == Question(
        id="A3",
        kind=Kind.NUMBER,
        phrase=Phrase(Text("Kuinka monta?"), working=("plain",)),
        per="A2",
        relevant="${A1} > 0",
        constraint=". >= 1",
        message=Phrase(Text("Ainakin yksi."), working=("plain",)),
        wanted=Wanted.OPTIONAL,
        at_least=0,
        at_most=9,
        decimals=True,
        kept_as=Kept.HEAD_COUNT,
    )
    assert section.questions[1].suggested == 6
    assert section.questions[3].month
    hint = Hint(Phrase(Text("Käykää läpi."), working=("plain",)), "visit", "${A1} = 2")
    assert survey.themes == (Theme("change", Phrase(Text("Muutos"), working=("plain",)), (hint,), 2),)
    assert survey.index_words == (IndexWords(0, Phrase(Text("hyvä"), working=("plain",))),)


def test_that_a_survey_takes_questions_and_choices_from_its_base(folder: Path) -> None:
    own, short = load_survey(folder, "own"), load_survey(folder, "short")
    taken = short.questions["A2"]
    assert (taken.kind, taken.at_most, taken.suggested) == (Kind.LIST, 3, 6)
    assert str(taken.phrase.text) == "Enintään kolme"
    assert own.questions["A2"].at_most is None
    assert [choice.value for choice in short.questions["B1"].choices] == ["yes", "no"]


def test_that_a_change_of_the_base_is_a_new_version_of_what_builds_on_it(folder: Path) -> None:
    assert load_survey(folder, "short").survey.version == "1+3"


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("format: kartturi-survey/1", "format: kartturi-survey/2", "line LINE: format cannot be"),
        ("kind: slider", "kind: slides", 'sections[0].questions[0].question.kind cannot be "slides"'),
        ("minutes: 4", "minutes: four", 'sections[0].minutes cannot be "four"'),
        ("minutes: 4", "minuter: 4", "minut"),
        ("feeds: [T, F]", "feeds: [T, X]", 'feeds[1] cannot be "X"'),
        ('value: "yes"', "value: yes", "choices.yes_no[0].value cannot be true"),
        ("id: A4", "id: 4A", 'cannot be "4A"'),
        ("step: V3", "step: later", 'step cannot be "later"'),
        ("fi: Milloin?", "fr: Quand?", "text.fr cannot be"),
        ("kept_as: role.head_count", "kept_as: role.salary", 'kept_as cannot be "role.salary"'),
        ("link: visit", "link: elsewhere", 'link cannot be "elsewhere"'),
        ("working: [plain]", "working: [selko]", "working"),
        ("choices: changes", "choices: chances", "line LINE: A1 chooses from chances, a list there is not."),
        ("per: A2", "per: A1", "line LINE: A3 is asked for each entry of A1"),
        ('relevant: "${A1} > 0"', 'relevant: "${A9} > 0"', "line LINE: The rule ${A9} > 0 speaks of A9"),
        ('relevant: "${A1} > 0"', 'relevant: "${A1} = 5"', "line LINE: The rule ${A1} = 5 compares A1 with 5"),
        ('relevant: "${A1} > 0"', 'relevant: "${A1} >"', "line LINE: The rule ${A1} > cannot be read"),
        ('relevant: "${A1} > 0"', 'relevant: "${A3} > 0"', "line LINE: The questions ['A3'] decide about each other"),
        ('constraint: ". >= 1"', "constraint: \". = 'x'\"", "line LINE: The rule . = 'x' compares what cannot"),
        ("at_least: 0", "at_least: 10", "line LINE: A3 wants at least 10 and at most 9."),
        ('relevant: "${A1} = 2"', 'relevant: "${A1} = 3"', "The rule ${A1} = 3 compares A1"),
        ("theme: change", "theme: chance", "line LINE: A1 belongs to the theme chance"),
        ("id: A4", "id: A3", "The id A3 is there twice."),
        ("points: 0, ", "", "give points to all its choices"),
        ('{many: "2"}', '{many: "3"}', "line LINE: A1 would go on from an earlier answer with 3"),
        ("sections:", "sections: [", "own.yaml is not valid YAML"),
    ],
)
def test_that_a_file_that_breaks_the_format_is_told_with_file_and_line(
    folder: Path, right: str, wrong: str, told: str
) -> None:
    assert right in SURVEY
    (folder / "own.yaml").write_text(SURVEY.replace(right, wrong, 1), "utf-8")

    with pytest.raises(UserError) as refused:
        load_survey(folder, "own")

    assert str(refused.value).startswith("own.yaml")
    assert told.replace("LINE", str(line_of(right, SURVEY))) in str(refused.value)


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("use: A2", "use: A9", "short.yaml, line LINE: The base survey has no question A9."),
        ("choices: yes_no", "choices: no_yes", "short.yaml, line LINE: B1 chooses from no_yes"),
        ("at_most: 3", "at_most: three", "short.yaml, line LINE: "),
        ("base: own", "base: other", "other.yaml does not exist"),
        ("base: own\n", "", "short.yaml, line 11: The base survey has no question A2."),
    ],
)
def test_that_what_builds_on_another_survey_is_checked_as_well(folder: Path, right: str, wrong: str, told: str) -> None:
    assert right in DERIVED
    (folder / "short.yaml").write_text(DERIVED.replace(right, wrong, 1), "utf-8")
    with pytest.raises(UserError) as refused:
        load_survey(folder, "short")
    assert told.replace("LINE", str(line_of(right, DERIVED))) in str(refused.value)


def test_that_a_fault_of_the_base_is_told_as_the_bases(folder: Path) -> None:
    (folder / "own.yaml").write_text(SURVEY.replace("${A1} > 0", "${A1} > 'x'"), "utf-8")
    with pytest.raises(UserError, match=rf"^own\.yaml, line {line_of('relevant:', SURVEY)}:"):
        load_survey(folder, "short")


@pytest.mark.parametrize("content", [b"", b"- 1", b"just words", b"\x00\x01", b"a: \x1b", b"? [a]\n: b"])
def test_that_what_is_no_survey_at_all_is_refused_in_words(folder: Path, content: bytes) -> None:
    (folder / "own.yaml").write_bytes(content)
    with pytest.raises(UserError, match=r"own\.yaml"):
        load_survey(folder, "own")


def test_that_a_missing_survey_is_told(folder: Path) -> None:
    with pytest.raises(UserError, match=r"none\.yaml does not exist"):
        load_survey(folder, "none")


@pytest.mark.parametrize("file", sorted(resource("surveys").glob("*.yaml")), ids=lambda path: path.stem)
def test_that_shipped_files_read_the_same_without_the_fast_reader(file: Path) -> None:
    """Where the C library of YAML is missing, Python's own stricter reader is used."""
    text = file.read_text("utf-8")
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    assert yaml.load(text, Loader=yaml.SafeLoader) == yaml.load(text, Loader=fast)
