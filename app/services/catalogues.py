"""The catalogues that are in force: the shipped ones, or a person's own copies in the data folder.

A file in the folder `catalogues` of the data folder takes the place of the shipped one of the same name. A copy that
cannot be read stands in nobody's way: the shipped catalogue is used, and the fault goes with it to be told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Final, TypeVar

from app.catalogues.audiences import AUDIENCES, Audiences, load_audiences
from app.catalogues.cards import CARDS, load_cards
from app.catalogues.funding import FUNDING, load_funding
from app.catalogues.model import CardCatalogue, Directory, Municipalities
from app.catalogues.municipalities import MUNICIPALITIES, load_municipalities
from app.catalogues.reading import Lies
from app.catalogues.sectors import TOL_2008, SectorIndex, load_sectors, made_ready
from app.catalogues.services import SERVICES, load_services
from app.catalogues.shortage import SHORTAGE, ShortageFields, load_shortage
from app.errors import UserError
from app.paths import resource
from app.services.desk import Desk

FOLDER: Final = "catalogues"
Catalogue = TypeVar("Catalogue")


@dataclass(frozen=True, slots=True)
class OfCompany:
    """What a company is described by; `faults` are of own copies that could not be read."""

    sectors: SectorIndex
    municipalities: Municipalities
    faults: tuple[UserError, ...] = ()


@dataclass(frozen=True, slots=True)
class OfCards:
    cards: CardCatalogue
    faults: tuple[UserError, ...] = ()


@dataclass(frozen=True, slots=True)
class OfDirectory:
    directory: Directory
    faults: tuple[UserError, ...] = ()


def of_company(desk: Desk) -> OfCompany:
    """Sectors and municipalities. The first time takes about a second: not on the window's thread."""
    sectors, of_sectors = _in_force(desk, TOL_2008, _sectors)
    municipalities, of_municipalities = _in_force(desk, MUNICIPALITIES, load_municipalities)
    return OfCompany(sectors, municipalities, of_sectors + of_municipalities)


def municipalities(desk: Desk) -> Municipalities:
    """Municipalities alone, which are read at once."""
    return _in_force(desk, MUNICIPALITIES, load_municipalities)[0]


def of_cards(desk: Desk) -> OfCards:
    return OfCards(*_in_force(desk, CARDS, load_cards))


def of_directory(desk: Desk) -> OfDirectory:
    """Funding routes and services. The first time takes a moment: not on the window's thread."""
    funding, of_funding = _in_force(desk, FUNDING, load_funding)
    services, of_services = _in_force(desk, SERVICES, load_services)
    return OfDirectory(Directory(funding, services), of_funding + of_services)


def shortage(desk: Desk) -> ShortageFields:
    """Fields in which workers are hard to find."""
    return _in_force(desk, SHORTAGE, load_shortage)[0]


def audiences(desk: Desk) -> Audiences:
    """Words by which offers tell that they are not for staff of a company."""
    return _in_force(desk, AUDIENCES, load_audiences)[0]


def _sectors(lies: Lies) -> SectorIndex:
    return made_ready(load_sectors(lies))


def _in_force(desk: Desk, stem: str, load: Callable[[Lies], Catalogue]) -> tuple[Catalogue, tuple[UserError, ...]]:
    own, faults = desk.folder.root / FOLDER, tuple[UserError, ...]()
    if any((own / f"{stem}.{ending}").is_file() for ending in ("yaml", "csv")):
        try:
            return load(partial(_own_or_shipped, own)), faults
        except UserError as error:
            faults = (error,)
    return _shipped(load), faults


@lru_cache(maxsize=8)
def _shipped(load: Callable[[Lies], Catalogue]) -> Catalogue:
    """The shipped catalogues never change while the program runs."""
    return load(partial(resource, FOLDER))


def _own_or_shipped(own: Path, name: str) -> Path:
    return own / name if (own / name).is_file() else resource(FOLDER, name)
