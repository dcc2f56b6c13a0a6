"""What every use case works on: the stores, the shipped packs and the date of today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.paths import DataFolder

if TYPE_CHECKING:
    from app.store.cases import Cases
    from app.store.library import Library


@dataclass(frozen=True, slots=True)
class Desk:
    """Opened by `bootstrap.open_desk`; `today` is fixed for the run so that results can be repeated."""

    folder: DataFolder
    cases: Cases
    library: Library
    today: date

    def close(self) -> None:
        self.cases.close()
        self.library.close()
