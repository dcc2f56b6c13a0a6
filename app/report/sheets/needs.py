"""The sheet of all needs, with people counted by level, and what follows from the counts as formulas.

Roles and competences have numbers, which the formulas go by: rows can be sorted, and no text of anybody is compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from openpyxl.utils import get_column_letter

from app.mapping.groups import by_competence
from app.mapping.levels import LEVELS, Tally, tallies
from app.mapping.model import Horizon, PeopleMode, RoleNeed
from app.mapping.scoring import NeedScore
from app.report.content import phrases
from app.report.sheets.frame import Frame, sheet
from app.report.tokens import BAND_WASH
from app.report.xlsx import FIRST, HEADS, Column, Formula, Painted, Sheet, Value
from app.wording.words import band_name, horizon_name, level_name

ROLE, COMPETENCE = 1, 3  # by number
TARGET = 9  # the level wanted now
LEVEL_0, LEVEL_4, UNKNOWN = 12, 16, 17  # people at levels, and not assessed
HELD, PEOPLE, WANTED, ABLE, SHORT = 18, 19, 20, 21, 22
URGENCY = 24
"""Columns of the needs, from 1."""
_L: Final = {number: get_column_letter(number) for number in range(1, URGENCY + 1)}
NARROW: Final = 9


@dataclass(frozen=True, slots=True)
class _Numbers:
    """By key, the number of a role; by key of a need, that of its competence."""

    role: dict[str, int]
    competence: dict[str, int]


def _numbers(frame: Frame) -> _Numbers:
    mapping = frame.results.mapping
    roles = {role.key: n for n, role in enumerate(phrases.roles_in_order(mapping), 1)}
    groups = enumerate(by_competence(mapping), 1)
    return _Numbers(roles, {need.key: n for n, needs in groups for need in needs})


def needs(frame: Frame) -> Sheet:
    """Every need in the computed order."""
    numbers, mapping = _numbers(frame), frame.results.mapping
    counted = tallies(mapping, mapping.needs)
    known = [row for row in frame.results.ranked if row.need.role_key in numbers.role]
    rows = [_need(frame, numbers, row, counted[row.need.key], place) for place, row in enumerate(known, FIRST)]
    return sheet(frame, frame.t("Needs"), _need_columns(frame), rows, frozen=COMPETENCE + 1)


def _need_columns(frame: Frame) -> tuple[Column, ...]:
    t = frame.t
    asked = (
        Column(t("Role number"), NARROW),
        Column(t("Role"), 24),
        Column(t("Competence number"), NARROW),
        Column(t("Competence"), 44),
        Column(t("Qualification"), 13),
        Column(t("Unit"), 13),
        Column(t("Statutory"), 10),
        Column(t("Criticality"), NARROW),
        *(Column(t("Level wanted {when}", when=horizon_name(t, horizon)), NARROW) for horizon in Horizon),
    )
    return (*asked, *_levels(frame), *_sums(frame), Column(t("Index"), NARROW), Column(t("Urgency"), 16))


def _levels(frame: Frame) -> Iterator[Column]:
    """Heads are the levels themselves, which the formulas compare with, shown with a word before them."""
    word = frame.t("Level {level}", level="").strip().replace('"', "")
    for level in LEVELS:
        yield Column(level, NARROW, f'"{word} "0', total=True)
    yield Column(level_name(frame.t, None), NARROW, total=True)


def _sums(frame: Frame) -> Iterator[Column]:
    t = frame.t
    for head in (t("Held back"), t("People"), t("Must be able"), t("Able now"), t("People short")):
        yield Column(head, NARROW, total=True)


def _need(frame: Frame, numbers: _Numbers, row: NeedScore, people: Tally, place: int) -> list[Value]:
    need, score = row.need, row.score
    return [
        numbers.role[need.role_key],
        frame.role(need.role_key),
        numbers.competence[need.key],
        frame.text(need.name),
        need.qualification_code,
        need.unit_code,
        frame.t("yes") if need.statutory else "",
        need.criticality,
        *(need.targets.at(horizon) for horizon in Horizon),
        *people.at,
        people.unknown,
        sum(people.held_back[: need.targets.now or 0]),
        Formula(f"SUM({_L[LEVEL_0]}{place}:{_L[UNKNOWN]}{place})"),
        _wanted(frame, need, place),
        Formula(f"IF({_L[TARGET]}{place}>0,{_able(place)},0)"),
        Formula(f"IF({_L[TARGET]}{place}>0,MAX(0,{_L[WANTED]}{place}-{_L[ABLE]}{place}),0)"),
        score.index,
        Painted(band_name(frame.t, score.band), BAND_WASH[score.band]),
    ]


def _able(place: int) -> str:
    """How many are at the level wanted now, or above."""
    heads = f"${_L[LEVEL_0]}${HEADS}:${_L[LEVEL_4]}${HEADS}"
    return f'SUMIF({heads},">="&{_L[TARGET]}{place},{_L[LEVEL_0]}{place}:{_L[LEVEL_4]}{place})'


def _wanted(frame: Frame, need: RoleNeed, place: int) -> Value:
    """How many must be able; "all" are those whom the need concerns and whom nothing else than skill holds back."""
    if frame.results.mapping.people_mode is PeopleMode.OWNER:
        return 1
    if need.required == "all":
        return Formula(f"MAX(1,{_L[PEOPLE]}{place}-{_L[HELD]}{place})")
    return need.required
