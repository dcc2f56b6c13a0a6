"""What falls due in a mapping, and how far its case is (brief, JOE-2a, KEU-8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.mapping.cards import NEVER_PRINTED
from app.mapping.followups import MONTHS, FollowUp, remapped_on
from app.mapping.model import CardHolding, Mapping, Measure, MeasureStatus, Mode
from app.mapping.referral_made import awaited
from app.mapping.visit import Outcome

WITHIN: Final = 30
"""Days ahead that a due list looks, and days without an act after which a case is quiet."""
OPEN: Final = (MeasureStatus.PLANNED, MeasureStatus.IN_PROGRESS)


class Kind(StrEnum):
    """What is due, in the order in which things of one day are listed."""

    CARD = "card"
    MEASURE = "measure"
    ANSWER = "answer"
    MEETING = "meeting"
    FOLLOW_UP = "follow_up"
    MAPPING = "mapping"


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due on a day, overdue or not yet; a meeting and a new mapping are about nothing but it."""

    on: date
    kind: Kind
    about: CardHolding | Measure | FollowUp | None = None


@dataclass(frozen=True, slots=True)
class Since:
    """What is known of a case beside its mapping: the day of its last approval, and its follow-ups."""

    approved_on: date | None = None
    follow_ups: tuple[FollowUp, ...] = ()


def dated(mapping: Mapping, since: Since) -> tuple[Due, ...]:
    """Everything that is still to come or to be done and has a day, by day."""
    meeting, again = mapping.next_meeting, remapped_on(mapping, since.approved_on)
    found = [
        *(Due(c.valid_to, Kind.CARD, c) for c in mapping.cards if c.state == "held" and c.valid_to and _told(c)),
        *(Due(m.deadline, Kind.MEASURE, m) for m in mapping.measures if m.deadline and m.status in OPEN),
        *_answers(mapping),
        *(
            [Due(meeting, Kind.MEETING)]
            if meeting and (since.approved_on is None or meeting > since.approved_on)
            else []
        ),
        *(Due(f.due, Kind.FOLLOW_UP, f) for f in since.follow_ups if not f.done_on),
        *([Due(again, Kind.MAPPING)] if again and not _wants_no_more(mapping) else []),
    ]
    return tuple(sorted(found, key=_order))


def _told(card: CardHolding) -> bool:
    return card.card not in NEVER_PRINTED


def _answers(mapping: Mapping) -> Iterator[Due]:
    for measure in mapping.measures:
        if (made := measure.referral) and made.answer_due and awaited(made):
            yield Due(made.answer_due, Kind.ANSWER, measure)


def _order(due: Due) -> tuple[date, int, str]:
    return due.on, [*Kind].index(due.kind), due.about.key if due.about else ""


def within(found: Sequence[Due], today: date, days: int) -> tuple[Due, ...]:
    """Those that are overdue, or due within so many days, the last of them included."""
    return tuple(due for due in found if (due.on - today).days <= days)


class Stage(StrEnum):
    """How far a case is."""

    NEW = "new"
    MAPPED = "mapped"
    PLAN = "plan"
    IN_PROGRESS = "in_progress"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"


class Ball(StrEnum):
    """Who is to act next."""

    CONSULTANT = "consultant"
    COMPANY = "company"
    SERVICE = "service"
    NOBODY = "nobody"


def is_over(mapping: Mapping, follow_ups: Sequence[FollowUp]) -> bool:
    """Whether no further service was wanted, or the newest version has been followed to its end."""
    newest = max((f.version for f in follow_ups), default=0)
    last = any(f.version == newest and f.months == MONTHS[-1] and f.done_on for f in follow_ups)
    return last or _wants_no_more(mapping)


def _wants_no_more(mapping: Mapping) -> bool:
    return mapping.visit.outcome is Outcome.NO_FURTHER_SERVICE


def stage(mapping: Mapping, since: Since, today: date) -> Stage:
    """How far a case is, by what has been done: nobody keeps it by hand."""
    follow_ups = since.follow_ups
    if is_over(mapping, follow_ups):
        return Stage.CLOSED
    if since.approved_on:
        looked = any(f.done_on or f.due <= today for f in follow_ups)
        return Stage.FOLLOW_UP if looked else Stage.IN_PROGRESS
    if mapping.agreed or mapping.measures:
        return Stage.PLAN
    known = mapping.level_counts or any(a.level is not None or a.not_part_of_job for a in mapping.assessments)
    return Stage.MAPPED if known else Stage.NEW


def ball(mapping: Mapping, at: Stage) -> Ball:
    """Who is to act next: a service that was asked, the company on its plan, or whoever makes the mapping."""
    if at is Stage.CLOSED:
        return Ball.NOBODY
    if any(awaited(m.referral) for m in mapping.measures):
        return Ball.SERVICE
    if at in (Stage.PLAN, Stage.IN_PROGRESS) or mapping.mode is not Mode.VISIT:
        return Ball.COMPANY
    return Ball.CONSULTANT
