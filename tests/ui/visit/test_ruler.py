"""The clock of a visit: it tells what is left, and stands in nobody's way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.mapping.visit import Outcome, Visit
from app.ui.theme import Theme
from app.ui.visit.ruler import TICK_MS, Ruler
from tests.ui.kinds import ShowWindow, Workshop

BEGAN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Watch:
    """A ruler and the time of day, which only moves when it is told."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.now = BEGAN
        self.ground = QWidget()
        self.ruler = Ruler(theme, Translator("en"), lambda: self.now)
        self.ruler.setParent(self.ground)
        qtbot.addWidget(self.ground)
        self.ground.show()

    def after(self, minutes: int) -> str:
        self.now = BEGAN + timedelta(minutes=minutes)
        self.ruler.tick()
        return str(self.ruler.left.text())


@pytest.fixture
def watch(theme: Theme, qtbot: QtBot) -> Watch:
    made = Watch(theme, qtbot)
    made.ruler.show_visit(Visit(began=BEGAN), "V5")
    return made


def test_that_it_tells_what_is_left(watch: Watch) -> None:
    assert [watch.after(minutes) for minutes in (0, 32, 89, 90, 120)] == [
        "90 min left",
        "58 min left",
        "1 min left",
        "Time is up",
        "Time is up",
    ]


def test_that_the_plan_and_where_one_is_are_heard_in_one_text(watch: Watch) -> None:
    watch.after(32)
    heard = watch.ruler.scale.accessibleName()
    assert heard == (
        "Clock of the visit: 32 min gone, 58 min left. The plan is now at V4 Needs by role. "
        "You are at V5 Present levels."
    )


def test_that_outside_the_company_nobody_is_said_to_be_at_a_step_of_it(watch: Watch) -> None:
    watch.ruler.show_visit(Visit(began=BEGAN), "A1")
    assert "You are at" not in watch.ruler.scale.accessibleName()


def test_that_it_goes_on_by_itself_every_fifteen_seconds(watch: Watch) -> None:
    assert watch.ruler._timer.isActive()
    assert watch.ruler._timer.interval() == TICK_MS == 15_000


@pytest.mark.parametrize(
    "visit",
    [
        Visit(),
        Visit(began=BEGAN, closed=BEGAN.date(), outcome=Outcome.NEXT_STEP),
        Visit(began=BEGAN - timedelta(hours=4)),
        Visit(began=BEGAN + timedelta(days=1)),
    ],
    ids=["not begun", "closed", "four hours ago", "begun tomorrow"],
)
def test_that_it_is_not_there_while_no_visit_runs(watch: Watch, visit: Visit) -> None:
    watch.ruler.show_visit(visit, "V1")
    assert not watch.ruler.isVisible()
    assert not watch.ruler._timer.isActive()


def test_that_it_goes_away_four_hours_after_the_beginning(watch: Watch) -> None:
    watch.after(239)
    assert watch.ruler.isVisible()
    watch.after(240)
    assert not watch.ruler.isVisible()


def test_that_it_takes_no_focus_and_a_tick_leaves_it_where_it_is(show_window: ShowWindow, workshop: Workshop) -> None:
    window = show_window(replace(workshop(), visit=Visit(began=datetime.now(UTC) - timedelta(minutes=10))))
    window.open("mapping", "matrix")
    ruler = window._frame.ruler
    assert ruler.isVisible()
    assert [w for w in ruler.findChildren(QWidget) if w.focusPolicy() is not Qt.FocusPolicy.NoFocus] == []
    before = QApplication.focusWidget()
    ruler.tick()
    assert QApplication.focusWidget() is before is not None


def test_that_it_is_not_made_before_a_visit_begins_and_leaves_with_the_company(
    show_window: ShowWindow, workshop: Workshop
) -> None:
    window = show_window(replace(workshop(), visit=Visit(began=datetime.now(UTC))))
    assert "ruler" not in window._frame.__dict__
    window.open("mapping", "company")
    assert window._frame.ruler.isVisible()
    window.go("home")
    assert not window._frame.ruler.isVisible()
