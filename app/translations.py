"""Compiled catalogues of sentences (MO files of GNU gettext), looked up where they lie.

The standard library's `gettext` takes all sentences of a file apart when it opens it, which a window feels at every
start. The originals stand in order in such a file, so that the few that are said first are found by halving.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from functools import cache, partial
from pathlib import Path
from typing import Final

_LITTLE_ENDIAN: Final = 0x950412DE.to_bytes(4, "little")
_PLACE: Final = 8
"""Bytes of an entry in either table: the length of a text, and where it begins."""


class Translations:
    """What sentences are in another language; one that is not in it stays as it is.

    Singular and plural stand for one and for any other number, as in Finnish, Swedish and English.
    """

    def __init__(self, content: bytes) -> None:
        """`content` is a whole MO file."""
        self._content = content
        self._order = "<" if content.startswith(_LITTLE_ENDIAN) else ">"
        _magic, _revision, self._count, self._originals, self._sayings = struct.unpack_from(f"{self._order}5I", content)
        self._said = cache(self._looked_up)

    def one(self, message: str) -> str:
        """A sentence, or the singular of one that has both forms."""
        return (self._said(message) or [message])[0]

    def several(self, one: str, many: str, count: int) -> str:
        """The form that goes with a number."""
        forms = self._said(one) or [one, many]
        return forms[0] if count == 1 else forms[-1]

    def _looked_up(self, message: str) -> list[str]:
        """The forms of a sentence; none where it is not in the catalogue."""
        wanted = message.encode()
        original = partial(self._text, self._originals)
        number = bisect_left(range(self._count), wanted, key=original)
        if number == self._count or original(number).partition(b"\0")[0] != wanted:
            return []
        return self._text(self._sayings, number).decode().split("\0")

    def _text(self, table: int, number: int) -> bytes:
        length, begin = struct.unpack_from(f"{self._order}2I", self._content, table + number * _PLACE)
        return self._content[begin : begin + length]


def read(file: Path) -> Translations:
    return Translations(file.read_bytes())


def nothing() -> Translations:
    """No translations: every sentence stays as it is."""
    return Translations(struct.pack(">5I", 0, 0, 0, 0, 0))
