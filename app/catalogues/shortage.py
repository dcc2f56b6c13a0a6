"""Fields in which workers are hard to find, by year (brief, KEU-4)."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.catalogues.model import About, Certainty
from app.catalogues.reading import Lies, about, refuse_twice, validated
from app.search.text import normalised
from app.texts import Text

if TYPE_CHECKING:
    from app.catalogues import shortage_shape as shape

SHORTAGE: Final = "shortage"


@dataclass(frozen=True, slots=True)
class ShortageField:
    """An occupation known by its qualifications, or by words in the name of a role; it counts in its `years` alone."""

    key: str
    name: Text
    years: tuple[int, ...]
    certainty: Certainty
    qualifications: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()

    def is_met(self, role_name: str, qualifications: AbstractSet[str]) -> bool:
        """Whether a role with this name, and needs from these qualifications, belongs to the field."""
        name = normalised(role_name)
        return bool(self.qualifications & qualifications) or any(normalised(word) in name for word in self.words)


@dataclass(frozen=True, slots=True)
class ShortageFields:
    about: About
    fields: tuple[ShortageField, ...]

    def of_year(self, year: int) -> tuple[ShortageField, ...]:
        return tuple(field for field in self.fields if year in field.years)


def load_shortage(lies: Lies) -> ShortageFields:
    """All fields; each key is there once."""
    from app.catalogues import shortage_shape as shape

    path = lies(f"{SHORTAGE}.yaml")
    read = validated(path, shape.Shortage)
    refuse_twice(path, "fields", "key", [field.key for field in read.fields])
    return ShortageFields(about(read), tuple(map(_field, read.fields)))


def _field(read: shape.ShortageField) -> ShortageField:
    return ShortageField(
        read.key, read.name.text(), tuple(read.years), read.certainty, frozenset(read.qualifications), tuple(read.words)
    )
