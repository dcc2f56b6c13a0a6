"""Qualification requirements as the public ePerusteet interface of the Finnish National Agency for Education gives
them (`/api/external/peruste/{id}` and its older sibling), in both shapes and mixed. See docs/formats/eperusteet.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from app.errors import UserError
from app.files.collecting import nothing_collected
from app.frameworks.faults import Fault, first_fault
from app.frameworks.model import Coded, Framework, Node, Unit
from app.frameworks.readers import eperusteet_shape as shape
from app.frameworks.readers.eperusteet_parts import badges, lone_units
from app.frameworks.readers.eperusteet_units import code, day_in_finland, points, read_units, words
from app.i18n import mark
from app.texts import Text

_T = TypeVar("_T")
_QUALIFICATION_FIELDS: Final = {"diaarinumero", "globalVersion", "osaamisalat", "suoritustavat", "tutkinnonOsat"}
_UNIT_FIELDS: Final = {"ammattitaitovaatimukset", "ammattitaitovaatimukset2019", "ammattitaidonOsoittamistavat"}
_QUALIFICATION: Final = TypeAdapter(shape.Qualification)
_UNITS: Final = TypeAdapter(list[shape.LoneUnit])
_BADGES: Final = TypeAdapter(list[shape.Badge])
_WAYS: Final = {
    "ops": Text("Ammatillinen peruskoulutus", "Grundläggande yrkesutbildning", "Initial vocational education"),
    "naytto": Text("Näyttötutkinto", "Fristående examen", "Competence-based qualification"),
}
_OTHER_KINDS: Final = {
    "list": mark(
        "{file} is a page from the list of qualifications in ePerusteet, not a qualification. "
        "Open one qualification of the list, save it whole as JSON and import that file."
    ),
    "interface": mark(
        "{file} is the technical description of the ePerusteet interface and holds no qualification. "
        "Save a whole qualification as JSON from ePerusteet and import that file."
    ),
}


def recognises(value: object) -> bool:
    """Is this parsed JSON from ePerusteet? Not all of it can be read: `read` says in words what cannot."""
    return _kind(value) != ""


def read(value: object, name: str) -> Framework:
    """A qualification with its units, units alone, or badges, from parsed JSON; `name` is the file's, for an error.

    What is none of these, or has values of the wrong type where they are used, gives a UserError.
    """
    kind = _kind(value)
    if kind in _OTHER_KINDS:
        raise UserError(_OTHER_KINDS[kind], {"file": name})
    if kind == "unit":
        return lone_units(_validated(_UNITS, _listed(value), name))
    if kind == "badge":
        return badges(_validated(_BADGES, _listed(value), name))
    with nothing_collected():
        return _framework(_validated(_QUALIFICATION, value, name), name)


def _listed(value: object) -> object:
    """The parts of a file of one, of a list, or of a page of a list."""
    found = value.get("data", value) if isinstance(value, dict) else value
    return found if isinstance(found, list) else [found]


def _kind(value: object) -> str:
    if isinstance(value, list):
        return _kind_of_item(value[0]) if value else ""
    if not isinstance(value, dict):
        return ""
    if isinstance(value.get("data"), list) and {"sivuja", "kokonaismäärä"} & value.keys():
        return "badge" if value["data"] and _kind_of_item(value["data"][0]) == "badge" else "list"
    if "openapi" in value and "ePerusteet" in _text(value.get("info"), "title"):
        return "interface"
    return _kind_of_item(value) or ("qualification" if len(_QUALIFICATION_FIELDS & value.keys()) > 1 else "")


def _kind_of_item(value: object) -> str:
    if _text(value, "koodiUri").startswith("osaamismerkit_"):
        return "badge"
    if (isinstance(value, dict) and _UNIT_FIELDS & value.keys()) or _text(value, "osanTyyppi") == "tutkinnonosa":
        return "unit"
    return ""


def _text(value: object, field: str) -> str:
    found = value.get(field) if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""


def _validated(form: TypeAdapter[_T], value: Any, name: str) -> _T:
    try:
        return form.validate_python(value)
    except ValidationError as error:
        raise _explained(first_fault(error), name) from error


def _explained(fault: Fault, file: str) -> UserError:
    if fault.kind.startswith("recursion"):
        return UserError("{file} is nested too deep. It is no file of the kinds read here.", {"file": file})
    if fault.kind == "missing":
        return UserError(
            "{file} is no whole qualification from ePerusteet: {place} is missing. Fetch the file again.",
            {"file": file, "place": fault.place},
        )
    return UserError(
        "{file} is not as ePerusteet writes it: {place} cannot be {value}. Fetch the file again.",
        {"file": file, "place": fault.place, "value": fault.value},
    )


def _framework(source: shape.Qualification, name: str) -> Framework:
    key = f"eperusteet:{source.id}"
    title = _title(source)
    ways = source.suoritustavat or []
    units = read_units(key, source.tutkinnon_osat or (), _extents(ways))
    if not units:
        raise UserError(
            "{file} has the header of a qualification ({qualification}) but none of its units. "
            "Save the whole vocational qualification as JSON from ePerusteet and import that file.",
            {"file": name, "qualification": str(title)},
        )
    version = (source.global_version and source.global_version.aikaleima) or source.muokattu
    return Framework(
        key=key,
        kind="qualification",
        name=title,
        version=str(day_in_finland(version) or ""),
        code=next(
            (found for e in source.koulutukset or () if (found := code(e.koulutuskoodi_arvo, e.koulutuskoodi_uri))), ""
        ),
        order_number=(source.diaarinumero or "").strip(),
        valid_from=day_in_finland(source.voimassaolo_alkaa),
        valid_to=day_in_finland(source.voimassaolo_loppuu),
        source="ePerusteet",
        areas=_coded((code(area.arvo, area.uri), words(area.nimi)) for area in source.osaamisalat or ()),
        titles=_coded(
            (code(title.tutkintonimike_arvo, title.tutkintonimike_uri), words(title.nimi))
            for title in source.tutkintonimikkeet or ()
        ),
        structure=_structure(title, ways, units, name),
        units=tuple(units.values()),
    )


def _title(source: shape.Qualification) -> Text:
    names = [words(source.nimi), *(words(education.nimi) for education in source.koulutukset or ())]
    return next(filter(None, names), Text((source.diaarinumero or source.id).strip()))


def _coded(pairs: Iterable[tuple[str, Text]]) -> tuple[Coded, ...]:
    """Each code once: a title is repeated for every competence area it belongs to."""
    return tuple({code or name: Coded(code, name) for code, name in pairs if code or name}.values())


def _extents(ways: Iterable[shape.Way]) -> dict[str, float]:
    """Points by unit id. The first way that states them decides: competence-based ways of old state none."""
    found: dict[str, float] = {}
    for way in ways:
        for reference in way.tutkinnon_osa_viitteet or ():
            if reference.laajuus is not None:
                found.setdefault(reference.unit_id, reference.laajuus)
    return found


def _structure(title: Text, ways: list[shape.Way], units: dict[str, Unit], file: str) -> Node | None:
    """The composition under the qualification's name; several ways to take it stand side by side below."""
    trees = list(_trees(ways, units, file))
    if len(trees) > 1:
        return Node(title, children=tuple(trees))
    return replace(trees[0], name=title) if trees else None


