"""Readers of offer files, one module per format. Each returns what it took and what it refused, with reasons."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import UserError
from app.offers.model import Offer, Provider


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken: its line in the file (1 is the first), or its place in a list, and why."""

    line: int
    reason: UserError


@dataclass(frozen=True, slots=True)
class Read:
    """What came of one file."""

    offers: tuple[Offer, ...]
    refused: tuple[Refused, ...] = ()
    providers: tuple[Provider, ...] = ()
