"""What a text from outside is freed of, and nothing more: it must come back as it was written."""

from __future__ import annotations

import re
from typing import Final

_UNSEEN: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def clean(text: str | None) -> str:
    """The text without signs that can be neither seen nor printed; a line ends in one way."""
    return _UNSEEN.sub("", (text or "").replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
