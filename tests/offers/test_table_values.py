"""What the cells of a catalogue may hold, and what is said of one that holds something else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.texts import Text
from tests.offers.catalogue_rows import one, refused, row


@pytest.mark.parametrize(
    ("price", "value"),
    [
        ("", None),
        ("0", Decimal(0)),
        ("0,00", Decimal(0)),
        ("120", Decimal(120)),
        ("99,50", Decimal("99.5")),
        ("99.5", Decimal("99.5")),
        ("1 200", Decimal(1200)),
        ("1\N{NO-BREAK SPACE}200,50 €", Decimal("1200.5")),
        ("12\N{NARROW NO-BREAK SPACE}000 000", Decimal(12_000_000)),
    ],
)
def test_that_an_empty_price_is_unknown_and_zero_is_free(price: str, value: Decimal | None) -> None:
    assert one(price_eur=price).price_eur == value


@pytest.mark.parametrize("price", ["1.200", "1,200", "1.200,50", "12 00", "-5", "=1+1", "1e3", "NaN", "٣", "9" * 40])
def test_that_a_price_that_may_mean_two_things_or_nothing_is_refused(price: str) -> None:
    [(line, reason)] = refused(row(price_eur=price))

    assert line == 2
    assert reason.startswith('price_eur cannot be "')


@pytest.mark.parametrize("day", ["1.9.2026", "01.09.2026", "2026-09-01", " 1.9.2026 "])
def test_that_a_day_is_read_as_it_is_written_in_finland_and_by_the_standard(day: str) -> None:
    assert one(start=day).start == date(2026, 9, 1)


@pytest.mark.parametrize("day", ["1.9.26", "9/1/2026", "31.2.2026", "2026-13-01", "46266", "syksy 2026", "1.9.0026"])
def test_that_any_other_day_is_refused(day: str) -> None:
    assert refused(row(start=day)) == [(2, f'start cannot be "{day}". Allowed: a day such as 1.9.2026 or 2026-09-01.')]


@pytest.mark.parametrize(
    "cell", ["106401;106402", "106401|106402", "106401, 106402", "106401\n106402", "106401;;106402;"]
)
def test_that_the_items_of_a_list_are_told_apart_by_any_of_the_usual_signs(cell: str) -> None:
    assert one(unit_codes=cell).unit_codes == ("106401", "106402")


def test_that_a_list_apart_by_semicolons_keeps_its_commas() -> None:
    assert one(competence_tags="hitsaus, MIG; juotto").competence_tags == ("hitsaus, MIG", "juotto")


def test_that_codes_are_bare_and_uniform() -> None:
    offer = one(
        unit_codes="tutkinnonosat_106401#3, 106401",
        qualification_code="koulutus_351301#12",
        funding_routes="f01",
        card="c05",
        teaching_language="SV",
        provider_type="vet",
        mode="Online",
    )

    assert offer.unit_codes == ("106401",)
    assert offer.qualification_codes == ("351301",)
    assert (offer.funding_routes, offer.card, offer.languages) == (("F01",), "C05", ("sv",))
    assert (offer.provider_type, offer.mode) == ("VET", ("online",))


def test_that_a_municipality_is_a_name_or_a_number_with_the_zeros_a_spreadsheet_drops() -> None:
    offer = one(place_municipality="Turku; 91")

    assert (offer.places, offer.municipality_codes) == ((Text(fi="Turku"),), ("091",))


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+358 40 123", "-kurssi", "@SUM(A1)"])
def test_that_a_cell_that_looks_like_a_formula_is_only_text(cell: str) -> None:
    offer = one(name_fi=cell, contact=cell)

    assert (offer.name.fi, offer.contact) == (cell, cell)


def test_that_text_is_one_line_of_what_can_be_seen() -> None:
    assert one(name_fi=" Hitsaus\r\n\tja  levy\u200btyöt\u00ad ").name.fi == "Hitsaus ja levytyöt"


@pytest.mark.parametrize(
    ("column", "cell", "allowed"),
    [
        ("provider_type", "koulu", "one of VET, UAS, UNI, VST, company and other"),
        ("mode", "onsite|etänä", "one or more of onsite, workplace, online and blended"),
        ("extent_unit", "viikkoa", "one of osp, op, h and d"),
        ("level_to", "5", "a whole number from 0 to 4"),
        ("level_from", "1,5", "a whole number from 0 to 4"),
        ("max_group", "0", "a whole number from 1 to 10,000"),
        ("unit_codes", "1,06401E+05", "a code such as 106401"),
        ("qualification_code", '=""', "a code such as 351301"),
        ("teaching_language", "suomi", "a code such as fi, sv and en"),
        ("funding_routes", "X1", "a code such as F01"),
        ("card", "trukki", "a code such as C05"),
        ("offer_id", "x" * 101, "a code such as cnc-1"),
        ("link", "javascript:alert(1)", "an address that begins with https:// or http://"),
    ],
)
def test_that_a_wrong_value_is_told_with_its_column_and_what_is_allowed(column: str, cell: str, allowed: str) -> None:
    [(line, reason)] = refused(row(), row(offer_id="b") | {column: cell.replace('"', '""')})

    assert line == 3
    shown = cell if len(cell) <= 40 else cell[:39] + "…"
    assert reason == f'{column} cannot be "{shown}". Allowed: {allowed}.'


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"level_from": "3", "level_to": "1"}, "level_from (3) cannot be after level_to (1). Correct one of them."),
        ({"min_group": "9", "max_group": "8"}, "min_group (9) cannot be after max_group (8). Correct one of them."),
        (
            {"start": "2.9.2026", "end": "1.9.2026"},
            "start (2 Sep 2026) cannot be after end (1 Sep 2026). Correct one of them.",
        ),
    ],
)
def test_that_an_end_before_its_beginning_is_refused(cells: dict[str, str], reason: str) -> None:
    assert refused(row(**cells)) == [(2, reason)]
