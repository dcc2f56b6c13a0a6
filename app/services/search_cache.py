"""What is searched, kept beside the library so that it is built once: files that may be removed at any time.

A file is called by what it was made of. When offers change, or this program makes something else of the same offers,
another file is meant, and it is built; of each kind the latest few stay. Only offers are in them, and no person.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from hashlib import blake2b
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


def index_of(desk: Desk, digest: str, language: Language, make: Callable[[], Index]) -> Index:
    """The index over offers with this digest, as it was kept; else made now."""
    return _kept(desk, f"offers-{language}", digest, make, kept.apart, partial(kept.together, language=language))


def facts_of(desk: Desk, digest: str, make: Callable[[], Facts]) -> Facts:
    """What offers with this digest say besides, as it was kept; else made now."""
    return _kept(desk, "offers-facts", digest, make, search_facts.apart, search_facts.together)


def indexed(desk: Desk) -> Indexed:
    """Gives the index over documents that are at hand: as it was kept, or made now."""

    def of(documents: Sequence[Document], language: Language) -> Index:
        digest, make = _digest(documents), partial(build, documents, language)
        return _kept(desk, f"needs-{language}", digest, make, kept.apart, partial(kept.together, language=language))

    return of


def _digest(documents: Sequence[Document]) -> str:
    digest = blake2b(digest_size=16)
    for each in documents:
        for part in (each.title, each.tags, each.body):
            written = part.encode()
            digest.update(len(written).to_bytes(8, "little") + written)
    return digest.hexdigest()


def _kept(  # noqa: PLR0913 - what it is called by, and the three ways between what is made and what is kept
    desk: Desk,
    kind: str,
    digest: str,
    make: Callable[[], Made],
    apart: Callable[[Made], Arrays],
    together: Callable[[Arrays], Made],
) -> Made:
    from app.store import arrays

    path = desk.folder.cache / f"{kind}-{VERSION}-{digest}.arrays"
    found = arrays.opened(path)
    if found is not None:
        try:
            return together(found)
        except (KeyError, ValueError, TypeError):
            pass  # not what this program wrote
    made = make()
    ...
    return made
