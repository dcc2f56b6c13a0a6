"""What a file is, known by what is in it and never by its name, and its content as the reader of that kind takes it."""

from __future__ import annotations

from typing import Any, Final, Literal, get_args

from app import files
from app.errors import UserError
from app.services.desk import Desk

TableKind = Literal["digcomp", "entrecomp", "table", "catalogue"]
JsonKind = Literal["case", "eperusteet", "opintopolku", "schema_org", "elm"]
Kind = TableKind | JsonKind | Literal["esco", "survey", "plan"]
_TABLES: Final[tuple[TableKind, ...]] = get_args(TableKind)


def recognised(desk: Desk, data: bytes, name: str, kind: Kind | None) -> tuple[Kind, Any]:
    """The kind of a file, if it is not said, and the content: bytes, a table or parsed JSON.

    `name` is for sentences only. What can be read as nothing that is known here gives a UserError.
    """
    from app.offers.readers import schema_org

    whole = kind or _kind_of_bytes(data)
    if whole in ("plan", "survey"):
        return whole, data
    if kind in (None, "schema_org") and schema_org.is_page(data):
        return "schema_org", schema_org.scripts(files.decoded(data, name), name)
    if kind in _TABLES or (kind is None and not _looks_like_json(data)):
        table = files.parse_table(data, name)
        return kind or _kind_of_table(desk, table), table
    value = files.parse_json(data, name)
    return kind or _kind_of_json(value, name), value


def _kind_of_bytes(data: bytes) -> Kind | None:
    from app.services import plan_reading, surveys

    if plan_reading.is_pdf(data):
        return "plan"
    return "survey" if surveys.is_form(data) else None


def _looks_like_json(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] in (b"{", b"[")


def _kind_of_table(desk: Desk, table: files.Table) -> TableKind:
    """By the first row; a table of no kind known here is told as a catalogue of offers."""
    from app.frameworks.readers import columns, digcomp, entrecomp
    from app.frameworks.readers import table as plain_table
    from app.services import table_mappings

    header = table.header
    if any(columns.has_columns(header, [column]) for column in ("offer_id", "provider")):
        return "catalogue"
    if digcomp.recognises(header):
        return "digcomp"
    if entrecomp.recognises(header):
        return "entrecomp"
    known = table_mappings.recall(desk.folder, header) or plain_table.recognises(header)
    return "table" if known else "catalogue"


def _kind_of_json(value: Any, name: str) -> JsonKind:
    from app.frameworks.readers import case, eperusteet
    from app.offers.readers import elm, opintopolku, schema_org

    kinds: dict[JsonKind, bool] = {
        "case": case.recognises(value),
        "eperusteet": eperusteet.recognises(value),
        "opintopolku": opintopolku.recognises(value),
        "schema_org": schema_org.recognises(value),
        "elm": elm.recognises(value),
    }
    found = next((kind for kind, fits in kinds.items() if fits), None)
    if found is None:
        raise UserError(
            "{file} is JSON, but of no kind that is read here: ePerusteet, Opintopolku, CASE, schema.org or ELM. "
            "Nothing was read.",
            {"file": name},
        )
    return found
