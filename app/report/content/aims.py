"""What a measure is for: an agreed priority, another need, or a card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.i18n import Translator
from app.mapping.model import CardHolding, Measure, MeasureStatus, RoleNeed
from app.mapping.plan import Results
from app.report.blocks import Line
from app.report.content import phrases
from app.wording.words import capital, option_name

OPEN: Final = (MeasureStatus.PLANNED, MeasureStatus.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class Aim:
    """The need or card of a measure, and its place among the agreed (0: none). All empty where it has been removed."""

    place: int = 0
    need: RoleNeed | None = None
    card: CardHolding | None = None

    def name(self, t: Translator, *, strong: bool = False) -> Line:
        if self.need:
            return phrases.said(t, self.need.name, strong=strong)
        return phrases.said(t, self.card.name, strong=strong) if self.card else ()


def aim(results: Results, measure: Measure) -> Aim:
    key = measure.for_key
    place = next((n for n, agreed in enumerate(results.agreed, 1) if agreed.agreed.need_key == key), 0)
    need = next((need for need in results.mapping.needs if need.key == key), None)
    card = next((card for card in results.mapping.cards if card.key == key), None)
    return Aim(place, need, card)


def what(t: Translator, results: Results, measure: Measure) -> str:
    """What is done, in the words given, or else as the kind of measure and what it is for."""
    if measure.what:
        return measure.what
    option, name = capital(option_name(t, measure.option)), phrases.text_of(aim(results, measure).name(t))
    return t("{option}: {name}", option=option, name=name) if name else option


def printed(results: Results) -> list[Measure]:
    """The measures on paper in the order of time, those without a day last: all but the dropped ones."""
    kept = (m for m in results.mapping.measures if m.status is not MeasureStatus.DROPPED)
    return sorted(kept, key=lambda m: (m.deadline is None, m.deadline or results.today, m.position, m.key))


def still_open(measures: Iterable[Measure]) -> list[Measure]:
    return [m for m in measures if m.status in OPEN]
