"""The register of qualifications and job titles in the library's search, and orders that are not the newest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from app.bootstrap import open_desk
from app.catalogues.qualifications import Qualification
from app.catalogues.titles import JobTitle
from app.frameworks.model import Framework
from app.i18n import Translator
from app.paths import DataFolder
from app.services import libraries, library_search
from app.services.desk import Desk
from app.services.library_register import not_imported, order_instead
from app.texts import Text
from app.wording.register import warning_of_order


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """With one qualification of the register imported."""
    desk = open_desk(DataFolder(tmp_path_factory.mktemp("register")), date(2026, 11, 26))
    desk.library.put_framework(Framework("eperusteet:1", "qualification", Text(fi="Autoala"), code="351301"))
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def made(desk: Desk) -> library_search.Ready:
    return library_search.ready(desk)


@pytest.mark.parametrize("words", ["Liiketoiminnan perustutkinto", "331101", "OPH-4394-2023", "affärsverksamhet"])
def test_that_a_qualification_that_is_not_imported_is_found_by_name_code_and_order(
    made: library_search.Ready, words: str
) -> None:
    found = [each for each in library_search.find(made, words, 5) if isinstance(each, Qualification)]
    assert found[0].code == "331101"


def test_that_what_is_imported_is_not_told_once_more(made: library_search.Ready) -> None:
    codes = [each.code for each in made.entries if isinstance(each, Qualification)]
    assert len(codes) == 25
    assert "351301" not in codes


def test_that_it_is_told_while_the_order_that_is_imported_has_been_replaced(desk: Desk) -> None:
    old = Framework("old", "qualification", Text(fi="Liiketalous"), code="331101", order_number="OPH-5162-2021")
    known = libraries.summary(old)
    assert "331101" in [each.code for each in not_imported(desk, [known])]
    assert "331101" not in [each.code for each in not_imported(desk, [replace(known, order_number="OPH-4394-2023")])]


@pytest.mark.parametrize("words", ["levyseppähitsaaja", "Plåtslagare-svetsare", "plater-welder", "10022"])
def test_that_a_job_title_leads_to_its_profile(made: library_search.Ready, words: str) -> None:
    found = [each for each in library_search.find(made, words, 5) if isinstance(each, JobTitle)]
    assert found[0].profile == "sector:machine"


@pytest.mark.parametrize(
    ("code", "number", "valid_from", "warning"),
    [
        ("331101", "OPH-5162-2021", None, "A newer order is known: OPH-4394-2023, in force from 1 Aug 2024."),
        ("331101", "OPH-1-2022", date(2022, 8, 1), "A newer order is known: OPH-4394-2023"),
        ("331101", "OPH-4394-2023", date(2024, 8, 1), ""),
        ("331101", "OPH-9-2027", date(2027, 8, 1), ""),
        ("331101", "", None, ""),
        ("341101", "OPH-1117-2019", None, "This is the order of a trial"),
        ("999999", "OPH-1-2020", date(2020, 8, 1), ""),
    ],
)
def test_that_an_order_that_is_not_to_be_relied_on_is_told(
    desk: Desk, code: str, number: str, valid_from: date | None, warning: str
) -> None:
    here = Framework("q", "qualification", Text(fi="x"), code=code, order_number=number, valid_from=valid_from)
    said = warning_of_order(Translator("en"), order_instead(desk, here))
    assert said.startswith(warning)
    assert bool(said) == bool(warning)
