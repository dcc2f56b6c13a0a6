"""What each offer of the library lacks before a company can be told of it (brief, JOE-5b)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.i18n import Translator
from app.offers.lacks import Lack, lacks
from app.offers.model import Offer
from app.services.desk import Desk
from app.services.libraries import offers
from app.wording.lacks import lack_said


@dataclass(frozen=True, slots=True)
class Lacking:
    offer: Offer
    lacks: tuple[Lack, ...]


def check(desk: Desk) -> tuple[Lacking, ...]:
    """The imported offers that lack something, those that lack most first."""
    return tuple(sorted(_lacking(offers(desk), desk.today), key=lambda each: (-len(each.lacks), each.offer.key)))


def _lacking(known: tuple[Offer, ...], today: date) -> Iterator[Lacking]:
    for offer in known:
        if found := lacks(offer, today):
            yield Lacking(offer, found)


def as_json(t: Translator, each: Lacking) -> dict[str, Any]:
    offer = each.offer
    return {
        "id": offer.key,
        "name": offer.name.said(t.language).text,
        "provider": offer.provider.said(t.language).text,
        "lacks": list(each.lacks),
        "said": [lack_said(t, lack) for lack in each.lacks],
        "checked_on": offer.checked_on.isoformat() if offer.checked_on else None,
    }


def as_line(t: Translator, each: Lacking) -> str:
    name = each.offer.name.said(t.language).text
    return t("{offer} ({id}) lacks: {what}", offer=name, id=each.offer.key, what=_listed(t, each))


def _listed(t: Translator, each: Lacking) -> str:
    return t.listed(lack_said(t, lack) for lack in each.lacks)
