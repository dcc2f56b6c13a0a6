"""A page of the list of qualifications in ePerusteet (`/api/external/perusteet`): which there are, not what they ask.

The page is read in the form the service writes (`data`, `sivuja`) and in the form its own OpenAPI document describes
(`content`, `totalPages`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, final

from pydantic import AliasChoices, BeforeValidator, Field, ValidationError

from app.errors import UserError
from app.frameworks.faults import first_fault
from app.frameworks.readers.eperusteet_shape import Education, Milliseconds, Ref, Shape, Words
from app.frameworks.readers.eperusteet_units import code, day_in_finland, words
from app.texts import Text


@dataclass(frozen=True, slots=True)
class Listed:
    """A qualification as the list names it. `key` is the one it has, or would have, in the library."""

    key: str
    name: Text
    code: str
    order_number: str
    valid_from: date | None


@dataclass(frozen=True, slots=True)
class ListPage:
    """What a page names, how many pages there are, and how many qualifications on all of them."""

    listed: tuple[Listed, ...]
    pages: int
    total: int


def _whole_day(value: Any) -> Any:
    """A moment as text ("2018-08-01T00:00:00.000+03:00") or as milliseconds is the day it begins in Finland."""
    return date.fromisoformat(value[:10]) if isinstance(value, str) else value


Day = Annotated[date | Milliseconds | None, BeforeValidator(_whole_day)]


@final
class _Item(Shape):
    id: Ref
    nimi: Words | None = None
    diaarinumero: Ref | None = None
    koulutukset: list[Education] | None = None
    voimassaolo_alkaa: Day = None


@final
class _Page(Shape):
    data: Annotated[list[_Item], Field(validation_alias=AliasChoices("data", "content"))]
    pages: Annotated[int, Field(ge=0, validation_alias=AliasChoices("sivuja", "totalPages"))]
    total: Annotated[int, Field(ge=0, validation_alias=AliasChoices("kokonaismäärä", "totalElements"))]


def read_list(value: object, name: str) -> ListPage:
    """A page of the list, from parsed JSON. What is none gives a UserError; `name` is what it is called there."""
    try:
        page = _Page.model_validate(value)
    except ValidationError as error:
        raise UserError(
            "{file} is not as ePerusteet writes it: {place} cannot be {value}. Fetch the file again.",
            {"file": name, "place": first_fault(error).place, "value": first_fault(error).value},
        ) from error
    return ListPage(tuple(map(_listed, page.data)), page.pages, page.total)


def _listed(item: _Item) -> Listed:
    educations = item.koulutukset or ()
    codes = (code(each.koulutuskoodi_arvo, each.koulutuskoodi_uri) for each in educations)
    names = (words(item.nimi), *(words(each.nimi) for each in educations), Text(item.diaarinumero or item.id))
    begins = item.voimassaolo_alkaa
    return Listed(
        key=f"eperusteet:{item.id}",
        name=next(filter(None, names)),
        code=next(filter(None, codes), ""),
        order_number=(item.diaarinumero or "").strip(),
        valid_from=begins if isinstance(begins, date) else day_in_finland(begins),
    )
