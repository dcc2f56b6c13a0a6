"""Service paths, foresight and guidance: JOE-1, 2a, 3, 3b, 5b and 6 of the brief."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.catalogues.services import find_services
from app.errors import UserError
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.due import Kind, Since, dated, within
from app.mapping.matching import Match, Reason, ReasonCode, Wanted
from app.mapping.model import Measure, OptionType
from app.mapping.paths import Step, path, without
from app.mapping.plan import results
from app.mapping.referral_made import Referral
from app.mapping.unit_fit import FitAdvice, unit_fit
from app.offers.lacks import lacks
from app.offers.model import Offer, OfferType, ProviderType
from app.report.content.offers import section
from app.services import due, planning, referrals
from app.texts import Text
from app.wording.lacks import lack_said
from tests.mapping.test_ways import UNIT as NEED_OF_UNIT
from tests.mapping.test_ways import company, offer, ways, whys
from tests.offers.test_lacks import WHOLE
from tests.report.company import MAPPING, TODAY
from tests.report.papers import directory
from tests.report.test_funding_section import text
from tests.services.staff_company import CASE, desk_over

each_language = pytest.mark.parametrize("language", LANGUAGES)
CAM = "machinist-cam"


def _match(provider: ProviderType, kind: OfferType, **more: Any) -> Match:
    said = Text(f"{provider}-opisto", f"{provider}-skolan", f"{provider} college")
    found = Offer(provider, Text(fi=provider), said, provider_type=provider, offer_type=kind, checked_on=TODAY)
    return Match(replace(found, **more), 80, (Reason(ReasonCode.SAME_UNIT, 50),))


def _steps() -> tuple[Step, ...]:
    badge = _match("UAS", "badge", extent_unit="op", extent_value=Decimal(5))
    three = (badge, _match("VET", "unit", unit_codes=("101103",)), _match("VST", "course"))
    return path(Wanted(Text(fi="CAM"), level_from=1, level_to=4), three)


def _printed(language: Language, steps: tuple[Step, ...]) -> list[str]:
    """Who gives each step, as the plan prints it."""
    mapping = replace(MAPPING, measures=planning.measures_from(MAPPING, CAM, steps))
    found = section(Translator(language), results(mapping, TODAY))
    assert found
    [table] = [block for block in found.blocks if hasattr(block, "groups")]
    return [text(row.cells[0]).splitlines()[1] for group in table.groups for row in group.rows]


@each_language
def test_joe_1_that_three_steps_of_three_kinds_of_provider_are_printed_in_order(language: Language) -> None:
    assert [step.offer.provider_type for step in _steps()] == ["VST", "VET", "UAS"]
    assert [name[:3] for name in _printed(language, _steps())] == ["VST", "VET", "UAS"]


def test_joe_1_that_without_the_second_step_the_third_is_the_second() -> None:
    left = without(_steps(), 2)
    assert [(step.number, step.offer.provider_type) for step in left] == [(1, "VST"), (2, "UAS")]
    assert [name[:3] for name in _printed("fi", left)] == ["VST", "UAS"]


@pytest.mark.parametrize(("after", "listed"), [(320, False), (335, True)])
def test_joe_2a_that_a_company_mapped_a_year_ago_is_due_thirty_days_before(
    after: int, listed: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with desk_over(tmp_path_factory.mktemp("due"), replace(CASE, started=TODAY, remap_months=12)) as desk:
        found = due.due_list(replace(desk, today=TODAY + timedelta(after)))
    assert [entry.due.kind for entry in found] == ([Kind.MAPPING] if listed else [])


@pytest.mark.parametrize(("days", "listed"), [(-(10**12), 0), (10**12, 1)])
def test_joe_2a_that_a_list_may_look_as_far_as_anybody_likes(days: int, listed: int) -> None:
    assert len(within(dated(replace(CASE, started=TODAY), Since()), TODAY, days)) == listed


@each_language
def test_joe_3_that_every_service_is_found_by_its_name_in_every_language(language: Language) -> None:
    services = directory().services
    assert {"guidance", "rehabilitation", "business_services"} <= {each.key for each in services.services}
    for each in services.services:
        assert each in find_services(services, each.name.get(language))


def test_joe_3b_that_a_referral_is_not_sent_without_the_customers_consent(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    measure = Measure("m", CAM, OptionType.REFERRAL)
    made = referrals.to_service(measure, directory().services.services[0], "fi")
    assert made.referral
    with pytest.raises(UserError, match="before the customer agrees"):
        referrals.referred(made, replace(made.referral, sent_on=TODAY))
    agreed = replace(made.referral, sent_on=TODAY, consent_on=TODAY, consent_by="Yrittäjä")
    assert referrals.referred(made, agreed).referral == agreed
    assert _restored(tmp_path_factory, replace(made, referral=agreed)) == agreed


def _restored(folders: pytest.TempPathFactory, measure: Measure) -> Referral | None:
    """The referral as it is kept."""
    with desk_over(folders.mktemp("kept"), replace(MAPPING, measures=(measure,))) as desk:
        return desk.cases.load(MAPPING.key).measures[0].referral


@each_language
@pytest.mark.parametrize("field", ["for_whom", "can_do_after"])
def test_joe_5b_that_the_check_warns_of_an_offer_that_does_not_say_for_whom_or_what_for(
    field: str, language: Language
) -> None:
    changes: dict[str, Any] = {field: Text()}
    [lack] = lacks(replace(WHOLE, **changes), TODAY)
    assert lack == field
    assert lack_said(Translator(language), lack)
    assert lacks(WHOLE, TODAY) == ()


def test_joe_6_that_who_can_all_of_a_unit_shows_it_and_with_one_statement_at_1_only_a_part() -> None:
    assert unit_fit((3, 3, 4, 3, 3)).advice is FitAdvice.DEMONSTRATION
    assert unit_fit((3, 3, 4, 3, 1)).advice is FitAdvice.PARTIAL
    able = ways(company(3, 4, need=replace(NEED_OF_UNIT, required=2)), offer("course", "unit", "demonstration"))
    assert OptionType.DEMONSTRATION in {way.option for way in able}
    assert not {OptionType.SHORT_COURSE, OptionType.UNIT} & {way.option for way in able}
    one_short = whys(company(3, 3, 3, 3, 1, need=NEED_OF_UNIT), offer("course", "unit", "demonstration"))
    assert "unit_fit" not in dict(one_short).values()
