"""Answers taken along: into a newer version of a survey, and on into the next survey."""

from __future__ import annotations

from dataclasses import replace

from app.mapping.answers import Answer
from app.mapping.interview import Place, answered, listed, standing
from app.mapping.interview_carry import carried
from app.mapping.survey import Choice, Continues, Kind
from tests.surveys.questions import answering, phrase, question, routing

OLD = routing(
    question("name"),
    question("size", Kind.SINGLE, "small", "large"),
    question("open", Kind.YES_NO),
    question("which", relevant="${open} = 'yes'"),
    question("roles", Kind.LIST),
    question("weight", Kind.NUMBER, per="roles"),
)
GIVEN = answering(
    OLD,
    ("name", "Mallila"),
    ("size", "large"),
    ("open", "yes"),
    ("which", "fitter"),
    ("roles", ("r1",)),
    (("weight", ("r1",)), "3"),
)


def test_that_the_same_version_carries_everything_over_and_tells_nothing_new() -> None:
    result = carried(GIVEN, OLD)
    assert result.interview == GIVEN
    assert set(result.kept) == set(GIVEN.answers)
    assert (result.reworded, result.continued, result.changed, result.gone, result.new) == ((), (), (), (), ())


def test_that_a_newer_version_tells_what_is_kept_gone_new_and_changed() -> None:
    newer = routing(
        question("name", phrase=phrase("The company's name")),
        question("size", Kind.SINGLE, "small", "medium"),
        question("open", Kind.YES_NO),
        question("roles", Kind.LIST),
        question("weight", Kind.TEXT, per="roles"),
        question("since", Kind.DATE),
        version="2",
    )
    result = carried(GIVEN, newer)

    assert result.interview.routing.survey.version == "2"
    assert result.kept == (Place("open"), Place("roles"))
    assert result.reworded == (Place("name"),)
    assert result.changed == (Answer("size", (), ("large",)), Answer("weight", ("r1",), ("3",)))
    assert result.gone == (Answer("which", (), ("fitter",)),)
    assert result.new == ("since",)


def test_that_an_answer_that_no_longer_suits_is_not_in_the_new_interview() -> None:
    newer = routing(question("size", Kind.SINGLE, "small", "medium"))
    assert Place("size") not in carried(GIVEN, newer).interview.answers


def test_that_a_choice_that_reads_differently_is_told() -> None:
    renamed = (Choice("small", phrase("small")), Choice("large", phrase("ten or more")))
    newer = routing(question("size", Kind.SINGLE, choices=renamed))
    assert carried(GIVEN, newer).reworded == (Place("size"),)


def test_that_an_answer_for_an_entry_has_no_place_where_it_is_asked_once() -> None:
    result = carried(GIVEN, routing(question("roles", Kind.LIST), question("weight", Kind.NUMBER)))
    assert result.changed == (Answer("weight", ("r1",), ("3",)),)


def test_that_hidden_answers_are_carried_where_their_question_is_and_hide_there_too() -> None:
    hidden = answered(GIVEN, Place("open"), ("no",))
    result = carried(hidden, OLD)
    assert result.interview.answers[Place("which")] == ("fitter",)
    assert Place("which") not in standing(result.interview).counted


def test_that_an_interview_keeps_the_survey_it_began_with() -> None:
    carried(GIVEN, routing(question("name"), version="2"))
    assert GIVEN.routing.survey.version == "1"


NEXT = routing(
    question("firm", continues=Continues("name")),
    question("class", Kind.SINGLE, "s", "l", continues=Continues("size", (("small", "s"), ("large", "l")))),
    question("told", Kind.MULTIPLE, "fitter", "other", continues=Continues("which")),
)


def test_that_one_survey_goes_on_from_another_with_its_answers_in_place() -> None:
    result = carried(GIVEN, NEXT)
    assert standing(result.interview).counted == {
        Place("firm"): ("Mallila",),
        Place("class"): ("l",),
        Place("told"): ("fitter",),
    }
    assert result.continued == (Place("class"), Place("firm"), Place("told"))


def test_that_the_earlier_answers_stay_for_a_survey_after_the_next() -> None:
    through = carried(carried(GIVEN, routing(question("unrelated"))).interview, NEXT)
    assert standing(through.interview).counted == standing(carried(GIVEN, NEXT).interview).counted


def test_that_what_was_hidden_goes_nowhere() -> None:
    hidden = answered(GIVEN, Place("open"), ("no",))
    for result in (carried(hidden, NEXT), carried(carried(hidden, routing(question("x"))).interview, NEXT)):
        assert Place("told") not in result.interview.answers
    assert Answer("which", (), ("fitter",)) in carried(hidden, NEXT).gone


def test_that_an_answer_given_in_the_next_survey_is_never_overwritten() -> None:
    onward = answered(carried(GIVEN, NEXT).interview, Place("firm"), ("Another",))
    assert carried(onward, NEXT).interview.answers[Place("firm")] == ("Another",)


def test_that_a_value_the_next_survey_does_not_know_is_not_guessed() -> None:
    narrow = routing(question("class", Kind.SINGLE, "s", continues=Continues("size")))
    assert carried(GIVEN, narrow).continued == ()


def test_that_carrying_is_the_same_whatever_order_answers_came_in() -> None:
    turned = replace(GIVEN, answers=dict(reversed([*GIVEN.answers.items()])))
    assert listed(carried(turned, NEXT).interview) == listed(carried(GIVEN, NEXT).interview)
