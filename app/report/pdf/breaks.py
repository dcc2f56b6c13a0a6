"""Where a word may be broken that is wider than its column: by the rules of its language, and after signs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from app.languages import Language

HYPHEN: Final = "\N{SOFT HYPHEN}"
"""Drawn as a hyphen; whoever copies the text or has it read aloud gets the word whole."""
_PATTERNS: Final = {"sv": "sv_SE", "en": "en_GB"}
_VOWELS: Final = "aeiouyäöå"
_FINNISH: Final = re.compile(rf"(?=[^\W\d_{_VOWELS}][{_VOWELS}])", re.IGNORECASE)
_LETTERS: Final = re.compile(r"[^\W\d_]{6,}")
_AFTER_SIGN: Final = re.compile(r"(?<=\w[-/.,:;?&=_@+–])(?=.)")
_LEAST: Final = 3
"""Letters that stay together at either end of a word."""


def parts(word: str, language: Language) -> list[tuple[str, str]]:
    """A word in the parts it may be broken into, each with the hyphen that a break after it shows."""
    found: list[tuple[str, str]] = []
    for piece in _AFTER_SIGN.split(word):
        *first, last = _LETTERS.sub(lambda letters: _softened(letters[0], language), piece).split(HYPHEN)
        found += [(part, HYPHEN) for part in first]
        found.append((last, ""))
    return found


def _softened(word: str, language: Language) -> str:
    """The word with a soft hyphen wherever it may be broken."""
    cuts = [cut for cut in _cuts(word, language) if _LEAST <= cut <= len(word) - _LEAST]
    return HYPHEN.join(word[a:b] for a, b in zip([0, *cuts], [*cuts, len(word)], strict=True))


def _cuts(word: str, language: Language) -> list[int]:
    """Finnish breaks before a consonant and a vowel; Swedish and English have patterns."""
    if language == "fi":
        return [match.start() for match in _FINNISH.finditer(word)]
    return [int(cut) for cut in _hyphens(language).positions(word)]


@lru_cache(maxsize=2)
def _hyphens(language: Language) -> Any:
    import pyphen

    return pyphen.Pyphen(lang=_PATTERNS[language])
