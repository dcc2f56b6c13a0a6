"""Which column of a table of competences holds what: guessed from its name in any of the three languages, or told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import Final

from app.errors import UserError
from app.frameworks.readers.columns import plainly
from app.languages import LANGUAGES, Language

LEVELS: Final = tuple(f"level_{level}" for level in range(5))
TEXTS: Final = ("name", "description", "group", *LEVELS)
"""What has a column for each language."""
VALUES: Final = ("code", "unit_codes", "tags", "target", "criticality")
MEANINGS: Final = ("code", *(f"{text}_{each}" for text in TEXTS for each in LANGUAGES), *VALUES[1:])
NAMES: Final = tuple(f"name_{each}" for each in LANGUAGES)

_LANGUAGE_WORDS: Final[dict[str, Language]] = {
    **dict.fromkeys(("fi", "suomi", "suomeksi", "finnish", "in finnish", "finska", "på finska"), "fi"),
    **dict.fromkeys(("sv", "ruotsi", "ruotsiksi", "svenska", "på svenska", "swedish", "in swedish"), "sv"),
    **dict.fromkeys(("en", "englanti", "englanniksi", "engelska", "på engelska", "english", "in english"), "en"),
}
_NAMED: Final[dict[str, dict[Language, tuple[str, ...]]]] = {
    "code": {
        "fi": ("koodi", "tunnus", "numero", "nro", "osaamisen koodi"),
        "sv": ("kod", "beteckning", "nummer", "kompetenskod"),
        "en": ("code", "id", "number", "no", "competence code", "skill code"),
    },
    "name": {
        "fi": ("nimi", "osaaminen", "osaamisen nimi", "taito", "kompetenssi"),
        "sv": ("namn", "kompetens", "kompetensens namn", "kunnande", "färdighet"),
        "en": ("name", "competence", "competency", "competence name", "skill", "skill name", "title"),
    },
    "description": {
        "fi": ("kuvaus", "selite", "selitys", "osaamisen kuvaus"),
        "sv": ("beskrivning", "förklaring", "kompetensbeskrivning"),
        "en": ("description", "explanation", "definition", "competence description"),
    },
    "group": {
        "fi": ("ryhmä", "alue", "osa alue", "osaamisalue", "aihe"),
        "sv": ("grupp", "område", "delområde", "kompetensområde", "ämne"),
        "en": ("group", "area", "competence area", "category", "topic"),
    },
    "unit_codes": {
        "fi": ("tutkinnon osa", "tutkinnon osan koodi", "tutkinnon osat", "tutkinnonosa"),
        "sv": ("examensdel", "examensdelar", "examensdelens kod"),
        "en": ("unit code", "unit codes", "unit", "units", "qualification unit"),
    },
    "tags": {
        "fi": ("tunnisteet", "avainsanat", "asiasanat", "linkit"),
        "sv": ("taggar", "nyckelord", "länkar"),
        "en": ("tags", "tag", "keywords", "links"),
    },
    "target": {"fi": ("tavoite", "tavoitetaso"), "sv": ("mål", "målnivå"), "en": ("target", "target level")},
    "criticality": {"fi": ("kriittisyys",), "sv": ("kritikalitet",), "en": ("criticality",)},
}
_KNOWN: Final = {
    word: (meaning, language)
    for meaning, by_language in _NAMED.items()
    for language, words in by_language.items()
    for word in words
}
_LEVEL: Final = re.compile(r"(taso|osaamistaso|nivå|kompetensnivå|level|anchor)(?: ([0-4])|([0-4]))(?: .*)?")
_LEVEL_LANGUAGE: Final[dict[str, Language]] = {"taso": "fi", "osaamistaso": "fi", "nivå": "sv", "kompetensnivå": "sv"}


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """One meaning for each column of a table, in its order: of MEANINGS, or "" for a column that is left alone."""

    columns: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The meanings that no column has."""
        return tuple(meaning for meaning in MEANINGS if meaning not in self.columns)

    @property
    def names_something(self) -> bool:
        return any(name in self.columns for name in NAMES)


def fingerprint(headers: Iterable[str]) -> str:
    """The same for the same names of columns in the same order, whatever their capitals and signs."""
    return blake2s("\n".join(map(plainly, headers)).encode(), digest_size=12).hexdigest()


def guess(headers: Sequence[str]) -> ColumnMapping:
    """The mapping that the names of the columns tell. Of two columns with one meaning the first has it."""
    columns: list[str] = []
    for header in headers:
        meaning = _meaning(plainly(header))
        columns.append("" if meaning in columns else meaning)
    return ColumnMapping(tuple(columns))


def checked(mapping: ColumnMapping, headers: Sequence[str], file: str) -> ColumnMapping:
    """The mapping, if it can be that of a table with these columns; else UserError."""
    used = [meaning for meaning in mapping.columns if meaning]
    if len(mapping.columns) != len(headers) or len(set(used)) < len(used) or not set(used) <= {*MEANINGS}:
        raise UserError("The choice of columns does not fit {file}. Choose the columns again.", {"file": file})
    if not mapping.names_something:
        raise UserError(
            "{file} is a table, but no column says that it holds the names of competences. "
            'Call one "nimi", "namn" or "name" in the first row. Nothing was read.',
            {"file": file},
        )
    return mapping


def _meaning(header: str) -> str:
    words, told = _without_language(header)
    if not words:
        return f"name_{told}" if told else ""
    if level := _LEVEL.fullmatch(words):
        return f"level_{level[2] or level[3]}_{told or _LEVEL_LANGUAGE.get(level[1], 'en')}"
    meaning, language = _KNOWN.get(words, ("", "en"))
    return f"{meaning}_{told or language}" if meaning in TEXTS else meaning


def _without_language(header: str) -> tuple[str, Language | None]:
    """The name of a column without what says its language, which may stand at its beginning or end."""
    parts = header.split()
    for length in (2, 1):
        for rest, word in ((parts[:-length], parts[-length:]), (parts[length:], parts[:length])):
            if language := _LANGUAGE_WORDS.get(" ".join(word)):
                return " ".join(rest), language
    return header, None
