"""Texts that are shown or copied whole, as data of `resources/texts`, in three languages and plain Finnish."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from app.frameworks.packs import read_yaml
from app.mapping.survey import Phrase, Variant
from app.paths import resource
from app.texts import Text

NOTICE, MESSAGE = "visit-notice", "visit-message"
_ALL: Final = ("fi", "sv", "en", "plain")


@dataclass(frozen=True, slots=True)
class Words:
    """A text with the version that was shown."""

    version: str
    title: Phrase
    paragraphs: tuple[Phrase, ...]

    def said(self, variant: Variant) -> str:
        """The whole text, title first, with an empty line between paragraphs."""
        return "\n\n".join(phrase.said(variant).text for phrase in (self.title, *self.paragraphs))


@lru_cache(maxsize=4)
def shipped(name: str) -> Words:
    """A text that comes with the program. Its shape is checked by the tests, not at each start."""
    raw: Any = read_yaml(resource("texts", f"{name}.yaml"))
    working = tuple(raw["working"])
    title, *paragraphs = (_phrase(each, working) for each in (raw["title"], *raw["paragraphs"]))
    return Words(raw["version"], title, tuple(paragraphs))


def _phrase(raw: dict[str, str], working: tuple[Variant, ...]) -> Phrase:
    said = {variant: " ".join(raw.get(variant, "").split()) for variant in _ALL}
    return Phrase(Text(said["fi"], said["sv"], said["en"]), said["plain"], working)
