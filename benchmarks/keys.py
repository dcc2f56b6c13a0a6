"""From a key press in the matrix to the painted cell, against typing into a bare table of Qt.

A role of 40 people and 12 competences, in a mapping with five other roles of 12 people each, all answered twice over.
In the bare table a digit opens an editor and Enter closes it, which is how Qt takes figures by itself.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.bootstrap import open_desk, system_today
from app.mapping.model import Assessor
from app.paths import DataFolder
from app.ui import stops
from app.ui.app import application
from app.ui.matrix.delegate import MatrixDelegate
from app.ui.matrix.place import MatrixPlace
from app.ui.matrix.view import MatrixView
from app.ui.shell import Window
from app.ui.theme import Theme
from benchmarks.measure import milliseconds, p95
from benchmarks.workforce import workforce

PEOPLE, NEEDS = 40, 12
OTHERS = [12] * 5
STROKES = 120
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Moment:
    """What the clock on the wall shows, and that of the processor, in seconds."""

    wall: float
    processor: float

    def since(self, earlier: Moment) -> Moment:
        return Moment(self.wall - earlier.wall, self.processor - earlier.processor)


def _now() -> Moment:
    return Moment(time.perf_counter(), time.process_time())


@dataclass(frozen=True, slots=True)
class Stroke:
    """From the key press until the cell was painted, and until nothing was left to do."""

    painted: Moment
    settled: Moment


class Watch:
    """When each cell was painted first."""

    def __init__(self) -> None:
        self.painted: dict[Cell, Moment] = {}

    def note(self, index: QModelIndex) -> None:
        self.painted.setdefault((index.row(), index.column()), _now())


class _OursWatched(MatrixDelegate):
    def __init__(self, theme: Theme, window: Window, view: MatrixView, watch: Watch) -> None:
        super().__init__(theme, window.t, view)
        self._watch = watch

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        super().paint(p, option, index)
        self._watch.note(index)


class _BareWatched(QStyledItemDelegate):
    def __init__(self, view: QTableView, watch: Watch) -> None:
        super().__init__(view)
        self._watch = watch

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        super().paint(p, option, index)
        self._watch.note(index)


def _stroke(view: QTableView, watch: Watch, cell: Cell, press: Callable[[], None]) -> Stroke:
    """One answer in a cell that the cursor has come to."""
    view.setCurrentIndex(view.model().index(*cell))
    _settle()
    watch.painted.clear()
    begun = _now()
    press()
    _settle()
    return Stroke(watch.painted[cell].since(begun), _now().since(begun))


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def _cells(columns: list[int]) -> Iterator[Cell]:
    """As one answers: person by person, need by need."""
    return islice(cycle((row, column) for column in columns for row in range(NEEDS)), STROKES)


def _ours(theme: Theme, window: Window) -> Iterator[Stroke]:
    place = window.place
    assert isinstance(place, MatrixPlace)
    assert place.sheet
    table, watch, digits = place.sheet.table, Watch(), cycle("0123421")
    table.setItemDelegate(_OursWatched(theme, window, table, watch))
    answers = [i for i, column in enumerate(place.sheet.model.columns) if column.is_answer]
    for cell in _cells(answers):
        yield _stroke(table, watch, cell, lambda: QTest.keyClicks(table, next(digits)))


def _bare() -> Iterator[Stroke]:
    model = QStandardItemModel(NEEDS, PEOPLE)
    for row in range(NEEDS):
        for column in range(PEOPLE):
            model.setItem(row, column, QStandardItem("0"))
    view, watch, digits = QTableView(), Watch(), cycle("0123421")
    view.setModel(model)
    view.setItemDelegate(_BareWatched(view, watch))
    view.resize(1366, 768)
    view.show()

    def press() -> None:
        QTest.keyClicks(view, next(digits))
        editor = view.findChild(QLineEdit)
        assert editor
        QTest.keyClick(editor, Qt.Key.Key_Return)

    for cell in _cells(list(range(PEOPLE))):
        yield _stroke(view, watch, cell, press)


@contextmanager
def _window(theme: Theme, folder: Path) -> Iterator[Window]:
    """The whole window at the matrix."""
    desk = open_desk(DataFolder(folder), system_today())
    desk.cases.add(workforce([PEOPLE, *OTHERS], NEEDS, [Assessor.SELF, Assessor.SUPERVISOR]))
    window = Window(theme, "en", lambda: desk)
    window.show()
    while window.desk is None:
        _settle()
    window.open("mapping", stops.MATRIX)
    try:
        yield window
    finally:
        window.close()


def figures() -> list[str]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    theme = Theme()
    _app = application(theme)  # lives as long as its windows
    with tempfile.TemporaryDirectory() as folder, _window(theme, Path(folder)) as window:
        pairs = [*zip(_ours(theme, window), _bare(), strict=True)]
    ours, bare = ([pair[place] for pair in pairs] for place in (0, 1))
    return [
        f"cell painted, {_said(ours, bare, lambda stroke: stroke.painted)} (aim: p95 ≤ 16 ms)",
        f"all done, {_said(ours, bare, lambda stroke: stroke.settled)}",
    ]


def _said(ours: list[Stroke], bare: list[Stroke], moment: Callable[[Stroke], Moment]) -> str:
    walls = [[moment(stroke).wall for stroke in strokes] for strokes in (ours, bare)]
    processor = [moment(stroke).processor for stroke in ours]
    return (
        f"{PEOPLE} × {NEEDS}: {milliseconds(walls[0])}, of the processor {milliseconds(processor)}; "
        f"bare QTableView {milliseconds(walls[1])}; ratio of p95 {p95(walls[0]) / p95(walls[1]):.2f}"
    )
