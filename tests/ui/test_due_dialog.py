"""What is due over all companies, by keys and clicks (JOE-2a, KEU-8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.languages import LANGUAGES, Language
from app.mapping.company import Company
from app.mapping.model import Mapping, Measure, OptionType
from app.ui import theme as themes
from app.ui.shell import Window
from app.ui.theme import Theme
from app.ui.versions.due_dialog import CASES, DueDialog, show_due
from tests.ui.kinds import ShowWindow, Workshop
from tests.ui.test_labels_fit import cut


@pytest.fixture
def planned(workshop: Workshop) -> Mapping:
    """With a card that has ended, another that ends in three weeks, and a deadline in four months."""
    pair = Measure("m", "machinist-cam", OptionType.PAIR_WORK, "Pair work", "Foreman", date(2027, 3, 20))
    return replace(workshop(), measures=(pair,))


def shown(window: Window, qtbot: QtBot) -> DueDialog:
    show_due(window)
    [dialog] = window.findChildren(DueDialog)
    qtbot.waitUntil(lambda: not dialog._runner.busy)
    return dialog


def choose(dialog: DueDialog, view: str, qtbot: QtBot) -> None:
    dialog.tabs.choose(view)
    qtbot.waitUntil(lambda: not dialog._runner.busy)


def rows(dialog: DueDialog) -> list[tuple[str, ...]]:
    model = dialog.register.model()
    places = range(model.columnCount())
    return [tuple(model.index(row, place).data() for place in places) for row in range(model.rowCount())]


def test_that_what_is_late_comes_first_and_what_is_far_off_is_asked_for(
    show_window: ShowWindow, planned: Mapping, qtbot: QtBot
) -> None:
    dialog = shown(show_window(planned), qtbot)
    assert rows(dialog) == [
        ("30 Sep 2026", "54 days late", "Example Workshop Ltd", "Forklift permit ends: Machinist"),
        ("14 Dec 2026", "In 21 days", "Example Workshop Ltd", "Safety card ends: Welder"),
    ]
    choose(dialog, "365", qtbot)
    assert ("20 Mar 2027", "In 117 days", "Example Workshop Ltd", "Deadline: Pair work") in rows(dialog)


def test_that_enter_opens_the_company_where_it_is_seen_to(
    show_window: ShowWindow, planned: Mapping, qtbot: QtBot
) -> None:
    window = show_window(planned)
    dialog = shown(window, qtbot)
    qtbot.waitUntil(dialog.register.hasFocus)
    QTest.keyClick(dialog.register, Qt.Key.Key_Return)
    assert (window.mapping_key, window.here) == ("mapping", "cards")
    assert not dialog.isVisible()


def test_that_cases_say_how_far_they_are_and_whose_turn_it_is(
    show_window: ShowWindow, planned: Mapping, qtbot: QtBot
) -> None:
    dialog = shown(show_window(planned), qtbot)
    choose(dialog, CASES, qtbot)
    [(company, state, who, _acted)] = rows(dialog)
    assert (company, state, who) == ("Example Workshop Ltd", "Plan", "Company")
    assert not dialog.export.isVisible()


def test_that_the_list_is_taken_along_as_a_table(
    show_window: ShowWindow, planned: Mapping, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = shown(show_window(planned), qtbot)
    dialog.save(tmp_path / "due.csv")
    lines = (tmp_path / "due.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("on;days;kind;company")
    assert lines[1].startswith("2026-09-30;-54;card;Example Workshop Ltd")
    assert dialog.words.text() == "Saved as due.csv"
    dialog.save(tmp_path / "due.csv" / "due.csv")
    assert dialog.words.text().startswith("due.csv could not be saved: ")


def test_that_where_nothing_is_due_it_says_so_and_esc_leaves(
    show_window: ShowWindow, today: date, qtbot: QtBot
) -> None:
    dialog = shown(show_window(Mapping("mapping", Company("company", ""), started=today)), qtbot)
    assert rows(dialog) == []
    assert dialog.words.text() == "Nothing is due."
    assert not dialog.go.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_everything_is_named_and_nothing_is_cut(
    show_window: ShowWindow, planned: Mapping, qapp: QApplication, qtbot: QtBot, language: Language, zoom: float
) -> None:
    window = show_window(planned, language)
    themes.apply(qapp, Theme(zoom=zoom))
    window.dress(Theme(zoom=zoom))
    dialog = shown(window, qtbot)
    assert [*cut(dialog)] == []
    stops = [w for w in dialog.findChildren(QWidget) if w.focusPolicy().value and not w.focusProxy()]
    assert [w for w in stops if not w.objectName().startswith("qt_") and not w.accessibleName()] == []
