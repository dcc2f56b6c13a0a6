"""The two weights of the family, and how wide a text is in them."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Final

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.paths import font_file

REGULAR: Final = "Kartturi-Regular"
STRONG: Final = "Kartturi-Semibold"
_LIKE: Final = {"\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-", "\N{THIN SPACE}": " "}


@cache
def register() -> None:
    """Make the fonts known to ReportLab, and let no page ask for one of its own that is not embedded."""
    for name, weight in ((REGULAR, "Regular"), (STRONG, "Semibold")):
        pdfmetrics.registerFont(TTFont(name, str(font_file(weight))))
    rl_config.canvas_basefontname = REGULAR


def font(*, strong: bool) -> str:
    return STRONG if strong else REGULAR


@lru_cache(maxsize=20_000)
def width(text: str, size: float, *, strong: bool) -> float:
    """Width of a text in points."""
    return float(pdfmetrics.stringWidth(text, font(strong=strong), size))


def printable(word: str) -> str:
    """A word in letters the family has; another is shown by its bare letter, or as "?"."""
    return "".join(map(_shown, unicodedata.normalize("NFC", word)))


@cache
def _shown(sign: str) -> str:
    regular = pdfmetrics.getFont(REGULAR)
    assert isinstance(regular, TTFont)
    glyphs = regular.face.charToGlyph
    if ord(sign) in glyphs:
        return sign
    bare = _LIKE.get(sign, unicodedata.normalize("NFD", sign)[0])
    if unicodedata.category(sign) in ("Cc", "Cf"):
        return ""
    return bare if ord(bare) in glyphs else "?"
