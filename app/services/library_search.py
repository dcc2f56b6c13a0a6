"""Searching everything that can be known in the library: names and codes, in any language, typing errors allowed.

Qualifications that are not imported are found, too, by the register, and profiles by job titles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.catalogues.qualifications import Qualification
from app.catalogues.titles import JobTitle
from app.frameworks.esco import Concept, ConceptKind
from app.frameworks.model import Competence, Framework, FrameworkSummary, Requirement
from app.languages import LANGUAGES, Language
from app.search.index import Document, Index, best, build, typed
from app.services import catalogues, libraries, library_register
from app.services.desk import Desk
from app.services.library_edit import parts_of
from app.texts import Text

_KINDS: Final[tuple[ConceptKind, ...]] = ("skill", "skill_group", "occupation", "isco_group")
_WELL: Final = 0.5
"""What a concept has that fits so well in a language that no other is tried, …"""
_LEAST: Final = 0.34
"""… and what it must at least have to be shown among everything else."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: the framework itself, or a part of it with what it stands in.

    A statement has no name: it is its description. It is found by its words alone, and comes after what has a name.
    """

    framework: FrameworkSummary
    key: str
    name: Text
    code: str = ""
    above: Text = Text()
    description: Text = Text()


Found = Entry | Qualification | JobTitle


@dataclass(frozen=True, slots=True)
class Ready:
    """The newest version of every framework, and what else is known, made ready for many searches."""

    entries: tuple[Found, ...]
    indexes: tuple[Index, ...]


def ready(desk: Desk) -> Ready:
    """A second or so for some qualifications: not on the window's thread."""
    known = libraries.frameworks(desk)
    keys = {each.key for each in known}
    titles = (title for title in catalogues.titles(desk).titles if title.profile in keys)
    imported = (entry for summary in known for entry in _entries(desk, summary))
    entries: tuple[Found, ...] = (*imported, *library_register.not_imported(desk, known), *titles)
    return Ready(entries, tuple(build((_document(each, one) for each in entries), one) for one in LANGUAGES))


def find(among: Ready, words: str, limit: int) -> tuple[Found, ...]:
    """What has this very code first, then what fits the words best in any of the languages, named before nameless."""
    asked = words.strip().casefold()
    if not asked:
        return ()
    found = {place: 2.0 for place, each in enumerate(among.entries) if asked in map(str.casefold, codes_of(each))}
    for sums in typed(among.indexes, words):
        for hit in best(sums):
            found[hit.place] = max(found.get(hit.place, 0.0), hit.score)
    first = sorted(found, key=lambda place: (not among.entries[place].name, -found[place], place))
    return tuple(among.entries[place] for place in first[:limit])


def find_concepts(desk: Desk, words: str, language: Language, limit: int) -> tuple[Concept, ...]:
    """Concepts of ESCO that fit the words well, best first: in this language, or else in the one they seem to be of."""
    found: dict[Concept, float] = {}
    for each in (language, *(other for other in LANGUAGES if other != language)):
        fitting = desk.library.esco.find(words, each, _KINDS, limit)
        for concept, score in fitting:
            found[concept] = max(score, found.get(concept, 0.0))
        if any(score >= _WELL and concept.name.get(each) for concept, score in fitting):
            break
    good = (concept for concept in found if found[concept] >= _LEAST)
    return tuple(sorted(good, key=lambda concept: (-found[concept], concept.uri))[:limit])


def _entries(desk: Desk, summary: FrameworkSummary) -> Iterator[Entry]:
    framework: Framework = libraries.framework(desk, summary.key)
    yield Entry(summary, framework.key, framework.name, framework.code or framework.order_number)
    for part, above in parts_of(framework):
        if isinstance(part, Requirement):
            yield Entry(summary, part.key, Text(), above=above, description=part.text)
        else:
            description = part.description if isinstance(part, Competence) else Text()
            yield Entry(summary, part.key, part.name, part.code, above, description)


def codes_of(found: Found) -> tuple[str, ...]:
    """The codes and order numbers that something is known by."""
    match found:
        case Entry():
            return (found.code,)
        case Qualification():
            return (found.code, *(order.number for order in found.orders))
        case JobTitle():
            return found.codes


def _document(found: Found, language: Language) -> Document:
    """Only what is said in this very language: the others have an index of their own."""
    tags = codes_of(found) if found.name else ()
    if not isinstance(found, Entry):
        return Document(found.name.get(language), " ".join(tags))
    above = found.above.get(language) if found.name else ""
    return Document(found.name.get(language), " ".join((*tags, above)), found.description.get(language))
