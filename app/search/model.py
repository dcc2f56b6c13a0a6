"""What is searched and what is found: a document, an index over many of one language, a hit and what its sum means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from app.languages import Language
from app.search.letters import Letters
from app.search.lists import Lists

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Document:
    """What is searched. Letters of the body are compared by themselves, so that neither text thins out the other.

    Of what is said `further` the words count as those of the body do, and their letters do not.
    """

    title: str
    tags: str = ""
    body: str = ""
    further: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document by its place among those indexed, and how well it fits, 0…1."""

    place: int
    score: float


@dataclass(frozen=True, slots=True)
class Index:
    """Words stand under their stems, which have numbers; `counts` say how often each comes.

    `weights` say by number how rare stems are. `titles`, `tags` and `bodies` give the places of the documents that
    have a stem there and nowhere before. `letters` are of the title with the tags of each, and then of the bodies of
    those `with_body`.
    """

    language: Language
    stems: Mapping[str, int]
    counts: Mapping[str, int]
    weights: NDArray[Any]
    titles: Lists
    tags: Lists
    bodies: Lists
    title_weights: NDArray[Any]
    letters: Letters
    with_body: NDArray[Any]


class Band(StrEnum):
    """What a sum means. The best course title is right three times in four when strong, every other when possible."""

    STRONG = "strong"
    POSSIBLE = "possible"
    WEAK = "weak"
    NOISE = "noise"


LEAST: Final = {Band.STRONG: 0.60, Band.POSSIBLE: 0.45, Band.WEAK: 0.30, Band.NOISE: 0.0}
"""The least sum of each band, highest first."""


def band(score: float) -> Band:
    return next(each for each, least in LEAST.items() if score >= least)
