"""What is searched, kept beside the library so that it is built once: files that may be removed at any time.

A file is called by what it was made of. When offers change, or this program makes something else of the same offers,
another file is meant, and it is built; of each kind the latest few stay. Only offers are in them, and no person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeVar

from app.errors import UserError
from app.languages import Language
from app.mapping.corpus import Indexed
from app.search import kept
from app.search.index import Document, Index, build
from app.search.kept import Arrays
from app.services import search_facts
from app.services.desk import Desk
from app.services.search_facts import Facts

VERSION: Final = 1
"""Raised whenever something else is made of the same offers, or it is kept in another form."""
_STAYING: Final = 2
"""Files of a kind: offers change, but now and then back."""

Made = TypeVar("Made")


def index_of(desk: Desk, digest: str, language: Language, make: Callable[[Language], Index]) -> Index:
    """The index over offers with this digest, as it was kept; else made now."""
    return _index(desk, f"offers-{language}", digest, language, make)


def facts_of(desk: Desk, digest: str, make: Callable[[], Facts]) -> Facts:
    """What offers with this digest say besides, as it was kept; else made now."""
    return _kept(desk, "offers-facts", digest, lambda: search_facts.apart(make()), search_facts.together)


def indexed(desk: Desk) -> Indexed:
    """Gives the index over documents that are at hand: as it was kept, or made now."""

    def of(documents: Sequence[Document], language: Language) -> Index:
        return _index(desk, f"needs-{language}", _digest(documents), language, lambda of: build(documents, of))

    return of


def _digest(documents: Iterable[Document]) -> str:
    digest = blake2b(digest_size=16)
    for each in documents:
        digest.update(f"{each.title}\0{each.tags}\0{each.body}\0".encode())
    return digest.hexdigest()


def _index(desk: Desk, kind: str, digest: str, language: Language, make: Callable[[Language], Index]) -> Index:
    return _kept(desk, kind, digest, lambda: kept.apart(make(language)), lambda arrays: kept.together(arrays, language))


def _kept(desk: Desk, kind: str, digest: str, make: Callable[[], Arrays], together: Callable[[Arrays], Made]) -> Made:
    """What was kept, if it can be used; else it is made, and kept if it can be."""
    from app.store import arrays

    path = desk.folder.cache / f"{kind}-{VERSION}-{digest}.arrays"
    found = arrays.opened(path)
    if found is not None:
        with suppress(KeyError, ValueError, TypeError):
            return together(found)
    made = make()
    if not desk.read_only:
        with suppress(UserError):  # a full disk, or a folder that may not be written: it is made again next time
            arrays.put(path, made)
            _tidy(desk.folder.cache, kind)
    return together(made)


def _tidy(folder: Path, kind: str) -> None:
    """Remove all but the latest of a kind. What another window has in hand, some systems keep until later."""
    with suppress(OSError):
        written = sorted(folder.glob(f"{kind}-*"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in written[_STAYING:]:
            path.unlink()
