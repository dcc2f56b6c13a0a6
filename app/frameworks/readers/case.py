"""Frameworks as CASE packages (1EdTech Competencies and Academic Standards Exchange 1.0 and 1.1), from parsed JSON.

A package of ours comes back as the framework it was. Of somebody else's every item becomes a competence, in the order
of the tree, with the names above it as its group. See docs/formats/case.md.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from math import inf
from typing import Final

from pydantic import ValidationError

from app.errors import UserError
from app.frameworks.faults import Fault, first_fault
from app.frameworks.model import Coded, Framework, Node
from app.frameworks.readers import case_shape as shape
from app.frameworks.readers.case_items import Levels, Place, place_of, read_parts
from app.frameworks.readers.case_texts import language_of, ours, text_of
from app.frameworks.readers.cleaning import clean
from app.frameworks.readers.html_text import plain
from app.texts import Text

_PACKAGE: Final = frozenset({"CFPackage", "CFDocument", "CFItems", "CFAssociations", "CFDocuments"})
_CHILD: Final = "isChildOf"
_DEEPEST: Final = 50


def recognises(value: object) -> bool:
    """Is this parsed JSON of a CASE service? Not all of it can be read: `read` says in words what cannot."""
    return isinstance(value, dict) and bool(_PACKAGE & value.keys())


def read(value: object, name: str) -> Framework:
    """A framework from parsed JSON. `name` is the file's, for the words of an error.

    What is no whole package, has values of the wrong type where they are used, an identifier twice, or items above
    themselves gives a UserError.
    """
    package = _validated(value, name)
    places = _places(package, name)
    document = package.document
    own = document.own or shape.OwnFramework(key=f"case:{document.identifier}")
    units, competences = read_parts(own.key, places, _levels(package), _links(package))
    structure = own.structure and _node(own.structure, {unit.key for unit in units}, name)
    _refuse_same([*(unit.key for unit in units), *(each.key for each in competences)], name)
    return Framework(
        key=own.key,
        kind=own.kind,
        name=_title(document),
        version=_version(document),
        code=clean(own.code),
        order_number=clean(own.order_number),
        valid_from=document.status_start_date,
        valid_to=document.status_end_date,
        source=_source(document, places),
        licence=clean(document.licence and document.licence.title),
        checked=own.checked,
        areas=_coded(own.areas),
        titles=_coded(own.titles),
        structure=structure,
        units=units,
        competences=competences,
    )


def _validated(value: object, name: str) -> shape.Package:
    try:
        package = shape.Package.model_validate(shape.unwrapped(value))
    except ValidationError as error:
        raise _explained(first_fault(error), name) from error
    if not package.items:
        values = {"file": name, "framework": plain(package.document.title)}
        raise UserError(
            "{file} has the header of a framework ({framework}) but no competences. Fetch the whole package.", values
        )
    return package


def _explained(fault: Fault, file: str) -> UserError:
    if fault.kind.startswith("recursion"):
        return UserError("{file} is nested too deep. It is no file of the kinds read here.", {"file": file})
    if fault.kind == "missing":
        return UserError(
            "{file} is no whole CASE package: {place} is missing. Fetch the file again.",
            {"file": file, "place": fault.place},
        )
    return UserError(
        "{file} is not as CASE has it: {place} cannot be {value}. Fetch the file again.",
        {"file": file, "place": fault.place, "value": fault.value},
    )


def _refuse_same(keys: Iterable[str], name: str) -> None:
    twice = next((key for key, count in Counter(keys).items() if count > 1), None)
    if twice is not None:
        values = {"file": name, "item": _short(twice)}
        raise UserError("{file} has the item {item} twice, so its parts cannot be told apart.", values)


def _children(items: Iterable[str], associations: Iterable[shape.Association]) -> dict[str, list[str]]:
    """Which items stand under which, in their order, by identifier; those that no other is above stand under "".

    Of one that stands in two places the first stays.
    """
    places: dict[str, tuple[str, float]] = dict.fromkeys(items, ("", inf))
    for each in associations:
        child, parent = each.origin.identifier or "", each.destination.identifier or ""
        if each.association_type == _CHILD and child in places and not places[child][0]:
            rank = inf if each.sequence_number is None else each.sequence_number
            places[child] = (parent if parent in places else "", rank)
    children: dict[str, list[str]] = defaultdict(list)
    for child, (parent, _rank) in sorted(places.items(), key=lambda pair: pair[1][1]):
        children[parent].append(child)
    return children


def _places(package: shape.Package, name: str) -> list[Place]:
    """Every item in the order of the tree, from above; a circle or great depth gives a UserError."""
    _refuse_same((item.identifier for item in package.items or ()), name)
    items = {item.identifier: item for item in package.items or ()}
    children = _children(items, package.associations or ())
    found: dict[str, Place] = {}
    waiting: list[tuple[str, Place | None]] = [(each, None) for each in reversed(children[""])]
    while waiting:
        identifier, above = waiting.pop()
        item = items[identifier]
        language = language_of(item.language or package.document.language)
        place = found[identifier] = place_of(item, language, above)
        if place.depth > _DEEPEST:
            raise UserError("{file} is nested too deep. It is no file of the kinds read here.", {"file": name})
        waiting += [(child, place) for child in reversed(children[identifier])]
    lost = next((item for identifier, item in items.items() if identifier not in found), None)
    if lost:
        values = {"file": name, "item": _short(plain(lost.full_statement) or lost.identifier)}
        raise UserError('{file} goes in a circle: "{item}" stands under itself. Nothing was read.', values)
    return list(found.values())


def _levels(package: shape.Package) -> Levels:
    """The levels of every criterion that belongs to an item, by the identifier of the item."""
    found: Levels = defaultdict(list)
    for rubric in package.rubrics or ():
        for criterion in rubric.criteria or ():
            if criterion.item and criterion.item.identifier:
                found[criterion.item.identifier].append(criterion.levels or [])
    return found


def _links(package: shape.Package) -> dict[str, list[str]]:
    """What an item is said to have to do with besides its place in the tree: "exactMatchOf:http://…"."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in package.associations or ():
        target = each.destination.uri or each.destination.identifier or ""
        if each.association_type != _CHILD and each.origin.identifier:
            link = each.own.link if each.own else f"{each.association_type}:{target}"
            found[each.origin.identifier].append(clean(link))
    return found


