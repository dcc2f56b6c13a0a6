"""What the best set says of itself."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from app.i18n import Translator
from app.mapping.best_set import BestSet, Pick
from app.mapping.best_set_choice import Budget
from app.mapping.model import RoleNeed
from app.offers.model import Offer
from app.texts import Text
from app.wording.best_set import pick_sentence, set_sentences

EN = Translator("en")
WELD, MEASURE = RoleNeed("weld", "r", Text(en="Welding")), RoleNeed("measure", "r", Text(en="Measuring"))
PICK = Pick(
    Offer("o", Text(en="Further welding")),
    ((WELD, Fraction(1)), (MEASURE, Fraction(1, 2))),
    people=2,
    hours=Decimal("7.5"),
    euros=Decimal(1450),
)
FOUND = BestSet((PICK,), (), Fraction(3, 4), Budget(), left_out=0, exact=True)


def test_that_an_offer_says_what_it_covers_and_for_how_many() -> None:
    assert pick_sentence(EN, PICK) == "Further welding covers Welding (100%); Measuring (50%); 2 people take part."
    assert pick_sentence(EN, replace(PICK, people=1)).endswith("one person takes part.")


def test_that_the_whole_says_what_it_covers_and_takes() -> None:
    assert set_sentences(EN, FOUND) == [
        "One offer covers 75% of what lacks in the agreed priorities.",
        "Price for all who take part: €1,450.",
        "Time of one person who takes part in all: 7.5 h.",
    ]


def test_that_what_is_not_known_is_said_and_no_figure_stands_for_it() -> None:
    unknown = replace(FOUND, picks=(replace(PICK, hours=None, euros=None),))
    assert set_sentences(EN, unknown)[1:] == [
        "The price of one offer is to be asked.",
        "One offer does not say its hours.",
    ]


def test_that_what_is_free_is_a_known_price() -> None:
    assert "Price for all who take part: €0." in set_sentences(
        EN, replace(FOUND, picks=(replace(PICK, euros=Decimal()),))
    )


def test_that_what_it_leaves_is_said() -> None:
    assert set_sentences(EN, replace(FOUND, picks=(), uncovered=(WELD, MEASURE), left_out=3, exact=False)) == [
        "No offer that fits is known within these limits.",
        "Left for other ways: Welding; Measuring.",
        "3 offers were left out because their price or their hours are not known.",
        "This was put together step by step: a better set may exist.",
    ]
