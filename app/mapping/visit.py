"""What is true of a visit as a whole (brief, 2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Outcome(StrEnum):
    """How a visit was closed: never without one of these (KEU-2)."""

    NEXT_STEP = "next_step"
    NO_FURTHER_SERVICE = "no_further_service"


@dataclass(frozen=True, slots=True)
class Visit:
    """`began` is when the clock of the visit was started (aware); the days say when something was shown or agreed.

    `notice_shown` is of the privacy notice, `people_mode_confirmed` of how people appear (V1).
    """

    began: datetime | None = None
    notice_shown: date | None = None
    people_mode_confirmed: date | None = None
    closed: date | None = None
    outcome: Outcome | None = None
