"""The window by the mouse alone, but for text that is typed where it was clicked. Things are found by their names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
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
    QTableView,
    QTreeView,
    QWidget,
)

from app.ui.rail_item import StepItem
from tests.e2e.hands import FAR, asks, give_back, in_dialog, type_into


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
        give_back()

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
        type_into(focused, text)

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
        if not view.isExpanded(top):  # the profile of the company is open already
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

        in_dialog(answer)
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
        """Three clicks take all that stands there, so it is written over."""
        field = self._last(question)
        self.click(field, twice=True)
        self.click(field)
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
