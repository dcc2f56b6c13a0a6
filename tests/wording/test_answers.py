"""An answer in words: four things that are not a level stay four things."""

from __future__ import annotations

from app.i18n import Translator
from app.mapping.model import Assessment, Assessor, Evidence, GapReason, Targets
from app.wording.answers import act_words, answer_words, targets_sentence

EN = Translator("en")
BARE = Assessment("p", "n", Assessor.SELF)


def test_that_unknown_blank_outside_and_zero_are_said_differently() -> None:
    outside = Assessment("p", "n", Assessor.SELF, not_part_of_job=True)
    zero = Assessment("p", "n", Assessor.SELF, 0)
    said = [answer_words(EN, answer) for answer in (None, BARE, outside, zero)]
    assert said == ["Not answered yet", "Not assessed", "Not part of the job", "Level 0: No skill yet"]


def test_that_all_of_an_answer_is_said() -> None:
    answer = Assessment(
        "p", "n", Assessor.SELF, 1, 3, evidence=Evidence.SEEN, reason=GapReason.NO_TIME, note="more in May"
    )
    assert answer_words(EN, answer) == (
        "Level 1: Can do with guidance · apart from language 3 · seen at work · no time · “more in May”"
    )


def test_that_what_was_simply_done_needs_no_word() -> None:
    assert [act_words(EN, act) for act in ("done", "undone", "redone")] == ["", "taken back", "done again"]


def test_that_a_missing_target_is_a_dash() -> None:
    assert targets_sentence(EN, Targets(3, None, 4)) == "Target now 3, in one year –, in three years 4"
