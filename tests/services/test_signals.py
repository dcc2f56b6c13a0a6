"""Quick signals: kept at once, refused where they are about somebody, and taken along as a file."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from app.errors import UserError
from app.mapping.signal import Signal, When
from app.services import signals
from app.services.desk import Desk


def test_that_a_signal_is_three_things_and_the_day(desk: Desk, today: date) -> None:
    noted = signals.note(desk, "  two  welders for May ", "25", When.NOW, "sv")
    assert desk.cases.signals() == (Signal(noted.key, today, "two welders for May", "25", When.NOW, "sv"),)


@pytest.mark.parametrize("what", ["", "   ", "\n"])
def test_that_a_signal_without_words_is_refused(desk: Desk, what: str) -> None:
    with pytest.raises(UserError, match="few words"):
        signals.note(desk, what, "25", When.NOW, "en")
    assert desk.cases.signals() == ()


@pytest.mark.parametrize("code", ["131052-308T", "call 131052A308T back", "010199+1234"])
def test_that_a_personal_identity_code_is_refused(desk: Desk, code: str) -> None:
    with pytest.raises(UserError, match="identity code"):
        signals.note(desk, code, "", When.NOW, "fi")
    assert desk.cases.signals() == ()


def test_that_a_story_is_refused_and_the_longest_signal_is_kept(desk: Desk) -> None:
    signals.note(desk, "x" * signals.LONGEST, "", When.LATER, "en")
    with pytest.raises(UserError, match="long"):
        signals.note(desk, "x" * (signals.LONGEST + 1), "", When.LATER, "en")
    assert len(desk.cases.signals()) == 1


def test_that_a_forgotten_signal_is_gone_and_the_others_stay(desk: Desk) -> None:
    first = signals.note(desk, "welders", "25", When.NOW, "fi")
    second = signals.note(desk, "drivers", "49", When.LATER, "fi")
    signals.forget(desk, first.key)
    assert desk.cases.signals() == (second,)


def test_that_json_and_csv_say_the_same_and_are_marked_as_signals(desk: Desk, tmp_path: Path, today: date) -> None:
    signals.note(desk, "hitsaajia; heti", "25", When.NOW, "fi")
    signals.note(desk, "förare", "49", When.LATER, "sv")
    assert signals.export(desk, tmp_path / "s.json") == signals.export(desk, tmp_path / "s.csv") == 2
    told = json.loads((tmp_path / "s.json").read_text("utf-8"))
    with (tmp_path / "s.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [*csv.DictReader(file, delimiter=";")] == told
    assert {row["type"] for row in told} == {"signal"}
    assert {row["on"] for row in told} == {today.isoformat()}
    assert {row["what"] for row in told} == {"hitsaajia; heti", "förare"}


@pytest.mark.parametrize("what", ["=1+1", "+358", "-x", "@sum"])
def test_that_no_spreadsheet_runs_a_signal_as_a_formula(desk: Desk, tmp_path: Path, what: str) -> None:
    signals.note(desk, what, "", When.NOW, "en")
    signals.export(desk, tmp_path / "s.csv")
    with (tmp_path / "s.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file, delimiter=";")
    assert row["what"] == f"'{what}"


def test_that_no_column_is_for_a_company_or_a_person(desk: Desk, tmp_path: Path) -> None:
    signals.note(desk, "welders", "25", When.NOW, "fi")
    signals.export(desk, tmp_path / "s.json")
    [row] = json.loads((tmp_path / "s.json").read_text("utf-8"))
    assert set(row) == {"type", "on", "when", "sector", "what", "service_language", "key"}
