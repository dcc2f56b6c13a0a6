"""XLSForms that are refused: every one with the sheet, the row and the reason, and nothing of it taken."""

from __future__ import annotations

from typing import Any, Final

import pytest

from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES
from app.surveys.xlsform.reading import read_form
from tests.surveys.forms import FILE, YES_NO, form, read, said, text, workbook

GROUP: Final = {"type": "begin_group", "name": "A", "label": "Alku"}
REPEAT: Final = {"type": "begin_repeat", "name": "roles", "label": "Roolit"}
END_GROUP: Final = {"type": "end_group"}
END: Final = {"type": "end_repeat"}
NUMBER: Final = {"type": "integer", "name": "n", "label": "Montako?"}
ONE: Final = {"type": "select_one yn", "name": "a", "label": "Onko?"}
SEVERAL: Final = {"type": "select_multiple yn", "name": "m", "label": "Mitkä?"}


def number(**cells: Any) -> dict[str, Any]:
    return {**NUMBER, **cells}


def repeat(name: str, label: str, *rows: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    return ({"type": "begin_repeat", "name": name, "label": label}, *rows, END)


BAD: Final[dict[str, tuple[tuple[dict[str, Any], ...], str, str]]] = {
    # Rows
    "no type": ((text(), {"name": "r", "label": "?"}), "survey 3", "has a type and a name"),
    "no name": ((text(), {"type": "text", "label": "?"}), "survey 3", "has a type and a name"),
    "a name twice": ((text(), NUMBER, text()), "survey 4", "The id q is there twice"),
    "a group and a question of one name": ((GROUP, text("A"), END_GROUP), "survey 3", "The id A is there twice"),
    "a name with a blank": ((text("my q"),), "survey 2", 'The name "my q" cannot be used'),
    "a name that begins with a figure": ((text("1q"),), "survey 2", 'The name "1q" cannot be used'),
    "no question at all": (({"type": "geopoint", "name": "g"},), "settings 2", "no question that can be taken"),
    # Groups and repeats
    "a group without an end": ((GROUP, text()), "survey 2", "begin_group has no counterpart"),
    "a repeat without an end": ((REPEAT, text()), "survey 2", "begin_repeat has no counterpart"),
    "an end without a beginning": ((text(), END_GROUP), "survey 3", "end_group has no counterpart"),
    "ends in the wrong order": ((GROUP, REPEAT, text(), END_GROUP, END), "survey 2", "begin_group has no counterpart"),
    "a group without a name": (({"type": "begin_group"}, text(), END_GROUP), "survey 2", "has a type and a name"),
    "a loop": (
        ({"type": "begin loop over yn", "name": "l", "label": "?"}, text(), {"type": "end loop"}),
        "survey 2",
        "Loops are not supported",
    ),
    "a repeat that repeats itself": (
        (REPEAT, {**REPEAT, "name": "again", "repeat_count": "count(${roles})"}, text(), END, END),
        "survey 3",
        "The entries of roles are not asked for where this repeat stands",
    ),
    # Persons
    "a repeat over persons": (repeat("people", "Henkilöt", text()), "survey 2", "add fields about persons"),
    "a repeat over employees": (repeat("e", "Varje anställd", text()), "survey 2", "add fields about persons"),
    "a repeat over staff members by name": (repeat("employees", "R", text()), "survey 2", "add fields about persons"),
    "a birth date in a repeat": ((REPEAT, text("d", label="Syntymäaika"), END), "survey 3", "Act 759/2004"),
    "a first name in a repeat": ((REPEAT, text("first_name"), END), "survey 3", "Act 759/2004"),
    "health in a repeat": ((REPEAT, text("h", label="Hälsa"), END), "survey 3", "Act 759/2004"),
    "people again": (
        (
            SEVERAL,
            {"type": "begin_repeat", "name": "r", "label": "Ihmiset", "repeat_count": "count-selected(${m})"},
            text(),
            END,
        ),
        "survey 3",
        "add fields about persons",
    ),
    "an identity code": ((text(), text("r", hint="131052-308T")), "survey 3", "personal identity code"),
    "a text without end": ((text(), text("r", hint="x" * 20_001)), "survey 3", "more than 20000 characters"),
    # Rules
    "a rule that cannot be read": ((text("a"), text(relevant="${a} = 'x")), "survey 3", "cannot be read"),
    "a rule about nothing": ((text(relevant="${gone} = 'x'"),), "survey 2", "speaks of gone"),
    "a rule about what is not supported": (
        ({"type": "geopoint", "name": "g"}, text(), text("r", relevant="${g} != ''")),
        "survey 4",
        "speaks of g",
    ),
    "a rule of no choice": ((ONE, text(relevant="${a} = 'maybe'")), "survey 3", "none of its choices"),
    "a rule of unlike things": ((NUMBER, text(relevant="${n} = 'x'")), "survey 3", "cannot be compared"),
    "a rule that is no rule": ((NUMBER, text(relevant="${n} + 1")), "survey 3", "neither holds nor fails"),
    "a rule without braces": ((text("a"), text(relevant="$a = 'x'")), "survey 3", "without braces"),
    "a rule about one of many": (
        (REPEAT, text("a"), END, text(relevant="${a} = 'x'")),
        "survey 5",
        "each entry of roles",
    ),
    "a rule in a circle": (
        (text("a", relevant="${b} = 'x'"), text("b", relevant="${a} = 'x'")),
        "survey",
        "in a circle",
    ),
    "a rule of a group": (({**GROUP, "relevant": "${b} = 1"}, text(), END_GROUP), "survey 2", "speaks of b"),
    "a function of forms": ((text(constraint="regex(., '[0-9]+')"),), "survey 2", "regex"),
    "a function that looks elsewhere": ((text(constraint="pulldata('a', 'b', 'c', .) = 'd'"),), "survey 2", "pulldata"),
    "the moment": (({"type": "date", "name": "d", "label": "?", "constraint": ". > now()"},), "survey 2", "now()"),
    "a path": ((text("a"), text(relevant="/data/a = 'x'")), "survey 3", "cannot"),
    "a rule without end": ((text(relevant="(" * 3000),), "survey 2", "longer than"),
    "a rule too deep": ((text(relevant="(" * 900 + "1 = 1" + ")" * 900),), "survey 2", "nested too deep"),
    "limits the wrong way round": ((number(constraint=". >= 9 and . <= 1"),), "survey 2", "at least 9 and at most 1"),
    "a range without end": (
        ({"type": "range", "name": "q", "label": "?", "parameters": "start=1 end=many"},),
        "survey 2",
        "no start, end and step",
    ),
    "a range that stands still": (
        ({"type": "range", "name": "q", "label": "?", "parameters": "start=1 end=5 step=0"},),
        "survey 2",
        "no start, end and step",
    ),
    # Calculations
    "a calculation of nothing": ((text(), {"type": "calculate", "name": "c"}), "survey 3", "c calculates nothing"),
    "a calculation that cannot be read": (
        (text(), {"type": "calculate", "name": "c", "calculation": "1 +"}),
        "survey 3",
        "cannot be read",
    ),
    "calculations in a circle": (
        (
            text(),
            {"type": "calculate", "name": "c", "calculation": "${d} + 1"},
            {"type": "calculate", "name": "d", "calculation": "${c} + 1"},
        ),
        "survey",
        "name each other in a circle",
    ),
    "a calculation with the name of a question": (
        (NUMBER, {"type": "calculate", "name": "n", "calculation": "1"}),
        "survey 3",
        "The id n is there twice",
    ),
    "a calculation at random": (
        (text(), {"type": "calculate", "name": "c", "calculation": "once(random())"}),
        "survey 3",
        "uses once(), which rules cannot do",
    ),
    # Choices and our own columns
    "a list that is not there": (({**ONE, "type": "select_one gone"},), "survey 2", "chooses from gone"),
    "a kind that cannot be": (
        (number(**{"kartturi::kind": "level"}),),
        "survey 2",
        "cannot be level for the type integer",
    ),
    "a kind without its values": (
        ({**ONE, "kartturi::kind": "level"},),
        "survey 2",
        "has the choice yes, which its kind level cannot have",
    ),
    "a feed that is none": ((text(**{"kartturi::feeds": "X"}),), "survey 2", 'feeds cannot be "X"'),
    "a field that is none": ((text(**{"kartturi::kept_as": "person.wage"}),), "survey 2", "kept_as cannot be"),
    "minutes that are none": (
        ({**GROUP, "kartturi::minutes": "soon"}, text(), END_GROUP),
        "survey 2",
        "minutes cannot be",
    ),
    "a theme that is none": ((text(**{"kartturi::theme": "t"}),), "survey 2", "belongs to the theme t"),
}


@pytest.mark.parametrize("what", BAD)
def test_that_a_bad_form_is_refused_with_sheet_and_row(what: str) -> None:
    rows, place, sentence = BAD[what]
    found = read(*rows)

    assert found.survey is None
    told, *_more = said(found.faults)
    assert told.startswith(place)
    assert sentence in told
    for language in LANGUAGES:
        assert Translator(language).explain(found.faults[0].reason)


CHOICES: Final[dict[str, tuple[list[dict[str, Any]], str, str]]] = {
    "no list": ([*YES_NO, {"name": "maybe", "label": "Ehkä"}], "choices 4", "the name of its list"),
    "no name": ([*YES_NO, {"list_name": "yn", "label": "Ehkä"}], "choices 4", "a name of its own"),
    "one twice": ([*YES_NO, YES_NO[0]], "survey 2", "has the choice yes twice"),
    "a name with a blank": ([*YES_NO, {"list_name": "yn", "name": "not sure", "label": "?"}], "survey 2", "not sure"),
    "points that are none": ([{**YES_NO[0], "kartturi_points": "many"}], "choices 2", 'points cannot be "many"'),
    "an identity code": ([{**YES_NO[0], "label": "131052-308T"}], "choices 2", "personal identity code"),
    "a theme twice": (
        [*YES_NO, *[{"list_name": "kartturi_themes", "name": "t", "label": "?"}] * 2],
        "choices 5",
        "The id t is there twice",
    ),
    "a hint about nothing": (
        [*YES_NO, {"list_name": "kartturi_hints", "name": "h", "label": "?", "kartturi_theme": "t"}],
        "choices 4",
        "belongs to the theme t",
    ),
    "no name of a list": ([{**YES_NO[0], "list_name": "no list"}], "choices 2", "cannot be"),
}


@pytest.mark.parametrize("what", CHOICES)
def test_that_bad_choices_are_refused_with_sheet_and_row(what: str) -> None:
    choices, place, sentence = CHOICES[what]
    found = read(ONE, choices=choices)

    assert found.survey is None
    assert any(told.startswith(place) and sentence in told for told in said(found.faults))


def test_that_all_faults_of_a_form_are_told_at_once() -> None:
    found = read(text(relevant="${gone} = 1"), number(constraint=". > 'x'"), {**ONE, "relevant": "${n} + 1"})

    assert [told.partition(":")[0] for told in said(found.faults)] == ["survey 2", "survey 3", "survey 4"]


FILES: Final = {
    "nothing": (b"", "cannot be read as a form"),
    "a text": (b"type,name,label\ntext,q,What?\n", "cannot be read as a form"),
    "no sheet of questions": (workbook({"choices": [["list_name", "name"]]}), "in the sheet `survey`"),
    "an empty sheet of questions": (workbook({"survey": []}), "in the sheet `survey`"),
    "a column twice": (workbook({"survey": [["type", "name", "type"], ["text", "q"]]}), "the column type twice"),
    "a formula for a header": (
        workbook({"survey": [["type", '="na"&"me"'], ["text", "q"]]}),
        "a formula stands in the header",
    ),
    "a number for a header": (workbook({"survey": [["type", "name", 7], ["text", "q"]]}), "cannot be read as a form"),
    "too many rows": (form(*(text(f"q{n}") for n in range(5001))), "more than 5000 rows"),
    "too many sheets": (workbook({"survey": [["type"]], **{f"s{n}": [] for n in range(30)}}), "more than 30 sheets"),
}


@pytest.mark.parametrize("what", FILES)
def test_that_what_is_no_form_is_told_by_its_name(what: str) -> None:
    data, sentence = FILES[what]
    with pytest.raises(UserError, match=sentence) as told:
        read_form(data, FILE)

    assert FILE in str(told.value)


def test_that_two_spellings_of_one_column_are_refused() -> None:
    found = read(text(relevant="1 = 1", relevance="1 = 2"))

    assert said(found.faults) == ["survey 1: The columns relevant and relevance mean the same."]


@pytest.mark.parametrize(
    "label",
    [
        "Roolit ja henkilömäärät",
        "Antal personer per roll",
        "Henkilöstöryhmät",
        "How many people",
        "Kurser för personalen",
    ],
)
def test_that_a_repeat_over_roles_and_groups_is_no_repeat_over_persons(label: str) -> None:
    assert read(*repeat("r", label, number(label="Kuinka monta henkilöä?"))).faults == ()


def test_that_a_question_outside_a_repeat_may_ask_for_a_name() -> None:
    assert read(text("first_name", label="Etunimi")).faults == ()
