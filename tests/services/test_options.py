"""What offers are asked for a need, and where an offer that says nothing of it leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.frameworks.model import Framework, Requirement, SubArea, Unit
from app.mapping.company import Company
from app.mapping.corpus import corpus
from app.mapping.matching import best
from app.mapping.model import Assessment, Assessor, CardHolding, GapReason, Mapping, Person, Role, RoleNeed, Targets
from app.mapping.plan import results
from app.mapping.told import Told
from app.mapping.unit_fit import Extent
from app.offers.model import Offer, Provider
from app.paths import resource
from app.services.catalogues import FOLDER
from app.services.desk import Desk
from app.services.options import asked, available_offers, known, ready_offers, wanted
from app.services.units import extents
from app.texts import Text

TODAY = date(2026, 11, 23)
NEED = RoleNeed("weld", "welder", Text(fi="Hitsaus"), targets=Targets(3, 3, 3), required=2)
MAPPING = Mapping(
    key="mapping",
    company=Company("company", "Example Workshop Ltd"),
    roles=(Role("welder", "Welder", 3),),
    people=tuple(Person(f"p{n}", "welder", f"H{n}") for n in range(3)),
    needs=(NEED,),
)
COLLEGE = Provider("college", Text(fi="Esimerkkiopisto", sv="Exempelinstitutet"), link="https://example.invalid/opisto")
OFFER = Offer("offer", Text(fi="Hitsaus"), provider=Text(fi="ESIMERKKIOPISTO"))


def at(*levels: int | None, need: RoleNeed = NEED, reason: GapReason | None = None) -> Mapping:
    answers = tuple(
        Assessment(f"p{n}", need.key, Assessor.SUPERVISOR, level, reason=reason) for n, level in enumerate(levels)
    )
    return replace(MAPPING, needs=(need,), assessments=answers)


# What is asked.


@pytest.mark.parametrize(("levels", "level"), [((2, 1, 4), 1), ((3, 4, 0), 0), ((3, 4, 3), None), ((None,) * 3, None)])
def test_that_a_course_begins_where_those_with_furthest_to_go_are(levels: tuple[int | None, ...], level: int) -> None:
    assert wanted(at(*levels), NEED, TODAY).level_from == level


def test_that_those_who_lack_time_and_not_skill_need_no_course() -> None:
    assert wanted(at(1, 1, 1, reason=GapReason.NO_TIME), NEED, TODAY).level_from is None


def test_that_without_a_target_no_level_is_asked() -> None:
    aimless = replace(NEED, targets=Targets())
    found = wanted(at(0, 1, 2, need=aimless), aimless, TODAY)
    assert (found.level_from, found.level_to) == (None, None)


@pytest.mark.parametrize(
    ("targets", "day"),
    [
        (Targets(3, 3, 3), date(2027, 11, 23)),
        (Targets(1, 3, 3), date(2027, 11, 23)),
        (Targets(0, 0, 4), date(2029, 11, 23)),
    ],
)
def test_that_a_course_begins_before_the_horizon_that_decides(targets: Targets, day: date) -> None:
    need = replace(NEED, targets=targets)
    assert wanted(at(1, 1, 1, need=need), need, TODAY).deadline == day


def test_that_there_is_no_day_while_nobody_is_known() -> None:
    assert wanted(at(None, None, None), NEED, TODAY).deadline is None


# What the survey and the catalogues add.


def test_that_wishes_and_months_off_of_the_survey_are_asked_for_too(desk: Desk) -> None:
    found = results(at(1, 1, 1), TODAY)
    told = replace(found, told=Told(ways=("online",), months_off=(7,)))
    question = asked(told, NEED, ready_offers(desk, found.mapping))
    assert (question.ways, question.months_off) == (("online",), (7,))
    assert replace(question, ways=(), months_off=(), fundable=frozenset()) == wanted(found.mapping, NEED, TODAY)


def test_that_each_kind_of_offer_has_the_routes_that_come_into_question_for_it(desk: Desk) -> None:
    found = results(at(1, 1, 1), TODAY)
    fundable = asked(found, NEED, ready_offers(desk, found.mapping)).fundable
    one = {(kind, code) for kind, several, code in fundable if not several}
    assert {("unit", "F01"), ("course", "F16"), ("course", "F07"), ("apprenticeship", "F03")} <= one
    assert not {("unit", "F16"), ("unit", "F02"), ("card", "F01")} & one
    assert {code for kind, several, code in fundable if (kind, several) == ("unit", True)} >= {"F01", "F02"}
    assert {code for *_, code in fundable}.isdisjoint({"E01", "E04"})  # what is gone pays for nothing
    assert asked(found, NEED, corpus((), TODAY)).fundable == frozenset()


def test_that_nobody_proposes_what_is_for_the_unemployed_alone(desk: Desk) -> None:
    welding = replace(OFFER, languages=("fi",))
    closed = replace(welding, key="closed", for_whom=Text(fi="Työttömille työnhakijoille"))
    desk.library.put_offers([welding, closed])
    found = results(at(1, 1, 1), TODAY)
    offers = ready_offers(desk, found.mapping)
    assert [match.offer.key for match in best(asked(found, NEED, offers), offers)] == ["offer"]


def test_that_a_card_is_looked_for_near_the_company_too(desk: Desk) -> None:
    holding = CardHolding("hot", "C02", "welder", Text(fi="Tulityökortti"))
    company = replace(MAPPING.company, municipality="853", municipality_name="Turku")
    places = {"far": "564", "near": "091", "region": "734", "here": "853"}
    desk.library.put_offers(
        Offer(key, holding.name, card="C02", municipality_codes=(code,)) for key, code in places.items()
    )
    found = results(replace(MAPPING, company=company, cards=(holding,)), TODAY)
    offers = ready_offers(desk, found.mapping)
    matches = best(asked(found, holding, offers), offers, 9)
    assert [match.offer.key for match in matches] == ["here", "region", "near", "far"]


# Where an offer leads.


def test_that_an_offer_without_an_address_leads_to_the_provider_that_bears_the_name(desk: Desk) -> None:
    desk.library.put_providers([COLLEGE])
    desk.library.put_offers([OFFER])
    assert available_offers(desk, MAPPING) == (replace(OFFER, link=COLLEGE.link),)
    assert desk.library.offers() == (OFFER,)  # what the source said stays as it was


@pytest.mark.parametrize("said", [{"link": "https://example.invalid/own"}, {"contact": "opisto@example.invalid"}])
def test_that_an_offer_that_says_where_to_ask_keeps_it(desk: Desk, said: dict[str, Any]) -> None:
    desk.library.put_providers([COLLEGE])
    offer = replace(OFFER, **said)
    desk.library.put_offers([offer])
    assert available_offers(desk, MAPPING) == (offer,)


@pytest.mark.parametrize(
    "providers",
    [
        [],
        [replace(COLLEGE, name=Text(fi="Toinen opisto"))],
        [replace(COLLEGE, link="")],
        [COLLEGE, replace(COLLEGE, key="namesake", link="https://example.invalid/toinen")],
    ],
    ids=["nobody", "another", "no address", "two of one name"],
)
def test_that_it_leads_nowhere_when_that_would_be_a_guess(desk: Desk, providers: list[Provider]) -> None:
    desk.library.put_providers(providers)
    desk.library.put_offers([OFFER, replace(OFFER, key="nameless", provider=Text())])
    assert {offer.link for offer in available_offers(desk, MAPPING)} == {""}


# How large the units are.


def test_that_units_have_the_extent_of_the_very_version_that_was_quoted(desk: Desk) -> None:
    said = [Requirement(f"r{n}", Text(fi=str(n))) for n in range(3)]
    maths = SubArea("maths", "400", Text(), None, (said[2],))
    turning = Unit("turning", "101108", Text(), Decimal(15), requirements=(said[0], said[1]), sub_areas=(maths,))
    bare = Unit("bare", "101109", Text(), None)
    desk.library.put_framework(Framework("eperusteet:1", "qualification", Text(), "2026", units=(turning, bare)))
    quoted = replace(NEED, source_key="eperusteet:1", source_version="2026", unit_code="101108")
    assert extents(desk, replace(MAPPING, needs=(quoted,))) == {
        ("eperusteet:1", "2026", "101108"): Extent("turning", 2, Decimal(15)),
        ("eperusteet:1", "2026", "101109"): Extent("bare"),
    }
    renewed = replace(quoted, source_version="2025")
    assert extents(desk, replace(MAPPING, needs=(renewed,))) == {}
    assert extents(desk, MAPPING) == {}


# Which roles are hard to staff.


def test_keu_4_that_a_role_of_a_shortage_field_is_known_in_its_year(desk: Desk) -> None:
    roles = (Role("nurse", "Lähihoitaja"), Role("carer", "Hoiva"), Role("welder", "Hitsaaja"))
    care = replace(NEED, role_key="carer", qualification_code="371101")
    mapping = replace(MAPPING, roles=roles, needs=(care, replace(NEED, key="other")))
    assert known(desk, mapping).short_roles == {"nurse", "carer"}
    assert known(replace(desk, today=date(2028, 1, 1)), mapping).short_roles == frozenset()


def test_keu_4_that_marking_an_occupation_in_an_own_copy_is_enough(desk: Desk) -> None:
    own = desk.folder.root / FOLDER / "shortage.yaml"
    own.parent.mkdir()
    marked = resource(FOLDER, "shortage.yaml").read_text("utf-8").replace("[lähihoitaj,", "[hitsaaj,", 1)
    own.write_text(marked, "utf-8")
    assert known(desk, replace(MAPPING, roles=(Role("welder", "Hitsaaja"),))).short_roles == {"welder"}
