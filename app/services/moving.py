"""Moving a mapping to a newer version of a framework in the library: which there are, what it would mean, doing it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Any, Final

from app.errors import UserError
from app.frameworks.model import Framework, FrameworkSummary
from app.languages import LANGUAGES, Text
from app.mapping.model import Mapping, Role, RoleNeed
from app.mapping.moving import Found, Move, Source, counted, gone_from, moves, source_of
from app.services import libraries, mappings
from app.services.desk import Desk
from app.wording.library import is_own, version_of

_NUMBERS: Final = re.compile(r"\d+")
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
    for need in mapping.needs:
        quoting.setdefault(source_of(need), []).append(need)
    steps = tuple(step for needs in quoting.values() if (step := _step(desk, needs, version)))
    if version and not steps:
        raise UserError("The library has no newer version {version} of what this mapping uses.", {"version": version})
    return steps


def _step(desk: Desk, needs: Sequence[RoleNeed], version: str) -> Newer | None:
    """For needs that quote the same version."""
    if not needs[0].source_key:
        return None
    later = (each for each in _later(desk, needs[0]) if version in ("", each.version, version_of(each)))
    to = next(later, None)
    left = to and any(gone_from(need) != Source(to.key, to.version) for need in needs)
    return Newer(needs[0], to) if to and left else None


def _later(desk: Desk, need: RoleNeed) -> Iterator[FrameworkSummary]:
    """What came after the version that a need quotes, the newest first: later orders, then readings of the same."""
    yield from _later_orders(desk, need)
    known = libraries.versions(desk, need.source_key)
    if any(each.version == need.source_version for each in known):
        yield from takewhile(lambda each: each.version != need.source_version, known)
    else:
        yield from (each for each in known if _numbers(each.version) > _numbers(need.source_version))


def _later_orders(desk: Desk, need: RoleNeed) -> list[FrameworkSummary]:
    """Qualifications with the same code under another key: each order of one has a key of its own."""
    others = [each for each in desk.library.frameworks() if _is_other_order(each, need)] if need.unit_code else []
    if not others:
        return []
    loaded = {each.key: desk.library.framework(each.key) for each in others}
    quoted = _quoted(desk, need)
    later = [each for each in others if _is_later(loaded[each.key], quoted, need)]
    return sorted(later, key=lambda each: _age(loaded[each.key]), reverse=True)


def _is_other_order(summary: FrameworkSummary, need: RoleNeed) -> bool:
    """Whether it is the same qualification from the same source; a profile only refers to its units."""
    same = bool(summary.code) and (summary.kind, summary.code) == ("qualification", need.qualification_code)
    from_there = summary.key.partition(":")[0] == need.source_key.partition(":")[0]
    return same and from_there and summary.key != need.source_key and not is_own(summary)


def _quoted(desk: Desk, need: RoleNeed) -> Framework | None:
    """The version that a need quotes, or None where it is not in the library any more."""
    versions = {each.version for each in libraries.versions(desk, need.source_key)}
    there = need.source_version in versions
    return libraries.framework(desk, need.source_key, need.source_version) if there else None


def _is_later(framework: Framework, quoted: Framework | None, need: RoleNeed) -> bool:
    if quoted:
        return _age(framework) > _age(quoted)
    return _numbers(framework.version) > _numbers(need.source_version)


def _age(framework: Framework) -> tuple[date, list[int]]:
    """Larger is newer."""
    return framework.valid_from or date.min, _numbers(framework.version)


def _numbers(version: str) -> list[int]:
    return [int(each) for each in _NUMBERS.findall(version)]


def preview(desk: Desk, mapping: Mapping, step: Newer) -> tuple[Move, ...]:
    """What moving would make of each need; nothing is changed."""
    framework = libraries.framework(desk, step.to.key, step.to.version)
    return moves(mapping, step.older, step.newer, _offered(framework))


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
