"""Whom to refer a case to, by the rules that a network has agreed on (brief, KSO-2)."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from app.catalogues.model import Customer, Level, NetworkRule, Service, ServiceCatalogue
from app.languages import Language


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules look at. What is not known is empty, and fulfils no rule that asks for it.

    `areas` are all that the case lies in: its municipality, region and employment area, as codes of the catalogue.
    """

    sector: str = ""
    levels: frozenset[Level] = frozenset()
    language: Language | None = None
    areas: frozenset[str] = frozenset()
    customers: frozenset[Customer] = frozenset()


@dataclass(frozen=True, slots=True)
class Referred:
    """A service with the rule that leads there; `told` of the rule is shown."""

    service: Service
    rule: NetworkRule


def referrals(case: Case, catalogue: ServiceCatalogue) -> tuple[Referred, ...]:
    """Every service that some rule refers the case to, the most specific rule first."""
    found = (
        Referred(service, rule)
        for rule in catalogue.network
        if all(asked & here for asked, here in _dimensions(rule, case) if asked)
        for service in [catalogue.service(rule.service)]
        if service
    )
    return tuple(sorted(found, key=lambda referred: _vagueness(referred.rule)))


def _dimensions(rule: NetworkRule, case: Case) -> Iterator[tuple[AbstractSet[str], AbstractSet[str]]]:
    yield frozenset(rule.sectors), {case.sector}
    yield frozenset(rule.levels), case.levels
    yield frozenset(rule.languages), {case.language or ""}
    yield frozenset(rule.areas), case.areas
    yield frozenset(rule.customers), case.customers


def _vagueness(rule: NetworkRule) -> tuple[int, int]:
    """The fewer dimensions a rule looks at, and then the more it lets pass in them, the vaguer it is."""
    sizes = [len(d) for d in (rule.sectors, rule.levels, rule.languages, rule.areas, rule.customers) if d]
    return -len(sizes), sum(sizes)


def is_stale(service: Service, catalogue: ServiceCatalogue, today: date) -> bool:
    """Whether a contact must be checked before anybody relies on it: checked long ago, or never."""
    return service.checked is None or (today - service.checked).days > catalogue.stale_after
