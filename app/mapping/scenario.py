"""What if: a day and what would then be otherwise, under a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PersonLeaves:
    person_key: str


@dataclass(frozen=True, slots=True)
class OneLeaves:
    """Where people are counted only: one of the role leaves, and in each need it is one of those who can most."""

    role_key: str


@dataclass(frozen=True, slots=True)
class Trained:
    """A person reaches a level in a need; without a person, the one of those counted who is nearest below it."""

    person_key: str
    need_key: str
    level: int


@dataclass(frozen=True, slots=True)
class CardLapses:
    """A card is not renewed in time."""

    holding_key: str


@dataclass(frozen=True, slots=True)
class Hired:
    """Somebody new in a role; `levels` are pairs of a need's key and a level."""

    role_key: str
    levels: tuple[tuple[str, int], ...]


Switch = PersonLeaves | OneLeaves | Trained | CardLapses | Hired


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is otherwise on a day; `switches` hold in their order."""

    key: str
    name: str
    on: date
    switches: tuple[Switch, ...]
