"""What Opintopolku is asked: a search for educations, an education with its implementations, and who gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from app.languages import Language
from app.offers.model import Offer, Provider
from app.offers.readers import Read, opintopolku
from app.offers.readers.opintopolku_shape import IMPLEMENTATION
from app.online.service import Service

SHORTEST: Final = 3
"""Letters that a search must have."""
_PAGE: Final = 20
_MOST_PAGES: Final = 5
_PUBLISHED: Final = "julkaistu"


def found(service: Service, words: str, language: Language) -> Iterator[Offer]:
    """Educations that a search finds, the best first, page after page as far as somebody reads on."""
    asked = {"keyword": words, "lng": language, "sort": "score", "order": "desc"}
    for page in _pages(service, "search/koulutukset", asked):
        yield from page.offers


def providers(service: Service, key: str) -> Iterator[Provider]:
    """Who gives an education."""
    for page in _pages(service, f"search/koulutus/{_number(key)}/jarjestajat", {}):
        yield from page.providers


def education(service: Service, key: str) -> Any:
    """The JSON of an education by its key in the library; None where it is given no more."""
    return _published(service.ask(f"koulutus/{_number(key)}"))


def implementation(service: Service, key: str) -> Any:
    """The JSON of an implementation by its key; None where it is given no more."""
    return _published(service.ask(f"toteutus/{_number(key)}"))


def implementations(value: Any) -> tuple[str, ...] | None:
    """Keys of the published implementations that an education lists; None where it has no such list."""
    listed = value.get("toteutukset") if isinstance(value, dict) else None
    if not isinstance(listed, list):
        return None
    numbers = (one.get("oid") for one in listed if isinstance(one, dict) and _published(one))
    valid = (each for each in numbers if isinstance(each, str) and re.fullmatch(IMPLEMENTATION, each))
    return tuple(dict.fromkeys(opintopolku.KEY + number for number in valid))


def _pages(service: Service, path: str, asked: dict[str, str]) -> Iterator[Read]:
    for number in range(1, _MOST_PAGES + 1):
        value = service.ask(path, page=number, size=_PAGE, **asked)
        if value is None:
            return
        read = opintopolku.read(value, path)
        yield read
        total = value["total"]
        if not value["hits"] or not isinstance(total, int) or number * _PAGE >= total:
            return


def _number(key: str) -> str:
    return key.removeprefix(opintopolku.KEY)


def _published(value: Any) -> Any:
    return None if isinstance(value, dict) and value.get("tila", _PUBLISHED) != _PUBLISHED else value
