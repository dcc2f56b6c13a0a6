"""Money, FUND-1 to FUND-4 of the brief: as it is printed, in every language."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from app.catalogues.funding import find_funding
from app.catalogues.model import Directory, FundingRoute
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.model import Measure, MeasureStatus, OptionType
from app.mapping.plan import results
from app.report.content.funding import section
from app.services.directory import route_lines
from app.texts import Text
from app.wording import funding as words
from tests.report.company import MAPPING, TODAY
from tests.report.test_funding_section import COURSE, DIRECTORY, SUBSIDY, edited, rows, text

each_language = pytest.mark.parametrize("language", LANGUAGES)
APPLYING: Final[dict[Language, str]] = {
    "fi": r"\b(hae|hakekaa|haetaan|hakea|hakemus)",
    "sv": r"\b(ansök|sök )",
    "en": r"\b(apply|applies|application)",
}


def printed(language: Language, directory: Directory, *measures: Measure) -> str:
    """The section of a plan with these measures."""
    found = section(Translator(language), results(replace(MAPPING, measures=measures), TODAY), directory)
    return "\n".join(text(*row.cells) for row in rows(found))


def route(code: str) -> FundingRoute:
    found = DIRECTORY.funding.route(code)
    assert found
    return found


@each_language
@pytest.mark.parametrize("changes", [{"certainty": "unknown"}, {"checked": TODAY - timedelta(181)}], ids=str)
def test_fund_1_that_a_row_to_check_prints_no_amount_and_asks_for_the_check(
    language: Language, changes: dict[str, object]
) -> None:
    fresh = {"certainty": "verified", "checked": TODAY, "amount": Text("777 €", "777 €", "€777"), "amount_on": TODAY}
    check = Translator(language)("check before decision")
    sure = printed(language, edited("F05", **fresh), SUBSIDY)
    assert ("777" in sure, check in sure) == (True, False)
    told = printed(language, edited("F05", **fresh | changes), SUBSIDY)
    assert ("777" in told, check in told) == (False, True)


@each_language
@pytest.mark.parametrize("code", ["E01", "E03", "E04"])
def test_fund_2_that_searching_a_dead_route_explains_since_when_it_is_gone(language: Language, code: str) -> None:
    gone = route(code)
    assert gone.valid_to
    assert gone in find_funding(DIRECTORY.funding, gone.name.get(language).partition(" (")[0]).routes
    told = " ".join(route_lines(Translator(language), gone, DIRECTORY, TODAY))
    assert Translator(language).day(gone.valid_to) in told
    assert gone.ended.get(language) in told


@each_language
def test_fund_3_that_nobody_is_told_to_apply_for_jotpa(language: Language) -> None:
    t = Translator(language)
    [jotpa] = [each for each in DIRECTORY.funding.routes if "Jotpa" in each.name.en]
    told = " ".join(words.route_lines(t, jotpa, DIRECTORY, TODAY))
    assert t(words.WAYS["join"]) in told
    assert not re.search(APPLYING[language], told, re.IGNORECASE)
    assert re.search(APPLYING[language], t(words.WAYS["apply"]), re.IGNORECASE)
    shown = printed(language, DIRECTORY, COURSE)
    assert jotpa.name.get(language) in shown
    assert not re.search(APPLYING[language], shown, re.IGNORECASE)


@each_language
@pytest.mark.parametrize("code", ["F05", "F06", "F07", "F13"])
def test_fund_4_that_a_start_before_the_decision_is_warned_of_on_paper(language: Language, code: str) -> None:
    t = Translator(language)
    asked = replace(SUBSIDY, option=OptionType.RECRUITMENT, funding_route=f"x ({code})")
    begun = replace(asked, status=MeasureStatus.IN_PROGRESS)
    assert words.too_early(t) in printed(language, DIRECTORY, begun)
    planned = printed(language, DIRECTORY, asked)
    assert words.too_early(t) not in planned
    assert words.before_start(t, route(code)) in planned
