"""What a query asks for besides words, answered for many offers at once."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.offers.ending import is_over
from app.offers.filters import Filter, places, said, values
from app.offers.model import Offer
from app.services.search_facts import apart, facts, meeting, open_on, together
from app.texts import Text

names = st.sampled_from(["", "Turku", "Åbo", "Trukkikortti", "osaamismerkki\nja kortti", "tammikuussa"])
texts = st.builds(Text, names, names, names)
days = st.none() | st.dates(date(2026, 11, 20), date(2026, 11, 26))
offers = st.builds(
    Offer,
    key=st.text(max_size=3),
    name=texts,
    keywords=texts,
    start_words=texts,
    provider_type=st.sampled_from([None, "VST"]),
    offer_type=st.sampled_from(["course", "badge", "unit"]),
    card=st.sampled_from(["", "C05"]),
    competence_tags=st.sampled_from([(), ("card:C05", "esco:1")]),
    languages=st.sampled_from([(), ("sv",), ("fi", "sv")]),
    mode=st.sampled_from([(), ("online",)]),
    time=st.sampled_from([(), ("evening", "own_pace")]),
    places=st.lists(texts, max_size=2).map(tuple),
    municipality_codes=st.sampled_from([(), ("853",)]),
    start=days,
    end=days,
    apply_by=days,
    valid_to=days,
    price_eur=st.sampled_from([None, Decimal(0), Decimal(90)]),
)
ASKED = (
    Filter("start", ("11",), words=("tammikuu",)),
    Filter("time", ("evening", "day")),
    Filter("price", ("free",)),
    Filter("price_limit", ("50",)),
    Filter("mode", ("online",)),
    Filter("provider", ("VST", "None")),
    Filter("place", ("853",), words=("åbo", "turk")),
    Filter("language", ("fi",)),
    Filter("card", ("C05",), words=("trukkikortti", "kortti")),
    Filter("type", ("badge",), words=("osaamismerkki", "a.a")),
)


def is_met(offer: Offer, asked: Filter) -> float:
    """The same of one offer, said plainly."""
    if asked.kind == "price_limit":
        return 0.5 if offer.price_eur is None else float(offer.price_eur <= 50)
    if asked.kind == "place" and places(offer) & set(asked.words):
        return True
    return bool(values(offer, asked.kind) & set(asked.values)) or any(w in said(offer, asked.kind) for w in asked.words)


@given(st.lists(offers, max_size=4), st.dates(date(2026, 11, 19), date(2026, 11, 27)))
def test_that_many_are_answered_like_each_one_before_and_after_being_kept(given_: list[Offer], today: date) -> None:
    fresh = facts(given_)
    for known in (fresh, together(apart(fresh))):
        assert list(known.keys) == [offer.key for offer in given_]
        for asked in ASKED:
            assert meeting(known, asked).tolist() == [is_met(offer, asked) for offer in given_]
        assert open_on(known, today).tolist() == [not is_over(offer, today) for offer in given_]


def test_that_of_a_day_that_is_not_known_nothing_is_ever_late() -> None:
    assert open_on(facts([Offer("o", Text(fi="Kurssi"))]), date.max - timedelta(days=1)).tolist() == [True]


@pytest.mark.parametrize(
    "name", ["keys", "starts", "prices", "having.members", "type.bounds", "type.members", "last_days"]
)
def test_that_facts_that_do_not_fit_together_are_refused(name: str) -> None:
    arrays = apart(facts([Offer("o", Text(fi="Kurssi"), languages=("fi",))]))
    with pytest.raises((ValueError, KeyError)):
        together({**arrays, name: np.empty(0, arrays[name].dtype)})
