"""Training offers as the public Opintopolku service describes them: koulutus, toteutus, and pages of a search for
educations or for those who give them.

A koulutus says what is taught, with its qualification requirements; a toteutus says where, when and in which language,
and names its koulutus. `joined` completes the second from the first. Contact persons are not read.
See docs/formats/opintopolku.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from textwrap import shorten
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from app.errors import UserError
from app.frameworks.faults import first_fault
from app.frameworks.readers.html_text import plain
from app.languages import LANGUAGES
from app.offers.codes import bare
from app.offers.model import ExtentUnit, Offer, OfferType, Provider, ProviderType
from app.offers.readers import Read, Refused
from app.offers.readers import opintopolku_shape as shape
from app.offers.readers.opintopolku_shape import EDUCATION, IMPLEMENTATION, Education, Name, Unit
from app.offers.readers.opintopolku_teaching import taught
from app.texts import Text

T = TypeVar("T")
S = TypeVar("S", bound=shape.Shape)

KEY: Final = "opintopolku:"
_PUBLISHED: Final = "julkaistu"
_EXTENT_UNITS: Final[dict[str, ExtentUnit]] = {"6": "osp", "2": "op", "4": "h"}
_NUMBER: Final = re.compile(r"[0-9]{1,4}([.,][0-9]{1,2})?")
_DESCRIPTION_LIMIT: Final = 2000
_PROVIDERS: Final[tuple[tuple[str, ProviderType], ...]] = (
    ("amm-ope", "UAS"),  # teachers of vocational subjects are taught at universities of applied sciences
    ("amm", "VET"),
    ("telma", "VET"),
    ("tuva", "VET"),
    ("amk", "UAS"),
    ("yo", "UNI"),
    ("vapaa", "VST"),
    ("lk", "other"),
)
"""Who gives an education, by what its kind begins with; other kinds are given by more than one sort of provider."""
_QUALIFICATIONS: Final = frozenset({"amm", "amm-osaamisala", "amk", "yo", "lk"})


def recognises(value: object) -> bool:
    """Whether parsed JSON is a koulutus, a toteutus, or a page of a search of Opintopolku."""
    return _is_education(value) or _is_page(value)


def _is_education(value: object) -> bool:
    oid = value.get("oid") if isinstance(value, dict) else None
    return isinstance(oid, str) and bool(re.fullmatch(f"{EDUCATION}|{IMPLEMENTATION}", oid))


def _is_provider(value: object) -> bool:
    oids = [value.get(field) for field in shape.PROVIDER_OID] if isinstance(value, dict) else []
    return any(isinstance(oid, str) and re.fullmatch(shape.ORGANISATION, oid) for oid in oids)


def _is_page(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("hits"), list) and "total" in value


def read(value: Any, name: str) -> Read:
    """What a file holds; `name` is the file's, for sentences. Hits that cannot be read are refused one by one."""
    if _is_education(value):
        return Read((_offer(value, name),))
    if not _is_page(value):
        raise UserError("{file} is no education, implementation or search page of Opintopolku.", {"file": name})
    if value["hits"] and not any(_is_education(hit) or _is_provider(hit) for hit in value["hits"]):
        raise UserError(
            "{file} is a search page of Opintopolku, but lists neither training offers nor providers. "
            "Nothing was read.",
            {"file": name},
        )
    return _page(value["hits"], name)


def _page(hits: Iterable[object], name: str) -> Read:
    offers, providers, refused = [], [], []
    for place, hit in enumerate(hits, 1):
        try:
            if _is_education(hit):
                offers.append(_offer(hit, name))
            else:
                providers.append(_provider(hit, name))
        except UserError as error:
            refused.append(Refused(place, error))
    return Read(tuple(offers), tuple(refused), tuple(providers))


def _offer(value: object, name: str) -> Offer:
    education = _validated(Education, value, name)
    if education.state != _PUBLISHED:
        values = {"file": name, "state": education.state}
        raise UserError("{file} is not published in Opintopolku (its state is {state}), so it is not taken.", values)
    _refuse_nameless(education, name)
    return _made(education)


def _provider(value: object, name: str) -> Provider:
    if not _is_provider(value):
        raise UserError("{file}: this part is neither a training offer nor a provider.", {"file": name})
    provider = _validated(shape.Provider, value, name)
    _refuse_nameless(provider, name)
    has_page = provider.state == _PUBLISHED
    return Provider(
        key=KEY + provider.oid,
        name=provider.name.text,
        places=_distinct(place.name.text for place in provider.places),
        municipality_codes=_distinct(bare(place.uri) for place in provider.places),
        link=f"https://opintopolku.fi/konfo/fi/oppilaitos/{provider.oid}" if has_page else "",
    )


def _validated(kind: type[S], value: object, name: str) -> S:
    try:
        return kind.model_validate(value)
    except ValidationError as error:
        fault = first_fault(error)
        values = {"file": name, "place": fault.place, "value": fault.value}
        raise UserError("{file}: {place} holds {value}, which is not what Opintopolku writes there.", values) from error


def _refuse_nameless(found: Education | shape.Provider, name: str) -> None:
    if not found.name.text:
        raise UserError("{file}: {oid} has no name, so it is not taken.", {"file": name, "oid": found.oid})


