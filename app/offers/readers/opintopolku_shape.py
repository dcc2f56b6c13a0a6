"""What is used of an Opintopolku file, under the names and with the types that the service gives it.

A field that is null is as one that is not there. Fields that are not used are not looked at; those that are used must
be of the right type.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Final

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, model_validator

from app.frameworks.readers.html_text import plain
from app.texts import Text

EDUCATION: Final = r"1\.2\.246\.562\.13\.[0-9]{1,30}"
IMPLEMENTATION: Final = r"1\.2\.246\.562\.17\.[0-9]{1,30}"
ORGANISATION: Final = r"1\.2\.246\.562\.10\.[0-9]{1,30}"
PROVIDER_OID: Final = ("oppilaitosOid", "oid")
"""Where a hit has the number of the organisation that it is."""
Number = Annotated[str, Field(strict=False, coerce_numbers_to_str=True, pattern=r"^[0-9]{1,20}$")]
Amount = Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False)]
Moment = Annotated[datetime, Field(strict=False)]
Words = Annotated[str, Field(max_length=100_000)]
Word = Annotated[str, Field(max_length=100)]
Extent = Amount | Word | None


class Shape(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)

    @model_validator(mode="before")
    @classmethod
    def null_is_nothing(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {field: content for field, content in value.items() if content is not None}


class Name(Shape):
    """A text in up to three languages, perhaps in HTML."""

    fi: Words = ""
    sv: Words = ""
    en: Words = ""

    @property
    def text(self) -> Text:
        return Text(plain(self.fi), plain(self.sv), plain(self.en))


class Code(Shape):
    """A member of a code list."""

    uri: Annotated[str, Field(alias="koodiUri", pattern=r"^[\w.#-]{0,100}$")] = ""
    name: Annotated[Name, Field(alias="nimi")] = Name()


class Organisation(Shape):
    name: Annotated[Name, Field(alias="nimi")] = Name()
    place: Annotated[Code, Field(alias="paikkakunta")] = Code()


class Keyword(Shape):
    language: Annotated[Word, Field(alias="kieli")] = ""
    word: Annotated[Words, Field(alias="arvo")] = ""


class Unit(Shape):
    """A qualification unit that an education gives."""

    unit: Annotated[Code, Field(alias="tutkinnonOsat")] = Code()
    qualification: Annotated[Code, Field(alias="koulutus")] = Code()
    framework: Annotated[Number, Field(validation_alias=AliasChoices("ePerusteId", "eperuste"))] = ""
    points: Annotated[Extent, Field(alias="opintojenLaajuusNumero")] = None


class Season(Shape):
    """When it begins: on a day, in a season of a year, or by a plan of one's own. Older files have but the season."""

    start: Annotated[Moment | None, Field(alias="koulutuksenAlkamispaivamaara")] = None
    end: Annotated[Moment | None, Field(alias="koulutuksenPaattymispaivamaara")] = None
    season: Annotated[Code, Field(alias="koulutuksenAlkamiskausi")] = Code()
    name: Annotated[Name, Field(alias="nimi")] = Name()
    year: Annotated[Number, Field(alias="koulutuksenAlkamisvuosi")] = ""
    plan: Annotated[Name, Field(alias="henkilokohtaisenSuunnitelmanLisatiedot")] = Name()


class Teaching(Shape):
    languages: Annotated[list[Code], Field(alias="opetuskieli")] = []
    times: Annotated[list[Code], Field(alias="opetusaika")] = []
    modes: Annotated[list[Code], Field(alias="opetustapa")] = []
    fee: Annotated[Word, Field(alias="maksullisuustyyppi")] = ""
    price: Annotated[Amount | None, Field(alias="maksunMaara")] = None
    fee_note: Annotated[Name, Field(alias="maksullisuusKuvaus")] = Name()
    begins: Annotated[Season, Field(alias="koulutuksenAlkamiskausi")] = Season()
    year: Annotated[Number, Field(alias="koulutuksenAlkamisvuosi")] = ""


class Round(Shape):
    """A round of applications."""

    begins: Annotated[Season, Field(alias="koulutuksenAlkamiskausi")] = Season()


class Metadata(Shape):
    kind: Annotated[Word, Field(alias="tyyppi")] = ""
    description: Annotated[Name, Field(alias="kuvaus")] = Name()
    extent: Annotated[Code, Field(alias="opintojenLaajuus")] = Code()
    extent_number: Annotated[Extent, Field(alias="opintojenLaajuusNumero")] = None
    extent_unit: Annotated[Code, Field(alias="opintojenLaajuusyksikko")] = Code()
    units: Annotated[list[Unit], Field(alias="tutkinnonOsat")] = []
    teaching: Annotated[Teaching, Field(alias="opetus")] = Teaching()
    keywords: Annotated[list[Keyword], Field(alias="asiasanat")] = []
    job_titles: Annotated[list[Keyword], Field(alias="ammattinimikkeet")] = []
    learnt: Annotated[Name, Field(alias="osaamistavoitteet")] = Name()


class Education(Shape):
    """A koulutus (what is taught), a toteutus (where and when), or a hit of a search page, which has less."""

    oid: Annotated[str, Field(pattern=f"^({EDUCATION}|{IMPLEMENTATION})$")]
    state: Annotated[Word, Field(alias="tila")] = "julkaistu"
    name: Annotated[Name, Field(alias="nimi")] = Name()
    kind: Annotated[Word, Field(alias="koulutustyyppi")] = ""
    framework: Annotated[Number, Field(validation_alias=AliasChoices("ePerusteId", "eperuste"))] = ""
    qualifications: Annotated[list[Code], Field(alias="koulutukset")] = []
    qualification: Annotated[Code, Field(alias="koulutus")] = Code()
    parent: Annotated[str, Field(alias="koulutusOid", pattern=f"^{EDUCATION}$")] = ""
    providers: Annotated[list[Organisation], Field(alias="tarjoajat")] = []
    organisation: Annotated[Organisation, Field(alias="organisaatio")] = Organisation()
    modified: Moment | None = None
    description: Annotated[Name, Field(alias="kuvaus")] = Name()
    extent_number: Annotated[Extent, Field(alias="opintojenLaajuusNumero")] = None
    extent_unit: Annotated[Code, Field(alias="opintojenLaajuusyksikko")] = Code()
    units: Annotated[list[Unit], Field(alias="tutkinnonOsat")] = []
    rounds: Annotated[list[Round], Field(alias="hakutiedot")] = []
    metadata: Metadata = Metadata()


class Provider(Shape):
    """A hit of a search page for those who give an education."""

    oid: Annotated[str, Field(validation_alias=AliasChoices(*PROVIDER_OID), pattern=f"^{ORGANISATION}$")]
    state: Annotated[Word, Field(alias="oppilaitosTila")] = ""
    name: Annotated[Name, Field(alias="nimi")] = Name()
    places: Annotated[list[Code], Field(alias="kunnat")] = []
