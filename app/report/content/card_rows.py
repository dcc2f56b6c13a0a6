"""Cards and permits counted by role: whoever holds the same card to the same day is one row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.mapping.cards import ORDER
from app.mapping.model import CardHolding, Measure
from app.mapping.plan import TO_FIX, CardState, FixFirst, Results, card_state
from app.report.content.aims import still_open


@dataclass(frozen=True, slots=True)
class CardRow:
    """A holding whose `count` is that of all its equals, its state, and the measures that put it right."""

    fix: FixFirst
    measures: tuple[Measure, ...] = ()

    @property
    def holding(self) -> CardHolding:
        return self.fix.holding

    @property
    def state(self) -> CardState:
        return self.fix.state

    @property
    def measure(self) -> Measure | None:
        """The next measure that has a day."""
        dated = [m for m in self.measures if m.deadline]
        return min(dated, key=lambda m: m.deadline or date.max, default=None)


def card_rows(results: Results) -> list[CardRow]:
    """All cards, most pressing first."""
    equals: dict[tuple[object, ...], list[CardHolding]] = {}
    for holding in results.mapping.cards:
        key = (holding.role_key, holding.card, holding.name, holding.state, holding.valid_to)
        equals.setdefault(key, []).append(holding)
    rows = [_row(results, holdings) for holdings in equals.values()]
    return sorted(rows, key=lambda r: (ORDER.index(r.state), r.fix.days or 0, r.holding.key))


def to_fix(results: Results) -> list[CardRow]:
    return [row for row in card_rows(results) if row.state in TO_FIX]


def _row(results: Results, holdings: list[CardHolding]) -> CardRow:
    whole = replace(holdings[0], person_key="", count=sum(h.count for h in holdings))
    dated = whole.valid_to if whole.state == "held" else None
    days = (dated - results.today).days if dated else None
    keys = {holding.key for holding in holdings}
    measures = still_open(m for m in results.mapping.measures if m.for_key in keys)
    return CardRow(FixFirst(whole, card_state(whole, results.today), days), tuple(measures))
