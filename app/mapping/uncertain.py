"""Whether a band would hold if the ratings were better founded (SCORING-NOTES 2 and 3).

Only answers are varied, never criticality or targets. Counts of people by level have no interval: what is not linked
to a person cannot be called weak.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.mapping.levels import DISCUSS_FROM, LEVELS, OTHER_REASONS, Confidence, Tally, confidence, present
from app.mapping.levels import substance_level as level_of
from app.mapping.model import Assessment, Assessor, Band, Mapping, PeopleMode, RoleNeed
from app.mapping.scoring import score_tally

WEAK_BY: Final = 1
"""Levels by which a rating of oneself, or of one's own team, may be off either way."""


class Settles(StrEnum):
    """What would narrow an interval: a rating by somebody else, or a talk between those who differ."""

    RATING = "rating"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class Interval:
    """Levels between which a present level lies, and what would narrow it; None where nothing has to."""

    low: int
    high: int
    settles: Settles | None = None


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """The bands at the two ends, and whose rating would settle it: the person whose interval moves the index most."""

    at_lowest: Band
    at_highest: Band
    person_key: str
    settles: Settles


Answers = Dict[tuple[str, str], list[Assessment]]
"""By need and person, all that was said."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A person whose level counts, with what it may be; `held_back` by time, tools or permission."""

    person_key: str
    level: int
    interval: Interval
    held_back: bool


def interval(answers: Sequence[Assessment]) -> Interval | None:
    """Where the present level of one person in one need lies; None when there is no level.

    An agreed level is exact. Ratings two or more levels apart span what they say; a rating by oneself or the owner
    alone may be off by one.
    """
    counts = present(answers)
    return _around(counts, answers) if counts else None


def _around(counts: Assessment, answers: Sequence[Assessment]) -> Interval | None:
    """The interval round the answer that counts."""
    level = level_of(counts)
    if level is None or counts.not_part_of_job:
        return None
    if counts.assessor is Assessor.AGREED:
        return Interval(level, level)
    said = [found for a in answers if not a.not_part_of_job and (found := level_of(a)) is not None]
    low, high = min(said), max(said)
    if high - low >= DISCUSS_FROM:
        return Interval(low, high, Settles.TALK)
    if confidence(counts) is Confidence.WEAK:
        return Interval(max(LEVELS[0], level - WEAK_BY), min(LEVELS[-1], level + WEAK_BY), Settles.RATING)
    return Interval(level, level)


def uncertainties(mapping: Mapping) -> dict[str, Uncertainty]:
    """By need, what makes its band uncertain; a need whose band holds at both ends is not there."""
    if mapping.people_mode is PeopleMode.ROLES_ONLY:
        return {}
    answers: dict[tuple[str, str], list[Assessment]] = defaultdict(list)
    for answer in mapping.assessments:
        answers[answer.need_key, answer.person_key].append(answer)
    found = ((need.key, _uncertainty(mapping, need, answers)) for need in mapping.needs)
    return {key: uncertain for key, uncertain in found if uncertain}


def _uncertainty(mapping: Mapping, need: RoleNeed, answers: Answers) -> Uncertainty | None:
    known, unknown = _people(mapping, need, answers)
    if not any(k.interval.settles for k in known):
        return None
    at_lowest, _ = _band_and_index(mapping, need, known, [k.interval.low for k in known], unknown)
    at_highest, _ = _band_and_index(mapping, need, known, [k.interval.high for k in known], unknown)
    if at_lowest is at_highest:
        return None
    person, settles = _most_moving(mapping, need, known, unknown)
    return Uncertainty(at_lowest, at_highest, person, settles)


def _people(mapping: Mapping, need: RoleNeed, answers: Answers) -> tuple[list[_Known], int]:
    """Those of the role who have a level, and how many are not assessed."""
    people = [p for p in mapping.people if p.role_key == need.role_key]
    if mapping.people_mode is PeopleMode.OWNER:
        people = people[:1]
    known, unknown = [], 0
    for person in people:
        said = answers.get((need.key, person.key), [])
        counts = present(said)
        if counts is None:
            unknown += 1
        elif (found := _around(counts, said)) and (level := level_of(counts)) is not None:
            known.append(_Known(person.key, level, found, counts.reason in OTHER_REASONS))
    return known, unknown


def _band_and_index(
    mapping: Mapping, need: RoleNeed, known: Sequence[_Known], levels: Sequence[int], unknown: int
) -> tuple[Band, int]:
    at, held_back = [0] * len(LEVELS), [0] * len(LEVELS)
    for person, level in zip(known, levels, strict=True):
        at[level] += 1
        held_back[level] += person.held_back
    required = 1 if mapping.people_mode is PeopleMode.OWNER else need.required
    score = score_tally(Tally(tuple(at), unknown, tuple(held_back)), need.targets, need.criticality, required)
    return score.band, score.index or 0


def _most_moving(mapping: Mapping, need: RoleNeed, known: Sequence[_Known], unknown: int) -> tuple[str, Settles]:
    """The person whose interval alone moves the index most; of equals the one first in the role."""

    def width(at: int) -> int:
        ends = []
        for end in (known[at].interval.low, known[at].interval.high):
            levels = [end if i == at else k.level for i, k in enumerate(known)]
            ends.append(_band_and_index(mapping, need, known, levels, unknown)[1])
        return abs(ends[0] - ends[1])

    wide: dict[tuple[int, Interval, bool], int] = {}
    for i, k in enumerate(known):  # people alike move it alike: the first stands for them
        if k.interval.settles:
            wide.setdefault((k.level, k.interval, k.held_back), i)
    most = max(wide.values(), key=width)
    settles = known[most].interval.settles
    assert settles is not None
    return known[most].person_key, settles
