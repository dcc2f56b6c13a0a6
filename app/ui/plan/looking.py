"""Looking for ways forward off the window's thread: first for the one in hand, then for the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.catalogues.model import Directory
from app.mapping.corpus import Corpus
from app.mapping.model import RoleNeed
from app.mapping.paths import Step
from app.mapping.plan import Results
from app.mapping.ways import Option
from app.services import planning
from app.services.catalogues import OfDirectory, of_directory
from app.services.options import known, path_to, ready_offers
from app.ui.tasks import Runner

if TYPE_CHECKING:
    from app.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Found:
    """Offers as they were made ready, funding routes, and what was found among the offers for one need or card."""

    offers: Corpus
    directory: OfDirectory
    ways: tuple[Option, ...]
    path: tuple[Step, ...]


class Looking(QObject):
    """Offers and funding routes are read once. `found` tells for whom, `failed` for whom and why, `read` the routes."""

    found = Signal(str)
    failed = Signal(str, object)
    read = Signal(object)

    def __init__(self, parent: QObject, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self._basis: Results | None = None
        self.runner = Runner(self)
        self.ways: dict[str, tuple[Option, ...]] = {}
        self.paths: dict[str, tuple[Step, ...]] = {}
        self.offers: Corpus | None = None
        self.directory: Directory | None = None

    def begin(self, basis: Results) -> None:
        """From now on these results count; what was found for others is forgotten."""
        self._basis = basis
        self.ways.clear()
        self.paths.clear()

    def look(self, keys: Iterable[str]) -> None:
        """Look for the first of these that has no ways forward yet, if nothing is being looked for."""
        key = next((key for key in keys if key not in self.ways), "")
        basis, desk, read = self._basis, self._desk, self.offers
        if not key or basis is None:
            return

        def work(_job: object) -> Found:
            offers = ready_offers(desk, basis.mapping) if read is None else read
            ways = planning.ways(basis, key, offers, known(desk, basis.mapping))
            return Found(offers, of_directory(desk), ways, _path(basis, key, offers))

        self.runner.start(work, lambda found: self._take(basis, key, found), lambda error: self.failed.emit(key, error))

    def _take(self, basis: Results, key: str, found: Found) -> None:
        self.offers = found.offers
        if self.directory is None:
            self.directory = found.directory.directory
            self.read.emit(found.directory)
        if basis is self._basis:
            self.ways[key], self.paths[key] = found.ways, found.path
        self.found.emit(key)


def _path(basis: Results, key: str, offers: Corpus) -> tuple[Step, ...]:
    of = planning.subject(basis.mapping, key)
    return path_to(basis, of, offers) if isinstance(of, RoleNeed) else ()
