"""What is taken from an answer of Opintopolku before the reader has seen it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.online.opintopolku import implementations
from tests.offers.opintopolku_values import IMPLEMENTATION
from tests.wrong_json import spoil

KEY = f"opintopolku:{IMPLEMENTATION}"
PUBLISHED = {"oid": IMPLEMENTATION, "tila": "julkaistu"}


@pytest.mark.parametrize(
    ("value", "keys"),
    [
        ({"toteutukset": [PUBLISHED, PUBLISHED, {"oid": "1.2.246.562.17.8", "tila": "tallennettu"}]}, (KEY,)),
        ({"toteutukset": [{"oid": "1.2.246.562.13.8"}, {"oid": "../koulutus/1"}, {"oid": 7}, {}, 7, None]}, ()),
        ({"toteutukset": []}, ()),
        ({"toteutukset": None}, None),
        ({}, None),
        ([], None),
    ],
)
def test_that_only_what_is_published_and_has_a_good_number_is_fetched(value: Any, keys: tuple[str, ...] | None) -> None:
    assert implementations(value) == keys


@given(st.data())
def test_that_whatever_is_wrong_only_good_numbers_come_of_it(data: st.DataObject) -> None:
    value = {"toteutukset": [dict(PUBLISHED), dict(PUBLISHED)]}
    spoil(data, value)

    assert set(implementations(value) or ()) <= {KEY}
