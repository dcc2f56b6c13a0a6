"""What is found wrong in a survey before anybody answers it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.mapping.survey import Continues, Kind, Question, Theme
from app.mapping.survey_routing import faults
from tests.surveys.questions import choices, phrase, question, survey

ROLES = question("roles", Kind.LIST)
QUESTIONS = (
    question("open", Kind.YES_NO),
    question("size", Kind.SINGLE, "1", "2", "10"),
    question("drivers", Kind.MULTIPLE, "growth", "ai"),
    question("sector", Kind.SINGLE, pick="sectors"),
    question("hours", Kind.NUMBER, choices=choices("all")),
    question("until", Kind.DATE),
    question("words", Kind.TEXT),
    question("told", Kind.NOTE),
    ROLES,
    question("important", Kind.SINGLE, "1", "2", "3", per="roles"),
)


def told(*questions: Question, themes: Sequence[Theme] = ()) -> list[str]:
    return [str(fault.error) for fault in faults(survey(*questions, themes=tuple(themes)))]


@pytest.mark.parametrize(
    "rule",
    [
        "${open} = 'yes'",
        "${open} != ''",
        "${size} > 1",
        "${size} = 2",
        "${size} = '2'",
        "${size} + 1 = 3",
        "selected(${drivers}, 'ai')",
        "count-selected(${drivers}) > 1",
        "${drivers} != ''",
        "${sector} = '25'",
        "${hours} = 'all' or ${hours} > 4",
        "${until} >= date('2027-01-31')",
        "${until} = ''",
        "${until} >= today() and ${until} <= today() + ${hours}",
        "${until} - today() > 7 and ${until} - 7 > today()",
        "string-length(${words}) > 3",
        "${words} = 'exactly'",
        "count-selected(${roles}) = 1",
        "if(${open} = 'yes', ${hours}, 0) > 1",
        "coalesce(${hours}, 0) = 0",
        "not(${open} = 'yes') and true()",
        "number(${size}) = 2",
    ],
)
def test_that_a_rule_that_makes_sense_is_left_in_peace(rule: str) -> None:
    assert told(*QUESTIONS, question("asked", relevant=rule)) == []


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("${opne} = 'yes'", "opne, which is no question"),
        ("${told} = ''", "told, which is no question"),
        ("${open} = 'ja'", "compares open with 'ja', which is none of its choices"),
        ("'ja' = ${open}", "compares open with 'ja'"),
        ("${size} = 3", "compares size with 3"),
        ("${size} = '2–4'", "compares size with '2–4'"),
        ("selected(${drivers}, 'costs')", "compares drivers with 'costs'"),
        ("${drivers} = 'ai'", "cannot be compared: ${drivers} and 'ai'"),
        ("${open} > 1", "> cannot work with ${open}"),
        ("${words} > 1", "> cannot work with ${words}"),
        ("${words} = 1", "cannot be compared: ${words} and 1"),
        ("${hours} = 'many'", "cannot be compared: ${hours} and 'many'"),
        ("${until} > 2027", "> cannot work with ${until}"),
        ("${until} > '2027-01-01'", "> cannot work with ${until}"),
        ("${until} = date('2027-13-01')", "date cannot work with '2027-13-01'"),
        ("${until} = today() + today()", "+ cannot work with today()"),
        ("7 - today() < ${hours}", "- cannot work with today()"),
        ("today() > 7", "> cannot work with today()"),
        ("${until} = date(${words})", "date cannot work with ${words}"),
        ("${open} = ${hours}", "cannot be compared: ${open} and ${hours}"),
        ("(${open} = 'yes') = 'yes'", "cannot be compared"),
        ("(${open} = 'yes') = ''", "cannot be compared"),
        ("${open}", "neither holds nor fails"),
        ("${hours} + 1", "neither holds nor fails"),
        ("'yes'", "neither holds nor fails"),
        ("${open} and ${size} > 1", "and cannot work with ${open}"),
        ("not(${open})", "not cannot work with ${open}"),
        ("selected(${words}, 'x')", "selected cannot work with ${words}"),
        ("selected(${drivers}, ${words})", "selected cannot work with ${words}"),
        ("selected('growth', 'growth')", "selected cannot work with 'growth'"),
        ("count-selected(${open}) = 1", "count-selected cannot work with ${open}"),
        ("string-length(${hours}) = 1", "string-length cannot work with ${hours}"),
        ("-${words} = 1", "- cannot work with ${words}"),
        ("if(${open}, 1, 2) = 1", "if cannot work with ${open}"),
        ("if(true(), 1, 'a') = 1", "cannot be compared: 1 and 'a'"),
        ("coalesce(${hours}, 'a') = 'a'", "cannot be compared: ${hours} and 'a'"),
        ("${important} > 1", "answer for each entry of roles"),
        ("${open} = ", "cannot be read"),
    ],
)
def test_that_a_rule_that_makes_no_sense_is_told_and_says_what_it_is_about(rule: str, sentence: str) -> None:
    [fault] = faults(survey(*QUESTIONS, question("asked", relevant=rule)))
    assert sentence in str(fault.error)
    assert rule in str(fault.error)
    assert (fault.where, fault.field) == ("asked", "relevant")


def test_that_a_rule_beside_a_list_may_speak_of_the_same_entry() -> None:
    assert told(*QUESTIONS, question("why", per="roles", relevant="${important} > 1 and ${open} = 'yes'")) == []


def test_that_a_constraint_may_speak_of_its_own_answer_and_of_others() -> None:
    assert told(*QUESTIONS, question("months", Kind.NUMBER, constraint=". > 0 and . <= ${hours}")) == []


def test_that_a_constraint_is_checked_as_a_rule_is() -> None:
    [fault] = faults(survey(*QUESTIONS, question("months", Kind.NUMBER, constraint=". = 'many'")))
    assert (fault.where, fault.field) == ("months", "constraint")


def test_that_only_a_constraint_can_speak_of_its_own_answer() -> None:
    assert "speaks of ., which is no question" in told(question("months", Kind.NUMBER, relevant=". > 1"))[0]


@pytest.mark.parametrize(
    ("rules", "circle"),
    [
        (("${a} = 'yes'", "", ""), {"a"}),
        (("${b} = 'yes'", "${a} = 'yes'", ""), {"a", "b"}),
        (("${c} = 'yes'", "${a} = 'yes'", "${b} = 'yes'"), {"a", "b", "c"}),
    ],
)
def test_that_questions_that_decide_about_each_other_in_a_circle_are_told(
    rules: tuple[str, str, str], circle: set[str]
) -> None:
    asked = [question(key, Kind.YES_NO, relevant=rule) for key, rule in zip("abc", rules, strict=True)]
    [fault] = faults(survey(*asked))
    assert set(fault.error.values["questions"]) == circle
    assert fault.where in circle


def test_that_a_rule_may_speak_of_a_later_question() -> None:
    assert told(question("first", relevant="${last} = 'yes'"), question("last", Kind.YES_NO)) == []


def test_that_a_list_cannot_depend_on_what_is_asked_for_its_entries() -> None:
    entries = question("roles", Kind.LIST, relevant="${name} != ''")
    assert told(entries, question("name", per="roles")) != []


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        (question("a", Kind.SINGLE), "choices", "nothing to choose from"),
        (question("a", Kind.TEXT, "x"), "choices", "its kind text has none"),
        (question("a", Kind.SINGLE, "x", "x"), "choices", "the choice x twice"),
        (question("a", Kind.SINGLE, "two words"), "choices", "the choice two words"),
        (question("a", Kind.SINGLE, ""), "choices", "cannot have"),
        (question("a", Kind.YES_NO, "yes", "maybe"), "choices", "the choice maybe"),
        (question("a", Kind.LEVEL, "5"), "choices", "the choice 5"),
        (question("a", Kind.CEFR, "D1"), "choices", "the choice D1"),
        (question("a", Kind.NUMBER, at_least=2, at_most=1), "at_least", "at least 2 and at most 1"),
        (question("a", message=phrase("no")), "message", "a constraint that it has not"),
        (question("a", per="nobody"), "per", "nobody, which is no list"),
        (question("a", Kind.LIST, per="a"), "per", "a, which is no list"),
        (question("a", Kind.SINGLE, "x", theme="change"), "theme", "the theme change"),
        (question("a", Kind.SINGLE, "x", continues=Continues("Q", (("y", "z"),))), "continues", "with z"),
    ],
)
def test_that_a_question_that_cannot_be_asked_is_told_with_its_field(
    wrong: Question, field: str, sentence: str
) -> None:
    fault = next(iter(faults(survey(wrong))))
    assert (fault.where, fault.field) == ("a", field)
    assert sentence in str(fault.error)


def test_that_an_id_that_is_there_twice_is_told() -> None:
    assert told(question("a"), question("a")) == ["The id a is there twice."]
    assert told(question("S")) == ["The id S is there twice."]  # the section's


def test_that_a_theme_wants_points_for_every_choice_and_an_answer_once() -> None:
    theme = Theme("change", phrase("change"))
    scored = question("a", Kind.SINGLE, "x", theme="change")
    assert told(scored, themes=[theme]) == ["a has a theme: ask it once, and give points to all its choices."]


def test_that_two_lists_cannot_be_asked_for_each_other() -> None:
    assert len(told(question("a", Kind.LIST, per="b"), question("b", Kind.LIST, per="a"))) == 2
