"""How well what a person or role can fits a qualification unit (brief, 4.6): demonstration, or training."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from app.mapping.levels import LEVELS, Tally, tallies
from app.mapping.model import Mapping, RoleNeed
from app.texts import Text

DEMONSTRATION_FIT: Final = Fraction(4, 5)
PARTIAL_FIT: Final = Fraction(1, 2)
ENOUGH_KNOWN: Final = Fraction(4, 5)
LOWEST_TO_SHOW: Final = 2
MASTERED: Final = 3
HALF_MASTERED: Final = 2


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
    if level >= MASTERED:
        return Fraction(1)
    return Fraction(1, 2) if level == HALF_MASTERED else Fraction(0)


def _advice(fit: Fraction, lowest: int, completeness: Fraction) -> FitAdvice:
    if fit >= DEMONSTRATION_FIT and lowest >= LOWEST_TO_SHOW and completeness >= ENOUGH_KNOWN:
        return FitAdvice.DEMONSTRATION
    return FitAdvice.PARTIAL if fit >= PARTIAL_FIT else FitAdvice.TRAINING


@dataclass(frozen=True, slots=True)
class Extent:
    """What a framework says of a unit: its key there, how many requirements it has (0: not said), and its points."""

    key: str
    requirements: int = 0
    points: Decimal | None = None


Extents = Dict[tuple[str, str, str], Extent]
"""Extents by the framework's key and version and the unit's code."""
NO_EXTENTS: Final[Extents] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RoleUnit:
    """A unit that needs of a role come from, and how well what the role can fits it.

    `levels` counts the known levels of all people in all these needs, by level 0…4; `of` is how many there would be
    if all were known. `fit` reads requirements that the role does not need as not known: nobody was asked.
    """

    role_key: str
    code: str
    name: Text
    qualification_code: str
    needs: tuple[RoleNeed, ...]
    levels: tuple[int, ...]
    of: int
    fit: UnitFit
    extent: Extent | None = None

    @property
    def known(self) -> int:
        return sum(self.levels)

    @property
    def whole(self) -> int:
        """Levels that count whole."""
        return sum(self.levels[MASTERED:])

    @property
    def half(self) -> int:
        """Levels that count half."""
        return self.levels[HALF_MASTERED]

    @property
    def low(self) -> int:
        """Levels that do not count."""
        return sum(self.levels[:HALF_MASTERED])

    @property
    def quotes_whole(self) -> bool:
        """Whether one of the needs is the unit itself."""
        return self.extent is not None and any(need.competence_code == self.extent.key for need in self.needs)

    @property
    def is_part(self) -> bool:
        """Whether the role is known to need less than the whole unit."""
        return self.extent is not None and not self.quotes_whole and len(self.needs) < self.extent.requirements

    @property
    def is_whole(self) -> bool:
        """Whether the role is known to need the whole unit."""
        return self.quotes_whole or (self.extent is not None and 0 < self.extent.requirements <= len(self.needs))

    @property
    def missing_points(self) -> Fraction | None:
        """Competence points still to be learnt, for a role that needs the whole of a unit whose extent is known."""
        return self.fit.missing_points(self.extent.points) if self.extent and self.is_whole else None


def role_units(mapping: Mapping, extents: Extents = NO_EXTENTS) -> tuple[RoleUnit, ...]:
    """The units that the needs of each role come from, in the order of the roles and of their needs."""
    place = {role.key: (role.position, role.key) for role in mapping.roles}
    found: dict[tuple[str, str], list[RoleNeed]] = defaultdict(list)
    for need in sorted(mapping.needs, key=lambda n: (place.get(n.role_key, (0, n.role_key)), n.position, n.key)):
        if need.unit_code:
            found[need.role_key, need.unit_code].append(need)
    people = tallies(mapping, [need for needs in found.values() for need in needs])
    return tuple(_role_unit(needs, people, _extent(needs, extents)) for needs in found.values())


def _extent(needs: Sequence[RoleNeed], extents: Extents) -> Extent | None:
    """What the framework says that all these needs come from; None where they come from several."""
    sources = {(need.source_key, need.source_version, need.unit_code) for need in needs}
    return extents.get(sources.pop()) if len(sources) == 1 else None


def _role_unit(needs: Sequence[RoleNeed], people: Dict[str, Tally], extent: Extent | None) -> RoleUnit:
    first = needs[0]
    levels = tuple(sum(people[need.key].at[level] for need in needs) for level in LEVELS)
    unknown = sum(people[need.key].unknown for need in needs)
    unit = RoleUnit(
        role_key=first.role_key,
        code=first.unit_code,
        name=first.unit_name,
        qualification_code=first.qualification_code,
        needs=tuple(needs),
        levels=levels,
        of=sum(levels) + unknown,
        fit=_fit(levels, unknown),
        extent=extent,
    )
    return replace(unit, fit=_fit(levels, unknown + _not_asked(unit))) if unit.is_part else unit


def _fit(levels: Sequence[int], unknown: int) -> UnitFit:
    return unit_fit([*(level for level in LEVELS for _ in range(levels[level])), *[None] * unknown])


def _not_asked(unit: RoleUnit) -> int:
    """Levels that would be known besides, if the role needed every requirement of the unit; rounded up."""
    left = (unit.extent.requirements if unit.extent else 0) - len(unit.needs)
    return -(-unit.of * left // len(unit.needs))
