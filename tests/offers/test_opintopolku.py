"""Offers of Opintopolku: what is read of an education and of a page of a search, and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.errors import UserError
from app.offers.model import Provider
from app.offers.readers import Read
from app.offers.readers.opintopolku import read, recognises
from app.texts import Text
from tests.offers.opintopolku_values import (
    EDUCATION,
    SALO,
    TURKU,
    code,
    education,
    hit,
    one,
    organisation,
    unit,
)

# An education


def test_that_an_education_says_what_is_taught_by_bare_codes() -> None:
    offer = one(education())

    assert offer.key == f"opintopolku:{EDUCATION}"
    assert offer.name == Text(fi="Koneistuksen osia", sv="Delar i maskinbearbetning")
    assert (offer.offer_type, offer.provider_type, offer.source) == ("unit", "VET", "Opintopolku")
    assert offer.unit_codes == ("101107", "101108")
    assert offer.unit_names == (Text(fi="Manuaalikoneistus"), Text(fi="CNC"))
    assert offer.qualification_codes == ("351108",)
    assert offer.framework_key == "eperusteet:3855075"
    assert offer.description == Text(fi="Opiskelija osaa sorvata")
    assert offer.link == f"https://opintopolku.fi/konfo/fi/koulutus/{EDUCATION}"
    assert offer.checked_on == date(2026, 11, 9)
    assert offer.parent_key == ""


def test_that_a_whole_qualification_has_its_requirements_and_its_points() -> None:
    offer = one(
        education(
            koulutustyyppi="amm",
            ePerusteId=7614470,
            koulutukset=[code("koulutus_351301#12", fi="Ajoneuvoala")],
            metadata={
                "opintojenLaajuus": code("opintojenlaajuus_180", fi="180"),
                "opintojenLaajuusyksikko": code("opintojenlaajuusyksikko_6#1", fi="osaamispistettä"),
            },
        )
    )

    assert (offer.offer_type, offer.framework_key) == ("qualification", "eperusteet:7614470")
    assert (offer.qualification_codes, offer.unit_codes) == (("351301",), ())
    assert (offer.extent_value, offer.extent_unit) == (Decimal(180), "osp")


def test_that_an_education_given_by_many_has_no_provider_of_its_own_but_all_their_places() -> None:
    offer = one(education())

    assert not offer.provider
    assert (offer.places, offer.municipality_codes) == (
        (Text(fi="Salo", sv="Salo"), Text(fi="Turku", sv="Åbo")),
        ("734", "853"),
    )
    assert one(education(tarjoajat=[organisation("Ainoa", SALO)])).provider == Text(fi="Ainoa")


@pytest.mark.parametrize(
    ("kind", "offer_type", "provider_type"),
    [
        ("amm", "qualification", "VET"),
        ("amm-osaamisala", "qualification", "VET"),
        ("amm-tutkinnon-osa", "unit", "VET"),
        ("amm-muu", "course", "VET"),
        ("amm-ope-erityisope-ja-opo", "course", "UAS"),
        ("tuva", "course", "VET"),
        ("amk", "qualification", "UAS"),
        ("yo", "qualification", "UNI"),
        ("kk-opintojakso", "course", None),
        ("vapaa-sivistystyo-muu", "course", "VST"),
        ("vapaa-sivistystyo-osaamismerkki", "badge", "VST"),
        ("lk", "qualification", "other"),
        ("something-new", "course", None),
    ],
)
def test_that_the_kind_of_education_tells_the_kind_of_offer(
    kind: str, offer_type: str, provider_type: str | None
) -> None:
    offer = one(education(koulutustyyppi=kind))

    assert (offer.offer_type, offer.provider_type) == (offer_type, provider_type)


@pytest.mark.parametrize(
    ("points", "extent"),
    [
        ([20, 25.5], (Decimal("45.5"), "osp")),
        (["20", 25.0], (Decimal(45), "osp")),
        ([20, None], (None, None)),
        ([20, "Enintään 60"], (None, None)),
        ([], (None, None)),
    ],
)
def test_that_the_extent_of_units_is_that_of_all_together_or_unknown(points: list[Any], extent: Any) -> None:
    offer = one(education(metadata={"tutkinnonOsat": [unit(str(n), "x", p) for n, p in enumerate(points)]}))

    assert (offer.extent_value, offer.extent_unit) == extent


def test_that_a_long_description_is_cut_between_words() -> None:
    offer = one(education(metadata={"kuvaus": {"fi": "sana " * 5000}}))

    assert len(offer.description.fi) <= 2000
    assert offer.description.fi.endswith("sana …")


# A page of a search


def test_that_hits_are_read_like_the_education_itself() -> None:
    found = read({"total": 2, "hits": [hit(1), hit(2, eperuste=1)]}, "page.json")

    first, second = found.offers
    assert (first.unit_codes, first.qualification_codes) == (("101107",), ("351108",))
    assert (first.framework_key, second.framework_key) == ("eperusteet:4454270", "eperusteet:1")


def test_that_a_hit_that_cannot_be_read_is_refused_alone_with_its_place() -> None:
    found = read({"total": 4, "hits": [hit(1), None, hit(3, nimi=7), hit(4, nimi={}), hit(5)]}, "page.json")

    assert [offer.key[-1] for offer in found.offers] == ["1", "5"]
    assert [fault.line for fault in found.refused] == [2, 3, 4]
    assert "nimi holds 7" in str(found.refused[1].reason)
    assert "has no name" in str(found.refused[2].reason)


def test_that_an_empty_page_has_no_offers() -> None:
    assert read({"total": 0, "hits": []}, "page.json") == Read(())


# A page of providers


def provider(number: int, **fields: Any) -> dict[str, Any]:
    return {"oppilaitosOid": f"1.2.246.562.10.{number}", "nimi": {"fi": "Opisto"}, "kunnat": [SALO, TURKU]} | fields


def test_that_a_provider_has_a_name_municipalities_and_its_page() -> None:
    found = read({"total": 2, "hits": [provider(1, oppilaitosTila="julkaistu"), provider(2, kunnat=[])]}, "page.json")

    assert found == Read(
        (),
        providers=(
            Provider(
                "opintopolku:1.2.246.562.10.1",
                Text(fi="Opisto"),
                (Text(fi="Salo", sv="Salo"), Text(fi="Turku", sv="Åbo")),
                ("734", "853"),
                "https://opintopolku.fi/konfo/fi/oppilaitos/1.2.246.562.10.1",
            ),
            Provider("opintopolku:1.2.246.562.10.2", Text(fi="Opisto")),
        ),
    )


def test_that_providers_and_offers_may_stand_on_one_page() -> None:
    hits = [hit(1, oppilaitosOid="1.2.246.562.10.9"), provider(2), {"oid": "1.2.246.562.10.3", "nimi": {"sv": "Skola"}}]

    found = read({"total": 3, "hits": hits}, "page.json")

    assert [offer.key for offer in found.offers] == ["opintopolku:1.2.246.562.13.1"]
    assert [provider.key[-2:] for provider in found.providers] == [".2", ".3"]


def test_that_a_provider_that_cannot_be_read_is_refused_alone_with_its_place() -> None:
    wrong = [provider(1, nimi=7), provider(2, nimi=None), provider(3, kunnat={}), {"nimi": {"fi": "Kuka"}}]

    found = read({"total": 5, "hits": [*wrong, provider(5)]}, "page.json")

    assert [provider.key[-2:] for provider in found.providers] == [".5"]
    assert [fault.line for fault in found.refused] == [1, 2, 3, 4]
    assert "nimi holds 7" in str(found.refused[0].reason)
    assert "1.2.246.562.10.2 has no name" in str(found.refused[1].reason)
    assert "neither a training offer nor a provider" in str(found.refused[3].reason)


# What is refused


def test_that_what_is_not_published_is_not_taken() -> None:
    with pytest.raises(UserError, match="is not published"):
        read(education(tila="tallennettu"), "file.json")


@pytest.mark.parametrize("hits", [[{}], [None, 3], [{"oid": "1.2.246.562.99.1", "nimi": {"fi": "Lukio"}}]])
def test_that_a_page_of_something_else_is_told_for_what_it_is(hits: list[Any]) -> None:
    page = {"total": 2, "hits": hits}

    assert recognises(page)
    with pytest.raises(UserError, match="neither training offers nor providers"):
        read(page, "page.json")


@pytest.mark.parametrize(
    "value",
    [None, 3, "x", [], {}, {"oid": 1}, {"oid": "1.2.246.562.10.1"}, {"oid": "1.2.246.562.13.1\n"}, {"hits": []}],
)
def test_that_a_value_from_elsewhere_is_not_recognised_and_refused_in_words(value: Any) -> None:
    assert not recognises(value)
    with pytest.raises(UserError, match=r"x\.json"):
        read(value, "x.json")
