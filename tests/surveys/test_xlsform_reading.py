"""XLSForms: what becomes of what people write in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.errors import UserError
from app.mapping.interview import Interview, Place, answered
from app.mapping.survey import Calculation, Choice, Kind, Phrase, Wanted
from app.mapping.survey_routing import routed
from app.surveys.xlsform.reading import read_form
from app.surveys.xlsform.sheets import is_form
from app.texts import Text
from tests.surveys.forms import YES_NO, form, question, read, said, taken, text, workbook
from tests.surveys.questions import answering, asked


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("select_one yn", Kind.SINGLE),
        ("select one yn", Kind.SINGLE),
        ("select1 yn", Kind.SINGLE),
        ("select_multiple yn", Kind.MULTIPLE),
        ("select all that apply from yn", Kind.MULTIPLE),
        ("integer", Kind.NUMBER),
        ("int", Kind.NUMBER),
        ("decimal", Kind.NUMBER),
        ("range", Kind.NUMBER),
        ("text", Kind.TEXT),
        ("string", Kind.TEXT),
        ("date", Kind.DATE),
        ("note", Kind.NOTE),
        ("begin_repeat", Kind.LIST),
    ],
)
def test_that_every_type_becomes_a_kind(kind: str, expected: Kind) -> None:
    ends = [{"type": "end_repeat"}] if kind == "begin_repeat" else []
    found = question({"type": kind, "name": "q", "label": "Mitä?"}, *ends)

    assert (found.kind, found.decimals) == (expected, kind == "decimal")


def test_that_a_survey_is_named_by_its_settings() -> None:
    survey = taken(text())

    assert (survey.key, survey.version, survey.name) == ("oma", "1", Phrase(Text("Oma kysely")))


def test_that_a_form_without_settings_is_named_by_its_file_and_told_apart_by_its_content() -> None:
    one, same, other = (taken(text(name), settings={}) for name in ("q", "q", "r"))

    assert (one.key, str(one.name.text)) == ("oma", "oma")
    assert len(one.version) == 8
    assert (one.version == same.version, one.version == other.version) == (True, False)


def test_that_texts_are_taken_in_three_languages_and_in_plain_finnish() -> None:
    found = question(
        {
            "type": "text",
            "name": "q",
            "label::Suomi (fi)": "Mitä?",
            "label::Svenska (sv)": "Vad?",
            "label::English (en)": "What?",
            "kartturi::label_plain": "Mitä teet?",
            "kartturi::label_working": "sv plain",
            "hint::English (en)": "Anything",
        }
    )

    assert found.phrase == Phrase(Text("Mitä?", "Vad?", "What?"), "Mitä teet?", ("sv", "plain"))
    assert found.hint == Phrase(Text(en="Anything"))


@pytest.mark.parametrize("header", ["label::sv", "label::Svenska", "Label :: Svenska (sv)", "label::Ruotsi (sv)"])
def test_that_a_language_is_known_by_its_code_or_its_name(header: str) -> None:
    assert question({"type": "text", "name": "q", header: "Vad?"}).phrase.text == Text(sv="Vad?")


@pytest.mark.parametrize(
    ("language", "expected"),
    [(None, Text("Mitä?")), ("Svenska (sv)", Text(sv="Mitä?")), ("en", Text(en="Mitä?"))],
)
def test_that_a_text_without_a_language_is_in_that_of_the_form(language: str | None, expected: Text) -> None:
    survey = taken({"type": "text", "name": "q", "label": "Mitä?"}, settings={"default_language": language or "fi"})

    assert survey.questions[0].phrase.text == expected


def test_that_choices_keep_their_order_and_their_names() -> None:
    choices = [{"list_name": "yn", "name": name, "label": name.upper()} for name in ("b", "a")]
    found = question({"type": "select_one yn", "name": "q", "label": "?"}, choices=choices)

    assert found.choices == (Choice("b", Phrase(Text("B"))), Choice("a", Phrase(Text("A"))))
    assert found.choice_list == "yn"


def test_that_a_name_that_is_a_number_is_a_name() -> None:
    choices = [{"list_name": "n", "name": number, "label": str(number)} for number in (1, 2, 10)]

    assert [
        c.value for c in question({"type": "select_one n", "name": "q", "label": "?"}, choices=choices).choices
    ] == [
        "1",
        "2",
        "10",
    ]


@pytest.mark.parametrize(
    ("required", "expected"),
    [
        ("yes", Wanted.REQUIRED),
        ("true()", Wanted.REQUIRED),
        (True, Wanted.REQUIRED),
        (None, Wanted.EXPECTED),
        ("no", Wanted.OPTIONAL),
        (False, Wanted.OPTIONAL),
    ],
)
def test_that_what_is_not_said_to_be_required_is_expected(required: object, expected: Wanted) -> None:
    assert question(text("other", required="yes"), text(required=required)).wanted is expected


@pytest.mark.parametrize(
    ("kind", "constraint", "least", "most", "left"),
    [
        ("integer", ". >= 0 and . <= 120", 0, 120, ""),
        ("integer", ". <= 120 and . >= 0", 0, 120, ""),
        ("integer", ".>=1", 1, None, ""),
        ("integer", ". > 0", None, None, ". > 0"),
        ("text", "string-length(.) <= 20", None, 20, ""),
        ("select_multiple yn", "count-selected(.) <= 1", None, 1, ""),
        ("integer", "(. != 7) and . <= 9", None, 9, ". != 7"),
        ("integer", "(. != 7) and (. <= 9)", None, None, "(. != 7) and (. <= 9)"),
    ],
)
def test_that_limits_are_told_from_other_constraints(
    kind: str, constraint: str, least: int | None, most: int | None, left: str
) -> None:
    found = question({"type": kind, "name": "q", "label": "?", "constraint": constraint})

    assert (found.at_least, found.at_most, found.constraint) == (least, most, left)


def test_that_a_limit_with_a_message_keeps_it() -> None:
    cells = {"constraint": ". <= 9", "constraint_message::Suomi (fi)": "Enintään yhdeksän."}
    found = question({"type": "integer", "name": "q", "label": "?", **cells})

    assert (found.constraint, found.message, found.at_most) == (". <= 9", Phrase(Text("Enintään yhdeksän.")), None)


@pytest.mark.parametrize(
    ("parameters", "good", "bad"),
    [
        ("start=0 end=10 step=1", "10", "11"),
        ("start=0; end=10; step=5", "5", "6"),
        ("start=-4 end=4 step=2", "-2", "-3"),
        ("start=0.5 end=5 step=0.5", "1.5", "1.6"),
        ("", "1", "0"),
    ],
)
def test_that_a_range_takes_what_its_steps_allow(parameters: str, good: str, bad: str) -> None:
    ready = routed(taken({"type": "range", "name": "q", "label": "?", "parameters": parameters}))

    assert answering(ready, ("q", good)).answers
    with pytest.raises(Exception, match=r"cannot stand|too (large|small)|number"):
        answering(ready, ("q", bad))


def test_that_a_month_is_asked_by_its_appearance() -> None:
    assert question({"type": "date", "name": "q", "label": "?", "appearance": "month-year"}).month


def test_that_curly_quotation_marks_are_quotation_marks_in_rules() -> None:
    rows = ({"type": "select_one yn", "name": "a", "label": "?"}, text(relevant="${a} = ‘yes’"))

    assert question(*rows).relevant == "${a} = 'yes'"


def test_that_groups_on_the_outside_are_sections_and_loose_questions_stand_in_their_own() -> None:
    survey = taken(
        text("first"),
        {"type": "begin_group", "name": "A", "label": "Alku", "relevant": "${first} != ''"},
        text("second"),
        {"type": "end_group"},
        text("third"),
        text("fourth"),
    )

    assert [(s.id, str(s.phrase.text), s.relevant, len(s.questions)) for s in survey.sections] == [
        ("questions", "Oma kysely", "", 1),
        ("A", "Alku", "${first} != ''", 1),
        ("questions_2", "Oma kysely", "", 2),
    ]
    assert [section.minutes for section in survey.sections] == [1, 1, 1]


def test_that_a_group_within_decides_about_its_questions_and_its_label_is_a_note() -> None:
    survey = taken(
        {"type": "begin_group", "name": "A", "label": "Alku"},
        text("a"),
        {"type": "begin_group", "name": "B", "label": "Lisää", "relevant": "${a} = 'x' or ${a} = 'y'"},
        text("b", relevant="${a} != 'y'"),
        {"type": "end_group"},
        {"type": "end_group"},
    )

    assert [(q.id, q.kind, q.relevant) for q in survey.questions] == [
        ("a", Kind.TEXT, ""),
        ("B", Kind.NOTE, "${a} = 'x' or ${a} = 'y'"),
        ("b", Kind.TEXT, "(${a} = 'x' or ${a} = 'y') and (${a} != 'y')"),
    ]


def test_that_a_repeat_is_a_list_and_what_is_asked_for_each_entry() -> None:
    survey = taken(
        {"type": "begin_repeat", "name": "roles", "label": "Roolit", "relevant": "1 = 1"},
        text("role"),
        {"type": "begin_repeat", "name": "tasks", "label": "Tehtävät"},
        text("task", relevant="${role} != ''"),
        {"type": "end_repeat"},
        text("more"),
        {"type": "end_repeat"},
    )

    assert [(q.id, q.kind, q.per, q.relevant) for q in survey.questions] == [
        ("roles", Kind.LIST, "", "1 = 1"),
        ("role", Kind.TEXT, "roles", ""),
        ("tasks", Kind.LIST, "roles", ""),
        ("task", Kind.TEXT, "tasks", "${role} != ''"),
        ("more", Kind.TEXT, "roles", ""),
    ]


def test_that_a_repeat_counted_by_a_list_or_a_choice_asks_for_each_of_its_values() -> None:
    survey = taken(
        {"type": "begin_repeat", "name": "roles", "label": "Roolit"},
        text("role"),
        {"type": "end_repeat"},
        {"type": "select_multiple yn", "name": "m", "label": "Mitkä?"},
        {"type": "begin_repeat", "name": "again", "label": "Roolit", "repeat_count": "count(${roles})"},
        text("a"),
        {"type": "end_repeat"},
        {
            "type": "begin_repeat",
            "name": "each",
            "label": "Uusi",
            "repeat_count": "count-selected(${m})",
            "relevant": "2 > 1",
        },
        text("b"),
        {"type": "end_repeat"},
    )

    assert [(q.id, q.kind, q.per, q.relevant) for q in survey.questions[2:]] == [
        ("m", Kind.MULTIPLE, "", ""),
        ("a", Kind.TEXT, "roles", ""),
        ("each", Kind.NOTE, "m", "2 > 1"),  # its label is not that of the choice
        ("b", Kind.TEXT, "m", "2 > 1"),
    ]
    interview = answering(routed(survey), ("roles", ("r1", "r2")), ("m", ("yes",)))
    assert {"a/r1", "a/r2", "b/yes"} <= {*asked(interview)}


def test_that_a_repeat_of_a_fixed_number_wants_so_many_entries() -> None:
    survey = taken(
        {"type": "begin_repeat", "name": "r", "label": "Syyt", "repeat_count": 3}, text(), {"type": "end_repeat"}
    )

    assert (survey.questions[0].at_least, survey.questions[0].at_most) == (3, 3)


def test_that_a_calculation_can_be_named_in_rules_and_is_never_asked() -> None:
    survey = taken(
        {"type": "integer", "name": "n", "label": "Montako?"},
        {"type": "calculate", "name": "twice", "calculation": "${n} * 2"},
        {"type": "calculate", "name": "many", "calculation": "${twice} > 10"},
        text(relevant="${many} and ${twice} < 20"),
    )

    assert survey.calculations == (Calculation("twice", "${n} * 2"), Calculation("many", "${twice} > 10"))
    shown = {n: asked(answering(routed(survey), ("n", n))) for n in ("5", "6", "10")}
    assert shown == {"5": ["n"], "6": ["n", "q"], "10": ["n"]}


LEFT_OUT = {
    "a type": ({"type": "geopoint", "name": "q", "label": "?"}, "The type geopoint is not supported"),
    "a picture": ({"type": "image", "name": "q", "label": "?"}, "The type image is not supported"),
    "an order": ({"type": "rank yn", "name": "q", "label": "?"}, "The type rank yn is not supported"),
    "another file": ({"type": "select_one_from_file a.csv", "name": "q"}, "is not supported"),
    "what was said before": ({"type": "select_one ${first}", "name": "q"}, "is not supported"),
    "the device": ({"type": "deviceid", "name": "q"}, "records by itself who answers"),
    "the user": ({"type": "username", "name": "q"}, "records by itself who answers"),
    "the time": ({"type": "start", "name": "q"}, "records by itself who answers"),
    "what is pressed": ({"type": "audit", "name": "q"}, "records by itself who answers"),
    "another language": (text(**{"label::Eesti (et)": "Mis?"}), "surveys are in Finnish, Swedish and English"),
    "a column": (text(**{"media::image": "a.png"}), "The column media::image is not taken"),
    "advice": (text(guidance_hint="Hm"), "The column guidance_hint is not taken"),
    "a column of ours that there is not": (text(**{"kartturi::wage": "1"}), "kartturi::wage is not taken here"),
    "a column of ours that means nothing there": (
        text(**{"kartturi::minutes": "5"}),
        "kartturi::minutes is not taken here",
    ),
    "a count of what is no repeat": (text(repeat_count="3"), "repeat_count is not taken here"),
    "a calculation that is not always there": (
        {"type": "calculate", "name": "c", "calculation": "1", "relevant": "1 = 1"},
        "relevant is not taken here",
    ),
    "a default": (text(default="x"), "an answer that nobody gave does not count"),
    "a filter": ({"type": "select_one yn", "name": "q", "label": "?", "choice_filter": "a = 1"}, "not filtered"),
    "only reading": (text(read_only="yes"), "read_only is not taken here"),
    "a stray calculation": (text(calculation="1 + 1"), "calculation is not taken here"),
    "an appearance": (text(appearance="multiline"), "The appearance multiline is not taken"),
    "parameters": (text(parameters="rows=5"), "parameters is not taken here"),
    "more of a range": (
        {"type": "range", "name": "q", "label": "?", "parameters": "start=1 end=5 placeholder=3"},
        "The parameters ['placeholder'] are not taken",
    ),
    "required by a rule": (text(required="${first} = 'x'"), "not as the rule ${first} = 'x'"),
    "a message alone": (text(constraint_message="Ei"), "a message for a constraint, but no constraint"),
    "words of one's own": ({"type": "select_one yn or_other", "name": "q", "label": "?"}, "`or_other` is not taken"),
    "no label": ({"type": "text", "name": "q"}, "The name is shown in its place"),
    "an answer in a text": (text(hint="Vastasit ${first}"), "A text speaks of ${first}"),
    "a formula": (text(hint='="a"&"b"'), "hint has a formula"),
}


@pytest.mark.parametrize("what", LEFT_OUT)
def test_that_what_is_not_supported_is_told_with_its_row_and_all_else_is_taken(what: str) -> None:
    row, sentence = LEFT_OUT[what]
    found = read(text("first"), row)

    assert found.survey is not None
    assert found.survey.questions[0].id == "first"
    [told] = [line for line in said(found.left_out) if not line.startswith("choices")]
    assert told.startswith("survey 3: ")
    assert sentence in told


def test_that_a_list_that_no_question_has_is_told() -> None:
    found = read(text(), choices=YES_NO)

    assert said(found.left_out) == ["choices 2: No question chooses from the list yn. It is left out."]


def test_that_texts_that_are_there_twice_are_told() -> None:
    found = read(text(**{"label::Suomi (fi)": "Toinen"}))

    assert said(found.left_out) == ["survey 2: The text q is there twice; this one is left out."]


def test_that_other_sheets_and_cells_beside_the_form_are_told() -> None:
    gap: list[list[Any]] = [[None]] * 70
    head: list[Any] = ["type", "name", "label", None]
    rows = [head, ["text", "q", "Mitä?", "huom"], *gap, ["text", "r", "Miksi?"]]
    data = workbook({"survey": rows, "choices": [], "Ohje": [["Lue tämä"]], "Tyhjä": []})
    found = read_form(data, "oma.xlsx")
    assert found.survey is not None
    assert [q.id for q in found.survey.questions] == ["q"]
    assert said(found.left_out) == [
        "survey 2: Here is something beyond the columns and rows of the form; it is not read.",
        "survey 73: Here is something beyond the columns and rows of the form; it is not read.",
        "Ohje 1: This sheet is no part of a form here and is not read.",
    ]


def test_that_an_empty_group_and_a_second_row_of_settings_are_told() -> None:
    data = workbook(
        {
            "survey": [["type", "name", "label"], ["begin_group", "A", "Alku"], ["end_group"], ["text", "q", "Mitä?"]],
            "settings": [["form_id", "style"], ["oma", "pages"], ["toinen", None]],
        }
    )
    assert said(read_form(data, "oma.xlsx").left_out) == [
        "settings 2: The column style is not taken.",
        "settings 3: Settings have one row. This one is left out.",
        "survey 2: A has no questions and is left out.",
    ]


def test_that_rules_of_a_form_can_speak_of_the_day_on_which_it_is_answered() -> None:
    survey = taken(
        {"type": "date", "name": "d", "label": "Mihin asti?", "constraint": ". <= today() + 30"},
        {"type": "calculate", "name": "left", "calculation": "${d} - today()"},
        text("over", relevant="${d} < today()"),
        text("soon", relevant="${left} >= 0 and ${left} < 7"),
    )
    on_that_day = Interview(routed(survey), {}, date(2026, 12, 1))
    with pytest.raises(UserError, match="does not hold"):
        answered(on_that_day, Place("d"), ("2027-01-01",))

    last = answered(on_that_day, Place("d"), ("2026-12-31",))
    later = [replace(last, today=today) for today in (date(2026, 12, 25), date(2026, 12, 31), date(2027, 1, 1))]
    assert [asked(each) for each in (last, *later)] == [["d"], ["d", "soon"], ["d", "soon"], ["d", "over"]]


def test_that_a_form_is_known_by_its_sheet_and_a_catalogue_is_none() -> None:
    assert is_form(form(text()))
    assert is_form(workbook({"Survey": [["Type", "name"]]}))
    assert not is_form(workbook({"Tarjonta": [["offer_id", "name_fi"]]}))
    assert not is_form(workbook({"survey": [["offer_id", "name_fi"]]}))
    assert not is_form(b"offer_id;name_fi\n")
    assert not is_form(b"PK\x03\x04 and nothing")
