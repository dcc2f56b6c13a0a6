"""The columns of the matrix: what is known of a need before and after the answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from app.mapping.levels import LEVELS
from app.mapping.model import Mapping, PeopleMode, Person, Role
from app.ui.matrix.sheet import people_of


class Kind(Enum):
    """What a column holds."""

    NAME = auto()
    TARGET = auto()
    CRITICALITY = auto()
    PERSON = auto()
    COUNT = auto()
    COVERAGE = auto()
    GAP = auto()
    BAND = auto()
    INDEX = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """`person` in a PERSON column; `level` in a COUNT column (None: not assessed); `place` among the answers."""

    kind: Kind
    person: Person | None = None
    level: int | None = None
    place: int = 0

    @property
    def is_answer(self) -> bool:
        """Whether cells of this column are filled in here."""
        return self.kind in (Kind.PERSON, Kind.COUNT)


BEFORE = (Column(Kind.NAME), Column(Kind.TARGET), Column(Kind.CRITICALITY))
AFTER = (Column(Kind.COVERAGE), Column(Kind.GAP), Column(Kind.BAND), Column(Kind.INDEX))


def columns_of(mapping: Mapping, role: Role) -> tuple[Column, ...]:
    """Name, target, criticality; the people or the levels; coverage, gap, band, index."""
    return (*BEFORE, *_answers(mapping, role), *AFTER)


def _answers(mapping: Mapping, role: Role) -> list[Column]:
    if mapping.people_mode is PeopleMode.ROLES_ONLY:
        return [Column(Kind.COUNT, level=level, place=i) for i, level in enumerate((None, *LEVELS))]
    return [Column(Kind.PERSON, person=p, place=i) for i, p in enumerate(people_of(mapping, role.key))]
