"""How well what a person or role can fits a qualification unit (brief, 4.6): demonstration, or training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

DEMONSTRATION_FIT: Final = Fraction(4, 5)
PARTIAL_FIT: Final = Fraction(1, 2)
ENOUGH_KNOWN: Final = Fraction(4, 5)
LOWEST_TO_SHOW: Final = 2


class FitAdvice(StrEnum):
    """What to talk about with the education provider, who alone decides."""

    DEMONSTRATION = "demonstration"
    PARTIAL = "partial"
    TRAINING = "training"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True, slots=True)
class UnitFit:
    """`fit` and `completeness` in 0…1; `fit` is None when no statement is known."""

    fit: Fraction | None
    completeness: Fraction
    advice: FitAdvice

    def missing_points(self, points: Decimal | None) -> Fraction | None:
        """Competence points still to be learnt, to be shown as "about"; None when the unit's extent is not known."""
        if self.fit is None or points is None:
            return None
        return (1 - self.fit) * Fraction(points)


def unit_fit(levels: Sequence[int | None]) -> UnitFit:
    """Fit of whole present levels (None: not assessed) in the statements of one unit."""
    known = [level for level in levels if level is not None]
    if not known:
        return UnitFit(None, Fraction(0), FitAdvice.NOT_ASSESSED)
    fit = sum((_share(level) for level in known), Fraction(0)) / len(known)
    completeness = Fraction(len(known), len(levels))
    return UnitFit(fit, completeness, _advice(fit, min(known), completeness))


def _share(level: int) -> Fraction:
    if level >= 3:
        return Fraction(1)
    return Fraction(1, 2) if level == 2 else Fraction(0)


def _advice(fit: Fraction, lowest: int, completeness: Fraction) -> FitAdvice:
    if fit >= DEMONSTRATION_FIT and lowest >= LOWEST_TO_SHOW and completeness >= ENOUGH_KNOWN:
        return FitAdvice.DEMONSTRATION
    return FitAdvice.PARTIAL if fit >= PARTIAL_FIT else FitAdvice.TRAINING
