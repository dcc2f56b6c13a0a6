"""From scores to a plan: what to fix first, what was agreed, what is done about it (brief, 4.4, section 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from app.mapping.model import Agreed, CardHolding, Mapping, Measure, MeasureStatus
from app.mapping.scoring import NeedScore, Readiness, ranked, readiness
from app.mapping.told import NOTHING_TOLD, Told

CardState = Literal["overdue", "red", "expiring", "missing", "not_known", "valid", "no_end", "not_needed"]

RED_DAYS: Final = 30
EXPIRING_DAYS: Final = 180
TO_FIX: Final[tuple[CardState, ...]] = ("overdue", "missing", "red", "expiring", "not_known")
"""States that need an act, most pressing first."""


@dataclass(frozen=True, slots=True)
class FixFirst:
    """A card or permit to put right; never scored. `days` until the end date, negative when past, None without one."""

    holding: CardHolding
    state: CardState
    days: int | None


@dataclass(frozen=True, slots=True)
class AgreedNeed:
    """An agreed priority with its score, its place in the computed order (1 is first) and its measures."""

    agreed: Agreed
    scored: NeedScore
    computed_rank: int
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that follows from a mapping, and from what its survey was told, on a day."""

    mapping: Mapping
    today: date
    fix_first: tuple[FixFirst, ...]
    ranked: tuple[NeedScore, ...]
    agreed: tuple[AgreedNeed, ...]
    readiness: Readiness
    told: Told = NOTHING_TOLD


def years_after(day: date, years: int) -> date:
    """The same day of a later year; 29 February becomes 28 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def card_state(holding: CardHolding, today: date) -> CardState:
    """State of a card by date: overdue is past, red within 30 days, expiring within 180 (4.5 R4).

    A card is good on its last day. Without an end date a held card never expires.
    """
    if holding.state != "held":
        return holding.state
    if holding.valid_to is None:
        return "no_end"
    days = (holding.valid_to - today).days
    if days < 0:
        return "overdue"
    return "red" if days <= RED_DAYS else "expiring" if days <= EXPIRING_DAYS else "valid"


def fix_first(mapping: Mapping, today: date) -> tuple[FixFirst, ...]:
    """Cards and permits that need an act, most pressing first: by state, then by end date, then by key."""
    found = (FixFirst(card, card_state(card, today), _days_left(card, today)) for card in mapping.cards)
    return tuple(sorted((f for f in found if f.state in TO_FIX), key=_urgency))


def _days_left(card: CardHolding, today: date) -> int | None:
    return (card.valid_to - today).days if card.state == "held" and card.valid_to else None


def _urgency(fix: FixFirst) -> tuple[int, int, str]:
    return TO_FIX.index(fix.state), fix.days or 0, fix.holding.key


def results(mapping: Mapping, today: date, told: Told = NOTHING_TOLD) -> Results:
    """Score a mapping and set its agreed order beside the computed one."""
    rows = ranked(mapping)
    return Results(
        mapping=mapping,
        today=today,
        fix_first=fix_first(mapping, today),
        ranked=rows,
        agreed=_agreed(mapping, rows),
        readiness=readiness(mapping),
        told=told,
    )


def _agreed(mapping: Mapping, rows: tuple[NeedScore, ...]) -> tuple[AgreedNeed, ...]:
    """Agreed priorities in the owner's order; one whose need has been removed is no priority any more."""
    place = {row.need.key: (rank, row) for rank, row in enumerate(rows, start=1)}
    return tuple(
        AgreedNeed(agreed, row, rank, measures_for(mapping, agreed.need_key))
        for agreed in sorted(mapping.agreed, key=lambda a: (a.position, a.need_key))
        if agreed.need_key in place
        for rank, row in [place[agreed.need_key]]
    )


def measures_for(mapping: Mapping, key: str) -> tuple[Measure, ...]:
    """The measures of a need or of a card holding, in their order."""
    mine = (m for m in mapping.measures if m.for_key == key)
    return tuple(sorted(mine, key=lambda m: (m.position, m.key)))


def first_action(mapping: Mapping) -> Measure | None:
    """The measure to do first: the one marked so, else the open one with the nearest deadline."""
    still_open = (m for m in mapping.measures if m.status in (MeasureStatus.PLANNED, MeasureStatus.IN_PROGRESS))
    return min(still_open, key=_nearness, default=None)


def _nearness(measure: Measure) -> tuple[bool, date, int, str]:
    return not measure.first_step, measure.deadline or date.max, measure.position, measure.key
