"""Commands about offers, funding and services, from the command line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap, cli
from app.mapping.model import Agreed, Measure, OptionType, PeopleMode
from app.offers.model import Offer
from app.paths import DataFolder
from app.texts import Text
from tests.report.company import MAPPING
from tests.stores import made_in

AGREED = (Agreed("machinist-cam", 0),)
LEARNING = Measure("m", "machinist-cam", OptionType.APPRENTICESHIP, what="Oppisopimus")
CASE = replace(MAPPING, key="one", agreed=AGREED, measures=(LEARNING,))
TRUCK = Offer("catalogue:truck", Text(fi="Trukkikortti", sv="Truckkort"), card="C05", places=(Text(fi="Turku"),))
CARE = Offer("catalogue:care", Text(fi="Lähihoitaja"), offer_type="apprenticeship", languages=("sv",))
Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command line over a folder with one company and two offers; gives what is said, as JSON where asked for."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    desk = bootstrap.open_desk(made_in(tmp_path / "data"), date(2026, 11, 23))
    desk.cases.add(CASE)
    desk.library.put_offers([TRUCK, CARE])
    desk.close()

    def run(*arguments: str | Path, today: str = "2026-11-23") -> Any:
        assert cli.run(["--data", str(tmp_path / "data"), "--today", today, *map(str, arguments)]) == 0
        said = capsys.readouterr().out
        return json.loads(said) if "--json" in arguments and "--queries" not in arguments else said.splitlines()

    return run


def test_that_a_search_says_its_filters_and_finds_what_is_meant(run: Run) -> None:
    assert run("search", "trukkikortti")[0] == "Only: card or permit: trukkikortti."
    found = run("search", "lähihoitaja oppisopimus ruotsiksi", "--json")
    assert [offer["offer_id"] for offer in found["offers"]] == ["care"]
    assert [each["kind"] for each in found["filters"]] == ["type", "language"]


def test_that_a_limit_of_price_is_a_filter_and_what_has_no_price_says_so(run: Run) -> None:
    assert run("search", "trukkikortti alle 500 €")[0].endswith("and costs no more than €500.")
    [offer] = run("search", "trukkikortti alle 500 €", "--json")["offers"]
    assert offer["reasons"][-1] == "the price is not known, ask for it"


def test_that_a_search_opens_no_company(tmp_path: Path) -> None:
    assert cli.run(["--data", str(tmp_path / "new"), "search", "trukki"]) == 0
    assert not (tmp_path / "new" / "cases.sqlite").exists()


def test_that_every_line_of_a_file_is_answered_on_a_line(run: Run, tmp_path: Path) -> None:
    queries = tmp_path / "queries.txt"
    queries.write_text("trukki\n\nlähihoitaja\n", "utf-8")
    answers = [json.loads(line) for line in run("search", "--queries", queries, "--lang", "fi", "--json")]
    assert [answer["query"] for answer in answers] == ["trukki", "", "lähihoitaja"]
    assert [[offer["offer_id"] for offer in answer["offers"]] for answer in answers] == [["truck"], [], ["care"]]
    assert all(offer["reasons"] and 0 < offer["score"] <= 1 for answer in answers for offer in answer["offers"])


def test_that_a_search_needs_words_or_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--data", str(tmp_path), "search"]) == 2
    assert "--queries" in capsys.readouterr().err


# FUND-1, FUND-2, VSO-1
def test_that_routes_have_their_state_and_age_and_dead_ones_their_history(run: Run) -> None:
    routes = {route["code"]: route for route in run("funding", "--json")}
    gone = [route for route in routes.values() if route["state"] == "gone"]
    assert gone
    assert all(route["valid_to"] and route["amount"] is None and len(route["told"]) == 1 for route in gone)
    assert routes["F01"]["state"] == "in_force"
    assert routes["F01"]["age_days"] == 2

    old = {route["code"]: route for route in run("funding", "--json", today="2027-11-23")}
    assert old["F01"]["state"] == "check_first"
    assert old["F01"]["amount"] is None
    assert any("check before decision" in line for line in old["F01"]["told"])


def test_that_the_routes_of_a_company_are_those_of_its_measures_and_none_is_dead(run: Run) -> None:
    [measure] = run("funding", "one", "--json")
    assert measure["what"] == "Oppisopimus"
    assert "F02" in {route["code"] for route in measure["routes"]}
    assert all(route["state"] != "gone" and route["why"] for route in measure["routes"])
    assert any(line.startswith("  F02") for line in run("funding", "one"))


# KSO-2
def test_that_an_owner_is_referred_by_a_rule_that_is_shown(run: Run, tmp_path: Path) -> None:
    owned = replace(
        CASE, key="two", people_mode=PeopleMode.OWNER, company=replace(CASE.company, key="c2", name="Toinen")
    )
    desk = bootstrap.open_desk(DataFolder(tmp_path / "data"), date(2026, 11, 23))
    desk.cases.add(owned)
    desk.close()
    rules = run("refer", "two", "--json")["by_rule"]
    assert [(each["rule"], each["service"]["key"]) for each in rules] == [("owner", "business_services")]
    assert rules[0]["told"] in run("refer", "two")
    assert run("refer", "one", "--json")["by_rule"] == []


def test_that_services_say_whose_contact_must_be_checked_first(run: Run) -> None:
    services = run("services", "--json")
    assert {"guidance", "business_services"} <= {each["key"] for each in services}
    assert all(each["check_first"] is (each["checked"] is None) for each in services)
    assert any("Career guidance" in line for line in run("services"))


# VSO-9
def test_that_unmet_needs_are_listed_without_a_company(run: Run) -> None:
    [need] = run("unmet", "--json")
    assert (need["name"]["en"], need["companies"]) == ("CAM programming and set-up", 1)
    lines = run("unmet", "--csv")
    [row] = csv.DictReader(io.StringIO("\n".join(lines)), delimiter=";")
    assert (row["name_en"], row["companies"]) == ("CAM programming and set-up", "1")
    assert CASE.company.name not in "\n".join([*lines, *run("unmet")])


# JOE-5b
def test_that_the_catalogue_check_says_what_each_offer_lacks(run: Run) -> None:
    found = {each["id"]: each for each in run("catalogue-check", "--json")}
    assert found.keys() == {"catalogue:truck", "catalogue:care"}
    assert {"for_whom", "can_do_after"} <= set(found["catalogue:truck"]["lacks"])
    assert "code" not in found["catalogue:truck"]["lacks"]
    assert any("for whom it is" in line for line in run("catalogue-check"))
