"""Until when an offer can be taken up."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.offers.model import Offer, OfferType

_JOINED_WHILE_THEY_LAST: Final[frozenset[OfferType]] = frozenset(
    {"qualification", "apprenticeship", "unit", "demonstration", "badge"}
)


def is_over(offer: Offer, today: date) -> bool:
    """Whether it is too late for an offer."""
    last = last_day(offer)
    return last is not None and last < today


def last_day(offer: Offer) -> date | None:
    """The last day on which an offer is open. A course that has begun is over unless it can still be applied for.

    Qualifications, units, demonstrations and badges are begun all year round, until the day they are known to end.
    """
    lasts = offer.offer_type in _JOINED_WHILE_THEY_LAST and offer.end
    joined_later = lasts or offer.apply_by or "own_pace" in offer.time
    days = (offer.end, offer.apply_by, offer.valid_to, None if joined_later else offer.start)
    return min((day for day in days if day), default=None)
