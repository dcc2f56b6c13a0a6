"""Sectors and municipalities as choices of a field. No Qt here but the field's own types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.catalogues.model import Division, Municipalities, Municipality
from app.catalogues.municipalities import find_municipalities
from app.catalogues.sectors import SectorIndex, find_sectors
from app.i18n import sort_key
from app.languages import Language
from app.ui.pick import Choice, Find


def sectors_to_find(index: SectorIndex, language: Language) -> Find:
    """Sectors by code or words; all of them in the order of the classification where nothing is typed."""

    def find(text: str) -> Sequence[Choice]:
        found: Iterable[Division] = find_sectors(index, text, language) if text else index.sectors.divisions
        return [Choice(d.code, f"{d.code} {d.name.said(language).text}") for d in found]

    return find


def municipalities_to_find(catalogue: Municipalities, language: Language) -> Find:
    """Municipalities by name or number, each with its region; in the order of the alphabet."""

    def choice(municipality: Municipality) -> Choice:
        region = catalogue.region_of(municipality).name.said(language).text
        return Choice(municipality.number, municipality.name.said(language).text, region)

    def find(text: str) -> Sequence[Choice]:
        if text:
            return [choice(each) for each in find_municipalities(catalogue, text)]
        return sorted(map(choice, catalogue.municipalities), key=lambda c: sort_key(c.words))

    return find
