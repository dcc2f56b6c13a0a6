"""Finnish names of places as they stand in a sentence: Turku is found as "Turussa", Lahti as "Lahdessa"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.search.text import normalised

_GRADES: Final = (
    ("nk", "ng"),
    ("nt", "nn"),
    ("mp", "mm"),
    ("lt", "ll"),
    ("rt", "rr"),
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("rk", "r"),
    ("k", ""),
    ("p", "v"),
    ("t", "d"),
)
"""Consonant gradation at the end of a stem, strong and weak; the first that fits holds."""
_ENDINGS: Final = ("n", "ssa", "sta", "lla", "lta", "lle", "ksi")
_VOWELS: Final = "aeiouyäö"
_FIXED: Final = re.compile("(?:sk|tk|st|hk)$")
"""What gradation leaves alone: Taivalkoski, Taivalkoskella."""


def forms(name: str) -> frozenset[str]:
    """The name and its forms that tell where, from where, to where and whose, normalised; rules, so not all are words.

    Only the last word of a name bends.
    """
    small = normalised(name).strip()
    return frozenset({small, *(form for stem in _stems(small) for form in _bent(stem))})


def _stems(name: str) -> Iterator[str]:
    yield name
    if name.endswith("nen"):
        yield from (f"{name[:-3]}se", f"{name[:-3]}si")
    elif name.endswith("s"):
        yield f"{name[:-1]}kse"
    elif name.endswith("e"):
        yield f"{name}e"
    elif name.endswith("vesi"):
        yield from (f"{name[:-2]}de", f"{name[:-2]}te")
    elif name[-1:] and name[-1] in _VOWELS:
        yield from _graded(name[:-1], name[-1])


def _graded(body: str, vowel: str) -> Iterator[str]:
    weak = next((body[: -len(s)] + w for s, w in _GRADES if body.endswith(s)), body)
    for stem in {body, body if _FIXED.search(body) else weak}:
        yield stem + vowel
        if vowel == "i":
            yield f"{stem}e"


def _bent(stem: str) -> Iterator[str]:
    if len(stem) < 2 or stem[-1] not in _VOWELS:
        return
    for ending in _ENDINGS:  # which of a and ä it is, only the last part of a compound tells: Orivesi, Orivedellä
        yield stem + ending
        yield stem + ending.replace("a", "ä")
    yield f"{stem}{stem[-1]}n"  # Turkuun
    yield f"{stem}h{stem[-1]}n"  # Järvenpäähän
    if stem[-1] == stem[-2]:
        yield f"{stem}seen"  # Espooseen
