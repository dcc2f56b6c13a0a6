"""Answers that are fields of the mapping are read from it and written to it, and come back as they were given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.answers import Path, Value
from app.mapping.company import Company
from app.mapping.interview import Place
from app.mapping.kept import kept_answers, trend
from app.mapping.kept_changes import edited, with_trend
from app.mapping.model import (
    Agreed,
    Assessment,
    Assessor,
    CardHolding,
    Item,
    Mapping,
    Measure,
    OptionType,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.survey import Question
from app.mapping.survey_routing import Routing
from app.paths import resource
from app.surveys.reading import load_survey
from app.texts import Text
from tests.store.kept import drop, put

TODAY = date(2026, 11, 26)
AT_ROLE, AT_NEED, AT_CARD = ("role",), ("role", "need"), ("role", "card")
MAPPING = Mapping(
    "mapping",
    Company("company", "Konepaja", size="10–19"),
    roles=(Role("role", "Koneistaja", head_count=3),),
    people=(Person("team", "role", ""),),
    needs=(RoleNeed("need", "role", Text(fi="Mittaaminen"), targets=Targets(2, 3, 1)),),
    cards=(CardHolding("card", "C03", "role", Text(fi="Tulityökortti"), state="not_known"),),
    agreed=(Agreed("need", 0),),
    measures=(Measure("step", "need", OptionType.PAIR_WORK, first_step=True),),
)


@lru_cache
def routing(key: str = "visit") -> Routing:
    return load_survey(resource("surveys"), key)


def questions() -> dict[str, Question]:
    return {**routing("visit").questions, **routing("self").questions}


def after(mapping: Mapping, question: str, path: Path, value: Value) -> Mapping:
    """The mapping once an answer is given, as the store would keep it."""
    edit = edited(mapping, questions()[question], path, value, TODAY)
    items: tuple[Item, ...] = edit.drop
    return put(drop(edit.head or mapping, *items), *edit.put)


ANSWERS: tuple[tuple[str, Path, Value], ...] = (
    ("A1", (), ("Toinen",)),
    ("A2", (), ("0112038-9",)),
    ("A3", (), ("25",)),
    ("A3a", (), ("Metallia",)),
    ("A4", (), ("2",)),
    ("A5", (), ("853",)),
    ("A6", (), ("sv",)),
    ("A8", (), ("Aino",)),
    ("C3", (), ("Vähemmän hukkaa",)),
    ("K3", (), ("2027-01-15",)),
    ("D1a", AT_ROLE, ("Hitsaaja",)),
    ("D2", AT_ROLE, ("3",)),
    ("E2", AT_NEED, ("4",)),
    ("E3a", AT_NEED, ("down",)),
    ("E3b", AT_NEED, ("up",)),
    ("E4", AT_NEED, ("3",)),
    ("E5", AT_NEED, ("all",)),
    ("E5", AT_NEED, ("5",)),
    ("F3", AT_NEED, ("0",)),
    ("F3", AT_NEED, ("not_assessed",)),
    ("F3", AT_NEED, ("not_part_of_job",)),
    ("H1a", AT_CARD, ("held",)),
    ("H1b", AT_CARD, ("2027-05",)),
    ("H1c", AT_CARD, ("2",)),
    ("K2a", ("step",), ("Parityö",)),
    ("K2b", ("step",), ("Aino",)),
    ("K2c", ("step",), ("2026-12-10",)),
)


@pytest.mark.parametrize(("question", "path", "value"), ANSWERS)
def test_that_an_answer_is_read_as_it_was_given(question: str, path: Path, value: Value) -> None:
    found = kept_answers(after(MAPPING, question, path, value), questions())
    assert found[Place(question, path)] == value


@pytest.mark.parametrize(("question", "path", "value"), ANSWERS)
def test_that_an_answer_changes_no_other_answer(question: str, path: Path, value: Value) -> None:
    """But for trends, which hang on the level wanted now."""
    before, now = (kept_answers(m, questions()) for m in (MAPPING, after(MAPPING, question, path, value)))
    others = {place for place in before.keys() | now.keys() if place.question not in {question, "E3a", "E3b"}}
    assert {place: before.get(place) for place in others} == {place: now.get(place) for place in others}


@pytest.mark.parametrize("question", ["A2", "A4", "C3", "K3"])
def test_that_an_answer_taken_away_leaves_the_field_empty(question: str) -> None:
    given_one = next(value for key, _, value in ANSWERS if key == question)
    cleared = after(after(MAPPING, question, (), given_one), question, (), ())
    assert Place(question) not in kept_answers(cleared, questions())


def test_that_lists_are_the_entries_of_the_mapping_in_their_order() -> None:
    found = kept_answers(MAPPING, questions())
    assert found[Place("D1")] == ("role",)
    assert found[Place("E1", AT_ROLE)] == ("need",)
    assert found[Place("H1", AT_ROLE)] == ("card",)
    assert found[Place("K1")] == ("need",)
    assert found[Place("K2")] == ("step",)


def test_that_an_unrated_team_has_no_answer_and_is_not_zero() -> None:
    assert Place("F3", AT_NEED) not in kept_answers(MAPPING, questions())
    zero = replace(MAPPING, assessments=(Assessment("team", "need", Assessor.OWNER, 0),))
    assert kept_answers(zero, questions())[Place("F3", AT_NEED)] == ("0",)


def test_that_a_field_that_suits_no_answer_is_none_and_stays() -> None:
    odd = replace(MAPPING, company=replace(MAPPING.company, size="250–"))
    assert Place("A4") not in kept_answers(odd, questions())


def test_that_agreeing_in_another_order_keeps_the_owners_reasons() -> None:
    second = RoleNeed("second", "role", Text(fi="Piirustukset"), position=1)
    two = replace(MAPPING, needs=(*MAPPING.needs, second), agreed=(Agreed("need", 0, "asiakas pyysi"),))
    found = after(two, "K1", (), ("second", "need"))
    assert found.agreed == (Agreed("second", 0), Agreed("need", 1, "asiakas pyysi"))


levels = st.integers(0, 4)


@given(levels, st.sampled_from(["up", "same", "down"]), st.sampled_from([1, 3]))
def test_that_a_trend_gives_one_level_more_or_less_within_the_scale(now: int, wanted: str, year: int) -> None:
    found = with_trend(Targets(now, now, now), year, wanted)
    later = found.y1 if year == 1 else found.y3
    assert later is not None
    assert 0 <= later <= 4
    assert trend(now, later) == wanted or later in {0, 4}


@given(levels, levels, levels, levels)
def test_that_a_new_target_moves_the_later_ones_along(now: int, y1: int, y3: int, new: int) -> None:
    mapping = replace(MAPPING, needs=(replace(MAPPING.needs[0], targets=Targets(now, y1, y3)),))
    [need] = after(mapping, "E2", AT_NEED, (str(new),)).needs
    assert need.targets.now == new
    assert need.targets.y1 == max(0, min(4, new + y1 - now))
    assert need.targets.y3 == max(0, min(4, new + y3 - now))
