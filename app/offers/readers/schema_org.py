"""Courses as web pages describe them for search engines: schema.org Course and CourseInstance in JSON-LD.

A file is JSON-LD, or a page with such scripts. Every instance is an offer of its own; a course without any is one.
See docs/formats/schema-org.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final, cast

from app.errors import UserError
from app.files import parse_json
from app.languages import LANGUAGES, Language
from app.offers.model import ExtentUnit, Mode, Offer
from app.offers.readers import Read, Refused
from app.offers.readers import linked as ld
from app.offers.readers.linked import Graph, Node
from app.texts import Text

KEY: Final = "schema_org:"
_COURSES: Final = {"Course", "EducationalOccupationalProgram"}
_INSTANCE: Final = "CourseInstance"
_SCRIPT: Final = re.compile(r"<script\b([^>]{0,1000})>", re.IGNORECASE)
_END: Final = re.compile(r"</script", re.IGNORECASE)
_MODES: Final[dict[str, Mode]] = {
    "online": "online",
    "distance": "online",
    "onsite": "onsite",
    "on-site": "onsite",
    "offline": "onsite",
    "blended": "blended",
    "hybrid": "blended",
    "mixed": "blended",
}
_SOURCE: Final = "schema.org"


def recognises(value: object) -> bool:
    """Whether parsed JSON has a course of schema.org: one in its vocabulary, or that says nothing of another."""
    if not isinstance(value, dict | list):
        return False
    known = ld.graph(value)
    contexts = " ".join(str(node["@context"]) for node in known.nodes if "@context" in node)
    found = any(ld.types(node) & {*_COURSES, _INSTANCE} and "@type" in node for node in known.nodes)
    return found and (not contexts or "schema.org" in contexts)


def is_page(data: bytes) -> bool:
    """Whether bytes are a web page; whether it has courses is seen when it is read."""
    begins = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return begins.startswith((b"<!doctype html", b"<html", b"<!--", b"<head", b"<script"))


def scripts(page: str, name: str) -> list[Any]:
    """What the JSON-LD scripts of a page hold. One that is not JSON is left alone; none at all is a UserError."""
    found = []
    for begin in _SCRIPT.finditer(page):
        end = _END.search(page, begin.end()) if "ld+json" in begin[1].lower() else None
        if end:
            found.append(page[begin.end() : end.start()].strip().removeprefix("<!--").removesuffix("-->"))
    read = list(_parsed(found, name))
    if not read:
        raise UserError(
            "{file} is a web page without a description of courses (JSON-LD). Nothing was read.", {"file": name}
        )
    return read


def _parsed(found: Iterable[str], name: str) -> Iterator[Any]:
    for script in found:
        try:
            yield parse_json(script.encode(errors="replace"), name)
        except UserError:
            continue  # one of many scripts of a page, and seldom the one with courses


def read(value: Any, name: str) -> Read:
    """The offers of a file. A course that cannot be read is refused alone; without any course: UserError."""
    known = ld.graph(value)
    courses = [node for node in known.nodes if ld.types(node) & _COURSES and "@type" in node]
    alone = [node for node in known.nodes if _INSTANCE in ld.types(node)]
    if not courses and not alone:
        raise UserError("{file} has no course of schema.org. Nothing was read.", {"file": name})
    taken: dict[str, Offer] = {}
    refused = []
    for place, course in enumerate(courses or alone, 1):
        try:
            taken |= {offer.key: offer for offer in _offers(known, course)}
        except UserError as error:
            refused.append(Refused(place, error))
    return Read(tuple(taken.values()), tuple(refused))


def _offers(known: Graph, course: Node) -> Iterator[Offer]:
    whole = _offer(known, course, None)
    instances = ld.related(known, course, "hasCourseInstance")
    for number, instance in enumerate(instances, 1):
        own = _offer(known, instance, whole)
        key = ld.node_id(instance) or ld.word(instance, "url")
        begun = own.start.isoformat() if own.start else str(number)
        yield replace(own, key=ld.key(KEY, key) if key and f"{KEY}{key}" != whole.key else f"{whole.key}#{begun}")
    if not instances:
        yield whole


def _offer(known: Graph, node: Node, course: Offer | None) -> Offer:
    """A course, or an instance of it completed by it."""
    taught = ld.languages(ld.values(node, "inLanguage") or ld.values(node, "availableLanguage"))
    language: Language = cast(Language, next((each for each in taught if each in LANGUAGES), "fi"))
    name = ld.text(node, "name", language)
    if course is None and not name:
        raise UserError("{column} is empty, and no offer is without it.", {"column": "name"})
    base = course or Offer(key="", name=name, source=_SOURCE)
    providers = ld.related(known, node, "provider") or ld.related(known, node, "organizer")
    provider = next(filter(None, (ld.text(each, "name", language) for each in providers)), base.provider)
    own = replace(
        base,
        name=base.name if course else name,
        provider=provider,
        languages=taught or base.languages,
        link=ld.link(ld.word(node, "url"), ld.node_id(node)) or base.link,
        **_when(known, node, base),
        **_where(known, node, base),
        **_price(known, node, base),
        **_extent(node, base),
        **(_about(known, node, language) if course is None else {}),
    )
    if course is not None:
        return own
    said = (str(own.name), str(provider), ld.word(node, "courseCode"))
    return replace(own, key=ld.key(KEY, ld.node_id(node) or ld.word(node, "url"), *said))


def _about(known: Graph, node: Node, language: Language) -> dict[str, Any]:
    audience = [ld.text(each, "audienceType", language) for each in ld.related(known, node, "audience")]
    taught = [ld.text(each, "name", language) for each in ld.related(known, node, "teaches")]
    esco = (ld.node_id(each).rsplit("/", 1)[-1] for each in ld.related(known, node, "teaches") if _is_esco(each))
    return {
        "description": ld.text(node, "description", language),
        "for_whom": next(filter(None, audience), Text()),
        "can_do_after": _joined(taught),
        "keywords": _joined([ld.text({"w": each}, "w", language) for each in ld.values(node, "keywords")]),
        "competence_tags": tuple(dict.fromkeys(f"esco:{each}" for each in esco)),
        "offer_type": "qualification" if "EducationalOccupationalProgram" in ld.types(node) else "course",
    }


def _is_esco(node: Node) -> bool:
    return "/esco/skill/" in ld.node_id(node)


def _joined(texts: Iterable[Text]) -> Text:
    given = list(texts)
    return Text(*(", ".join(filter(None, (each.get(language) for each in given))) for language in LANGUAGES))


def _when(known: Graph, node: Node, base: Offer) -> dict[str, Any]:
    schedule = next(iter(ld.related(known, node, "courseSchedule")), {})
    start = ld.day(node, "startDate") or ld.day(schedule, "startDate") or base.start
    end = ld.day(node, "endDate") or ld.day(schedule, "endDate") or base.end
    if start and end and start > end:
        values = {"first": "startDate", "low": start, "last": "endDate", "high": end}
        raise UserError("{first} ({low}) cannot be after {last} ({high}). Correct one of them.", values)
    return {"start": start, "end": end, "apply_by": ld.day(node, "applicationDeadline") or base.apply_by}


def _where(known: Graph, node: Node, base: Offer) -> dict[str, Any]:
    modes = [_MODES.get(str(each).rsplit("/", 1)[-1].casefold()) for each in ld.values(node, "courseMode")]
    places = []
    for place in ld.related(known, node, "location"):
        if "VirtualLocation" in ld.types(place):
            modes.append("online")
            continue
        towns = [ld.text(each, "addressLocality", "fi") for each in ld.related(known, place, "address")]
        places.append(next(filter(None, towns), ld.text(place, "name", "fi")))
    return {
        "mode": tuple(dict.fromkeys(filter(None, modes))) or base.mode,
        "places": tuple(dict.fromkeys(filter(None, places))) or base.places,
    }


def _price(known: Graph, node: Node, base: Offer) -> dict[str, Any]:
    """The lowest price in euros; one in another money is only noted."""
    euros: list[Decimal] = [Decimal(0)] if node.get("isAccessibleForFree") is True else []
    note = ""
    for offered in ld.related(known, node, "offers"):
        currency = ld.word(offered, "priceCurrency") or "EUR"
        amount = ld.number(offered, "price")
        amount = ld.number(offered, "lowPrice") if amount is None else amount
        if amount is None:
            euros += [Decimal(0)] if ld.word(offered, "category").casefold() == "free" else []
        elif currency == "EUR":
            euros.append(amount)
        else:
            note = f"{amount} {currency}"
    if not euros and not note:
        return {}
    return {"price_eur": min(euros) if euros else base.price_eur, "price_note": Text(note) if note else base.price_note}


def _extent(node: Node, base: Offer) -> dict[str, Any]:
    """Credits, or else the work that it takes."""
    given = next(iter(ld.values(node, "numberOfCredits")), None)
    points = ld.number(given if isinstance(given, dict) else {"value": given}, "value")
    if points is not None:
        return {"extent_value": points, "extent_unit": "op"}
    durations = (ld.word(node, each) for each in ("courseWorkload", "timeRequired"))
    found = next(filter(None, map(ld.hours_or_days, durations)), None)
    value, unit = found or (base.extent_value, base.extent_unit)
    return {"extent_value": value, "extent_unit": cast("ExtentUnit | None", unit)}
