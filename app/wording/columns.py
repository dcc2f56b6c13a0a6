"""What a column of a table of competences can hold, in words."""

from __future__ import annotations

from typing import Final

from app.i18n import Translator, mark
from app.languages import LANGUAGE_NAMES, LANGUAGES
from app.wording.words import level_name

_TEXTS: Final = {
    "name": mark("Name, {language}"),
    "description": mark("What it looks like at work, {language}"),
    "group": mark("Area, {language}"),
}
_VALUES: Final = {
    "": mark("is left alone"),
    "code": mark("Code"),
    "unit_codes": mark("Qualification units"),
    "tags": mark("Linked to"),
    "target": mark("Suggested target"),
    "criticality": mark("Criticality"),
}


def meaning_name(t: Translator, meaning: str) -> str:
    """What a column with this meaning holds; the empty one is left alone."""
    if meaning in _VALUES:
        return t(_VALUES[meaning])
    text, _sign, code = meaning.rpartition("_")
    language = next(LANGUAGE_NAMES[each] for each in LANGUAGES if each == code)
    if text in _TEXTS:
        return t(_TEXTS[text], language=language)
    level = int(text.rpartition("_")[2])
    return t("Level {level}: {name}, {language}", level=level, name=level_name(t, level), language=language)
