"""One role as a sheet: its people, its rows, what stands in a cell, and what an answer changes. No Qt here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import Literal

from app.mapping.levels import LEVELS, present, to_discuss
from app.mapping.model import (
    Assessment,
    Assessor,
    Evidence,
    LevelCount,
    Mapping,
    PeopleMode,
    Person,
    RoleNeed,
)
from app.mapping.scoring import Score, score_need

Entry = Literal[0, 1, 2, 3, 4, "?", "-"]
"""What a person can say of a cell: a level, "not assessed" or "not part of the job"."""

Answers = Dict[Assessor, Assessment]
AllAnswers = dict[tuple[str, str], dict[Assessor, Assessment]]


class State(Enum):
    """The four things a cell can be; none of them is another, and only a level is a number."""

    BLANK = auto()
    UNKNOWN = auto()
    NOT_PART = auto()
    LEVEL = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """What is shown of one person in one need: the answer of the assessor in hand, else the most trusted other one.

    `said_by` is None when nobody has answered; `second_hand` when somebody else than the assessor in hand said it.
    `noted` when the shown answer carries evidence, a reason or a note.
    """

    state: State = State.BLANK
    level: int | None = None
    said_by: Assessor | None = None
    second_hand: bool = False
    discuss: bool = False
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A need with its cells in the order of the columns; in the mode "roles only" head counts (None: not answered)."""

    need: RoleNeed
    score: Score
    cells: tuple[Cell, ...] = ()
    counts: tuple[int | None, ...] = ()


def people_of(mapping: Mapping, role_key: str) -> tuple[Person, ...]:
    """Those who have a column: nobody in the mode "roles only", one team in owner mode."""
    if mapping.people_mode is PeopleMode.ROLES_ONLY:
        return ()
    mine = tuple(p for p in mapping.people if p.role_key == role_key)
    return mine[:1] if mapping.people_mode is PeopleMode.OWNER else mine


def needs_of(mapping: Mapping, role_key: str) -> tuple[RoleNeed, ...]:
    return tuple(n for n in mapping.needs if n.role_key == role_key)


def assessors_for(mode: PeopleMode) -> tuple[Assessor, ...]:
    """Who can be chosen as the assessor in hand; the first is the one to begin with."""
    if mode is PeopleMode.OWNER:
        return (Assessor.OWNER,)
    return (Assessor.SUPERVISOR, Assessor.CONSULTANT, Assessor.SELF, Assessor.AGREED)


def answers_by_cell(mapping: Mapping) -> AllAnswers:
    """Assessments by (person, need), then by assessor."""
    found: AllAnswers = defaultdict(dict)
    for a in mapping.assessments:
        found[a.person_key, a.need_key][a.assessor] = a
    return dict(found)


def answers_of(mapping: Mapping, person: Person, need: RoleNeed) -> dict[Assessor, Assessment]:
    """Assessments of one cell, by assessor."""
    here = (person.key, need.key)
    return {a.assessor: a for a in mapping.assessments if (a.person_key, a.need_key) == here}


def cell(answers: Answers, assessor: Assessor, need: RoleNeed) -> Cell:
    """What one cell shows while `assessor` is in hand."""
    others = list(answers.values())
    shown = answers.get(assessor) or present(others) or next(iter(others), None)
    if shown is None:
        return Cell()
    return Cell(
        state=state_of(shown),
        level=level_of(shown),
        said_by=shown.assessor,
        second_hand=shown.assessor is not assessor,
        discuss=to_discuss(others, need.criticality),
        noted=bool(shown.note or shown.reason or shown.evidence is not Evidence.NONE),
    )


def level_of(answer: Assessment) -> int | None:
    """The level as typed; where only the one apart from language is known, that."""
    if answer.not_part_of_job:
        return None
    return answer.level if answer.level is not None else answer.language_free_level


def state_of(answer: Assessment) -> State:
    """Which of the four things an answer says; an answer is never blank."""
    if answer.not_part_of_job:
        return State.NOT_PART
    return State.UNKNOWN if level_of(answer) is None else State.LEVEL


def row(mapping: Mapping, answers: AllAnswers, need: RoleNeed, assessor: Assessor) -> Row:
    """One row of the matrix with its score."""
    score = score_need(mapping, need)
    if mapping.people_mode is PeopleMode.ROLES_ONLY:
        by_level = {c.level: c.count for c in mapping.level_counts if c.need_key == need.key}
        return Row(need, score, counts=tuple(by_level.get(level) for level in (None, *LEVELS)))
    people = people_of(mapping, need.role_key)
    cells = tuple(cell(answers.get((p.key, need.key), {}), assessor, need) for p in people)
    return Row(need, score, cells=cells)


def answered(old: Assessment | None, at: Assessment, entry: Entry, today: date) -> Assessment:
    """The answer after an entry; evidence, reason and note of an earlier answer by the same assessor stay."""
    level = entry if isinstance(entry, int) else None
    return replace(old or at, level=level, not_part_of_job=entry == "-", on=today)


def with_answer(mapping: Mapping, answer: Assessment) -> Mapping:
    """The mapping with an answer put in, replacing the same assessor's earlier one."""
    kept = _others(mapping.assessments, answer)
    return replace(mapping, assessments=(*kept, answer))


def without_answer(mapping: Mapping, answer: Assessment) -> Mapping:
    """The mapping with an answer taken out: not answered any more."""
    return replace(mapping, assessments=tuple(_others(mapping.assessments, answer)))


def _others(all_of_them: Sequence[Assessment], answer: Assessment) -> list[Assessment]:
    same = (answer.person_key, answer.need_key, answer.assessor)
    return [a for a in all_of_them if (a.person_key, a.need_key, a.assessor) != same]


def with_count(mapping: Mapping, count: LevelCount) -> Mapping:
    """The mapping with the number of people at one level put in."""
    return replace(mapping, level_counts=(*_other_counts(mapping, count), count))


def without_count(mapping: Mapping, count: LevelCount) -> Mapping:
    return replace(mapping, level_counts=_other_counts(mapping, count))


def _other_counts(mapping: Mapping, count: LevelCount) -> tuple[LevelCount, ...]:
    same = (count.need_key, count.level)
    return tuple(c for c in mapping.level_counts if (c.need_key, c.level) != same)


def typed_count(old: int | None, digit: int, head_count: int) -> int:
    """A head count after a digit: the digit is appended while the number stays within the role, else it begins anew."""
    longer = (old or 0) * 10 + digit
    return longer if old and longer <= head_count else digit


def completeness(rows: Sequence[Row], head_count: int) -> tuple[int, int]:
    """Cells with a level, of the cells that belong to the job; in "roles only", people counted at a level."""
    cells = [c for r in rows for c in r.cells if c.state is not State.NOT_PART]
    counted = sum(n or 0 for r in rows for n in r.counts[1:])
    if any(r.counts for r in rows):
        return counted, head_count * len(rows)
    return sum(c.state is State.LEVEL for c in cells), len(cells)
