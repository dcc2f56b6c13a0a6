"""A mapping moved to a newer version of a framework: what each need that quotes the older one would quote there.

Needs are compared with needs, namely with all that the newer version would give, so that nobody but who makes needs
knows what is quoted of a framework.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from app.languages import LANGUAGES
from app.mapping.model import Mapping, RoleNeed
from app.search.text import words
from app.texts import Text

QUOTED: Final = (
    "name",
    "source_key",
    "source_version",
    "source_name",
    "source_order",
    "competence_code",
    "description",
    "anchors",
    "unit_code",
    "unit_name",
    "qualification_code",
    "statutory",
)
"""Fields of a need that say what it was made from; of its tags those that the framework gave are quoted, too."""
_GONE: Final = "gone:"
Trait = tuple[Any, ...]
"""Something by which one need may be told to be another."""


class Found(StrEnum):
    """How a need was found again in the newer version."""

    CODE = "code"
    NAME = "name"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Source:
    """A version of a framework."""

    key: str
    version: str


@dataclass(frozen=True, slots=True)
class Move:
    """A need before and after. One that is gone keeps its quote, and a mark of the version that does not have it."""

    before: RoleNeed
    after: RoleNeed
    found: Found

    @property
    def changed(self) -> tuple[str, ...]:
        """Which of its name, unit, code, order number and duty by law are otherwise; a translation that came is not."""
        before, after = self.before, self.after
        renamed = _says_otherwise(before.unit_name, after.unit_name) and not _is_unit(before)  # a unit says so itself
        otherwise = {
            "name": _says_otherwise(before.name, after.name),
            "unit_name": renamed or before.unit_code != after.unit_code,
            "competence_code": _bare_code(before) != _bare_code(after),
            "source_order": before.source_order != after.source_order,
            "statutory": before.statutory != after.statutory,
        }
        return tuple(name for name, is_so in otherwise.items() if is_so)


def source_of(need: RoleNeed) -> Source:
    return Source(need.source_key, need.source_version)


def quoting(mapping: Mapping, older: Source, newer: Source) -> tuple[RoleNeed, ...]:
    """Needs that quote the older version, but for those that are known to be gone from the newer one."""
    return tuple(n for n in mapping.needs if source_of(n) == older and gone_from(n) != newer)


def gone_from(need: RoleNeed) -> Source | None:
    """The newer version that is known not to have what a need quotes."""
    mark = next((tag.removeprefix(_GONE) for tag in need.tags if tag.startswith(_GONE)), "")
    key, _, version = mark.rpartition("@")
    return Source(key, version) if mark else None


def moves(mapping: Mapping, older: Source, newer: Source, offered: Sequence[RoleNeed]) -> tuple[Move, ...]:
    """Each need that quotes the older version, with what it would quote of all that the newer one offers.

    A code goes before a name; a name that several things bear, or whose thing the role already asks for, is no match.
    """
    needs, codes = quoting(mapping, older, newer), _index(offered, _codes)
    by_code = {need.key: found for need in needs if (found := _first(codes, _codes(need)))}
    names = _index(offered, _names) if len(by_code) < len(needs) else {}
    asked = {(need.role_key, need.competence_code) for need in mapping.needs if source_of(need) == newer}
    asked |= {(need.role_key, by_code[need.key].competence_code) for need in needs if need.key in by_code}
    made = []
    for need in needs:
        if coded := by_code.get(need.key):
            made.append(Move(need, _quoting(need, coded), Found.CODE))
        elif (named := _first(names, _names(need))) and (need.role_key, named.competence_code) not in asked:
            asked.add((need.role_key, named.competence_code))
            made.append(Move(need, _quoting(need, named), Found.NAME))
        else:
            made.append(Move(need, _marked_gone(need, newer), Found.GONE))
    return tuple(made)


def _quoting(need: RoleNeed, found: RoleNeed) -> RoleNeed:
    """Tags that a person gave stay; the framework's link of the need with itself goes with its code."""
    itself = f"{need.source_key}:{need.competence_code}"
    kept = (tag for tag in need.tags if tag != itself and not tag.startswith(_GONE))
    quote: dict[str, Any] = {field: getattr(found, field) for field in QUOTED}
    return replace(need, **quote, tags=tuple(dict.fromkeys((*found.tags, *kept))))


def _marked_gone(need: RoleNeed, newer: Source) -> RoleNeed:
    kept = (tag for tag in need.tags if not tag.startswith(_GONE))
    return replace(need, tags=(*kept, f"{_GONE}{newer.key}@{newer.version}"))


def _index(offered: Iterable[RoleNeed], traits: Callable[[RoleNeed], Iterable[Trait]]) -> dict[Trait, RoleNeed]:
    """What is offered by each trait that it has alone."""
    bearers: dict[Trait, list[RoleNeed]] = defaultdict(list)
    for need in offered:
        for trait in traits(need):
            bearers[trait].append(need)
    return {trait: several[0] for trait, several in bearers.items() if len(several) == 1}


def _first(index: dict[Trait, RoleNeed], traits: Iterable[Trait]) -> RoleNeed | None:
    return next((index[trait] for trait in traits if trait in index), None)


def _codes(need: RoleNeed) -> Iterator[Trait]:
    """Its code, and of a whole unit that of the unit."""
    if need.competence_code:
        yield "code", _bare_code(need)
    if _is_unit(need):
        yield "unit", need.unit_code


def _names(need: RoleNeed) -> Iterator[Trait]:
    """Its names in any language: in its unit first, then anywhere."""
    names = [(each, named) for each in LANGUAGES if (named := " ".join(words(need.name.get(each))))]
    for unit in dict.fromkeys((need.unit_code, "")):
        yield from (("name", _is_unit(need), unit, *name) for name in names)


def _bare_code(need: RoleNeed) -> str:
    """Another order of a qualification has another key, with which the codes of all its parts begin."""
    return need.competence_code.removeprefix(need.source_key)


def _is_unit(need: RoleNeed) -> bool:
    """Whether it is a unit of a qualification rather than one of the statements in it."""
    return bool(need.unit_code) and need.name == need.unit_name


def _says_otherwise(before: Text, after: Text) -> bool:
    both = [(before.get(each), after.get(each)) for each in LANGUAGES if before.get(each) and after.get(each)]
    return any(one != other for one, other in both) if both else before != after


def counted(made: Sequence[Move]) -> dict[Found, int]:
    """How many there are of each kind."""
    return {each: sum(move.found is each for move in made) for each in Found}
