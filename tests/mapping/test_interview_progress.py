"""How far an interview is, and what comes next."""

from __future__ import annotations

from fractions import Fraction

from app.mapping.interview import Place, begun, standing
from app.mapping.interview_progress import Progress, completeness, left_open, progress
from app.mapping.survey import Kind, Section, Survey, Wanted
from app.mapping.survey_routing import routed
from tests.surveys.questions import answering, phrase, question, routing

FIRST = Section("one", phrase("one"), 12, (question("told", Kind.NOTE), question("a"), question("b"), question("c")))
SECOND = Section(
    "two",
    phrase("two"),
    5,
    (
        question("d", Kind.YES_NO),
        question("e", relevant="${d} = 'yes'", wanted=Wanted.REQUIRED),
        question("f", wanted=Wanted.OPTIONAL),
    ),
)
READY = routed(Survey("test", "1", phrase("test"), (FIRST, SECOND)))


def rows(*answers: tuple[str, str]) -> list[tuple[int, int, int]]:
    stand = standing(answering(READY, *answers))
    return [(row.answered, row.of, row.minutes_left) for row in progress(stand)]


def test_that_notes_and_optional_questions_are_not_waited_for() -> None:
    assert rows() == [(0, 3, 12), (0, 1, 5)]
    assert rows(("f", "x")) == [(0, 3, 12), (0, 1, 5)]


def test_that_minutes_left_are_the_share_that_is_open_rounded_half_up() -> None:
    assert rows(("a", "x"), ("d", "yes")) == [(1, 3, 8), (1, 2, 3)]  # 2.5 minutes are 3


def test_that_hidden_answers_do_not_make_an_interview_more_complete() -> None:
    assert rows(("d", "yes"), ("e", "x"), ("d", "no"))[1] == (1, 1, 0)


def test_that_a_section_that_asks_nothing_has_no_minutes_left() -> None:
    assert Progress(FIRST, 0, 0).minutes_left == 0


def test_that_not_sure_is_an_answer_and_not_left_open() -> None:
    assert Place("d") not in left_open(standing(answering(READY, ("d", "not_sure"))))


def test_that_completeness_is_the_share_of_what_is_wanted_now() -> None:
    assert completeness(standing(begun(READY))) == 0
    assert completeness(standing(answering(READY, ("a", "x"), ("d", "yes")))) == Fraction(2, 5)
    assert completeness(standing(begun(routing(question("told", Kind.NOTE))))) == 0


def test_that_what_is_left_open_stands_in_the_order_of_the_survey() -> None:
    stand = standing(answering(READY, ("b", "x"), ("d", "yes")))
    assert left_open(stand) == (Place("a"), Place("c"), Place("e"))


def test_that_what_nothing_can_be_closed_without_is_told_apart() -> None:
    assert left_open(standing(begun(READY)), Wanted.REQUIRED) == ()
    assert left_open(standing(answering(READY, ("d", "yes"))), Wanted.REQUIRED) == (Place("e"),)
