"""The steps of a visit and how far each is (brief, 2.2). Nothing is locked: a step tells only what is open in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from itertools import accumulate
from typing import Final, Literal

from app.mapping.due import Since
from app.mapping.interview import Standing
from app.mapping.interview_progress import left_open
from app.mapping.kept import first_steps
from app.mapping.model import Mapping, PeopleMode

Part = Literal["before", "at_company", "after"]
State = Literal["empty", "begun", "done", "left_open"]
"""Left open: something later has been taken up, and this is not done."""
ENOUGH_LEVELS: Final = Fraction(4, 5)
"""Share of the business-critical cells that must be assessed before leaving (V5)."""


NOTHING_SINCE: Final = Since()


@dataclass(frozen=True, slots=True)
class Step:
    """`minutes` is what it is planned to take."""

    code: str
    part: Part
    minutes: int


BEFORE: Final = tuple(Step(f"B{n}", "before", m) for n, m in enumerate((10, 15, 15, 5, 5), 1))
AT_COMPANY: Final = tuple(Step(f"V{n}", "at_company", m) for n, m in enumerate((5, 10, 12, 15, 20, 8, 4, 5, 8, 3), 1))
AFTER: Final = tuple(Step(f"A{n}", "after", m) for n, m in enumerate((10, 20, 10, 10, 5, 30, 15, 5), 1))
STEPS: Final = (*BEFORE, *AT_COMPANY, *AFTER)


@dataclass(frozen=True, slots=True)
class StepState:
    """`open_answers` counts survey answers that are wanted in this step and not there."""

    step: Step
    state: State
    open_answers: int = 0


def step_states(mapping: Mapping, stand: Standing | None, since: Since = NOTHING_SINCE) -> tuple[StepState, ...]:
    """Every step with its state, in order; without an interview nothing of the survey is answered or open."""
    facts = [_fact(mapping, stand, since, step) for step in STEPS]
    later = [any(begun for begun, _ in facts[place + 1 :]) for place in range(len(facts))]
    opened = _open_by_step(stand)
    return tuple(
        StepState(step, _state(begun, done, passed), opened.get(step.code, 0))
        for step, (begun, done), passed in zip(STEPS, facts, later, strict=True)
    )


def _state(begun: bool, done: bool, passed: bool) -> State:  # noqa: FBT001 - three facts, always given together
    if done:
        return "done"
    return "left_open" if passed else "begun" if begun else "empty"


def _fact(mapping: Mapping, stand: Standing | None, since: Since, step: Step) -> tuple[bool, bool]:
    """Whether a step has been begun, and whether it is done."""
    later = _LATER.get(step.code)
    found = [*(later(mapping, since) if later else _FACTS[step.code](mapping))]
    if step.code in _BY_SURVEY:
        found += _of_survey(stand, step.code)
    return any(found), bool(found) and all(found)


def _of_survey(stand: Standing | None, code: str) -> Iterable[bool]:
    """Whether each answer wanted in a step of the survey is there."""
    if stand is None:
        return [False]
    ids = _questions(stand, code)
    wanted = {place for place in left_open(stand) if place.question in ids}
    there = [place for place in stand.counted if place.question in ids]
    return [*(False for _ in wanted), *(True for _ in there)] or [False]


def _questions(stand: Standing, code: str) -> set[str]:
    sections = (s for s in stand.interview.routing.survey.sections if s.step == code)
    return {question.id for section in sections for question in section.questions if question.kept_as is None}


def _open_by_step(stand: Standing | None) -> dict[str, int]:
    if stand is None:
        return {}
    step_of = {q.id: s.step for s in stand.interview.routing.survey.sections for q in s.questions}
    counts: dict[str, int] = {}
    for place in left_open(stand):
        counts[step_of[place.question]] = counts.get(step_of[place.question], 0) + 1
    return counts


def _critical_levels(mapping: Mapping) -> list[bool]:
    """Whether anything is known in the present levels, and enough of what is business-critical."""
    if mapping.people_mode is PeopleMode.ROLES_ONLY:
        known = {count.need_key for count in mapping.level_counts if count.level is not None}
        cells = [(need.key in known) for need in mapping.needs if need.criticality == 3]
    else:
        said = {(a.person_key, a.need_key) for a in mapping.assessments if a.level is not None or a.not_part_of_job}
        critical = [need for need in mapping.needs if need.criticality == 3]
        cells = [(p.key, need.key) in said for need in critical for p in mapping.people if p.role_key == need.role_key]
    some = bool(mapping.assessments or mapping.level_counts)
    return [some, some and (not cells or Fraction(sum(cells), len(cells)) >= ENOUGH_LEVELS)]


def _targets(mapping: Mapping) -> list[bool]:
    """Whether each role that matters has competences with a target."""
    aimed = {need.role_key for need in mapping.needs if need.targets.now is not None}
    return [role.key in aimed for role in mapping.roles if role.importance >= 2] or [bool(aimed)]


def _plan(mapping: Mapping) -> list[bool]:
    planned = {measure.for_key for measure in mapping.measures}
    return [agreed.need_key in planned for agreed in mapping.agreed]


def _complete_measures(mapping: Mapping) -> list[bool]:
    return [bool(measure.responsible and measure.deadline) for measure in mapping.measures]


def _closing(mapping: Mapping) -> list[bool]:
    """The first action and the next meeting, or the word that no further service is wanted (KEU-2)."""
    visit = mapping.visit
    return [visit.outcome is not None] if visit.outcome else [bool(first_steps(mapping)), bool(mapping.next_meeting)]


def _followed_up(since: Since) -> bool:
    """Whether the last follow-up of the newest version has been held."""
    last = max(since.follow_ups, key=lambda f: (f.version, f.months), default=None)
    return bool(last and last.done_on)


_BY_SURVEY: Final = frozenset({"V3", "V7", "V8"})
_FACTS: Final[dict[str, Callable[[Mapping], Iterable[bool]]]] = {
    "B1": lambda m: [bool(m.company.contact)],
    "B2": lambda m: [bool(m.company.sector), bool(m.company.size), bool(m.company.municipality)],
    "B3": lambda m: [bool(m.roles)],
    "B4": lambda m: [m.visit.began is not None],
    "B5": lambda m: [m.visit.people_mode_confirmed is not None],
    "V1": lambda m: [m.visit.notice_shown is not None, m.visit.people_mode_confirmed is not None],
    "V2": lambda m: [bool(role.name and role.head_count) for role in m.roles],
    "V3": lambda m: [bool(m.goal)],
    "V4": _targets,
    "V5": _critical_levels,
    "V6": lambda m: [card.state != "not_known" for card in m.cards],
    "V7": lambda _: [],
    "V8": lambda _: [],
    "V9": lambda m: [bool(m.agreed)],
    "V10": _closing,
    "A1": lambda m: [m.visit.closed is not None],
    "A2": _plan,
    "A3": lambda m: [bool(measure.funding_route) for measure in m.measures],
    "A4": _complete_measures,
}
_LATER: Final[dict[str, Callable[[Mapping, Since], Iterable[bool]]]] = {
    "A5": lambda m, since: [bool(since.approved_on or (m.visit.closed and m.measures))],
    "A6": lambda _, since: [bool(since.approved_on)],
    "A7": lambda _, since: [any(f.done_on for f in since.follow_ups), _followed_up(since)],
    "A8": lambda _, since: [_followed_up(since)],
}
"""Steps of which something is known beside the mapping: what was approved, and followed up."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Where a visit stands in its 90 minutes. `at` is the step that its plan has now; None when the time is over."""

    gone: int
    left: int
    at: Step | None


def clock(began: datetime, now: datetime) -> Clock:
    """Whole minutes gone and left, and the step that would be on by plan; time over stays at 0 left."""
    whole = sum(step.minutes for step in AT_COMPANY)
    gone = max(0, int((now - began).total_seconds() // 60))
    ends = accumulate(step.minutes for step in AT_COMPANY)
    at = next((step for step, end in zip(AT_COMPANY, ends, strict=True) if gone < end), None)
    return Clock(gone, max(0, whole - gone), at)
