"""What the catalogues hold. Pure values: no file, no clock, no sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.languages import Text

Nature = Literal["law", "authority", "customer", "industry", "employer"]
"""Who demands a card or permit, or gives it."""
Ends = Literal["years", "review", "on_card", "no_end", "not_known", "seen"]
"""When it ends: after so many years; never by law, but reviewed after so many; on a day that stands on the card;
never; nobody has told us; or it is only noted that it was seen."""
Certainty = Literal["verified", "memory", "judgement", "unknown"]
"""How well the validity is known: read in a source of the field, remembered, our own rule, left open."""
AreaStatus = Literal["checked", "working"]


@dataclass(frozen=True, slots=True)
class About:
    """Where a catalogue comes from; `checked` is the day a person last compared it with its source."""

    key: str
    version: str
    name: Text
    source: str
    licence: str
    checked: date
    valid_from: date | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A main class of a classification of sectors, such as C, manufacturing."""

    code: str
    name: Text


@dataclass(frozen=True, slots=True)
class Division:
    """A two-digit class. `words` are everyday words it is found by, apart by commas."""

    code: str
    section: str
    name: Text
    words: Text = Text()


@dataclass(frozen=True, slots=True)
class Sectors:
    """A classification of sectors. A code means nothing without the classification: the next one shares its digits."""

    about: About
    sections: tuple[Section, ...]
    divisions: tuple[Division, ...]

    def division(self, code: str) -> Division | None:
        return next((d for d in self.divisions if d.code == code), None)


@dataclass(frozen=True, slots=True)
class Region:
    """A region (maakunta); Åland alone has no employment areas."""

    code: str
    name: Text
    employment_areas: bool = True


@dataclass(frozen=True, slots=True)
class EmploymentArea:
    """Municipalities that arrange employment services together since 2025; a "working" one must still be compared."""

    key: str
    name: Text
    status: AreaStatus


@dataclass(frozen=True, slots=True)
class Municipality:
    """`number` is national, such as "853"; `area` is the key of its employment area, empty when not known."""

    number: str
    name: Text
    region: str
    area: str = ""


@dataclass(frozen=True, slots=True)
class Municipalities:
    about: About
    regions: tuple[Region, ...]
    areas: tuple[EmploymentArea, ...]
    municipalities: tuple[Municipality, ...]

    def municipality(self, number: str) -> Municipality | None:
        return next((m for m in self.municipalities if m.number == number), None)

    def region_of(self, municipality: Municipality) -> Region:
        return next(r for r in self.regions if r.code == municipality.region)

    def area_of(self, municipality: Municipality) -> EmploymentArea | None:
        return next((a for a in self.areas if a.key == municipality.area), None)


@dataclass(frozen=True, slots=True)
class CardType:
    """A card, permit or other statutory item. `years` are given where `ends` is "years" or "review".

    A `restricted` one may not be recorded with a mapping (brief, 9.4).
    """

    code: str
    name: Text
    nature: tuple[Nature, ...]
    ends: Ends
    certainty: Certainty
    years: int | None = None
    basis: Text = Text()
    note: Text = Text()
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class UsualCards:
    """Cards that are usual in a sector: `profile` is the key of a sector profile, `divisions` are codes of TOL 2008."""

    profile: str
    divisions: tuple[str, ...]
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardCatalogue:
    """`remind` are days before an end, furthest first."""

    about: About
    remind: tuple[int, ...]
    cards: tuple[CardType, ...]
    usual: tuple[UsualCards, ...]

    def card(self, code: str) -> CardType | None:
        return next((c for c in self.cards if c.code == code), None)
