"""The Finnish business id (Y-tunnus): seven digits, a dash and a check digit."""

from __future__ import annotations

import re
from typing import Final

_FORM: Final = re.compile(r"\d{7}-\d")
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2)


def is_business_id(text: str) -> bool:
    """Whether form and check digit are right (weights 7 9 10 5 8 4 2, modulo 11; a remainder of 1 is never given)."""
    if not _FORM.fullmatch(text):
        return False
    remainder = sum(int(digit) * weight for digit, weight in zip(text, _WEIGHTS, strict=False)) % 11
    return remainder != 1 and int(text[-1]) == (11 - remainder) % 11
