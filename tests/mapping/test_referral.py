"""Whom to refer to by the rules of a network (brief, KSO-2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogues.model import About, NetworkRule, Service, ServiceCatalogue
from app.mapping.referral import Case, is_stale, referrals
from app.texts import Text

CHECKED = date(2026, 5, 1)
ABOUT = About("services", "1", Text(en="Services"), "", "", CHECKED)
SERVICES = tuple(Service(key, Text(en=key), Text(), Text(), ("VET",)) for key in ("college", "swedish", "office"))
ANY = NetworkRule("any", "college", Text(en="Everybody else goes to the college."))
SWEDISH = NetworkRule("swedish", "swedish", Text(en="We take the Swedish ones."), languages=("sv",))
METAL = NetworkRule("metal", "office", Text(en="We take metal."), sectors=("25", "28"), languages=("sv", "fi"))
NEAR = NetworkRule("near", "office", Text(en="Turku is ours."), areas=("853",), languages=("sv",))
RULES = (ANY, SWEDISH, METAL, NEAR)
CASE = Case("25", frozenset({"VET"}), "sv", frozenset({"02", "853"}), frozenset({"company"}))


def found(case: Case, *rules: NetworkRule) -> list[str]:
    return [referred.rule.key for referred in referrals(case, ServiceCatalogue(ABOUT, 180, SERVICES, rules))]


def test_that_two_rules_that_match_are_both_proposed_the_more_specific_first() -> None:
    both = referrals(CASE, ServiceCatalogue(ABOUT, 180, SERVICES, (SWEDISH, NEAR)))
    assert [(r.service.key, r.rule.told.en) for r in both] == [
        ("office", "Turku is ours."),
        ("swedish", "We take the Swedish ones."),
    ]


def test_that_rules_stand_by_how_much_they_ask_and_then_by_how_little_they_let_pass() -> None:
    assert found(CASE, *RULES) == ["near", "metal", "swedish", "any"]


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (replace(CASE, language="fi"), ["metal", "any"]),
        (replace(CASE, sector="47"), ["near", "swedish", "any"]),
        (replace(CASE, areas=frozenset({"02"})), ["metal", "swedish", "any"]),
        (Case(), ["any"]),
    ],
)
def test_that_what_is_not_so_or_not_known_fulfils_no_rule(case: Case, expected: list[str]) -> None:
    assert found(case, *RULES) == expected


def test_that_rules_that_ask_as_much_stand_in_the_order_of_the_file() -> None:
    other = replace(SWEDISH, key="other", service="office")
    assert found(CASE, other, SWEDISH) == ["other", "swedish"]


@given(st.permutations(RULES), st.sampled_from(["", "25", "47"]), st.sampled_from([None, "fi", "sv", "en"]))
def test_that_a_rule_that_asks_more_never_stands_behind_one_that_asks_less(
    rules: list[NetworkRule], sector: str, language: str | None
) -> None:
    case = replace(CASE, sector=sector, language=language)  # type: ignore[arg-type] # a language
    asked = {"any": 0, "swedish": 1, "metal": 2, "near": 2}
    order = [asked[key] for key in found(case, *rules)]
    assert order == sorted(order, reverse=True)


@pytest.mark.parametrize(("days", "stale"), [(180, False), (181, True)])
def test_that_a_contact_ages(days: int, stale: bool) -> None:
    catalogue = ServiceCatalogue(ABOUT, 180, SERVICES)
    today = CHECKED + timedelta(days)
    assert is_stale(replace(SERVICES[0], checked=CHECKED), catalogue, today) is stale
    assert is_stale(SERVICES[0], catalogue, today)
