"""Learning opportunities of the European Learning Model (ELM 3), in JSON-LD.

Where a file has none, what its credentials were given for is read instead: a qualification that can be got. Nothing of
the person who has a credential is looked at. See docs/formats/elm.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Final, cast

from app.errors import UserError
from app.languages import LANGUAGES, Language
from app.offers.model import ExtentUnit, Mode, Offer
from app.offers.readers import Read, Refused
from app.offers.readers import linked as ld
from app.offers.readers.linked import Graph, Node
from app.texts import Text

KEY: Final = "elm:"
_OPPORTUNITY: Final = "LearningOpportunity"
_LEARNT: Final = {"Qualification", "LearningAchievementSpecification"}
_MARK: Final = "data.europa.eu/snb"
_MODES: Final[dict[str, Mode]] = {"online": "online", "blended": "blended", "presential": "onsite", "onsite": "onsite"}
_EURO: Final = ("EUR", "€")


def recognises(value: object) -> bool:
    """Whether parsed JSON has an opportunity to learn, or a credential, of the European Learning Model."""
    if not isinstance(value, dict | list):
        return False
    known = ld.graph(value)
    if any(_OPPORTUNITY in ld.types(node) for node in known.nodes):
        return True
    return any(ld.types(node) & _LEARNT for node in known.nodes) and any(
        _MARK in str(node["@context"]) for node in known.nodes if "@context" in node
    )


def read(value: Any, name: str) -> Read:
    """The offers of a file. One that cannot be read is refused alone; without any: UserError."""
    known = ld.graph(value)
    found = [node for node in known.nodes if _OPPORTUNITY in ld.types(node)]
    found = found or [node for node in known.nodes if ld.types(node) & _LEARNT and node.get("title")]
    if not found:
        raise UserError(
            "{file} has no learning opportunity of the European Learning Model. Nothing was read.", {"file": name}
        )
    issuers = [issuer for node in known.nodes if "issuer" in node for issuer in ld.related(known, node, "issuer")]
    taken: dict[str, Offer] = {}
    refused = []
    for place, node in enumerate(found, 1):
        try:
            offer = _offer(known, node, issuers)
        except UserError as error:
            refused.append(Refused(place, error))
        else:
            taken.setdefault(offer.key, offer)
    return Read(tuple(taken.values()), tuple(refused))


def _offer(known: Graph, node: Node, issuers: list[Node]) -> Offer:
    learnt = _learnt(known, node)
    every = (node, *learnt)
    taught = ld.languages(_all(every, "language") or _all(every, "defaultLanguage"))
    language: Language = cast(Language, next((each for each in taught if each in LANGUAGES), "en"))
    title = _first_text(every, "title", language)
    if not title:
        raise UserError("{column} is empty, and no offer is without it.", {"column": "title"})
    given_by = ld.related(known, node, "providedBy") or ([] if _OPPORTUNITY in ld.types(node) else issuers)
    provider = _called(given_by, language)
    value, unit = _extent(known, every)
    return Offer(
        key=ld.key(KEY, _lasting(ld.node_id(node)), str(title), str(provider)),
        name=title,
        provider=provider,
        description=_first_text(every, "description", language),
        for_whom=_first_text(ld.related(known, node, "targetGroup"), "prefLabel", language),
        can_do_after=_outcomes(known, every, language),
        competence_tags=tuple(dict.fromkeys(_esco(known, every))),
        languages=taught,
        mode=tuple(dict.fromkeys(_modes(known, every))),
        places=_places(known, node, language),
        price_eur=_price(known, node),
        extent_value=value,
        extent_unit=unit,
        link=_link(known, node),
        source="ELM",
        **_when(known, node),
    )


def _lasting(given: str) -> str:
    """Ids that a program makes up within a file say nothing outside it."""
    return "" if given.startswith("urn:epass:") else given


def _learnt(known: Graph, node: Node) -> list[Node]:
    names = ("learningAchievementSpecification", "learningActivitySpecification", "specifiedBy")
    return [each for name in names for each in ld.related(known, node, name)]


def _all(nodes: Iterable[Node], name: str) -> list[Any]:
    return [each for node in nodes for each in ld.values(node, name)]


def _first_text(nodes: Iterable[Node], name: str, language: Language) -> Text:
    return next(filter(None, (ld.text(node, name, language) for node in nodes)), Text())


def _called(organisations: list[Node], language: Language) -> Text:
    names = (_first_text(organisations, name, language) for name in ("legalName", "prefLabel", "altLabel", "name"))
    return next(filter(None, names), Text())


def _outcomes(known: Graph, nodes: Iterable[Node], language: Language) -> Text:
    found = [ld.text(each, "title", language) for node in nodes for each in ld.related(known, node, "learningOutcome")]
    return Text(*(", ".join(filter(None, (each.get(one) for each in found))) for one in LANGUAGES))


def _esco(known: Graph, nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        for outcome in ld.related(known, node, "learningOutcome"):
            for skill in ld.related(known, outcome, "relatedESCOSkill"):
                if "/esco/skill/" in ld.node_id(skill):
                    yield f"esco:{ld.node_id(skill).rsplit('/', 1)[-1]}"


def _modes(known: Graph, nodes: Iterable[Node]) -> Iterator[Mode]:
    for node in nodes:
        for mode in ld.related(known, node, "mode"):
            named = _MODES.get(ld.text(mode, "prefLabel", "en").en.casefold())
            if named:
                yield named


def _places(known: Graph, node: Node, language: Language) -> tuple[Text, ...]:
    found = []
    for place in [*ld.related(known, node, "location"), *ld.related(known, node, "providedAt")]:
        names = [_first_text(ld.related(known, place, "spatialCode"), "prefLabel", language)]
        found.append(next(filter(None, [*names, ld.text(place, "geographicName", language)]), Text()))
    return tuple(dict.fromkeys(filter(None, found)))


def _price(known: Graph, node: Node) -> Decimal | None:
    """The lowest price in euros; what is in another money is not known."""
    amounts = [a for detail in ld.related(known, node, "priceDetail") for a in ld.related(known, detail, "amount")]
    euros = [ld.number(each, "value") for each in amounts if _is_euro(each)]
    return min((each for each in euros if each is not None), default=None)


def _is_euro(amount: Node) -> bool:
    given = str(amount.get("unit", "EUR"))
    return any(each in given for each in _EURO)


def _extent(known: Graph, nodes: Iterable[Node]) -> tuple[Decimal | None, ExtentUnit | None]:
    """Credits of the European system, or else hours of work."""
    for node in nodes:
        for points in ld.related(known, node, "creditPoint"):
            if (value := ld.number(points, "point")) is not None:
                return value, "op"
    hours = (ld.hours_or_days(ld.word(node, "volumeOfLearning")) for node in nodes)
    value, unit = next(filter(None, hours), (None, None))
    return value, cast("ExtentUnit | None", unit)


def _link(known: Graph, node: Node) -> str:
    pages = [ld.word(each, "contentURL") for each in ld.related(known, node, "homepage")]
    return ld.link(*pages, *map(ld.node_id, ld.related(known, node, "homepage")), ld.node_id(node))


def _when(known: Graph, node: Node) -> dict[str, Any]:
    period = next(iter(ld.related(known, node, "temporal")), {})
    start, end = ld.day(period, "startDate"), ld.day(period, "endDate")
    if start and end and start > end:
        values = {"first": "startDate", "low": start, "last": "endDate", "high": end}
        raise UserError("{first} ({low}) cannot be after {last} ({high}). Correct one of them.", values)
    return {"start": start, "end": end, "apply_by": ld.day(node, "applicationDeadline")}
