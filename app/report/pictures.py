"""What the charts show: values and words in the reader's language, from which `charts` makes Figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final, Literal

from app.mapping.model import Band
from app.mapping.plan import CardState


@dataclass(frozen=True, slots=True)
class StripDay:
    """A day of the strip. `act` is what it calls for, and `label` says it; a free day is a Saturday or Sunday."""

    weekday: str
    day: str
    free: bool = False
    act: Literal["none", "first", "other"] = "none"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Fortnight:
    """The next fourteen days."""

    days: tuple[StripDay, ...]
    height: float = 52.0


@dataclass(frozen=True, slots=True)
class Slope:
    """Target levels 0…4 now, in one year and in three against the mean level of the role; None where not known."""

    targets: tuple[int, int, int]
    mean: float | None
    urgent: bool


@dataclass(frozen=True, slots=True)
class Climb:
    """Slopes side by side, so that steepness compares."""

    horizons: tuple[str, str, str]
    slopes: tuple[Slope, ...]
    places: int = 5
    height: float = 104.0


@dataclass(frozen=True, slots=True)
class Stop:
    """A card's end on the time line, in days from today; `people` is a count, never a name."""

    days: int
    people: int
    words: str
    state: CardState


@dataclass(frozen=True, slots=True)
class Tick:
    """A month of the scale, in days from today."""

    days: int
    words: str


@dataclass(frozen=True, slots=True)
class Expiry:
    """Cards and permits, a row each, on one time line from `first` to `last` days from today."""

    rows: tuple[tuple[Stop, ...], ...]
    ticks: tuple[Tick, ...]
    today: str
    half_year: str
    first: int
    last: int
    half: int = 180
    head: float = 40.0
    row: float = 30.0

    @property
    def height(self) -> float:
        return self.head + len(self.rows) * self.row


@dataclass(frozen=True, slots=True)
class Milestone:
    """A meeting on the way, in months from today."""

    months: float
    day: str
    words: str


@dataclass(frozen=True, slots=True)
class Year:
    """Twelve months with a box for a pen each, and the meetings above them."""

    months: tuple[str, ...]
    start: str
    milestones: tuple[Milestone, ...]
    height: float = 66.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Words from the least to the most, of which one is chosen."""

    words: tuple[str, ...]
    chosen: int
    height: float = 30.0


@dataclass(frozen=True, slots=True)
class Bar:
    """So many boxes filled of so many; `words` say what that means."""

    name: str
    filled: int
    of: int
    words: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows of boxes under each other."""

    rows: tuple[Bar, ...]
    row: float = 18.0

    @property
    def height(self) -> float:
        return len(self.rows) * self.row


@dataclass(frozen=True, slots=True)
class Mark:
    """A need by its number in the list beside; `reached` is the part of the target that is there, 0…1."""

    number: int
    criticality: int
    reached: float
    band: Band


@dataclass(frozen=True, slots=True)
class Importance:
    """How critical against how much of the target is reached; marks of one place stand on each other.

    `lanes` are the words of criticality 3, 2 and 1, `across` says what 0 % and 100 % are, and `key` has the bands.
    """

    marks: tuple[Mark, ...]
    lanes: tuple[str, str, str]
    across: str
    ticks: tuple[str, ...]
    key: tuple[tuple[Band, str], ...]
    pile: float = 17.0
    head: float = 22.0
    foot: float = 52.0

    @property
    def heights(self) -> tuple[float, ...]:
        """Of the three lanes, the most critical first."""
        return tuple(self.head + self.pile * max(1, self._most(criticality)) for criticality in (3, 2, 1))

    @property
    def height(self) -> float:
        return sum(self.heights) + self.foot

    def _most(self, criticality: int) -> int:
        piles = Counter(step_of(mark) for mark in self.marks if mark.criticality == criticality)
        return max(piles.values(), default=0)


STEPS: Final = 20
"""Places from 0 % to 100 % at which a mark of `Importance` may stand: near enough, and none hides another."""


def step_of(mark: Mark) -> int:
    """The place of a mark, 0…`STEPS`."""
    return round(mark.reached * STEPS)


Picture = Fortnight | Climb | Expiry | Year | Scale | Bars | Importance
