"""The catalogues that are in force: the shipped ones, or a person's own copies in the data folder.

A file in the folder `catalogues` of the data folder takes the place of the shipped one of the same name. A copy that
cannot be read stands in nobody's way: the shipped catalogue is used, and the fault goes with it to be told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final, TypeVar

from app.catalogues.audiences import AUDIENCES, Audiences, load_audiences
from app.catalogues.cards import CARDS, load_cards
from app.catalogues.feedback import FEEDBACK, FeedbackRule, load_feedback
from app.catalogues.funding import FUNDING, load_funding
from app.catalogues.model import CardCatalogue, Directory, Municipalities
from app.catalogues.municipalities import MUNICIPALITIES, load_municipalities
from app.catalogues.qualifications import QUALIFICATIONS, Qualifications, load_qualifications
from app.catalogues.reading import Lies
from app.catalogues.sectors import TOL_2008, SectorIndex, load_sectors, made_ready
from app.catalogues.services import SERVICES, load_services
from app.catalogues.shortage import SHORTAGE, ShortageFields, load_shortage
from app.catalogues.titles import TITLES, JobTitles, load_titles
from app.errors import UserError
from app.paths import resource
from app.services.desk import Shelf

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


def of_company(desk: Shelf) -> OfCompany:
    """Sectors and municipalities. The first time takes about a second: not on the window's thread."""
    sectors, of_sectors = _in_force(desk, TOL_2008, _sectors)
    municipalities, of_municipalities = _in_force(desk, MUNICIPALITIES, load_municipalities)
    return OfCompany(sectors, municipalities, of_sectors + of_municipalities)


def municipalities(desk: Shelf) -> Municipalities:
    """Municipalities alone, which are read at once."""
    return _in_force(desk, MUNICIPALITIES, load_municipalities)[0]


def of_cards(desk: Shelf) -> OfCards:
    return OfCards(*_in_force(desk, CARDS, load_cards))


def of_directory(desk: Shelf) -> OfDirectory:
    """Funding routes and services. The first time takes a moment: not on the window's thread."""
    funding, of_funding = _in_force(desk, FUNDING, load_funding)
    services, of_services = _in_force(desk, SERVICES, load_services)
    return OfDirectory(Directory(funding, services), of_funding + of_services)


def shortage(desk: Shelf) -> ShortageFields:
    """Fields in which workers are hard to find."""
    return _in_force(desk, SHORTAGE, load_shortage)[0]


def audiences(desk: Shelf) -> Audiences:
    """Words by which offers tell that they are not for staff of a company."""
    return _in_force(desk, AUDIENCES, load_audiences)[0]


def feedback_rule(desk: Shelf) -> FeedbackRule:
    """From how many voices on feedback is told as an average."""
    return _in_force(desk, FEEDBACK, load_feedback)[0]


def qualifications(desk: Shelf) -> Qualifications:
    """The register of qualifications, of which the library need not have the requirements."""
    return _in_force(desk, QUALIFICATIONS, load_qualifications)[0]


def titles(desk: Shelf) -> JobTitles:
    """National job titles."""
    return _in_force(desk, TITLES, load_titles)[0]


def _sectors(lies: Lies) -> SectorIndex:
    return made_ready(load_sectors(lies))


def _in_force(desk: Shelf, stem: str, load: Callable[[Lies], Catalogue]) -> tuple[Catalogue, tuple[UserError, ...]]:
    own, faults = desk.folder.root / FOLDER, tuple[UserError, ...]()
    if any((own / f"{stem}.{ending}").is_file() for ending in ("yaml", "csv")):
        try:
            return load(desk.folder.catalogue), faults
        except UserError as error:
            faults = (error,)
    return _shipped(load), faults


@lru_cache(maxsize=16)
def _shipped(load: Callable[[Lies], Catalogue]) -> Catalogue:
    """The shipped catalogues never change while the program runs."""
    return load(partial(resource, FOLDER))
