"""Labels of occupations and ISCO groups as JSON: a list of `uri`, `notation`, `prefLabel` by language and `broader`."""

from __future__ import annotations

from typing import Any

from app.errors import UserError
from app.files import parse_json
from app.frameworks.esco import Concept, Part, kind_of
from app.frameworks.faults import excerpt
from app.frameworks.readers.esco_rules import Column, refuse_circles
from app.languages import LANGUAGES
from app.texts import Text


def read_labels(data: bytes, file: str) -> Part:
    """What the file says in all of our languages; other languages are left out. Anything else than it: UserError."""
    entries = parse_json(data, file)
    if not isinstance(entries, list) or not entries:
        raise _wrong(file, "/", entries)

    def column(name: str, values: list[str]) -> Column:
        return Column(file, name, values, lambda row: row + 1)

    uris = column("uri", _all(entries, "uri", str, file))
    uris.refuse_twice()
    labels = _all(entries, "prefLabel", dict, file)
    names = [column(lang, _all(labels, lang, str, file, "")).names() for lang in LANGUAGES]
    codes = column("notation", _all(entries, "notation", str, file, "")).words()
    concepts = tuple(
        Concept(uri, kind_of(uri), Text(*said), code=code)
        for uri, said, code in zip(uris.uris(), zip(*names, strict=True), codes, strict=True)
    )
    several = _all(entries, "broader", list, file, [])
    placed = {
        concept.uri: column("broader", [each for each in broader if isinstance(each, str)]).uris()
        for concept, broader in zip(concepts, several, strict=True)
    }
    refuse_circles(placed, file)
    broader = tuple((narrow, tuple(sorted(set(above)))) for narrow, above in placed.items() if above)
    return Part(file, concepts=concepts, fills=True, placed=broader)


def _all(entries: list[Any], key: str, form: type, file: str, missing: Any = None) -> list[Any]:
    """The value of a key in each entry, which must have this form."""
    found = []
    for number, entry in enumerate(entries):
        value = entry.get(key, missing) if isinstance(entry, dict) else None
        if not isinstance(value, form):
            raise _wrong(file, f"[{number}].{key}", value)
        found.append(value)
    return found


def _wrong(file: str, place: str, value: object) -> UserError:
    return UserError(
        "{file}: {value} does not belong at {place} in labels of ESCO. Fetch the file again.",
        {"file": file, "place": place, "value": excerpt(value)},
    )
