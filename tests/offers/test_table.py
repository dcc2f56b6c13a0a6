"""A catalogue of offers of one's own: what its rows may say, and what becomes of a row that is wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.errors import UserError
from app.files import parse_table
from app.offers.model import Offer
from app.offers.readers.table import load_examples, read
from app.texts import Text
from tests.offers.catalogue_rows import EN, FULL, csv, of, one, refused, row

# Whole rows


def test_that_a_full_row_is_read_whole() -> None:
    assert of(FULL).offers == (
        Offer(
            key="catalogue:cnc-1",
            name=Text(fi="CNC-sorvaus"),
            provider=Text(fi="Esimerkkiopisto"),
            provider_type="VET",
            offer_type="unit",
            for_whom=Text(fi="Koneistajille"),
            can_do_after=Text(fi="Asettaa ja ajaa sorvin"),
            qualification_codes=("351108",),
            unit_codes=("101108", "101109"),
            competence_tags=("digcomp:1", "card:C05"),
            card="C05",
            level_from=1,
            level_to=3,
            extent_value=Decimal("22.5"),
            extent_unit="osp",
            languages=("fi", "sv"),
            mode=("onsite", "blended"),
            time=("evening",),
            places=(Text(fi="Salo"),),
            start=date(2027, 9, 1),
            end=date(2027, 12, 17),
            apply_by=date(2027, 5, 31),
            price_eur=Decimal("1200.50"),
            price_note=Text(fi="Sisältää aineiston"),
            funding_routes=("F01",),
            min_group=6,
            max_group=12,
            contact="kurssit@opisto.example",
            link="https://example.invalid/cnc",
            checked_on=date(2026, 11, 20),
            checked_by="MK",
            valid_to=date(2027, 12, 31),
        ),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_that_offers_are_the_same_however_the_catalogue_was_saved(encoding: str, separator: str) -> None:
    assert of(FULL, encoding=encoding, separator=separator) == of(FULL)


def test_that_a_row_with_nothing_but_what_is_required_leaves_the_rest_unknown() -> None:
    assert one() == Offer(key="catalogue:a", name=Text(fi="Kurssi"), provider=Text(fi="Opisto"))


def test_that_two_wrong_rows_of_twenty_leave_eighteen() -> None:
    rows = [row(offer_id=str(number), price_eur="10") for number in range(1, 21)]
    rows[6]["price_eur"] = "kymppi"
    rows[12]["start"] = "31.2.2027"

    found = of(*rows)

    assert [offer.key for offer in found.offers] == [f"catalogue:{n}" for n in range(1, 21) if n not in {7, 13}]
    assert [(fault.line, EN.explain(fault.reason)) for fault in found.refused] == [
        (8, 'price_eur cannot be "kymppi". Allowed: a number such as 120 or 99,50.'),
        (14, 'start cannot be "31.2.2027". Allowed: a day such as 1.9.2026 or 2026-09-01.'),
    ]


def test_that_a_row_whose_cells_do_not_fit_the_header_is_refused_with_its_line() -> None:
    text = "offer_id,name_fi,provider,price_eur\na,Kurssi,Opisto,12,50\nb,Kurssi,Opisto,12\n"

    found = read(parse_table(text.encode(), "offers.csv"), "offers.csv")

    assert [offer.key for offer in found.offers] == ["catalogue:b"]
    assert [fault.line for fault in found.refused] == [2]


# Columns


@pytest.mark.parametrize(
    ("columns", "missing"),
    [
        ("provider;name_sv", "offer_id"),
        ("offer_id;provider", "name_fi / name_sv / name_en"),
        ("offer_id;name_en", "provider"),
        ("a;b", "offer_id, name_fi / name_sv / name_en and provider"),
    ],
)
def test_that_a_file_without_the_columns_that_must_be_is_refused_with_all_that_is_missing(
    columns: str, missing: str
) -> None:
    with pytest.raises(UserError) as error:
        read(parse_table(f"{columns}\n1;2\n".encode(), "offers.csv"), "offers.csv")

    assert EN.explain(error.value) == (
        f"offers.csv is no catalogue of training offers: its first row lacks the columns {missing}. Nothing was read."
    )


def test_that_columns_are_known_by_their_letters_in_any_order_and_others_are_left_alone() -> None:
    text = "Provider ;own notes;Unit code;NAME_FI;Offer ID\nOpisto;=1+1;101108;Kurssi;a\n"

    [offer] = read(parse_table(text.encode(), "offers.csv"), "offers.csv").offers

    assert (offer.unit_codes, offer.name) == (("101108",), Text(fi="Kurssi"))


def test_that_a_column_that_is_there_twice_is_refused() -> None:
    with pytest.raises(UserError, match="has the column unit_codes twice"):
        read(parse_table(b"offer_id;name_fi;provider;unit_codes;unit code\n", "offers.csv"), "offers.csv")


@pytest.mark.parametrize(
    ("cells", "empty"),
    [
        ({"offer_id": " "}, "offer_id"),
        ({"name_fi": ""}, "name_fi / name_sv / name_en"),
        ({"provider": ""}, "provider"),
    ],
)
def test_that_a_row_without_what_must_be_is_refused(cells: dict[str, str], empty: str) -> None:
    assert refused(row(), row(offer_id="b") | cells) == [(3, f"{empty} is empty, and no offer is without it.")]


# Languages


def test_that_columns_with_a_language_are_in_that_language() -> None:
    offer = one(name_sv="Kurs", for_whom_fi="Kaikille", for_whom_sv="För alla", provider_sv="Skolan")

    assert offer.name == Text(fi="Kurssi", sv="Kurs")
    assert offer.for_whom == Text(fi="Kaikille", sv="För alla")
    assert offer.provider == Text(fi="Opisto", sv="Skolan")


@pytest.mark.parametrize(
    ("cells", "language"),
    [
        ({"name_fi": "", "name_sv": "Kurs"}, "sv"),
        ({"name_fi": "", "name_en": "Course", "teaching_language": "fi"}, "en"),
        ({"name_sv": "Kurs", "teaching_language": "sv|fi"}, "sv"),
        ({"name_sv": "Kurs", "teaching_language": "ru"}, "fi"),
    ],
)
def test_that_other_text_is_in_the_language_of_the_only_name_or_else_of_teaching(
    cells: dict[str, str], language: Any
) -> None:
    assert one(**cells | {"for_whom": "x"}).for_whom == Text(**{language: "x"})


def test_that_rows_of_one_offer_in_different_languages_complete_each_other() -> None:
    found = of(
        row(place_municipality="Turku", price_eur="10", teaching_language="fi", link="https://a.example/fi"),
        row(offer_id="b"),
        {
            "offer_id": "a",
            "name_sv": "Kurs",
            "for_whom": "För alla",
            "place_municipality": "Åbo",
            "teaching_language": "sv",
            "price_eur": "10",
            "level_to": "3",
            "link": "https://a.example/sv",
        },
    )

    assert found.refused == ()
    first, second = found.offers
    assert (first.key, second.key) == ("catalogue:a", "catalogue:b")
    assert first.name == Text(fi="Kurssi", sv="Kurs")
    assert first.for_whom == Text(sv="För alla")
    assert first.places == (Text(fi="Turku", sv="Åbo"),)
    assert (first.languages, first.price_eur, first.level_to) == (("fi", "sv"), Decimal(10), 3)
    assert first.link == "https://a.example/fi"


@pytest.mark.parametrize(
    ("column", "cell", "other"), [("price_eur", "10", "12"), ("place_municipality", "Turku", "Åbo;Pargas")]
)
def test_that_rows_of_one_offer_must_agree(column: str, cell: str, other: str) -> None:
    rows = row(**{column: cell}), row(name_fi="", name_sv="Kurs") | {column: other}

    assert [offer.name for offer in of(*rows).offers] == [Text(fi="Kurssi")]
    [(line, reason)] = refused(*rows)
    assert line == 3
    assert reason.startswith(f"{column} differs from line 2, which is the same offer in another language.")


def test_that_rows_of_one_offer_may_not_make_an_impossible_one_together() -> None:
    rows = row(start="1.9.2026"), row(name_fi="", name_sv="Kurs", end="1.8.2026")

    assert [offer.start for offer in of(*rows).offers] == [date(2026, 9, 1)]
    assert [line for line, _ in refused(*rows)] == [3]


def test_that_the_later_of_two_rows_in_one_language_stays_and_the_earlier_is_told() -> None:
    rows = row(price_eur="10", level_to="2"), row(name_fi="", name_sv="Kurs"), row(name_fi="Uusi", price_eur="12")

    [offer] = of(*rows).offers

    assert (offer.name, offer.price_eur, offer.level_to) == (Text(fi="Uusi", sv="Kurs"), Decimal(12), None)
    assert refused(*rows) == [(2, "a stands again on line 4, and that row was taken.")]


def test_that_a_wrong_row_takes_no_place_of_a_right_one() -> None:
    found = of(row(price_eur="10"), row(price_eur="kymppi"))

    assert [offer.price_eur for offer in found.offers] == [10]
    assert [fault.line for fault in found.refused] == [3]


# Examples


def test_that_examples_are_marked_as_such(tmp_path: Path) -> None:
    path = tmp_path / "examples.csv"
    path.write_text(csv(row(), row(offer_id="b")), encoding="utf-8")

    assert [offer.example for offer in load_examples(path)] == [True, True]
    assert not one().example


def test_that_a_fault_in_the_examples_is_no_row_left_out_but_an_error(tmp_path: Path) -> None:
    path = tmp_path / "examples.csv"
    path.write_text(csv(row(), row(offer_id="b", mode="x")), encoding="utf-8")

    with pytest.raises(UserError) as error:
        load_examples(path)
    assert EN.explain(error.value).startswith('examples.csv is wrong on line 3: mode cannot be "x".')
