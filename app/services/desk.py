"""What every use case works on: the stores, the shipped packs and the date of today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from app.paths import DataFolder

if TYPE_CHECKING:
    from app.store.cases import Cases
    from app.store.library import Library


def _nothing() -> None:
    """Nobody holds the folder."""


class Shelf(Protocol):
    """A desk as far as it has nothing to do with companies: what can be known and learnt."""

    @property
    def folder(self) -> DataFolder: ...
    @property
    def library(self) -> Library: ...
    @property
    def today(self) -> date: ...
    @property
    def read_only(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class ShelfAlone:
    """Opened by `bootstrap.open_shelf` where no company is asked for: a search waits for no other store."""

    folder: DataFolder
    library: Library
    today: date
    read_only: bool = False

    def close(self) -> None:
        self.library.close()


@dataclass(frozen=True, slots=True)
class Desk:
    """Opened by `bootstrap.open_desk`; `today` is fixed for the run so that results can be repeated.

    With `read_only` somebody else has the folder in hand: the stores refuse every change. `release` gives the folder
    free.
    """

    folder: DataFolder
    cases: Cases
    library: Library
    today: date
    read_only: bool = False
    release: Callable[[], None] = _nothing

    def close(self) -> None:
        try:
            self.cases.close()
            self.library.close()
        finally:
            self.release()
