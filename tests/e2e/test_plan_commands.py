"""Plans over time from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap, cli
from app.paths import DataFolder
from app.services import companies

Run = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with the sample company."""
    folder = DataFolder(tmp_path / "data")
    desk = bootstrap.open_desk(folder, date(2026, 11, 23))
    companies.begin_sample(desk, "fi")
    desk.close()
    return folder


@pytest.fixture
def run(folder: DataFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    def run(*arguments: str, code: int = 0, today: str = "2026-11-23") -> str:
        given = ["--data", str(folder.root), "--today", today, *arguments]
        assert cli.run(given) == code
        out, err = capsys.readouterr()
        return err if code else out

    return run


def _company(folder: DataFolder, **changes: Any) -> str:
    desk = bootstrap.open_desk(folder, date(2026, 11, 23))
    [summary] = companies.recent(desk)
    if changes:
        desk.cases.put_head(replace(desk.cases.load(summary.key), **changes))
    desk.close()
    return summary.company_name


def test_that_a_plan_is_approved_listed_compared_and_put_into_a_calendar(
    folder: DataFolder, run: Run, tmp_path: Path
) -> None:
    name = _company(folder)
    assert "No version of this plan" in run("versions", name)
    assert "No version of this plan" in run("compare", name, code=2)
    said = run("approve", name, "--by", "owner", "--note", "As agreed")
    assert said == "Version 1, approved 23 Nov 2026, by owner, As agreed\n" == run("versions", name)
    assert "it still stands" in run("approve", name, code=2)
    assert run("compare", name) == "Nothing differs.\n"
    _company(folder, goal="Less scrap")
    assert json.loads(run("compare", name, "1", "--json"))["differences"] == [
        {"kind": "changed", "text": run("compare", name).strip()}
    ]
    [version] = json.loads(run("versions", name, "--json"))
    assert (version["number"], version["approved_on"], version["erased_on"]) == (1, "2026-11-23", None)
    out = tmp_path / "plan.ics"
    run("calendar", name, "--lang", "sv", "--out", str(out))
    first = out.read_bytes()
    run("calendar", name, "--lang", "sv", "--out", str(out))
    assert out.read_bytes() == first
    assert first.startswith(b"BEGIN:VCALENDAR")


def test_that_what_is_due_is_listed_in_words_as_json_and_as_a_table(folder: DataFolder, run: Run) -> None:
    rows = json.loads(run("due", "--json"))
    assert rows
    assert [row["on"] for row in rows] == sorted(row["on"] for row in rows)
    assert len(run("due").splitlines()) == len(rows) == len(run("due", "--csv").splitlines()) - 1
    assert len(json.loads(run("due", "--json", "--days", "400"))) > len(rows)
