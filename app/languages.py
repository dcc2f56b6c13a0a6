"""The three languages of the program."""

from __future__ import annotations

from typing import Final, Literal

Language = Literal["fi", "sv", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("fi", "sv", "en")
# Each language by its own name, so that whoever opened the wrong one finds the way back.
LANGUAGE_NAMES: Final[dict[Language, str]] = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
