"""Rows of a short catalogue found by words, in any of the languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from app.languages import LANGUAGES
from app.search.text import normalised, words
from app.texts import Text

Row = TypeVar("Row")


def found(rows: Iterable[Row], text: str, names: Callable[[Row], Text], more: Callable[[Row], str]) -> list[Row]:
    """Rows that have every word of the text, also inside a longer one; first those that have them in their name.

    An empty text finds nothing.
    """
    wanted, here = words(text), list(rows)
    if not wanted:
        return []
    in_name = [row for row in here if _holds(said(names(row)), wanted)]
    others = [row for row in here if row not in in_name and _holds(f"{said(names(row))} {more(row)}", wanted)]
    return [*in_name, *others]


def said(*texts: Text) -> str:
    """Texts in all their languages, one after another."""
    return " ".join(text.get(language) for text in texts for language in LANGUAGES)


def _holds(text: str, wanted: Iterable[str]) -> bool:
    here = normalised(text)
    return all(word in here for word in wanted)