def _version(document: shape.Document) -> str:
    """The version that the file tells, or somebody else's by the day of its last change."""
    changed = "" if document.own else str(document.last_change_date_time or "")
    return clean(document.version).strip() or changed


def _title(document: shape.Document) -> Text:
    language = language_of(document.language)
    if document.own:
        return ours(document.title, language, document.own.name)
    return text_of(plain(document.title) or document.identifier, language)


def _source(document: shape.Document, places: Iterable[Place]) -> str:
    """Who made it; and the language, where it is none of the program's and so stands in the place of English."""
    if document.own:
        return clean(document.creator)
    made_by = plain(document.creator) or plain(document.publisher) or "CASE"
    tags = {(place.item.language or document.language or "").strip() for place in places}
    foreign = sorted(tag for tag in tags if tag and language_of(tag) == "en" and not tag.lower().startswith("en"))
    return f"{made_by} ({', '.join(foreign)})" if foreign else made_by


def _coded(sources: Iterable[shape.OwnCoded]) -> tuple[Coded, ...]:
    return tuple(Coded(clean(each.code), ours(None, "en", each.name)) for each in sources)


def _node(source: shape.OwnNode, units: AbstractSet[str], file: str) -> Node:
    """A node of the composition; one that refers to a unit that is not in the package gives a UserError."""
    if source.unit_key and source.unit_key not in units:
        raise UserError(
            "{file} refers to unit {unit}, which is not in it: part of the file is gone. Fetch the file again.",
            {"file": file, "unit": _short(source.unit_key)},
        )
    return Node(
        name=ours(None, "en", source.name),
        unit_key=source.unit_key,
        area_code=clean(source.area_code),
        points_min=source.points_min,
        points_max=source.points_max,
        pieces_min=source.pieces_min,
        pieces_max=source.pieces_max,
        children=tuple(_node(child, units, file) for child in source.children),
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
