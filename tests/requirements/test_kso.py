"""Feedback and the division of labour: KSO-1 and KSO-2 of the brief."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from app.catalogues.model import ServiceCatalogue
from app.languages import LANGUAGES, Language
from app.mapping.answers import Answer
from app.mapping.followups import FollowUp, MeasureThen
from app.mapping.model import MeasureStatus
from app.mapping.referral import referrals
from app.paths import resource
from app.services import feedback
from app.services.desk import Desk
from app.services.surveys import find
from app.texts import Text
from tests.mapping.test_referral import ABOUT, ANY, CASE, METAL, SWEDISH
from tests.mapping.test_referral import SERVICES as KNOWN
from tests.report.company import MAPPING, TODAY
from tests.services.staff_company import desk_over


def _voice(desk: Desk, number: int, grade: int) -> None:
    """A company that was visited, gave a grade at the end and was asked again after three months."""
    company = replace(MAPPING.company, key=f"c{number}")
    mapping = replace(MAPPING, key=f"m{number}", company=company, answers=(Answer("K4a", (), (str(grade),)),))
    desk.cases.add(mapping, find(desk, "visit"))
    then = (MeasureThen("m1", MeasureStatus.DONE, helped=True), MeasureThen("m2", MeasureStatus.PLANNED))
    held = FollowUp(f"f{number}", 1, 3, TODAY, TODAY + timedelta(1), measures=then)
    desk.cases.put(mapping.key, held)


def test_kso_1_that_up_to_three_voices_no_average_is_shown_and_from_four_on_with_how_many(tmp_path: Path) -> None:
    with desk_over(tmp_path / "data") as desk:
        for number in range(1, 6):
            _voice(desk, number, number)
            found = {(a.asked, a.months): a for a in feedback.averages(desk)}
            useful, happened, helped = found["K4a", 0], found["happened", 3], found["helped", 3]
            assert {useful.voices, happened.voices, helped.voices} == {number}
            shown = number >= 4
            assert [a.average is not None for a in (useful, happened, helped)] == [shown] * 3
        assert (useful.average, happened.average, helped.average) == (Fraction(3), Fraction(1, 2), Fraction(1))


def test_kso_1_that_a_team_sets_its_own_number_of_voices(tmp_path: Path) -> None:
    shipped = resource("catalogues", "feedback.yaml").read_text("utf-8")
    own = tmp_path / "data" / "catalogues" / "feedback.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(shipped.replace("voices: 4", "voices: 2"), "utf-8")
    with desk_over(tmp_path / "data") as desk:
        _voice(desk, 1, 3)
        assert {(a.average, a.least) for a in feedback.averages(desk)} == {(None, 2)}
        _voice(desk, 2, 4)
        assert feedback.averages(desk)[0].average == Fraction(7, 2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_kso_2_that_two_rules_that_fit_are_both_proposed_the_closest_first_with_the_rule(language: Language) -> None:
    told = Text("Me otamme metallin.", "Vi tar metallen.", "We take metal.")
    rules = (ANY, SWEDISH, replace(METAL, told=told))
    found = referrals(CASE, ServiceCatalogue(ABOUT, 180, KNOWN, rules))
    assert [each.rule.key for each in found] == ["metal", "swedish", "any"]
    assert found[0].rule.told.said(language).text == told.get(language)
