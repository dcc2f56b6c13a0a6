"""Training offers as the public Opintopolku service describes them: koulutus, toteutus, and pages of a search.

A koulutus says what is taught, with its qualification requirements; a toteutus says where, when and in which language,
and names its koulutus. `joined` completes the second from the first. Contact persons are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Final, TypeVar

from pydantic import ValidationError

from app.errors import UserError
from app.frameworks.faults import first_fault
from app.frameworks.readers.html_text import plain
from app.languages import LANGUAGES, Language, Text
from app.offers.codes import bare
from app.offers.model import ExtentUnit, Mode, Offer, OfferType, ProviderType, Time
from app.offers.readers import Read, Refused
from app.offers.readers.opintopolku_shape import Code, Education, Name, Organisation, Season, Teaching, Unit

T = TypeVar("T")

KEY: Final = "opintopolku:"
_OID: Final = re.compile(r"1\.2\.246\.562\.(13|17)\.\d+")
_PUBLISHED: Final = "julkaistu"
_LANGUAGES: Final[dict[str, tuple[str, ...]]] = {
    "1": ("fi",),
    "2": ("sv",),
    "3": ("fi", "sv"),
    "4": ("en",),
    "5": ("se",),
}
_MODES: Final[dict[str, Mode]] = {
    "1": "onsite",
    "2": "online",
    "3": "online",
    "4": "blended",
    "5": "online",
    "6": "workplace",
}
_TIMES: Final[dict[str, tuple[Time, ...]]] = {
    "1": ("day",),
    "2": ("evening",),
    "3": ("weekend",),
    "4": ("day", "evening"),
    "5": ("own_pace",),
}
_EXTENT_UNITS: Final[dict[str, ExtentUnit]] = {"6": "osp", "2": "op", "4": "h"}
_DESCRIPTION_LIMIT: Final = 2000


def recognises(value: object) -> bool:
    """Whether parsed JSON is a koulutus, a toteutus, or a page of a search of Opintopolku."""
    return _is_education(value) or _is_page(value)


def _is_education(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("oid"), str) and bool(_OID.fullmatch(value["oid"]))


def _is_page(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("hits"), list) and "total" in value


def read(value: object, name: str) -> Read:
    """The offers of a file; `name` is the file's, for sentences. Hits that cannot be read are refused one by one."""
    if not isinstance(value, dict):
        raise UserError("{file} is no education, implementation or search page of Opintopolku.", {"file": name})
    if not _is_page(value):
        return Read((_offer(value, name),))
    offers, refused = [], []
    for place, hit in enumerate(value["hits"], 1):
        try:
            offers.append(_offer(hit, name))
        except UserError as error:
            refused.append(Refused(place, error))
    return Read(tuple(offers), tuple(refused))


def _offer(value: object, name: str) -> Offer:
    if not _is_education(value):
        raise UserError("{file}: this part is a provider or something else that is no training offer.", {"file": name})
    try:
        education = Education.model_validate(value)
        offer = _made(education)
    except ValidationError as error:
        fault = first_fault(error)
        values = {"file": name, "place": fault.place, "value": fault.value}
        raise UserError("{file}: {place} holds {value}, which is not what Opintopolku writes there.", values) from error
    if education.state != _PUBLISHED:
        values = {"file": name, "state": education.state}
        raise UserError("{file} is not published in Opintopolku (its state is {state}), so it is not taken.", values)
    return offer


def _made(education: Education) -> Offer:
    metadata = education.metadata
    units = [*metadata.units, *education.units]
    kind = education.kind or metadata.kind or ""
    places = [organisation.place for organisation in _providers(education) if organisation.place]
    is_implementation = education.parent is not None
    offer = Offer(
        key=KEY + education.oid,
        name=education.name.text,
        provider=_provider(education),
        provider_type=_provider_type(kind),
        offer_type=_offer_type(kind),
        can_do_after=_plain(metadata.learnt),
        description=_plain(metadata.description or education.description),
        qualification_codes=_qualification_codes(education, units),
        unit_codes=_distinct(bare(u.unit.uri) for u in units if u.unit and u.unit.uri),
        unit_names=tuple(u.unit.name.text for u in units if u.unit and u.unit.name),
        framework_key=_framework_key(education, units),
        keywords=_keywords(education),
        extent_value=_extent(education),
        extent_unit=_extent_unit(education),
        places=_distinct(place.name.text for place in places if place.name),
        municipality_codes=_distinct(bare(place.uri) for place in places if place.uri),
        link=_link(education),
        checked_on=education.modified.date() if education.modified else None,
        parent_key=KEY + education.parent if education.parent else "",
        source="Opintopolku",
    )
    return _with_teaching(offer, metadata.teaching) if is_implementation and metadata.teaching else offer


