"""What an answer may be, kind by kind; what it may not be is said in words."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from app.mapping.interview_values import LONGEST_TEXT, datum, ordered, refusal
from app.mapping.survey import Choice, Kept, Kind, Question
from tests.surveys.questions import choices, phrase, question

SINGLE = question("q", Kind.SINGLE, "a", "b")
MULTIPLE = question(
    "q", Kind.MULTIPLE, choices=(*choices("a", "b", "c"), Choice("none", phrase("none"), alone=True)), at_most=2
)
LEVEL = question("q", Kind.LEVEL, "0", "4", "not_assessed", "not_part_of_job")
NUMBER = question("q", Kind.NUMBER, at_least=0, at_most=100)
DECIMAL = question("q", Kind.NUMBER, decimals=True)
COUNT = question("q", Kind.NUMBER, choices=choices("all"))
TEXT = question("q", Kind.TEXT, at_most=5)
DAY = question("q", Kind.DATE)
MONTH = question("q", Kind.DATE, month=True)
LIST = question("q", Kind.LIST, at_least=1, at_most=2)
PICK = question("q", Kind.SINGLE, pick="sectors")
BUSINESS_ID = question("q", Kind.TEXT, kept_as=Kept.BUSINESS_ID)


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        (SINGLE, ("b",)),
        (MULTIPLE, ("a", "c")),
        (MULTIPLE, ("none",)),
        (LEVEL, ("4",)),
        (LEVEL, ("not_assessed",)),
        (NUMBER, ("0",)),
        (NUMBER, ("100",)),
        (DECIMAL, ("-2.5",)),
        (COUNT, ("all",)),
        (COUNT, ("7",)),
        (TEXT, ("words",)),
        (TEXT, ("  words  ",)),
        (question("q"), ("x" * LONGEST_TEXT,)),
        (DAY, ("2028-02-29",)),
        (MONTH, ("2027-05",)),
        (LIST, ("r1", "r2")),
        (PICK, ("25",)),
        (BUSINESS_ID, ("0112038-9",)),
    ],
)
def test_that_a_value_of_its_kind_is_an_answer(asked: Question, value: tuple[str, ...]) -> None:
    assert refusal(asked, value) is None


@pytest.mark.parametrize(
    ("asked", "value", "sentence"),
    [
        (SINGLE, (), "is empty"),
        (SINGLE, ("a", "b"), "takes one answer"),
        (SINGLE, ("c",), "c is none of the choices"),
        (SINGLE, ("",), "is empty"),
        (question("q", Kind.NOTE), ("a",), "takes one answer"),
        (MULTIPLE, (), "is empty"),
        (MULTIPLE, ("a", "x"), "x is none of the choices"),
        (MULTIPLE, ("a", "a"), "twice"),
        (MULTIPLE, ("a", "b", "c"), "At most 2"),
        (MULTIPLE, ("a", "none"), "excludes"),
        (LEVEL, ("5",), "none of the choices"),
        (NUMBER, ("-1",), "at least 0"),
        (NUMBER, ("101",), "at most 100"),
        (NUMBER, ("2.5",), "not a number that can stand here"),
        (NUMBER, ("1e2",), "not a number"),
        (NUMBER, ("five",), "not a number"),
        (NUMBER, ("٣",), "not a number"),
        (DECIMAL, ("2,5",), "not a number"),
        (DECIMAL, ("NaN",), "not a number"),
        (TEXT, ("longer",), "5 characters"),
        (TEXT, ("   ",), "is empty"),
        (DAY, ("2027-02-29",), "not in the calendar"),
        (DAY, ("2027-05",), "not in the calendar"),
        (DAY, ("20270501",), "not in the calendar"),
        (MONTH, ("2027-13",), "not in the calendar"),
        (MONTH, ("2027-05-31",), "not in the calendar"),
        (MONTH, ("0000-01",), "not in the calendar"),
        (LIST, ("a", "b", "c"), "At most 2"),
        (LIST, ("a", "a"), "twice"),
        (PICK, (" ",), "is empty"),
        (BUSINESS_ID, ("0112038-8",), "no business id"),
    ],
)
def test_that_another_value_is_refused_in_words(asked: Question, value: tuple[str, ...], sentence: str) -> None:
    error = refusal(asked, value)
    assert error is not None
    assert sentence in str(error)


@pytest.mark.parametrize("asked", [question("q"), LIST, PICK])
@pytest.mark.parametrize("text", ["131052-308T", "Matti 131052-308T hitsaa", "010100A123N"])
def test_that_an_identity_code_is_an_answer_to_nothing(asked: Question, text: str) -> None:
    error = refusal(asked, (text,))
    assert error is not None
    assert "identity code" in str(error)
    assert not error.values  # the code itself is not repeated


@pytest.mark.parametrize(
    ("asked", "value", "seen"),
    [
        (SINGLE, ("a",), "a"),
        (SINGLE, (), ""),
        (MULTIPLE, ("a", "b"), ("a", "b")),
        (MULTIPLE, (), ()),
        (DECIMAL, ("2.5",), Fraction(5, 2)),
        (DECIMAL, (), ""),
        (COUNT, ("all",), "all"),
        (TEXT, ("words",), "words"),
        (DAY, ("0001-01-02",), Fraction(2)),
        (MONTH, ("0001-02",), Fraction(32)),
        (DAY, (), ""),
    ],
)
def test_that_rules_see_an_answer_as_what_it_is(asked: Question, value: tuple[str, ...], seen: Any) -> None:
    assert datum(asked, value) == seen


def test_that_choices_are_kept_in_the_order_of_the_list_and_entries_in_their_own() -> None:
    assert ordered(MULTIPLE, ("c", "a")) == ("a", "c")
    assert ordered(LIST, ("r2", "r1")) == ("r2", "r1")
    assert ordered(TEXT, ("  a b ",)) == ("a b",)
