"""Scoring a list of items from a file, without a company around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.errors import UserError
from app.frameworks.faults import excerpt
from app.i18n import Translator, mark
from app.mapping import scoring
from app.mapping.model import Band, Horizon, Targets
from app.wording.words import band_name, horizon_name

Level = Annotated[int, Field(ge=0, le=4)]


class _Shape(BaseModel):
    """Exactly these fields, with exactly these types: a misspelt or rounded figure must not pass for another."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Targets(_Shape):
    now: Level | None = None
    y1: Level | None = None
    y3: Level | None = None


class _Item(_Shape):
    id: str | int
    levels: list[Level | None]
    targets: _Targets | None = None
    criticality: Annotated[int, Field(ge=1, le=3)]
    required: Annotated[int, Field(ge=1)] | Literal["all"]


_RULES: Final = {
    "id": mark('Item {item} of {file}: "id" must be a text or a whole number, not {value}.'),
    "levels": mark(
        'Item {item} of {file}: "levels" must be a list of whole numbers 0 to 4, null for "not assessed"; '
        "there is {value}."
    ),
    "targets": mark(
        'Item {item} of {file}: "targets" must have whole numbers 0 to 4, or null for "no target", under "now", "y1" '
        'and "y3"; there is {value}.'
    ),
    "criticality": mark('Item {item} of {file}: "criticality" must be 1, 2 or 3, not {value}.'),
    "required": mark('Item {item} of {file}: "required" must be a whole number from 1 up or "all", not {value}.'),
}


def score_items(value: object, name: str) -> list[dict[str, Any]]:
    """Score each item of a list (its shape: docs/commands.md) and return one row each, in the same order.

    A row has `id`, `index`, `band`, `deciding`, `gap`, `shortage`, `known` and `of`; `gap` (levels) and `shortage`
    (0…1) are those of the deciding horizon, not rounded; without anybody known they, `index` and `deciding` are None.
    `name` is the file's. A value that is no such list gives a UserError that names the item and the field.
    """
    if not isinstance(value, list):
        raise UserError("{file} must hold a list of items in square brackets.", {"file": name})
    items = [_item(raw, number, name) for number, raw in enumerate(value, start=1)]
    _refuse_twins(items, name)
    return [_row(item) for item in items]


def _item(raw: object, number: int, name: str) -> _Item:
    if not isinstance(raw, dict):
        raise UserError("Item {item} of {file} is not an object in braces.", {"item": str(number), "file": name})
    try:
        return _Item.model_validate(raw)
    except ValidationError as error:
        label = f"{number} ({excerpt(raw['id'])})" if isinstance(raw.get("id"), str | int) else str(number)
        raise _fault(error, label, name) from error


def _fault(error: ValidationError, label: str, name: str) -> UserError:
    """The first thing that is wrong with an item, in words."""
    first = error.errors(include_url=False, include_context=False)[0]
    path, field = first["loc"], str(first["loc"][-1])
    values = {"item": label, "file": name, "field": field}
    if first["type"] == "missing":
        return UserError('Item {item} of {file} lacks "{field}".', values)
    if first["type"] == "extra_forbidden":
        known = _Item.model_fields if len(path) == 1 else _Targets.model_fields
        values["known"] = ", ".join(known)
        return UserError('Item {item} of {file} has "{field}", which is not known here. Known are {known}.', values)
    return UserError(_RULES[str(path[0])], {"item": label, "file": name, "value": excerpt(first["input"])})


def _refuse_twins(items: Sequence[_Item], name: str) -> None:
    [(twin, count)] = Counter(item.id for item in items).most_common(1) or [("", 0)]
    if count > 1:
        values = {"file": name, "count": count, "id": excerpt(twin)}
        raise UserError("{file} has {count} items with the id {id}. Give each its own.", values)


def _row(item: _Item) -> dict[str, Any]:
    targets = Targets(item.targets.now, item.targets.y1, item.targets.y3) if item.targets else Targets()
    score = scoring.score(item.levels, targets, item.criticality, item.required)
    at = score.decided
    return {
        "id": item.id,
        "index": score.index,
        "band": score.band.value,
        "deciding": score.deciding.value if score.deciding else None,
        "gap": float(at.gap) if at else None,
        "shortage": float(at.shortage) if at else None,
        "known": score.known,
        "of": score.of,
    }


def lines(rows: Sequence[dict[str, Any]], t: Translator) -> list[str]:
    """The rows as sentences."""
    return [_line(row, t) for row in rows]


def _line(row: dict[str, Any], t: Translator) -> str:
    band = band_name(t, Band(row["band"]))
    if row["index"] is None:
        return t("{id}: {band}", id=row["id"], band=band)
    return t(
        "{id}: {index}, {band}; short by {gap} levels {when}, {known} of {of} assessed",
        id=row["id"],
        index=row["index"],
        band=band,
        gap=t.number(row["gap"], 1),
        when=horizon_name(t, Horizon(row["deciding"])),
        known=row["known"],
        of=row["of"],
    )
