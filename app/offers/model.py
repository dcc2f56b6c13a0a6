"""What can be learnt, and from whom: training offers as values (brief, 4.12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, Literal

from app.languages import Language
from app.texts import Text

ProviderType = Literal["VET", "UAS", "UNI", "VST", "company", "other"]
OfferType = Literal["course", "unit", "qualification", "apprenticeship", "demonstration", "badge", "card"]
ExtentUnit = Literal["osp", "op", "h", "d"]
Mode = Literal["onsite", "workplace", "online", "blended"]
Time = Literal["day", "evening", "weekend", "own_pace"]

STALE_AFTER: Final = timedelta(days=90)
"""How long what was checked of an offer can be relied on (brief, 1.5)."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One training offer. Empty means "not said by the source", never "none"; an unknown price is None, free is 0.

    Codes are bare: unit "106401", qualification "351301". `card` is an id of the card catalogue ("C05").
    A municipality is a name in `places` and its number ("853") in `municipality_codes`. `start_words` say when it
    begins where no day is known ("autumn 2027"). `parent_key` is the offer that says what is taught here.
    """

    key: str
    name: Text
    provider: Text = Text()
    provider_type: ProviderType | None = None
    offer_type: OfferType = "course"
    for_whom: Text = Text()
    can_do_after: Text = Text()
    description: Text = Text()
    qualification_codes: tuple[str, ...] = ()
    unit_codes: tuple[str, ...] = ()
    unit_names: tuple[Text, ...] = ()
    framework_key: str = ""
    competence_tags: tuple[str, ...] = ()
    keywords: Text = Text()
    card: str = ""
    level_from: int | None = None
    level_to: int | None = None
    extent_value: Decimal | None = None
    extent_unit: ExtentUnit | None = None
    languages: tuple[Language | str, ...] = ()
    mode: tuple[Mode, ...] = ()
    time: tuple[Time, ...] = ()
    places: tuple[Text, ...] = ()
    municipality_codes: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    start_words: Text = Text()
    apply_by: date | None = None
    price_eur: Decimal | None = None
    price_note: Text = Text()
    funding_routes: tuple[str, ...] = ()
    min_group: int | None = None
    max_group: int | None = None
    contact: str = ""
    link: str = ""
    checked_on: date | None = None
    checked_by: str = ""
    valid_to: date | None = None
    parent_key: str = ""
    source: str = ""
    example: bool = False


@dataclass(frozen=True, slots=True)
class Provider:
    """Who gives training, and in which municipalities: names in `places`, numbers ("853") in `municipality_codes`."""

    key: str
    name: Text
    places: tuple[Text, ...] = ()
    municipality_codes: tuple[str, ...] = ()
    link: str = ""


def is_of_several_units(offer: Offer) -> bool:
    """Whether units are taught together, which other funding routes pay for than one unit alone (brief, 8.3)."""
    return offer.offer_type == "unit" and len(offer.unit_codes) > 1


def is_stale(offer: Offer, today: date) -> bool:
    """Whether an offer was checked too long ago to promise anything of it; good on its 90th day."""
    return offer.checked_on is not None and today - offer.checked_on > STALE_AFTER
