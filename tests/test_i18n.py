"""Dates, figures, lists and sorting in three languages, and errors that explain themselves."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from babel.dates import format_date, get_day_names, get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.i18n import Translator, mark, sort_key
from app.languages import LANGUAGES, Language
from app.texts import Text

FI, SV, EN = (Translator(language) for language in LANGUAGES)
TRANSLATORS = pytest.mark.parametrize("t", [FI, SV, EN], ids=LANGUAGES)
FIRST = date(2026, 12, 1)
LOCALES: dict[Language, str] = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}


@pytest.mark.parametrize(
    ("t", "day", "short", "clock"),
    [
        (FI, "1.12.2026", "ti 1.12.", "8.05"),
        (SV, "1.12.2026", "tis 1.12", "8.05"),
        (EN, "1 Dec 2026", "Tue 1 Dec", "8:05"),
    ],
)
def test_that_days_and_times_follow_the_language(t: Translator, day: str, short: str, clock: str) -> None:
    assert t.day(FIRST) == day
    assert t.short_day(FIRST) == short
    assert t.clock(time(8, 5)) == clock


@TRANSLATORS
def test_that_names_of_days_and_months_are_those_of_the_common_locale_data(t: Translator) -> None:
    days = [FIRST + timedelta(days=n) for n in range(7)]
    names = get_day_names("abbreviated", "format", locale=LOCALES[t.language])
    assert [t.weekday(day) for day in days] == [names[day.weekday()] for day in days]
    months = get_month_names("abbreviated", locale="en")
    assert all(months[month] in EN.day(date(2026, month, 1)) for month in range(1, 13))
    assert FI.day(FIRST) == format_date(FIRST, "short", locale="fi")


@given(st.decimals(-(10**9), 10**9, places=6), st.integers(0, 3))
def test_that_figures_are_those_of_the_common_locale_data(value: Decimal, decimals: int) -> None:
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    pattern = "#,##0" + (f".{'0' * decimals}" if decimals else "")
    for t in (FI, SV, EN):
        expected = format_decimal(abs(rounded), pattern, locale=LOCALES[t.language])
        assert t.number(value, decimals) == ("\N{MINUS SIGN}" if rounded < 0 else "") + expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (Fraction(4, 3), 1, "1,3"),
        (Fraction(1, 8), 2, "0,13"),
        (0.125, 2, "0,13"),
        (Decimal("2.5"), 0, "3"),
        (1.005, 2, "1,01"),
        (-0.04, 1, "0,0"),
        (-2.5, 0, "\N{MINUS SIGN}3"),
        (1234567, 0, "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"),
        (1e-7, 1, "0,0"),
    ],
)
def test_that_rounding_is_half_up_whatever_the_kind_of_number(
    value: float | Decimal | Fraction, decimals: int, expected: str
) -> None:
    assert FI.number(value, decimals) == expected


@pytest.mark.parametrize(
    ("share", "figure"), [(Fraction(13, 18), "72"), (Fraction(3, 4), "75"), (0.005, "1"), (0, "0"), (1, "100")]
)
@TRANSLATORS
def test_that_shares_are_percentages(t: Translator, share: Fraction | float, figure: str) -> None:
    assert t.percent(share) == format_percent(int(figure) / 100, locale=LOCALES[t.language])
    assert t.percent(share).startswith(figure)


@TRANSLATORS
def test_that_lists_end_with_and(t: Translator) -> None:
    for items in ([], ["a"], ["a", "b"], ["a", "b", "c"]):
        assert t.listed(iter(items)) == format_list(items, locale=LOCALES[t.language])
    assert FI.listed(["a", "b", "c"]) == "a, b ja c"


def test_that_the_alphabet_ends_with_the_finnish_and_swedish_letters() -> None:
    names = ["Öhman", "Ärlig", "Åberg", "Zeus", "Ümit", "Wahl", "Virta", "Šárka", "Sanna", "Õnne", "Oona", "Đoković"]
    expected = ["Đoković", "Õnne", "Oona", "Sanna", "Šárka", "Virta", "Wahl", "Ümit", "Zeus", "Åberg", "Ärlig", "Öhman"]
    assert sorted(names, key=sort_key) == expected


def test_that_sorting_minds_neither_case_nor_form_and_counts_figures() -> None:
    assert sort_key("Ä") == sort_key("ä") == sort_key("a\N{COMBINING DIAERESIS}")
    assert sorted(["H10", "h9", "H1"], key=sort_key) == ["H1", "h9", "H10"]


@given(st.text(), st.text())
def test_that_the_start_of_a_word_sorts_before_the_word(start: str, rest: str) -> None:
    word = start + "a" + rest
    assert sort_key("x") < sort_key("x" + word)


@TRANSLATORS
def test_that_the_count_of_a_plural_is_a_figure_of_the_language(t: Translator) -> None:
    one, many = mark("{n} need scored"), mark("{n} needs scored")
    assert t.n(one, many, 12345).startswith(t.number(12345))


class TestExplaining:
    def test_that_values_are_said_in_the_language(self) -> None:
        values = {
            "when": FIRST,
            "at": datetime(2026, 12, 1, 8, 5, tzinfo=UTC),
            "size": 12345,
            "share": 2.5,
            "exact": Fraction(1, 3),
            "who": ["H1", "H2"],
            "name": Text(fi="hitsaus", sv="svetsning", en="welding"),
            "why": UserError("alas"),
        }
        error = UserError("{when}; {at}; {size}; {share}; {exact}; {who}; {name}; {why}", values)
        assert FI.explain(error) == "1.12.2026; 1.12.2026 8.05; 12\xa0345; 2,5; 0,333; H1 ja H2; hitsaus; alas"
        assert SV.explain(error) == "1.12.2026; 1.12.2026 8.05; 12\xa0345; 2,5; 0,333; H1 och H2; svetsning; alas"
        assert EN.explain(error) == "1 Dec 2026; 1 Dec 2026 8:05; 12,345; 2.5; 0.333; H1 and H2; welding; alas"

    def test_that_a_missing_value_hides_no_error(self) -> None:
        assert EN.explain(UserError("{file} is full: {reason}", {"file": "a.csv"})) == "a.csv is full: {reason}"

    def test_that_braces_in_a_value_are_only_text(self) -> None:
        assert EN.explain(UserError("{file} is full", {"file": "{0}{x!r}.csv"})) == "{0}{x!r}.csv is full"

    @given(st.dictionaries(st.sampled_from("abc"), st.none() | st.booleans() | st.text() | st.floats(-1e9, 1e9)))
    def test_that_any_value_can_be_said(self, values: dict[str, object]) -> None:
        for t in (FI, SV, EN):
            assert t.explain(UserError("<{a}{b}{c}>", values)).startswith("<")


def test_that_a_translator_speaks_its_own_language() -> None:
    assert [t("Not assessed") for t in (FI, SV, EN)] == ["Ei arvioitu", "Inte bedömt", "Not assessed"]
