"""The columns of a catalogue of offers: which field of an offer each one fills, and how."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, get_args

from app.errors import UserError
from app.languages import LANGUAGES
from app.offers.model import ExtentUnit, Mode, OfferType, ProviderType, Time
from app.offers.readers.cells import DAY, LINK, NUMBER, Kind, choice, choices, code, codes, items, whole, words


def in_languages(column: str) -> tuple[str, ...]:
    return tuple(f"{column}_{language}" for language in LANGUAGES)


ID: Final = "offer_id"
ID_FORM: Final = code(r".{1,100}", "cnc-1", words)
PLACES: Final = "place_municipality"
NAMES: Final = " / ".join(in_languages("name"))
TEXTS: Final = (
    "name",
    "provider",
    "for_whom",
    "can_do_after",
    "description",
    "keywords",
    "start_words",
    "price_note",
)
"""Fields with a column for each language and, but for the name, one in the language of the row."""
VALUES: Final[dict[str, tuple[str, Kind]]] = {
    "provider_type": ("provider_type", choice(*get_args(ProviderType))),
    "offer_type": ("offer_type", choice(*get_args(OfferType))),
    "qualification_code": ("qualification_codes", codes(r"[\w-]{1,40}", "351301")),
    "unit_codes": ("unit_codes", codes(r"[\w-]{1,40}", "106401")),
    "competence_tags": ("competence_tags", Kind(items)),
    "card": ("card", code(r"C[0-9]{2}", "C05", str.upper)),
    "level_from": ("level_from", whole(0, 4)),
    "level_to": ("level_to", whole(0, 4)),
    "extent_value": ("extent_value", NUMBER),
    "extent_unit": ("extent_unit", choice(*get_args(ExtentUnit))),
    "teaching_language": ("languages", codes(r"[a-z]{2,3}", *LANGUAGES, change=str.lower)),
    "mode": ("mode", choices(*get_args(Mode))),
    "time": ("time", choices(*get_args(Time))),
    "start": ("start", DAY),
    "end": ("end", DAY),
    "apply_by": ("apply_by", DAY),
    "price_eur": ("price_eur", NUMBER),
    "funding_routes": ("funding_routes", codes(r"F[0-9]{2}", "F01", change=str.upper)),
    "min_group": ("min_group", whole(1, 10_000)),
    "max_group": ("max_group", whole(1, 10_000)),
    "contact": ("contact", Kind(words)),
    "link": ("link", LINK),
    "checked_on": ("checked_on", DAY),
    "checked_by": ("checked_by", Kind(words)),
    "valid_to": ("valid_to", DAY),
}
"""The field of the offer that a column fills, and how."""
_REQUIRED: Final = {ID: (ID,), NAMES: in_languages("name"), "provider": ("provider", *in_languages("provider"))}
_KNOWN: Final = (ID, PLACES, *VALUES, *TEXTS[1:], *(column for text in TEXTS for column in in_languages(text)))


def columns(header: Iterable[str], name: str) -> tuple[str, ...]:
    """The columns in the order of the file; one that is not known here is "" and left alone."""
    known = {_plainly(column): column for column in _KNOWN}
    found = tuple(known.get(_plainly(cell), "") for cell in header)
    missing = [shown for shown, any_of in _REQUIRED.items() if not {*any_of} & {*found}]
    if missing:
        raise UserError(
            "{file} is no catalogue of training offers: its first row lacks the columns {missing}. Nothing was read.",
            {"file": name, "missing": missing},
        )
    for column in filter(None, found):
        if found.count(column) > 1:
            values = {"file": name, "column": column}
            raise UserError("{file} has the column {column} twice. Leave one of them. Nothing was read.", values)
    return found


def column_of(field: str) -> str:
    """The column that fills a field of the offer."""
    return next((column for column, (filled, _) in VALUES.items() if filled == field), PLACES)


def _plainly(column: str) -> str:
    """A column by its letters alone: "Unit code" is unit_codes."""
    return "_".join(column.casefold().replace("_", " ").split()).rstrip("s")
