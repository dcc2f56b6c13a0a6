"""A running survey: what is asked, what counts, and that nothing that was answered is lost."""

from __future__ import annotations

import pytest

from app.errors import UserError
from app.mapping.answers import Answer
from app.mapping.interview import Place, answered, begun, clashes, listed, standing
from app.mapping.survey import Kind, Section, Survey
from app.mapping.survey_routing import routed
from tests.surveys.questions import answering, asked, choices, phrase, question, routing

FOLLOWED = routing(
    question("open", Kind.YES_NO),
    question("which", relevant="${open} = 'yes'"),
    question("long", Kind.NUMBER, relevant="${which} != ''"),
)
PER_ROLE = routing(
    question("roles", Kind.LIST),
    question("name", per="roles"),
    question("heavy", Kind.YES_NO, per="roles"),
    question("skills", Kind.LIST, per="roles", relevant="${heavy} = 'yes'"),
    question("target", Kind.LEVEL, "0", "1", "2", per="skills"),
    question("end"),
)


def test_that_a_follow_up_is_asked_when_its_rule_holds() -> None:
    assert asked(begun(FOLLOWED)) == ["open"]
    assert asked(answering(FOLLOWED, ("open", "no"))) == ["open"]
    assert asked(answering(FOLLOWED, ("open", "yes"))) == ["open", "which"]
    assert asked(answering(FOLLOWED, ("open", "yes"), ("which", "fitter"))) == ["open", "which", "long"]


def test_that_a_hidden_answer_is_kept_and_comes_back_and_counts_nowhere_meanwhile() -> None:
    shown = answering(FOLLOWED, ("open", "yes"), ("which", "fitter"), ("long", "4"))
    hidden = answered(shown, Place("open"), ("no",))

    assert asked(hidden) == ["open"]
    assert standing(hidden).counted == {Place("open"): ("no",)}
    assert hidden.answers[Place("which")] == ("fitter",)
    assert answered(hidden, Place("open"), ("yes",)) == shown


def test_that_a_rule_takes_a_hidden_answer_for_unanswered() -> None:
    """`long` hangs on `which`, which is hidden though answered."""
    interview = answering(FOLLOWED, ("open", "yes"), ("which", "fitter"), ("open", "no"))
    assert "long" not in asked(interview)


def test_that_a_hidden_section_hides_all_its_questions() -> None:
    shown = Section("one", phrase("one"), 5, (question("open", Kind.YES_NO),))
    other = Section("two", phrase("two"), 5, (question("a"), question("b")), relevant="${open} = 'yes'")
    ready = routed(Survey("test", "1", phrase("test"), (shown, other)))
    assert asked(begun(ready)) == ["open"]
    assert asked(answering(ready, ("open", "yes"))) == ["open", "a", "b"]


def test_that_what_is_asked_per_role_is_asked_role_by_role() -> None:
    interview = answering(PER_ROLE, ("roles", ("r1", "r2")), (("heavy", ("r2",)), "yes"), (("skills", ("r2",)), ("s",)))
    assert asked(interview) == [
        "roles",
        "name/r1",
        "heavy/r1",
        "name/r2",
        "heavy/r2",
        "skills/r2",
        "target/r2/s",
        "end",
    ]


def test_that_a_rule_beside_a_list_looks_at_its_own_entry() -> None:
    interview = answering(PER_ROLE, ("roles", ("r1", "r2")), (("heavy", ("r1",)), "no"), (("heavy", ("r2",)), "yes"))
    assert "skills/r1" not in asked(interview)
    assert "skills/r2" in asked(interview)


def test_that_answers_about_an_entry_leave_and_return_with_it() -> None:
    both = answering(PER_ROLE, ("roles", ("r1", "r2")), (("name", ("r2",)), "Fitters"))
    one = answered(both, Place("roles"), ("r1",))

    assert Place("name", ("r2",)) not in standing(one).counted
    assert standing(answered(one, Place("roles"), ("r2", "r1"))).counted[Place("name", ("r2",))] == ("Fitters",)


def test_that_what_is_asked_per_choice_follows_what_is_chosen() -> None:
    ready = routing(question("drivers", Kind.MULTIPLE, "ai", "growth"), question("then", per="drivers"))
    assert asked(answering(ready, ("drivers", ("growth", "ai")))) == ["drivers", "then/ai", "then/growth"]


def test_that_an_interview_is_a_value_and_never_changes() -> None:
    before = answering(FOLLOWED, ("open", "yes"))
    answered(before, Place("open"), ("no",))
    assert before.answers == {Place("open"): ("yes",)}


def test_that_answers_are_stored_in_one_order_and_read_back_the_same() -> None:
    one = answering(FOLLOWED, ("open", "yes"), ("which", "fitter"))
    other = answering(FOLLOWED, ("which", "fitter"), ("open", "yes"))

    assert listed(one) == listed(other) == (Answer("open", (), ("yes",)), Answer("which", (), ("fitter",)))
    assert begun(FOLLOWED, listed(one)) == one


def test_that_a_stored_answer_that_does_not_suit_its_question_is_told_not_guessed() -> None:
    with pytest.raises(UserError, match="none of the choices"):
        begun(FOLLOWED, [Answer("open", (), ("perhaps",))])


def test_that_stored_answers_of_no_question_stay_and_count_nowhere() -> None:
    interview = begun(FOLLOWED, [Answer("elsewhere", (), ("x",))])
    assert interview.answers == {Place("elsewhere"): ("x",)}
    assert standing(interview).counted == {}


def test_that_an_answer_for_nobody_to_ask_for_is_a_mistake_of_ours_and_not_lost_in_silence() -> None:
    with pytest.raises(ValueError, match="name"):
        answered(begun(PER_ROLE), Place("name"), ("Fitters",))


LIMITED = routing(
    question("size", Kind.SINGLE, "1", "2"),
    question("roles", Kind.LIST, constraint="${size} != 1 or count-selected(.) <= 1", message=phrase("One is enough.")),
    question("hours", Kind.NUMBER, constraint=". mod 2 = 0"),
)


def test_that_an_answer_against_its_constraint_is_refused_with_its_message() -> None:
    with pytest.raises(UserError, match="One is enough") as refused:
        answering(LIMITED, ("size", "1"), ("roles", ("a", "b")))
    assert refused.value.values["message"] == phrase("One is enough.").text


def test_that_a_constraint_without_a_message_is_told_itself() -> None:
    with pytest.raises(UserError, match=r"\. mod 2 = 0"):
        answering(LIMITED, ("hours", "3"))


def test_that_a_constraint_broken_by_another_answer_is_told_and_the_answer_kept() -> None:
    interview = answering(LIMITED, ("size", "2"), ("roles", ("a", "b")), ("size", "1"))
    assert clashes(standing(interview)) == (Place("roles"),)
    assert interview.answers[Place("roles")] == ("a", "b")
    assert clashes(standing(answered(interview, Place("size"), ("2",)))) == ()


def test_that_the_same_answers_in_any_order_are_the_same_interview() -> None:
    ready = routing(question("a", Kind.MULTIPLE, "x", "y", choices=choices("x", "y")), question("b"))
    assert answering(ready, ("a", ("y", "x")), ("b", " words ")) == answering(ready, ("b", "words"), ("a", ("x", "y")))
