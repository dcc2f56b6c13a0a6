"""`kartturi update`: shows, takes only with --apply, and says in one sentence why it cannot."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app import cli
from tests.hostile.kinds import QUALIFICATION
from tests.offers.opintopolku_values import EDUCATION, education, hit
from tests.online.replay import Replay, as_json, replaying

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    given = ["--data", str(tmp_path / "data"), "--today", "2026-11-23", "update"]
    return lambda *arguments: cli.run([*given, *arguments])


@pytest.fixture
def replay() -> Iterator[Replay]:
    with replaying() as replay:
        item = {name: QUALIFICATION[name] for name in ("id", "nimi", "diaarinumero")}
        replay.answers |= {
            "/api/external/perusteet": as_json({"data": [item], "sivuja": 1, "kokonaismäärä": 1}),
            "/api/external/peruste/5000": as_json(QUALIFICATION),
            "/search/koulutukset": as_json({"total": 1, "hits": [hit(1, oid=EDUCATION)]}),
            f"/koulutus/{EDUCATION}": as_json(education(toteutukset=[])),
        }
        yield replay


def test_that_qualifications_are_shown_and_then_taken(
    run: Run, replay: Replay, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("eperusteet", "esimerkki", "--url", replay.address)
    assert run(*asked) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Esimerkkialan perustutkinto (OPH-1-2026) is new: 4 units, 10 requirements",
        "Fetched 23 Nov 2026. Nothing was taken: give --apply to take it, --fresh to ask again.",
    ]

    assert run(*asked, "--apply") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Taken: 1 new, 0 updated, 0 given no more"
    assert len(replay.asked) == 2

    replay.answers["/api/external/peruste/5000"] = as_json(QUALIFICATION | {"diaarinumero": "OPH-2-2027"})
    assert run(*asked) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Esimerkkialan perustutkinto (OPH-2-2027) has changed",
        "  order number OPH-1-2026 → OPH-2-2027",
    ]


def test_that_offers_are_told_as_json(run: Run, replay: Replay, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("opintopolku", "koneistus", "--url", replay.address, "--json", "--apply") == 0

    said = json.loads(capsys.readouterr().out)
    assert [each["id"] for each in said["new"]] == said["applied"]["new"] == [f"opintopolku:{EDUCATION}"]
    assert (said["changed"], said["unchanged"], said["gone"], said["refused"], said["more"]) == ([], 0, [], [], False)


def test_that_asking_again_fetches_again(run: Run, replay: Replay, capsys: pytest.CaptureFixture[str]) -> None:
    for fresh in ([], [], ["--fresh"]):
        assert run("opintopolku", "koneistus", "--url", replay.address, *fresh) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "1 new, 0 changed, 0 unchanged, 0 given no more",
        "  new: Koneistuksen osia",
    ]
    assert replay.paths.count(f"/koulutus/{EDUCATION}") == 2


@pytest.mark.parametrize("service", ["eperusteet", "opintopolku"])
def test_that_without_a_network_it_is_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], service: str
) -> None:
    monkeypatch.setattr("app.online.client.rest", lambda _seconds, _cancelled: None)
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))  # taken, but nobody listens
        assert run(service, "hitsaus", "--url", f"http://127.0.0.1:{unheard.getsockname()[1]}") == 2

    [sentence] = capsys.readouterr().err.splitlines()
    assert "Check the network connection and try again" in sentence