def _made(education: Education) -> Offer:
    metadata = education.metadata
    units = [*metadata.units, *education.units]
    kind = education.kind or metadata.kind
    places = [organisation.place for organisation in education.providers or [education.organisation]]
    extent_value, extent_unit = _extent(education, units)
    return Offer(
        key=KEY + education.oid,
        name=education.name.text,
        provider=_given_by(education),
        provider_type=next((provider for start, provider in _PROVIDERS if kind.startswith(start)), None),
        offer_type=_offer_type(kind),
        can_do_after=_prose(metadata.learnt),
        description=_prose(metadata.description) or _prose(education.description),
        qualification_codes=_qualification_codes(education, units),
        unit_codes=_distinct(bare(unit.unit.uri) for unit in units),
        unit_names=_distinct(unit.unit.name.text for unit in units),
        framework_key=_framework_key(education, units),
        keywords=_keywords(education),
        extent_value=extent_value,
        extent_unit=extent_unit,
        places=_distinct(place.name.text for place in places),
        municipality_codes=_distinct(bare(place.uri) for place in places),
        link=_link(education),
        checked_on=education.modified.date() if education.modified else None,
        parent_key=KEY + education.parent if education.parent else "",
        source="Opintopolku",
        **(taught(education) if _is_implementation(education) else {}),
    )


def joined(offers: Iterable[Offer], known: Iterable[Offer] = ()) -> tuple[Offer, ...]:
    """Implementations completed with the codes, extent and kind of the education they belong to.

    The education is looked for among the offers themselves, then among `known`; where it is in neither, the
    implementation stays as it is. Joining again changes nothing.
    """
    offers = tuple(offers)
    parents = {offer.key: offer for offer in (*known, *offers) if not offer.parent_key}
    return tuple(_completed(offer, parents.get(offer.parent_key)) for offer in offers)


def _completed(offer: Offer, parent: Offer | None) -> Offer:
    if parent is None:
        return offer
    measured = offer if offer.extent_value is not None else parent
    return replace(
        offer,
        offer_type=parent.offer_type if offer.offer_type == "course" else offer.offer_type,
        provider_type=offer.provider_type or parent.provider_type,
        qualification_codes=parent.qualification_codes or offer.qualification_codes,
        unit_codes=parent.unit_codes or offer.unit_codes,
        unit_names=parent.unit_names or offer.unit_names,
        framework_key=parent.framework_key or offer.framework_key,
        extent_value=measured.extent_value,
        extent_unit=measured.extent_unit,
    )


def _is_implementation(education: Education) -> bool:
    return bool(re.fullmatch(IMPLEMENTATION, education.oid))


def _given_by(education: Education) -> Text:
    """The organisation of an implementation; of an education only when a single one gives it."""
    if _is_implementation(education):
        return education.organisation.name.text
    return education.providers[0].name.text if len(education.providers) == 1 else Text()


def _offer_type(kind: str) -> OfferType:
    if kind == "amm-tutkinnon-osa":
        return "unit"
    if kind.endswith("osaamismerkki"):
        return "badge"
    return "qualification" if kind in _QUALIFICATIONS else "course"


def _qualification_codes(education: Education, units: Iterable[Unit]) -> tuple[str, ...]:
    codes = [*education.qualifications, education.qualification, *(unit.qualification for unit in units)]
    return _distinct(bare(code.uri) for code in codes)


def _framework_key(education: Education, units: Iterable[Unit]) -> str:
    """The qualification requirements in ePerusteet, under the key they have in the library."""
    found = [education.framework, *(unit.framework for unit in units)]
    return next((f"eperusteet:{number}" for number in found if number), "")


def _keywords(education: Education) -> Text:
    given = [*education.metadata.keywords, *education.metadata.job_titles]
    return Text(
        *(", ".join(_distinct(plain(one.word) for one in given if one.language == language)) for language in LANGUAGES)
    )


def _extent(education: Education, units: Iterable[Unit]) -> tuple[Decimal | None, ExtentUnit | None]:
    """Extent as a number, and its unit: that of the education, or else of its units together."""
    metadata = education.metadata
    stated = map(_number, (metadata.extent_number, education.extent_number, metadata.extent.name.fi))
    whole = next(filter(None, stated), None)
    if whole:
        return whole, _EXTENT_UNITS.get(bare(metadata.extent_unit.uri or education.extent_unit.uri))
    parts = [_number(unit.points) for unit in units]
    return (sum(filter(None, parts), Decimal(0)), "osp") if parts and all(parts) else (None, None)


def _number(figures: float | str | None) -> Decimal | None:
    """180, 180.0 and "180" are the same; a range ("Enintään 60") says nothing to count with."""
    found = _NUMBER.fullmatch(str(figures))
    return Decimal(found[0].replace(",", ".")).normalize() + 0 if found else None


def _link(education: Education) -> str:
    kind = "toteutus" if _is_implementation(education) else "koulutus"
    return f"https://opintopolku.fi/konfo/fi/{kind}/{education.oid}"


def _prose(name: Name) -> Text:
    text = name.text
    return Text(*(shorten(text.get(language), _DESCRIPTION_LIMIT, placeholder=" …") for language in LANGUAGES))


def _distinct(values: Iterable[T]) -> tuple[T, ...]:
    """Each value once; what says nothing is left out."""
    return tuple(dict.fromkeys(value for value in values if value))
