"""What is searched, kept beside the library so that it is built once: files that may be removed at any time.

A file is called by what it was made of. When offers change, or this program makes something else of the same offers,
another file is meant, and it is built; of each kind the latest few stay. Only offers are in them, and no person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from app.errors import UserError
from app.files.writing import write_file
from app.languages import Language
from app.search import kept
from app.search.index import Document, Index, build
from app.search.kept import Arrays
from app.services import search_facts, search_words
from app.services.desk import Shelf
from app.services.search_facts import Facts
from app.services.search_words import Meanings

if TYPE_CHECKING:
    from app.mapping.corpus import Indexed

VERSION: Final = 4
"""Raised whenever something else is made of the same offers, or it is kept in another form."""
_STAYING: Final = 2
"""Files of a kind: offers change, but now and then back."""
_CLEARLY: Final = 2_000_000_000
"""Nanoseconds: no system of files is more than two seconds behind."""

Made = TypeVar("Made")


def index_of(desk: Shelf, digest: str, language: Language, make: Callable[[Language], Index]) -> Index:
    """The index over offers with this digest, as it was kept; else made now."""
    return _index(desk, f"offers-{language}", digest, language, make)


def facts_of(desk: Shelf, digest: str, make: Callable[[], Facts]) -> Facts:
    """What offers with this digest say besides, as it was kept; else made now."""
    return _kept(desk, "offers-facts", digest, lambda: search_facts.apart(make()), search_facts.together)


def meanings_of(desk: Shelf, sources: Iterable[Path], make: Callable[[], Meanings]) -> Meanings:
    """What words of a query mean by these files, as it was kept; else made now."""
    digest = blake2b(digest_size=16)
    try:
        for path in sources:
            digest.update(path.read_bytes())
    except OSError:  # an own copy that cannot be read: whoever makes them knows what counts instead
        return make()
    return _kept(desk, "words", digest.hexdigest(), lambda: search_words.apart(make()), search_words.together)


def digest_of(desk: Shelf) -> str:
    """What tells the offers of a library from any others. They are read for it only where its files have changed.

    What is noted is trusted once it is clearly younger than those files: their times are not exact.
    """
    path, stamp, changed = desk.folder.cache / "library.digest", *_stamp(desk)
    with suppress(OSError, ValueError):
        noted, digest = path.read_text("ascii").split("\n")
        if noted == stamp and path.stat().st_mtime_ns - changed > _CLEARLY:
            return digest
    digest = desk.library.offers_digest()
    if digest and not desk.read_only:
        with suppress(UserError):
            write_file(path, f"{stamp}\n{digest}".encode("ascii"))
    return digest


def _stamp(desk: Shelf) -> tuple[str, int]:
    """What is known of the files of the library from outside, and when they last changed (nanoseconds)."""
    library = desk.folder.library
    files = [path.stat() for path in (library, library.with_name(f"{library.name}-wal")) if path.exists()]
    known = [(of.st_ino, of.st_size, of.st_mtime_ns) for of in files if of.st_size]
    return f"{VERSION} {known}", max((changed for _inode, _size, changed in known), default=0)


def indexed(desk: Shelf) -> Indexed:
    """Gives the index over documents that are at hand: as it was kept, or made now."""

    def of(documents: Sequence[Document], language: Language) -> Index:
        return _index(desk, f"needs-{language}", _digest(documents), language, lambda of: build(documents, of))

    return of


def _digest(documents: Iterable[Document]) -> str:
    digest = blake2b(digest_size=16)
    for each in documents:
        digest.update(f"{each.title}\0{each.tags}\0{each.body}\0{each.further}\0".encode())
    return digest.hexdigest()


def _index(desk: Shelf, kind: str, digest: str, language: Language, make: Callable[[Language], Index]) -> Index:
    return _kept(desk, kind, digest, lambda: kept.apart(make(language)), lambda arrays: kept.together(arrays, language))


def _kept(desk: Shelf, kind: str, digest: str, make: Callable[[], Arrays], together: Callable[[Arrays], Made]) -> Made:
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
