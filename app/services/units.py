"""Qualification units that the needs of a mapping come from, with what the library says of them."""

from __future__ import annotations

from app.mapping.model import Mapping
from app.mapping.unit_fit import Extents
from app.services.desk import Desk


def extents(desk: Desk, mapping: Mapping) -> Extents:
    """How large the units are by the very versions that needs were quoted from; nothing where these are gone.

    Shipped profiles say nothing here: one competence in our own words is not the requirements of a unit.
    """
    sources = {(need.source_key, need.source_version) for need in mapping.needs if need.source_key and need.unit_code}
    return {
        (key, version, code): extent
        for key, version in sorted(sources)
        for code, extent in desk.library.unit_extents(key, version).items()
    }
