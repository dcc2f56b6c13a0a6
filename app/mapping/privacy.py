"""What may not be written about a person (brief, 9): a personal identity code, in any field."""

from __future__ import annotations

import re
from typing import Final

# ddmmyy, the sign of the century, an individual number and a check character (Decree 128/2010, amended 2022).
_IDENTITY_CODE: Final = re.compile(r"(?<!\d)(\d{6})[-+A-FU-Y](\d{3})([0-9A-FHJ-NPR-Y])(?!\d)", re.IGNORECASE)


def holds_identity_code(text: str) -> bool:
    """Whether the text holds something of the form of a Finnish personal identity code.

    The form is enough: a code with a wrong check character is still somebody's, mistyped.
    """
    return any(_is_day(match[1]) for match in _IDENTITY_CODE.finditer(text))


def _is_day(digits: str) -> bool:
    return 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12
