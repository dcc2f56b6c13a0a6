"""How the reading of a file may end: with what it holds, or with one sentence that names it."""

from __future__ import annotations

from collections.abc import Callable

from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES
from app.services.desk import Desk


def end_of(read: Callable[[], object], file: str) -> object:
    """What was read, or the error. Any other exception, and an error that is no good sentence, fails the test."""
    try:
        return read()
    except UserError as error:
        for language in LANGUAGES:
            said = Translator(language).explain(error)
            assert file in said
            assert said.endswith(".")
            assert len(said.splitlines()) == 1
            assert len(said) < 600
            assert said.encode()
        return error


def kept(desk: Desk) -> str:
    """All that the library holds, and the companies that there are; not when a survey was imported: an equal one only
    counts as newer.
    """
    surveys = [desk.library.survey(each.key, each.version) for each in desk.library.surveys()]
    surveys.sort(key=lambda each: each.version)
    return repr((desk.library.frameworks(), desk.library.offers(), surveys, desk.cases.summaries()))
