"""A survey on the screen, with the keys and clicks of whoever answers it, and a small survey that has every kind."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Translator
from app.languages import Language
from app.mapping.answers import Value
from app.mapping.interview import Interview, Place
from app.mapping.survey_routing import Routing
from app.services import interviews
from app.services.desk import Desk
from app.surveys.reading import load_survey
from app.ui.survey.block import Block
from app.ui.survey.choices import Choices
from app.ui.survey.entry import HeadPart
from app.ui.survey.place import SurveyPlace
from app.ui.survey.running import Running
from app.ui.survey.sheet import Sheet
from app.ui.theme import Theme

MAPPING = "mapping"
ROOM = (1302, 676)
"""What the window leaves to a place at 1366 × 768, with the rail folded."""


@cache
def every_kind() -> Routing:
    """A small survey with questions of every kind."""
    return load_survey(Path(__file__).parent, "every")


def begin(desk: Desk, survey: str) -> None:
    """Begin a survey; that with every kind is imported first, as surveys of organisations' own are."""
    if survey == "every":
        desk.library.put_survey(every_kind().survey, "every.xlsx")
    interviews.begin(desk, MAPPING, survey)


class Open:
    """The place on the screen, and what was said."""

    def __init__(self, theme: Theme, desk: Desk, qtbot: QtBot, language: Language = "en") -> None:
        self.desk, self.qtbot = desk, qtbot
        self.said, self.went = list[str](), list[str]()
        self.place = SurveyPlace(theme, Translator(language), desk, MAPPING, self.said.append, self.went.append)
        self.place.resize(*ROOM)
        qtbot.addWidget(self.place)
        with qtbot.waitExposed(self.place):
            self.place.show()
        self.place.activateWindow()
        qtbot.waitUntil(self.place.isActiveWindow)
        self.place.setFocus()

    @property
    def running(self) -> Running:
        assert self.place.running
        return self.place.running

    @property
    def sheet(self) -> Sheet:
        assert self.running.sheet
        return self.running.sheet

    @property
    def interview(self) -> Interview:
        found = interviews.running(self.desk, MAPPING)
        assert found
        return found

    def answer(self, question: str, *path: str) -> Value:
        """What is on the disk."""
        return self.interview.answers.get(Place(question, path), ())

    def block(self, question: str, *path: str) -> Block:
        return next(b for b in self.sheet.blocks if b.place == Place(question, path))

    def asked(self) -> list[str]:
        """Questions on the screen, from the top down."""
        return [block.place.question for block in self.sheet.blocks]

    def heads(self) -> list[HeadPart]:
        """The entries on the screen."""
        return [part for part in self.sheet.parts if isinstance(part, HeadPart)]

    def take_back(self, question: str, *path: str) -> None:
        """Take an answer away behind the back of the screen, as undoing does."""
        interviews.clear(self.desk, MAPPING, Place(question, path))

    def choices(self, question: str, *path: str) -> Choices:
        field = self.block(question, *path).field
        assert isinstance(field, Choices)
        return field

    def click(self, question: str, *values: str) -> None:
        for value in values:
            row = next(row for row in self.choices(question).rows if row.choice == value)
            QTest.mouseClick(row, Qt.MouseButton.LeftButton)

    def enter(self, question: str, *path: str) -> None:
        """Go to a question."""
        self.running.go_question(Place(question, path))

    @property
    def focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused
        return focused

    @property
    def here(self) -> str:
        """The question in hand."""
        part = self.sheet.part_of(self.focused)
        return part.place.question if isinstance(part, Block) else ""

    def press(self, *keys: str | Qt.Key) -> None:
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(self.focused, key)
            else:
                QTest.keyClick(QApplication.activePopupWidget() or self.focused, key)


OpenSurvey = Callable[..., Open]
