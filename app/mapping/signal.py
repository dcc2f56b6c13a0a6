"""One acute need noted in passing, without a mapping (brief, JOE-2c)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.languages import Language


class When(StrEnum):
    """The two horizons: at once up to six months, and one to three years."""

    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Signal:
    """`what` is the need in a few words about no person, `sector` a two-digit TOL code or empty."""

    key: str
    on: date
    what: str
    sector: str = ""
    when: When = When.NOW
    service_language: Language = "fi"
