"""What is said of funding routes: who decides and what must be true, never that there is money (brief, 8.3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.catalogues.funding import load_funding
from app.catalogues.model import Directory, FundingRoute
from app.catalogues.services import load_services
from app.i18n import Translator
from app.languages import LANGUAGES, Language
from app.mapping.apprenticeship import Apprenticeship, missing
from app.mapping.funding import Facts, routes_for
from app.paths import resource
from app.texts import Text
from app.wording import funding as words

TODAY = date(2026, 11, 23)
EN = Translator("en")


def _lies(name: str) -> Path:
    return resource("catalogues", name)


DIRECTORY = Directory(load_funding(_lies), load_services(_lies))


def route(code: str) -> FundingRoute:
    found = DIRECTORY.funding.route(code)
    assert found
    return found


def lines(code: str, today: date = TODAY, **changes: Any) -> list[str]:
    return words.route_lines(EN, replace(route(code), **changes), DIRECTORY, today)


def test_that_a_route_says_what_must_be_true_who_decides_whom_to_ask_and_when_it_was_checked() -> None:
    assert lines("F05") == [
        (
            "What must be true: The person hired lacks competence, has long been unemployed or has a reduced ability "
            "to work."
        ),
        "For whom: An employer that hires an unemployed person (also as an apprentice)",
        "Apply to whoever decides. Before you start! The decision must come first.",
        "Decides: Employment authority · Ask: Employment area's services for companies",
        "Checked 21 Nov 2026: not verified, check first",
    ]


@pytest.mark.parametrize(
    ("days", "said"), [(180, "Checked 21 Nov 2026"), (181, "Checked 21 Nov 2026: check before decision")]
)
def test_that_a_row_of_181_days_is_to_be_checked_before_a_decision(days: int, said: str) -> None:
    assert lines("F16", date(2026, 11, 21) + timedelta(days))[-1] == said


def test_that_an_amount_of_this_year_is_told_with_its_day_and_one_that_must_be_checked_is_not() -> None:
    entered: dict[str, Any] = {"amount": Text(en="€500 a month"), "amount_on": date(2026, 11, 2)}
    assert "€500 a month, told 2 Nov 2026" in lines("F03", **entered)
    for said in (lines("F03", certainty="unknown", **entered), lines("F03", date(2027, 1, 1), **entered)):
        assert "500" not in " ".join(said)


def test_that_a_route_that_is_gone_says_since_when_and_nothing_else() -> None:
    assert lines("E01") == [
        "Ended 31 Jul 2024. The act was abolished on 1 June 2024. Studies and support had to start by 31 July 2024."
    ]


def test_that_jotpa_is_never_applied_for() -> None:
    said = " ".join(lines("F11")).casefold()
    assert "apply" not in said
    assert "application" not in said
    assert "join" in said


def test_that_nothing_promises_money() -> None:
    said = " ".join(line for each in DIRECTORY.funding.routes for line in lines(each.code)).casefold()
    assert [
        word for word in ("you get", "you will", "is granted", "guarantee", "free of charge", "€") if word in said
    ] == []


def test_that_a_proposal_says_why_and_what_must_be_asked() -> None:
    facts = Facts(frozenset({"hiring", "learner"}), frozenset({"unemployed"}))
    said = {p.route.code: words.why(EN, p) for p in routes_for(facts, DIRECTORY.funding, TODAY)}
    assert said["F06"] == "Proposed because somebody new is looked for."
    assert said["F05"] == (
        "Proposed because somebody can be hired to be trained, on a wage. "
        "Ask first: only if the one who is hired is unemployed."
    )
    assert said["F00"] == "This can always be done."


def test_that_a_contact_that_somebody_has_filled_in_is_told_and_ages() -> None:
    services = tuple(
        replace(s, contact="Maija, 02 123", checked=date(2026, 11, 1)) if s.key == "employment_area" else s
        for s in DIRECTORY.services.services
    )
    filled = replace(DIRECTORY, services=replace(DIRECTORY.services, services=services))
    said = "Ask: Employment area's services for companies: Maija, 02 123"
    assert words.ask(EN, route("F05"), filled, TODAY) == said
    assert words.ask(EN, route("F05"), filled, TODAY + timedelta(365)) == f"{said} (check first)"
    assert words.ask(EN, route("F17"), filled, TODAY) == ""


def test_that_a_change_says_since_when_and_how_well_that_is_known() -> None:
    said = {change.key: words.change(EN, change) for change in DIRECTORY.funding.changes}
    assert (
        said["vitality_centres"]
        == "Since 1 Jan 2026: Ten economic development centres replaced the fifteen ELY Centres."
    )
    assert said["employment_areas"].endswith("(not verified, check first)")
    assert said["jotpa"].endswith("What follows is not known. (not known whether this holds)")


def test_that_an_apprenticeship_is_ready_or_says_what_is_missing() -> None:
    ready = Apprenticeship("yes", 25, "yes", studies=True)
    assert words.apprenticeship(EN, missing(ready)) == "Ready to contact a provider about an apprenticeship."
    assert words.apprenticeship(EN, missing(replace(ready, weekly_hours=20, instructor="no"))) == (
        "Missing before a provider is contacted about an apprenticeship: at least 25 hours of work a week on average "
        "and a named workplace instructor who is trained for it."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_route_can_be_said_in_every_language(language: Language) -> None:
    for each in DIRECTORY.funding.routes:
        said = words.route_lines(Translator(language), each, DIRECTORY, TODAY)
        assert all(said)
        assert (each.conditions or each.ended).get(language) in said[0]
