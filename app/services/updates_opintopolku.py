"""Looking in Opintopolku for educations with their implementations, by words or for qualifications of the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from app.errors import UserError
from app.frameworks.model import FrameworkSummary
from app.offers.changes import compare_offers
from app.offers.model import Offer, Provider
from app.offers.readers import opintopolku as reader
from app.online import opintopolku
from app.online.service import Service
from app.services.desk import Desk
from app.services.updates_eperusteet import first, imported, number_of
from app.services.updates_model import OfferPreview, Progress, Question


@dataclass(slots=True)
class _Haul:
    """What has been fetched so far; `gone` are keys of what is given no more."""

    offers: list[Offer] = field(default_factory=list)
    providers: list[Provider] = field(default_factory=list)
    refused: list[UserError] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def take(self, value: Any, key: str, name: str) -> None:
        """Read an education or an implementation, or note that it is gone or why it cannot be read."""
        if value is None:
            self.gone.append(key)
            return
        try:
            self.offers += reader.read(value, name).offers
        except UserError as error:
            self.refused.append(error)


def look(desk: Desk, service: Service, question: Question, progress: Progress) -> OfferPreview:
    """Fetch what the question asks for, and compare it with the library."""
    known = {offer.key: offer for offer in desk.library.offers() if offer.key.startswith(reader.KEY)}
    wanted, more = _wanted(desk, service, question, known.values())
    haul = _Haul()
    for done, (key, name) in enumerate(wanted.items()):
        progress(name, done, len(wanted))
        _fetch(service, key, name, known, haul, progress)
    offers = reader.joined(haul.offers, known.values())
    changes = compare_offers(known, offers, haul.gone, desk.today)
    fetched_on = service.pages.oldest() or desk.today
    return OfferPreview(changes, tuple(dict.fromkeys(haul.providers)), tuple(haul.refused), more, fetched_on)


def _fetch(service: Service, key: str, name: str, known: dict[str, Offer], haul: _Haul, progress: Progress) -> None:
    """An education, its implementations and who gives it. Those of the library that it lists no more are gone."""
    value = opintopolku.education(service, key)
    haul.take(value, key, name)
    children = [offer.key for offer in known.values() if offer.parent_key == key]
    listed = () if value is None else opintopolku.implementations(value)
    for done, each in enumerate(listed or ()):
        progress(name, done, len(listed or ()))
        haul.take(opintopolku.implementation(service, each), each, name)
    if listed is not None:
        haul.gone += [child for child in children if child not in listed]
    if value is not None:
        haul.providers += opintopolku.providers(service, key)


def _wanted(desk: Desk, service: Service, question: Question, known: Iterable[Offer]) -> tuple[dict[str, str], bool]:
    """Names of the educations to fetch, by key, and whether there are more.

    For a qualification that is all the library knows of it, and the best finds of its name that belong to it.
    """
    text = question.text.strip()
    if text and not (key := number_of(text)):
        finds = islice(_searched(service, text, question), question.limit + 1)
        return first(_named(finds, question), question.limit)
    wanted: dict[str, str] = {}
    more = False
    for summary in _qualifications(desk, key if text else ""):
        here = _named((o for o in known if not o.parent_key and _belongs(o, summary)), question)
        search = _searched(service, summary.name.said(question.language).text, question)
        new = (o for o in search if _belongs(o, summary) and o.key not in here | wanted)
        taken, beyond = first(_named(islice(new, question.limit + 1), question), question.limit)
        wanted |= here | taken
        more |= beyond
    return wanted, more


def _qualifications(desk: Desk, key: str) -> list[FrameworkSummary]:
    """All of the library, or the one with this key."""
    here = imported(desk)
    if key and key not in here:
        raise UserError(
            "Qualification {number} is not in the library. Fetch it from ePerusteet first, or look by words.",
            {"number": key.partition(":")[2]},
        )
    if not here:
        raise UserError("The library has no qualification from ePerusteet yet. Write what to look for.")
    return [here[key]] if key else list(here.values())


def _searched(service: Service, words: str, question: Question) -> Iterator[Offer]:
    if len(words) < opintopolku.SHORTEST:
        raise UserError("{text} is too short to look for. Write at least three letters.", {"text": words})
    return opintopolku.found(service, words, question.language)


def _named(offers: Iterable[Offer], question: Question) -> dict[str, str]:
    return {offer.key: offer.name.said(question.language).text for offer in offers}


def _belongs(offer: Offer, qualification: FrameworkSummary) -> bool:
    """Whether an offer leads to a qualification, by its requirements or by its national code."""
    code = qualification.code
    return offer.framework_key == qualification.key or bool(code and code in offer.qualification_codes)
