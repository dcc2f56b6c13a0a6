"""Rows of the list of priorities. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from app.i18n import Translator
from app.mapping.plan import Results
from app.mapping.uncertain import Uncertainty, uncertainties
from app.ui.results import words
from app.ui.results.order import Priority, priorities


@dataclass(frozen=True, slots=True)
class Ranked:
    """A priority with the words of its row."""

    priority: Priority
    name: str
    role: str
    reason: str
    move: str
    spoken: str


def ranking(t: Translator, results: Results) -> tuple[Ranked, ...]:
    """Agreed ones in the owner's order, then the rest as computed."""
    uncertain = uncertainties(results.mapping)
    return tuple(_ranked(t, results, p, uncertain.get(p.scored.need.key)) for p in priorities(results))


def _ranked(t: Translator, results: Results, priority: Priority, uncertain: Uncertainty | None) -> Ranked:
    need, score = priority.scored.need, priority.scored.score
    doubt = words.doubt(t, results.mapping, uncertain) if uncertain else ""
    role = words.role_name(results.mapping, need.role_key)
    return Ranked(
        priority=priority,
        name=words.said(t, need.name),
        role=role,
        reason=f"{words.reason(t, score)}. {doubt}" if doubt else words.reason(t, score),
        move=words.move(t, priority),
        spoken=" ".join(filter(None, (words.spoken_priority(t, priority, role), doubt))),
    )
