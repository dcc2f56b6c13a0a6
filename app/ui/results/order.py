"""The owner's order beside the computed one. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.errors import UserError
from app.mapping.model import MAX_AGREED, Agreed, Mapping
from app.mapping.plan import Results
from app.mapping.scoring import NeedScore


@dataclass(frozen=True, slots=True)
class Priority:
    """One row of the list: its place in it, its place in the computed order (both from 1), and what was agreed."""

    scored: NeedScore
    place: int
    computed: int
    agreed: Agreed | None = None
    last_agreed: bool = False

    @property
    def moved(self) -> Literal["up", "down"] | None:
        """Where the owner moved an agreed need from its computed place."""
        if self.agreed is None or self.place == self.computed:
            return None
        return "up" if self.place < self.computed else "down"


def priorities(results: Results) -> tuple[Priority, ...]:
    """The agreed ones in the owner's order, then all others as computed."""
    computed = {s.need.key: i for i, s in enumerate(results.ranked, 1)}
    agreed = {a.agreed.need_key: a for a in results.agreed}
    first = [
        Priority(a.scored, place, a.computed_rank, a.agreed, last_agreed=place == len(results.agreed))
        for place, a in enumerate(results.agreed, 1)
    ]
    rest = [s for s in results.ranked if s.need.key not in agreed]
    return (*first, *(Priority(s, i, computed[s.need.key]) for i, s in enumerate(rest, len(first) + 1)))


def agree(mapping: Mapping, need_key: str) -> Agreed:
    """A need as the last of the agreed ones; more than five is a UserError."""
    if len(mapping.agreed) >= MAX_AGREED:
        raise UserError(
            "{n} are agreed already. Take one away first, and this one can take its place.", {"n": MAX_AGREED}
        )
    return Agreed(need_key, position=max((a.position for a in mapping.agreed), default=-1) + 1)


def agree_on_first(results: Results) -> tuple[Agreed, ...]:
    """What is missing from five, from the top of the computed order; what is not assessed or in no need is left out."""
    taken = {a.agreed.need_key for a in results.agreed}
    free = [s.need.key for s in results.ranked if s.need.key not in taken and s.score.index]
    start = max((a.agreed.position for a in results.agreed), default=-1) + 1
    return tuple(Agreed(key, start + i) for i, key in enumerate(free[: MAX_AGREED - len(taken)]))


def moved(agreed: Sequence[Agreed], need_key: str, step: Literal[-1, 1]) -> tuple[Agreed, ...]:
    """The two that change places when one is moved by a step; nothing at either end."""
    in_order = sorted(agreed, key=lambda a: a.position)
    at = next(i for i, a in enumerate(in_order) if a.need_key == need_key)
    if not 0 <= at + step < len(in_order):
        return ()
    one, other = in_order[at], in_order[at + step]
    return replace(one, position=other.position), replace(other, position=one.position)
