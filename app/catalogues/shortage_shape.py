"""What the YAML file of labour shortage fields may hold, docs/formats/catalogues.md."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from app.catalogues.model import Certainty
from app.catalogues.shape import Codes, Head, Line, Shape, Words


class ShortageField(Shape):
    key: Line
    name: Words
    years: Annotated[list[Annotated[int, Field(ge=2020, le=2100)]], Field(min_length=1)]
    certainty: Certainty
    qualifications: Codes = Field(default=[])
    words: Codes = Field(default=[])

    @model_validator(mode="after")
    def _can_be_met(self) -> Self:
        if not (self.qualifications or self.words):
            raise ValueError("a field is told by a qualification or by words of a role's name")
        return self


class Shortage(Head):
    kind: Literal["shortage"]
    fields: list[ShortageField]
