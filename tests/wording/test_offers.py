"""What is said of training offers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.i18n import Translator
from app.languages import LANGUAGES
from app.mapping.matching import Reason, ReasonCode
from app.offers.model import ExtentUnit, Offer
from app.texts import Text
from app.wording.offers import REASONS, extent_of, language_name, match_reason, price_of

TRANSLATORS = [Translator(language) for language in LANGUAGES]
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("price", "fi", "sv", "en"),
    [
        (None, "kysykää hinta", "fråga om priset", "ask for the price"),
        (Decimal(0), "maksuton", "avgiftsfri", "free of charge"),
        (Decimal(1250), f"1{NBSP}250{NBSP}€", f"1{NBSP}250{NBSP}€", "€1,250"),
        (Decimal("99.50"), f"99,50{NBSP}€", f"99,50{NBSP}€", "€99.50"),
    ],
)
def test_that_an_unknown_price_is_asked_for_and_only_zero_is_free(
    price: Decimal | None, fi: str, sv: str, en: str
) -> None:
    assert [price_of(t, Offer("o", Text(), price_eur=price)) for t in TRANSLATORS] == [fi, sv, en]


@pytest.mark.parametrize(
    ("value", "unit", "fi", "sv", "en"),
    [
        ("15", "osp", "15 osp", "15 kp", "15 competence points"),
        ("1", "d", "1 päivä", "1 dag", "1 day"),
        ("1.5", "d", "1,5 päivää", "1,5 dagar", "1.5 days"),
        ("5", "op", "5 op", "5 sp", "5 credits"),
        ("16", "h", "16 tuntia", "16 timmar", "16 hours"),
    ],
)
def test_that_an_extent_has_the_unit_of_the_language(value: str, unit: ExtentUnit, fi: str, sv: str, en: str) -> None:
    offer = Offer("o", Text(), extent_value=Decimal(value), extent_unit=unit)
    assert [extent_of(t, offer) for t in TRANSLATORS] == [fi, sv, en]


def test_that_an_unknown_extent_is_not_made_up() -> None:
    assert extent_of(TRANSLATORS[0], Offer("o", Text(), extent_value=Decimal(3))) == ""


@pytest.mark.parametrize(
    ("reason", "fi"),
    [
        (Reason(ReasonCode.SAME_UNIT, 50, "101108"), "kattaa tutkinnon osan 101108"),
        (Reason(ReasonCode.LANGUAGE, 10, "sv"), "opetuskieli: ruotsi"),
        (Reason(ReasonCode.STARTS_IN_TIME, 10, "2027-01-11"), "alkaa ajoissa, 11.1.2027"),
        (Reason(ReasonCode.SAME_MUNICIPALITY, 10, "Turku"), "yrityksen omassa kunnassa, Turku"),
        (Reason(ReasonCode.FREE, 5), "maksuton"),
    ],
)
def test_that_a_match_says_why(reason: Reason, fi: str) -> None:
    assert match_reason(TRANSLATORS[0], reason) == fi


@pytest.mark.parametrize(
    ("reason", "en"),
    [
        (Reason(ReasonCode.SAME_REGION, 4), "in the company's own region"),
        (Reason(ReasonCode.NEAR_REGION, 2), "in a neighbouring region"),
        (Reason(ReasonCode.WISHED, 4, "on_the_job"), "as the company wishes to learn: at the workplace"),
        (Reason(ReasonCode.WISHED, 4, "short_course"), "as the company wishes to learn: short course"),
        (Reason(ReasonCode.UNDER_1000, 3), "costs less than €1,000"),
        (Reason(ReasonCode.UP_TO_5000, 1), "costs no more than €5,000"),
        (Reason(ReasonCode.FUNDABLE, 2, "F01"), "there may be funding for it"),
    ],
)
def test_that_place_wishes_and_cost_are_said_without_promising_money(reason: Reason, en: str) -> None:
    assert match_reason(TRANSLATORS[2], reason) == en


def test_that_every_reason_has_its_words() -> None:
    assert REASONS.keys() == set(ReasonCode)


def test_that_a_language_without_a_name_here_is_shown_by_its_code() -> None:
    assert language_name(TRANSLATORS[0], "fit") == "fit"
