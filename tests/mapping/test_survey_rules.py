"""Rules: what they can say, what they come to for unanswered questions, and that nothing else can be run by one."""

from __future__ import annotations

import operator
from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.mapping.survey_operations import Datum
from app.mapping.survey_rules import MAX_DEPTH, MAX_LENGTH, OWN, Call, Rule, evaluate, named, parsed

ANSWERS: dict[str, Datum] = {
    "yes": "yes",
    "two": "2",
    "ten": "10",
    "half": Fraction(1, 2),
    "none": "",
    "words": "not a number",
    "both": ("growth", "ai"),
    "neither": (),
    "a-1": "7",
    OWN: Fraction(3),
}


def comes_to(text: str) -> Datum:
    return evaluate(parsed(text), lambda name: ANSWERS[name])


@pytest.mark.parametrize(
    "rule",
    [
        "${yes} = 'yes'",
        '${yes} = "yes"',
        "${yes} != 'no'",
        "${ yes } = 'yes'",
        "${yes} = 'yes' and ${two} > 1",
        "${yes} = 'no' or ${two} >= 2",
        "not(${yes} = 'no')",
        "selected(${both}, 'growth')",
        "selected(${yes}, 'yes')",
        "not(selected(${neither}, 'growth'))",
        "count-selected(${both}) = 2",
        "count-selected(${neither}) = 0",
        "${ten} > ${two}",  # as numbers; as texts it would be the other way round
        "${two} = 2.0",
        "2 = ${two}",
        "${two}-1 = 1",  # no longer name: the braces end it
        "${a-1} = 7",
        "${half} + ${half} = 1",
        "0.1 + 0.2 = 0.3",  # exact, unlike the library's
        "7 div 2 * 2 = 7",
        "-5 mod 2 = -1",
        "-(${two}) < 0",
        "round(2.5) = 3 and round(-2.5) = -2",
        "number(${ten}) = 10",
        "string-length(${yes}) = 3",
        "date('2027-05') < date('2027-05-02')",
        "if(${two} = 2, 'a', 'b') = 'a'",
        "coalesce(${none}, 3) = 3",
        "coalesce(${two}, 3) = 2",
        ". > 2.5",
        "'${yes}' != ${yes}",  # a text that looks like a question is a text
        "'it''s' = \"it's\"",
        "true() and not(false())",
        "((${two} = 2))",
    ],
)
def test_that_a_rule_holds(rule: str) -> None:
    assert comes_to(rule) is True


@pytest.mark.parametrize(
    "rule",
    ["${none} > 1", "${none} < 1", "${none} >= 0", "1 > ${none}", "${none} = 0", "${words} > 0", "${none} + 1 = 1"],
)
def test_that_an_unanswered_question_is_never_taken_for_zero(rule: str) -> None:
    assert comes_to(rule) is False


@pytest.mark.parametrize("rule", ["${none} = ''", "${none} != 1", "not(${none} > 1)", "${neither} = ''"])
def test_that_unanswered_can_be_asked_for(rule: str) -> None:
    assert comes_to(rule) is True


@pytest.mark.parametrize("rule", ["1 div 0", "1 mod 0", "${words} * 2", "round(${none})", "number(${words})"])
def test_that_what_is_no_number_is_unknown(rule: str) -> None:
    assert comes_to(rule) is None


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "   ",
        "${yes} =",
        "= 1",
        "${yes} = 'yes",
        "(${yes} = 'yes'",
        "${yes} == 'yes'",
        "${yes} && 1",
        "selected(${both} 'ai')",
        "selected(${both})",
        "${two words} = 1",
        "${} = 1",
        "1 2",
        "..",
        "\x00",
    ],
)
def test_that_a_rule_that_cannot_be_read_is_told(rule: str) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        parsed(rule)


@pytest.mark.parametrize(
    "rule",
    [
        "no-such(1)",
        "doc('/etc/passwd')",
        "unparsed-text('x')",
        "document('x')",
        "environment-variable('HOME')",
        "for $x in 1 to 10 return $x",
        "//secret",
        "/data/x",
        "${yes}/x",
        "${yes}[1] = 'yes'",
        "x = 1",
        "@x = 1",
        "* = 1",
        "text() = 1",
        "position() = 1",
        "id('x')",
        "concat('a', 'b') = 'ab'",
        "1e9 = 1",
        "${yes} | ${two}",
        "$yes = 'yes'",
        "pulldata('a', 'b', 'c', 'd') = 1",
        "__import__('os')",
    ],
)
def test_that_nothing_but_the_known_operations_can_be_in_a_rule(rule: str) -> None:
    with pytest.raises(UserError):
        parsed(rule)


@pytest.mark.parametrize(
    "rule",
    [
        "(" * (MAX_LENGTH // 2) + "1",
        "not(" * (MAX_LENGTH // 4) + "1",
        "1" + "+1" * (MAX_DEPTH + 1),
        "'" + "x" * MAX_LENGTH + "' = ''",
    ],
)
def test_that_a_rule_without_end_is_refused_and_not_run(rule: str) -> None:
    with pytest.raises(UserError):
        parsed(rule)


def test_that_the_questions_of_a_rule_are_known() -> None:
    assert [*named(parsed("not(${A} = 'x' and selected(${B}, 'y')) or . > ${A}"))] == ["A", "B", OWN, "A"]


@given(st.text(alphabet="${}AB()'\"., <>=!+-*/|[]@:019andornotselected", max_size=40))
def test_that_any_text_is_either_a_rule_or_told_in_words(text: str) -> None:
    rule: Rule | None = None
    with suppress(UserError):
        rule = parsed(text)
    assert rule is None or isinstance(evaluate(rule, lambda _name: ""), (str, Fraction, bool, tuple, type(None)))


SIGNS = {"<": operator.lt, "<=": operator.le, "=": operator.eq, "!=": operator.ne, ">": operator.gt, ">=": operator.ge}


@given(st.integers(-9, 9), st.integers(-9, 9), st.sampled_from([*SIGNS]))
def test_that_numbers_compare_as_numbers_however_they_are_written(one: int, other: int, sign: str) -> None:
    rule = parsed(f"${{x}} {sign} ${{y}} + 0")
    assert evaluate(rule, {"x": str(one), "y": f"{other}.0"}.__getitem__) is SIGNS[sign](one, other)


def test_that_a_long_rule_is_a_flat_one() -> None:
    many = " or ".join(f"${{q{i}}} = 'yes'" for i in range(60))
    rule = parsed(many)
    assert isinstance(rule, Call)
    assert evaluate(rule, lambda name: "yes" if name == "q0" else "") is True
