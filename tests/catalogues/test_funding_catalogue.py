"""Funding routes and services as they come with the program (brief, 8.2, 8.3, JOE-3a, VSO-3): whole, dated, modest."""

from __future__ import annotations

import pytest

from app.catalogues.funding import find_funding
from app.catalogues.model import Directory, FundingRoute
from app.catalogues.services import find_services
from app.languages import LANGUAGES, Language
from app.texts import Text

TEXTS = ("for_whom", "conditions", "decides", "words", "ended")


def gone(directory: Directory) -> list[FundingRoute]:
    return [route for route in directory.funding.routes if route.valid_to]


def test_that_every_route_of_the_brief_is_there_and_what_ended_is_kept(directory: Directory) -> None:
    assert [r.code for r in directory.funding.routes] == [
        *(f"F{n:02}" for n in range(24)),
        *(f"E{n:02}" for n in range(1, 5)),
    ]
    assert {r.name.fi: str(r.valid_to) for r in gone(directory)} == {
        "Aikuiskoulutustuki": "2024-07-31",
        "Ammattitutkintostipendi": "2024-07-31",
        "Koulutusvähennys": "2024-12-31",
        "Työnantajan koulutuskorvaus (Työllisyysrahasto)": "2025-12-31",
    }
    assert len(directory.funding.changes) == 8


def test_that_no_rule_names_what_has_ended(directory: Directory) -> None:
    named = {code for rule in directory.funding.rules for code in rule.routes}
    assert named.isdisjoint({route.code for route in gone(directory)})


def test_that_no_amount_comes_with_the_program(directory: Directory) -> None:
    assert [route.code for route in directory.funding.routes if route.amount] == []


def test_that_a_row_that_is_not_certain_in_the_brief_is_not_certain_here(directory: Directory) -> None:
    unknown = {route.code for route in directory.funding.routes if route.certainty == "unknown"}
    assert unknown == {"F06", "F07", "F08", "F11", "F12", "F14", "F22", "F23"}


def test_that_a_decision_comes_first_where_the_brief_says_so(directory: Directory) -> None:
    first = {route.code for route in directory.funding.routes if route.before_start}
    assert first >= {"F05", "F06", "F07", "F13"}


def test_that_jotpa_is_joined(directory: Directory) -> None:
    jotpa = [route for route in directory.funding.routes if "Jotpa" in route.name.en]
    assert [route.way for route in jotpa] == ["join"]


def test_that_whoever_is_to_be_asked_or_referred_to_is_among_the_services(directory: Directory) -> None:
    asked = {route.ask for route in directory.funding.routes if route.ask}
    referred = {key for rule in directory.funding.rules for key in rule.services}
    assert asked | referred <= {service.key for service in directory.services.services}


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_text_has_a_gap_in_any_language(directory: Directory, language: Language) -> None:
    routes: list[Text] = [getattr(r, field) for r in directory.funding.routes for field in TEXTS]
    services = [text for s in directory.services.services for text in (s.name, s.does, s.for_whom, s.words)]
    told = [*(c.told for c in directory.funding.changes), *(rule.told for rule in directory.services.network)]
    assert [text for text in (*routes, *services, *told) if text and not text.get(language)] == []
    assert all(route.name.get(language) for route in directory.funding.routes)


# FUND-2: what is gone is found and explained.


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("aikuiskoulutustuki", ["E01"]),
        ("VUXENUTBILDNINGSSTÖD", ["E01"]),
        ("koulutusvähennys", ["E03"]),
        ("koulutuskorvaus", ["F03", "E04"]),
        ("f05", ["F05"]),
        ("wage subsidy", ["F05"]),
        ("", []),
        ("vuorotteluvapaa", []),
    ],
)
def test_that_routes_are_found_in_any_language_also_those_that_are_gone(
    directory: Directory, text: str, codes: list[str]
) -> None:
    assert [route.code for route in find_funding(directory.funding, text).routes] == codes


@pytest.mark.parametrize(
    ("text", "key"), [("TE-toimisto", "employment_areas"), ("NTM-central", "vitality_centres"), ("jotpa", "jotpa")]
)
def test_that_what_has_changed_is_found_by_its_old_name(directory: Directory, text: str, key: str) -> None:
    assert [change.key for change in find_funding(directory.funding, text).changes] == [key]


# JOE-3a


@pytest.mark.parametrize(
    ("finnish", "swedish", "key"),
    [
        ("uraohjaus", "karriärvägledning", "guidance"),
        ("opinto-ohjaus", "studiehandledning", "study_guidance"),
        ("ammatillinen kuntoutus", "yrkesinriktad rehabilitering", "rehabilitation"),
        ("työterveyshuolto", "företagshälsovård", "occupational_health"),
        ("sukupolvenvaihdos", "generationsväxling", "succession"),
        ("Ohjaamo", "Navigatorn", "ohjaamo"),
    ],
)
def test_that_a_service_is_found_in_finnish_and_in_swedish(
    directory: Directory, finnish: str, swedish: str, key: str
) -> None:
    assert [find_services(directory.services, text)[0].key for text in (finnish, swedish)] == [key, key]
