"""Which collection a file lists. The files do not say, and several have the same columns: it is told by members."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from app.errors import UserError
from app.frameworks.readers.esco_rules import PREFIX

_MEMBERS: Final = {
    "digcomp": ("14832d87-2f2f-4895-b290-e4760ebae42a", "16a00c69-9c74-4c37-96d7-6301d285e5ce"),
    "green": ("001d46db-035e-4b92-83a3-ed8771e0c123", "00735755-adc6-4ea0-b034-b8caff339c9f"),
    "transversal": ("001115fb-569f-4ee6-8381-c6807ef2527f", "113b4428-0a31-4199-8496-070af7854b91"),
}
"""Skills that are in one collection alone."""
_IN_NAME: Final = ("digcomp", "green", "transversal", "digital", "research", "language")


def collection_of(members: Collection[str], file: str) -> str:
    """The collection by its members, or else by the official name of its file; neither: UserError."""
    for collection, telling in _MEMBERS.items():
        if any(f"{PREFIX}skill/{each}" in members for each in telling):
            return collection
    for collection in _IN_NAME:
        if collection in file.casefold():
            return collection
    raise UserError(
        "{file} does not tell which collection of ESCO it is. Give it its official name, "
        "such as greenSkillsCollection_en.csv.",
        {"file": file},
    )
