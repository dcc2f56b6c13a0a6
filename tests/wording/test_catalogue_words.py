"""What is said of the facts in the catalogues."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from app.catalogues.model import (
    About,
    CardType,
    EmploymentArea,
    Ends,
    Municipalities,
    Municipality,
    Nature,
    Region,
)
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.texts import Text
from app.wording.catalogues import card_sentences, place_sentence, validity_sentence

EN = Translator("en")
PLACES = Municipalities(
    About("m", "1", Text(en="x"), "own", "own", date(2026, 11, 26)),
    (Region("02", Text(en="Southwest Finland")), Region("21", Text(en="Åland"), employment_areas=False)),
    (EmploymentArea("a", Text(en="One"), "checked"), EmploymentArea("b", Text(en="Other"), "working")),
    (),
)


def card(ends: Ends, years: int | None = None) -> CardType:
    return CardType("C01", Text(en="Card"), ("law", "employer"), ends, "verified", years)


@pytest.mark.parametrize(
    ("ends", "years", "said"),
    [
        ("years", 1, "Valid for 1 year."),
        ("years", 5, "Valid for 5 years."),
        ("review", 1, "No end by law; reviewed every year."),
        ("review", 5, "No end by law; reviewed every 5 years."),
        ("on_card", None, "The last day stands on the card or permit."),
        ("no_end", None, "Valid until further notice."),
        ("seen", None, "Only that it was seen is noted."),
        ("not_known", None, "How long it is valid is not known here: ask whoever gives it."),
    ],
)
def test_that_the_validity_of_a_card_is_said(ends: Ends, years: int | None, said: str) -> None:
    assert validity_sentence(EN, card(ends, years)) == said


def test_that_a_card_says_who_wants_it_and_nothing_it_does_not_know() -> None:
    assert card_sentences(EN, card("no_end")) == (
        "Valid until further notice. Demanded or given by: the law and the employer."
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("nature", get_args(Nature))
def test_that_every_nature_has_a_word(nature: Nature, language: Language) -> None:
    said = card_sentences(Translator(language), CardType("C", Text(), (nature,), "no_end", "memory"))
    assert said.count(".") >= 3


@pytest.mark.parametrize(
    ("region", "area", "said"),
    [
        ("02", "a", "Region: Southwest Finland. Employment area: One."),
        ("02", "b", "Region: Southwest Finland. Employment area: Other (not checked)."),
        ("02", "", "Region: Southwest Finland. Employment area: not known here; ask the municipality."),
        ("21", "", "Region: Åland. There are no employment areas here."),
    ],
)
def test_that_a_municipality_says_where_it_belongs_and_how_sure_that_is(region: str, area: str, said: str) -> None:
    assert place_sentence(EN, PLACES, Municipality("1", Text(en="Town"), region, area)) == said
