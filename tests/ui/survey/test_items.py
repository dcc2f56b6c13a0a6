"""What stands in a section, and in which order."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import UserError
from app.i18n import Translator
from app.mapping.answers import Value
from app.mapping.interview import Interview, Place, Standing, answered, begun, standing
from app.mapping.survey import Kind, Section
from app.paths import resource
from app.surveys.reading import load_survey
from app.ui.survey.caps import caps, toggled
from app.ui.survey.items import FOLDED_ABOVE, Asked, Head, Item, More, items
from app.ui.survey.months import read_date, read_number, written_date, written_number
from tests.ui.survey.kit import every_kind


def with_answers(interview: Interview, **answers: Value) -> Interview:
    for question, value in answers.items():
        interview = answered(interview, Place(question), value)
    return interview


def section(stand: Standing, key: str) -> Section:
    return next(s for s in stand.interview.routing.survey.sections if s.id == key)


def outline(found: tuple[Item, ...]) -> list[str]:
    """A section in short: "1a" is the head of the first entry, "+C1" where one is added."""
    return [_short(item) for item in found]


def _short(item: Item) -> str:
    if isinstance(item, Asked):
        return item.place.question
    return f"{item.number}" + ("…" if item.folded else "") if isinstance(item, Head) else f"+{item.of.question}"


def test_that_entries_stand_after_their_list_and_before_where_one_is_added() -> None:
    stand = standing(with_answers(begun(every_kind()), C1=("saw", "turn")))
    assert outline(items(stand, section(stand, "C"))) == [
        *("C1", "1", "C1a", "C1b", "C2", "2", "C1a", "C1b", "C2", "+C1", "C3", "C4", "C5")
    ]


def test_that_an_empty_list_can_still_be_added_to() -> None:
    stand = standing(begun(every_kind()))
    assert outline(items(stand, section(stand, "C")))[:2] == ["C1", "+C1"]


def test_that_a_follow_up_hangs_from_the_answer_above_it() -> None:
    stand = standing(with_answers(begun(every_kind()), A4=("yes",)))
    hanging = [
        i.place.question for i in items(stand, section(stand, "A")) if isinstance(i, Asked) and i.hangs is not None
    ]
    assert hanging == ["A4a"]


def test_that_what_hangs_within_an_entry_is_told_from_what_the_entry_itself_hangs_from() -> None:
    visit = load_survey(resource("surveys"), "visit")
    interview = with_answers(begun(visit), D1=("fitters",), D3=("yes",), K2=("first",))
    stand = standing(answered(interview, Place("G2", ("fitters",)), ("yes",)))
    hanging = {
        item.place.question: item.hangs
        for key in "DGK"
        for item in items(stand, section(stand, key))
        if isinstance(item, Asked) and item.hangs is not None
    }
    assert hanging == {"D4": 0, "D4a": 0, "D5": 0, "G3": 1, "K2": 0, "K2a": 0, "K2b": 0, "K2c": 0, "K3": 0}


def test_that_an_entry_can_be_taken_away_once_where_its_list_is_asked() -> None:
    visit = load_survey(resource("surveys"), "visit")
    stand = standing(with_answers(begun(visit), D1=("fitters",), D3=("yes",)))
    heads = [item for item in items(stand, section(stand, "D")) if isinstance(item, Head)]
    assert [(head.first.question, head.removable, head.hangs) for head in heads] == [
        ("D1a", True, None),
        ("D4", False, 0),
    ]
    assert not any(item.removable for item in items(stand, section(stand, "G")) if isinstance(item, Head))


def test_that_choices_with_questions_of_their_own_have_heads_but_nothing_to_add() -> None:
    stand = standing(with_answers(begun(every_kind()), A2=("saw", "lathe")))
    found = items(stand, section(stand, "A"))
    assert outline(found)[2:7] == ["A2", "1", "A2a", "2", "A2a"]
    assert not any(isinstance(item, More) for item in found)


def long_section() -> Standing:
    """Three roles with twelve competences each: over two hundred questions in one section."""
    interview = with_answers(begun(load_survey(resource("surveys"), "visit")), D1=("a", "b", "c"))
    for role in ("a", "b", "c"):
        needs = tuple(f"{role}{n}" for n in range(12))
        interview = answered(interview, Place("E1", (role,)), needs)
    return standing(interview)


def test_that_a_long_section_shows_only_the_entry_in_hand_and_the_heads_of_the_others() -> None:
    stand = long_section()
    found = items(stand, section(stand, "E"), ("b", "b1"))
    asked = [item.place for item in found if isinstance(item, Asked)]
    assert {place.path for place in asked} == {("b",), ("b", "b1")}
    assert [h.path for h in found if isinstance(h, Head) and len(h.path) == 1] == [("a",), ("b",), ("c",)]
    assert len(found) <= FOLDED_ABOVE
    assert [h.folded for h in found if isinstance(h, Head) and h.path[:1] == ("b",)] == [
        h.path not in (("b",), ("b", "b1")) for h in found if isinstance(h, Head) and h.path[:1] == ("b",)
    ]


def test_that_a_folded_head_says_how_much_of_it_is_answered() -> None:
    stand = long_section()
    head = next(i for i in items(stand, section(stand, "E"), ("b", "b1")) if isinstance(i, Head))
    assert (head.answered, head.wanted) == (1, 1 + 12 * 4)


@pytest.mark.parametrize("survey", ["quick", "self", "visit"])
def test_that_no_key_chooses_two_things(survey: str) -> None:
    for question in load_survey(resource("surveys"), survey).survey.questions:
        keys = [key for key in caps(question) if key]
        assert len(set(keys)) == len(keys)
        assert len(caps(question)) == len(question.choices)


def test_that_levels_have_the_keys_of_the_matrix() -> None:
    question = next(q for q in every_kind().survey.questions if q.kind is Kind.LEVEL)
    assert caps(question) == ("0", "1", "2", "3", "4", "?", "-")


def test_that_what_is_chosen_keeps_the_order_of_the_choices() -> None:
    question = every_kind().questions["A2"]
    assert toggled(question, ("lathe",), "saw") == ("saw", "lathe")
    assert toggled(question, ("saw", "lathe"), "saw") == ("lathe",)


@pytest.mark.parametrize("value", [("2027-05-31",), ("2026-12-01",)])
def test_that_a_day_reads_back_as_it_is_offered_for_editing(value: Value) -> None:
    assert read_date(every_kind().questions["B5"], written_date(Translator("en"), value), date(2026, 11, 23)) == value


@pytest.mark.parametrize("text", ["", "  "])
def test_that_no_text_is_no_answer(text: str) -> None:
    assert read_date(every_kind().questions["B6"], text, date(2026, 11, 23)) == ()
    assert read_number(text) == ()


def test_that_a_month_that_is_none_is_told_as_it_was_typed() -> None:
    with pytest.raises(UserError) as refused:
        read_date(every_kind().questions["B6"], "13/2027", date(2026, 11, 23))
    assert refused.value.values == {"text": "13/2027"}


def test_that_a_number_has_the_mark_of_the_language() -> None:
    assert (written_number(("2.5",), "fi"), written_number(("2.5",), "en")) == ("2,5", "2.5")
    assert read_number("1 200,5") == ("1200.5",)
