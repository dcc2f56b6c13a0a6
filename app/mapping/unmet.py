"""Needs that were agreed on and that no offer fits, for those who plan training (brief, VSO-9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from app.languages import Language
from app.mapping.model import Band, RoleNeed
from app.mapping.plan import Results
from app.mapping.teachers import competence
from app.texts import Text

BAND_WEIGHT: Final = {Band.URGENT: 3, Band.IMPORTANT: 2, Band.WATCH: 1, Band.IN_ORDER: 0, Band.NOT_ASSESSED: 0}

HasOffer = Callable[[RoleNeed], bool]


@dataclass(frozen=True, slots=True)
class Unmet:
    """One agreed need of one company without an offer. `company` is its key, to count it by; it is never shown."""

    name: Text
    competence: tuple[str, str]
    band: Band
    company: str
    sector: str = ""
    language: Language = "fi"
    unit_code: str = ""
    qualification_code: str = ""


@dataclass(frozen=True, slots=True)
class UnmetNeed:
    """A competence without an offer, in how many companies; `weight` is companies × the heaviest band."""

    name: Text
    competence: tuple[str, str]
    companies: int
    band: Band
    weight: int
    sectors: tuple[str, ...]
    languages: tuple[Language, ...]
    unit_code: str = ""
    qualification_code: str = ""


def unmet(results: Results, has_offer: HasOffer) -> tuple[Unmet, ...]:
    """The agreed needs of a mapping that no offer fits, in the agreed order."""
    company = results.mapping.company
    return tuple(
        Unmet(
            need.name,
            competence(need),
            agreed.scored.score.band,
            company.key,
            company.sector,
            company.service_language,
            need.unit_code,
            need.qualification_code,
        )
        for agreed in results.agreed
        for need in [agreed.scored.need]
        if not has_offer(need)
    )


def together(found: Iterable[Unmet]) -> tuple[UnmetNeed, ...]:
    """The needs of many companies by competence, heaviest first. A company counts once, whatever its roles."""
    return tuple(sorted(_summed(found), key=lambda need: (-need.weight, -need.companies, need.competence)))


def _summed(found: Iterable[Unmet]) -> Iterator[UnmetNeed]:
    by_competence: dict[tuple[str, str], list[Unmet]] = defaultdict(list)
    for one in found:
        by_competence[one.competence].append(one)
    for ones in by_competence.values():
        companies = len({one.company for one in ones})
        band = max((one.band for one in ones), key=lambda band: BAND_WEIGHT[band])
        yield UnmetNeed(
            ones[0].name,
            ones[0].competence,
            companies,
            band,
            companies * BAND_WEIGHT[band],
            tuple(sorted({one.sector for one in ones if one.sector})),
            tuple(sorted({one.language for one in ones})),
            ones[0].unit_code,
            ones[0].qualification_code,
        )
