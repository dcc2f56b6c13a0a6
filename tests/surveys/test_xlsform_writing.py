"""Surveys as XLSForms: taken by pyxform without a word, and read back as they were."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from app.mapping.survey import Calculation, Choice, Continues, Feed, Kind, Phrase, Question, Section, Survey, Wanted
from app.mapping.survey_routing import Routing, faults
from app.surveys.xlsform.reading import read_form
from app.surveys.xlsform.writing import write_form
from app.texts import Text
from tests.surveys.forms import FILE, said
from tests.surveys.questions import YES_NO, question, survey

FORMULAS: Final = ("=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("http://example.org")', "\t=1", "'=1")


def read_back(given: Survey) -> Survey:
    found = read_form(write_form(given), FILE)
    assert said(found.faults + found.left_out) == []
    assert found.survey is not None
    return found.survey


def test_that_every_shipped_survey_comes_back_whole(shipped: Routing) -> None:
    assert read_back(shipped.survey) == shipped.survey


def test_that_pyxform_makes_a_form_of_every_shipped_survey_without_a_warning(shipped: Routing) -> None:
    warnings: list[str] = []
    made = convert(write_form(shipped.survey), warnings=warnings, validate=False)

    assert warnings == []
    assert f'id="{shipped.survey.key}"' in made.xform
    for asked in shipped.survey.questions:
        assert f"/{asked.id}" in made.xform
    for language in ("Suomi (fi)", "Svenska (sv)", "English (en)"):
        assert f'lang="{language}"' in made.xform


def test_that_groups_repeats_rules_and_languages_come_back() -> None:
    def words(word: str) -> Phrase:
        return Phrase(Text(word, f"{word} sv", f"{word} en"), f"{word} plain", ("plain",))

    given = Survey(
        "all",
        "7",
        words("Kaikki"),
        (
            Section(
                "A",
                words("Alku"),
                9,
                (
                    Question("n", Kind.NUMBER, words("Montako?"), words("Arvio"), at_least=0, at_most=99),
                    question(
                        "roles",
                        Kind.LIST,
                        suggested=3,
                        at_most=6,
                        constraint="count-selected(.) <= ${n}",
                        message=words("Liikaa"),
                        wanted=Wanted.REQUIRED,
                    ),
                    question("role", per="roles", wanted=Wanted.OPTIONAL),
                    question("tasks", Kind.LIST, per="roles", relevant="${role} != ''"),
                ),
            ),
            Section(
                "B",
                words("Loppu"),
                1,
                (
                    question(
                        "m",
                        Kind.MULTIPLE,
                        "a",
                        "b",
                        choice_list="ab",
                        per="tasks",
                        at_most=1,
                        constraint="not(selected(., 'a'))",
                        message=words("Ei a"),
                    ),
                    question("each", per="m", constraint=". != 'x'", at_most=30),
                    question(
                        "other", Kind.SINGLE, *YES_NO, choice_list="yn", per="roles", feeds=(Feed.RISK, Feed.MEASURES)
                    ),
                    question("month", Kind.DATE, month=True, continues=Continues("Q1")),
                    question(
                        "all",
                        Kind.NUMBER,
                        "all",
                        choice_list="all",
                        decimals=True,
                        at_least=1,
                        continues=Continues("Q2", (("many", "all"),)),
                    ),
                    question("bare", Kind.NUMBER, constraint=". <= 9"),
                ),
                relevant="${n} > 1 and ${twice} < 100",
                step="V2",
                advice=words("Kysy"),
            ),
        ),
        calculations=(Calculation("twice", "${n} * 2"),),
    )
    assert [*faults(given)] == []

    assert read_back(given) == given


def test_that_two_lists_of_one_name_are_told_apart() -> None:
    given = survey(
        question("a", Kind.SINGLE, "1", "2", choice_list="n"), question("b", Kind.SINGLE, "3", choice_list="n")
    )

    found = read_back(given)
    assert [q.choices for q in found.questions] == [q.choices for q in given.questions]


@pytest.mark.parametrize("text", FORMULAS)
def test_that_no_text_becomes_a_formula(text: str) -> None:
    said_so = Phrase(Text(text, text, text), text)
    choice = Choice("a", said_so)
    asked = Question("q", Kind.SINGLE, said_so, said_so, choice_list="c", choices=(choice,))
    given = Survey("k", "1", said_so, (Section("S", said_so, 1, (asked,), advice=said_so),))
    data = write_form(given)

    book = load_workbook(BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    found = [cell for cell in cells if cell.value == text]
    assert len(found) >= 14
    assert {cell.quotePrefix for cell in found} == {not text.startswith("'")}


def test_that_signs_that_no_workbook_can_hold_are_left_out() -> None:
    given = Survey("k", "1", Phrase(Text("a\x07b")), (Section("S", Phrase(Text("\x00")), 1, (question("q"),)),))

    found = read_form(write_form(given), FILE).survey
    assert found is not None
    assert (found.name.text.fi, found.sections[0].phrase.text.fi) == ("ab", "S")


def test_that_the_same_question_in_two_places_is_told_by_name() -> None:
    """What is asked again for the entries of a list stands in a repeat with a name that nothing else has."""
    given = survey(
        question("l", Kind.LIST), question("l_again"), question("a", per="l"), question("b"), question("c", per="l")
    )

    names = [row[1].value for row in load_workbook(BytesIO(write_form(given)))["survey"].iter_rows(min_row=2)]
    named = [name for name in names if name]
    assert len(named) == len(set(named))
    assert read_back(given) == given


# Any survey


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="${}"), min_size=1, max_size=12
)
PHRASES = st.builds(Phrase, st.builds(Text, WORDS, WORDS | st.just(""), WORDS | st.just("")), WORDS | st.just(""))
KINDS = st.sampled_from([*Kind])


@st.composite
def questions(draw: st.DrawFn) -> tuple[Question, ...]:
    """Questions of all kinds, some asked for each entry of a list before them, some only when a number is large."""
    made: list[Question] = [Question("q0", Kind.NUMBER, draw(PHRASES))]
    for place in range(1, draw(st.integers(1, 8))):
        kind = draw(KINDS)
        lists = [each.id for each in made if each.kind in (Kind.LIST, Kind.MULTIPLE)]
        made.append(_question(draw, f"q{place}", kind, draw(st.sampled_from(["", *lists]))))
    return tuple(made)


def _question(draw: st.DrawFn, name: str, kind: Kind, per: str) -> Question:
    values = {Kind.YES_NO: YES_NO, Kind.LEVEL: ("0", "1", "not_assessed"), Kind.CEFR: ("A1", "B2")}
    chosen = values.get(kind, ("a", "b") if kind in (Kind.SINGLE, Kind.MULTIPLE, Kind.SLIDER) else ())
    number = kind in (Kind.NUMBER, Kind.TEXT, Kind.MULTIPLE, Kind.LIST)
    least, most = (draw(st.none() | limits) if number else None for limits in (st.integers(0, 3), st.integers(4, 9)))
    constraint = (
        draw(st.sampled_from(["", ". >= 2", "(. >= 1) and (. != 2)", "${q0} > 2"])) if kind is Kind.NUMBER else ""
    )
    return Question(
        name,
        kind,
        draw(PHRASES),
        draw(PHRASES | st.just(Phrase())),
        choice_list=f"list_{name}" if chosen else "",
        choices=tuple(Choice(value, draw(PHRASES), draw(st.none() | st.integers(0, 3))) for value in chosen),
        per=per,
        relevant=draw(st.sampled_from(["", "${q0} > 1", "${q0} = '' or ${q0} < 9"])),
        constraint=constraint,
        message=draw(PHRASES) if constraint and draw(st.booleans()) else Phrase(),
        wanted=draw(st.sampled_from([*Wanted])),
        at_least=least,
        at_most=most,
        suggested=draw(st.none() | st.integers(1, 9)),
        decimals=kind is Kind.NUMBER and draw(st.booleans()),
        month=kind is Kind.DATE and draw(st.booleans()),
        feeds=tuple(draw(st.lists(st.sampled_from([*Feed]), unique=True, max_size=2))),
    )


@settings(max_examples=20, deadline=None)
@given(questions(), PHRASES, st.data())
def test_that_any_survey_comes_back_and_is_a_form(
    asked: tuple[Question, ...], name: Phrase, data: st.DataObject
) -> None:
    ends = sorted({0, len(asked), *data.draw(st.lists(st.integers(1, len(asked)), max_size=2))})
    parts = [asked[start:end] for start, end in pairwise(ends)]
    sections = tuple(Section(f"s{place}", name, place, part) for place, part in enumerate(parts))
    given_survey = Survey("any", "1", name, sections)
    if [*faults(given_survey)]:
        return  # a list whose chain does not fit, and the like

    assert read_back(given_survey) == given_survey
    assert convert(write_form(given_survey), validate=False).xform
