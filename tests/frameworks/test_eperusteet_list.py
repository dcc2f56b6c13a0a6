"""A page of the list in ePerusteet, as it is written and as it is described."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.files import read_json
from app.frameworks.readers.eperusteet_list import Listed, read_list
from app.texts import Text
from tests.wrong_json import read_or_refused, spoil

ITEM: dict[str, Any] = {
    "id": 7,
    "nimi": {"fi": "Esimerkki", "_id": "1"},
    "diaarinumero": " OPH-1-2026",
    "koulutukset": [{"koulutuskoodiUri": "koulutus_399999"}],
    "voimassaoloAlkaa": 1659301200000,
}
LISTED = Listed("eperusteet:7", Text("Esimerkki"), "399999", "OPH-1-2026", date(2022, 8, 1))


@pytest.mark.parametrize(
    "page",
    [
        {"data": [ITEM], "sivuja": 3, "kokonaismäärä": 61},
        {
            "content": [ITEM | {"voimassaoloAlkaa": "2022-08-01T00:00:00.000+03:00"}],
            "totalPages": 3,
            "totalElements": 61,
        },
    ],
)
def test_that_both_forms_of_a_page_are_read(page: Any) -> None:
    found = read_list(page, "perusteet")

    assert (found.listed, found.pages, found.total) == ((LISTED,), 3, 61)


def test_that_the_recorded_page_is_read(real_data: Path) -> None:
    page = read_json(real_data / "eperusteet" / "api-perusteet-list-page.json")

    found = read_list(page, "perusteet")

    assert [each.key for each in found.listed] == [f"eperusteet:{item['id']}" for item in page["data"]]
    assert [each.order_number for each in found.listed] == [item["diaarinumero"] for item in page["data"]]
    assert [each.code for each in found.listed] == [i["koulutukset"][0]["koulutuskoodiArvo"] for i in page["data"]]
    assert all(each.name.fi and each.valid_from for each in found.listed)


def test_that_what_has_no_name_is_called_by_its_number() -> None:
    [found] = read_list({"data": [{"id": 7}], "sivuja": 1, "kokonaismäärä": 1}, "perusteet").listed

    assert found == Listed("eperusteet:7", Text("7"), "", "", None)


@pytest.mark.parametrize(
    "page",
    [
        None,
        [],
        {},
        {"data": {}, "sivuja": 1, "kokonaismäärä": 1},
        {"data": [{}], "sivuja": 1, "kokonaismäärä": 1},
        {"data": [], "sivuja": -1, "kokonaismäärä": 1},
        {"data": [], "sivuja": "many", "kokonaismäärä": 1},
        {"data": [ITEM | {"voimassaoloAlkaa": "soon"}], "sivuja": 1, "kokonaismäärä": 1},
        {"data": [ITEM | {"voimassaoloAlkaa": True}], "sivuja": 1, "kokonaismäärä": 1},
        {"data": [ITEM | {"voimassaoloAlkaa": 10**30}], "sivuja": 1, "kokonaismäärä": 1},
        {"data": [ITEM | {"nimi": 7}], "sivuja": 1, "kokonaismäärä": 1},
    ],
)
def test_that_what_is_no_page_is_told(page: Any) -> None:
    with pytest.raises(UserError, match="perusteet is not as ePerusteet writes it"):
        read_list(page, "perusteet")


@given(st.data())
def test_that_whatever_is_wrong_a_page_is_read_or_refused(data: st.DataObject) -> None:
    page = {"data": deepcopy([ITEM, ITEM]), "sivuja": 3, "kokonaismäärä": 61}
    spoil(data, page)

    found = read_or_refused(read_list, page)

    assert isinstance(found, UserError) or all(each.key and each.name for each in found.listed)
