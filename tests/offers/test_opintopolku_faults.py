"""Files of Opintopolku that are wrong, strange or hostile: one clear sentence, never a traceback."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.offers.readers import Read
from app.offers.readers.opintopolku import joined, read, recognises
from tests.offers.opintopolku_values import AUTUMN, code, education, hit, implementation
from tests.wrong_json import places, read_or_refused, spoil

TEACHING = {
    "opetuskieli": [code("oppilaitoksenopetuskieli_1#1", fi="suomi")],
    "maksullisuustyyppi": "maksullinen",
    "maksunMaara": 120.5,
    "koulutuksenAlkamiskausi": {
        "koulutuksenAlkamispaivamaara": "2027-01-11T09:00",
        "koulutuksenAlkamiskausi": AUTUMN,
        "koulutuksenAlkamisvuosi": "2027",
    },
}
FILES = [education(), implementation(TEACHING), {"total": 1, "hits": [hit(1)]}]


@given(file=st.sampled_from(FILES), data=st.data())
def test_that_a_file_with_wrong_values_is_read_or_refused_in_words(file: Any, data: st.DataObject) -> None:
    value = json.loads(json.dumps(file))
    spoil(data, value)
    assert recognises(value) in {True, False}
    result = read_or_refused(read, value)
    if not isinstance(result, UserError):
        assert all(offer.name and repr(offer).encode() for offer in result.offers)
        assert joined(result.offers) == joined(joined(result.offers))


@pytest.mark.parametrize("file", FILES, ids=["education", "implementation", "page"])
def test_that_null_is_as_a_field_that_is_not_there(file: Any) -> None:
    for place in range(len(places(file))):
        with_null, without = json.loads(json.dumps(file)), json.loads(json.dumps(file))
        container, key = places(with_null)[place]
        if isinstance(container, dict) and key not in {"oid", "total", "hits"}:
            container[key] = None
            del places(without)[place][0][key]
            assert repr(read_or_refused(read, with_null)) == repr(read_or_refused(read, without)), key


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("nimi", "Kurssi", 'nimi holds "Kurssi"'),
        ("tarjoajat", {"nimi": 1}, "tarjoajat holds {…}"),
        ("koulutukset", [{"koodiUri": "two words"}], 'koulutukset[0].koodiUri holds "two words"'),
        ("ePerusteId", "abc", 'ePerusteId holds "abc"'),
        ("modified", "eilen", 'modified holds "eilen"'),
    ],
)
def test_that_a_wrong_value_is_told_with_its_place(field: str, value: Any, told: str) -> None:
    with pytest.raises(UserError) as refused:
        read(education() | {field: value}, "small.json")

    assert told in str(refused.value)


@pytest.mark.parametrize("price", [-1, 1e999, 10**9, True, "ilmainen"])
def test_that_an_impossible_price_is_refused(price: Any) -> None:
    with pytest.raises(UserError, match="maksunMaara"):
        read(implementation({"maksullisuustyyppi": "maksullinen", "maksunMaara": price}), "small.json")


@pytest.mark.parametrize("extent", ["1e999999999", "NaN", "Infinity", "-5", "60–180", "", "١٢", 1e22])
def test_that_an_extent_that_is_no_plain_number_is_unknown(extent: Any) -> None:
    page = {"total": 1, "hits": [hit(1, tutkinnonOsat=[], opintojenLaajuusNumero=extent)]}

    result = read_or_refused(read, page)

    assert isinstance(result, Read)
    assert [offer.extent_value for offer in result.offers] in ([None], [])


@pytest.mark.parametrize("field", [{"nimi": {"fi": "x" * 10**7}}, {"tila": "x" * 10**7}, {"koulutusOid": "x" * 10**7}])
def test_that_a_text_of_ten_megabytes_is_refused_and_shown_short(field: dict[str, Any]) -> None:
    with pytest.raises(UserError) as refused:
        read(education(**field), "small.json")

    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("mark", ["<a ", "<!--", "</", "<?", "<![", "<a href='", "&#"])
def test_that_text_of_nothing_but_broken_tags_is_only_text(mark: str) -> None:
    result = read_or_refused(read, education(nimi={"fi": mark * 5000 + "loppu"}))

    assert isinstance(result, Read)
    assert result.offers[0].name.fi.endswith("loppu")


def test_that_depth_in_a_field_that_is_not_read_does_no_harm() -> None:
    nested: list[Any] = []
    for _ in range(50_000):
        nested = [nested]

    assert read(education(haut=nested), "small.json").offers


def test_that_depth_in_a_field_that_is_read_is_refused() -> None:
    nested: Any = {}
    for _ in range(50_000):
        nested = {"nimi": nested}

    with pytest.raises(UserError, match="nimi"):
        read(education(nimi=[nested]), "small.json")


def test_that_the_same_code_a_thousand_times_is_one() -> None:
    metadata = education()["metadata"]
    metadata["tutkinnonOsat"] *= 1000

    [offer] = read(education(metadata=metadata), "small.json").offers

    assert offer.unit_codes == ("101107", "101108")
