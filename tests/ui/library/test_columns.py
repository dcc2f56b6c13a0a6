"""A plain table of competences: which column holds what is guessed, can be changed, and is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.ui.library.columns import ColumnsDialog
from tests.ui.library.opening import Open, Opened, dialog


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """A table whose columns have names that nobody can guess."""
    path = tmp_path / "ours.csv"
    path.write_text("Aa;Bb;Cc\n1;Welds pipes;Piping\n2;Bends pipes;Piping\n", encoding="utf-8")
    return path


def choosing(window: Open) -> ColumnsDialog:
    window.place.importing.columns.click()
    found = dialog(ColumnsDialog)
    assert isinstance(found, ColumnsDialog)
    return found


def choose(columns: ColumnsDialog, place: int, meaning: str) -> None:
    box = columns.choices[place]
    box.setCurrentIndex(box.findData(meaning))


def test_that_a_table_nobody_can_guess_is_read_once_its_columns_are_told_and_then_by_itself(
    opened: Opened, strange: Path, tmp_path: Path
) -> None:
    window = opened()
    window.read(strange)
    columns = choosing(window)
    assert not columns.take.isEnabled()
    choose(columns, 0, "code")
    choose(columns, 1, "name_en")
    assert columns.shown.toPlainText().splitlines() == ["1, Welds pipes", "2, Bends pipes"]
    columns.take.click()
    window.qtbot.waitUntil(window.place.importing.choose.isEnabled)
    [summary] = window.desk.library.frameworks()
    assert [each.name.en for each in window.desk.library.framework(summary.key).competences] == [
        "Welds pipes",
        "Bends pipes",
    ]
    again = tmp_path / "again.csv"
    again.write_text("Aa;Bb;Cc\n9;Cuts pipes;Piping\n", encoding="utf-8")
    window.read(again)
    assert "table:again" in [each.key for each in window.desk.library.frameworks()]


def test_that_two_columns_of_one_meaning_are_refused_while_they_stand(opened: Opened, strange: Path) -> None:
    window = opened()
    window.read(strange)
    columns = choosing(window)
    choose(columns, 1, "name_en")
    choose(columns, 2, "name_en")
    assert not columns.take.isEnabled()
    assert "does not fit ours.csv" in columns.shown.toPlainText()
    choose(columns, 2, "group_en")
    assert columns.take.isEnabled()
    columns.reject()
    assert window.desk.library.frameworks() == ()


def test_that_nothing_is_asked_of_other_files(opened: Opened, tmp_path: Path) -> None:
    window = opened()
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    window.read(broken)
    assert not window.place.importing.columns.isVisible()
