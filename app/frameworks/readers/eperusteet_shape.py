"""The parts of an ePerusteet file that are read, under the names the source gives them.

Described in the interface's own OpenAPI document (ePerusteet rajapinta v3, PerusteKaikkiDto). Fields that are not
used are not looked at; those that are used must be of the right type.
"""

from __future__ import annotations

from typing import Annotated, Final, final

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

_LATEST: Final = 32_503_680_000_000  # year 3000


Ref = Annotated[
    str, Field(strict=False, coerce_numbers_to_str=True, max_length=100)
]  # the source writes 7614470 and "7614470"
Prose = Annotated[str, Field(max_length=100_000)]
Word = Annotated[str, Field(max_length=200)]
Points = Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)]
Pieces = Annotated[int, Field(ge=0, le=10_000)]
Milliseconds = Annotated[int, Field(ge=-_LATEST, le=_LATEST)]


class Shape(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", alias_generator=to_camel)


@final
class Words(Shape):
    """A text in several languages. `tunniste` stays when the wording is corrected, `id` does not."""

    id: Annotated[Ref | None, Field(alias="_id")] = None
    tunniste: Annotated[Ref | None, Field(alias="_tunniste")] = None
    fi: Prose | None = None
    sv: Prose | None = None
    en: Prose | None = None


@final
class Code(Shape):
    nimi: Words | None = None
    arvo: Ref | None = None
    uri: Ref | None = None


class Statement(Shape):
    koodi: Code | None = None
    vaatimus: Words | None = None


class StatementArea(Shape):
    kuvaus: Words | None = None
    vaatimukset: list[Statement] | None = None


class Statements(Shape):
    """`ammattitaitovaatimukset2019`: statements as data, some under a heading."""

    kohde: Words | None = None
    vaatimukset: list[Statement] | None = None
    kohdealueet: list[StatementArea] | None = None


@final
class Level(Shape):
    id: Ref | None = None
    otsikko: Words | None = None


@final
class Scale(Shape):
    osaamistasot: list[Level] | None = None


@final
class GenericAssessment(Shape):
    arviointi_asteikko: Scale | None = None


class LevelCriteria(Shape):
    level_id: Annotated[Ref | None, Field(alias="_osaamistaso")] = None
    osaamistaso: Level | None = None
    kriteerit: list[Words | None] | None = None


class Target(Shape):
    otsikko: Words | None = None
    selite: Words | None = None
    arviointi_asteikko: Scale | None = None
    osaamistason_kriteerit: list[LevelCriteria] | None = None


class TargetArea(Shape):
    otsikko: Words | None = None
    arvioinnin_kohteet: list[Target] | None = None


@final
class Assessment(Shape):
    arvioinnin_kohdealueet: list[TargetArea] | None = None


class Outcomes(Shape):
    id: Ref | None = None
    nimi: Words | None = None
    laajuus: Points | None = None
    pakollinen: bool | None = None


class StatedOutcomes(Outcomes):
    tavoitteet: Statements | None = None


class ProseOutcomes(Outcomes):
    tavoitteet: Words | None = None


class Area(Shape):
    id: Ref | None = None
    nimi: Words | None = None
    koodi: Code | None = None
    koodi_arvo: Ref | None = None
    pakolliset_osaamistavoitteet: StatedOutcomes | None = None
    valinnaiset_osaamistavoitteet: StatedOutcomes | None = None
    osaamistavoitteet: list[ProseOutcomes] | None = None


class Unit(Shape):
    id: Ref
    nimi: Words | None = None
    koodi: Code | None = None
    koodi_arvo: Ref | None = None
    tyyppi: Word | None = None
    laajuus: Points | None = None
    ammattitaitovaatimukset2019: Statements | None = None
    arviointi: Assessment | None = None
    geneerinen_arviointiasteikko: GenericAssessment | None = None
    ammattitaitovaatimukset: Words | None = None
    osa_alueet: list[Area] | None = None


class LoneUnit(Unit):
    """A unit that is published without its qualification."""

    muokattu: Milliseconds | None = None


@final
class Goal(Shape):
    osaamistavoite: Words | None = None


@final
class Criterion(Shape):
    arviointikriteeri: Words | None = None


@final
class Category(Shape):
    nimi: Words | None = None


class Badge(Shape):
    """`osaamismerkki`: a national badge, with its aims and how they are assessed."""

    id: Ref
    nimi: Words | None = None
    koodi_uri: Word | None = None
    kategoria: Category | None = None
    osaamistavoitteet: list[Goal] | None = None
    arviointikriteerit: list[Criterion] | None = None
    voimassaolo_alkaa: Milliseconds | None = None
    voimassaolo_loppuu: Milliseconds | None = None
    muokattu: Milliseconds | None = None


@final
class PointLimits(Shape):
    minimi: Points | None = None
    maksimi: Points | None = None


@final
class PieceLimits(Shape):
    minimi: Pieces | None = None
    maksimi: Pieces | None = None


@final
class Rule(Shape):
    laajuus: PointLimits | None = None
    koko: PieceLimits | None = None


@final
class CompetenceArea(Shape):
    nimi: Words | None = None
    osaamisalakoodi_arvo: Ref | None = None
    osaamisalakoodi_uri: Ref | None = None


class Branch(Shape):
    """`rakenne`: a group of the composition, or a reference to a unit."""

    nimi: Words | None = None
    muodostumis_saanto: Rule | None = None
    osaamisala: CompetenceArea | None = None
    tutkintonimike: Code | None = None
    unit_reference: Annotated[Ref | None, Field(alias="_tutkinnonOsaViite")] = None
    osat: list[Branch] | None = None


class UnitReference(Shape):
    id: Ref
    laajuus: Points | None = None
    unit_id: Annotated[Ref, Field(alias="_tutkinnonOsa")]


class Way(Shape):
    """`suoritustapa`: a way to take the qualification, with its own composition."""

    suoritustapakoodi: Word | None = None
    rakenne: Branch | None = None
    tutkinnon_osa_viitteet: list[UnitReference] | None = None


class Education(Shape):
    nimi: Words | None = None
    koulutuskoodi_arvo: Ref | None = None
    koulutuskoodi_uri: Ref | None = None


@final
class Title(Shape):
    id: Ref | None = None
    nimi: Words | None = None
    tutkintonimike_arvo: Ref | None = None
    tutkintonimike_uri: Ref | None = None


@final
class Version(Shape):
    aikaleima: Milliseconds | None = None


class Qualification(Shape):
    id: Ref
    global_version: Version | None = None
    muokattu: Milliseconds | None = None
    nimi: Words | None = None
    diaarinumero: Word | None = None
    voimassaolo_alkaa: Milliseconds | None = None
    voimassaolo_loppuu: Milliseconds | None = None
    koulutukset: list[Education] | None = None
    osaamisalat: list[Code] | None = None
    tutkintonimikkeet: list[Title] | None = None
    suoritustavat: list[Way] | None = None
    tutkinnon_osat: list[Unit] | None = None
