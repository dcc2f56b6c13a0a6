"""A way forward becomes a measure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.i18n import Translator
from app.mapping.company import Company
from app.mapping.corpus import corpus
from app.mapping.matching import Match, Reason, ReasonCode, Wanted
from app.mapping.model import (
    Agreed,
    CardHolding,
    CostClass,
    Mapping,
    Measure,
    MeasureStatus,
    OptionType,
    Role,
    RoleNeed,
)
from app.mapping.paths import path
from app.mapping.plan import results
from app.mapping.ways import Option
from app.offers.model import Offer, OfferType, ProviderType
from app.services import planning
from app.texts import Text

TODAY = date(2026, 11, 23)
OFFER = Offer(
    "offer",
    Text(fi="Hitsauksen jatkokurssi", en="Further welding"),
    offer_type="course",
    price_eur=Decimal(0),
    checked_on=date(2026, 11, 3),
)
REASONS = (Reason(ReasonCode.SAME_UNIT, 50, "101108"), Reason(ReasonCode.FREE, 5))
COURSE = Option(OptionType.SHORT_COURSE, "offer_fits", Match(OFFER, 80, REASONS))
PAIR_WORK = Option(OptionType.PAIR_WORK, "somebody_can")


@pytest.fixture
def mapping() -> Mapping:
    need = RoleNeed("weld", "welder", Text(fi="Hitsaus", en="Welding"))
    return Mapping(
        key="mapping",
        company=Company("company", "Example Workshop Ltd"),
        document_language="en",
        roles=(Role("welder", "Welder"),),
        needs=(need, replace(need, key="robot", name=Text(en="Robot welding"))),
        cards=(CardHolding("hot", "C02", "welder", Text(en="Hot-work card")),),
        agreed=(Agreed("weld", 0),),
    )


def test_that_a_need_and_a_card_find_their_offers(mapping: Mapping) -> None:
    coded = replace(mapping, needs=tuple(replace(n, unit_code="101108") for n in mapping.needs))
    unit = replace(OFFER, key="unit", offer_type="unit", unit_codes=("101108",), languages=("fi",))
    card = replace(OFFER, key="card", offer_type="course", card="C02", languages=("fi",))
    found, offers = results(coded, TODAY), corpus((unit, card), TODAY)
    assert unit in [o.match.offer for o in planning.ways(found, "weld", offers) if o.match]
    [way] = planning.ways(found, "hot", offers)
    assert way.match
    assert (way.option, way.match.offer) == (OptionType.CARD, card)


def test_that_there_is_a_way_forward_without_any_offer(mapping: Mapping) -> None:
    found, none = results(mapping, TODAY), corpus((), TODAY)
    assert planning.ways(found, "hot", none) == (Option(OptionType.REFERRAL, "no_offer"),)
    assert len(planning.ways(found, "weld", none)) >= 2


def test_that_a_measure_quotes_the_offer_whole_and_says_why(mapping: Mapping) -> None:
    measure = planning.measure_from(mapping, "weld", COURSE)
    assert (measure.for_key, measure.option, measure.offer) == ("weld", OptionType.SHORT_COURSE, OFFER)
    assert measure.what == "Short course: Further welding"
    assert measure.why == "Covers the qualification unit 101108. Free of charge."
    assert (measure.cost, measure.status) == (CostClass.NONE, MeasureStatus.PLANNED)


def test_that_a_price_that_is_not_free_is_left_for_people_to_judge(mapping: Mapping) -> None:
    for price in (None, Decimal(1450)):
        offer = replace(OFFER, price_eur=price)
        measure = planning.measure_from(mapping, "weld", replace(COURSE, match=Match(offer, 80, REASONS)))
        assert measure.cost is CostClass.UNKNOWN


def test_that_a_measure_speaks_the_language_of_the_documents(mapping: Mapping) -> None:
    measure = planning.measure_from(replace(mapping, document_language="fi"), "weld", PAIR_WORK)
    assert measure.what == "Parityö: Hitsaus"
    assert measure.why == Translator("fi")("Somebody in the role can do this already.")


def test_that_nobody_is_made_responsible_and_no_day_is_promised_by_the_program(mapping: Mapping) -> None:
    measure = planning.measure_from(mapping, "weld", PAIR_WORK)
    assert (measure.responsible, measure.deadline, measure.success_sign, measure.first_step) == ("", None, "", False)


def test_that_a_new_measure_comes_last_among_those_of_its_need(mapping: Mapping) -> None:
    there = (Measure("a", "weld", OptionType.ROTATION, position=4), Measure("b", "robot", OptionType.TOOL, position=9))
    with_measures = replace(mapping, measures=there)
    assert planning.measure_from(with_measures, "weld", PAIR_WORK).position == 5
    assert planning.own_measure(with_measures, "hot", OptionType.CARD).position == 0


def test_joe_1_that_a_path_becomes_measures_in_the_order_of_its_steps(mapping: Mapping) -> None:
    kinds: tuple[tuple[OfferType, ProviderType], ...] = (("badge", "UAS"), ("unit", "VET"), ("course", "VST"))
    offers = (replace(OFFER, key=school, offer_type=kind, provider_type=school) for kind, school in kinds)
    steps = path(Wanted(Text(), level_from=1, level_to=4), [Match(offer, 80, REASONS) for offer in offers])
    there = replace(mapping, measures=(Measure("a", "weld", OptionType.TOOL, position=4),))
    made = planning.measures_from(there, "weld", steps)
    assert [(m.position, m.option, m.offer.provider_type) for m in made if m.offer] == [
        (5, OptionType.SHORT_COURSE, "VST"),
        (6, OptionType.UNIT, "VET"),
        (7, OptionType.BADGE, "UAS"),
    ]


def test_keu_5_that_an_apprenticeship_says_what_is_missing() -> None:
    way = Option(OptionType.APPRENTICESHIP, "hire_to_train", lacks=("instructor",))
    assert planning.why(Translator("en"), way) == (
        "A post is open, and you could hire somebody to be trained for it. "
        "Missing before a provider is contacted about an apprenticeship: "
        "a named workplace instructor who is trained for it."
    )


def test_that_an_own_measure_of_a_card_names_the_card(mapping: Mapping) -> None:
    measure = planning.own_measure(mapping, "hot", OptionType.CARD)
    assert (measure.for_key, measure.what, measure.why, measure.offer) == (
        "hot",
        "Card or permit: Hot-work card",
        "",
        None,
    )


def test_that_a_measure_is_known_again_by_its_kind_and_its_offer(mapping: Mapping) -> None:
    measure = replace(planning.measure_from(mapping, "weld", COURSE), what="Ours", responsible="Owner")
    other = Match(replace(OFFER, key="other"), 80, REASONS)
    assert planning.is_from(measure, COURSE)
    assert not planning.is_from(measure, replace(COURSE, match=other))
    assert not planning.is_from(measure, Option(OptionType.SHORT_COURSE, "no_offer"))
    assert not planning.is_from(measure, PAIR_WORK)


def test_that_only_one_measure_is_the_first_step(mapping: Mapping) -> None:
    old = Measure("old", "robot", OptionType.TOOL, first_step=True)
    bystander = Measure("bystander", "robot", OptionType.ROTATION)
    new = Measure("new", "weld", OptionType.PAIR_WORK, first_step=True)
    changed = planning.changed(replace(mapping, measures=(old, bystander, new)), new)
    assert changed == (new, replace(old, first_step=False))


def test_that_another_change_leaves_the_first_step_alone(mapping: Mapping) -> None:
    old = Measure("old", "robot", OptionType.TOOL, first_step=True)
    new = Measure("new", "weld", OptionType.PAIR_WORK)
    assert planning.changed(replace(mapping, measures=(old, new)), new) == (new,)
