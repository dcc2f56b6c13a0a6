"""Funding routes, services and referrals as they are told: of the catalogues, and for one company."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from app.catalogues.model import Customer, Directory, FundingRoute, Level, Service
from app.i18n import Translator
from app.mapping.funding import amount, facts_of, is_gone, is_to_check, routes_for, services_for
from app.mapping.model import Mapping, Measure, MeasureStatus, PeopleMode
from app.mapping.plan import Results
from app.mapping.referral import Case, Referred, is_stale, referrals
from app.services.catalogues import municipalities, of_directory
from app.services.desk import Desk
from app.services.results import results_of
from app.wording import funding as words
from app.wording.words import capital, option_name

State = Literal["in_force", "check_first", "gone"]


@dataclass(frozen=True, slots=True)
class Told:
    """A company's results with the catalogues they are read by."""

    results: Results
    directory: Directory

    @property
    def measures(self) -> list[Measure]:
        """What was agreed and has not been dropped."""
        return [each for each in self.results.mapping.measures if each.status is not MeasureStatus.DROPPED]


def told_of(desk: Desk, mapping: Mapping) -> Told:
    return Told(results_of(desk, mapping), of_directory(desk).directory)


def route_json(t: Translator, route: FundingRoute, directory: Directory, today: date) -> dict[str, Any]:
    """A route with its age; no amount of one that must be checked first (FUND-1)."""
    money = amount(route, directory.funding, today)
    return {
        "code": route.code,
        "name": words.name(t, route),
        "state": state(route, directory, today),
        "checked": route.checked.isoformat(),
        "age_days": (today - route.checked).days,
        "valid_to": route.valid_to.isoformat() if route.valid_to else None,
        "way": route.way,
        "before_start": route.before_start,
        "amount": money.said(t.language).text or None,
        "told": words.route_lines(t, route, directory, today),
    }


def state(route: FundingRoute, directory: Directory, today: date) -> State:
    if is_gone(route, today):
        return "gone"
    return "check_first" if is_to_check(route, directory.funding, today) else "in_force"


def route_lines(t: Translator, route: FundingRoute, directory: Directory, today: date) -> Iterator[str]:
    yield f"{route.code}  {words.name(t, route)}"
    yield from (f"  {line}" for line in words.route_lines(t, route, directory, today))


def measure_name(t: Translator, measure: Measure) -> str:
    """What is done, in the words given, or else the kind of measure."""
    return measure.what or capital(option_name(t, measure.option))


def routes_json(t: Translator, told: Told, measure: Measure) -> dict[str, Any]:
    """The routes that come into question for a measure, each with why."""
    found = routes_for(facts_of(told.results, measure), told.directory.funding, told.results.today)
    return {
        "measure": measure.key,
        "what": measure_name(t, measure),
        "routes": [
            route_json(t, each.route, told.directory, told.results.today) | {"why": words.why(t, each)}
            for each in found
        ],
    }


def service_json(t: Translator, service: Service, directory: Directory, today: date) -> dict[str, Any]:
    """A service; of one whose contact is old or was never checked it says so (VSO-1)."""
    return {
        "key": service.key,
        "name": service.name.said(t.language).text,
        "does": service.does.said(t.language).text,
        "for_whom": service.for_whom.said(t.language).text,
        "providers": list(service.providers),
        "languages": list(service.languages),
        "area": service.area.said(t.language).text,
        "contact": service.contact or None,
        "link": service.link or None,
        "checked": service.checked.isoformat() if service.checked else None,
        "check_first": is_stale(service, directory.services, today),
    }


def service_lines(t: Translator, service: Service, directory: Directory, today: date) -> Iterator[str]:
    yield words.contact(t, service, directory, today)
    yield f"  {service.does.said(t.language).text}"
    yield f"  {t('For whom: {who}', who=service.for_whom.said(t.language).text)}"


def referred(desk: Desk, told: Told) -> tuple[Referred, ...]:
    """To whom the network's rules refer a company, the most specific rule first (KSO-2)."""
    return referrals(_case(desk, told), told.directory.services)


def besides(told: Told) -> tuple[Service, ...]:
    """Services that the rules of the route finder name for the measures, each once."""
    keys = [key for m in told.measures for key in services_for(facts_of(told.results, m), told.directory.funding)]
    return tuple(filter(None, map(told.directory.services.service, dict.fromkeys(keys))))


def _case(desk: Desk, told: Told) -> Case:
    """What is known of a company; levels are those of the offers in its measures."""
    mapping, company = told.results.mapping, told.results.mapping.company
    known = municipalities(desk)
    lies_in = known.municipality(company.municipality)
    levels: dict[str | None, Level] = {"VET": "VET", "VST": "VST", "UAS": "UAS", "UNI": "UNI"}
    taught = (levels.get(m.offer.provider_type) for m in told.measures if m.offer)
    customers: list[Customer] = ["company", "owner"] if mapping.people_mode is PeopleMode.OWNER else ["company"]
    return Case(
        sector=company.sector,
        levels=frozenset(filter(None, taught)),
        language=company.service_language,
        areas=frozenset({lies_in.number, lies_in.region, lies_in.area} - {""}) if lies_in else frozenset(),
        customers=frozenset(customers),
    )


def referral_json(t: Translator, told: Told, found: Referred) -> dict[str, Any]:
    said = service_json(t, found.service, told.directory, told.results.today)
    return {"rule": found.rule.key, "told": found.rule.told.said(t.language).text, "service": said}
