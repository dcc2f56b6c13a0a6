"""What the YAML files of the catalogues may hold: the format kartturi-catalogue/1, docs/formats/catalogues.md."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from app.catalogues.model import AreaStatus, Certainty, Customer, Ends, Fact, Level, Nature, Provider, Way
from app.languages import Language
from app.texts import Text

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


def _each_once(values: list[str]) -> list[str]:
    if len(set(values)) < len(values):
        raise ValueError("a value is there twice")
    return values


Codes = Annotated[list[Line], AfterValidator(_each_once)]


class Shape(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class Words(Shape):
    fi: Line | None = None
    sv: Line | None = None
    en: Line | None = None

    def text(self) -> Text:
        return Text(self.fi or "", self.sv or "", self.en or "")


class Head(Shape):
    """What every catalogue says of itself."""

    format: Literal["kartturi-catalogue/1"]
    key: Line
    version: Line
    name: Words
    source: Line
    licence: Line
    checked: date
    valid_from: date | None = None


class Sectors(Head):
    kind: Literal["sectors"]


class Region(Shape):
    code: Line
    name: Words
    employment_areas: bool = True


class Area(Shape):
    key: Line
    name: Words
    status: AreaStatus


class Municipalities(Head):
    kind: Literal["municipalities"]
    regions: Annotated[list[Region], Field(min_length=1)]
    neighbours: list[Annotated[Codes, Field(min_length=2, max_length=2)]] = Field(default=[])
    areas: list[Area]


class Card(Shape):
    code: Line
    name: Words
    nature: Annotated[list[Nature], Field(min_length=1)]
    ends: Ends
    years: Annotated[int, Field(ge=1, le=50)] | None = None
    certainty: Certainty
    basis: Words = Words()
    note: Words = Words()
    restricted: bool = False

    @model_validator(mode="after")
    def _years_where_they_count(self) -> Self:
        if (self.years is not None) != (self.ends in ("years", "review")):
            raise ValueError("years are given where it ends after years or is reviewed after years, and nowhere else")
        return self


class UsualCards(Shape):
    key: Line
    divisions: Codes
    cards: Codes


class Cards(Head):
    kind: Literal["cards"]
    remind: Annotated[list[Annotated[int, Field(ge=1, le=730)]], Field(min_length=1)]
    cards: Annotated[list[Card], Field(min_length=1)]
    profiles: list[UsualCards]


Days = Annotated[int, Field(ge=1, le=730)]
RouteCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{2}$")]


class FundingRoute(Shape):
    code: RouteCode
    name: Words
    certainty: Certainty
    checked: date
    way: Way = "ask"
    for_whom: Words = Words()
    conditions: Words = Words()
    decides: Words = Words()
    ask: Line = ""
    before_start: bool = False
    words: Words = Words()
    source: Line = ""
    amount: Words = Words()
    amount_on: date | None = None
    valid_to: date | None = None
    ended: Words = Words()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if bool(self.amount.text()) != (self.amount_on is not None):
            raise ValueError("an amount is there with the day on which it was entered, or not at all")
        if bool(self.ended.text()) != (self.valid_to is not None):
            raise ValueError("a route that has an end says what became of it")
        if self.valid_to is None and not (self.decides.text() and self.conditions.text()):
            raise ValueError("a route says who decides and what must be true")
        return self


class FundingRule(Shape):
    key: Line
    when: Annotated[list[Fact], AfterValidator(_each_once)]
    routes: Codes = []
    services: Codes = []


class FundingChange(Shape):
    key: Line
    told: Words
    certainty: Certainty
    since: date | None = None
    words: Words = Words()


class Funding(Head):
    kind: Literal["funding"]
    stale_after: Days
    routes: Annotated[list[FundingRoute], Field(min_length=1)]
    rules: list[FundingRule]
    changes: list[FundingChange] = []


class Service(Shape):
    key: Line
    name: Words
    does: Words
    for_whom: Words
    providers: Annotated[list[Provider], Field(min_length=1)]
    words: Words = Words()
    languages: list[Language] = []
    area: Words = Words()
    contact: Line = ""
    link: Line = ""
    checked: date | None = None


class NetworkRule(Shape):
    key: Line
    service: Line
    told: Words
    sectors: Codes = []
    levels: list[Level] = []
    languages: list[Language] = []
    areas: Codes = []
    customers: list[Customer] = []


class Services(Head):
    kind: Literal["services"]
    stale_after: Days
    services: Annotated[list[Service], Field(min_length=1)]
    network: list[NetworkRule] = []
