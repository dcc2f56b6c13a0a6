"""The sector profile a company has chosen, and competences that were taken from another one (brief, SK-3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.mapping.model import Mapping, RoleNeed

PROFILE: Final = "sector:"
"""How the key of every sector profile begins; the rest is a value of the question on the profile."""
QUESTIONS: Final = ("A3b", "Q1")
"""Where a profile is chosen: in the visit, before that in the quick scan."""
OTHER: Final = "other"


def profile_of(mapping: Mapping) -> str:
    """The key of the sector profile that was chosen last; empty when none was, or none of them fits."""
    said = {answer.question: answer.value for answer in mapping.answers if not answer.path}
    [chosen] = next((said[question] for question in QUESTIONS if said.get(question)), ("",))
    return f"{PROFILE}{chosen}" if chosen not in ("", OTHER) else ""


def of_other_profiles(needs: Iterable[RoleNeed], profile: str) -> tuple[RoleNeed, ...]:
    """The needs from another sector profile than this one; they stay and are marked.

    What comes from elsewhere, or was written in own words, belongs to every sector. While no profile is chosen, none is
    another.
    """
    return tuple(n for n in needs if profile and n.source_key.startswith(PROFILE) and n.source_key != profile)
