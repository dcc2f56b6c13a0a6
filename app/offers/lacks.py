"""What an offer does not say that a company wants to know before it decides (brief, JOE-5b)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from app.offers.model import Offer, is_stale

Lack = Literal[
    "provider", "code", "for_whom", "can_do_after", "extent", "place", "language", "start", "price", "link",
    "checked_on", "checked_long_ago",
]  # fmt: skip


def lacks(offer: Offer, today: date) -> tuple[Lack, ...]:
    """What is missing, in the order in which it is told; nothing of a whole offer."""
    return tuple(lack for lack, missing in _asked(offer, today) if missing)


def _asked(offer: Offer, today: date) -> Iterator[tuple[Lack, bool]]:
    anywhere = {"online", "workplace"} & {*offer.mode}
    yield "provider", not offer.provider
    yield "code", not (offer.unit_codes or offer.qualification_codes or offer.competence_tags or offer.card)
    yield "for_whom", not offer.for_whom
    yield "can_do_after", not offer.can_do_after
    yield "extent", offer.extent_value is None and offer.offer_type not in ("badge", "card", "demonstration")
    yield "place", not (offer.places or offer.municipality_codes or anywhere)
    yield "language", not offer.languages
    yield "start", offer.start is None and not offer.start_words and "own_pace" not in offer.time
    yield "price", offer.price_eur is None and not offer.price_note
    yield "link", not (offer.link or offer.contact)
    yield "checked_on", offer.checked_on is None
    yield "checked_long_ago", is_stale(offer, today)
