"""What the owner does with the priorities. Every act is one transaction, and returns what is to be said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from app.errors import UserError
from app.i18n import Translator
from app.mapping.plan import Results
from app.services.mappings import kept_text
from app.ui.results import order, words
from app.ui.results.order import Priority

if TYPE_CHECKING:
    from app.services.desk import Desk


def toggle(desk: Desk, t: Translator, results: Results, priority: Priority) -> str:
    """Agree on a need as the last of the agreed ones, or take it away from them; a sixth is a UserError."""
    key, name = results.mapping.key, words.said(t, priority.scored.need.name)
    if priority.agreed:
        desk.cases.drop(key, priority.agreed)
        return t("Taken away: {name}", name=name)
    desk.cases.put(key, order.agree(results.mapping, priority.scored.need.key))
    return t("Agreed: {name}", name=name)


def agree_on_first(desk: Desk, t: Translator, results: Results) -> str:
    """Fill up to five from the top of the computed order."""
    fresh = order.agree_on_first(results)
    desk.cases.put(results.mapping.key, *fresh)
    return t.n("{n} need agreed", "{n} needs agreed", len(fresh))


def move(desk: Desk, t: Translator, results: Results, priority: Priority, step: Literal[-1, 1]) -> str:
    """Move an agreed need by a place; what is not agreed, or stands at the end already, is a UserError."""
    if priority.agreed is None:
        raise UserError("Agree on this first. Only what is agreed stands in the owner's order.")
    changed = order.moved([a.agreed for a in results.agreed], priority.scored.need.key, step)
    if not changed and step < 0:
        raise UserError("This is the first one already.")
    if not changed:
        raise UserError("This is the last of the agreed ones already.")
    desk.cases.put(results.mapping.key, *changed)
    name = words.said(t, priority.scored.need.name)
    return t("Moved to place {place}: {name}", place=priority.place + step, name=name)


def give_reason(desk: Desk, t: Translator, results: Results, need_key: str, reason: str) -> str:
    """Keep why the owner moved a need; an identity code in it is a UserError."""
    agreed = next(a.agreed for a in results.agreed if a.agreed.need_key == need_key)
    desk.cases.put(results.mapping.key, replace(agreed, reason=kept_text(reason)))
    return t("Saved")
