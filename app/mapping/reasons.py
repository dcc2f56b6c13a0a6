"""What an offer is looked for by, and why one is proposed; `matching` finds the offers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from app.languages import Language
from app.offers.model import Offer, OfferType
from app.texts import Text

if TYPE_CHECKING:
    from app.mapping.told import LearningWay


class ReasonCode(StrEnum):
    """Why an offer is proposed; `wording` makes the sentence."""

    SAME_UNIT = "same_unit"
    SAME_QUALIFICATION = "same_qualification"
    SAME_CARD = "same_card"
    SAME_TAG = "same_tag"
    NEAR_TAG = "near_tag"
    WORDS = "words"
    RIGHT_LEVEL = "right_level"
    LANGUAGE = "language"
    SAME_MUNICIPALITY = "same_municipality"
    SAME_REGION = "same_region"
    NEAR_REGION = "near_region"
    ONLINE = "online"
    AT_WORKPLACE = "at_workplace"
    WISHED = "wished"
    STARTS_IN_TIME = "starts_in_time"
    ANY_TIME = "any_time"
    FREE = "free"
    UNDER_1000 = "under_1000"
    UP_TO_5000 = "up_to_5000"
    FUNDABLE = "fundable"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason, the points it brought and the value to show ("101108", "hitsaus", "2027-01-11")."""

    code: ReasonCode
    points: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an offer is looked for: the need in codes and in words, and the company's circumstances.

    `ways` are those the company wishes to learn by, in `months_off` (1…12) nobody can begin, and `fundable` are kinds
    of offers, each with whether it is of several units and a code of a funding route that comes into question for it.
    """

    name: Text
    unit_code: str = ""
    unit_name: Text = Text()
    qualification_code: str = ""
    tags: tuple[str, ...] = ()
    card: str = ""
    level_from: int | None = None
    level_to: int | None = None
    language: Language = "fi"
    municipality: str = ""
    municipality_name: str = ""
    deadline: date | None = None
    ways: tuple[LearningWay, ...] = ()
    months_off: tuple[int, ...] = ()
    fundable: frozenset[tuple[OfferType, bool, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """An offer with its points 0…100 and the reasons they came from, strongest first. Never without a reason."""

    offer: Offer
    points: int
    reasons: tuple[Reason, ...]
