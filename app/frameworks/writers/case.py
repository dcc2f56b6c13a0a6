"""A framework → a CASE 1.1 package, the same bytes each time. See docs/formats/case.md.

An item of CASE has one language: the others stand in its extension, and so does what CASE has no field for. What CASE
has a field for stands there alone, so that what another program changes in the package is what is read back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from app.frameworks.model import Coded, Framework, Node
from app.frameworks.writers.case_entries import Entry, Kind, Level, entries
from app.frameworks.writers.case_names import identifier, link_to, main_language, named, own, words

_TYPES: Final[dict[Kind, str]] = {
    "unit": "Unit",
    "sub_area": "Part of a unit",
    "requirement": "Requirement",
    "competence": "Competence",
    "group": "Group",
}
_RELATIONS: Final = (
    *("isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy", "exemplar"),
    *("hasSkillLevel", "isTranslationOf"),
)
"""What a link may say of itself before its colon, as those do that came from a package of somebody else."""
_NO_MOMENT: Final = "1970-01-01"


def write(framework: Framework) -> bytes:
    """The framework as a CASE 1.1 package: JSON in UTF-8."""
    import orjson

    return orjson.dumps(package(framework), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def package(framework: Framework) -> dict[str, Any]:
    """The framework as the object that is the package.

    The moment of the last change, which CASE requires, is the day on which the framework was checked or came in force.
    """
    changed = {"lastChangeDateTime": f"{framework.checked or framework.valid_from or _NO_MOMENT}T00:00:00+00:00"}
    listed = list(entries(framework))
    made: dict[str, Any] = {
        "CFDocument": _document(framework) | changed,
        "CFItems": [_item(entry) | changed for entry in listed],
        "CFAssociations": [each | changed for each in (*_places(framework, listed), *_links(listed))],
        "CFDefinitions": {name: [each | changed for each in found] for name, found in _definitions(framework, listed)},
    }
    if criteria := list(_criteria(framework, listed, changed)):
        rubric = named("rubric", framework.key) | changed
        made["CFRubrics"] = [rubric | {"title": str(framework.name), "CFRubricCriteria": criteria}]
    return made


def _document(framework: Framework) -> dict[str, Any]:
    language = main_language(framework.name)
    optional = {
        "version": framework.version or None,
        "statusStartDate": framework.valid_from and framework.valid_from.isoformat(),
        "statusEndDate": framework.valid_to and framework.valid_to.isoformat(),
        "licenseURI": link_to(framework.licence, identifier("licence", framework.licence))
        if framework.licence
        else None,
    }
    extension = {
        "key": framework.key,
        "kind": framework.kind,
        "name": words(framework.name, language),
        "code": framework.code,
        "order_number": framework.order_number,
        "checked": framework.checked and framework.checked.isoformat(),
        "areas": list(map(_coded, framework.areas)),
        "titles": list(map(_coded, framework.titles)),
        "structure": framework.structure and _node(framework.structure),
    }
    return {
        **named("document", framework.key),
        "caseVersion": "1.1",
        "creator": framework.source,
        "title": framework.name.get(language),
        "language": language,
        **_filled(optional),
        "extensions": own(extension),
    }


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _coded(coded: Coded) -> dict[str, Any]:
    return {"code": coded.code, "name": words(coded.name)}


def _node(node: Node) -> dict[str, Any]:
    limits = {name: getattr(node, name) for name in ("points_min", "points_max", "pieces_min", "pieces_max")}
    return {
        "name": words(node.name),
        "unit_key": node.unit_key,
        "area_code": node.area_code,
        **{name: str(value) if name.startswith("points") else value for name, value in _filled(limits).items()},
        "children": list(map(_node, node.children)),
    }


def _item(entry: Entry) -> dict[str, Any]:
    optional = {
        "abbreviatedStatement": entry.short,
        "humanCodingScheme": entry.code or None,
        "notes": entry.notes or None,
    }
    kind = _TYPES[entry.kind]
    return {
        **named(entry.kind, entry.key),
        "fullStatement": entry.full,
        **_filled(optional),
        "language": entry.language,
        "CFItemType": kind,
        "CFItemTypeURI": link_to(kind, identifier("type", kind)),
        "extensions": own(entry.own),
    }


def _places(framework: Framework, listed: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    """What each stands under, and as the how manieth."""
    document = link_to(str(framework.name), identifier("document", framework.key))
    counts: Counter[str] = Counter()
    for entry in listed:
        above = link_to(entry.above.full, entry.above.identifier) if entry.above else document
        counts[above["identifier"]] += 1
        yield {
            **named("place", entry.identifier),
            "associationType": "isChildOf",
            "sequenceNumber": counts[above["identifier"]],
            "originNodeURI": link_to(entry.full, entry.identifier),
            "destinationNodeURI": above,
        }


def _links(listed: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    for entry in listed:
        for place, link in enumerate(entry.links, 1):
            relation, target = _target(link)
            yield {
                **named("link", f"{entry.identifier}/{place}"),
                "associationType": relation,
                "sequenceNumber": place,
                "originNodeURI": link_to(entry.full, entry.identifier),
                "destinationNodeURI": target,
                "extensions": own({"link": link}),
            }


def _target(link: str) -> tuple[str, dict[str, Any]]:
    """What a link says, and of what: "digcomp:4.2" leads to the item of that competence in its own package."""
    relation, _, address = link.partition(":")
    if relation in _RELATIONS and address:
        return relation, link_to(address, identifier("address", address)) | {"uri": address}
    framework, _, code = link.rpartition(":")
    return "isRelatedTo", link_to(link, identifier("competence", f"{framework}/{code}"))


def _definitions(framework: Framework, listed: Iterable[Entry]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    kinds = dict.fromkeys(_TYPES[entry.kind] for entry in listed)
    yield (
        "CFItemTypes",
        [
            {**named("type", kind), "title": kind, "description": kind, "hierarchyCode": str(place)}
            for place, kind in enumerate(kinds, 1)
        ],
    )
    if licence := framework.licence:
        yield "CFLicenses", [{**named("licence", licence), "title": licence, "licenseText": licence}]


def _criteria(framework: Framework, listed: Iterable[Entry], changed: dict[str, str]) -> Iterator[dict[str, Any]]:
    """The levels of each item that has any, one criterion for an item."""
    with_levels = [entry for entry in listed if entry.levels]
    for place, entry in enumerate(with_levels, 1):
        name = named("criterion", entry.identifier)
        yield {
            **name,
            "CFItemURI": link_to(entry.full, entry.identifier),
            "position": place,
            "rubricId": identifier("rubric", framework.key),
            "CFRubricCriterionLevels": [_level(level, name["identifier"]) | changed for level in entry.levels],
            **changed,
        }


def _level(level: Level, criterion: str) -> dict[str, Any]:
    return {
        **named("level", f"{criterion}/{level.score}"),
        "description": level.description,
        **({"quality": level.quality} if level.quality else {}),
        "score": level.score,
        "position": level.score + 1,
        "rubricCriterionId": criterion,
        "extensions": [own(level.own)],
    }
