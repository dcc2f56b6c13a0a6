"""What is said of a unit that a role needs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.i18n import Translator
from app.mapping.model import RoleNeed
from app.mapping.unit_fit import Extent, FitAdvice, RoleUnit, unit_fit
from app.texts import Text
from app.wording.units import (
    unit_advice,
    unit_mastered_clause,
    unit_missing_sentence,
    unit_needed_clause,
    unit_rule_sentences,
    unit_why_sentence,
)

EN = Translator("en")
NEED = RoleNeed("turns", "turner", Text(en="Turns"), competence_code="turns", unit_code="101108")
UNIT = RoleUnit(
    "turner", "101108", Text(en="Turning"), "351108", (NEED,), (0, 1, 1, 1, 0), 4, unit_fit((1, 2, 3, None))
)
PART, WHOLE = Extent("unit", 3, Decimal(15)), Extent("unit", 1, Decimal(15))


def advised(advice: FitAdvice, extent: Extent | None = None) -> str:
    return unit_advice(EN, replace(UNIT, fit=replace(UNIT.fit, advice=advice), extent=extent))


@pytest.mark.parametrize("extent", [None, PART, WHOLE])
def test_that_what_is_mastered_is_shown_and_what_is_unknown_is_asked(extent: Extent | None) -> None:
    assert advised(FitAdvice.DEMONSTRATION, extent) == "a demonstration instead of a course"
    assert advised(FitAdvice.PARTIAL, extent) == "part of the unit"
    assert advised(FitAdvice.NOT_ASSESSED, extent) == "assess first"


def test_that_training_is_of_the_whole_only_where_the_whole_is_known_to_be_needed() -> None:
    assert advised(FitAdvice.TRAINING) == "training"
    assert advised(FitAdvice.TRAINING, WHOLE) == "the whole unit"
    assert advised(FitAdvice.TRAINING, PART) == "part of the unit"


def test_that_the_number_says_why() -> None:
    assert unit_mastered_clause(EN, UNIT) == "50% mastered"
    assert unit_why_sentence(EN, UNIT) == "Levels known 3/4: at 3 or more 1, at 2 1, lower 1."


def test_that_nobody_assessed_is_said_and_no_number() -> None:
    unknown = replace(UNIT, levels=(0,) * 5, fit=unit_fit((None,)))
    assert unit_mastered_clause(EN, unknown) == "not assessed"
    assert unit_why_sentence(EN, unknown) == "Nobody has been assessed yet."
    assert unit_missing_sentence(EN, unknown) == ""


def test_how_much_is_needed() -> None:
    assert unit_needed_clause(EN, UNIT) == ""
    assert unit_needed_clause(EN, replace(UNIT, needs=(NEED, NEED))) == "2 competences needed"
    assert unit_needed_clause(EN, replace(UNIT, extent=PART)) == "1 of its 3 requirements needed"
    assert unit_needed_clause(EN, replace(UNIT, extent=WHOLE)) == "needed as a whole"


def test_that_missing_points_are_about_so_many_and_never_none() -> None:
    assert unit_missing_sentence(EN, replace(UNIT, extent=WHOLE)) == "About 8 competence points are missing."
    assert unit_missing_sentence(EN, replace(UNIT, extent=replace(WHOLE, points=Decimal(2)))) == (
        "About 1 competence point is missing."
    )
    assert unit_missing_sentence(EN, replace(UNIT, extent=PART)) == ""
    mastered = replace(UNIT, extent=WHOLE, fit=unit_fit((3, 3)))
    assert unit_missing_sentence(EN, mastered) == ""


def test_that_the_rule_names_its_limits_and_who_decides() -> None:
    counts, limits, decides = unit_rule_sentences(EN)
    assert counts == "Level 3 and above counts whole, level 2 half."
    assert "80%" in limits
    assert "50%" in limits
    assert "under 2" in limits
    assert "college alone decides" in decides
