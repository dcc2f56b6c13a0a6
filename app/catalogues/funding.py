"""Funding routes, the rules of the route finder, and what has changed (brief, section 8): read, and found by words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.catalogues.finding import found, said
from app.catalogues.model import FundingCatalogue, FundingChange, FundingRoute, FundingRule
from app.catalogues.reading import Lies, about, broken, refuse_twice, validated

if TYPE_CHECKING:
    from app.catalogues import shape

FUNDING: Final = "funding"


def load_funding(lies: Lies) -> FundingCatalogue:
    """All routes; each code is there once, and the rules name routes that are there."""
    from app.catalogues import shape

    path = lies(f"{FUNDING}.yaml")
    read = validated(path, shape.Funding)
    refuse_twice(path, "routes", "code", [route.code for route in read.routes])
    refuse_twice(path, "rules", "key", [rule.key for rule in read.rules])
    _refuse_unknown(path, read)
    return FundingCatalogue(
        about(read),
        read.stale_after,
        tuple(_route(route) for route in read.routes),
        tuple(FundingRule(r.key, tuple(r.when), tuple(r.routes), tuple(r.services)) for r in read.rules),
        tuple(FundingChange(c.key, c.told.text(), c.certainty, c.since, c.words.text()) for c in read.changes),
    )


def _refuse_unknown(path: Path, read: shape.Funding) -> None:
    known = {route.code for route in read.routes}
    for place, rule in enumerate(read.rules):
        if unknown := set(rule.routes) - known:
            raise broken(path, f"rules[{place}].routes", min(unknown))


def _route(read: shape.FundingRoute) -> FundingRoute:
    return FundingRoute(
        code=read.code,
        name=read.name.text(),
        certainty=read.certainty,
        checked=read.checked,
        way=read.way,
        for_whom=read.for_whom.text(),
        conditions=read.conditions.text(),
        decides=read.decides.text(),
        ask=read.ask,
        before_start=read.before_start,
        words=read.words.text(),
        source=read.source,
        amount=read.amount.text(),
        amount_on=read.amount_on,
        valid_to=read.valid_to,
        ended=read.ended.text(),
    )


@dataclass(frozen=True, slots=True)
class FoundFunding:
    """Routes, those that are gone among them, and changes that explain what somebody remembers."""

    routes: tuple[FundingRoute, ...] = ()
    changes: tuple[FundingChange, ...] = ()


def find_funding(catalogue: FundingCatalogue, text: str) -> FoundFunding:
    """What is found by a code, or by words in any of the languages."""
    routes = found(catalogue.routes, text, lambda r: r.name, lambda r: f"{r.code} {said(r.words)}")
    changes = found(catalogue.changes, text, lambda c: c.words, lambda c: said(c.told))
    return FoundFunding(tuple(routes), tuple(changes))
