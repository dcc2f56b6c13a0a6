"""A block pasted into the matrix: judged whole before anything is written, and written in one go. No Qt here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.i18n import Translator
from app.mapping.model import Assessment, LevelCount, Person, RoleNeed
from app.services.mappings import MAX_PEOPLE
from app.ui.matrix import sheet
from app.ui.matrix.block import MOST_CELLS, Rows, count_of, entry_of
from app.ui.matrix.columns import Column
from app.ui.matrix.model import MatrixModel

MOST_TOLD: Final = 4
"""Cells that are named in a refusal; of the others it says how many they are."""
Written = Assessment | LevelCount


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a block puts and takes away; with `unclear` or `outside` cells nothing may be written.

    `unclear` are what was not understood and where in the block it stands, from 1; `outside` counts cells that would
    lie beyond the table.
    """

    put: tuple[Written, ...] = ()
    drop: tuple[Written, ...] = ()
    unclear: tuple[tuple[str, int, int], ...] = ()
    outside: int = 0

    @property
    def fits(self) -> bool:
        return not (self.unclear or self.outside)


def judged(model: MatrixModel, row: int, column: int, block: Rows, today: date) -> Pasted:
    """What a block would do with its first cell at a row and column of the matrix."""
    if sum(map(len, block)) > MOST_CELLS:
        return Pasted(outside=sum(map(len, block)))
    put, drop, unclear, outside = list[Written](), list[Written](), list[tuple[str, int, int]](), 0
    for down, right, text in _cells(block):
        at, there = row + down, column + right
        if at >= len(model.rows) or there >= len(model.columns) or not model.columns[there].is_answer:
            outside += bool(text)
        elif not text:
            drop += _there(model, model.rows[at].need, model.columns[there])
        elif (found := _said(model, model.rows[at].need, model.columns[there], text, today)) is None:
            unclear.append((text, down + 1, right + 1))
        else:
            put.append(found)
    return Pasted(tuple(put), tuple(drop), tuple(unclear), outside)


def _cells(block: Rows) -> Iterator[tuple[int, int, str]]:
    for down, line in enumerate(block):
        for right, text in enumerate(line):
            yield down, right, text


def _there(model: MatrixModel, need: RoleNeed, column: Column) -> list[Written]:
    """What is answered in a cell by the assessor in hand, or counted in it."""
    if column.person is None:
        return [c for c in model.mapping.level_counts if (c.need_key, c.level) == (need.key, column.level)]
    answer = _answer(model, need, column.person)
    return [answer] if answer else []


def _said(model: MatrixModel, need: RoleNeed, column: Column, text: str, today: date) -> Written | None:
    if column.person is None:
        count = count_of(text, min(MAX_PEOPLE, model.role.head_count))
        return None if count is None else LevelCount(need.key, column.level, count)
    entry = entry_of(text)
    if entry is None:
        return None
    blank = Assessment(column.person.key, need.key, model.assessor)
    return sheet.answered(_answer(model, need, column.person), blank, entry, today)


def _answer(model: MatrixModel, need: RoleNeed, person: Person) -> Assessment | None:
    return model.answers.get((person.key, need.key), {}).get(model.assessor)


def refusal(t: Translator, pasted: Pasted, *, counts: bool) -> str:
    """Why nothing was pasted, in one sentence with what to do."""
    reasons = [*_unclear(t, pasted)]
    if pasted.outside:
        reasons.append(t.n("{n} cell lies outside the table", "{n} cells lie outside the table", pasted.outside))
    listed = t.listed(reasons)
    if counts:
        return t("Nothing was pasted: {reasons}. A cell holds a number of people, or nothing.", reasons=listed)
    return t("Nothing was pasted: {reasons}. A cell holds 0–4, ? or -, or nothing.", reasons=listed)


def _unclear(t: Translator, pasted: Pasted) -> Iterator[str]:
    for text, row, column in pasted.unclear[:MOST_TOLD]:
        short = text if len(text) <= 20 else f"{text[:19]}…"
        yield t("“{text}” in row {row}, column {column}", text=short, row=row, column=column)
    if more := len(pasted.unclear[MOST_TOLD:]):
        yield t.n("{n} more that is not understood", "{n} more that are not understood", more)


def done_words(t: Translator, pasted: Pasted) -> str:
    """How many cells were filled and cleared."""
    filled = t.n("{n} cell pasted", "{n} cells pasted", len(pasted.put))
    if not pasted.drop:
        return filled
    return t("{filled}, {cleared}", filled=filled, cleared=t.n("{n} cleared", "{n} cleared", len(pasted.drop)))
