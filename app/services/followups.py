"""Following an approved plan up: what had become of its measures, and whether they helped (brief, A7; KSO-1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.mapping.followups import FollowUp, MeasureThen, done
from app.services.desk import Desk
from app.services.mappings import kept_text


def hold(desk: Desk, key: str, follow_up: FollowUp, notes: str = "") -> FollowUp:
    """Hold a follow-up today: the status of every measure is kept as it is now. Empty notes leave those there are."""
    held = done(follow_up, desk.cases.load(key), desk.today)
    return _kept(desk, key, replace(held, notes=kept_text(notes) or follow_up.notes))


def reopen(desk: Desk, key: str, follow_up: FollowUp) -> FollowUp:
    """Say that a follow-up has not been held after all; notes and what was said of help stay."""
    return _kept(desk, key, replace(follow_up, done_on=None))


def postpone(desk: Desk, key: str, follow_up: FollowUp, due: date) -> FollowUp:
    """Give a follow-up another day."""
    return _kept(desk, key, replace(follow_up, due=due))


def note(desk: Desk, key: str, follow_up: FollowUp, notes: str) -> FollowUp:
    return _kept(desk, key, replace(follow_up, notes=kept_text(notes)))


def rate(desk: Desk, key: str, follow_up: FollowUp, measure_key: str, *, helped: bool | None) -> FollowUp:
    """Say of a measure whether it helped; None takes that back. Its status is the one of the follow-up, or of now."""
    then = next((m for m in follow_up.measures if m.measure_key == measure_key), None)
    if then is None:
        measure = next(m for m in desk.cases.load(key).measures if m.key == measure_key)
        then = MeasureThen(measure_key, measure.status)
    others = tuple(m for m in follow_up.measures if m.measure_key != measure_key)
    return _kept(desk, key, replace(follow_up, measures=(*others, replace(then, helped=helped))))


def _kept(desk: Desk, key: str, follow_up: FollowUp) -> FollowUp:
    desk.cases.put(key, follow_up)
    return follow_up