def _trees(ways: list[shape.Way], units: dict[str, Unit], file: str) -> Iterator[Node]:
    for way in ways:
        if way.rakenne:
            keys = {reference.id: _unit_key(reference, units, file) for reference in way.tutkinnon_osa_viitteet or ()}
            way_code = way.suoritustapakoodi or ""
            yield replace(_node(way.rakenne, keys, file), name=_WAYS.get(way_code, Text(way_code)))


def _unit_key(reference: shape.UnitReference, units: dict[str, Unit], file: str) -> str:
    if reference.unit_id not in units:
        raise _cut(file, reference.unit_id)
    return units[reference.unit_id].key


def _node(source: shape.Branch, unit_keys: dict[str, str], file: str) -> Node:
    if source.unit_reference and source.unit_reference not in unit_keys:
        raise _cut(file, source.unit_reference)
    area, title = source.osaamisala, source.tutkintonimike
    extent = source.muodostumis_saanto and source.muodostumis_saanto.laajuus
    pieces = source.muodostumis_saanto and source.muodostumis_saanto.koko
    return Node(
        name=words(source.nimi) or words(area and area.nimi) or words(title and title.nimi),
        unit_key=unit_keys[source.unit_reference] if source.unit_reference else "",
        area_code=code(area.osaamisalakoodi_arvo, area.osaamisalakoodi_uri) if area else "",
        points_min=points(extent and extent.minimi),
        points_max=points(extent and extent.maksimi),
        pieces_min=pieces and pieces.minimi,
        pieces_max=pieces and pieces.maksimi,
        children=tuple(_node(child, unit_keys, file) for child in source.osat or ()),
    )


def _cut(file: str, unit: str) -> UserError:
    return UserError(
        "{file} refers to unit {unit}, which is not in it: part of the file is gone. Fetch the file again.",
        {"file": file, "unit": unit},
    )
