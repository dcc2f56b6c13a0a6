"""What differs between two states of a plan, by what it is about. No Qt here."""

from __future__ import annotations

from typing import Final

from app.i18n import Translator, mark
from app.mapping.model import CardHolding, Measure, Role
from app.mapping.versions import Added, Changed, Difference, LevelChanged, LevelsChanged, Removed
from app.services import versions
from app.services.versions import Comparison

HEADS: Final = {
    "plan": mark("The plan as a whole"),
    "roles": mark("Roles"),
    "needs": mark("Needs and levels"),
    "cards": mark("Cards and permits"),
    "order": mark("Priorities"),
    "measures": mark("Measures"),
}
"""In the order in which they are told."""


def grouped(t: Translator, found: Comparison) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The differences as sentences under headings; headings without any are left out."""
    told = [*zip(map(group_of, found.differences), versions.lines(t, found), strict=True)]
    groups = ((t(words), tuple(line for group, line in told if group == key)) for key, words in HEADS.items())
    return tuple((head, lines) for head, lines in groups if lines)


def group_of(difference: Difference) -> str:
    """What a difference is about."""
    match difference:
        case Changed(part=None):
            return "plan"
        case Changed(part=part) | Added(part=part) | Removed(part=part):
            return "measures" if isinstance(part, Measure) else _of_part(part)
        case LevelsChanged() | LevelChanged():
            return "needs"
        case _:
            return "order"


def _of_part(part: object) -> str:
    return "roles" if isinstance(part, Role) else "cards" if isinstance(part, CardHolding) else "needs"
