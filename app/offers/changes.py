"""What freshly fetched offers change against those that are in the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

from app.offers.model import Offer


@dataclass(frozen=True, slots=True)
class ChangedOffer:
    """An offer as it was and as it is now; `changed` names the fields that differ."""

    before: Offer
    after: Offer
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfferChanges:
    """What taking the fetched offers would change. `gone` are offers of the library that are given no more."""

    new: tuple[Offer, ...] = ()
    changed: tuple[ChangedOffer, ...] = ()
    unchanged: tuple[Offer, ...] = ()
    gone: tuple[Offer, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def compare_offers(
    known: Mapping[str, Offer], fetched: Iterable[Offer], gone: Iterable[str], today: date
) -> OfferChanges:
    """Offers by what becomes of them. `gone` are keys; one that ended before today already is not told again."""
    before = [(known.get(key), offer) for key, offer in {offer.key: offer for offer in fetched}.items()]
    return OfferChanges(
        new=tuple(offer for old, offer in before if old is None),
        changed=tuple(
            ChangedOffer(old, offer, _differing(old, offer)) for old, offer in before if old and old != offer
        ),
        unchanged=tuple(offer for old, offer in before if old == offer),
        gone=tuple(known[key] for key in dict.fromkeys(gone) if key in known and not _over(known[key], today)),
    )


def ended(offer: Offer, today: date) -> Offer:
    """An offer that is given no more: it is kept, since plans may name it, but ended the day before."""
    return replace(offer, valid_to=today - timedelta(days=1))


def _over(offer: Offer, today: date) -> bool:
    return offer.valid_to is not None and offer.valid_to < today


def _differing(before: Offer, after: Offer) -> tuple[str, ...]:
    return tuple(field.name for field in fields(Offer) if getattr(before, field.name) != getattr(after, field.name))
