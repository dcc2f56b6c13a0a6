"""Implementations of an education: where, when, for how much, and together with what is taught."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.offers.model import Offer
from app.offers.readers.opintopolku import joined
from app.texts import Text
from tests.offers.opintopolku_values import AUTUMN, EDUCATION, IMPLEMENTATION, code, education, implementation, one


def taught(**teaching: Any) -> Offer:
    return one(implementation(teaching))


def test_that_an_implementation_says_where_and_by_whom() -> None:
    offer = one(implementation())

    assert offer.key == f"opintopolku:{IMPLEMENTATION}"
    assert offer.parent_key == f"opintopolku:{EDUCATION}"
    assert offer.provider == Text(fi="Esimerkkiopisto")
    assert (offer.places, offer.municipality_codes) == ((Text(fi="Turku", sv="Åbo"),), ("853",))
    assert offer.can_do_after == Text(fi="Osaat sorvata")
    assert offer.keywords == Text(fi="sorvaus, koneistaja", sv="svarvning")
    assert offer.link == f"https://opintopolku.fi/konfo/fi/toteutus/{IMPLEMENTATION}"


def test_that_no_contact_person_is_read() -> None:
    offer = one(implementation())

    assert "maija" not in repr(offer).casefold()
    assert offer.contact == ""


def test_that_codes_of_teaching_are_read_whatever_their_version() -> None:
    offer = taught(
        opetuskieli=[code("oppilaitoksenopetuskieli_3#2"), code("oppilaitoksenopetuskieli_2#1")],
        opetustapa=[code("opetuspaikkakk_1#1"), code("opetuspaikkakk_3"), code("opetuspaikkakk_2#1")],
        opetusaika=[code("opetusaikakk_4#1"), code("opetusaikakk_99#1")],
    )

    assert offer.languages == ("fi", "sv")
    assert offer.mode == ("onsite", "online")
    assert offer.time == ("day", "evening")


@pytest.mark.parametrize(
    ("fee", "price", "expected"),
    [
        ("maksuton", None, Decimal(0)),
        ("maksullinen", 99.5, Decimal("99.5")),
        ("maksullinen", None, None),
        (None, 99.5, Decimal("99.5")),
        ("lukuvuosimaksu", 12000, None),
        (None, None, None),
    ],
)
def test_that_free_is_zero_and_an_unknown_price_is_none(
    fee: str | None, price: float | None, expected: Decimal | None
) -> None:
    offer = taught(maksullisuustyyppi=fee, maksunMaara=price, maksullisuusKuvaus={"fi": "<p>Kysy</p>"})

    assert offer.price_eur == expected
    assert offer.price_note == Text(fi="Kysy")


AUTUMN_2027 = Text(fi="Syksy 2027", sv="Höst 2027", en="Autumn 2027")


@pytest.mark.parametrize(
    "teaching",
    [
        {"koulutuksenAlkamiskausi": {"koulutuksenAlkamiskausi": AUTUMN, "koulutuksenAlkamisvuosi": "2027"}},
        {"koulutuksenAlkamiskausi": {"koulutuksenAlkamiskausi": AUTUMN}, "koulutuksenAlkamisvuosi": 2027},
        {"koulutuksenAlkamiskausi": AUTUMN, "koulutuksenAlkamisvuosi": 2027},
    ],
    ids=["newer", "between", "older"],
)
def test_that_a_season_is_said_in_words_in_every_shape_of_the_file(teaching: dict[str, Any]) -> None:
    offer = taught(**teaching)

    assert (offer.start, offer.start_words) == (None, AUTUMN_2027)


def test_that_a_plan_of_ones_own_is_said_in_its_words() -> None:
    begins = {"henkilokohtaisenSuunnitelmanLisatiedot": {"fi": "<p>Sovitaan</p>"}}

    assert taught(koulutuksenAlkamiskausi=begins).start_words == Text(fi="Sovitaan")


def test_that_a_day_to_begin_on_is_a_day() -> None:
    begins = {
        "koulutuksenAlkamispaivamaara": "2027-01-11T09:00",
        "koulutuksenPaattymispaivamaara": "2027-05-31T00:00",
        "koulutuksenAlkamiskausi": AUTUMN,
        "koulutuksenAlkamisvuosi": "2027",
    }

    offer = taught(koulutuksenAlkamiskausi=begins)

    assert (offer.start, offer.end, offer.start_words) == (date(2027, 1, 11), date(2027, 5, 31), Text())


def test_that_rounds_of_applications_tell_when_it_begins_where_the_implementation_does_not() -> None:
    spring = {"koulutuksenAlkamiskausi": code("kausi_k#1", fi="Kevät"), "koulutuksenAlkamisvuosi": "2028"}
    autumn = {"koulutuksenAlkamiskausi": AUTUMN, "koulutuksenAlkamisvuosi": "2027"}
    rounds = [{"koulutuksenAlkamiskausi": season} for season in (autumn, autumn, spring, None)]

    offer = one(implementation(hakutiedot=rounds))

    assert offer.start_words == Text(fi="Syksy 2027, Kevät 2028", sv="Höst 2027", en="Autumn 2027")


def test_that_an_education_is_not_taken_for_a_lesson() -> None:
    offer = one(education(metadata={"opetus": {"maksullisuustyyppi": "maksuton"}}))

    assert offer.price_eur is None


# Together


def test_that_an_implementation_takes_the_codes_of_its_education() -> None:
    parent, child = one(education()), one(implementation())

    [offer] = joined([child], [parent])

    assert (offer.unit_codes, offer.unit_names) == (parent.unit_codes, parent.unit_names)
    assert offer.qualification_codes == ("351108",)
    assert offer.framework_key == "eperusteet:3855075"
    assert (offer.extent_value, offer.extent_unit) == (Decimal(45), "osp")
    assert (offer.name, offer.places) == (child.name, child.places)


def test_that_what_is_joined_in_any_order_and_again_is_the_same() -> None:
    parent, child = one(education()), one(implementation())

    once = joined([child, parent])

    assert set(joined([parent, child])) == set(once)
    assert joined(once) == once
    assert joined(once, once) == once
    assert once[1] == parent


def test_that_an_implementation_stays_as_it_is_where_its_education_is_not_known() -> None:
    child = one(implementation())

    assert joined([child]) == (child,)
    assert joined([child], [one(education(oid="1.2.246.562.13.1"))]) == (child,)


def test_that_an_extent_of_its_own_is_not_mixed_with_that_of_its_education() -> None:
    metadata = {"opintojenLaajuusNumero": 5, "opintojenLaajuusyksikko": code("opintojenlaajuusyksikko_2#1")}
    child = one(implementation(metadata=metadata))

    [offer] = joined([child], [one(education())])

    assert (offer.extent_value, offer.extent_unit) == (Decimal(5), "op")
