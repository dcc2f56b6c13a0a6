"""The municipalities: read with their regions and employment areas, and found by name or number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.catalogues.model import EmploymentArea, Municipalities, Municipality, Region
from app.catalogues.reading import Lies, about, broken, refused, rows, validated
from app.search.text import normalised
from app.texts import Text

MUNICIPALITIES: Final = "municipalities"
_COLUMNS: Final = ("number", "fi", "sv", "en", "region", "area")
_NUMBER: Final = re.compile("[0-9]{3}")


def load_municipalities(lies: Lies) -> Municipalities:
    """All municipalities; each has a region that is there, and an employment area that is there or none.

    Own copies that know no neighbouring regions are read, too.
    """
    from app.catalogues import shape

    head = validated(lies(f"{MUNICIPALITIES}.yaml"), shape.Municipalities)
    regions = tuple(Region(r.code, r.name.text(), r.employment_areas) for r in head.regions)
    areas = tuple(EmploymentArea(a.key, a.name.text(), a.status) for a in head.areas)
    codes = {r.code for r in regions}
    neighbours = tuple(_pairs(lies(f"{MUNICIPALITIES}.yaml"), head.neighbours, codes))
    found = _rows(lies, codes, {a.key for a in areas})
    return Municipalities(about(head), regions, areas, tuple(found), neighbours)


def _pairs(path: Path, read: list[list[str]], regions: set[str]) -> Iterator[tuple[str, str]]:
    """Pairs of regions that are there, each pair once, whichever of the two comes first."""
    seen = set[frozenset[str]]()
    for place, (one, other) in enumerate(read):
        if not {one, other} <= regions or {one, other} in seen:
            raise broken(path, f"neighbours[{place}]", f"{one}, {other}")
        seen.add(frozenset((one, other)))
        yield one, other


def _rows(lies: Lies, regions: set[str], areas: set[str]) -> Iterator[Municipality]:
    path, seen = lies(f"{MUNICIPALITIES}.csv"), set[str]()
    for line, (number, fi, sv, en, region, area) in rows(path, _COLUMNS):
        if number in seen or not _NUMBER.fullmatch(number):
            raise refused(path, line, "number", number)
        if not fi:
            raise refused(path, line, "fi", fi)
        if region not in regions:
            raise refused(path, line, "region", region)
        if area and area not in areas:
            raise refused(path, line, "area", area)
        seen.add(number)
        yield Municipality(number, Text(fi, sv, en), region, area)


def find_municipalities(catalogue: Municipalities, text: str) -> list[Municipality]:
    """Municipalities whose number or name, Finnish or Swedish, begins with the text; then those that have it inside."""
    wanted = normalised(text).strip()
    names = {m.number: [m.number, *map(normalised, (m.name.fi, m.name.sv))] for m in catalogue.municipalities}
    begin = [m for m in catalogue.municipalities if any(n.startswith(wanted) for n in names[m.number])]
    inside = [m for m in catalogue.municipalities if m not in begin and any(wanted in n for n in names[m.number][1:])]
    return [*begin, *inside]
