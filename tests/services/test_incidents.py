"""Reports of unexpected errors: useful to mend, silent about people."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.paths import DataFolder
from app.services import incidents

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NAME = "Šárka Õnnepalu"


def _fail() -> BaseException:
    try:
        try:
            int(NAME)
        except ValueError as inner:
            raise KeyError(NAME) from inner
    except KeyError as error:
        return error


def test_that_a_report_names_kind_and_place_of_an_error() -> None:
    text = incidents.report(_fail())
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    assert "_fail" in text


def test_that_a_report_holds_no_message_value_or_folder() -> None:
    text = incidents.report(_fail())
    assert NAME not in text
    assert str(Path(__file__).parent) not in text


def test_that_reports_are_offered_until_seen(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    assert incidents.unseen(folder) == ()
    kept = incidents.keep(folder, _fail(), NOW)
    assert incidents.unseen(folder) == (kept,)
    incidents.forget(incidents.unseen(folder))
    assert incidents.unseen(folder) == ()


def test_that_only_the_ten_latest_reports_are_kept(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    paths = [incidents.keep(folder, _fail(), NOW + timedelta(seconds=i)) for i in range(12)]
    assert incidents.unseen(folder) == tuple(paths[-10:])
