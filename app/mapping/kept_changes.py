"""What an answer changes in the mapping when it is a field of it (`kept_as`)."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from app.errors import UserError
from app.mapping.answers import Path, Value
from app.mapping.company import SIZES
from app.mapping.kept import COMPANY_FIELDS, team
from app.mapping.model import (
    Agreed,
    Assessment,
    Assessor,
    CardHolding,
    Item,
    Mapping,
    Measure,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.survey import Kept, Question


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to be stored: the mapping's own fields, items that are new or changed, and items that go."""

    head: Mapping | None = None
    put: tuple[Item, ...] = ()
    drop: tuple[Item, ...] = ()


Editor = Callable[[Mapping, Path, Value, date], Edit]
"""From a mapping, for whom the question is asked, the answer and the day of today to what is to be stored."""


def edited(mapping: Mapping, question: Question, path: Path, value: Value, today: date) -> Edit:
    """The change that makes `value` the answer; an empty value takes the answer away where the field can be empty.

    Lists and head counts are not changed here: their entries have services of their own.
    """
    kept = question.kept_as
    assert kept
    if kept in COMPANY_FIELDS:
        return _company(mapping, kept, value)
    return _EDITS[kept](mapping, path, value, today)


def _one(value: Value) -> str:
    return value[0] if value else ""


def _company(mapping: Mapping, kept: Kept, value: Value) -> Edit:
    said = _one(value)
    if kept is Kept.SIZE:
        said = next((size for size in SIZES if size.partition("–")[0] == said), said)
    if kept is Kept.SERVICE_LANGUAGE and not said:
        return Edit()
    changes: dict[str, Any] = {COMPANY_FIELDS[kept]: said}
    return Edit(head=replace(mapping, company=replace(mapping.company, **changes)))


def _goal(mapping: Mapping, _path: Path, value: Value, _today: date) -> Edit:
    return Edit(head=replace(mapping, goal=_one(value)))


def _next_meeting(mapping: Mapping, _path: Path, value: Value, _today: date) -> Edit:
    return Edit(head=replace(mapping, next_meeting=_day(value)))


def _day(value: Value) -> date | None:
    """A day; of a month, its last."""
    if not value:
        return None
    year, month, *day = map(int, value[0].split("-"))
    return date(year, month, day[0] if day else calendar.monthrange(year, month)[1])


def _agreed(mapping: Mapping, _path: Path, value: Value, _today: date) -> Edit:
    before = {agreed.need_key: agreed for agreed in mapping.agreed}
    put = tuple(replace(before.get(key, Agreed(key, 0)), position=place) for place, key in enumerate(value))
    return Edit(put=put, drop=tuple(agreed for key, agreed in before.items() if key not in value))


def _role(change: Callable[[Role, str], Role]) -> Editor:
    def edit(mapping: Mapping, path: Path, value: Value, _today: date) -> Edit:
        role = next(role for role in mapping.roles if role.key == path[0])
        return Edit(put=(change(role, _one(value)),))

    return edit


def _need(change: Callable[[RoleNeed, str], RoleNeed]) -> Editor:
    def edit(mapping: Mapping, path: Path, value: Value, _today: date) -> Edit:
        need = next(need for need in mapping.needs if need.key == path[-1])
        return Edit(put=(change(need, _one(value)),))

    return edit


def _card(change: Callable[[CardHolding, Value], CardHolding]) -> Editor:
    def edit(mapping: Mapping, path: Path, value: Value, _today: date) -> Edit:
        card = next(card for card in mapping.cards if card.key == path[-1])
        return Edit(put=(change(card, value),))

    return edit


def _step(change: Callable[[Measure, Value], Measure]) -> Editor:
    def edit(mapping: Mapping, path: Path, value: Value, _today: date) -> Edit:
        step = next(step for step in mapping.measures if step.key == path[-1])
        return Edit(put=(change(step, value),))

    return edit


def _with_target(need: RoleNeed, said: str) -> RoleNeed:
    """The level wanted now; those wanted later move along, so that their trends stay."""
    now, old = (int(said) if said.isdigit() else None), need.targets
    if now is None or old.now is None:
        return replace(need, targets=Targets(now, now, now))
    later = (None if level is None else _bounded(now + level - old.now) for level in (old.y1, old.y3))
    return replace(need, targets=Targets(now, *later))


def with_trend(targets: Targets, year: int, trend: str) -> Targets:
    """Targets with the level of one year (1 or 3) by its trend: one more, the same, one less, within 0…4 (3.1)."""
    if targets.now is None:
        return targets
    level = _bounded(targets.now + {"up": 1, "down": -1}.get(trend, 0)) if trend else None
    return replace(targets, y1=level) if year == 1 else replace(targets, y3=level)


def _bounded(level: int) -> int:
    return max(0, min(4, level))


def _team_level(mapping: Mapping, path: Path, value: Value, today: date) -> Edit:
    row = team(mapping, path[0])
    if row is None:
        raise UserError("Levels of whole teams are given where the owner rates alone. Give them person by person here.")
    said = _one(value)
    level = int(said) if said.isdigit() else None
    assessment = Assessment(
        row.key, path[-1], Assessor.OWNER, level, not_part_of_job=said == "not_part_of_job", on=today
    )
    return Edit(put=(assessment,)) if value else Edit(drop=(assessment,))


def _required(need: RoleNeed, said: str) -> RoleNeed:
    return replace(need, required="all" if said == "all" else int(said or 1))


_EDITS: Final[dict[Kept, Editor]] = {
    Kept.GOAL: _goal,
    Kept.NEXT_MEETING: _next_meeting,
    Kept.AGREED: _agreed,
    Kept.ROLE_NAME: _role(lambda role, said: replace(role, name=said)),
    Kept.IMPORTANCE: _role(lambda role, said: replace(role, importance=int(said or 2))),
    Kept.TARGET_NOW: _need(_with_target),
    Kept.TREND_Y1: _need(lambda need, said: replace(need, targets=with_trend(need.targets, 1, said))),
    Kept.TREND_Y3: _need(lambda need, said: replace(need, targets=with_trend(need.targets, 3, said))),
    Kept.CRITICALITY: _need(lambda need, said: replace(need, criticality=int(said or 2))),
    Kept.REQUIRED_COUNT: _need(_required),
    Kept.TEAM_LEVEL: _team_level,
    Kept.CARD_STATE: _card(lambda card, value: replace(card, state=_one(value) or "not_known")),  # type: ignore[arg-type] # a choice of the question
    Kept.CARD_VALID_TO: _card(lambda card, value: replace(card, valid_to=_day(value))),
    Kept.CARD_COUNT: _card(lambda card, value: replace(card, count=int(_one(value) or 1))),
    Kept.STEP_WHAT: _step(lambda step, value: replace(step, what=_one(value))),
    Kept.STEP_RESPONSIBLE: _step(lambda step, value: replace(step, responsible=_one(value))),
    Kept.STEP_DEADLINE: _step(lambda step, value: replace(step, deadline=_day(value))),
}
