"""Offers made ready: those still open, each where it can be found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest

from app.mapping.corpus import corpus
from app.offers.ending import is_over
from app.offers.model import Offer, OfferType
from app.texts import Text

YEAR_ROUND: tuple[OfferType, ...] = ("unit", "qualification", "apprenticeship", "demonstration", "badge")
WELDING = Offer("welding", Text(fi="Hitsaus", sv="Svetsning"))


@pytest.mark.parametrize("field", ["end", "apply_by", "valid_to"])
@pytest.mark.parametrize("kind", get_args(OfferType))
def test_that_an_offer_is_over_the_day_after_its_last(field: str, kind: OfferType, today: date) -> None:
    last = replace(WELDING, offer_type=kind, time=("own_pace",), **{field: today})  # type: ignore[arg-type] # a date
    assert not is_over(last, today)
    assert is_over(last, today + timedelta(days=1))


def test_that_an_offer_without_days_is_never_over() -> None:
    assert not is_over(WELDING, date(2999, 1, 1))


@pytest.mark.parametrize("kind", get_args(OfferType))
def test_that_what_has_begun_cannot_be_joined_unless_something_says_so(kind: OfferType, today: date) -> None:
    begun = replace(WELDING, offer_type=kind, start=today - timedelta(days=1))
    later = today + timedelta(days=30)
    assert not is_over(replace(begun, start=today), today)
    assert is_over(begun, today)
    assert not is_over(replace(begun, apply_by=later), today)
    assert not is_over(replace(begun, time=("evening", "own_pace")), today)
    assert is_over(replace(begun, end=later), today) is (kind not in YEAR_ROUND)


def test_that_each_offer_stands_under_its_codes_and_names(today: date) -> None:
    unit = replace(WELDING, key="unit", unit_codes=("101113", "101113"), competence_tags=("hitsaus", "card:C13"))
    card = Offer("card", Text(en="Welder's test"), card="C13")
    whole = Offer("whole", Text(fi="Tutkinto"), offer_type="qualification", qualification_codes=("351108",))
    course = Offer("course", Text(fi="Kurssi"), qualification_codes=("351108",))
    made = corpus((unit, card, whole, course), today)

    assert made.by_unit == {"101113": (unit,)}
    assert made.by_card == {"C13": (card,)}
    assert made.by_tag == {"hitsaus": (unit,), "card:C13": (card, unit), "qualification:351108": (whole,)}
    assert made.by_qualification == {"351108": (course, whole)}
    assert [(n.language, n.offers) for n in made.named] == [
        ("fi", (course, unit, whole)),
        ("sv", (unit,)),
        ("en", (card,)),
    ]


def test_that_what_is_over_is_left_out(today: date) -> None:
    over = replace(WELDING, unit_codes=("101113",), valid_to=today - timedelta(days=1))
    made = corpus((over,), today)
    assert made.by_unit == {}
    assert [named.offers for named in made.named] == [(), (), ()]


def test_that_of_two_offers_with_one_key_the_first_stays(today: date) -> None:
    first, second = replace(WELDING, unit_codes=("1",)), replace(WELDING, unit_codes=("2",))
    assert corpus((first, second), today).by_unit == {"1": (first,)}


def test_that_an_education_gives_way_to_its_open_implementations(today: date) -> None:
    education = replace(WELDING, key="education", unit_codes=("101113",))
    implementation = replace(education, key="implementation", parent_key="education")
    over = replace(implementation, end=today - timedelta(days=1))

    assert corpus((education, implementation), today).by_unit == {"101113": (implementation,)}
    assert corpus((education, over), today).by_unit == {"101113": (education,)}
