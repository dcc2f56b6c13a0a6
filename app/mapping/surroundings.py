"""What the catalogues tell about offers: in which regions they are held, whom they are for, and who may pay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from app.catalogues.audiences import Audiences
from app.catalogues.model import FundingCatalogue, Municipalities
from app.languages import LANGUAGES
from app.texts import Text


@dataclass(frozen=True, slots=True)
class Regions:
    """Codes of regions by the number and by each name, in small letters, of a municipality; and who borders on whom."""

    of_municipality: Mapping[str, str] = field(default_factory=dict)
    bordering: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def of(self, numbers: Iterable[str], names: Iterable[Text]) -> frozenset[str]:
        """The regions of municipalities, as far as they are known."""
        said = (*numbers, *(name for text in names for name in small_names(text)))
        return frozenset(self.of_municipality[name] for name in said if name in self.of_municipality)

    def neighbours(self, regions: Iterable[str]) -> frozenset[str]:
        return frozenset[str]().union(*(self.bordering.get(region, ()) for region in regions))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is not known of catalogues that are not there speaks neither for nor against an offer."""

    regions: Regions = field(default_factory=Regions)
    audiences: Audiences = field(default_factory=Audiences)
    funding: FundingCatalogue | None = None


NO_SURROUNDINGS: Final = Surroundings()


def regions(catalogue: Municipalities) -> Regions:
    of_municipality = {name: m.region for m in catalogue.municipalities for name in (m.number, *small_names(m.name))}
    bordering: dict[str, frozenset[str]] = {}
    for one, other in catalogue.neighbours:
        bordering[one] = bordering.get(one, frozenset()) | {other}
        bordering[other] = bordering.get(other, frozenset()) | {one}
    return Regions(of_municipality, bordering)


def small_names(name: Text) -> set[str]:
    """A name as it is written in each language, whatever the case."""
    return {written.casefold() for language in LANGUAGES if (written := name.get(language))}
