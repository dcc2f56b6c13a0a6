"""The window by keys alone. Things are found by the names a screen reader says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QRadioButton, QTableView, QTreeView, QWidget

from app.ui.rail_item import StepItem
from tests.e2e.hands import FAR, KEY, asks, give_back, in_dialog, type_into


class Keys:
    """A keyboard. A key goes where the system would send it: to what popped up last, else to where the focus is."""

    def key(self, key: KEY, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._target(), key, modifier)
        if key is not KEY.Key_Tab:
            QApplication.processEvents()  # nobody is faster than the window
            give_back()

    def type(self, text: str) -> None:
        type_into(self._target(), text)

    def _target(self) -> QWidget:
        target = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert target, "the focus is nowhere"
        return target

    def go(self, name: str) -> QWidget:
        """Tab until something of this name has the focus."""
        passed: list[str] = []
        while (here := self._target()).accessibleName() != name:
            passed.append(here.accessibleName())
            assert len(passed) < FAR, f"Tab does not reach {name!r}, but {sorted(set(passed))}"
            self.key(KEY.Key_Tab)
        return here

    def press(self, name: str) -> None:
        self.go(name)
        self.key(KEY.Key_Space)

    def write(self, name: str, text: str) -> None:
        """Tab selects what stands in a field of one line, so it is written over."""
        self.go(name)
        self.type(text)

    def choose(self, name: str, words: str) -> None:
        box = self.go(name)
        assert isinstance(box, QComboBox)
        self._down(lambda: box.currentText() == words)

    def _move(self, key: KEY, there: Callable[[], bool]) -> None:
        for _press in range(FAR):
            if there():
                return
            self.key(key)
        raise AssertionError(f"{key.name} does not get there")

    def _down(self, there: Callable[[], bool]) -> None:
        self._move(KEY.Key_Down, there)

    def add(self, tree: str, profile: str, competences: tuple[str, ...], _button: str) -> None:
        view = self.go(tree)
        assert isinstance(view, QTreeView)
        self.key(KEY.Key_Home)
        self._down(lambda: view.currentIndex().data() == profile)
        self.key(KEY.Key_Right)
        for name in competences:
            self._down(lambda name=name: view.currentIndex().data() == name)  # type: ignore[misc]
            self.key(KEY.Key_Return)

    def answer(self, table: str, rows: tuple[tuple[int, ...], ...], _buttons: tuple[str, ...]) -> None:
        self.go(table)
        for levels in rows:
            for level in levels:
                self.type(str(level))
                self.key(KEY.Key_Right)
            for _back in levels:
                self.key(KEY.Key_Left)
            self.key(KEY.Key_Down)

    def tick(self, ranking: str, count: int) -> None:
        self.go(ranking)
        for _row in range(count):
            self.key(KEY.Key_Space)
            self.key(KEY.Key_Down)

    def fill(self, table: str, row: int, texts: dict[int, str]) -> None:
        view = self.go(table)
        assert isinstance(view, QTableView)
        for column, text in texts.items():
            self._down(lambda: view.currentIndex().row() == row)
            self._move(KEY.Key_Right, lambda column=column: view.currentIndex().column() == column)  # type: ignore[misc]
            self.key(KEY.Key_Return)
            self.type(text)
            self.key(KEY.Key_Return)

    def save(self, button: str, path: Path) -> None:
        def answer(_dialog: QFileDialog) -> None:
            self.type(str(path))
            self.key(KEY.Key_Return)

        in_dialog(answer)
        self.press(button)

    def step(self, code: str) -> None:
        for _press in range(FAR):
            if isinstance(self._target(), StepItem):
                break
            self.key(KEY.Key_Tab)
        self.key(KEY.Key_Home)
        self._down(lambda: self._target().accessibleName().startswith(f"{code} "))
        self.key(KEY.Key_Return)

    def mark(self, name: str) -> None:
        for _press in range(FAR):
            here = self._target()
            if isinstance(here, QRadioButton) and name in [way.accessibleName() for way in here.group().buttons()]:
                break
            self.key(KEY.Key_Tab)
        self._down(lambda: self._target().accessibleName() == name)
        self.key(KEY.Key_Space)

    def _meet(self, question: str) -> None:
        """Enter leads from question to question."""
        passed: list[str] = []
        while not asks(here := self._target(), question):
            passed.append(here.accessibleName())
            assert len(passed) < FAR, f"Enter does not lead to {question!r}, but {sorted(set(passed))}"
            self.key(KEY.Key_Return)

    def look_back(self, question: str) -> None:
        self._move(KEY.Key_Backspace, lambda: asks(self._target(), question))

    def answer_by_text(self, question: str, text: str) -> None:
        """What stands there is written over."""
        self._meet(question)
        self.key(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)

    def answer_by_choice(self, question: str, choices: tuple[tuple[str, str], ...]) -> None:
        self._meet(question)
        for _words, key in choices:
            self.type(key)

    def answer_by_search(self, question: str, text: str) -> None:
        self._meet(question)
        self.type(text)
        self.key(KEY.Key_Return)

    def answer_by_button(self, button: str) -> None:
        self._meet(button)
        self.key(KEY.Key_Space)
