"""What a person does with the window, whichever way, and what both ways have in common."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

KEY = Qt.Key
FAR = 200  # presses or turns of the wheel after which something is not to be found


class Hand(Protocol):
    """What a person does, whichever way."""

    def press(self, name: str) -> None:
        """Press a button."""

    def write(self, name: str, text: str) -> None:
        """Write in a field that is empty or holds what is to be written over."""

    def choose(self, name: str, words: str) -> None:
        """Choose from a list that drops down."""

    def add(self, tree: str, profile: str, competences: tuple[str, ...], button: str, /) -> None:
        """Open a profile in a tree and add some of its competences."""

    def answer(self, table: str, rows: tuple[tuple[int, ...], ...], buttons: tuple[str, ...], /) -> None:
        """Give levels in a table, from its first open cell; `buttons` name the levels where there are buttons."""

    def tick(self, ranking: str, count: int) -> None:
        """Agree on the first rows of a list."""

    def fill(self, table: str, row: int, texts: dict[int, str]) -> None:
        """Write in cells of a row, by column."""

    def save(self, button: str, path: Path) -> None:
        """Press a button that asks for a file, and name one."""

    def step(self, code: str) -> None:
        """Go to a step of the visit by the rail."""

    def mark(self, name: str) -> None:
        """Choose one of several ways that exclude each other."""

    # In a survey, where the next question is the first one of these words that follows, or the last there is.

    def look_back(self, question: str) -> None:
        """Go back to a question that stands before the one in hand."""

    def answer_by_text(self, question: str, text: str) -> None:
        """Write an answer."""

    def answer_by_choice(self, question: str, choices: tuple[tuple[str, str], ...]) -> None:
        """Choose answers, each told by its words and its key."""

    def answer_by_search(self, question: str, text: str) -> None:
        """Write some of an answer, and take the first that is found."""

    def answer_by_button(self, button: str) -> None:
        """Press a button among the questions."""


def type_into(into: QWidget, text: str) -> None:
    """Every character as a key; QTest itself knows those of ASCII only."""
    for character in text:
        if character.isascii():
            QTest.keyClicks(into, character)
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            none = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(into, QKeyEvent(kind, ord(character.upper()), none, character))


def give_back() -> None:
    """Let the window be active again when what popped up over it has gone; the offscreen platform leaves that out."""
    focused, active = QApplication.focusWidget(), QApplication.activeWindow()
    if focused and active and not active.isVisible():
        focused.window().activateWindow()
        QApplication.processEvents()


def in_dialog(act: Callable[[QFileDialog], None]) -> None:
    """Do something in the dialog that the next press opens; whatever happens, it does not stay open."""
    waiting = QTimer(QApplication.instance())

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog) and dialog.isActiveWindow():
            waiting.stop()
            waiting.deleteLater()
            try:
                act(dialog)
            finally:
                dialog.close()

    waiting.timeout.connect(answer)
    waiting.start(0)


def asks(widget: QWidget, question: str) -> bool:
    """Whether a widget takes the answer to a question: it has its name, or is one of its choices."""
    return widget.accessibleName() == question or widget.accessibleDescription().startswith(question)
