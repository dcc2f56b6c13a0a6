"""What an act refuses, as a sentence for whoever tried it. No Qt here."""

from __future__ import annotations

from collections.abc import Callable

from app.errors import UserError
from app.i18n import Translator


def refusal(t: Translator, act: Callable[[], object]) -> str:
    """Do it; the sentence of what it refuses, empty when it was done."""
    try:
        act()
    except UserError as error:
        return t.explain(error)
    return ""
