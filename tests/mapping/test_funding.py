"""The route finder (brief, 8.3; FUND-1…FUND-4, VSO-1): proposals with reasons, never what is gone, never a promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogues.funding import load_funding
from app.catalogues.model import Certainty, Fact, FundingCatalogue, FundingRoute
from app.mapping.company import Company
from app.mapping.funding import (
    Facts,
    amount,
    as_chosen,
    begins_too_early,
    chosen,
    facts_of,
    is_stale,
    is_to_check,
    routes_for,
    services_for,
    starts_too_early,
)
from app.mapping.model import (
    Assessment,
    Assessor,
    Mapping,
    Measure,
    MeasureStatus,
    OptionType,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.plan import Results, results
from app.mapping.told import Told
from app.offers.model import Offer
from app.paths import resource
from app.texts import Text

CHECKED = date(2026, 5, 1)
TODAY = date(2026, 11, 23)
FACTS: tuple[Fact, ...] = get_args(Fact)
FUNDING = load_funding(lambda name: resource("catalogues", name))


def codes(*facts: Fact, to_ask: tuple[Fact, ...] = (), catalogue: FundingCatalogue = FUNDING) -> list[str]:
    found = routes_for(Facts(frozenset(facts), frozenset(to_ask)), catalogue, TODAY)
    return [proposal.route.code for proposal in found]


def with_route(code: str, **changes: object) -> FundingCatalogue:
    """The shipped catalogue with one row edited."""
    routes = (replace(r, **changes) if r.code == code else r for r in FUNDING.routes)  # type: ignore[arg-type] # fields of a route
    return replace(FUNDING, routes=tuple(routes))


def route(code: str) -> FundingRoute:
    found = FUNDING.route(code)
    assert found
    return found


# The rule table.


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (("hiring",), ["F06", "F00"]),
        (("hiring", "learner"), ["F06", "F02", "F03", "F00"]),
        (("hiring", "learner", "unemployed"), ["F06", "F02", "F03", "F05", "F00"]),
        (("whole_occupation",), ["F02", "F01", "F00"]),
        (("several_units",), ["F02", "F01", "F00"]),
        (("one_unit",), ["F01", "F00"]),
        (("part_of_unit",), ["F16", "F11", "F00"]),
        (("only_card",), ["F16", "F00"]),
        (("several_people",), ["F07", "F00"]),
        (("several_companies",), ["F07", "F00"]),
        (("dismissals",), ["F08", "F19", "F00"]),
        (("business",), ["F13", "F14", "F15", "F00"]),
        (("language",), ["F23", "F00"]),
        ((), ["F00"]),
    ],
)
def test_that_the_rules_of_the_brief_find_these_routes_first_match_first(
    facts: tuple[Fact, ...], expected: list[str]
) -> None:
    assert codes(*facts) == expected


def test_that_dismissals_and_business_are_referred_to_services() -> None:
    assert services_for(Facts(frozenset({"dismissals", "business"})), FUNDING) == (
        "employment_area",
        "business_services",
    )


def test_that_what_nobody_has_said_is_asked_and_not_taken_for_granted() -> None:
    found = routes_for(Facts(frozenset({"hiring", "learner"}), frozenset({"unemployed"})), FUNDING, TODAY)
    subsidy = next(proposal for proposal in found if proposal.route.code == "F05")
    assert (subsidy.because, subsidy.if_so) == (("learner",), ("unemployed",))
    assert "F05" not in codes("hiring", "learner")


def test_that_a_line_somebody_edits_is_in_force() -> None:
    rules = tuple(replace(r, routes=("F22",)) if r.key == "only_card" else r for r in FUNDING.rules)
    assert codes("only_card", catalogue=replace(FUNDING, rules=rules)) == ["F22", "F00"]


@given(st.frozensets(st.sampled_from(FACTS)), st.frozensets(st.sampled_from(FACTS)), st.dates(date(2024, 1, 1)))
def test_that_whatever_is_so_every_proposal_is_alive_and_there_once(
    so: frozenset[Fact], to_ask: frozenset[Fact], today: date
) -> None:
    found = routes_for(Facts(so, to_ask), FUNDING, today)
    assert len({p.route.code for p in found}) == len(found)
    assert found[-1].route.code == "F00"
    for proposal in found:
        assert proposal.route.valid_to is None or proposal.route.valid_to >= today
        assert set(proposal.because) <= so
        assert set(proposal.if_so) <= to_ask
        assert not set(proposal.if_so) & so


# FUND-1, VSO-1: fresh or to be checked.


@pytest.mark.parametrize(("days", "stale"), [(0, False), (179, False), (180, False), (181, True)])
def test_that_a_row_is_stale_after_180_days(days: int, stale: bool) -> None:
    assert is_stale(replace(route("F16"), checked=CHECKED), FUNDING, CHECKED + timedelta(days)) is stale


@given(
    st.sampled_from(get_args(Certainty)),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
)
def test_that_what_must_be_checked_shows_no_amount(
    certainty: Certainty, checked: date, entered: date, today: date
) -> None:
    edited = replace(route("F05"), certainty=certainty, checked=checked, amount=Text(fi="100 €/kk"), amount_on=entered)
    to_check = certainty == "unknown" or (today - checked).days > 180
    assert is_to_check(edited, FUNDING, today) is to_check
    shown = not to_check and entered.year == today.year and entered <= today
    assert bool(amount(edited, FUNDING, today)) is shown


# FUND-2: what is gone.


@pytest.mark.parametrize(("last", "there"), [(TODAY, True), (TODAY - timedelta(1), False)])
def test_that_a_route_that_comes_to_its_end_is_proposed_up_to_its_last_day(last: date, there: bool) -> None:
    ended = with_route("F06", valid_to=last, ended=Text(fi="Loppui."))
    assert ("F06" in codes("hiring", catalogue=ended)) is there


def test_that_what_is_gone_is_never_proposed_even_where_a_rule_names_it() -> None:
    rules = tuple(replace(r, routes=("E01", "E03", "E04")) if r.key == "one_unit" else r for r in FUNDING.rules)
    assert codes("one_unit", catalogue=replace(FUNDING, rules=rules)) == ["F00"]


# FUND-4: the decision comes first.


@pytest.mark.parametrize("code", ["F05", "F06", "F07", "F13"])
@pytest.mark.parametrize(
    ("start", "decided", "early"),
    [
        (date(2027, 1, 10), date(2027, 1, 11), True),
        (date(2027, 1, 11), date(2027, 1, 11), False),
        (date(2027, 1, 12), date(2027, 1, 11), False),
        (TODAY, None, True),
        (TODAY + timedelta(1), None, False),
        (None, None, False),
    ],
)
def test_that_a_start_before_the_decision_is_warned_of(
    code: str, start: date | None, decided: date | None, early: bool
) -> None:
    assert starts_too_early(route(code), start, decided, TODAY) is early


def test_that_a_route_without_such_a_rule_warns_of_nothing() -> None:
    assert not starts_too_early(route("F16"), TODAY, TODAY + timedelta(9), TODAY)


@pytest.mark.parametrize(
    ("status", "start", "early"),
    [
        (MeasureStatus.PLANNED, None, False),
        (MeasureStatus.PLANNED, TODAY, True),
        (MeasureStatus.PLANNED, TODAY + timedelta(30), False),
        (MeasureStatus.IN_PROGRESS, None, True),
    ],
)
def test_that_a_measure_that_has_begun_is_too_early_for_a_decision(
    status: MeasureStatus, start: date | None, early: bool
) -> None:
    measure = Measure("m", "need", OptionType.RECRUITMENT, status=status, offer=Offer("o", Text(), start=start))
    assert begins_too_early(route("F06"), measure, TODAY) is early
    assert not begins_too_early(route("F16"), measure, TODAY)


# From a measure to facts.


def scored(levels: tuple[int, ...] = (1,), told: Told | None = None) -> Results:
    people = tuple(Person(f"p{n}", "role", f"H{n}") for n in range(len(levels)))
    mapping = Mapping(
        "mapping",
        Company("company", "Workshop"),
        roles=(Role("role", "Machinist", len(levels)),),
        people=people,
        needs=(RoleNeed("need", "role", Text(en="CAM"), targets=Targets(3, 3, 3)),),
        assessments=tuple(
            Assessment(p.key, "need", Assessor.SUPERVISOR, level) for p, level in zip(people, levels, strict=True)
        ),
    )
    return results(mapping, TODAY, told or Told())


def facts(option: OptionType, found: Results | None = None, offer: Offer | None = None) -> Facts:
    return facts_of(found or scored(), Measure("m", "need", option, offer=offer))


@pytest.mark.parametrize(
    ("option", "so"),
    [
        (OptionType.UNIT, {"one_unit"}),
        (OptionType.QUALIFICATION, {"whole_occupation"}),
        (OptionType.SHORT_COURSE, {"part_of_unit"}),
        (OptionType.CARD, {"only_card"}),
        (OptionType.BADGE, {"badge"}),
        (OptionType.APPRENTICESHIP, {"apprenticeship", "whole_occupation"}),
        (OptionType.TOOL, {"business"}),
        (OptionType.LANGUAGE_SUPPORT, {"language"}),
        (OptionType.INNER_TEACHER, set()),
        (OptionType.ACCEPTED_RISK, set()),
    ],
)
def test_that_the_kind_of_a_measure_tells_what_is_learnt(option: OptionType, so: set[Fact]) -> None:
    assert facts(option) == Facts(frozenset(so))


def test_that_an_offer_of_several_units_is_of_several_units() -> None:
    two = Offer("o", Text(), offer_type="unit", unit_codes=("1", "2"))
    assert facts(OptionType.UNIT, offer=two).so == {"several_units"}


@pytest.mark.parametrize(
    ("learner", "so", "to_ask"),
    [
        ("yes", {"hiring", "learner"}, {"unemployed"}),
        ("", {"hiring"}, {"learner", "unemployed"}),
        ("not_sure", {"hiring"}, {"learner", "unemployed"}),
        ("no", {"hiring"}, {"unemployed"}),
    ],
)
def test_that_a_recruit_may_be_a_learner_as_far_as_the_survey_says(
    learner: str, so: set[Fact], to_ask: set[Fact]
) -> None:
    told = Told(learner=learner)  # type: ignore[arg-type] # one of the answers
    assert facts(OptionType.RECRUITMENT, scored(told=told)) == Facts(frozenset(so), frozenset(to_ask))


def test_that_somebody_to_be_hired_may_be_unemployed() -> None:
    hiring = facts(OptionType.APPRENTICESHIP, scored(told=Told(open_posts="yes")))
    assert hiring.to_ask == {"unemployed"}


@pytest.mark.parametrize(("levels", "several"), [((1, 1), False), ((1, 1, 2), True), ((1, 1, 3), False)])
def test_that_three_people_short_of_the_same_are_several(levels: tuple[int, ...], several: bool) -> None:
    found = scored(levels)
    assert ("several_people" in facts(OptionType.SHORT_COURSE, found).so) is several
    assert "several_people" not in facts(OptionType.INNER_TEACHER, found).so


def test_that_a_shrinking_company_is_asked_about_dismissals() -> None:
    found = facts(OptionType.INNER_TEACHER, scored(told=Told(shrinking=True)))
    assert found == Facts(frozenset(), frozenset({"dismissals"}))


# How a measure keeps its route.


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_that_a_chosen_route_is_found_again_whatever_its_name(language: str) -> None:
    for each in FUNDING.routes:
        measure = Measure("m", "need", OptionType.UNIT, funding_route=as_chosen(each, language))  # type: ignore[arg-type] # a language
        assert chosen(measure, FUNDING) == each
        assert chosen(measure, with_route(each.code, name=Text(fi="Uusi nimi"))) is not None


@pytest.mark.parametrize("own", ["", "valtionosuus", "F02", "Säätiön apuraha (X99)", "(F02) ja muuta"])
def test_that_own_words_are_no_route(own: str) -> None:
    assert chosen(Measure("m", "need", OptionType.UNIT, funding_route=own), FUNDING) is None
