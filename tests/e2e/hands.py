"""Two ways to work the window: by keys alone and by mouse alone. Both find things by the names a screen reader says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QListView,
    QRadioButton,
    QTableView,
    QTreeView,
    QWidget,
)

from app.ui.rail_item import StepItem

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

    def look_back(self, question: str) -> None:
        """Go back to a question of a survey that stands before the one in hand."""

    # In a survey, where the next question is the first one of these words that follows, or the last there is.

    def answer_by_text(self, question: str, text: str) -> None:
        """Write an answer."""

    def answer_by_choice(self, question: str, choices: tuple[tuple[str, str], ...]) -> None:
        """Choose answers, each told by its words and its key."""

    def answer_by_search(self, question: str, text: str) -> None:
        """Write some of an answer, and take the first that is found."""

    def answer_by_button(self, button: str) -> None:
        """Press a button among the questions."""


def _type(into: QWidget, text: str) -> None:
    """Every character as a key; QTest itself knows those of ASCII only."""
    for character in text:
        if character.isascii():
            QTest.keyClicks(into, character)
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            none = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(into, QKeyEvent(kind, ord(character.upper()), none, character))


def _give_back() -> None:
    """Let the window be active again when what popped up over it has gone; the offscreen platform leaves that out."""
    focused, active = QApplication.focusWidget(), QApplication.activeWindow()
    if focused and active and not active.isVisible():
        focused.window().activateWindow()
        QApplication.processEvents()


def _in_dialog(act: Callable[[QFileDialog], None]) -> None:
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


class Keys:
    """A keyboard. A key goes where the system would send it: to what popped up last, else to where the focus is."""

    def key(self, key: KEY, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._target(), key, modifier)
        if key is not KEY.Key_Tab:
            QApplication.processEvents()  # nobody is faster than the window
            _give_back()

    def type(self, text: str) -> None:
        _type(self._target(), text)

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

        _in_dialog(answer)
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
        self._meet(question)
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


def asks(widget: QWidget, question: str) -> bool:
    """Whether a widget takes the answer to a question: it has its name, or is one of its choices."""
    return widget.accessibleName() == question or widget.accessibleDescription().startswith(question)


class Mouse:
    """A mouse with a wheel. It presses what lies under it, so nothing hidden or covered can be pressed."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """The one thing in sight, or within reach of the wheel, that has this name."""
        QApplication.processEvents()  # nobody is faster than the window
        found = [w for w in self._window.findChildren(kind) if w.accessibleName() == name and w.isVisible()]
        assert len(found) == 1, f"{name!r} is there {len(found)} times"
        return found[0]

    def click(self, on: QWidget, where: QRect | None = None, *, twice: bool = False) -> None:
        """Click on the middle of something, or of a part of it."""
        part = where or on.rect()
        _bring_into_sight(on, part)
        top = on.window()
        press = QTest.mouseDClick if twice else QTest.mouseClick
        none = Qt.KeyboardModifier.NoModifier
        press(top.windowHandle(), Qt.MouseButton.LeftButton, none, on.mapTo(top, part.center()))
        QApplication.processEvents()
        _give_back()

    def press(self, name: str) -> None:
        self.click(self.find(name))

    def write(self, name: str, text: str) -> None:
        """The second click takes the word that stands there, so it is written over."""
        field = self.find(name)
        if not field.hasFocus():
            self.click(field, twice=True)
        self._type(text)

    def _type(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused, "nothing was clicked that can be written in"
        _type(focused, text)

    def choose(self, name: str, words: str) -> None:
        box = self.find(name)
        assert isinstance(box, QComboBox)
        self.click(box)
        view = box.view()
        self._click_row(view, view.model().index(box.findText(words), 0))

    def _click_row(self, view: QAbstractItemView, index: QModelIndex, *, twice: bool = False) -> None:
        self._roll_to(view, index)
        self.click(view.viewport(), view.visualRect(index), twice=twice)

    def _roll_to(self, view: QAbstractItemView, index: QModelIndex) -> None:
        for _turn in range(FAR):
            over = view.visualRect(index)
            if view.viewport().rect().contains(over.center()):
                return
            _roll(view, up=over.center().y() < 0)
        raise AssertionError(f"the wheel does not reach {index.data()!r}")

    def add(self, tree: str, profile: str, competences: tuple[str, ...], button: str) -> None:
        view = self.find(tree)
        assert isinstance(view, QTreeView)
        top = _row(view, profile)
        self._roll_to(view, top)
        box, arrow = view.visualRect(top), view.indentation()
        self.click(view.viewport(), QRect(box.left() - arrow, box.top(), arrow, box.height()))
        for name in competences:
            self._click_row(view, _row(view, name, _row(view, profile)))
            self.press(button)

    def answer(self, table: str, rows: tuple[tuple[int, ...], ...], buttons: tuple[str, ...]) -> None:
        view = self.find(table)
        assert isinstance(view, QTableView)
        first = view.currentIndex()
        for row, levels in enumerate(rows):
            for place, level in enumerate(levels):
                self._click_row(view, first.siblingAtRow(row).siblingAtColumn(first.column() + place))
                self.press(buttons[level])

    def tick(self, ranking: str, count: int) -> None:
        view = self.find(ranking)
        assert isinstance(view, QListView)
        for row in range(count):
            index = view.model().index(row, 0)
            self._roll_to(view, index)
            box = view.visualRect(index)
            self.click(view.viewport(), QRect(box.left(), box.top(), box.height() // 2, box.height()))

    def fill(self, table: str, row: int, texts: dict[int, str]) -> None:
        """A cell is written when another one is clicked."""
        view = self.find(table)
        assert isinstance(view, QTableView)
        for column, text in texts.items():
            self._click_row(view, view.model().index(row, column), twice=True)
            self._type(text)
        self._click_row(view, view.model().index(row, min(texts) - 1))

    def save(self, button: str, path: Path) -> None:
        def answer(dialog: QFileDialog) -> None:
            field, buttons = dialog.findChild(QLineEdit, "fileNameEdit"), dialog.findChild(QDialogButtonBox)
            assert isinstance(field, QLineEdit)
            assert isinstance(buttons, QDialogButtonBox)
            self._type(str(path))
            self.click(buttons.button(QDialogButtonBox.StandardButton.Save))

        _in_dialog(answer)
        self.press(button)

    def step(self, code: str) -> None:
        QApplication.processEvents()
        rail = self._window.findChildren(StepItem)
        [item] = [i for i in rail if i.isVisible() and i.accessibleName().startswith(f"{code} ")]
        self.click(item)

    def mark(self, name: str) -> None:
        self.press(name)

    def _last(self, question: str, name: str = "") -> QWidget:
        """What takes the answer to a question; of a question that is asked for several entries, the last.

        One that is asked because of a text that was written is there a moment later.
        """

        def found() -> list[QWidget]:
            called = [w for w in self._window.findChildren(QWidget) if w.accessibleName() == (name or question)]
            return [w for w in called if w.isVisible() and asks(w, question)]

        for _moment in range(FAR):
            if asking := found():
                return asking[-1]
            QTest.qWait(20)
        raise AssertionError(f"{question!r} is not asked")

    def look_back(self, question: str) -> None:
        """It is there to be clicked."""

    def answer_by_text(self, question: str, text: str) -> None:
        """The second click takes a figure that stands there, so it is written over."""
        self.click(self._last(question), twice=True)
        self._type(text)

    def answer_by_choice(self, question: str, choices: tuple[tuple[str, str], ...]) -> None:
        for words, _key in choices:
            self.click(self._last(question, words))

    def answer_by_search(self, question: str, text: str) -> None:
        self.answer_by_text(question, text)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QAbstractItemView), "nothing is found"
        self._click_row(popup, popup.model().index(0, 0))

    def answer_by_button(self, button: str) -> None:
        self.click(self._last(button))


def _row(view: QAbstractItemView, words: str, parent: QModelIndex | None = None) -> QModelIndex:
    """The row with these words under another one, or at the top."""
    model, under = view.model(), parent or QModelIndex()
    rows = [model.index(row, 0, under) for row in range(model.rowCount(under))]
    return next(row for row in rows if row.data() == words)


def _bring_into_sight(widget: QWidget, part: QRect) -> None:
    """Turn the wheel over whatever scrolls round a widget until its part is to be seen."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QAbstractScrollArea) and area.viewport().isAncestorOf(widget):
            for _turn in range(FAR):
                at = widget.mapTo(area.viewport(), part.center())
                if area.viewport().rect().contains(at):
                    break
                _roll(area, up=at.y() < 0)
        area = area.parentWidget()


def _roll(area: QAbstractScrollArea, *, up: bool) -> None:
    """One notch of the wheel over the edge of an area, where no field takes it."""
    at, turn = QPoint(1, 1), QPoint(0, 120 if up else -120)
    none, still = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    where = QPointF(area.viewport().mapToGlobal(at))
    event = QWheelEvent(QPointF(at), where, QPoint(), turn, Qt.MouseButton.NoButton, none, still, False)
    QApplication.sendEvent(area.viewport(), event)
