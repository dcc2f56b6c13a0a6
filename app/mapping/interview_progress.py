"""How far an interview is: what is left open, and how many minutes are left."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from app.mapping.interview import Place, Standing
from app.mapping.survey import Kind, Section, Wanted


@dataclass(frozen=True, slots=True)
class Progress:
    """Of a section: how many of the answers that are wanted now are there.

    `minutes_left` is the section's time for the share that is open, rounded half up.
    """

    section: Section
    answered: int
    of: int

    @property
    def minutes_left(self) -> int:
        open_share = Fraction(self.of - self.answered, self.of) if self.of else Fraction()
        return floor(self.section.minutes * open_share + Fraction(1, 2))


def progress(stand: Standing) -> tuple[Progress, ...]:
    """Every section, in the survey's order; one that asks nothing now has nothing to answer."""
    wanted = [place for place in stand.asked if _is_wanted(stand, place, Wanted.EXPECTED)]

    def of(section: Section) -> Progress:
        ids = {question.id for question in section.questions}
        places = [place for place in wanted if place.question in ids]
        return Progress(section, sum(place in stand.counted for place in places), len(places))

    return tuple(of(section) for section in stand.interview.routing.survey.sections)


def completeness(stand: Standing) -> Fraction:
    """The share of wanted answers that are there, 0…1; 0 when nothing is asked."""
    rows = progress(stand)
    of = sum(row.of for row in rows)
    return Fraction(sum(row.answered for row in rows), of) if of else Fraction()


def left_open(stand: Standing, wanted: Wanted = Wanted.EXPECTED) -> tuple[Place, ...]:
    """What is asked now, wanted and not answered; with REQUIRED only what nothing can be closed without."""
    return tuple(p for p in stand.asked if _is_wanted(stand, p, wanted) and p not in stand.counted)


def _is_wanted(stand: Standing, place: Place, wanted: Wanted) -> bool:
    question = stand.interview.routing.questions[place.question]
    accepted = (Wanted.REQUIRED,) if wanted is Wanted.REQUIRED else (Wanted.REQUIRED, Wanted.EXPECTED)
    return question.kind is not Kind.NOTE and question.wanted in accepted
