"""The Finnish business id (Y-tunnus): seven digits, a dash and a check digit."""

from __future__ import annotations

import re
from typing import Final, Literal

_FORM: Final = re.compile(r"[0-9]{7}-[0-9]")
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2)

SoFar = Literal["empty", "digits", "dash", "check_digit", "right", "wrong", "other"]
"""How far a business id has been written: what comes next, or what the whole of it is."""
_STAGES: Final[tuple[tuple[re.Pattern[str], SoFar], ...]] = (
    (re.compile(""), "empty"),
    (re.compile("[0-9]{1,6}"), "digits"),
    (re.compile("[0-9]{7}"), "dash"),
    (re.compile("[0-9]{7}-"), "check_digit"),
    (_FORM, "wrong"),
)


def is_business_id(text: str) -> bool:
    """Whether form and check digit are right (weights 7 9 10 5 8 4 2, modulo 11; a remainder of 1 is never given)."""
    if not _FORM.fullmatch(text):
        return False
    remainder = sum(int(digit) * weight for digit, weight in zip(text, _WEIGHTS, strict=False)) % 11
    return remainder != 1 and int(text[-1]) == (11 - remainder) % 11


def so_far(text: str) -> SoFar:
    """How far the text is on its way to a business id; "other" when it can be none, whatever follows."""
    if is_business_id(text):
        return "right"
    return next((stage for form, stage in _STAGES if form.fullmatch(text)), "other")
