"""Competences chosen from a sector profile, when the company's profile changes (brief, SK-3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

PROFILE: Final = "sector:"
"""How the key of every sector profile begins; the rest is a value of the question on the profile."""


def of_other_profiles(chosen: Iterable[str], profile: str) -> tuple[str, ...]:
    """The competences that another sector profile than this one has; they stay chosen and are marked.

    Keys are those of competences ("sector:machine/MA01"). What comes from elsewhere, or was written in own words,
    belongs to every sector.
    """
    here = f"{PROFILE}{profile}/"
    return tuple(key for key in chosen if key.startswith(PROFILE) and not key.startswith(here))
