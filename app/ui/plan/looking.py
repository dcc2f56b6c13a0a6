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
from app.services.search_cache import digest_of
from app.ui.tasks import Runner

if TYPE_CHECKING:
    from app.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Found:
    """Offers as they were made ready, funding routes, and what was found among the offers for one need or card.

    `digest` tells the offers of the library from any others.
    """

    digest: str
    offers: Corpus
    directory: OfDirectory
    ways: tuple[Option, ...]
    path: tuple[Step, ...]


class Looking(QObject):
    """Offers are read once, and again where the library has others by now; funding routes are read once.

    `found` tells for whom something was found, if for anybody, `failed` for whom not and why, `read` the routes;
    `changed` that all must be looked for anew.
    """

    found = Signal(str)
    changed = Signal()
    failed = Signal(str, object)
    read = Signal(object)

    def __init__(self, parent: QObject, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self._basis: Results | None = None
        self._digest = ""
        self.runner = Runner(self)
        self.ways: dict[str, tuple[Option, ...]] = {}
        self.paths: dict[str, tuple[Step, ...]] = {}
        self.offers: Corpus | None = None
        self.directory: Directory | None = None

    def begin(self, basis: Results) -> None:
        """From now on these results count; what was found for others is forgotten."""
        self._basis = basis
        self._forget()

    def look(self, keys: Iterable[str]) -> None:
        """Look for the first of these that has no ways forward yet, if nothing is being looked for."""
        key = next((key for key in keys if key not in self.ways), "")
        basis, desk, read, known_by = self._basis, self._desk, self.offers, self._digest
        if not key or basis is None:
            return

        def work(_job: object) -> Found:
            digest = digest_of(desk)
            offers = read if read and digest == known_by else ready_offers(desk, basis.mapping)
            ways = planning.ways(basis, key, offers, known(desk, basis.mapping))
            return Found(digest, offers, of_directory(desk), ways, _path(basis, key, offers))

        self.runner.start(work, lambda found: self._take(basis, key, found), lambda error: self.failed.emit(key, error))

    def _take(self, basis: Results, key: str, found: Found) -> None:
        others = self.offers is not None and found.offers is not self.offers
        self.offers, self._digest = found.offers, found.digest
        if others:
            self._forget()
        if self.directory is None:
            self.directory = found.directory.directory
            self.read.emit(found.directory)
        if basis is self._basis:
            self.ways[key], self.paths[key] = found.ways, found.path
        if others:
            self.changed.emit()
        self.found.emit(key)

    def look_again(self) -> None:
        """Look for everything anew if offers were imported elsewhere meanwhile."""
        if self.offers:
            desk = self._desk
            self.runner.start(lambda _job: digest_of(desk), self._compare, lambda error: self.failed.emit("", error))

    def _compare(self, digest: str) -> None:
        if digest == self._digest:
            self.found.emit("")
            return
        self.offers = None
        self._forget()
        self.changed.emit()

    def _forget(self) -> None:
        self.ways.clear()
        self.paths.clear()


def _path(basis: Results, key: str, offers: Corpus) -> tuple[Step, ...]:
    of = planning.subject(basis.mapping, key)
    return path_to(basis, of, offers) if isinstance(of, RoleNeed) else ()
