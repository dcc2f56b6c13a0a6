"""A path across colleges for a need: offers of different schools as ordered steps (brief, JOE-1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from app.mapping.matching import Match, Wanted
from app.mapping.model import OptionType
from app.mapping.ways_rules import OPTION_OF_OFFER
from app.offers.model import Offer

Rung = Literal["short", "unit", "qualification", "higher"]

RUNGS: Final[tuple[Rung, ...]] = ("short", "unit", "qualification", "higher")
"""The order of steps: a short course or a badge, a unit, a whole qualification, and what universities give."""
_HIGHER: Final = frozenset({"UAS", "UNI"})
_OF_OPTION: Final[dict[OptionType, Rung]] = {
    OptionType.UNIT: "unit",
    OptionType.DEMONSTRATION: "unit",
    OptionType.QUALIFICATION: "qualification",
    OptionType.APPRENTICESHIP: "qualification",
}
MOST_AT_ONCE: Final = 1
"""Levels that one step is trusted to lead up where its offer does not say."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path, counted from 1, with the offer that takes it."""

    number: int
    rung: Rung
    match: Match

    @property
    def offer(self) -> Offer:
        return self.match.offer

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the units it teaches, or else of the qualifications it leads to."""
        return self.offer.unit_codes or self.offer.qualification_codes


def path(wanted: Wanted, matches: Iterable[Match]) -> tuple[Step, ...]:
    """The steps to a need's target, the best offer of each rung; nothing where one step, or no known path, leads there.

    `matches` are best first. An offer that leads no further than people are, or begins higher than the step before
    leads, is no step. Without a known level to begin from and a target there is no path.
    """
    if wanted.level_from is None or wanted.level_to is None:
        return ()
    steps = tuple(_climb(wanted.level_from, wanted.level_to, tuple(matches)))
    return _numbered(steps) if len(steps) > 1 else ()


def _climb(level: int, target: int, matches: tuple[Match, ...]) -> Iterator[Match]:
    for rung in RUNGS:
        step = next((m for m in matches if rung_of(m.offer) == rung and _leads_on(m.offer, level)), None)
        if step and level < target:
            yield step
            level = _led_to(step.offer, level)


def _leads_on(offer: Offer, level: int) -> bool:
    return (offer.level_from or 0) <= level < _led_to(offer, level)


def _led_to(offer: Offer, level: int) -> int:
    return level + MOST_AT_ONCE if offer.level_to is None else offer.level_to


def rung_of(offer: Offer) -> Rung:
    """The rung an offer stands on: what a university gives comes last, whatever its size."""
    if offer.provider_type in _HIGHER or offer.extent_unit == "op":
        return "higher"
    return _OF_OPTION.get(OPTION_OF_OFFER[offer.offer_type], "short")


def without(steps: Iterable[Step], number: int) -> tuple[Step, ...]:
    """The path without a step; those that stay are counted anew."""
    return _numbered(step.match for step in steps if step.number != number)


def _numbered(matches: Iterable[Match]) -> tuple[Step, ...]:
    return tuple(Step(n, rung_of(match.offer), match) for n, match in enumerate(matches, start=1))


def climbs(offers: Iterable[Offer]) -> bool:
    """Whether each of several offers, in order, stands higher than the one before, and begins at a higher level."""
    pairs = list(pairwise(offers))
    return bool(pairs) and all(_is_above(after, before) for before, after in pairs)


def _is_above(after: Offer, before: Offer) -> bool:
    higher = RUNGS.index(rung_of(after)) > RUNGS.index(rung_of(before))
    return higher and (after.level_from or 0) > (before.level_from or 0)
