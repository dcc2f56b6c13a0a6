"""What if: the same results over changed people, cards and days (SCORING-NOTES, trend). Nothing is estimated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce, singledispatch
from typing import Final

from app.mapping.levels import LEVELS
from app.mapping.model import (
    Assessment,
    Assessor,
    Horizon,
    LevelCount,
    Mapping,
    PeopleMode,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.plan import FixFirst, Results, results, years_after
from app.mapping.risks import Risk, RiskKind, risks
from app.mapping.scenario import CardLapses, Hired, OneLeaves, PersonLeaves, Scenario, Switch, Trained
from app.mapping.scoring import Score

NEW: Final = "+"
"""What the codes of people who are not there yet begin with."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A need whose score would be another one."""

    need: RoleNeed
    before: Score
    after: Score


@dataclass(frozen=True, slots=True)
class Outcome:
    """Results as they are and as they would be; and what is between them, in the order of the results."""

    before: Results
    after: Results
    shifts: tuple[Shift, ...]
    risks_gained: tuple[Risk, ...]
    risks_gone: tuple[Risk, ...]
    fixes_gained: tuple[FixFirst, ...]


def what_if(before: Results, scenario: Scenario) -> Outcome:
    """What the results would be on the scenario's day, with its switches."""
    changed = as_if(before.mapping, before.today, scenario)
    after = results(changed, max(scenario.on, before.today), before.told)
    was, new = {row.need.key: row.score for row in before.ranked}, risks(after)
    shifts = (Shift(row.need, was[row.need.key], row.score) for row in after.ranked)
    known, then = _named(risks(before)), _named(new)
    fixed = {(fix.holding.key, fix.state) for fix in before.fix_first}
    return Outcome(
        before,
        after,
        tuple(shift for shift in shifts if shift.before != shift.after),
        tuple(risk for name, risk in then.items() if name not in known),
        tuple(risk for name, risk in known.items() if name not in then and not _nobody_left(risk, after)),
        tuple(fix for fix in after.fix_first if (fix.holding.key, fix.state) not in fixed),
    )


def _nobody_left(risk: Risk, after: Results) -> bool:
    """Whether what rested on one person rests on nobody: the flag is down, and it is worse."""
    if risk.kind is not RiskKind.SINGLE_PERSON or risk.scored is None:
        return False
    row = next((row for row in after.ranked if row.need.key == risk.scored.need.key), None)
    now = row.score.at(Horizon.NOW) if row else None
    return now is not None and not now.covered


def _named(flags: Iterable[Risk]) -> dict[tuple[str, ...], Risk]:
    """Risks by what makes them the same before and after."""
    return {
        (r.kind, r.scored.need.key if r.scored else "", r.fix.holding.key if r.fix else "", r.role_key): r
        for r in flags
    }


def as_if(mapping: Mapping, today: date, scenario: Scenario) -> Mapping:
    """The mapping as it would be; what a switch names and is not there changes nothing."""
    switched = reduce(lambda so_far, switch: _switched(switch, so_far, scenario.on), scenario.switches, mapping)
    needs = tuple(replace(need, targets=targets_on(need.targets, today, scenario.on)) for need in switched.needs)
    return replace(switched, needs=needs)


def targets_on(targets: Targets, today: date, day: date) -> Targets:
    """Targets as they stand on a later day: what was wanted in a year is wanted now when the year has gone by."""
    if day >= years_after(today, 3):
        last = targets.y3 if targets.y3 is not None else targets.y1
        return Targets(targets.now if last is None else last, last, last)
    if day >= years_after(today, 1) and targets.y1 is not None:
        return replace(targets, now=targets.y1)
    return targets


@singledispatch
def _switched(switch: Switch, _mapping: Mapping, _on: date) -> Mapping:
    raise TypeError(switch)


@_switched.register
def _(switch: PersonLeaves, mapping: Mapping, _on: date) -> Mapping:
    gone = next((p for p in mapping.people if p.key == switch.person_key), None)
    if gone is None:
        return mapping
    return replace(
        mapping,
        roles=_heads(mapping.roles, gone.role_key, -1),
        people=tuple(p for p in mapping.people if p is not gone),
        assessments=tuple(a for a in mapping.assessments if a.person_key != gone.key),
        cards=tuple(c for c in mapping.cards if c.person_key != gone.key),
    )


