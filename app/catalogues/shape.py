"""What the YAML files of the catalogues may hold: the format kartturi-catalogue/1, docs/formats/catalogues.md."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from app.catalogues.model import AreaStatus, Certainty, Ends, Nature
from app.languages import Text

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
