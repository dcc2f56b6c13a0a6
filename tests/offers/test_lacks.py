"""What an offer does not tell (brief, JOE-5b)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args

import pytest

from app.offers.lacks import Lack, lacks
from app.offers.model import STALE_AFTER, Offer
from app.texts import Text

TODAY = date(2026, 11, 23)
WHOLE = Offer(
    "whole",
    Text(fi="Hitsaus"),
    provider=Text(fi="Opisto"),
    for_whom=Text(fi="Hitsaajille"),
    can_do_after=Text(fi="Hitsaa"),
    unit_codes=("101113",),
    extent_value=Decimal(2),
    extent_unit="d",
    languages=("fi",),
    places=(Text(fi="Turku"),),
    start=date(2027, 1, 11),
    price_eur=Decimal(0),
    link="https://example.invalid/",
    checked_on=TODAY,
)


def test_that_a_whole_offer_lacks_nothing_and_a_bare_name_lacks_all_but_age() -> None:
    assert lacks(WHOLE, TODAY) == ()
    assert set(lacks(Offer("bare", Text(fi="Kurssi")), TODAY)) == set(get_args(Lack)) - {"checked_long_ago"}


@pytest.mark.parametrize(
    ("missing", "lack"),
    [
        ({"provider": Text()}, "provider"),
        ({"unit_codes": ()}, "code"),
        ({"for_whom": Text()}, "for_whom"),
        ({"can_do_after": Text()}, "can_do_after"),
        ({"extent_value": None}, "extent"),
        ({"places": ()}, "place"),
        ({"languages": ()}, "language"),
        ({"start": None}, "start"),
        ({"price_eur": None}, "price"),
        ({"link": ""}, "link"),
        ({"checked_on": None}, "checked_on"),
        ({"checked_on": TODAY - STALE_AFTER - timedelta(days=1)}, "checked_long_ago"),
    ],
)
def test_that_each_thing_is_missed_alone(missing: dict[str, Any], lack: Lack) -> None:
    assert lacks(replace(WHOLE, **missing), TODAY) == (lack,)


@pytest.mark.parametrize(
    "instead",
    [
        {"unit_codes": (), "card": "C05"},
        {"places": (), "mode": ("online",)},
        {"start": None, "start_words": Text(fi="syksyllä")},
        {"start": None, "time": ("own_pace",)},
        {"price_eur": None, "price_note": Text(fi="tarjouksesta")},
        {"link": "", "contact": "opisto"},
        {"extent_value": None, "offer_type": "badge"},
        {"checked_on": TODAY - STALE_AFTER},
    ],
)
def test_that_what_says_the_same_in_another_way_is_enough(instead: dict[str, Any]) -> None:
    assert lacks(replace(WHOLE, **instead), TODAY) == ()
