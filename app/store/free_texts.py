"""What people wrote, as the tables hold it: rewritten where it stands, in a store of whatever version."""

from __future__ import annotations

import json
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, is_dataclass
from typing import Any, Final

from sqlalchemy import Column, Connection, Table, column, inspect, select, table, update

from app.mapping.answers import Answer
from app.mapping.followups import FollowUp
from app.mapping.forgetting import FREE_TEXTS, Masked, rewritten, rewritten_text
from app.mapping.model import Agreed, Assessment, Mapping, Measure
from app.mapping.scenario import Scenario
from app.mapping.survey import Kind
from app.store import case_rows as rows
from app.store import codec
from app.store.case_items import load_survey
from app.store.columns import Quote
from app.store.journal import changes, steps
from app.store.plan_rows import follow_ups, scenarios

FREE: Final[dict[Table, tuple[str, ...]]] = {
    rows.mappings: FREE_TEXTS[Mapping],
    rows.assessments: FREE_TEXTS[Assessment],
    rows.agreed: FREE_TEXTS[Agreed],
    rows.measures: (*FREE_TEXTS[Measure], "referral"),
    rows.answers: FREE_TEXTS[Answer],
    follow_ups: FREE_TEXTS[FollowUp],
    scenarios: FREE_TEXTS[Scenario],
}
"""Columns in which people write what they like, and such as quote something that has such a field."""
_BY_NAME: Final = {table.name: table for table in FREE}


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What is masked in a mapping. Answers of `closed` questions are chosen, not written, and stay."""

    mapping_key: str
    masked: Masked
    closed: AbstractSet[str] = frozenset()


def closed_questions(connection: Connection, mapping_key: str) -> frozenset[str]:
    """Questions of the mapping's survey that are not answered in words."""
    survey = load_survey(connection, mapping_key)
    return frozenset(q.id for q in survey.questions if q.kind is not Kind.TEXT) if survey else frozenset()


def rewrite_table(connection: Connection, kept: Table, how: Rewriting) -> None:
    """Mask the free texts of a mapping in one table."""
    there = {c["name"] for c in inspect(connection).get_columns(kept.name)}
    keys, free = [c.name for c in kept.primary_key.columns], [name for name in FREE[kept] if name in there]
    held = table(kept.name, *map(column, [*keys, *free]))
    mine = held.c["key" if kept is rows.mappings else "mapping_key"] == how.mapping_key
    for row in connection.execute(select(held).where(mine)).mappings().all():
        new = _masked(kept, dict(row), how)
        if new != row:
            same = (held.c[key] == row[key] for key in keys)
            connection.execute(update(held).where(*same).values({name: new[name] for name in free}))


def rewrite_journal(connection: Connection, how: Rewriting) -> None:
    """Mask the free texts in what the journal has written down of a mapping."""
    mine = select(steps.c.id).where(steps.c.mapping_key == how.mapping_key)
    told = select(changes).where(changes.c.step.in_(mine), changes.c.part.in_(_BY_NAME))
    for change in connection.execute(told).all():
        old = {"before": change.before, "after": change.after}
        new = {side: _masked_json(_BY_NAME[change.part], text, how) for side, text in old.items()}
        if new != old:
            connection.execute(update(changes).where(changes.c.id == change.id).values(new))


def _masked_json(kept: Table, text: str | None, how: Rewriting) -> str | None:
    """A row as JSON; one in which nothing is masked stays as it is written."""
    row = None if text is None else json.loads(text)
    new = None if row is None else _masked(kept, row, how)
    return text if new == row else json.dumps(new, ensure_ascii=False, separators=(",", ":"))


def _masked(kept: Table, row: dict[str, Any], how: Rewriting) -> dict[str, Any]:
    """A row as the database holds it, with its free texts masked."""
    if kept is rows.answers and row["question"] in how.closed:
        return row
    free = FREE[kept]
    return {name: _value(kept.c[name], held, how.masked) if name in free else held for name, held in row.items()}


def _value(of: Column[Any], held: str | None, masked: Masked) -> str | None:
    if held is None or not isinstance(of.type, Quote):
        return held and masked(held)
    value = codec.loads(of.type.form, held)
    new = rewritten(value, masked) if is_dataclass(value) else rewritten_text(value, masked)
    return held if new == value else codec.dumps(new)