@_switched.register
def _(switch: OneLeaves, mapping: Mapping, _on: date) -> Mapping:
    role = next((r for r in mapping.roles if r.key == switch.role_key), None)
    if role is None or role.head_count == 0:
        return mapping
    counts = _counts(mapping)
    for need in _needs_of(mapping, switch.role_key):
        known = [level for level in LEVELS if counts.get((need.key, level))]
        if known:
            counts[need.key, known[-1]] -= 1
        elif counts.get((need.key, None)):
            counts[need.key, None] -= 1
    return replace(_recounted(mapping, counts), roles=_heads(mapping.roles, role.key, -1))


@_switched.register
def _(switch: Trained, mapping: Mapping, on: date) -> Mapping:
    if switch.person_key:
        return _taught(mapping, switch, on)
    counts = _counts(mapping)
    below = [level for level in LEVELS[: switch.level] if counts.get((switch.need_key, level))]
    if not below:
        return mapping
    counts[switch.need_key, below[-1]] -= 1
    counts[switch.need_key, switch.level] = counts.get((switch.need_key, switch.level), 0) + 1
    return _recounted(mapping, counts)


def _taught(mapping: Mapping, switch: Trained, on: date) -> Mapping:
    """The level takes the place of whatever was said of the person in the need."""
    person, need = switch.person_key, switch.need_key
    if all(p.key != person for p in mapping.people) or all(n.key != need for n in mapping.needs):
        return mapping
    others = tuple(a for a in mapping.assessments if (a.person_key, a.need_key) != (person, need))
    return replace(mapping, assessments=(*others, Assessment(person, need, Assessor.AGREED, switch.level, on=on)))


@_switched.register
def _(switch: CardLapses, mapping: Mapping, on: date) -> Mapping:
    lapsed = on - timedelta(days=1)
    cards = (
        replace(card, valid_to=lapsed) if card.key == switch.holding_key and card.state == "held" else card
        for card in mapping.cards
    )
    return replace(mapping, cards=tuple(cards))


@_switched.register
def _(switch: Hired, mapping: Mapping, on: date) -> Mapping:
    if all(role.key != switch.role_key for role in mapping.roles):
        return mapping
    wanted = {need.key for need in _needs_of(mapping, switch.role_key)}
    levels = {need: level for need, level in switch.levels if need in wanted}
    roles = _heads(mapping.roles, switch.role_key, 1)
    if mapping.people_mode is PeopleMode.ROLES_ONLY:
        counts = _counts(mapping)
        for need, level in levels.items():
            counts[need, level] = counts.get((need, level), 0) + 1
        return replace(_recounted(mapping, counts), roles=roles)
    code = f"{NEW}{1 + sum(person.code.startswith(NEW) for person in mapping.people)}"
    person = Person(code, switch.role_key, code, position=len(mapping.people))
    said = tuple(Assessment(person.key, need, Assessor.AGREED, level, on=on) for need, level in levels.items())
    people, assessments = (*mapping.people, person), mapping.assessments + said
    return replace(mapping, roles=roles, people=people, assessments=assessments)


def _heads(roles: Iterable[Role], key: str, change: int) -> tuple[Role, ...]:
    return tuple(
        replace(role, head_count=max(role.head_count + change, 0)) if role.key == key else role for role in roles
    )


def _needs_of(mapping: Mapping, role_key: str) -> tuple[RoleNeed, ...]:
    return tuple(need for need in mapping.needs if need.role_key == role_key)


def _counts(mapping: Mapping) -> dict[tuple[str, int | None], int]:
    return {(count.need_key, count.level): count.count for count in mapping.level_counts}


def _recounted(mapping: Mapping, counts: dict[tuple[str, int | None], int]) -> Mapping:
    kept = (LevelCount(need, level, count) for (need, level), count in counts.items() if count)
    return replace(mapping, level_counts=tuple(kept))
