"""Keys that stay the same from one import to the next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2s
from typing import Final

from app.texts import Text

_RESERVED: Final = re.compile(r"[~/\s]+")


def distinct(names: Iterable[str]) -> list[str]:
    """Key parts for siblings in the order of the source; the second of the same name becomes "name~2"."""
    seen: dict[str, int] = {}
    parts = []
    for name in names:
        part = _RESERVED.sub("-", name)
        count = seen[part] = seen.get(part, 0) + 1
        parts.append(part if count == 1 else f"{part}~{count}")
    return parts


def fingerprint(text: Text) -> str:
    """A short name for a text that the source gives no name: the same for the same words."""
    return blake2s(str(text).encode(), digest_size=6).hexdigest()
