"""What is used of an Opintopolku file, and its types. Unknown fields are left alone; wrong types are refused."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from app.languages import Text


def _no_gap(value: Any) -> Any:
    """Null means an empty list."""
    return [] if value is None else value


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", populate_by_name=True, strict=True)


class Name(_Part):
    """A text in up to three languages."""

    fi: str | None = None
    sv: str | None = None
    en: str | None = None

    @property
    def text(self) -> Text:
        return Text(fi=(self.fi or "").strip(), sv=(self.sv or "").strip(), en=(self.en or "").strip())


class Code(_Part):
    """A member of a code list."""

    uri: str | None = Field(None, alias="koodiUri")
    name: Name | None = Field(None, alias="nimi")


Codes = Annotated[list[Code], BeforeValidator(_no_gap)]


class Organisation(_Part):
    name: Name = Field(default_factory=Name, alias="nimi")
    place: Code | None = Field(None, alias="paikkakunta")


class Keyword(_Part):
    language: str = Field(alias="kieli")
    word: str = Field(alias="arvo")


class Unit(_Part):
    """A qualification unit that an education gives."""

    unit: Code | None = Field(None, alias="tutkinnonOsat")
    qualification: Code | None = Field(None, alias="koulutus")
    framework: int | None = Field(None, alias="ePerusteId")
    framework_in_search: int | None = Field(None, alias="eperuste")
    points: float | None = Field(None, alias="opintojenLaajuusNumero")


Units = Annotated[list[Unit], BeforeValidator(_no_gap)]


class Season(_Part):
    start: datetime | None = Field(None, alias="koulutuksenAlkamispaivamaara", strict=False)
    end: datetime | None = Field(None, alias="koulutuksenPaattymispaivamaara", strict=False)
    season: Code | None = Field(None, alias="koulutuksenAlkamiskausi")
    year: int | str | None = Field(None, alias="koulutuksenAlkamisvuosi")


class Teaching(_Part):
    languages: Codes = Field(default_factory=list, alias="opetuskieli")
    times: Codes = Field(default_factory=list, alias="opetusaika")
    modes: Codes = Field(default_factory=list, alias="opetustapa")
    fee: str | None = Field(None, alias="maksullisuustyyppi")
    price: float | None = Field(None, alias="maksunMaara")
    fee_note: Name = Field(default_factory=Name, alias="maksullisuusKuvaus")
    begins: dict[str, Any] | None = Field(None, alias="koulutuksenAlkamiskausi")


class Metadata(_Part):
    kind: str | None = Field(None, alias="tyyppi")
    description: Name | None = Field(None, alias="kuvaus")
    extent: Code | None = Field(None, alias="opintojenLaajuus")
    extent_number: float | None = Field(None, alias="opintojenLaajuusNumero")
    extent_unit: Code | None = Field(None, alias="opintojenLaajuusyksikko")
    units: Units = Field(default_factory=list, alias="tutkinnonOsat")
    teaching: Teaching | None = Field(None, alias="opetus")
    keywords: Annotated[list[Keyword], BeforeValidator(_no_gap)] = Field(default_factory=list, alias="asiasanat")
    learnt: Name | None = Field(None, alias="osaamistavoitteet")


class Education(_Part):
    """A koulutus (what is taught), a toteutus (where and when), or a hit of a search page."""

    oid: str
    state: str = Field("julkaistu", alias="tila")
    name: Name = Field(alias="nimi")
    kind: str | None = Field(None, alias="koulutustyyppi")
    framework: int | None = Field(None, alias="ePerusteId")
    qualifications: Codes = Field(default_factory=list, alias="koulutukset")
    qualification: Code | None = Field(None, alias="koulutus")
    parent: str | None = Field(None, alias="koulutusOid")
    providers: Annotated[list[Organisation], BeforeValidator(_no_gap)] = Field(default_factory=list, alias="tarjoajat")
    organisation: Organisation | None = Field(None, alias="organisaatio")
    modified: datetime | None = Field(None, strict=False)
    units: Units = Field(default_factory=list, alias="tutkinnonOsat")
    description: Name | None = Field(None, alias="kuvaus")
    extent_number: float | str | None = Field(None, alias="opintojenLaajuusNumero")
    extent_unit: Code | None = Field(None, alias="opintojenLaajuusyksikko")
    metadata: Metadata = Field(default_factory=Metadata)
