"""The parts of a CASE package that are read, in the names of the standard (1EdTech CASE 1.0 and 1.1).

Files of others are seldom to the letter: fields that are not used are not looked at, and what may be told in two ways
is taken in both. `own` is what our own writer adds in `extensions`, under our name; those of others are left alone.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel

from app.frameworks.model import FrameworkKind, UnitKind

OURS: Final = "kartturi"
ItemKind = Literal["unit", "sub_area", "requirement", "competence", "group"]

Prose = Annotated[str, Field(max_length=100_000)]
Line = Annotated[str, Field(max_length=2000)]
Name = Annotated[str, Field(min_length=1, max_length=500)]
Key = Annotated[str, Field(min_length=1, max_length=1000)]
Code = Annotated[str, Field(strict=False, coerce_numbers_to_str=True, max_length=500)]
Number = Annotated[float, Field(strict=False, allow_inf_nan=False)]
Points = Annotated[Decimal, Field(strict=False, ge=0, le=10_000, max_digits=20, allow_inf_nan=False)]
Pieces = Annotated[int, Field(ge=0, le=10_000)]


def _our_part(value: object) -> object:
    """What stands under our name in an extension, which may be an object or a list of them."""
    parts = value if isinstance(value, list) else [value]
    return next((part[OURS] for part in parts if isinstance(part, dict) and OURS in part), None)


def _only_day(value: object) -> object:
    """A day, also where the source writes a moment, or nothing between quotation marks."""
    if not isinstance(value, str):
        return value
    return date.fromisoformat(value.strip()[:10]) if value.strip() else None


def _as_link(value: object) -> object:
    return {"title": value} if isinstance(value, str) else value


Day = Annotated[date | None, BeforeValidator(_only_day)]


class Shape(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", alias_generator=to_camel)


class Own(Shape):
    """Ours; its names are those of `frameworks.model`."""

    model_config = ConfigDict(strict=True, extra="ignore", alias_generator=None)


@final
class Words(Own):
    fi: Prose | None = None
    sv: Prose | None = None
    en: Prose | None = None


@final
class OwnCoded(Own):
    code: Code
    name: Words = Words()


@final
class OwnNode(Own):
    name: Words = Words()
    unit_key: Line = ""
    area_code: Code = ""
    points_min: Points | None = None
    points_max: Points | None = None
    pieces_min: Pieces | None = None
    pieces_max: Pieces | None = None
    children: list[OwnNode] = []


@final
class OwnFramework(Own):
    key: Key
    kind: FrameworkKind = "framework"
    name: Words = Words()
    code: Code = ""
    order_number: Line = ""
    checked: Day = None
    areas: list[OwnCoded] = []
    titles: list[OwnCoded] = []
    structure: OwnNode | None = None


@final
class OwnItem(Own):
    """`name`, `description` and `heading` hold the languages that the item itself does not."""

    kind: ItemKind
    key: Key
    name: Words = Words()
    description: Words = Words()
    heading: Words = Words()
    points: Points | None = None
    unit_kind: UnitKind = "vocational"
    optional: bool = False
    unit_codes: list[Code] = []
    target: Annotated[int, Field(ge=0, le=4)] | None = None
    criticality: Annotated[int, Field(ge=1, le=3)] | None = None
    statutory: bool = False
    name_status: Literal["official", "working"] = "working"


@final
class OwnLevel(Own):
    description: Words = Words()
    quality: Words = Words()
    criteria: list[Words] | None = None


@final
class OwnLink(Own):
    link: Line


@final
class Link(Shape):
    title: Prose | None = None
    identifier: Code | None = None
    uri: Line | None = None


@final
class Document(Shape):
    identifier: Name
    title: Prose
    creator: Prose | None = None
    publisher: Prose | None = None
    language: Line | None = None
    version: Code | None = None
    last_change_date_time: Day = None
    status_start_date: Day = None
    status_end_date: Day = None
    licence: Annotated[Link | None, BeforeValidator(_as_link), Field(alias="licenseURI")] = None
    own: Annotated[OwnFramework | None, BeforeValidator(_our_part), Field(alias="extensions")] = None


@final
class Item(Shape):
    identifier: Name
    full_statement: Prose
    abbreviated_statement: Prose | None = None
    human_coding_scheme: Code | None = None
    notes: Prose | None = None
    language: Line | None = None
    own: Annotated[OwnItem | None, BeforeValidator(_our_part), Field(alias="extensions")] = None


@final
class Association(Shape):
    association_type: Line
    origin: Annotated[Link, BeforeValidator(_as_link), Field(alias="originNodeURI")]
    destination: Annotated[Link, BeforeValidator(_as_link), Field(alias="destinationNodeURI")]
    sequence_number: Number | None = None
    own: Annotated[OwnLink | None, BeforeValidator(_our_part), Field(alias="extensions")] = None


@final
class Level(Shape):
    description: Prose | None = None
    quality: Prose | None = None
    score: Number | None = None
    own: Annotated[OwnLevel | None, BeforeValidator(_our_part), Field(alias="extensions")] = None


@final
class Criterion(Shape):
    item: Annotated[Link | None, BeforeValidator(_as_link), Field(alias="CFItemURI")] = None
    levels: Annotated[list[Level] | None, Field(alias="CFRubricCriterionLevels")] = None


@final
class Rubric(Shape):
    criteria: Annotated[list[Criterion] | None, Field(alias="CFRubricCriteria")] = None


@final
class Package(Shape):
    document: Annotated[Document, Field(alias="CFDocument")]
    items: Annotated[list[Item] | None, Field(alias="CFItems")] = None
    associations: Annotated[list[Association] | None, Field(alias="CFAssociations")] = None
    rubrics: Annotated[list[Rubric] | None, Field(alias="CFRubrics")] = None


def unwrapped(value: Any) -> Any:
    """The package itself, where a service wraps it in an object of its own."""
    inner = value.get("CFPackage") if isinstance(value, dict) else None
    return inner if isinstance(inner, dict) else value
