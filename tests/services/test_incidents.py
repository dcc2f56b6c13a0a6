"""Reports of unexpected errors: useful to mend, silent about people."""

from __future__ import annotations

import os
import subprocess
import sys
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
    raise AssertionError("a name is no number")


def test_that_a_report_names_kind_and_place_of_an_error() -> None:
    text = incidents.report(_fail())
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    assert "_fail" in text


def test_that_a_report_holds_no_message_value_or_folder() -> None:
    text = incidents.report(_fail())
    assert NAME not in text
    assert str(Path(__file__).parent) not in text


def test_that_reports_are_offered_until_seen_and_stay_where_the_person_was_told(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    assert incidents.unseen(folder) == ()
    kept = incidents.keep(folder, _fail(), NOW)
    assert incidents.unseen(folder) == (kept,)
    seen = incidents.see(kept)
    assert incidents.unseen(folder) == ()
    assert seen.path
    assert seen.path.read_text(encoding="utf-8") == kept.report


def test_that_only_the_ten_latest_reports_are_kept(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    kept = [incidents.keep(folder, _fail(), NOW + timedelta(seconds=i)) for i in range(12)]
    assert incidents.unseen(folder) == tuple(kept[-10:])
    for incident in kept[-10:]:
        incidents.see(incident)
    late = incidents.see(incidents.keep(folder, _fail(), NOW + timedelta(seconds=20)))
    files = sorted(folder.incidents.glob("*.txt"))
    assert len(files) == 10
    assert late.path == files[-1]


def test_that_a_report_that_cannot_be_kept_is_there_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "incidents").write_text("in the way")
    incident = incidents.keep(DataFolder(tmp_path), _fail(), NOW)
    assert incident.path is None
    assert "builtins.KeyError" in incident.report
    assert incidents.see(incident) == incident


_CRASHES = """
import ctypes, sys
from datetime import datetime
from pathlib import Path
from app.paths import DataFolder
from app.services import incidents
with incidents.watching_for_crashes(DataFolder(Path(sys.argv[1])), datetime.now()):
    ctypes.string_at(0)
"""


def test_that_a_crash_is_offered_at_the_next_start_without_the_folders_of_the_account(tmp_path: Path) -> None:
    script = tmp_path / "account of Nomen Nescio" / "crash.py"
    script.parent.mkdir()
    script.write_text(_CRASHES, encoding="utf-8")
    folder = DataFolder(tmp_path / "data")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    ended = subprocess.run([sys.executable, script, folder.root], env=environment, check=False, capture_output=True)
    assert ended.returncode != 0
    with incidents.watching_for_crashes(folder, NOW):
        [crash] = incidents.unseen(folder)
    assert "crash.py:8" in crash.report
    assert "Nomen Nescio" not in crash.report
    with incidents.watching_for_crashes(folder, NOW + timedelta(days=1)):
        assert incidents.unseen(folder) == (crash,)


def test_that_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "incidents").write_text("in the way")
    with incidents.watching_for_crashes(DataFolder(tmp_path), NOW):
        assert incidents.unseen(DataFolder(tmp_path)) == ()
