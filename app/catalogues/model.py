"""What the catalogues hold. Pure values: no file, no clock, no sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.languages import Language
from app.texts import Text

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
    """`neighbours` are pairs of codes of regions that border on each other, each pair once."""

    about: About
    regions: tuple[Region, ...]
    areas: tuple[EmploymentArea, ...]
    municipalities: tuple[Municipality, ...]
    neighbours: tuple[tuple[str, str], ...] = ()

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


Way = Literal["agree", "apply", "join", "order", "ask", "at_work"]
"""How a company comes to a funding route. What a provider has got the money for is joined, never applied for."""
Fact = Literal[
    "hiring",
    "learner",
    "unemployed",
    "apprenticeship",
    "whole_occupation",
    "several_units",
    "one_unit",
    "part_of_unit",
    "only_card",
    "badge",
    "several_people",
    "several_companies",
    "dismissals",
    "business",
    "language",
]
"""What the rules of the route finder ask for (brief, 8.3)."""
Provider = Literal["VET", "VST", "UAS", "UNI", "municipality", "employment_area", "state", "company", "other"]
"""Who gives a service; colleges as in the catalogue of offers."""
Level = Literal["VET", "VST", "UAS", "UNI"]
"""Levels of education that a rule of the network may be about."""
Customer = Literal["company", "owner", "employee", "job_seeker", "young", "immigrant"]


@dataclass(frozen=True, slots=True)
class FundingRoute:
    """A way to pay (brief, 8.2): what must be true, who decides, whom to ask; or how and when it came to an end.

    `ask` is the key of a service. With `before_start` the decision must come before anything begins. An `amount` is
    a person's own entry of the day `amount_on`. After `valid_to` the route is gone, and `ended` says what became of it.
    """

    code: str
    name: Text
    certainty: Certainty
    checked: date
    way: Way = "ask"
    for_whom: Text = Text()
    conditions: Text = Text()
    decides: Text = Text()
    ask: str = ""
    before_start: bool = False
    words: Text = Text()
    source: str = ""
    amount: Text = Text()
    amount_on: date | None = None
    valid_to: date | None = None
    ended: Text = Text()


@dataclass(frozen=True, slots=True)
class FundingRule:
    """A line of the route finder: where all of `when` is so, these routes and services come into question."""

    key: str
    when: tuple[Fact, ...]
    routes: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FundingChange:
    """Something that many remember as it was before (brief, 8.1); `since` is None where no day is known."""

    key: str
    told: Text
    certainty: Certainty
    since: date | None = None
    words: Text = Text()


@dataclass(frozen=True, slots=True)
class FundingCatalogue:
    """`stale_after` are days; the rules stand in the order in which what they find is shown."""

    about: About
    stale_after: int
    routes: tuple[FundingRoute, ...]
    rules: tuple[FundingRule, ...]
    changes: tuple[FundingChange, ...] = ()

    def route(self, code: str) -> FundingRoute | None:
        return next((r for r in self.routes if r.code == code), None)


@dataclass(frozen=True, slots=True)
class Service:
    """Guidance or another service that a company or its people can be referred to (JOE-3a, VSO-3).

    Languages, area, contact, link and `checked` are of a real organisation: as shipped they are empty.
    """

    key: str
    name: Text
    does: Text
    for_whom: Text
    providers: tuple[Provider, ...]
    words: Text = Text()
    languages: tuple[Language, ...] = ()
    area: Text = Text()
    contact: str = ""
    link: str = ""
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class NetworkRule:
    """ "We take these cases" (KSO-2): to whom a case is referred, and `told`, the rule as people agreed on it.

    A dimension that is empty does not matter. `sectors` are two-digit codes of TOL 2008; `areas` numbers of
    municipalities, codes of regions or keys of employment areas.
    """

    key: str
    service: str
    told: Text
    sectors: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    languages: tuple[Language, ...] = ()
    areas: tuple[str, ...] = ()
    customers: tuple[Customer, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceCatalogue:
    about: About
    stale_after: int
    services: tuple[Service, ...]
    network: tuple[NetworkRule, ...] = ()

    def service(self, key: str) -> Service | None:
        return next((s for s in self.services if s.key == key), None)


@dataclass(frozen=True, slots=True)
class Directory:
    """Funding routes with the services that they name as those to ask."""

    funding: FundingCatalogue
    services: ServiceCatalogue
