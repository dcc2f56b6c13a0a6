"""Moving a mapping to a newer version of a framework in the library: which there are, what it would mean, doing it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Final

from app.errors import UserError
from app.frameworks.model import Framework, FrameworkSummary
from app.languages import LANGUAGES
from app.mapping.model import Mapping, Role, RoleNeed
from app.mapping.moving import Found, Move, Source, counted, gone_from, moves, source_of
from app.services import libraries, mappings
from app.services.desk import Desk
from app.texts import Text
from app.wording.library import is_own, version_of

_NUMBERS: Final = re.compile(r"\d+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d$")
_NOBODY: Final = Role("", "")
"""The role of all that a framework offers, until somebody takes it."""


@dataclass(frozen=True, slots=True)
class Newer:
    """A version that a mapping quotes, told by a need that quotes it, and one that came after it."""

    need: RoleNeed
    to: FrameworkSummary

    @property
    def older(self) -> Source:
        return source_of(self.need)

    @property
    def newer(self) -> Source:
        return Source(self.to.key, self.to.version)


def newer(desk: Desk, mapping: Mapping, version: str = "") -> tuple[Newer, ...]:
    """For each version that is quoted: the newest that came after it, or the one named by its version or order number.

    A need that is known to be gone from it asks for no move any more.
    """
    quoting: dict[Source, list[RoleNeed]] = {}
    for need in (each for each in mapping.needs if each.source_key):
        quoting.setdefault(source_of(need), []).append(need)
    known = libraries.frameworks(desk) if quoting else ()
    steps = tuple(step for needs in quoting.values() if (step := _step(desk, needs, known, version)))
    if version and not steps:
        raise UserError("The library has no newer version {version} of what this mapping uses.", {"version": version})
    return steps


def _step(desk: Desk, needs: Sequence[RoleNeed], known: Sequence[FrameworkSummary], version: str) -> Newer | None:
    """For needs that quote the same version; `known` is the newest version of each framework."""
    later = (*_later_orders(needs[0], known), *_later_readings(desk, needs[0], known))
    to = next((each for each in later if version in ("", each.version, version_of(each))), None)
    if to is None or all(gone_from(need) == Source(to.key, to.version) for need in needs):
        return None
    return Newer(needs[0], to)


def _later_readings(desk: Desk, need: RoleNeed, known: Sequence[FrameworkSummary]) -> Iterable[FrameworkSummary]:
    """Versions of the same framework that came after the one quoted, the newest first."""
    newest = next((each for each in known if each.key == need.source_key), None)
    if newest is None or newest.version == need.source_version:
        return ()
    versions = libraries.versions(desk, need.source_key)
    if any(each.version == need.source_version for each in versions):
        return takewhile(lambda each: each.version != need.source_version, versions)
    return [each for each in versions if _numbers(each.version) > _numbers(need.source_version)]


def _later_orders(need: RoleNeed, known: Iterable[FrameworkSummary]) -> list[FrameworkSummary]:
    """Later orders of the same qualification, the newest first: each order has a key of its own."""
    quoted = _age(need.source_order, need.source_version)
    later = [
        (age, each)
        for each in known
        if _is_other_order(each, need) and (age := _age(each.order_number, each.version)) > quoted
    ]
    return [each for _, each in sorted(later, key=lambda pair: pair[0], reverse=True)]


def _is_other_order(summary: FrameworkSummary, need: RoleNeed) -> bool:
    """Whether it is the same qualification from the same source; a profile only refers to its units."""
    same = bool(summary.code) and (summary.kind, summary.code) == ("qualification", need.qualification_code)
    from_there = summary.key.partition(":")[0] == need.source_key.partition(":")[0]
    return same and from_there and summary.key != need.source_key and not is_own(summary)


def _age(order: str, version: str) -> tuple[int, list[int]]:
    """Larger is newer: by the year in which the order was given (OPH-5410-2021, 39/011/2014), then by the version."""
    year = _YEAR.search(order)
    numbers = _numbers(version)
    return int(year[0]) if year else next(iter(numbers), 0), numbers


def _numbers(version: str) -> list[int]:
    return [int(each) for each in _NUMBERS.findall(version)]


def preview(desk: Desk, mapping: Mapping, step: Newer) -> tuple[Move, ...]:
    """What moving would make of each need; nothing is changed."""
    framework = libraries.framework(desk, step.to.key, step.to.version)
    return moves(mapping, step.older, step.newer, tuple(_offered(framework)))


def _offered(framework: Framework) -> Iterator[RoleNeed]:
    """All needs that can be made of a framework."""
    yield from mappings.competence_needs(framework, framework.competences, _NOBODY)
    for unit in framework.units:
        yield mappings.unit_need(framework, unit, _NOBODY)
        yield from mappings.requirement_needs(framework, unit, unit.requirements, _NOBODY)


def move(desk: Desk, mapping_key: str, steps: Sequence[Newer]) -> tuple[Move, ...]:
    """Move to newer versions, in one act that can be undone; what was made of each need."""
    mapping = desk.cases.load(mapping_key)
    made = tuple(each for step in steps for each in preview(desk, mapping, step))
    desk.cases.change(mapping_key, put=[each.after for each in made])
    return made


def as_json(step: Newer, made: Sequence[Move]) -> dict[str, Any]:
    """One step, with each need and what changes of it."""
    need, to = step.need, step.to
    return {
        "from": {"id": need.source_key, "version": need.source_version, "order_number": need.source_order},
        "to": {"id": to.key, "version": to.version, "order_number": to.order_number},
        "name": _in_all(to.name),
        "found": {each.value: count for each, count in counted(made).items()},
        "needs": [
            {
                "need": each.before.key,
                "found": each.found.value,
                "changed": list(each.changed),
                "name_before": _in_all(each.before.name),
                "name": None if each.found is Found.GONE else _in_all(each.after.name),
            }
            for each in made
        ],
    }


def _in_all(text: Text) -> dict[str, str]:
    return {language: text.get(language) for language in LANGUAGES}
