"""The command line as somebody types it: what it writes, says and refuses."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.i18n import Translator
from app.languages import LANGUAGES
from app.mapping.model import OptionType
from app.paths import DataFolder
from app.services import demo
from app.services.desk import Desk
from app.store.library import Library

Run = Callable[..., int]
DOCS = Path(__file__).parents[2] / "docs" / "commands.md"


def _library(tmp_path: Path) -> tuple[int, int]:
    library = Library(DataFolder(tmp_path / "data").library)
    counts = len(library.frameworks()), len(library.offers())
    library.close()
    return counts


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_demo_ends_with_a_plan_in_the_language_asked_for(run: Run, tmp_path: Path, language: str) -> None:
    assert run("demo", "--out", tmp_path / "out", "--lang", language) == 0
    assert (tmp_path / "out" / "plan.pdf").read_bytes().startswith(b"%PDF-")
    printed = json.loads((tmp_path / "out" / "plan.json").read_text(encoding="utf-8"))
    assert printed["language"] == language


def test_that_the_demo_repeats_itself_to_the_byte(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert run("demo", "--out", tmp_path / name, "--lang", "sv") == 0
    assert (tmp_path / "one" / "plan.pdf").read_bytes() == (tmp_path / "two" / "plan.pdf").read_bytes()


def test_that_the_demo_on_a_real_qualification_points_at_real_offers_of_its_units(
    run: Run, tmp_path: Path, real_data: Path
) -> None:
    qualification = real_data / "eperusteet" / "ajoneuvoala-OPH-5410-2021-new-shape.json"
    offers = sorted((real_data / "opintopolku" / "koulutus").glob("*.json"))
    offers += sorted((real_data / "opintopolku" / "toteutus").glob("*.json"))
    out = tmp_path / "out"
    assert run("demo", "--out", out, "--lang", "fi", "--qualification", qualification, "--offers", *offers) == 0
    plan = (out / "plan.json").read_text(encoding="utf-8")
    assert "Ajoneuvoalan perustutkinto: Tutkinto 351301 · OPH-5410-2021" in plan
    assert plan.count("https://opintopolku.fi/konfo/fi/") >= 5  # every agreed priority has a real offer


def test_that_the_demo_without_an_offer_does_not_give_one_advice_for_everything(desk: Desk, real_data: Path) -> None:
    qualification = real_data / "eperusteet" / "ajoneuvoala-OPH-5410-2021-new-shape.json"
    mapping = demo.run(desk, desk.folder.root / "out", Translator("en"), lambda _line: None, qualification)
    kinds = [measure.option for measure in mapping.measures]
    assert len(kinds) == 5
    assert len(set(kinds)) >= 4
    assert OptionType.ACCEPTED_RISK not in kinds
    assert all(measure.why for measure in mapping.measures)


def test_that_the_demo_joins_offers_by_the_code_of_the_unit(run: Run, tmp_path: Path, real_data: Path) -> None:
    """None of the real offers at hand has a unit of this qualification, so one is written here in their shape."""
    offer = {
        "oid": "1.2.246.562.13.00000000000000009999",
        "tila": "julkaistu",
        "nimi": {"fi": "Jarrut kuntoon työpaikalla"},
        "koulutustyyppi": "amm-tutkinnon-osa",
        "metadata": {
            "tyyppi": "amm-tutkinnon-osa",
            "tutkinnonOsat": [{"tutkinnonOsat": {"koodiUri": "tutkinnonosat_106878#2", "nimi": {"fi": "Jarrut"}}}],
        },
    }
    path = tmp_path / "offer.json"
    path.write_text(json.dumps(offer), encoding="utf-8")
    qualification = real_data / "eperusteet" / "ajoneuvoala-OPH-5410-2021-new-shape.json"
    out = tmp_path / "out"
    assert run("demo", "--out", out, "--lang", "fi", "--qualification", qualification, "--offers", path) == 0
    plan = (out / "plan.json").read_text(encoding="utf-8")
    assert "Jarrut kuntoon työpaikalla" in plan
    assert "kattaa tutkinnon osan 106878" in plan.replace("Kattaa", "kattaa")


def test_that_importing_twice_changes_nothing(
    run: Run, tmp_path: Path, real_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = real_data / "eperusteet" / "autoalan-tyonjohto-old-shape.json"
    assert run("import", file, "--json") == 0
    [first] = json.loads(capsys.readouterr().out)
    assert (first["new"], first["unchanged"]) == (1, 0)
    assert run("import", file, "--json") == 0
    [second] = json.loads(capsys.readouterr().out)
    assert (second["new"], second["updated"], second["unchanged"]) == (0, 0, 1)


def _truncated(folder: Path) -> Path:
    path = folder / "truncated.json"
    path.write_text('{"nimi": {"fi": "Autoalan', encoding="utf-8")
    return path


def _empty(folder: Path) -> Path:
    path = folder / "empty.json"
    path.write_bytes(b"")
    return path


def _wrong_type(folder: Path) -> Path:
    path = folder / "wrong.json"
    value = {"id": 1, "nimi": 7, "diaarinumero": "OPH-1", "suoritustavat": 3, "tutkinnonOsat": "x", "koulutukset": []}
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def _huge(folder: Path) -> Path:
    path = folder / "huge.json"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    return path


def _deep(folder: Path) -> Path:
    path = folder / "deep.json"
    path.write_text("[" * 100_000 + "]" * 100_000, encoding="utf-8")
    return path


@pytest.mark.parametrize("make", [_truncated, _empty, _wrong_type, _huge, _deep])
def test_that_a_bad_file_gives_one_sentence_and_leaves_the_library_alone(
    run: Run, tmp_path: Path, make: Callable[[Path], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = make(tmp_path)
    before = _library_after_opening(run, tmp_path, capsys)
    assert run("import", path) == 2
    said = capsys.readouterr().err.strip()
    assert path.name in said
    assert len(said.splitlines()) == 1
    assert said.endswith(".")
    assert _library(tmp_path) == before


def _library_after_opening(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, int]:
    assert run("frameworks", "--json") == 0
    capsys.readouterr()
    return _library(tmp_path)


def test_that_one_bad_file_stops_no_good_one(
    run: Run, tmp_path: Path, real_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = real_data / "eperusteet" / "autoalan-tyonjohto-old-shape.json"
    assert run("import", _truncated(tmp_path), good, "--json") == 2
    reports: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    assert [bool(r["error"]) for r in reports] == [True, False]
    assert _library(tmp_path)[0] == 1


def test_that_score_reads_and_returns_json(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = [
        {"id": "a", "levels": [1, 1, 1], "targets": {"now": 3, "y1": 3, "y3": 3}, "criticality": 3, "required": 2},
        {"id": "b", "levels": [None], "targets": {"now": 3, "y1": 3, "y3": 3}, "criticality": 3, "required": "all"},
    ]
    path = tmp_path / "items.json"
    path.write_text(json.dumps(items), encoding="utf-8")
    assert run("score", path, "--json") == 0
    a, b = json.loads(capsys.readouterr().out)
    assert (a["id"], a["index"], a["band"], a["deciding"], a["gap"], a["shortage"]) == ("a", 70, "urgent", "now", 2, 1)
    assert (a["known"], a["of"]) == (3, 3)
    assert (b["index"], b["band"], b["known"], b["of"]) == (None, "not_assessed", 0, 1)


def test_that_a_plan_is_written_for_a_company_by_its_name(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from app.bootstrap import open_desk
    from app.services import companies

    desk = open_desk(DataFolder(tmp_path / "data"), _day())
    key = companies.begin_sample(desk)
    name = desk.cases.load(key).company.name
    desk.close()
    assert run("plan", name, "--lang", "sv", "--out", tmp_path / "plan.pdf") == 0
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF-")
    assert run("plan", "Nobody Oy", "--out", tmp_path / "other.pdf") == 2
    assert "Nobody Oy" in capsys.readouterr().err


def _day() -> Any:
    from datetime import date

    return date(2026, 11, 23)


@pytest.mark.parametrize("before", [True, False])
def test_that_folder_and_day_may_stand_before_or_after_the_command(tmp_path: Path, *, before: bool) -> None:
    given = ["--data", str(tmp_path / "data"), "--today", "2027-02-03"]
    out = ["--out", str(tmp_path / "out"), "--lang", "en"]
    command = [*given, "demo", *out] if before else ["demo", *out, *given]
    assert cli.run(command) == 0
    assert json.loads((tmp_path / "out" / "plan.json").read_text(encoding="utf-8"))["day"] == "3 Feb 2027"
    listing = [*given, "frameworks", "--json"] if before else ["frameworks", "--json", *given]
    assert cli.run(listing) == 0
    assert DataFolder(tmp_path / "data").library.is_file()


def test_that_every_command_and_its_options_are_documented() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for name, parser in _commands(cli._parser()):
        assert f"`{name}" in text
        for action in parser._actions:
            for option in action.option_strings:
                assert option in text or option in ("-h", "--help"), f"{name} {option}"


def _commands(parser: argparse.ArgumentParser, before: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command, and what some of them consist of: "staff export"."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, made in action.choices.items():
                yield f"{before}{name}", made
                yield from _commands(made, f"{before}{name} ")
