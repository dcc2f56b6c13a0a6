"""Official codes, made bare: "tutkinnonosat_106401#3" is unit 106401."""

from __future__ import annotations

import re
from typing import Final

_CODE: Final = re.compile(r"(?:[a-zåäö0-9]+_)?([^#_\s]+)(?:#\d+)?", re.IGNORECASE)


def bare(code: str) -> str:
    """A code without the list it stands in and without its version; what has no such form is returned as it is."""
    found = _CODE.fullmatch(code.strip())
    return found[1] if found else code.strip()
