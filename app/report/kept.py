"""What a plan carries within it for a program to read: exactly what it prints, as JSON.

The document is there block by block, so that it can be printed again to the byte; and the mapping as far as it is
printed, so that work can go on from it where the data itself is not at hand. Levels are there as the figures that are
printed of them, and what was told of changes, roles and language as far as it is on paper.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final, Literal

from app.mapping.figures import Figures
from app.mapping.model import Mapping
from app.mapping.told import NOTHING_TOLD, Told
from app.report.blocks import Column, Document, PenRows

NAME: Final = "kartturi-plan.json"
FORMAT: Final = "kartturi-plan/1"
MOST_BYTES: Final = 2 * 2**20
"""Several times what the plan of thirty roles with twelve competences each takes."""
_MOST_LETTERS: Final = 20_000
_MOST_PARTS: Final = 2_000
_LARGEST: Final = 100_000
_LEAST_WIDTH: Final = 0.5
_MOST_PEN_ROWS: Final = 60


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """A plan as it was printed on a day."""

    format: Literal["kartturi-plan/1"]
    day: date
    document: Document
    mapping: Mapping
    figures: tuple[Figures, ...] = ()
    told: Told = NOTHING_TOLD


def written(plan: PrintedPlan) -> bytes:
    """The plan as JSON; what was read is written the same again."""
    form = _form()
    once: bytes = form.dump_json(plan, exclude_defaults=True)
    again: bytes = form.dump_json(form.validate_json(once), exclude_defaults=True)
    return again


def read(data: bytes) -> PrintedPlan:
    """The plan from its JSON; ValueError where it is none, or where printing it would have no end."""
    plan: PrintedPlan = _form().validate_json(data, strict=True)
    _refuse_excess(plan)
    return plan


def _refuse_excess(value: Any) -> None:
    match value:
        case str():
            _refuse(len(value) > _MOST_LETTERS)
        case int() | float() | Decimal():
            _refuse(not -_LARGEST <= value <= _LARGEST)
        case tuple():
            _refuse(len(value) > _MOST_PARTS)
            for each in value:
                _refuse_excess(each)
        case Column() | PenRows():
            narrow = isinstance(value, Column) and value.width < _LEAST_WIDTH
            _refuse(narrow or (isinstance(value, PenRows) and value.rows > _MOST_PEN_ROWS))
    if is_dataclass(value):
        for field in fields(value):
            _refuse_excess(getattr(value, field.name))


def _refuse(beyond: bool) -> None:  # noqa: FBT001 - the one thing it is asked
    if beyond:
        raise ValueError("beyond what a plan can be")


@cache
def _form() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(PrintedPlan)
