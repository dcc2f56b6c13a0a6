"""What the YAML files of the qualification register and of the job titles may hold, docs/formats/catalogues.md."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from app.catalogues.qualifications import Kind, Standing
from app.catalogues.shape import Codes, Head, Line, Shape, Words
from app.languages import Language

_QualificationCode = Annotated[str, StringConstraints(pattern="^[0-9]{6}$")]


class Name(Words):
    fi: Line


class Order(Shape):
    number: Line | None = None
    standing: Standing
    valid_from: date | None = None
    eperusteet: Annotated[int, Field(gt=0)] | None = None


def _one_newest(orders: list[Order]) -> list[Order]:
    if sum(order.standing == "newest" for order in orders) > 1:
        raise ValueError("only one order is the newest")
    return orders


class Qualification(Shape):
    code: _QualificationCode
    kind: Kind
    name: Name
    points: Annotated[int, Field(ge=1, le=500)] | None = None
    profile: Line | None = None
    orders: Annotated[list[Order], AfterValidator(_one_newest)] = Field(default=[])
    note: Words = Words()


class Qualifications(Head):
    kind: Literal["qualifications"]
    qualifications: Annotated[list[Qualification], Field(min_length=1)]


class JobTitle(Shape):
    name: Name
    codes: Codes = Field(default=[])
    profile: Line | None = None
    occupations: Codes = Field(default=[])
    working: list[Language] = Field(default=[])


class JobTitles(Head):
    kind: Literal["titles"]
    titles: Annotated[list[JobTitle], Field(min_length=1)]
