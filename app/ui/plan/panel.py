"""What a panel beside the plan is given, and what it may ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.catalogues.model import Directory
from app.mapping.corpus import Corpus
from app.mapping.model import Measure
from app.mapping.paths import Step
from app.mapping.plan import Results, measures_for
from app.mapping.ways import Option
from app.services import planning


@dataclass(frozen=True, slots=True)
class InHand:
    """What is in hand: a need or a card by its key, the measure under the cursor, and what is known so far.

    `basis` are the results that ways forward were looked for with; they last as long as nothing changes but measures.
    """

    results: Results
    basis: Results
    key: str
    measure: Measure | None = None
    path: tuple[Step, ...] = ()
    offers: Corpus | None = None
    directory: Directory | None = None

    def measure_from(self, key: str, option: Option) -> Measure | None:
        """The measure of a need or card that is this way forward, if it is in the plan."""
        measures = measures_for(self.results.mapping, key)
        return next((measure for measure in measures if planning.is_from(measure, option)), None)


@dataclass(frozen=True, slots=True)
class Hands:
    """Changes that a panel asks for, each stored at once: measures added and taken out, and one that was changed."""

    add: Callable[[Sequence[Measure]], None]
    take_out: Callable[[Sequence[Measure]], None]
    write: Callable[[Measure], None]


class Panel(Protocol):
    """A widget that fills the drawer."""

    def show_in_hand(self, now: InHand) -> None:
        """Show what belongs to this from now on."""

    def flush(self) -> None:
        """Write what is being typed."""


def toggled(now: InHand, hands: Hands, key: str, option: Option) -> None:
    """Put a way forward of a need or card into the plan, or take it out again."""
    there = now.measure_from(key, option)
    if there:
        hands.take_out([there])
    else:
        hands.add([planning.measure_from(now.results.mapping, key, option)])
