"""Whether a company is ready to speak with a provider about an apprenticeship, and what is missing (brief, KEU-5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from app.mapping.model import Measure, RoleNeed
from app.mapping.told import Told, YesNo

Missing = Literal["open_post", "weekly_hours", "instructor", "studies"]

LEAST_HOURS: Final = 25
"""Hours a week on average; from memory, to be compared with the provider's rule."""


@dataclass(frozen=True, slots=True)
class Apprenticeship:
    """The four answers. What has not been asked, or nobody is sure of, is missing as much as a no.

    `studies` is whether a qualification or a unit has been chosen.
    """

    open_post: YesNo = ""
    weekly_hours: int | None = None
    instructor: YesNo = ""
    studies: bool = False


def missing(asked: Apprenticeship) -> tuple[Missing, ...]:
    """What is missing, by name; nothing where the company is ready to contact a provider."""
    return tuple(_missing(asked))


def _missing(asked: Apprenticeship) -> Iterator[Missing]:
    if asked.open_post != "yes":
        yield "open_post"
    if asked.weekly_hours is None or asked.weekly_hours < LEAST_HOURS:
        yield "weekly_hours"
    if asked.instructor != "yes":
        yield "instructor"
    if not asked.studies:
        yield "studies"


def asked_of(told: Told, need: RoleNeed | None, measure: Measure | None = None) -> Apprenticeship:
    """What the survey has told and the plan holds."""
    offer = measure.offer if measure else None
    of_need = need is not None and bool(need.unit_code or need.qualification_code)
    of_offer = offer is not None and bool(offer.unit_codes or offer.qualification_codes)
    return Apprenticeship(told.open_posts, told.weekly_hours, told.instructor, of_need or of_offer)
