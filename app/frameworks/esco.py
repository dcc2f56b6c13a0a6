"""ESCO as values: skills and their groups, occupations and their ISCO groups, and how they hang together.

A concept is known by its address (URI), the same in every language and version. Nothing here knows of files or stores.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from app.texts import Text

ConceptKind = Literal["skill", "skill_group", "occupation", "isco_group"]
FRAMEWORK_KEY: Final = "esco"
"""What a need that was taken from ESCO gives as its source; with the address of a concept, its tag."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept as it is known so far; `alternatives` are other names for it, one in a line.

    `skill_type` ("knowledge", "skill/competence") and `reuse_level` ("transversal" … "occupation-specific") are those
    of skills, in the words of ESCO; `code` that of occupations and groups.
    """

    uri: str
    kind: ConceptKind
    name: Text = Text()
    alternatives: Text = Text()
    description: Text = Text()
    code: str = ""
    skill_type: str = ""
    reuse_level: str = ""


Relation = tuple[str, str, bool]
"""An occupation, a skill that it needs, and whether it is essential; else it is optional."""


Broader = tuple[str, tuple[str, ...]]
"""A concept and those right above it, sorted."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one file says, in one language or in several.

    With `fills` the texts only fill gaps, since another file says them first-hand. `broader` replaces what is above a
    concept; `placed` is for those that have nothing above them yet. `members` are all that belong to `collection`, and
    `relations` all of each occupation named.
    """

    file: str
    concepts: tuple[Concept, ...] = ()
    fills: bool = False
    broader: tuple[Broader, ...] = ()
    placed: tuple[Broader, ...] = ()
    relations: tuple[Relation, ...] = ()
    collection: str = ""
    members: tuple[str, ...] = ()


def kind_of(uri: str) -> ConceptKind:
    """What an address says of a concept that nothing else is known of."""
    if "/occupation/" in uri:
        return "occupation"
    if "/isco/" in uri:
        return "isco_group"
    return "skill_group" if "/isced-f/" in uri else "skill"


def tag(uri: str) -> str:
    """What a need and an offer are linked by when both are of this concept."""
    return f"{FRAMEWORK_KEY}:{uri}"


def above_by_code(uri: str) -> str:
    """The group of occupations above another, which its code tells: C2221 stands in C222; nothing above the others."""
    start, sign, code = uri.partition("/isco/C")
    return f"{start}{sign}{code[:-1]}" if len(code) > 1 and code.isdecimal() else ""
