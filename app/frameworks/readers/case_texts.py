"""Texts of a CASE package: one language in each item, the others, where our own writer made it, in an extension."""

from __future__ import annotations

import re
from typing import Final

from app.frameworks.readers.case_shape import Words
from app.frameworks.readers.cleaning import clean
from app.languages import LANGUAGES, Language
from app.texts import Text

_TAGS: Final[dict[str, Language]] = {"fi": "fi", "fin": "fi", "sv": "sv", "swe": "sv"}


def language_of(tag: str | None) -> Language:
    """The language that a tag means ("fi", "sv-FI", "fin"). Any other has the place of English: nothing is lost."""
    return _TAGS.get(re.split("[-_]", (tag or "").strip().lower())[0], "en")


def text_of(text: str, language: Language) -> Text:
    return Text(**{language: text})


def ours(main: str | None, language: Language, others: Words) -> Text:
    """A text of our own writer, letter by letter: in the language of its item, and in the others."""
    known = {each: clean(getattr(others, each)) for each in LANGUAGES}
    return Text(**(known | ({language: clean(main)} if main is not None else {})))
