"""Guidance and other services to refer to, and the rules of a network (brief, JOE-3a, KSO-2, VSO-3): read and found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.catalogues.finding import found, said
from app.catalogues.model import NetworkRule, Service, ServiceCatalogue
from app.catalogues.reading import Lies, about, broken, refuse_twice, validated

if TYPE_CHECKING:
    from app.catalogues import shape

SERVICES: Final = "services"


def load_services(lies: Lies) -> ServiceCatalogue:
    """All services; each key is there once, and the rules of the network name services that are there."""
    from app.catalogues import shape

    path = lies(f"{SERVICES}.yaml")
    read = validated(path, shape.Services)
    refuse_twice(path, "services", "key", [service.key for service in read.services])
    refuse_twice(path, "network", "key", [rule.key for rule in read.network])
    _refuse_unknown(path, read)
    services, network = tuple(map(_service, read.services)), tuple(map(_rule, read.network))
    return ServiceCatalogue(about(read), read.stale_after, services, network)


def _refuse_unknown(path: Path, read: shape.Services) -> None:
    known = {service.key for service in read.services}
    for place, rule in enumerate(read.network):
        if rule.service not in known:
            raise broken(path, f"network[{place}].service", rule.service)


def _service(read: shape.Service) -> Service:
    return Service(
        key=read.key,
        name=read.name.text(),
        does=read.does.text(),
        for_whom=read.for_whom.text(),
        providers=tuple(read.providers),
        words=read.words.text(),
        languages=tuple(read.languages),
        area=read.area.text(),
        contact=read.contact,
        link=read.link,
        checked=read.checked,
    )


def _rule(read: shape.NetworkRule) -> NetworkRule:
    return NetworkRule(
        key=read.key,
        service=read.service,
        told=read.told.text(),
        sectors=tuple(read.sectors),
        levels=tuple(read.levels),
        languages=tuple(read.languages),
        areas=tuple(read.areas),
        customers=tuple(read.customers),
    )


def find_services(catalogue: ServiceCatalogue, text: str) -> list[Service]:
    """Services that are called so, or that do so, in any of the languages."""
    return found(catalogue.services, text, lambda s: s.name, lambda s: said(s.words, s.does, s.for_whom, s.area))
