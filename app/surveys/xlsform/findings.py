"""What is found while a form is read: what is left out and goes on without, and what the whole form is refused for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from app.errors import UserError


class Place(NamedTuple):
    """A sheet and a row of it; 1 is the row of the header."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Finding:
    place: Place
    reason: UserError


@dataclass(frozen=True, slots=True)
class Findings:
    """Collected while a form is read."""

    left_out: list[Finding] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)

    def leave_out(self, place: Place, reason: UserError) -> None:
        self.left_out.append(Finding(place, reason))

    def refuse(self, place: Place, reason: UserError) -> None:
        self.faults.append(Finding(place, reason))
