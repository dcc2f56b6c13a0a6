"""Tab goes as one reads, leaves nothing out, and everything it stops at says what it is and what it is called."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QThreadPool
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services import companies
from app.ui import theme as themes
from app.ui.shell import Window
from app.ui.stops import PREVIEW
from app.ui.theme import Theme
from tests.ui.kinds import ShowWindow, Workshop
from tests.ui.test_accessibility import PLACES, heard, reachable

Stops = list[tuple[QWidget, QRect, QRect]]
ROLELESS = (QAccessible.Role.NoRole, QAccessible.Role.Client)
NEAR = 8
"""Pixels by which edges may be apart in what is read as one line."""


@pytest.fixture
def planned(show_window: ShowWindow, workshop: Workshop, qtbot: QtBot, qapp: QApplication) -> Window:
    """The window over the sample company, which has something to show in every place."""
    window = show_window(workshop(), "fi")
    assert window.desk
    window.open(companies.begin_sample(window.desk, "fi"))
    return window


def visit(window: Window, place: str, zoom: float, qtbot: QtBot) -> None:
    """Go to a place in a text size, and wait until it stands."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    themes.apply(app, Theme(zoom=zoom))
    window.dress(Theme(zoom=zoom))
    window.open(window.mapping_key, place)
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(1)  # what stood there before is gone


def tabbed(window: Window) -> Stops:
    """What Tab stops at, from the first thing to the last: each with its place and that of the one before it."""
    first = next(w for w in reachable(window) if w.accessibleName().startswith("Kartturi"))
    first.setFocus()
    stops, here = [(first, QRect(), box(first))], first
    while len(stops) < 300:
        QTest.keyClick(here, Qt.Key.Key_Tab)
        there = QApplication.focusWidget()
        assert there
        if there is first:
            return stops
        QApplication.processEvents()  # what scrolls has scrolled
        stops.append((there, box(here), box(there)))
        here = there
    raise AssertionError("Tab does not come round")


def box(widget: QWidget) -> QRect:
    """Where a widget stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def follows(before: QRect, after: QRect) -> bool:
    """Whether one reads on: to the right, where a column may begin at its top, or down."""
    return after.left() >= before.right() - NEAR or after.top() >= before.bottom() - NEAR


@pytest.mark.parametrize(("place", "zoom"), [*((p, 1.0) for p in PLACES), *((p, 2.0) for p in PLACES if p != PREVIEW)])
def test_that_tab_goes_as_one_reads_and_leaves_nothing_out(
    planned: Window, qtbot: QtBot, place: str, zoom: float
) -> None:
    visit(planned, place, zoom, qtbot)
    stops = tabbed(planned)
    assert [(b.accessibleName(), before, after) for b, before, after in stops[1:] if not follows(before, after)] == []
    reached = {id(widget) for widget, *_boxes in stops}
    meant = [w for w in reachable(planned) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert [w.accessibleName() for w in meant if w.isEnabled() and id(w) not in reached] == []


@pytest.mark.parametrize("place", PLACES)
def test_that_everything_one_can_go_to_says_what_it_is(planned: Window, qtbot: QtBot, place: str) -> None:
    visit(planned, place, 1.0, qtbot)
    found = reachable(planned)
    roles = [(w, QAccessible.queryAccessibleInterface(w).role()) for w in found]
    # Qt knows no role for an area that is only read and scrolled; it has its name, and its pages have theirs.
    assert [w for w, role in roles if role in ROLELESS and not w.property("reads")] == []
    assert [w for w in found if not w.accessibleName().strip() or not heard(w).strip()] == []