def _with_teaching(offer: Offer, teaching: Teaching) -> Offer:
    season = Season.model_validate(teaching.begins or {})
    return replace(
        offer,
        languages=_distinct(language for code in teaching.languages for language in _LANGUAGES.get(_number(code), ())),
        mode=_distinct(_MODES[n] for n in map(_number, teaching.modes) if n in _MODES),
        time=_distinct(time for code in teaching.times for time in _TIMES.get(_number(code), ())),
        price_eur=Decimal(0) if teaching.fee == "maksuton" else _money(teaching.price),
        price_note=_plain(teaching.fee_note),
        start=season.start.date() if season.start else None,
        end=season.end.date() if season.end else None,
        start_words=_season_words(season),
    )


def joined(offers: Iterable[Offer], known: Iterable[Offer]) -> tuple[Offer, ...]:
    """Implementations completed with the codes, extent and kind of the education they belong to, where it is known."""
    offers = tuple(offers)
    parents = {offer.key: offer for offer in (*known, *offers) if not offer.parent_key}
    return tuple(_completed(offer, parents.get(offer.parent_key)) for offer in offers)


def _completed(offer: Offer, parent: Offer | None) -> Offer:
    if parent is None:
        return offer
    return replace(
        offer,
        offer_type=parent.offer_type,
        provider_type=offer.provider_type or parent.provider_type,
        qualification_codes=parent.qualification_codes or offer.qualification_codes,
        unit_codes=parent.unit_codes or offer.unit_codes,
        unit_names=parent.unit_names or offer.unit_names,
        framework_key=parent.framework_key or offer.framework_key,
        extent_value=offer.extent_value or parent.extent_value,
        extent_unit=offer.extent_unit or parent.extent_unit,
    )


def _providers(education: Education) -> list[Organisation]:
    return education.providers or ([education.organisation] if education.organisation else [])


def _provider(education: Education) -> Text:
    """The organisation of an implementation; of an education only when a single one gives it."""
    if education.parent and education.organisation:
        return education.organisation.name.text
    return education.providers[0].name.text if len(education.providers) == 1 else Text()


def _provider_type(kind: str) -> ProviderType | None:
    types: tuple[tuple[str, ProviderType], ...] = (
        ("amm", "VET"),
        ("telma", "VET"),
        ("tuva", "VET"),
        ("amk", "UAS"),
        ("amo", "UAS"),
        ("yo", "UNI"),
        ("vapaa", "VST"),
        ("kk-", "other"),
        ("lk", "other"),
    )
    return next((provider for start, provider in types if kind.startswith(start)), None)


def _offer_type(kind: str) -> OfferType:
    if kind == "amm-tutkinnon-osa":
        return "unit"
    if "osaamismerkki" in kind:
        return "badge"
    return "qualification" if kind in ("amm", "amm-osaamisala", "amk", "yo", "lk") else "course"


def _qualification_codes(education: Education, units: Iterable[Unit]) -> tuple[str, ...]:
    codes = [*education.qualifications, education.qualification, *(u.qualification for u in units)]
    return _distinct(bare(code.uri) for code in codes if code and code.uri)


def _framework_key(education: Education, units: Iterable[Unit]) -> str:
    """The qualification requirements in ePerusteet, under the key they have in the library."""
    found = [education.framework, *(u.framework or u.framework_in_search for u in units)]
    return next((f"eperusteet:{number}" for number in found if number), "")


def _keywords(education: Education) -> Text:
    words: dict[Language, list[str]] = {language: [] for language in LANGUAGES}
    for keyword in education.metadata.keywords:
        for language in LANGUAGES:
            if keyword.language == language:
                words[language].append(keyword.word)
    return Text(**{language: ", ".join(found) for language, found in words.items()})


def _extent(education: Education) -> Decimal | None:
    """Extent as a number; ranges ("Enintään 60") say nothing to count with."""
    metadata = education.metadata
    words = metadata.extent.name.fi if metadata.extent and metadata.extent.name else None
    for found in (metadata.extent_number, education.extent_number, words):
        try:
            if found is not None:
                return Decimal(str(found)).normalize() + 0
        except InvalidOperation:
            continue
    return None


def _extent_unit(education: Education) -> ExtentUnit | None:
    code = education.metadata.extent_unit or education.extent_unit
    return _EXTENT_UNITS.get(_number(code)) if code else None


def _season_words(season: Season) -> Text:
    """When it begins, where only a season and a year are said: "Syksy 2027"."""
    if season.start or not (season.season and season.season.name and season.year):
        return Text()
    names = season.season.name.text
    return Text(**{language: f"{names.get(language)} {season.year}" for language in LANGUAGES if names.get(language)})


def _link(education: Education) -> str:
    kind = "toteutus" if education.parent else "koulutus"
    return f"https://opintopolku.fi/konfo/fi/{kind}/{education.oid}"


def _plain(name: Name | None) -> Text:
    if name is None:
        return Text()
    return Text(**{language: plain(getattr(name, language) or "")[:_DESCRIPTION_LIMIT] for language in LANGUAGES})


def _number(code: Code | None) -> str:
    return bare(code.uri) if code and code.uri else ""


def _money(amount: float | None) -> Decimal | None:
    return Decimal(str(amount)) if amount is not None else None


def _distinct(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
