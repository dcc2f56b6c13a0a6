"""What can be known: frameworks, qualifications and sector profiles as values.

Keys are stable across imports and are what the rest of the program refers to. A national code is stored bare
("106401", "351301"), without the prefix and version of a code URI.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from app.texts import Text

FrameworkKind = Literal["qualification", "sector_profile", "cross_sector", "framework"]
UnitKind = Literal["vocational", "common"]
_OF_TEAM: Final = re.compile(r"(own:)?lifecomp(#\d+)?/[PS]\d+")
"""Keys of the personal and social areas of LifeComp, also in a copy."""


@dataclass(frozen=True, slots=True)
class LevelCriteria:
    """What a grade asks for in one target of assessment (older shape of the requirements)."""

    level: Text
    criteria: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One statement of what a unit asks a person to be able to do, as it occurs in the source."""

    key: str
    text: Text
    heading: Text = Text()
    levels: tuple[LevelCriteria, ...] = ()


@dataclass(frozen=True, slots=True)
class SubArea:
    """A part of a common unit with its learning outcomes: what everybody learns, or what one may choose to add."""

    key: str
    code: str
    name: Text
    points: Decimal | None
    outcomes: tuple[Requirement, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A qualification unit; `points` are competence points (osp, kp)."""

    key: str
    code: str
    name: Text
    points: Decimal | None
    kind: UnitKind = "vocational"
    requirements: tuple[Requirement, ...] = ()
    sub_areas: tuple[SubArea, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the composition tree: a group with limits in points or pieces, or a reference to a unit."""

    name: Text
    unit_key: str = ""
    area_code: str = ""
    points_min: Decimal | None = None
    points_max: Decimal | None = None
    pieces_min: int | None = None
    pieces_max: int | None = None
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Coded:
    """A competence area or a qualification title."""

    code: str
    name: Text


@dataclass(frozen=True, slots=True)
class Competence:
    """A competence of a profile or framework, in our own words or by its public name.

    `anchors` are five texts, one for each level 0..4: what a colleague would see. `links` name codes of other
    frameworks as "digcomp:4.2". `target` and `criticality` are starting points that the user changes.
    """

    key: str
    code: str
    name: Text
    description: Text = Text()
    group: Text = Text()
    unit_codes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    anchors: tuple[Text, ...] = ()
    target: int | None = None
    criticality: int | None = None
    statutory: bool = False
    name_status: Literal["official", "working"] = "working"

    @property
    def of_team(self) -> bool:
        """Whether it is a theme of a team alone: nobody's empathy or self-regulation is scored (brief, 6.4)."""
        return bool(_OF_TEAM.fullmatch(self.key))


@dataclass(frozen=True, slots=True)
class Framework:
    """A qualification, a sector profile or another framework, with where it came from."""

    key: str
    kind: FrameworkKind
    name: Text
    version: str = ""
    code: str = ""
    order_number: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    licence: str = ""
    checked: date | None = None
    areas: tuple[Coded, ...] = ()
    titles: tuple[Coded, ...] = ()
    structure: Node | None = None
    units: tuple[Unit, ...] = ()
    competences: tuple[Competence, ...] = ()

    @property
    def requirement_count(self) -> int:
        """Requirement statements of all vocational units; learning outcomes of common units are counted apart."""
        return sum(len(unit.requirements) for unit in self.units)


@dataclass(frozen=True, slots=True)
class FrameworkSummary:
    """What a list of frameworks shows, without loading the whole."""

    key: str
    kind: FrameworkKind
    name: Text
    code: str
    order_number: str
    version: str
    units: int
    requirements: int
    competences: int
    source: str
    checked: date | None
    content_hash: str = ""
    valid_from: date | None = None
