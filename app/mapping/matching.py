"""From a need to offers: exact codes first, then words, each match with its reasons (brief, 4.8; SCORING-NOTES 7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from app.languages import LANGUAGES, Language, Text
from app.offers.model import Offer
from app.search import index
from app.search.index import Document, Index

COVERS: Final = 50
"""Points of an offer that covers the whole need (brief, 4.8)."""
OF_QUALIFICATION: Final = 30
"""Points of one that gives the qualification which the need is a part of."""
LEVEL, LANGUAGE, PLACE, TIMING, COST = 15, 10, 10, 10, 5
LEAST: Final = 30
WORDS_FROM: Final = 0.45
"""A likeness in words from which an offer is right every other time; below, it is not shown."""
OFFER_TEXTS: Final = 8


class ReasonCode(StrEnum):
    """Why an offer is proposed; `wording` makes the sentence."""

    SAME_UNIT = "same_unit"
    SAME_QUALIFICATION = "same_qualification"
    SAME_CARD = "same_card"
    SAME_TAG = "same_tag"
    WORDS = "words"
    RIGHT_LEVEL = "right_level"
    LANGUAGE = "language"
    SAME_MUNICIPALITY = "same_municipality"
    ONLINE = "online"
    AT_WORKPLACE = "at_workplace"
    STARTS_IN_TIME = "starts_in_time"
    ANY_TIME = "any_time"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason, the points it brought and the value to show ("101108", "hitsaus", "2027-01-11")."""

    code: ReasonCode
    points: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an offer is looked for: the need in codes and in words, and the company's circumstances."""

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


@dataclass(frozen=True, slots=True)
class Match:
    """An offer with its points 0…100 and the reasons they came from, strongest first. Never without a reason."""

    offer: Offer
    points: int
    reasons: tuple[Reason, ...]


MOST_POINTS: Final = {"unit": 50}


def match(wanted: Wanted, offers: Iterable[Offer], today: date, limit: int = 3) -> tuple[Match, ...]:
    """The best offers for a need; those that are over, or cover nothing of it, are left out."""
    return best(wanted, corpus(offers, today), limit)
