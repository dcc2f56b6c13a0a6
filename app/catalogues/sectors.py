"""The classification of sectors: read, and found by code or by words in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.catalogues.model import Division, Section, Sectors
from app.catalogues.reading import Lies, about, refused, rows, validated
from app.languages import LANGUAGES, Language
from app.search.index import Document, Index, build, lookup
from app.texts import Text

TOL_2008: Final = "sectors-2008"
_COLUMNS: Final = ("code", "section", "fi", "sv", "en", "words_fi", "words_sv", "words_en")
_SECTION: Final = re.compile("[A-Z]")
_DIVISION: Final = re.compile("[0-9]{2}")
_CODE: Final = re.compile(r"\s*([0-9]{1,2})\b")
_OTHER_LANGUAGE: Final = 0.8
"""What a word found in another language than the reader's counts."""


def load_sectors(lies: Lies, stem: str = TOL_2008) -> Sectors:
    """A classification out of its head, `stem`.yaml, and its rows, `stem`.csv."""
    from app.catalogues import shape

    head = validated(lies(f"{stem}.yaml"), shape.Sectors)
    read = list(_rows(lies, stem))
    sections = tuple(row for row in read if isinstance(row, Section))
    return Sectors(about(head), sections, tuple(row for row in read if isinstance(row, Division)))


def _rows(lies: Lies, stem: str) -> Iterator[Section | Division]:
    """Sections come before their divisions."""
    path, seen = lies(f"{stem}.csv"), set[str]()
    for line, (code, section, fi, sv, en, *words) in rows(path, _COLUMNS):
        if code in seen or not (_DIVISION if section else _SECTION).fullmatch(code):
            raise refused(path, line, "code", code)
        if section and section not in seen:
            raise refused(path, line, "section", section)
        if not fi:
            raise refused(path, line, "fi", fi)
        seen.add(code)
        yield Division(code, section, Text(fi, sv, en), Text(*words)) if section else Section(code, Text(fi, sv, en))


@dataclass(frozen=True, slots=True)
class SectorIndex:
    """Divisions made ready to be searched."""

    sectors: Sectors
    indexes: dict[Language, Index]


def made_ready(sectors: Sectors) -> SectorIndex:
    """An index in each language; the names of the divisions weigh more than the everyday words."""
    return SectorIndex(sectors, {language: _index(sectors, language) for language in LANGUAGES})


def _index(sectors: Sectors, language: Language) -> Index:
    return build((Document(d.name.get(language), d.words.get(language)) for d in sectors.divisions), language)


def find_sectors(index: SectorIndex, text: str, language: Language) -> list[Division]:
    """Divisions for what somebody types, best first: by the beginning of the code, else by words in any language."""
    divisions = index.sectors.divisions
    if code := _CODE.match(text):
        return [division for division in divisions if division.code.startswith(code[1])]
    best: dict[int, float] = {}
    for each, found in index.indexes.items():
        for hit in lookup(found, text):
            score = hit.score if each == language else _OTHER_LANGUAGE * hit.score
            best[hit.place] = max(score, best.get(hit.place, 0.0))
    return [divisions[place] for place in sorted(best, key=lambda place: (-best[place], place))]
