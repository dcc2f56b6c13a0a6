"""Every question fits: at 100 and 200 %, in every language, no word is cut and nothing is scrolled sideways."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.languages import LANGUAGES, Language
from app.mapping.interview import Place
from app.services import interviews
from app.ui import theme as themes
from app.ui.survey.entry import Fold
from app.ui.theme import Theme
from tests.ui.kinds import OpenDesk, Workshop
from tests.ui.survey.kit import MAPPING, Open, begin

ONE = 1
"""Pixels by which a size may be rounded."""


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def sized(request: pytest.FixtureRequest, qapp: QApplication, theme: Theme) -> Theme:
    """The theme in both sizes, in force."""
    if request.param == theme.zoom:
        return theme
    large = theme._replace(zoom=request.param)
    themes.apply(qapp, large)
    return large


def misfits(root: QWidget) -> list[str]:
    """What has less room than it needs, in words."""
    shown = [w for w in root.findChildren(QWidget) if w.isVisible()]
    return [f"{type(w).__name__} {_words(w)!r} {w.size()}" for w in shown if not _fits(w)]


def _fits(widget: QWidget) -> bool:
    if isinstance(widget, Fold) or (isinstance(widget, QLabel) and widget.wordWrap()) or widget.hasHeightForWidth():
        high = widget.height() + ONE >= widget.heightForWidth(widget.width())
        return high and widget.width() + ONE >= _longest_word(widget)
    if isinstance(widget, QAbstractButton | QLabel):
        return widget.width() + ONE >= widget.sizeHint().width()
    return not isinstance(widget, QLineEdit) or widget.height() + ONE >= widget.sizeHint().height()


def _longest_word(widget: QWidget) -> int:
    words = _words(widget).split()
    return max((widget.fontMetrics().horizontalAdvance(word) for word in words), default=0)


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def check_sections(opened: Open) -> None:
    for row in [*opened.running.contents.items]:
        opened.running.show_section(row)
        for _ in range(3):
            QApplication.processEvents()
        assert misfits(opened.place) == [], row
        assert opened.running.view.horizontalScrollBar().maximum() == 0, row


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_kind_of_question_fits(
    sized: Theme, open_desk: OpenDesk, workshop: Workshop, qtbot: QtBot, language: Language
) -> None:
    desk = open_desk(workshop())
    begin(desk, "every")
    for question, value in {"A2": ("saw", "lathe"), "A3": ("2",), "A4": ("yes",), "A5": ("3",)}.items():
        interviews.answer(desk, MAPPING, Place(question), value)
    _interview, entry = interviews.add_entry(desk, MAPPING, Place("C1"))
    interviews.answer(desk, MAPPING, Place("C1a", (entry,)), ("Sawing of long timber in the yard behind the hall",))
    check_sections(Open(sized, desk, qtbot, language))


@pytest.mark.parametrize("sized", [2.0], indirect=True, ids=["200 %"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("survey", ["quick", "self", "visit"])
def test_that_the_shipped_surveys_fit(
    sized: Theme, open_desk: OpenDesk, workshop: Workshop, qtbot: QtBot, survey: str, language: Language
) -> None:
    desk = open_desk(workshop())
    begin(desk, survey)
    check_sections(Open(sized, desk, qtbot, language))


@pytest.mark.parametrize("sized", [2.0], indirect=True, ids=["200 %"])
def test_that_plain_finnish_fits(sized: Theme, open_desk: OpenDesk, workshop: Workshop, qtbot: QtBot) -> None:
    desk = open_desk(workshop())
    begin(desk, "visit")
    opened = Open(sized, desk, qtbot, "fi")
    opened.place.speak_plainly(plain=True)
    check_sections(opened)


def test_that_the_surveys_there_are_fit(sized: Theme, open_desk: OpenDesk, workshop: Workshop, qtbot: QtBot) -> None:
    opened = Open(sized, open_desk(workshop()), qtbot, "fi")
    QApplication.processEvents()
    assert opened.place.running is None
    assert misfits(opened.place) == []
