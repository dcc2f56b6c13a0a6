"""The company that is mapped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.languages import Language

SIZES: Final = ("1", "2–4", "5–9", "10–19", "20–49", "50–249")
"""Classes of head counts (A4)."""


@dataclass(frozen=True, slots=True)
class Company:
    """`sector` is a two-digit TOL code, `municipality` a national number ("853"); `size` a class of the brief (A4).

    `background` is what public sources say of the company, with the source and the day it was looked up (B2).
    """

    key: str
    name: str
    business_id: str = ""
    sector: str = ""
    sector_words: str = ""
    size: str = ""
    municipality: str = ""
    municipality_name: str = ""
    service_language: Language = "fi"
    contact: str = ""
    employment_contact: str = ""
    background: str = ""
    background_source: str = ""
    background_on: date | None = None
