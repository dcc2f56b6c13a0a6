"""From a need to offers: what covers it, what speaks for it, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogues.audiences import Audiences
from app.languages import LANGUAGES, Language
from app.mapping.corpus import corpus
from app.mapping.matching import Match, Reason, ReasonCode, Wanted, best
from app.mapping.surroundings import NO_SURROUNDINGS, Regions, Surroundings
from app.mapping.told import LearningWay
from app.offers.model import Mode, Offer
from app.texts import Text

TODAY = date(2026, 11, 23)
CNC = Text("CNC-sorvaus", "CNC-svarvning", "CNC turning")
NEED = Wanted(
    name=CNC,
    unit_code="101108",
    qualification_code="351108",
    tags=("tool:cnc",),
    level_from=1,
    level_to=3,
    municipality="853",
    municipality_name="Turku",
    deadline=date(2027, 6, 30),
)
UNIT = Offer("unit", Text(fi="Koneistajan polku"), offer_type="unit", unit_codes=("101108",))
TAGGED = Offer("tagged", Text(fi="Kevätkurssi"), competence_tags=("tool:cnc",))
SPOKEN = Offer("spoken", CNC)
WHOLE = Offer("whole", Text(fi="Tutkinto"), offer_type="qualification", qualification_codes=("351108",))
OTHER = Offer("other", Text(fi="Leipomon hygienia"), unit_codes=("106401",), qualification_codes=("351301",))
AROUND = Surroundings(
    Regions(
        {"853": "02", "turku": "02", "734": "02", "salo": "02", "091": "01", "helsinki": "01", "564": "17"},
        {"02": frozenset({"01"}), "01": frozenset({"02"})},
    ),
    Audiences(others=("työttömille",), welcome=("työntekij",)),
)
"""Three regions, two of which border on each other, and a word for those who are not staff."""
EVERYTHING = {
    "level_from": 0,
    "level_to": 3,
    "languages": ("fi",),
    "mode": ("workplace",),
    "start": date(2027, 1, 11),
    "price_eur": Decimal(0),
}
"""Every fact that speaks for an offer beside what it covers."""


def match(
    wanted: Wanted, offers: Iterable[Offer], today: date, limit: int = 3, around: Surroundings = AROUND
) -> tuple[Match, ...]:
    return best(wanted, corpus(offers, today, around=around), limit)


def keys(found: tuple[Match, ...]) -> list[str]:
    return [m.offer.key for m in found]


def only(wanted: Wanted, offer: Offer) -> Match:
    [found] = match(wanted, [offer], TODAY)
    return found


def codes(found: Match) -> list[ReasonCode]:
    return [reason.code for reason in found.reasons]


def with_facts(offer: Offer, **facts: object) -> Offer:
    return replace(offer, **facts)  # type: ignore[arg-type] # any field of an offer


class TestCoverage:
    @pytest.mark.parametrize(
        ("offer", "reason"),
        [
            (UNIT, Reason(ReasonCode.SAME_UNIT, 50, "101108")),
            (TAGGED, Reason(ReasonCode.SAME_TAG, 45, "tool:cnc")),
            (SPOKEN, Reason(ReasonCode.WORDS, 35, "CNC, sorvaus")),
            (WHOLE, Reason(ReasonCode.SAME_QUALIFICATION, 30, "351108")),
        ],
        ids=["unit", "tag", "words", "qualification"],
    )
    def test_that_each_way_of_covering_a_need_has_its_points_and_says_why(self, offer: Offer, reason: Reason) -> None:
        assert only(NEED, offer) == Match(offer, reason.points, (reason,))

    def test_that_an_offer_that_covers_nothing_is_never_shown_whatever_speaks_for_it(self) -> None:
        assert match(NEED, [with_facts(OTHER, **EVERYTHING)], TODAY) == ()

    def test_that_a_whole_qualification_that_tells_its_units_holds_no_others(self) -> None:
        told = replace(WHOLE, unit_codes=("101106", "101107"))
        assert match(NEED, [told], TODAY) == ()
        assert only(NEED, replace(told, unit_codes=("101106", "101108"))).reasons[0].code is ReasonCode.SAME_UNIT

    def test_that_another_unit_of_the_qualification_does_not_cover_this_one(self) -> None:
        sibling = replace(UNIT, unit_codes=("101113",), qualification_codes=("351108",))
        course = replace(sibling, offer_type="course", unit_codes=())
        assert match(NEED, [sibling, course], TODAY) == ()

    def test_that_a_need_outside_every_unit_is_in_no_qualification(self) -> None:
        assert match(replace(NEED, unit_code=""), [WHOLE], TODAY) == ()

    @pytest.mark.parametrize(("tag", "other"), [("digcomp:4", "digcomp:4.2"), ("digcomp:4.2", "digcomp:4")])
    def test_that_a_broader_tag_and_a_narrower_one_meet_with_less_weight(self, tag: str, other: str) -> None:
        safe = Wanted(name=Text(fi="Turvallisuus"), tags=(tag,))
        near = Offer("near", Text(fi="Kevätkurssi"), competence_tags=(other,))
        same = Offer("same", Text(fi="Syyskurssi"), competence_tags=(tag,))

        assert only(safe, near).reasons == (Reason(ReasonCode.NEAR_TAG, 40, other),)
        assert keys(match(safe, [near, same], TODAY)) == ["same", "near"]

    @pytest.mark.parametrize("other", ["digcomp:42", "digcomp:40.1", "digcomp:5.4", "greencomp:4.2", "digcomp"])
    def test_that_a_tag_that_only_looks_alike_is_no_broader_one(self, other: str) -> None:
        safe = Wanted(name=Text(fi="Turvallisuus"), tags=("digcomp:4",))

        assert match(safe, [Offer("o", Text(fi="Kevätkurssi"), competence_tags=(other,))], TODAY) == ()

    def test_that_an_offer_that_is_near_in_two_ways_has_the_stronger_one(self) -> None:
        need = Wanted(CNC, "101108", qualification_code="351108", tags=("digcomp:4",))
        worded = Offer("o", CNC, competence_tags=("digcomp:4.2",))
        whole = replace(WHOLE, name=CNC, competence_tags=("digcomp:4.2",))

        assert codes(only(need, worded)) == [ReasonCode.NEAR_TAG]
        assert codes(only(need, whole)) == [ReasonCode.SAME_QUALIFICATION, ReasonCode.WORDS]

    def test_that_a_link_to_a_qualification_is_as_good_as_a_tag(self) -> None:
        leading = Wanted(name=Text(fi="Lähijohtaminen"), tags=("qualification:334120",))
        whole = replace(WHOLE, qualification_codes=("334120",), unit_codes=("106000",))
        assert only(leading, whole).reasons == (Reason(ReasonCode.SAME_QUALIFICATION, 45, "334120"),)

    def test_that_words_and_qualification_together_bring_no_more_than_a_code(self) -> None:
        found = only(NEED, replace(WHOLE, name=CNC))
        assert found.points == 50
        assert codes(found) == [ReasonCode.SAME_QUALIFICATION, ReasonCode.WORDS]

    def test_that_words_that_are_only_somewhat_alike_cover_nothing(self) -> None:
        assert match(NEED, [Offer("o", Text(fi="Konepajan mittaukset ja sorvauksen turvallisuus"))], TODAY) == ()

    def test_that_words_are_found_in_keywords_and_names_of_units_too(self) -> None:
        titled = Offer("o", Text(fi="Iltakurssi"))
        assert match(NEED, [titled], TODAY) == ()
        assert codes(only(NEED, replace(titled, keywords=Text(fi="CNC-sorvaus")))) == [ReasonCode.WORDS]
        assert codes(only(NEED, replace(titled, unit_names=(CNC,)))) == [ReasonCode.WORDS]

    def test_that_a_long_requirement_is_also_looked_for_by_the_name_of_its_unit(self) -> None:
        requirement = Wanted(name=Text(fi="osaa valita työkalut ja lastuamisarvot kappaleen mukaan"), unit_name=CNC)
        assert keys(match(requirement, [SPOKEN], TODAY)) == ["spoken"]


class TestLanguagesOfWords:
    def test_that_a_finnish_need_does_not_match_a_swedish_name_by_accident(self) -> None:
        finnish = Wanted(name=Text(fi="Digitalisering och robot"))
        assert match(finnish, [Offer("o", Text(sv="Digitalisering och robot"))], TODAY) == ()

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_that_a_label_finds_a_name_in_its_own_language(self, language: Language) -> None:
        named = Offer("o", Text(**{language: CNC.get(language)}))
        assert keys(match(Wanted(name=CNC), [named], TODAY)) == ["o"]
        without = Wanted(name=replace(CNC, **{language: ""}))
        assert match(without, [named], TODAY) == ()

    def test_that_only_words_of_the_companys_language_are_quoted(self) -> None:
        offer = Offer("o", Text(fi="Sorvaamisen taito", en="CNC turning"))
        assert only(Wanted(name=CNC), offer).reasons[0].value == "Sorvaamisen taito"
        assert only(Wanted(name=CNC, language="en"), offer).reasons[0].value == "CNC, turning"


class TestFilters:
    @pytest.mark.parametrize("field", ["end", "apply_by", "valid_to", "start"])
    def test_that_an_offer_that_is_over_is_never_shown(self, field: str) -> None:
        open_still = with_facts(UNIT, **{field: TODAY})
        assert keys(match(NEED, [open_still], TODAY)) == ["unit"]
        assert match(NEED, [open_still], TODAY + timedelta(days=1)) == ()

    def test_that_it_must_be_taught_in_the_companys_language_or_not_say(self) -> None:
        swedish = replace(UNIT, languages=("sv", "en"))
        assert match(NEED, [swedish], TODAY) == ()
        assert keys(match(replace(NEED, language="en"), [swedish], TODAY)) == ["unit"]
        assert keys(match(NEED, [replace(UNIT, languages=())], TODAY)) == ["unit"]

    def test_that_what_is_for_the_unemployed_alone_is_never_proposed_whatever_speaks_for_it(self) -> None:
        closed = with_facts(UNIT, for_whom=Text(fi="Työttömille"), **EVERYTHING)
        welcome = replace(closed, key="welcome", for_whom=Text(fi="Työttömille ja työntekijöille"))
        assert keys(match(NEED, [closed, welcome, replace(UNIT, key="silent")], TODAY)) == ["welcome", "silent"]
        assert match(NEED, [closed], TODAY) == ()
        assert keys(match(NEED, [closed], TODAY, around=NO_SURROUNDINGS)) == ["unit"]

    def test_that_a_card_is_renewed_by_that_very_card_alone(self) -> None:
        name = Text(fi="Tulityökortti")
        hot, other = Offer("hot", Text(), card="C02"), Offer("other", name, card="C01")
        worded = Offer("worded", name, unit_codes=("101108",))
        need = Wanted(name=name, card="C02", unit_code="101108")
        found = match(need, [hot, other, worded], TODAY)
        assert keys(found) == ["hot"]
        assert found[0].reasons == (Reason(ReasonCode.SAME_CARD, 50, "C02"),)


class TestCircumstances:
    def test_that_everything_that_speaks_for_an_offer_makes_a_hundred(self) -> None:
        found = only(replace(NEED, ways=("on_the_job",)), with_facts(UNIT, **EVERYTHING))
        assert found.points == 100
        assert found.reasons == (
            Reason(ReasonCode.SAME_UNIT, 50, "101108"),
            Reason(ReasonCode.RIGHT_LEVEL, 15),
            Reason(ReasonCode.LANGUAGE, 10, "fi"),
            Reason(ReasonCode.STARTS_IN_TIME, 10, "2027-01-11"),
            Reason(ReasonCode.AT_WORKPLACE, 6),
            Reason(ReasonCode.FREE, 5),
            Reason(ReasonCode.WISHED, 4, "on_the_job"),
        )

    @pytest.mark.parametrize(
        ("unknown", "reason"),
        [
            (("level_from", "level_to"), ReasonCode.RIGHT_LEVEL),
            (("languages",), ReasonCode.LANGUAGE),
            (("mode",), ReasonCode.AT_WORKPLACE),
            (("start",), ReasonCode.STARTS_IN_TIME),
            (("price_eur",), ReasonCode.FREE),
        ],
    )
    def test_that_an_unknown_fact_brings_neither_points_nor_a_reason(
        self, unknown: tuple[str, ...], reason: ReasonCode
    ) -> None:
        whole = only(NEED, with_facts(UNIT, **EVERYTHING))
        known = {fact: value for fact, value in EVERYTHING.items() if fact not in unknown}
        assert only(NEED, with_facts(UNIT, **known)).reasons == tuple(r for r in whole.reasons if r.code is not reason)

    @pytest.mark.parametrize(
        ("price", "free"), [(None, False), (Decimal(0), True), (Decimal("0.00"), True), (Decimal(1), False)]
    )
    def test_that_an_unknown_price_is_not_free(self, price: Decimal | None, free: bool) -> None:
        assert (ReasonCode.FREE in codes(only(NEED, replace(UNIT, price_eur=price)))) is free

    @pytest.mark.parametrize(
        ("levels", "wanted", "fits"),
        [
            ((None, None), (1, 3), False),  # not said
            ((1, 3), (1, 3), True),
            ((0, 4), (1, 3), True),
            ((None, 3), (1, 3), True),
            ((1, None), (1, 3), True),
            ((0, 2), (1, 3), False),  # does not lead there
            ((2, 3), (1, 3), False),  # begins too high
            ((2, 3), (None, 3), True),  # nobody knows where people are
            ((4, None), (None, 3), False),
            ((1, 3), (1, None), False),  # no level is wanted
        ],
    )
    def test_that_a_level_fits_when_it_begins_low_and_leads_high_enough(
        self, levels: tuple[int | None, int | None], wanted: tuple[int | None, int | None], fits: bool
    ) -> None:
        need = replace(NEED, level_from=wanted[0], level_to=wanted[1])
        found = only(need, replace(UNIT, level_from=levels[0], level_to=levels[1]))
        assert (ReasonCode.RIGHT_LEVEL in codes(found)) is fits

    @pytest.mark.parametrize(
        ("mode", "municipalities", "places", "reason"),
        [
            (("workplace", "online"), ("853",), (), ReasonCode.AT_WORKPLACE),
            (("online",), ("853",), (), ReasonCode.ONLINE),
            (("onsite",), ("853",), (), ReasonCode.SAME_MUNICIPALITY),
            (("onsite",), (), (Text(fi="TURKU"),), ReasonCode.SAME_MUNICIPALITY),
            ((), ("091", "853"), (), ReasonCode.SAME_MUNICIPALITY),
            (("onsite",), ("734",), (), ReasonCode.SAME_REGION),
            (("onsite",), (), (Text(fi="Salo"),), ReasonCode.SAME_REGION),
            (("onsite",), ("564", "734", "091"), (), ReasonCode.SAME_REGION),
            (("onsite",), ("091",), (Text(fi="Helsinki"),), ReasonCode.NEAR_REGION),
            (("onsite",), ("564",), (Text(fi="Oulu"),), None),
            (("onsite",), ("999",), (), None),
            (("blended",), (), (), None),
            ((), (), (), None),
        ],
    )
    def test_that_near_is_the_workplace_the_net_or_as_close_as_it_is_held_anywhere(
        self, mode: tuple[Mode, ...], municipalities: tuple[str, ...], places: tuple[Text, ...], reason: ReasonCode
    ) -> None:
        found = only(NEED, replace(UNIT, mode=mode, municipality_codes=municipalities, places=places))
        assert codes(found)[1:] == ([reason] if reason else [])

    def test_that_a_company_without_a_municipality_is_near_nothing(self) -> None:
        nowhere = replace(NEED, municipality="", municipality_name="")
        offer = replace(UNIT, municipality_codes=("853", ""), places=(Text(), Text(fi="Turku")))
        assert codes(only(nowhere, offer)) == [ReasonCode.SAME_UNIT]

    def test_that_a_company_known_by_its_name_alone_has_a_region_too(self) -> None:
        named = replace(NEED, municipality="")
        assert codes(only(named, replace(UNIT, municipality_codes=("734",))))[1:] == [ReasonCode.SAME_REGION]

    @pytest.mark.parametrize(
        ("facts", "wishes", "way"),
        [
            ({"mode": ("workplace",)}, ("online", "on_the_job"), "on_the_job"),
            ({"mode": ("online",)}, ("online", "on_the_job"), "online"),
            ({"mode": ("online", "workplace")}, ("online", "on_the_job"), "online"),
            ({"offer_type": "course"}, ("short_course",), "short_course"),
            ({"offer_type": "apprenticeship"}, ("apprenticeship",), "apprenticeship"),
            ({"offer_type": "qualification"}, ("qualification",), "qualification"),
            ({"mode": ("online",)}, ("on_the_job", "pair_work"), ""),
            ({"mode": ("blended",)}, ("online",), ""),
            ({"mode": ("online",)}, (), ""),
            ({}, ("online", "on_the_job"), ""),
        ],
    )
    def test_that_an_offer_that_goes_a_way_the_company_wishes_says_which(
        self, facts: dict[str, object], wishes: tuple[LearningWay, ...], way: str
    ) -> None:
        found = only(replace(NEED, ways=wishes), with_facts(UNIT, **facts))
        wished = [reason for reason in found.reasons if reason.code is ReasonCode.WISHED]
        assert wished == ([Reason(ReasonCode.WISHED, 4, way)] if way else [])

    @pytest.mark.parametrize(("months", "in_time"), [((), True), ((2, 12), True), ((1, 12), False)])
    def test_that_what_begins_in_a_month_that_does_not_suit_is_not_in_time(
        self, months: tuple[int, ...], in_time: bool
    ) -> None:
        found = only(replace(NEED, months_off=months), replace(UNIT, start=date(2027, 1, 11)))
        assert (ReasonCode.STARTS_IN_TIME in codes(found)) is in_time
        assert ReasonCode.ANY_TIME in codes(only(replace(NEED, months_off=months), replace(UNIT, time=("own_pace",))))

    @pytest.mark.parametrize(
        ("price", "points", "reason"),
        [
            ("0", 5, ReasonCode.FREE),
            ("999.99", 3, ReasonCode.UNDER_1000),
            ("1000", 1, ReasonCode.UP_TO_5000),
            ("5000", 1, ReasonCode.UP_TO_5000),
            ("5000.01", 0, None),
        ],
    )
    def test_that_a_lower_class_of_price_has_more_points(
        self, price: str, points: int, reason: ReasonCode | None
    ) -> None:
        found = only(NEED, replace(UNIT, price_eur=Decimal(price)))
        assert found.reasons[1:] == ((Reason(reason, points),) if reason else ())

    def test_vso_1_that_a_price_nobody_has_checked_lately_speaks_for_nothing(self) -> None:
        for price in (Decimal(0), Decimal(90)):
            checked = replace(UNIT, price_eur=price, checked_on=TODAY - timedelta(days=90))
            assert len(only(NEED, checked).reasons) == 2
            assert len(only(NEED, replace(checked, checked_on=TODAY - timedelta(days=91))).reasons) == 1

    @pytest.mark.parametrize(
        ("routes", "price", "cost"),
        [
            (("F99", "F01"), "400", [Reason(ReasonCode.UNDER_1000, 3), Reason(ReasonCode.FUNDABLE, 2, "F01")]),
            (("F01",), "9000", [Reason(ReasonCode.FUNDABLE, 2, "F01")]),
            (("F01",), None, [Reason(ReasonCode.FUNDABLE, 2, "F01")]),
            (("F01",), "0", [Reason(ReasonCode.FREE, 5)]),
            (("F16",), None, []),  # comes into question for a course, and this is a unit
            (("F02",), None, []),  # for several units, and this is one
            ((), None, []),
        ],
    )
    def test_that_funding_fits_where_a_route_of_the_offer_comes_into_question_for_its_kind(
        self, routes: tuple[str, ...], price: str | None, cost: list[Reason]
    ) -> None:
        need = replace(
            NEED, fundable=frozenset({("unit", False, "F01"), ("unit", True, "F02"), ("course", False, "F16")})
        )
        found = only(need, replace(UNIT, funding_routes=routes, price_eur=Decimal(price) if price else None))
        assert list(found.reasons[1:]) == cost

    def test_that_several_units_are_paid_for_as_several(self) -> None:
        need = replace(NEED, fundable=frozenset({("unit", True, "F02")}))
        several = replace(UNIT, unit_codes=("101108", "101109"), funding_routes=("F02",))
        assert Reason(ReasonCode.FUNDABLE, 2, "F02") in only(need, several).reasons

    @pytest.mark.parametrize(
        ("start", "own_pace", "deadline", "reason"),
        [
            (date(2027, 6, 30), False, date(2027, 6, 30), ReasonCode.STARTS_IN_TIME),
            (date(2027, 7, 1), False, date(2027, 6, 30), None),
            (date(2027, 7, 1), False, None, ReasonCode.STARTS_IN_TIME),
            (None, True, None, ReasonCode.ANY_TIME),
            (date(2026, 1, 1), True, None, ReasonCode.ANY_TIME),
            (None, False, None, None),
        ],
    )
    def test_that_in_time_is_before_the_deadline_or_at_ones_own_pace(
        self, start: date | None, own_pace: bool, deadline: date | None, reason: ReasonCode | None
    ) -> None:
        offer = replace(UNIT, start=start, time=("own_pace",) if own_pace else ())
        assert codes(only(replace(NEED, deadline=deadline), offer))[1:] == ([reason] if reason else [])


class TestOrder:
    def test_that_codes_come_before_words_however_much_speaks_for_the_words(self) -> None:
        spoken, whole = (with_facts(offer, **EVERYTHING) for offer in (SPOKEN, WHOLE))
        found = match(NEED, [spoken, whole, TAGGED, UNIT], TODAY, limit=9)
        assert keys(found) == ["unit", "tagged", "spoken", "whole"]
        assert found[2].points > found[0].points

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ({"start": date(2027, 2, 1)}, {"start": date(2027, 3, 1)}),
            ({"time": ("own_pace",)}, {"start": date(2026, 12, 1)}),
            ({"mode": ("workplace",)}, {"mode": ("online",)}),
            ({"mode": ("online",)}, {"municipality_codes": ("853",)}),
            ({}, {}),
        ],
        ids=["earlier", "any time", "workplace", "online", "key"],
    )
    def test_that_equal_points_are_told_apart_by_start_then_nearness_then_key(
        self, first: dict[str, object], second: dict[str, object]
    ) -> None:
        keyed = ("a", "b") if first == second else ("b", "a")
        offers = [with_facts(UNIT, key=key, **facts) for key, facts in zip(keyed, (first, second), strict=True)]
        found = match(NEED, reversed(offers), TODAY)
        assert found[0].points == found[1].points
        assert keys(found) == list(keyed)

    def test_that_equal_offers_stand_in_the_order_of_their_places(self) -> None:
        places = {"e": "853", "d": "734", "c": "091", "b": "564", "a": ""}
        offers = [replace(UNIT, key=key, municipality_codes=(code,)) for key, code in places.items()]
        online = replace(UNIT, key="f", mode=("online",))
        found = match(NEED, [*offers, online], TODAY, limit=9)
        assert keys(found) == ["f", "e", "d", "c", "a", "b"]
        assert [m.points for m in found] == [56, 56, 54, 52, 50, 50]

    def test_that_a_wish_comes_before_the_own_municipality(self) -> None:
        here = replace(UNIT, key="here", municipality_codes=("853",))
        online = replace(UNIT, key="online", mode=("online",))
        assert keys(match(replace(NEED, ways=("on_the_job",)), [here, online], TODAY)) == ["online", "here"]
        workplace = replace(UNIT, key="workplace", mode=("workplace",))
        wishing = replace(NEED, ways=("online",))
        assert keys(match(wishing, [here, workplace, online], TODAY)) == ["online", "workplace", "here"]

    def test_that_no_more_are_shown_than_asked_for(self) -> None:
        many = [replace(UNIT, key=f"{n}") for n in range(5)]
        assert keys(match(NEED, many, TODAY)) == ["0", "1", "2"]
        assert keys(match(NEED, many, TODAY, limit=1)) == ["0"]
        assert match(NEED, many, TODAY, limit=0) == match(NEED, [], TODAY) == ()


offers = st.builds(
    replace,
    st.sampled_from([UNIT, TAGGED, SPOKEN, WHOLE, OTHER]),
    key=st.text("abcdefgh", min_size=3, max_size=5),
    languages=st.sampled_from([(), ("fi",), ("sv",), ("fi", "en")]),
    mode=st.sampled_from([(), ("online",), ("workplace",), ("onsite",)]),
    municipality_codes=st.sampled_from([(), ("853",), ("734",), ("091",)]),
    start=st.none() | st.dates(date(2026, 11, 1), date(2027, 12, 31)),
    price_eur=st.none() | st.sampled_from([Decimal(0), Decimal(100), Decimal(1000)]),
    level_to=st.none() | st.integers(0, 4),
)
catalogues = st.lists(offers, max_size=8, unique_by=lambda offer: offer.key)


@given(catalogues.flatmap(lambda catalogue: st.tuples(st.just(catalogue), st.permutations(catalogue))))
def test_that_the_order_of_the_offers_does_not_matter(two: tuple[list[Offer], list[Offer]]) -> None:
    one, other = (match(NEED, catalogue, TODAY, limit=9) for catalogue in two)
    assert one == other


@given(catalogues)
def test_that_points_are_the_sum_of_reasons_that_stand_strongest_first(catalogue: list[Offer]) -> None:
    for found in match(NEED, catalogue, TODAY, limit=9):
        assert 30 <= found.points == sum(reason.points for reason in found.reasons) <= 100
        assert all(one.points >= other.points > 0 for one, other in pairwise(found.reasons))
        assert {*codes(found)} & {
            *(ReasonCode.SAME_UNIT, ReasonCode.SAME_TAG, ReasonCode.WORDS, ReasonCode.SAME_QUALIFICATION)
        }


@given(catalogues)
def test_that_an_irrelevant_offer_takes_nothing_away(catalogue: list[Offer]) -> None:
    before = match(NEED, catalogue, TODAY, limit=9)
    assert keys(match(NEED, [*catalogue, replace(OTHER, key="~")], TODAY, limit=9))[: len(before)] == keys(before)


@given(catalogues)
def test_that_offers_made_ready_once_give_the_same(catalogue: list[Offer]) -> None:
    ready = corpus(catalogue, TODAY, around=AROUND)
    for wanted in (NEED, Wanted(name=CNC, language="sv")):
        assert best(wanted, ready) == match(wanted, catalogue, TODAY)
