"""What ePerusteet is asked: which qualifications there are, and one of them whole. See its own OpenAPI document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from app.frameworks.readers.eperusteet_list import Listed, ListPage, read_list
from app.languages import Language
from app.online.service import Service

KEY: Final = "eperusteet:"
_PATH: Final = "api/external"
_PAGE: Final = 25
_MOST_PAGES: Final = 20
_VOCATIONAL: Final = ("koulutustyyppi_1", "koulutustyyppi_11", "koulutustyyppi_12")
"""Vocational qualifications, further and specialist vocational qualifications."""


def by_words(service: Service, words: str, language: Language) -> Iterator[Listed]:
    """Qualifications with these words in their own name or in that of a unit, a title or a competence area."""
    return _listed(service, nimi=words, kieli=language)


def by_order_number(service: Service, number: str) -> Iterator[Listed]:
    return _listed(service, diaarinumero=number)


def by_code(service: Service, code: str) -> Iterator[Listed]:
    """Every order of the qualification with a bare national code that is in force or will be."""
    return _listed(service, koodi=f"koulutus_{code}")


def whole(service: Service, key: str) -> Any:
    """The JSON of a qualification by its key in the library; None where it is there no more."""
    return service.ask(f"{_PATH}/peruste/{key.removeprefix(KEY)}")


def _listed(service: Service, **asked: str) -> Iterator[Listed]:
    """Page after page, as far as somebody reads on."""
    for number in range(_MOST_PAGES):
        page = _page(service, number, asked)
        if page is None:
            return
        yield from page.listed
        if number + 1 >= page.pages:
            return


def _page(service: Service, number: int, asked: dict[str, str]) -> ListPage | None:
    value = service.ask(f"{_PATH}/perusteet", koulutustyyppi=_VOCATIONAL, sivu=number, sivukoko=_PAGE, **asked)
    return None if value is None else read_list(value, "perusteet")
