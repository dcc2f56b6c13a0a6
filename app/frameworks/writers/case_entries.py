"""What stands in a framework, one thing after the other, as the items of a CASE package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from app.frameworks.model import Competence, Framework, LevelCriteria, Requirement, SubArea, Unit
from app.frameworks.outline import below
from app.frameworks.writers.case_names import identifier, main_language, words
from app.languages import Language
from app.texts import Text

Kind = Literal["unit", "sub_area", "requirement", "competence", "group"]


@dataclass(frozen=True, slots=True)
class Level:
    """`own` is what stands of it in the extension."""

    score: int
    description: str
    quality: str = ""
    own: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """`full` and `short` are the statement and the short statement of the item, `own` what stands in its extension."""

    kind: Kind
    key: str
    above: Entry | None
    language: Language
    full: str
    short: str | None = None
    code: str = ""
    notes: str = ""
    own: dict[str, Any] = field(default_factory=dict)
    levels: tuple[Level, ...] = ()
    links: tuple[str, ...] = ()

    @property
    def identifier(self) -> str:
        return identifier(self.kind, self.key)


def entries(framework: Framework) -> Iterator[Entry]:
    """Every unit, requirement and competence, and the groups that competences stand in; what is above comes first."""
    for unit in framework.units:
        yield from _unit_entries(unit)
    yield from _competence_entries(framework)


def _unit_entries(unit: Unit) -> Iterator[Entry]:
    own = {"points": _exact(unit.points), "unit_kind": unit.kind}
    yield (above := _named("unit", unit.key, None, unit.name, unit.code, own))
    for requirement in unit.requirements:
        yield _requirement(requirement, above)
    for area in unit.sub_areas:
        yield from _area_entries(area, above)


def _area_entries(area: SubArea, unit: Entry) -> Iterator[Entry]:
    own = {"points": _exact(area.points), "optional": area.optional}
    yield (above := _named("sub_area", area.key, unit, area.name, area.code, own))
    for outcome in area.outcomes:
        yield _requirement(outcome, above)


def _named(kind: Kind, key: str, above: Entry | None, name: Text, code: str = "", own: Any = None) -> Entry:
    language = main_language(name)
    own = {"kind": kind, "key": key, "name": words(name, language), **(own or {})}
    return Entry(kind, key, above, language, name.get(language), code=code, own=own)


def _exact(points: object) -> str | None:
    return None if points is None else str(points)


def _requirement(requirement: Requirement, above: Entry) -> Entry:
    language = main_language(requirement.text)
    own = {
        "kind": "requirement",
        "key": requirement.key,
        "name": words(requirement.text, language),
        "heading": words(requirement.heading, language),
    }
    return Entry(
        "requirement",
        requirement.key,
        above,
        language,
        requirement.text.get(language),
        notes=requirement.heading.get(language),
        own=own,
        levels=tuple(_graded(each, place, language) for place, each in enumerate(requirement.levels)),
    )


def _graded(level: LevelCriteria, place: int, language: Language) -> Level:
    said = "\n".join(filter(None, (each.get(language) for each in level.criteria)))
    own = {"quality": words(level.level, language), "criteria": [words(each) for each in level.criteria]}
    return Level(place, said, level.level.get(language), own)


def _competence_entries(framework: Framework) -> Iterator[Entry]:
    """Competences in their order. One stands under the last whose place is told by its group, else under a group.

    `open_` are the places that the next may stand in: group and entry, from above.
    """
    open_: list[tuple[Text, Entry | None]] = [(Text(), None)]
    for competence in framework.competences:
        while len(open_) > 1 and open_[-1][0] != competence.group:
            open_.pop()
        if open_[-1][0] != competence.group:
            group = _named("group", competence.key, None, competence.group)
            open_.append((competence.group, group))
            yield group
        entry = _competence(competence, open_[-1][1])
        open_.append((below(competence.group, competence.name), entry))
        yield entry


def _competence(competence: Competence, above: Entry | None) -> Entry:
    language = main_language(competence.name)
    described = competence.description.get(language)
    name = competence.name.get(language)
    own = {
        "kind": "competence",
        "key": competence.key,
        "name": words(competence.name, language),
        "description": words(competence.description, language),
        "unit_codes": competence.unit_codes,
        "target": competence.target,
        "criticality": competence.criticality,
        "statutory": competence.statutory,
        "name_status": competence.name_status,
    }
    return Entry(
        "competence",
        competence.key,
        above,
        language,
        described or name,
        short=name if described else None,
        code=competence.code,
        own=own,
        levels=tuple(
            Level(score, anchor.get(language), own={"description": words(anchor, language)})
            for score, anchor in enumerate(competence.anchors)
        ),
        links=competence.links,
    )
