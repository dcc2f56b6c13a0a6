"""Nothing that is written in the window is cut: in every place and language, with text of either size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QThreadPool
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.languages import LANGUAGES, Language
from app.services import companies
from app.ui import theme as themes
from app.ui.rail_item import RailItem
from app.ui.results.heat_table import HeatTable
from app.ui.shell import Window
from app.ui.stops import PREVIEW
from app.ui.tables import Header
from app.ui.theme import Theme
from app.ui.tokens import NOTE
from app.ui.widgets import Elided
from tests.ui.kinds import ShowWindow, Workshop
from tests.ui.test_accessibility import PLACES


def cut(page: QWidget) -> Iterator[str]:
    """What has less room than its words need, each with its words and both sizes."""
    for widget in page.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, Header):
            yield from _cut_heads(widget)
        elif isinstance(widget, HeatTable):
            yield from _cut_roles(widget)
        elif _is_written(widget) and not (_has_room(widget) and _is_inside(widget)):
            words = getattr(widget, "text", widget.accessibleName)()
            yield f"{words!r} has {widget.size().toTuple()}, needs {widget.sizeHint().toTuple()}"


def _is_written(widget: QWidget) -> bool:
    """Whether a widget bears words. One line that is cut short is meant to be, while its tip has it whole."""
    if isinstance(widget, Elided):
        return widget.toolTip() != widget.text()
    if isinstance(widget, QLabel | QAbstractButton):
        return bool(widget.text())
    return type(widget).__name__ == "_Key"


def _has_room(widget: QWidget) -> bool:
    if isinstance(widget, RailItem):
        return widget.slim or widget.width() >= widget.needed() - 1  # which leaves some air; the rail has a hairline
    if widget.hasHeightForWidth():
        return widget.height() >= widget.heightForWidth(widget.width()) and _longest_word(widget) <= widget.width()
    needed = widget.sizeHint()
    return widget.width() >= needed.width() and widget.height() >= needed.height()


def _longest_word(widget: QWidget) -> int:
    """Width in pixels of the longest word of a label that wraps."""
    words = widget.text().split() if isinstance(widget, QLabel) else []
    return max((widget.fontMetrics().horizontalAdvance(word) for word in words), default=0)


def _is_inside(widget: QWidget) -> bool:
    """Whether what a widget stands in shows it whole, or is scrolled."""
    around = widget.parentWidget()
    assert around
    return around.objectName() == "qt_scrollarea_viewport" or around.rect().contains(widget.geometry())


def _cut_heads(header: Header) -> Iterator[str]:
    for section in range(header.count()):
        if header.sectionSize(section) and header.sectionSize(section) < header.needed(section):
            yield f"the head {header._words(section)!r} has {header.sectionSize(section)}"


def _cut_roles(table: HeatTable) -> Iterator[str]:
    """Heads of the heat map wrap: no word of theirs may be wider than its column."""
    for column, role in enumerate(table._heat.heat.roles):
        for word in role.name.split():
            if table._width(word, NOTE, "semibold") > table.columnWidth(column):
                yield f"the head {word!r} has {table.columnWidth(column)}"


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_nothing_written_is_cut(
    show_window: ShowWindow, workshop: Workshop, qtbot: QtBot, qapp: QApplication, language: Language, zoom: float
) -> None:
    window = show_window(workshop(), language)
    assert window.desk
    key = companies.begin_sample(window.desk, language)
    themes.apply(qapp, Theme(zoom=zoom))
    window.dress(Theme(zoom=zoom))
    found = []
    for place in PLACES:
        go(window, key, place, qtbot)
        assert window.size().toTuple() == (1366, 768)
        found += [f"{place}: {words}" for words in cut(window)]
    assert found == []


def go(window: Window, key: str, place: str, qtbot: QtBot) -> None:
    """Go to a place and wait until it stands; pages of the plan bear no words of the window, and come later."""
    window.open(key, place)
    if place != PREVIEW:
        QThreadPool.globalInstance().waitForDone()
    stood: list[QRect] = []
    while (stands := [widget.geometry() for widget in window.findChildren(QWidget)]) != stood:
        stood = stands
        qtbot.wait(1)
