"""The sheet of choices: lists of choices, and what a survey has beside its questions, in lists of names of our own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.errors import UserError
from app.languages import Language
from app.surveys.xlsform.findings import Findings, Place
from app.surveys.xlsform.rows import Row
from app.surveys.xlsform.texts import Raw, filled, label, number

THEMES: Final = "kartturi_themes"
HINTS: Final = "kartturi_hints"
INDEX_WORDS: Final = "kartturi_index_words"


Lists = dict[str, list[tuple[Place, Raw]]]
"""The choices of each list with their places."""


def lists(rows: Iterable[Row], language: Language, findings: Findings) -> Lists:
    """The lists of a form, ours among them."""
    found: Lists = {}
    for row in rows:
        list_name, name = row.get("list_name"), row.get("name")
        if not list_name or not name:
            findings.refuse(row.place, UserError("A choice has the name of its list and a name of its own."))
        elif list_name in (THEMES, HINTS, INDEX_WORDS):
            found.setdefault(list_name, []).append((row.place, _OF[list_name](row, language, findings)))
        else:
            found.setdefault(list_name, []).append((row.place, _choice(row, language, findings)))
    return found


def _choice(row: Row, language: Language, findings: Findings) -> Raw:
    made = {"value": row.get("name"), "text": label(row, language, findings), "alone": row.own("alone") == "yes"}
    return filled({**made, "points": number(row.own("points"))})


def _theme(row: Row, language: Language, findings: Findings) -> Raw:
    made = {"id": row.get("name"), "name": label(row, language, findings)}
    return filled({**made, "first_from": number(row.own("first_from"))})


def _hint(row: Row, language: Language, findings: Findings) -> Raw:
    """A hint, with the theme it belongs to."""
    made = {"theme": row.own("theme"), "link": row.own("link"), "relevant": row.own("relevant")}
    return filled({**made, "text": label(row, language, findings)})


def _words(row: Row, language: Language, findings: Findings) -> Raw:
    return {"at_least": number(row.own("at_least")), "text": label(row, language, findings)}


_OF: Final = {THEMES: _theme, HINTS: _hint, INDEX_WORDS: _words}
