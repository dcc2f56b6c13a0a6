"""Any sequence of what one can do in the window leads to what the same answers, given directly, lead to."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from app.languages import LANGUAGES
from app.mapping.answers import Value
from app.mapping.interview import Interview, Place, standing
from app.mapping.model import Mode
from app.services import companies, interviews
from app.ui import stops
from app.ui.shell import Window
from app.ui.survey.choices import Choices
from app.ui.survey.items import places_in
from app.ui.survey.place import SurveyPlace
from app.ui.survey.running import Running
from app.ui.theme import Theme
from tests.services.interviewing import opened

SECTION: Final = "D"
CHOICES: Final = {"D3": ("yes", "no"), "D5": ("yes", "no"), "D6": ("little", "some")}
"""D3 hides D5, and D6 hides D6a."""
TEXTS: Final = ("D6a", "D7")
Act = tuple[str, str]
ACTS: Final = st.one_of(
    st.sampled_from([(question, value) for question, values in CHOICES.items() for value in values]),
    st.tuples(st.sampled_from(TEXTS), st.sampled_from(["Palkka", "Kone seisoi"])),
    st.tuples(st.just("clear"), st.sampled_from([*CHOICES, *TEXTS])),
    st.sampled_from([("undo", ""), ("undo", ""), ("redo", ""), ("away", ""), ("reopen", "")]),
    st.tuples(st.just("speak"), st.sampled_from(LANGUAGES)),
)


class Answering:
    """A window over a folder, and what its answers must be: every state so far, and which of them is in force."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        desk = opened(folder)
        self._key = companies.begin(desk, "Konepaja", Mode.VISIT, "fi")
        self._states: list[dict[Place, Value]] = [dict(interviews.begin(desk, self._key, "visit").answers)]
        self._at = 0
        self.window = Window(Theme(), "fi", lambda: desk)
        self.window.show()
        while self.window.desk is None:  # it is opened after the first paint
            QApplication.processEvents()
        self._come()

    def _come(self) -> None:
        self.window.open(self._key, f"{stops.SURVEY}#{SECTION}")

    @property
    def _running(self) -> Running:
        assert isinstance(self.window.place, SurveyPlace)
        assert self.window.place.running
        return self.window.place.running

    def do(self, what: str, how: str) -> None:
        match what:
            case "undo" if self._at:
                self.window.undo()
                self._at -= 1
            case "redo" if self._at < len(self._states) - 1:
                self.window.redo()
                self._at += 1
            case "away":
                self.window.go(stops.NEEDS)
                self.window.go(stops.SURVEY)
            case "reopen":
                self.window.reopen(lambda: opened(self._folder))
                self._come()
            case "speak":
                self.window.speak(next(language for language in LANGUAGES if language == how))
            case "clear":
                self._answer(how, "")
            case "undo" | "redo":
                pass  # there is nothing to take back, or to do again
            case _:
                self._answer(what, how)

    def _answer(self, question: str, answer: str) -> None:
        """Answer a question that is on the screen, or take its answer away."""
        blocks = self._running.sheet.blocks if self._running.sheet else []
        block = next((block for block in blocks if block.place == Place(question)), None)
        if block is None:
            return
        if isinstance(block.field, Choices):
            self._choose(block.field, answer)
        elif block.field:
            edit = block.field.focusProxy()
            assert isinstance(edit, QLineEdit | QPlainTextEdit)
            edit.selectAll()
            edit.setFocus()
            QTest.keyClick(edit, Qt.Key.Key_Delete)
            QTest.keyClicks(edit, answer)
            self.window.flush()
        now = {place: value for place, value in self._states[self._at].items() if place != Place(question)}
        if answer:
            now[Place(question)] = (answer,)
        if now != self._states[self._at]:
            self._states = [*self._states[: self._at + 1], now]
            self._at += 1

    def _choose(self, field: Choices, answer: str) -> None:
        row = next((row for row in field.rows if row.choice == answer), field.rows[0])
        if answer:
            QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(row, Qt.Key.Key_Delete)

    def check(self) -> None:
        """What is stored, asked and shown is what follows from the answers alone."""
        assert self.window.desk
        stored = interviews.running(self.window.desk, self._key)
        assert stored
        directly = standing(Interview(stored.routing, self._states[self._at]))
        assert stored.answers == directly.interview.answers
        assert standing(stored).counted == directly.counted
        sheet = self._running.sheet
        assert sheet
        asked = places_in(directly, sheet.section)
        assert tuple(block.place for block in sheet.blocks) == asked
        shown = {block.place: block.value() for block in sheet.blocks if block.value()}
        assert shown == {place: value for place, value in directly.counted.items() if place in asked}

    def end(self) -> None:
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()
        assert self.window.close()
        self.window.deleteLater()


@pytest.mark.usefixtures("qapp")
@settings(max_examples=5)
@given(acts=st.lists(ACTS, min_size=8, max_size=20))
def test_that_any_way_to_the_same_answers_shows_the_same(acts: list[Act]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        answering = Answering(Path(folder))
        try:
            for act in acts:
                answering.do(*act)
                answering.check()
        finally:
            answering.end()
