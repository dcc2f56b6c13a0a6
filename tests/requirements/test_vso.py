"""Reliable information, options and needs without an offer: VSO-1, VSO-2 and VSO-9 of the brief."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.company import Company
from app.mapping.model import Agreed, Mapping, OptionType
from app.mapping.plan import results
from app.mapping.ways import options
from app.mapping.ways_rules import AFTER_OFFERS, BEFORE_OFFERS, OPTION_OF_OFFER
from app.offers.model import Offer
from app.report.content.offers import section
from app.services import unmet
from app.services.directory import route_json, service_json
from app.texts import Text
from app.wording.offers import option_why
from app.wording.words import option_name
from tests.report.company import COURSE, MAPPING, MEASURES, TODAY
from tests.report.papers import directory
from tests.report.test_funding_section import edited, text
from tests.services.staff_company import desk_over

each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.mark.parametrize(("days", "state"), [(180, "in_force"), (181, "check_first")])
def test_vso_1_that_a_funding_row_is_to_be_checked_after_180_days(days: int, state: str) -> None:
    known = edited("F16", checked=TODAY - timedelta(days))
    route = known.funding.route("F16")
    assert route
    assert route_json(Translator("en"), route, known, TODAY)["state"] == state


@each_language
@pytest.mark.parametrize(("days", "old"), [(90, False), (91, True)])
def test_vso_1_that_an_offer_is_grey_and_without_its_price_after_90_days(
    days: int, old: bool, language: Language
) -> None:
    offer = replace(COURSE, checked_on=TODAY - timedelta(days))
    t = Translator(language)
    found = section(t, results(replace(MAPPING, measures=(replace(MEASURES[0], offer=offer),)), TODAY))
    assert found
    [row] = [row for block in found.blocks for group in getattr(block, "groups", ()) for row in group.rows]
    assert row.stale is old
    assert (t("check before decision") in text(*row.cells)) is old
    assert ("640" in text(*row.cells)) is not old
    assert offer.checked_on
    assert t.day(offer.checked_on) in text(*row.cells)


def test_vso_1_that_a_service_whose_contact_nobody_has_checked_says_so() -> None:
    [first, *_] = directory().services.services
    for checked, to_check in ((None, True), (TODAY - timedelta(180), False), (TODAY - timedelta(181), True)):
        service = replace(first, checked=checked, contact="puh. 1")
        assert service_json(Translator("en"), service, directory(), TODAY)["check_first"] is to_check


@each_language
def test_vso_2_that_every_need_has_two_to_four_ways_each_with_a_reason(language: Language) -> None:
    """One way alone, of which the brief would warn, is never all there is."""
    t = Translator(language)
    found = results(MAPPING, TODAY)
    for scored in found.ranked:
        ways = options(found, scored, ())
        assert 2 <= len(ways) <= 4
        assert all(option_name(t, way.option) and option_why(t, way.why) for way in ways)


@each_language
def test_vso_2_that_each_of_the_eighteen_kinds_of_measure_is_proposed_by_a_rule_and_has_its_own_name(
    language: Language,
) -> None:
    by_rule = {rule.option for rule in (*BEFORE_OFFERS, *AFTER_OFFERS)}
    assert by_rule | {*OPTION_OF_OFFER.values()} == {*OptionType}
    assert len({option_name(Translator(language), option) for option in OptionType}) == 18


def _agreeing(key: str, *names: str) -> Mapping:
    """A company that has agreed on these needs, which the workshop has, too; levels are the same."""
    mine = [need for need in MAPPING.needs if need.key in names]
    return replace(
        MAPPING,
        key=key,
        company=Company(f"c{key}", f"Salainen {key} Oy"),
        agreed=tuple(Agreed(need.key, place) for place, need in enumerate(mine)),
        measures=(),
    )


VOLTAGE, LEADING, CAM = "mechanic-voltage", "lead-leading", "machinist-cam"


def test_vso_9_that_needs_without_an_offer_stand_by_companies_times_band_and_name_nobody(tmp_path: Path) -> None:
    cases = (_agreeing("a", VOLTAGE), _agreeing("b", LEADING), _agreeing("c", LEADING), _agreeing("d", LEADING, CAM))
    offer = Offer("catalogue:cam", Text(fi="CAM"), unit_codes=("101103",), offer_type="unit", languages=("fi",))
    with desk_over(tmp_path / "data", *cases) as desk:
        desk.library.put_offers([offer])
        found = unmet.unmet_needs(desk)
    assert [(need.name.fi, need.companies) for need in found] == [
        ("Lähijohtaminen", 3),
        ("Sähkö- ja hybridiautojen korkeajännitetyöt", 1),
    ]
    assert [need.weight for need in found] == sorted((need.weight for need in found), reverse=True)
    table = unmet.as_csv(found)
    assert "Salainen" not in table
    assert len([*csv.DictReader(io.StringIO(table), delimiter=";")]) == 2


@pytest.mark.parametrize("sign", ["=cmd()", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "\n=1"])
def test_vso_9_that_no_name_in_the_list_for_planners_runs_as_a_formula(sign: str, tmp_path: Path) -> None:
    needs = tuple(replace(n, name=Text(sign), competence_code="") for n in MAPPING.needs)
    with desk_over(tmp_path / "data", replace(_agreeing("a", VOLTAGE), needs=needs)) as desk:
        [row] = csv.DictReader(io.StringIO(unmet.as_csv(unmet.unmet_needs(desk)), newline=""), delimiter=";")
    assert row["name_fi"].startswith("'")
