"""From scores to a plan: what to fix first, what was agreed, what is done about it (brief, 4.4, 4.9, section 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.mapping.matching import Match
from app.mapping.model import Agreed, CardHolding, Mapping, Measure, OptionType
from app.mapping.scoring import NeedScore, Readiness

CardState = Literal["overdue", "red", "expiring", "missing", "not_known", "valid", "no_end", "not_needed"]


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
    """Everything that follows from a mapping on a day."""

    mapping: Mapping
    today: date
    fix_first: tuple[FixFirst, ...]
    ranked: tuple[NeedScore, ...]
    agreed: tuple[AgreedNeed, ...]
    readiness: Readiness


@dataclass(frozen=True, slots=True)
class Option:
    """One way forward for a need; `match` is set when it draws on an offer, `why` is a reason code for `wording`."""

    option: OptionType
    why: str
    match: Match | None = None


def card_state(holding: CardHolding, today: date) -> CardState:
    """State of a card by date: overdue is past, red within 30 days, expiring within 180 (4.5 R4)."""
    raise NotImplementedError


def fix_first(mapping: Mapping, today: date) -> tuple[FixFirst, ...]:
    """Cards and permits that need an act, most pressing first."""
    raise NotImplementedError


def results(mapping: Mapping, today: date) -> Results:
    """Score a mapping and set its agreed order beside the computed one."""
    raise NotImplementedError


def options(mapping: Mapping, scored: NeedScore, matches: tuple[Match, ...]) -> tuple[Option, ...]:
    """Two to four ways forward for a need, of different kinds: at work, with a college, recruit, other."""
    raise NotImplementedError


def first_action(mapping: Mapping) -> Measure | None:
    """The measure to do first: the one marked so, else the open one with the nearest deadline."""
    raise NotImplementedError
