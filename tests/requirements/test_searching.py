"""What a person types is what is meant: words of place, time, language and price are filters, and are said to be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.i18n import Translator
from app.paths import resource
from app.services.libraries import import_files
from app.services.searching import Found, Searched, as_lines, ready, search
from tests.services.staff_company import desk_over

EN = Translator("en")


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory, real_data: Path) -> Iterator[Searched]:
    """Our examples and the real files of Opintopolku."""
    paths = [resource("offers", "examples.csv"), *sorted((real_data / "opintopolku").rglob("*.json"))]
    with desk_over(tmp_path_factory.mktemp("offers") / "data") as desk:
        assert [report.error for report in import_files(desk, paths) if report.error] == []
        yield ready(desk)


def _asked(searched: Searched, query: str) -> Found:
    return search(searched, query, 5)


def _kinds(found: Found) -> dict[str, str]:
    """The filters that were understood, met or left out."""
    return {each.kind: each.typed for each in (*found.asked.filters, *found.left_out)}


def test_that_a_card_is_searched_for_as_a_card(searched: Searched) -> None:
    found = _asked(searched, "trukkikortti")
    assert [hit.offer.card for hit in found.hits] == ["C05"]
    assert as_lines(found, EN, searched.today)[0] == "Only: card or permit: trukkikortti."


@pytest.mark.parametrize(
    ("query", "text", "kinds", "word"),
    [
        ("svetsare kväll Åbo", "svetsare", {"time": "kväll", "place": "Åbo"}, "hitsa"),
        ("lähihoitaja oppisopimus ruotsiksi", "lähihoitaja", {"type": "oppisopimus", "language": "ruotsiksi"}, "hoita"),
        ("kirjanpito verkossa ilmainen", "kirjanpito", {"mode": "verkossa", "price": "ilmainen"}, "kirjanpi"),
    ],
)
def test_that_words_of_place_time_kind_language_and_price_are_filters_and_the_rest_is_what_it_is_about(
    query: str, text: str, kinds: dict[str, str], word: str, searched: Searched
) -> None:
    found = _asked(searched, query)
    assert found.asked.text == text
    assert _kinds(found) == kinds
    assert found.hits
    assert word in found.hits[0].offer.name.fi.casefold()
    assert ("Left out" in as_lines(found, EN, searched.today)[0]) == bool(found.left_out)


def test_that_what_was_understood_is_said_also_where_nothing_is_found(searched: Searched) -> None:
    lines = as_lines(_asked(searched, "qqqqqq verkossa ilmainen"), EN, searched.today)
    assert lines == ["Only: online and free of charge.", "Nothing was found. Try other words."]
