"""Rows of a catalogue as a person writes them, and what is read of them."""

from __future__ import annotations

from app.files import parse_table
from app.i18n import Translator
from app.offers.model import Offer
from app.offers.readers import Read
from app.offers.readers.table import read

EN = Translator("en")
FULL = {
    "offer_id": "cnc-1",
    "provider": "Esimerkkiopisto",
    "provider_type": "VET",
    "name_fi": "CNC-sorvaus",
    "for_whom": "Koneistajille",
    "can_do_after": "Asettaa ja ajaa sorvin",
    "offer_type": "unit",
    "qualification_code": "351108",
    "unit_codes": "101108|101109",
    "competence_tags": "digcomp:1|card:C05",
    "level_from": "1",
    "level_to": "3",
    "extent_value": "22,5",
    "extent_unit": "osp",
    "teaching_language": "fi|sv",
    "mode": "onsite|blended",
    "time": "evening",
    "place_municipality": "Salo",
    "start": "1.9.2027",
    "end": "2027-12-17",
    "apply_by": "31.5.2027",
    "price_eur": "1 200,50",
    "price_note": "Sisältää aineiston",
    "funding_routes": "F01",
    "min_group": "6",
    "max_group": "12",
    "contact": "kurssit@opisto.example",
    "link": "https://example.invalid/cnc",
    "checked_on": "2026-11-20",
    "checked_by": "MK",
    "valid_to": "31.12.2027",
}


def csv(*rows: dict[str, str], separator: str = ";") -> str:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    lines = [columns, *([row.get(column, "") for column in columns] for row in rows)]
    return "".join(separator.join(f'"{cell}"' for cell in line) + "\n" for line in lines)


def of(*rows: dict[str, str], encoding: str = "utf-8", separator: str = ";") -> Read:
    return read(parse_table(csv(*rows, separator=separator).encode(encoding), "offers.csv"), "offers.csv")


def row(**cells: str) -> dict[str, str]:
    return {"offer_id": "a", "name_fi": "Kurssi", "provider": "Opisto"} | cells


def one(**cells: str) -> Offer:
    found = of(row(**cells))
    assert found.refused == ()
    [offer] = found.offers
    return offer


def refused(*rows: dict[str, str]) -> list[tuple[int, str]]:
    return [(fault.line, EN.explain(fault.reason)) for fault in of(*rows).refused]
