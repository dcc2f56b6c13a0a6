"""A small CASE package of somebody else, and the parts to make others from."""

from __future__ import annotations

from typing import Any

DOCUMENT = "d0000000-0000-4000-8000-000000000000"


def item(name: str, statement: str, **more: Any) -> dict[str, Any]:
    return {"identifier": name, "uri": f"https://a.fi/{name}", "fullStatement": statement, **more}


def under(child: str, parent: str, **more: Any) -> dict[str, Any]:
    return relation("isChildOf", child, parent, **more)


def relation(kind: str, origin: str, target: str, **more: Any) -> dict[str, Any]:
    def node(name: str) -> dict[str, str]:
        return {"title": name, "identifier": name, "uri": f"https://a.fi/{name}"}

    return {"associationType": kind, "originNodeURI": node(origin), "destinationNodeURI": node(target), **more}


def criterion(name: str, *scores: float) -> dict[str, Any]:
    levels = [{"description": f"{name} at {score}", "quality": "good", "score": score} for score in scores]
    return {"CFItemURI": {"identifier": name}, "CFRubricCriterionLevels": levels}


def package(items: list[Any], associations: list[Any], *criteria: Any, **document: Any) -> Any:
    head = {"identifier": DOCUMENT, "title": "Hitsaajan osaaminen", "creator": "Yritys Öy", "language": "fi"}
    value = {"CFDocument": head | document, "CFItems": items, "CFAssociations": associations}
    return value | ({"CFRubrics": [{"CFRubricCriteria": list(criteria)}]} if criteria else {})


SMALL = package(
    [
        item("2", "Hitsaa putken asennossa PF", abbreviatedStatement="Putken hitsaus", humanCodingScheme="H2"),
        item("1", "Hitsaus", language="fi-FI"),
        item("3", "Välj svetsmetod", language="sv", notes="MIG, MAG och TIG"),
    ],
    [
        under("1", DOCUMENT, sequenceNumber=1),
        under("3", "1", sequenceNumber=2),
        under("2", "1", sequenceNumber=1),
        relation("exactMatchOf", "2", "esco", extensions=None),
    ],
    criterion("2", 1, 2, 3, 4),
    version="2",
    statusStartDate="2026-08-01T00:00:00",
    licenseURI={"title": "CC BY 4.0", "identifier": "l", "uri": "https://a.fi/l"},
)
