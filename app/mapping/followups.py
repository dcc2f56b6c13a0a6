"""Looking again at a plan: when, what had become of its measures, and how it was in hindsight (brief, A7; KSO-1)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.mapping.model import Mapping, MeasureStatus

MONTHS: Final = (3, 6, 12)
"""Months after approval at which a plan is looked at again."""


@dataclass(frozen=True, slots=True)
class MeasureThen:
    """What had become of a measure when the plan was looked at, and whether it helped; None is "not asked"."""

    measure_key: str
    status: MeasureStatus
    helped: bool | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A look at a plan some `months` after its version of this number was approved; open until `done_on`."""

    key: str
    version: int
    months: int
    due: date
    done_on: date | None = None
    notes: str = ""
    measures: tuple[MeasureThen, ...] = ()


@dataclass(frozen=True, slots=True)
class Hindsight:
    """What level was usual in a role when it was last mapped, as people judge today. Identity: need."""

    need_key: str
    level: int
    on: date | None = None


def months_after(when: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    years, number = divmod(when.month - 1 + months, 12)
    year, number = when.year + years, number + 1
    return date(year, number, min(when.day, monthrange(year, number)[1]))


def planned(version: int, approved_on: date) -> tuple[FollowUp, ...]:
    """The follow-ups of a version."""
    return tuple(FollowUp(f"{version}-{m}", version, m, months_after(approved_on, m)) for m in MONTHS)


def overtaken(follow_ups: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """Those of earlier versions that nobody has touched: a new version brings its own."""
    return tuple(f for f in follow_ups if not (f.done_on or f.notes or f.measures))


def done(follow_up: FollowUp, mapping: Mapping, on: date) -> FollowUp:
    """The follow-up as held on a day, with the status of every measure; what was said of one's help stays."""
    helped = {then.measure_key: then.helped for then in follow_up.measures}
    measures = tuple(MeasureThen(m.key, m.status, helped.get(m.key)) for m in mapping.measures)
    return replace(follow_up, done_on=on, measures=measures)


def remapped_on(mapping: Mapping, approved_on: date | None) -> date | None:
    """When a company is to be mapped again: counted from the last approval, the visit's close, or the beginning."""
    last = approved_on or mapping.visit.closed or mapping.started
    return months_after(last, mapping.remap_months) if last else None
