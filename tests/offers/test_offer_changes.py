"""What fetched offers change: new, changed, as it was, given no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from app.offers.changes import ChangedOffer, OfferChanges, compare_offers, ended
from app.offers.model import Offer
from app.texts import Text

A, B, C = (Offer(key, Text(key)) for key in "abc")
KNOWN = {"a": A, "b": B}


def test_that_each_offer_is_told_once_by_what_becomes_of_it(today: date) -> None:
    dearer = replace(A, price_eur=Decimal(7), link="https://a.example")

    found = compare_offers(KNOWN, [dearer, C, C], ["b", "b", "unknown"], today)

    assert found == OfferChanges(new=(C,), changed=(ChangedOffer(A, dearer, ("price_eur", "link")),), gone=(B,))
    assert found


def test_that_nothing_different_is_no_change(today: date) -> None:
    found = compare_offers(KNOWN, KNOWN.values(), [], today)

    assert found.unchanged == (A, B)
    assert not found


def test_that_an_offer_that_ended_is_not_told_to_end_again(today: date) -> None:
    over = ended(A, today)

    assert over.valid_to == today - timedelta(days=1)
    assert compare_offers({"a": over}, [], ["a"], today).gone == ()
    assert compare_offers({"a": replace(A, valid_to=today)}, [], ["a"], today).gone != ()
