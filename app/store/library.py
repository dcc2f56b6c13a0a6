"""Imported frameworks and offers ↔ dataclasses: public, replaceable, holds no person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from app.frameworks.model import Framework, FrameworkSummary
from app.offers.model import Offer


@dataclass(frozen=True, slots=True)
class Stored:
    """What an import changed: keys of new, changed and unchanged items."""

    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


class Library:
    """The store of what can be known and learnt."""

    def __init__(self, path: Path) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def put_framework(self, framework: Framework) -> Stored:
        """Insert or replace one framework whole, in one transaction; an equal one is left as it is."""
        raise NotImplementedError

    def frameworks(self) -> tuple[FrameworkSummary, ...]:
        raise NotImplementedError

    def framework(self, key: str) -> Framework:
        """One framework, whole. Unknown key: UserError."""
        raise NotImplementedError

    def put_offers(self, offers: Iterable[Offer], progress: Callable[[int], None] = lambda _: None) -> Stored:
        """Insert or replace offers by key, all in one transaction."""
        raise NotImplementedError

    def offers(self) -> tuple[Offer, ...]:
        """All offers, by key."""
        raise NotImplementedError

    def offer(self, key: str) -> Offer:
        raise NotImplementedError
