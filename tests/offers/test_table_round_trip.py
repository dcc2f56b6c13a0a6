"""Whatever offers a catalogue is written from, they are read back from it."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from io import StringIO
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from app.files import parse_table
from app.languages import LANGUAGES
from app.offers.model import ExtentUnit, Mode, Offer, OfferType, ProviderType, Time
from app.offers.readers import Read
from app.offers.readers.table import read
from app.texts import Text

TEXTS = ("name", "provider", "for_whom", "can_do_after", "description", "keywords", "start_words", "price_note")
LISTS = {
    "qualification_codes": "qualification_code",
    "languages": "teaching_language",
    "municipality_codes": "place_municipality",
    "unit_codes": "unit_codes",
    "competence_tags": "competence_tags",
    "mode": "mode",
    "time": "time",
    "funding_routes": "funding_routes",
}
NUMBERS = ("extent_value", "price_eur")
DAYS = ("start", "end", "apply_by", "valid_to")
OTHERS = (
    *("provider_type", "offer_type", "card", "level_from", "level_to", "extent_unit", "min_group", "max_group"),
    *("contact", "link", "checked_on", "checked_by"),
)
# Letters that no other encoding takes for its own; signs that mean something in CSV, in lists and in spreadsheets.
lines = st.text("abcåäöÅÄÖ=+-@;,|\"' 0", max_size=8).map(lambda text: " ".join(text.split()))
words = st.builds(Text, lines, lines, lines)
days = st.dates(date(1990, 1, 1), date(2100, 1, 1))
figures = st.decimals(0, 999_999, places=2)


def some(*values: str) -> st.SearchStrategy[Any]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


def among(form: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(get_args(form))


offers: st.SearchStrategy[Offer] = st.builds(
    Offer,
    key=st.just(""),
    name=words.filter(bool),
    provider=words.filter(bool),
    provider_type=among(ProviderType),
    offer_type=st.sampled_from(get_args(OfferType)),
    for_whom=words,
    can_do_after=words,
    description=words,
    qualification_codes=some("351301", "1-a_b"),
    unit_codes=some("106401", "VVAI", "012345"),
    competence_tags=some("digcomp:1", "=1+1", "kylmä työ, ulkona"),
    keywords=words,
    card=st.sampled_from(["", "C01"]),
    level_from=st.none() | st.integers(0, 2),
    level_to=st.none() | st.integers(2, 4),
    extent_value=st.none() | figures,
    extent_unit=among(ExtentUnit),
    languages=some("fi", "sv", "en", "ru"),
    mode=some(*get_args(Mode)),
    time=some(*get_args(Time)),
    municipality_codes=some("091", "853", "005"),
    start=st.none() | st.dates(date(1990, 1, 1), date(2020, 1, 1)),
    end=st.none() | st.dates(date(2020, 1, 1), date(2100, 1, 1)),
    start_words=words,
    apply_by=st.none() | days,
    price_eur=st.none() | figures,
    price_note=words,
    funding_routes=some("F01", "F16"),
    min_group=st.none() | st.integers(1, 9),
    max_group=st.none() | st.integers(9, 500),
    contact=lines,
    link=st.sampled_from(["", "https://example.invalid/å;,"]),
    checked_on=st.none() | days,
    checked_by=lines,
    valid_to=st.none() | days,
)


def written(offer: Offer) -> dict[str, str]:
    """A row as a person would write it."""
    row = {"offer_id": offer.key.removeprefix("catalogue:")}
    row |= {f"{text}_{language}": getattr(offer, text).get(language) for text in TEXTS for language in LANGUAGES}
    row |= {column: "|".join(getattr(offer, field)) + "|" for field, column in LISTS.items()}
    row |= {field: cell(getattr(offer, field)).replace(".", ",") for field in NUMBERS}
    row |= {field: f"{day.day}.{day.month}.{day.year}" if (day := getattr(offer, field)) else "" for field in DAYS}
    row |= {field: cell(getattr(offer, field)) for field in OTHERS}
    return row


def cell(value: object) -> str:
    return "" if value is None else str(value)


@given(
    given_ones=st.lists(offers, min_size=1, max_size=3),
    separator=st.sampled_from(";,\t"),
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
@settings(max_examples=40)
def test_that_offers_written_as_a_catalogue_are_read_back(
    given_ones: list[Offer], separator: str, ending: str, encoding: str
) -> None:
    given_ones = [replace(offer, key=f"catalogue:{number}") for number, offer in enumerate(given_ones)]
    rows = [written(offer) for offer in given_ones]
    text = StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=separator, lineterminator=ending)
    writer.writeheader()
    writer.writerows(rows)

    found = read(parse_table(text.getvalue().encode(encoding), "offers.csv"), "offers.csv")

    assert found == Read(tuple(given_ones))


odd_cells = (
    st.sampled_from(["", "a", "1", "0", "fi", "=1", '"', "9" * 400, "1.9.2026", "C05", "🙂", ";;", "\n"]) | lines
)
odd_rows = st.lists(odd_cells, min_size=9, max_size=9)
ODD_COLUMNS = (
    *("offer_id", "name_fi", "name_sv", "provider", "price_eur"),
    *("level_to", "start", "unit_codes", "place_municipality"),
)


@given(st.lists(odd_rows, max_size=5))
@settings(max_examples=60)
def test_that_every_row_is_taken_or_refused_with_its_line(rows: list[list[str]]) -> None:
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(ODD_COLUMNS)
    writer.writerows(rows)

    found = read(parse_table(text.getvalue().encode(), "offers.csv"), "offers.csv")

    lines = [fault.line for fault in found.refused]
    assert lines == sorted(set(lines))
    assert len(found.offers) + len(lines) <= len(rows)
    assert all(offer.name and offer.provider for offer in found.offers)
    assert len({offer.key for offer in found.offers}) == len(found.offers)
