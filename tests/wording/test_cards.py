"""What is said of cards and permits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.i18n import Translator
from app.languages import LANGUAGES
from app.mapping.company import Company
from app.mapping.model import CardHolding, Mapping
from app.mapping.plan import FixFirst, fix_first
from app.texts import Text
from app.wording.cards import card_clause, card_title, fix_first_sentence

TODAY = date(2026, 11, 23)
NAME = Text("Tulityökortti", "Heta arbeten-kort", "Hot-work card")
TRANSLATORS = [Translator(language) for language in LANGUAGES]


def fix(valid_to: date | None = None, state: str = "held", count: int = 1) -> FixFirst:
    holding = CardHolding("k", "C02", "r", NAME, state=state, valid_to=valid_to, count=count)  # type: ignore[arg-type] # one of the states
    [found] = fix_first(Mapping("m", Company("c", "Workshop"), cards=(holding,)), TODAY)
    return found


@pytest.mark.parametrize(
    ("found", "fi", "sv", "en"),
    [
        (
            fix(date(2026, 9, 30)),
            "vanheni 30.9.2026, 54 päivää sitten",
            "gick ut 30.9.2026, för 54 dagar sedan",
            "expired 30 Sep 2026, 54 days ago",
        ),
        (
            fix(date(2026, 11, 22)),
            "vanheni 22.11.2026, 1 päivä sitten",
            "gick ut 22.11.2026, för 1 dag sedan",
            "expired 22 Nov 2026, 1 day ago",
        ),
        (fix(TODAY), "päättyy tänään, 23.11.2026", "går ut i dag, 23.11.2026", "ends today, 23 Nov 2026"),
        (
            fix(date(2027, 2, 14)),
            "päättyy 14.2.2027, 83 päivän kuluttua",
            "går ut 14.2.2027, om 83 dagar",
            "ends 14 Feb 2027, in 83 days",
        ),
        (fix(state="missing"), "tarvitaan, mutta puuttuu", "behövs men saknas", "needed but missing"),
        (
            fix(state="not_known"),
            "selvitettävä, onko voimassa",
            "ta reda på om det gäller",
            "find out whether it is valid",
        ),
    ],
)
def test_that_a_card_says_what_is_wrong_and_since_when(found: FixFirst, fi: str, sv: str, en: str) -> None:
    assert [card_clause(t, found) for t in TRANSLATORS] == [fi, sv, en]


def test_that_a_card_says_how_many_it_concerns() -> None:
    assert [card_title(t, fix(count=2, state="missing").holding) for t in TRANSLATORS] == [
        "Tulityökortti, 2 henkilöä",
        "Heta arbeten-kort, 2 personer",
        "Hot-work card, 2 people",
    ]


def test_that_the_two_make_a_sentence() -> None:
    said = fix_first_sentence(TRANSLATORS[0], fix(date(2026, 9, 30)))
    assert said == "Tulityökortti, 1 henkilö: vanheni 30.9.2026, 54 päivää sitten."


def test_that_of_a_record_extract_only_that_it_was_seen_is_said() -> None:
    t = Translator("en")
    seen = CardHolding("k", "C20", "r", NAME)
    assert card_clause(t, FixFirst(seen, "no_end", None)) == "seen"
    assert card_clause(t, FixFirst(replace(seen, card="C02"), "no_end", None)) == "valid until further notice"
    assert card_clause(t, FixFirst(replace(seen, state="missing"), "missing", None)) == "needed but missing"
