"""Ways forward: each of the eighteen kinds of measure, when it is proposed, and when not (brief, 4.9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mapping.company import Company
from app.mapping.matching import Match, Reason, ReasonCode
from app.mapping.model import (
    Assessment,
    Assessor,
    GapReason,
    LevelCount,
    Mapping,
    OptionType,
    PeopleMode,
    Person,
    Role,
    RoleNeed,
    Targets,
)
from app.mapping.plan import results
from app.mapping.told import NOTHING_TOLD, OfRole, Told
from app.mapping.unit_fit import Extent
from app.mapping.ways import Option, options
from app.mapping.ways_rules import NOTHING_KNOWN, OPTION_OF_OFFER, Known
from app.offers.model import Offer, OfferType
from app.texts import Text

TODAY = date(2026, 11, 23)
NEED = RoleNeed("need", "role", Text(en="Welding"), targets=Targets(3, 3, 3), criticality=3)
UNIT = replace(NEED, unit_code="101108", qualification_code="351108")
ANY_OFFERS = tuple(
    Match(Offer(kind, Text(en=kind), offer_type=kind), 80, (Reason(ReasonCode.SAME_UNIT, 50),))
    for kind in sorted(OPTION_OF_OFFER)
)
OPEN_POST = Told(open_posts="yes", learner="yes")
SHORT = replace(NOTHING_KNOWN, short_roles=frozenset({"role"}))


def company(*levels: int | None, need: RoleNeed = NEED, **answer: Any) -> Mapping:
    """A role with one need and a person at each level; what else is said of everybody in `answer`."""
    return Mapping(
        "m",
        Company("c", "Workshop"),
        roles=(Role("role", "Welder", len(levels)),),
        people=tuple(Person(f"p{n}", "role", f"H{n}") for n, _level in enumerate(levels)),
        needs=(need,),
        assessments=tuple(
            replace(Assessment(f"p{n}", need.key, Assessor.SUPERVISOR, level), **answer)
            for n, level in enumerate(levels)
        ),
    )


def offer(*kinds: OfferType) -> tuple[Match, ...]:
    return tuple(match for kind in kinds for match in ANY_OFFERS if match.offer.offer_type == kind)


def ways(
    mapping: Mapping, matches: tuple[Match, ...] = (), told: Told = NOTHING_TOLD, known: Known = NOTHING_KNOWN
) -> tuple[Option, ...]:
    """The ways forward for the need called "need"."""
    found = results(mapping, TODAY, told)
    return options(found, next(row for row in found.ranked if row.need.key == "need"), matches, known)


def whys(*args: Any, **named: Any) -> list[tuple[str, str]]:
    return [(way.option.value, way.why) for way in ways(*args, **named)]


def beside(mapping: Mapping, *levels: int, need: RoleNeed | None = None) -> Mapping:
    """With a second role that has the same need and these levels."""
    theirs = replace(need or mapping.needs[0], key="theirs", role_key="other")
    others = company(*levels, need=theirs)
    people = tuple(replace(p, key=f"o{p.key}", role_key="other") for p in others.people)
    answers = tuple(replace(a, person_key=f"o{a.person_key}") for a in others.assessments)
    return replace(
        mapping,
        roles=(*mapping.roles, Role("other", "Fitter", len(levels))),
        people=(*mapping.people, *people),
        needs=(*mapping.needs, theirs),
        assessments=(*mapping.assessments, *answers),
    )


# Offers.


def test_that_what_begins_higher_than_people_are_waits_while_something_begins_where_they_are() -> None:
    high, low = offer("badge", "course")
    high = replace(high, offer=replace(high.offer, level_from=2))
    assert [way.match for way in ways(company(1, 3), (high, low)) if way.match] == [low]
    assert [way.match for way in ways(company(1, 1), (high,)) if way.match] == [high]
    assert [way.match for way in ways(company(1, 2), (high, low)) if way.match] == [high, low]


# Work is changed where skill is not what lacks, and training is not proposed.


@pytest.mark.parametrize(
    ("reason", "proposed"),
    [
        (GapReason.NO_TOOL, [("tool", "no_tool"), ("task_division", "held_back"), ("accepted_risk", "can_wait")]),
        (
            GapReason.NO_TIME,
            [("task_division", "no_time"), ("subcontracting", "no_time"), ("accepted_risk", "can_wait")],
        ),
        (
            GapReason.NOT_ALLOWED,
            [("task_division", "held_back"), ("referral", "not_allowed"), ("accepted_risk", "can_wait")],
        ),
    ],
)
def test_that_a_change_of_work_takes_the_place_of_training(reason: GapReason, proposed: list[tuple[str, str]]) -> None:
    assert whys(company(1, 1, reason=reason), ANY_OFFERS) == proposed


@pytest.mark.parametrize("reason", [None, GapReason.CANNOT, GapReason.OTHER])
def test_that_training_is_proposed_where_skill_lacks(reason: GapReason | None) -> None:
    found = ways(company(1, 1, reason=reason), offer("course"))
    assert found[0].match == offer("course")[0]
    assert not {OptionType.TOOL, OptionType.TASK_DIVISION, OptionType.ROTATION} & {way.option for way in found}


def test_that_a_reason_counts_only_below_target() -> None:
    assert ("tool", "no_tool") not in whys(company(3, 3, reason=GapReason.NO_TOOL))


def test_that_both_are_proposed_where_one_lacks_the_tool_and_another_the_skill() -> None:
    mapping = company(1, 1)
    mixed = replace(mapping.assessments[0], reason=GapReason.NO_TOOL)
    found = whys(replace(mapping, assessments=(mixed, mapping.assessments[1])), offer("course"))
    assert found[0] == ("tool", "no_tool")
    assert ("short_course", "offer_fits") in found


def test_that_a_lacking_permission_is_a_card_where_one_belongs_to_the_need() -> None:
    carded = replace(NEED, tags=("card:C11",))
    assert whys(company(1, need=carded, reason=GapReason.NOT_ALLOWED))[0] == ("card", "not_allowed")
    assert ("card", "card_needed") in whys(company(1, need=carded))
    assert "card" not in dict(whys(company(3, need=carded)))
    assert "card" not in dict(whys(company(1)))


def test_that_what_was_never_needed_is_tried_in_turns_or_left_before_anybody_is_trained() -> None:
    found = whys(company(1, 1, reason=GapReason.NOT_NEEDED), offer("course"))
    assert found[:3] == [("rotation", "not_needed"), ("accepted_risk", "not_needed"), ("short_course", "offer_fits")]
    mapping = company(1, 1)
    one = replace(mapping.assessments[0], reason=GapReason.NOT_NEEDED)
    assert "rotation" not in dict(whys(replace(mapping, assessments=(one, mapping.assessments[1]))))


def test_that_what_the_law_asks_for_is_never_left_to_wait() -> None:
    assert ("accepted_risk", "can_wait") in whys(company(1))
    by_law = replace(NEED, statutory=True)
    for reason in (None, *GapReason):
        assert "accepted_risk" not in dict(whys(company(1, 1, need=by_law, reason=reason)))


# Somebody of the house.


def test_that_somebody_at_level_four_elsewhere_teaches_first_of_all() -> None:
    assert whys(beside(company(1, 1), 4), ANY_OFFERS)[0] == ("inner_teacher", "teacher_inside")


def test_that_somebody_above_the_own_target_teaches_up_to_it() -> None:
    modest = replace(NEED, targets=Targets(2, 2, 2))
    assert "inner_teacher" in dict(whys(beside(company(1, 1), 3, need=modest)))
    ambitious = replace(NEED, targets=Targets(4, 4, 4))
    assert "inner_teacher" not in dict(whys(beside(company(1, need=ambitious), 3, need=modest)))
    assert "inner_teacher" not in dict(whys(beside(company(1, 1), 3)))


def test_that_level_four_in_another_competence_teaches_nothing() -> None:
    other = replace(NEED, name=Text(en="Turning"))
    assert "inner_teacher" not in dict(whys(beside(company(1, 1), 4, need=other)))


def test_that_who_reaches_the_target_works_in_pair() -> None:
    assert ("pair_work", "somebody_can") in whys(company(3, 1))
    assert "pair_work" not in dict(whys(company(2, 1)))


def test_that_who_begins_from_nothing_is_inducted_by_one_who_can() -> None:
    assert ("induction", "beginners") in whys(company(3, 0))
    assert "induction" not in dict(whys(company(3, 1)))
    assert "induction" not in dict(whys(company(2, 0)))
    assert "induction" not in dict(whys(company(3, 0, reason=GapReason.NO_TIME)))


def test_that_people_take_turns_where_the_work_hangs_on_one() -> None:
    two = replace(NEED, required=2)
    assert ("rotation", "hangs_on_one") in whys(company(3, 1, need=two))
    assert "rotation" not in dict(whys(company(3, 3, need=two)))
    assert "rotation" not in dict(whys(company(3, need=two)))
    nobody = Told(roles=(OfRole("role", substitute="no"),))
    assert ("rotation", "hangs_on_one") in whys(company(3, 3), told=nobody)
    assert "rotation" not in dict(whys(company(3, 3), told=Told(roles=(OfRole("role", substitute="yes"),))))


def test_that_language_is_supported_where_it_hides_skill() -> None:
    hidden = company(1, 1, language_free_level=3)
    assert ("language_support", "language_hides") in whys(hidden)
    assert "language_support" not in dict(whys(company(3, 1, language_free_level=1)))
    assert "language_support" not in dict(whys(company(1, 1)))
    unknown = company(None, None, language_free_level=2)
    assert "language_support" not in dict(whys(unknown))


# Showing instead of a course (4.6).


def test_that_a_need_nobody_is_assessed_in_begins_with_showing() -> None:
    assert whys(company(None), offer("course"))[0] == ("demonstration", "not_assessed")


def test_that_who_can_most_of_a_unit_shows_it_and_takes_no_course() -> None:
    taught = offer("course", "unit", "qualification", "apprenticeship")
    found = whys(company(3, 3, 3, 3, 2, need=UNIT), taught)
    assert found[0] == ("demonstration", "unit_fit")
    assert "offer_fits" not in dict(found).values()
    assert "referral" not in dict(whys(company(3, 3, need=UNIT)))


def test_that_a_demonstration_on_offer_is_the_one_that_is_shown() -> None:
    [way] = [w for w in ways(company(3, 3, need=UNIT), offer("demonstration")) if w.option is OptionType.DEMONSTRATION]
    assert way.match == offer("demonstration")[0]


@pytest.mark.parametrize("levels", [(3, 3, 3, 3, 1), (3, 2, 2, 1), (3, None, None)])
def test_that_without_the_fit_a_course_is_taken(levels: tuple[int | None, ...]) -> None:
    found = dict(whys(company(*levels, need=UNIT), offer("course")))
    assert "short_course" in found
    assert "demonstration" not in found


def test_that_a_part_of_a_unit_is_not_the_whole() -> None:
    large = replace(NOTHING_KNOWN, extents={("", "", "101108"): Extent("unit", requirements=10)})
    assert "demonstration" not in dict(whys(company(3, 3, need=UNIT), known=large))


# Offers.


@pytest.mark.parametrize(("kind", "option"), OPTION_OF_OFFER.items())
def test_that_an_offer_that_fits_is_a_way_of_its_kind(kind: OfferType, option: OptionType) -> None:
    assert [(way.option, way.why) for way in ways(company(1, 1), offer(kind)) if way.match] == [(option, "offer_fits")]
    assert option not in {way.option for way in ways(company(1, 1))}


def test_that_the_best_offer_of_each_kind_comes_first_two_at_most() -> None:
    second = replace(offer("course")[0], offer=replace(offer("course")[0].offer, key="second"))
    found = ways(company(1, 1), (*offer("unit", "course"), second, *offer("badge")))
    assert [way.match for way in found if way.match] == [*offer("unit", "course")]
    assert [way.option for way in found[:2]] == [OptionType.UNIT, OptionType.SHORT_COURSE]


def test_that_an_offer_is_never_crowded_out() -> None:
    mixed = beside(company(0, 0, 0, 0), 4)
    reasons = (GapReason.NO_TOOL, GapReason.NO_TIME, None, None)
    answers = [replace(a, reason=r) for a, r in zip(mixed.assessments, reasons, strict=False)]
    answers[2] = replace(answers[2], language_free_level=1)
    mixed = replace(mixed, assessments=(*answers, *mixed.assessments[4:]))
    found = ways(mixed, offer("course"), OPEN_POST, SHORT)
    assert len(found) == 4
    assert found[-1].match == offer("course")[0]


def test_that_without_an_offer_a_college_is_asked() -> None:
    assert ("referral", "no_offer") in whys(company(1, 1))
    assert "referral" not in dict(whys(company(1, 1), offer("course")))


# By others.


def test_that_a_role_with_too_few_people_recruits() -> None:
    assert ("recruitment", "too_few_people") in whys(company(1, 1, need=replace(NEED, required=3)))
    assert "recruitment" not in dict(whys(company(1, 1, need=replace(NEED, required=2))))
    assert "recruitment" not in dict(whys(company(1, 1, need=replace(NEED, required="all"))))


def test_that_work_is_bought_where_nobody_can() -> None:
    assert ("subcontracting", "nobody_can") in whys(company(1, 1))
    assert "subcontracting" not in dict(whys(company(3, 1)))


# KEU-4 and KEU-5.


def test_keu_4_that_an_empty_post_in_a_shortage_field_is_filled_and_trained_before_any_course() -> None:
    plain = whys(company(1, 1), offer("course"), OPEN_POST)
    assert plain[:2] == [("apprenticeship", "hire_to_train"), ("short_course", "offer_fits")]
    marked = whys(company(1, 1), offer("course"), OPEN_POST, SHORT)
    assert marked[:3] == [
        ("recruitment", "shortage_field"),
        ("apprenticeship", "hire_to_train"),
        ("short_course", "offer_fits"),
    ]


@pytest.mark.parametrize(
    ("told", "known"),
    [
        (NOTHING_TOLD, SHORT),
        (Told(open_posts="no"), SHORT),
        (Told(open_posts="yes", roles=(OfRole("other", months_open=2), OfRole("role"))), SHORT),
        (OPEN_POST, NOTHING_KNOWN),
    ],
    ids=["not told", "no post", "a post of another role", "no shortage"],
)
def test_keu_4_that_nobody_is_recruited_without_an_empty_post_and_a_shortage(told: Told, known: Known) -> None:
    assert "recruitment" not in dict(whys(company(1, 1), told=told, known=known))


def test_keu_5_that_an_apprenticeship_tells_what_is_missing() -> None:
    [way] = [w for w in ways(company(1, 1), told=OPEN_POST) if w.option is OptionType.APPRENTICESHIP]
    assert (way.why, way.lacks) == ("hire_to_train", ("weekly_hours", "instructor", "studies"))
    ready = replace(OPEN_POST, instructor="yes")
    offered = [w for w in ways(company(1, 1, need=UNIT), offer("apprenticeship"), ready) if w.match]
    assert [(w.option, w.lacks) for w in offered] == [(OptionType.APPRENTICESHIP, ("weekly_hours",))]


@pytest.mark.parametrize("told", [Told(open_posts="yes", learner="no"), Told(open_posts="no", learner="yes")])
def test_keu_5_that_nobody_is_hired_to_be_trained_who_cannot_be(told: Told) -> None:
    assert "apprenticeship" not in dict(whys(company(1, 1), told=told))


# What holds for all.


@given(
    levels=st.lists(st.none() | st.integers(0, 4), max_size=4),
    reason=st.sampled_from([None, *GapReason]),
    free=st.none() | st.integers(0, 4),
    target=st.none() | st.integers(0, 4),
    required=st.integers(1, 5),
    statutory=st.booleans(),
    unit=st.booleans(),
    mode=st.sampled_from(PeopleMode),
    offers=st.lists(st.sampled_from(ANY_OFFERS), max_size=4),
    told=st.sampled_from([NOTHING_TOLD, OPEN_POST]),
    known=st.sampled_from([NOTHING_KNOWN, SHORT]),
)
def test_that_there_are_always_two_to_four_of_different_kinds_and_an_offer_among_them(
    levels: list[int | None],
    reason: GapReason | None,
    free: int | None,
    target: int | None,
    required: int,
    statutory: bool,
    unit: bool,
    mode: PeopleMode,
    offers: list[Match],
    told: Told,
    known: Known,
) -> None:
    need = replace(
        UNIT if unit else NEED, targets=Targets(target, target, target), required=required, statutory=statutory
    )
    mapping = company(*levels, need=need, reason=reason, language_free_level=free)
    counts = tuple(LevelCount("need", level, levels.count(level)) for level in set(levels))
    found = ways(replace(mapping, people_mode=mode, level_counts=counts), tuple(offers), told, known)
    assert 2 <= len(found) <= 4
    assert len({way.option for way in found}) == len(found)
    assert all((way.match is None) == (way.why != "offer_fits") for way in found)
    assert not (statutory and OptionType.ACCEPTED_RISK in {way.option for way in found})
