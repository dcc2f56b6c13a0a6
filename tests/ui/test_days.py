"""Days as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.ui.days import read_day, written


@pytest.mark.parametrize(
    "text",
    [
        "1.9.2027",
        "01.09.2027",
        "1/9/2027",
        "1. 9. 2027",
        " 2027-09-01 ",
        "1.9 2027",
        "1 Sep 2027",
        "01 september 2027",
        "1 Sept. 2027",
    ],
)
def test_that_a_day_is_read_as_it_is_usually_written(text: str, today: date) -> None:
    assert read_day(text, today) == date(2027, 9, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1.9.", date(2027, 9, 1)),
        ("24.12", date(2026, 12, 24)),
        ("23.11.", date(2026, 11, 23)),
        ("22/11", date(2027, 11, 22)),
        ("24 dec", date(2026, 12, 24)),
    ],
)
def test_that_a_day_without_a_year_is_the_next_one(text: str, day: date, today: date) -> None:
    assert read_day(text, today) == day


def test_that_nothing_written_is_no_day(today: date) -> None:
    assert read_day("  ", today) is None
    assert written(Translator("en"), None) == ""


@pytest.mark.parametrize(
    "text", ["31.2.2027", "1.13.2027", "soon", "1.9.27", "1.92027", "2027-02-29", "9", "9/31/2027", "1 Sap 2027"]
)
def test_that_what_is_no_day_is_said_with_how_to_write_one(text: str, today: date) -> None:
    with pytest.raises(UserError) as refused:
        read_day(text, today)
    assert Translator("en").explain(refused.value) == f"{text} is not a date. Write it like 1 Sep 2026."
    assert Translator("fi").explain(refused.value).endswith("1.9.2026.")


@pytest.mark.parametrize("spoken_on", [date(2027, 3, 1), date(2028, 2, 29), date(2028, 1, 15)])
def test_that_a_leap_day_of_this_year_or_the_next_is_found(spoken_on: date) -> None:
    assert read_day("29.2.", spoken_on) == date(2028, 2, 29)


@pytest.mark.parametrize("spoken_on", [date(2026, 11, 23), date(2028, 3, 1)])
def test_that_a_leap_day_further_off_is_not_guessed(spoken_on: date) -> None:
    with pytest.raises(UserError, match="29 February is far off"):
        read_day("29.2.", spoken_on)
    assert read_day("29.2.2032", spoken_on) == date(2032, 2, 29)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.sampled_from(LANGUAGES))
def test_that_a_day_is_offered_for_editing_as_it_is_shown_and_read_back_as_itself(
    day: date, language: Language
) -> None:
    t = Translator(language)
    assert written(t, day) == t.day(day)
    assert read_day(written(t, day), date(2026, 11, 23)) == day
