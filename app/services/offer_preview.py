"""What a file of offers would change in the library, by id, before anything is taken."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from app import files
from app.errors import UserError
from app.i18n import Translator
from app.offers.model import Offer
from app.offers.readers import Read, Refused, elm, opintopolku, schema_org, table
from app.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Change:
    """An offer that is otherwise in the library, and the fields that differ."""

    key: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    file: str
    new: tuple[str, ...]
    changed: tuple[Change, ...]
    unchanged: tuple[str, ...]
    refused: tuple[Refused, ...]


def preview(desk: Desk, path: Path) -> Preview:
    """What importing a file would do; nothing is stored. A file without offers: UserError."""
    read = _read(files.read_bytes(path), path.name)
    known = {offer.key: offer for offer in desk.library.offers_of(key for o in read.offers for key in _keys(o))}
    given = {offer.key: offer for offer in opintopolku.joined(read.offers, known.values())}
    compared = {key: _differing(known[key], offer) for key, offer in given.items() if key in known}
    return Preview(
        file=path.name,
        new=tuple(key for key in given if key not in known),
        changed=tuple(Change(key, differing) for key, differing in compared.items() if differing),
        unchanged=tuple(key for key, differing in compared.items() if not differing),
        refused=read.refused,
    )


def _read(data: bytes, name: str) -> Read:
    if schema_org.is_page(data):
        return schema_org.read(schema_org.scripts(files.decoded(data, name), name), name)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"{", b"["):
        return table.read(files.parse_table(data, name), name)
    value = files.parse_json(data, name)
    if opintopolku.recognises(value):
        return opintopolku.read(value, name)
    if schema_org.recognises(value):
        return schema_org.read(value, name)
    if elm.recognises(value):
        return elm.read(value, name)
    raise UserError("{file} is no file of offers. What it would change cannot be told beforehand.", {"file": name})


def _keys(offer: Offer) -> tuple[str, ...]:
    return offer.key, offer.parent_key


def _differing(known: Offer, given: Offer) -> tuple[str, ...]:
    return tuple(f.name for f in fields(Offer) if getattr(known, f.name) != getattr(given, f.name))


def as_json(t: Translator, found: Preview) -> dict[str, Any]:
    return {
        "file": found.file,
        "new": list(found.new),
        "changed": [{"id": each.key, "fields": list(each.fields)} for each in found.changed],
        "unchanged": len(found.unchanged),
        "refused": [{"line": each.line, "reason": t.explain(each.reason)} for each in found.refused],
    }


def as_lines(t: Translator, found: Preview) -> list[str]:
    counts = t(
        "{file}: {new} new, {updated} updated, {unchanged} unchanged, {refused} refused",
        file=found.file,
        new=t.number(len(found.new)),
        updated=t.number(len(found.changed)),
        unchanged=t.number(len(found.unchanged)),
        refused=t.number(len(found.refused)),
    )
    changed = [t("  {offer} would change: {fields}", offer=c.key, fields=", ".join(c.fields)) for c in found.changed]
    refused = [t("  line {line}: {reason}", line=r.line, reason=t.explain(r.reason)) for r in found.refused]
    return [counts, *changed, *refused]
