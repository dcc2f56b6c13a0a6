"""The library: what there is, how old it is, and files read off the window's thread."""

from __future__ import annotations

from pathlib import Path
from threading import get_ident
from time import sleep
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.paths import resource
from app.services import libraries
from app.services.desk import Desk
from app.services.libraries import ImportReport
from app.surveys.xlsform.reading import read_form
from tests.surveys.forms import SETTINGS, form, text
from tests.ui.library.opening import Open, Opened


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.json"
    path.write_text('{"half": ', encoding="utf-8")
    return path


def test_that_shipped_profiles_are_listed_with_kind_version_and_day_of_checking(opened: Opened) -> None:
    rows = {row[0]: row for row in opened().rows()}
    pack = next(p for p in libraries.packs() if p.kind == "sector_profile")
    assert pack.checked
    row = rows[pack.name.en]
    assert (row[1], row[2]) == ("sector profile", pack.version)
    assert row[3] == f"{len(pack.competences)} competences"
    assert row[5] == Translator("en").day(pack.checked)


def test_that_a_file_is_read_off_the_windows_thread(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    threads: list[int] = []

    def noted(_desk: Desk, paths: Any, *_told: object) -> tuple[ImportReport, ...]:
        threads.append(get_ident())
        return tuple(ImportReport(path.name) for path in paths)

    monkeypatch.setattr(libraries, "import_files", noted)
    opened().read(tmp_path / "any.json")
    assert len(threads) == 1
    assert threads != [get_ident()]


def test_that_a_broken_file_is_a_sentence_and_stops_no_other(opened: Opened, broken: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.json"
    window = opened()
    window.read(broken, missing)
    first, second = window.place.report.toPlainText().splitlines()
    assert first.startswith("broken.json")
    assert second.startswith("missing.json")
    assert window.place.report.isVisible()
    assert window.said[-1] == "0 files read"


def test_that_a_catalogue_of_offers_is_counted_and_its_bad_rows_are_named(opened: Opened) -> None:
    window = opened()
    assert window.tab("offers") == "Offers 0"
    window.read(resource("offers", "examples.csv"))
    assert window.place.report.toPlainText().startswith("examples.csv: ")
    assert window.tab("offers") == f"Offers {len(libraries.example_offers())}"
    assert window.said[-1] == "1 file read"


def test_that_a_qualification_joins_the_list(opened: Opened, real_data: Path) -> None:
    window = opened()
    before = window.rows()
    window.read(real_data / "eperusteet" / "ajoneuvoala-OPH-5410-2021-new-shape.json")
    [added] = [row for row in window.rows() if row not in before]
    assert added[1] == "qualification"
    assert added[2]
    assert "unit" in added[3]


def test_that_progress_shows_while_files_are_read_and_can_be_cancelled(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    def endless(_desk: Desk, paths: Any, progress: Any, cancelled: Any) -> tuple[ImportReport, ...]:
        progress(paths[0].name, 0, len(paths))
        while not cancelled():
            sleep(0.001)
        return (ImportReport(paths[0].name),)

    monkeypatch.setattr(libraries, "import_files", endless)
    window = opened()
    window.place.read([tmp_path / "one.json", tmp_path / "two.json"])
    qtbot.waitUntil(lambda: window.said == ["Reading one.json (1 of 2)"])
    assert window.place.importing.progress.isVisible()
    assert not window.place.importing.choose.isEnabled()
    QTest.mouseClick(window.place.importing.progress.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.place.importing.choose.isEnabled)
    assert not window.place.importing.progress.isVisible()
    assert window.said[-1] == "1 file read"


def test_that_an_unexpected_failure_is_ours_and_is_not_swallowed(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, broken: Path, qtbot: QtBot
) -> None:
    def fails(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(libraries, "import_files", fails)
    window = opened()
    with qtbot.captureExceptions() as raised:
        window.read(broken)
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]


def test_that_files_are_chosen_with_the_systems_own_dialog(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, broken: Path, qtbot: QtBot
) -> None:
    def chosen(*_given: object) -> tuple[list[str], str]:
        return [str(broken)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", chosen)
    window = opened()
    QTest.keyClick(window.place.importing.choose, Qt.Key.Key_Space)
    qtbot.waitUntil(window.place.report.isVisible)
    assert window.said[-1] == "0 files read"


def test_that_the_way_back_is_there_only_for_those_who_came_from_a_company(opened: Opened) -> None:
    def back(window: Open) -> list[QWidget]:
        return [w for w in window.place.findChildren(QWidget) if w.accessibleName() == "Back to the company"]

    assert back(opened()) == []
    window = opened("mapping")
    [button] = back(window)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.went == ["needs"]


@pytest.fixture
def own_form(tmp_path: Path) -> Path:
    path = tmp_path / "own.xlsx"
    path.write_bytes(form(text("first"), text("second")))
    return path


def test_that_an_imported_survey_is_listed_with_its_version_questions_and_file(
    opened: Opened, own_form: Path, tmp_path: Path
) -> None:
    window = opened()
    surveys = window.place.surveys
    assert window.tab("surveys") == "Surveys 0"
    window.read(own_form)
    assert window.tab("surveys").startswith("Surveys 1, last imported ")
    model = surveys.register.model()
    name, version, contents, source, _day = (model.index(0, c).data() for c in range(model.columnCount()))
    assert (name, version, contents, source) == ("Oma kysely", "1", "2 questions", "own.xlsx")
    surveys.export_to(tmp_path / "out.xlsx")
    assert window.said[-1] == "The form is in out.xlsx"
    again = read_form((tmp_path / "out.xlsx").read_bytes(), "out.xlsx").survey
    assert again
    assert [question.id for question in again.questions] == ["first", "second"]


def test_that_a_survey_is_removed_one_version_at_a_time(opened: Opened, own_form: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.xlsx"
    second.write_bytes(form(text("third"), settings={**SETTINGS, "version": "2"}))
    window = opened()
    window.read(own_form, second)
    surveys = window.place.surveys
    versions = [surveys.register.model().index(row, 1).data() for row in range(2)]
    surveys.register.selectRow(versions.index("1"))
    QTest.keyClick(surveys.remove, Qt.Key.Key_Space)
    assert [s.version for s in window.desk.library.surveys()] == ["2"]
    assert window.said[-1].startswith("The survey is removed.")
    QTest.keyClick(surveys.remove, Qt.Key.Key_Space)
    assert window.tab("surveys") == "Surveys 0"


def test_that_all_faults_of_a_refused_form_are_shown_with_sheet_and_row(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "wrong.xlsx"
    path.write_bytes(form(text("first", relevant="${none} = 1"), text("second", relevant="${nobody} = 1")))
    window = opened()
    window.read(path)
    first, second = window.place.report.toPlainText().splitlines()
    assert first.startswith("wrong.xlsx, sheet survey, row 2: ")
    assert second.startswith("  sheet survey, row 3: ")
    assert window.place.surveys.count == 0
