"""A copy of one's own of a framework, in which wrong or unsuitable words can be put right; the original stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Final

from app.errors import UserError
from app.frameworks.model import Competence, Framework, FrameworkSummary, Requirement, SubArea, Unit
from app.services import libraries
from app.services.desk import Desk
from app.texts import Text
from app.wording.library import OWN, Part, copy_name, is_own, version_of

_COPY: Final = re.compile(rf"{OWN}(?P<of>.+?)(#\d+)?")
_NUMBERS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Words:
    """What can be put right of a part; what it does not have is left empty: a unit has no anchors."""

    name: Text
    description: Text = Text()
    anchors: tuple[Text, ...] = ()


def copy(desk: Desk, key: str, version: str = "") -> str:
    """Make a copy of a framework of the library, and return its key. A copy of a copy is one of the same original."""
    original = libraries.framework(desk, key, version)
    known = {each.key for each in libraries.frameworks(desk)}
    base = f"{OWN}{original_of(key)}"
    own = next(each for n in count(1) if (each := base if n == 1 else f"{base}#{n}") not in known)
    name = original.name if is_own(original) else copy_name(original.name)
    competences = tuple(replace(each, key=in_copy(own, original, each.key)) for each in original.competences)
    desk.library.put_framework(replace(original, key=own, name=name, competences=competences))
    return own


def original_of(key: str) -> str:
    """The key of what a copy was made of; of what is no copy, its own."""
    found = _COPY.fullmatch(key)
    return found["of"] if found else key


def in_copy(own: str, original: Framework, key: str) -> str:
    """The key that a competence of the original has in a copy of it; all else keeps its own."""
    return f"{own}/{key.removeprefix(f'{original.key}/')}"


def words_of(part: Framework | Part) -> Words:
    """What stands there now."""
    match part:
        case Competence():
            return Words(part.name, part.description, part.anchors)
        case Requirement():
            return Words(part.text)
        case _:
            return Words(part.name)


def correct(desk: Desk, key: str, part_key: str, words: Words) -> None:
    """Put other words in a copy, at once on disk: of the whole where `part_key` is its own key, or else of a part."""
    framework = desk.library.framework(key)
    if not is_own(framework):
        raise UserError("What came from elsewhere stays as it is. Make a copy of your own, and correct that.")
    if not words.name:
        raise UserError("Write a name in at least one language.")
    if part_key == key:
        changed = replace(framework, name=words.name)
    else:
        changed = replace(
            framework,
            competences=tuple(_competence(each, part_key, words) for each in framework.competences),
            units=tuple(_unit(each, part_key, words) for each in framework.units),
        )
    desk.library.put_framework(changed)


def remove(desk: Desk, key: str) -> Framework:
    """Remove a copy, and return it so that it can be put back. A mapping keeps what it took from it."""
    framework = libraries.framework(desk, key)
    if not is_own(framework):
        raise UserError("Only a copy of your own can be removed.")
    desk.library.drop_framework(key)
    return framework


def _competence(part: Competence, key: str, words: Words) -> Competence:
    if part.key != key:
        return part
    anchors = words.anchors if any(words.anchors) else ()
    return replace(part, name=words.name, description=words.description, anchors=anchors)


def _unit(unit: Unit, key: str, words: Words) -> Unit:
    return replace(
        unit,
        name=words.name if unit.key == key else unit.name,
        requirements=_stated(unit.requirements, key, words),
        sub_areas=tuple(_sub_area(each, key, words) for each in unit.sub_areas),
    )


def _sub_area(area: SubArea, key: str, words: Words) -> SubArea:
    name = words.name if area.key == key else area.name
    return replace(area, name=name, outcomes=_stated(area.outcomes, key, words))


def _stated(given: tuple[Requirement, ...], key: str, words: Words) -> tuple[Requirement, ...]:
    return tuple(replace(each, text=words.name) if each.key == key else each for each in given)


def versions(desk: Desk, key: str, known: tuple[FrameworkSummary, ...] = ()) -> tuple[FrameworkSummary, ...]:
    """All that the library has of a framework, the newest first: other versions of it, other orders of the same
    qualification, and copies. One that stands alone is the only one. `known` are all frameworks, if they are at hand.
    """
    known = known or libraries.frameworks(desk)
    mine = next((each for each in known if each.key == key), None)
    if mine is None:
        return ()
    same = [each for each in known if _is_same(each, mine)]
    every = [one for each in same for one in desk.library.versions(each.key) or (each,)]
    return tuple(sorted(every, key=_age, reverse=True))


def _is_same(one: FrameworkSummary, other: FrameworkSummary) -> bool:
    same_qualification = one.kind == other.kind == "qualification" and one.code and one.code == other.code
    return bool(same_qualification) or original_of(one.key) == original_of(other.key)


def _age(framework: FrameworkSummary) -> tuple[date, list[int]]:
    """Larger is newer: by the day from which it is in force, then by its order number or version."""
    return framework.valid_from or date.min, [int(n) for n in _NUMBERS.findall(version_of(framework))]


def newer(here: FrameworkSummary, every: tuple[FrameworkSummary, ...]) -> FrameworkSummary | None:
    """The newest version, if it is newer than this one and no copy."""
    newest = next((each for each in every if not is_own(each)), None)
    return newest if newest and _age(newest) > _age(here) else None


def parts_of(framework: Framework) -> Iterator[tuple[Part, Text]]:
    """Everything that stands in a framework, each with what it stands in."""
    for competence in framework.competences:
        yield competence, competence.group
    for unit in framework.units:
        yield unit, Text()
        yield from ((each, unit.name) for each in unit.requirements)
        for area in unit.sub_areas:
            yield area, unit.name
            yield from ((each, area.name) for each in area.outcomes)
