"""The best set of a company out of the store, by the service and by its command."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app import cli
from app.mapping.company import Company
from app.mapping.model import Agreed, Assessment, Assessor, Mapping, Person, Role, RoleNeed, Targets
from app.offers.model import Offer
from app.services.desk import Desk
from app.texts import Text

TODAY = date(2026, 11, 23)
NEED = RoleNeed("weld", "r", Text(en="Welding"), unit_code="101108", targets=Targets(3, 3, 3), criticality=3)
OTHER = replace(NEED, key="measure", name=Text(en="Measuring"), unit_code="101107", criticality=1)
MAPPING = Mapping(
    "m",
    Company("c", "Workshop", service_language="en"),
    roles=(Role("r", "Welder"),),
    people=(Person("p", "r", "H1"),),
    needs=(NEED, OTHER),
    assessments=tuple(Assessment("p", key, Assessor.SUPERVISOR, 1) for key in ("weld", "measure")),
    agreed=(Agreed("weld", 0), Agreed("measure", 1)),
)
OFFER = Offer(
    "course",
    Text(en="Welding course"),
    unit_codes=("101108",),
    languages=("en",),
    price_eur=Decimal(900),
    extent_value=Decimal(2),
    extent_unit="d",
    time=("own_pace",),
    checked_on=TODAY,
)
DEAR = replace(OFFER, key="dear", name=Text(en="Both"), unit_codes=("101108", "101107"), price_eur=Decimal(4000))


@pytest.fixture
def desk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    desk.cases.add(MAPPING)
    desk.library.put_offers([OFFER, DEAR])
    return desk


def run(desk: Desk, *arguments: str) -> int:
    data = str(desk.folder.root)
    desk.close()
    return cli.run(["--data", data, "--today", TODAY.isoformat(), "best-set", *arguments])


def test_that_it_tells_the_whole_and_each_offer(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "Workshop") == 0
    assert capfd.readouterr().out.splitlines() == [
        "One offer covers 100% of what lacks in the agreed priorities.",
        "Both covers Welding (100%); Measuring (100%); one person takes part.",
        "Price for all who take part: €4,000.",
        "Time of one person who takes part in all: 16 h.",
    ]


def test_that_a_budget_on_the_line_limits_it(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "Workshop", "--euros", "999,50", "--hours", "16", "--json") == 0
    found = json.loads(capfd.readouterr().out)
    assert [(o["id"], o["covers"], o["euros"], o["hours"]) for o in found["offers"]] == [
        ("course", [{"need": "weld", "share": 1.0}], 900, 16)
    ]
    assert [need["need"] for need in found["uncovered"]] == ["measure"]
    assert (found["budget"], found["left_out"], found["exact"]) == ({"hours": 16, "euros": 999.5}, 0, True)


@pytest.mark.parametrize("amount", ["-1", "NaN", "Infinity", "many", "1e99", ""])
def test_that_what_is_no_amount_is_refused(desk: Desk, amount: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        run(desk, "Workshop", f"--euros={amount}")
    assert refused.value.code == 2
    assert "a number from 0 upwards is wanted" in capfd.readouterr().err


def test_that_without_agreed_priorities_it_says_what_to_do(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    desk.cases.add(replace(MAPPING, key="n", company=Company("d", "Bakery"), agreed=()))
    assert run(desk, "Bakery") == 2
    assert capfd.readouterr().err == "No priorities have been agreed on in this mapping. Agree on them first.\n"
