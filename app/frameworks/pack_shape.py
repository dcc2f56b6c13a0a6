"""What a pack file may hold: the format kartturi-pack/1, described in docs/formats/packs.md."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

_Line = Annotated[str, StringConstraints(strip_whitespace=True)]
_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Shape(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class Words(Shape):
    fi: _Line | None = None
    sv: _Line | None = None
    en: _Line | None = None


class Unit(Shape):
    code: _Name
    name: Words
    points: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None


class Competence(Shape):
    code: _Name
    name: Words
    description: Words | None = None
    group: Words | None = None
    unit_codes: list[_Name] = []
    links: list[_Name] = []
    anchors: Annotated[list[Words], Field(min_length=5, max_length=5)] | None = None  # one for each level 0 to 4
    target: Annotated[int, Field(ge=0, le=4)] | None = None
    criticality: Annotated[int, Field(ge=1, le=3)] | None = None
    statutory: bool = False
    name_status: Literal["official", "working"] = "working"


_Coded = TypeVar("_Coded", Unit, Competence)


def _each_code_once(items: list[_Coded]) -> list[_Coded]:
    codes = {item.code for item in items}
    if len(codes) < len(items):
        raise ValueError("a code is there twice")
    return items


class Pack(Shape):
    format: Literal["kartturi-pack/1"]
    key: _Name
    kind: Literal["sector_profile", "cross_sector", "framework"]
    version: _Name
    name: Words
    code: _Line = ""
    source: _Line = ""
    licence: _Line = ""
    checked: date | None = None
    units: Annotated[list[Unit], AfterValidator(_each_code_once)] = []
    competences: Annotated[list[Competence], AfterValidator(_each_code_once)] = []
