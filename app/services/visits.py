"""A company visit as a whole: begun, told about, closed with something agreed, and opened again (brief, 2.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from app.errors import UserError
from app.mapping.followups import MONTHS, months_after
from app.mapping.kept import first_steps
from app.mapping.model import Mapping, PeopleMode
from app.mapping.visit import Outcome, Visit
from app.services import mappings
from app.services.desk import Desk

FOLLOW_UPS: Final = MONTHS
"""Months after closing; the second is optional (A7)."""
KEEP_PEOPLE, KEEP_PLAN = 24, 36
"""Months that the levels of people, and a plan, are kept at most (brief, 9.5)."""


def start(desk: Desk, key: str, now: datetime) -> None:
    """Start the clock of a visit; `now` is aware."""
    _change(desk, key, began=now)


def show_notice(desk: Desk, key: str, *, shown: bool) -> None:
    """Note that the privacy notice has been shown today, or take that back."""
    _change(desk, key, notice_shown=desk.today if shown else None)


def confirm_people_mode(desk: Desk, key: str, mode: PeopleMode, *, owner_agrees: bool = False) -> None:
    """Agree today on how people appear, in one act with all that follows from it."""
    mapping = desk.cases.load(key)
    changed, people = mappings.in_people_mode(mapping, mode, owner_agrees=owner_agrees)
    visit = replace(mapping.visit, people_mode_confirmed=desk.today)
    desk.cases.change(key, head=replace(changed, visit=visit), put=people)


def has_next_step(mapping: Mapping) -> bool:
    """Whether there is something agreed to go on with: a first step, or a next meeting."""
    return bool(first_steps(mapping) or mapping.next_meeting)


def close(desk: Desk, key: str, *, no_further_service: bool = False) -> None:
    """Close a visit: with something agreed, or with the word that no further service is wanted (KEU-2)."""
    mapping = desk.cases.load(key)
    if not no_further_service and not has_next_step(mapping):
        raise UserError(
            "A visit closes with one thing agreed: mark a first step in the plan, set the next meeting, or say that no "
            "further service is wanted."
        )
    outcome = Outcome.NO_FURTHER_SERVICE if no_further_service else Outcome.NEXT_STEP
    _change(desk, key, closed=desk.today, outcome=outcome)


def reopen(desk: Desk, key: str) -> None:
    """Open a closed visit again; its clock stays as it was."""
    _change(desk, key, closed=None, outcome=None)


def _change(desk: Desk, key: str, **fields: date | datetime | Outcome | None) -> None:
    mapping = desk.cases.load(key)
    visit: Visit = replace(mapping.visit, **fields)  # type: ignore[arg-type] # each caller names fields of its own type
    desk.cases.change(key, head=replace(mapping, visit=visit))


@dataclass(frozen=True, slots=True)
class Ahead:
    """Days that follow from the day a visit was closed: to look again, and to remove what is kept till then."""

    follow_ups: tuple[date, ...]
    people_until: date
    plan_until: date


def ahead(mapping: Mapping) -> Ahead | None:
    """What comes after a visit; None before it is closed."""
    closed = mapping.visit.closed
    if closed is None:
        return None
    follow_ups = tuple(months_after(closed, months) for months in FOLLOW_UPS)
    return Ahead(follow_ups, months_after(closed, KEEP_PEOPLE), months_after(closed, KEEP_PLAN))
