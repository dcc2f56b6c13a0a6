"""In which language the names in an ESCO file are: the files do not say, so it is told by commonest words.

The name of an official file ends in its language. It is believed where its words do not tell, and where both tell, they
must agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from typing import Final

from app.errors import UserError
from app.languages import LANGUAGES, Language

_COMMON: Final = {
    "fi": "ja ammatit hallita muut noudattaa käyttää suorittaa johtaa laatia tekniikka valvoa tehdä käsitellä seurata",
    "sv": "och av att hantera använda utföra för övervaka med kontrollera yrken planera om utveckla se till",
    "en": "and of the manage in use for to workers systems perform develop with skills on",
    "da": "og af at håndtere anvende",
    "de": "und der von die verwalten",
    "et": "või haldama kasutama juhtima tagama töötajad",
    "es": "de la y en gestionar",
    "fr": "des les du et gérer",
    "it": "di e delle gestire dei",
    "nl": "van de het en beheren",
    "no": "og å håndtere bruke utføre",
    "pl": "i oraz w zarządzać na",
}
_OTHERS: Final = "ar bg cs el ga hr hu is lt lv mt pt ro sk sl uk"
"""Further languages of ESCO, known by the name of a file alone."""
_IN_NAME: Final = re.compile(r"[_-]([a-z]{2})(?:[ _-]?\(?\d+\)?)?(?:\.\w+)?$", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")
_TELLING: Final = 4
"""How often common words must be seen, and how many times as often as those of the next language."""


def language_of(names: Iterable[str], file: str) -> Language:
    """The one of our languages that the names are in; another, or none that can be told: UserError."""
    named, seen = _named(file), _seen(names)
    if seen and named and seen != named:
        raise UserError(
            "{file} is named as if it were in the language “{named}”, but its words are in “{seen}”. "
            "Fetch the file again, or correct its name.",
            {"file": file, "named": named, "seen": seen},
        )
    found = seen or named
    if not found:
        raise UserError(
            "{file} does not tell its language. End its name in _fi, _sv or _en, as in skills_fi.csv.", {"file": file}
        )
    if found not in LANGUAGES:
        raise UserError(
            "{file} is in the language “{language}”. Fetch it in Finnish, Swedish or English.",
            {"file": file, "language": found},
        )
    return found


def _named(file: str) -> str:
    found = _IN_NAME.search(file)
    code = found[1].lower() if found else ""
    return code if code in _COMMON or code in _OTHERS.split() else ""


def _seen(names: Iterable[str]) -> str:
    counts = Counter(chain.from_iterable(_WORD.findall(name.casefold()) for name in names))
    sums = {language: sum(counts[word] for word in set(words.split())) for language, words in _COMMON.items()}
    best, next_best = sorted(sums, key=lambda language: -sums[language])[:2]
    return best if sums[best] >= _TELLING * max(1, sums[next_best]) else ""
