"""Lists of lines on paper: rows as high as their text in the width there is, read and moved in with the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.ui.marks import painting
from app.ui.scrolling import bring_into_sight
from app.ui.theme import Theme
from app.ui.tokens import RADIUS, S
from app.ui.widgets import focus_ring

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
PAD = S
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class Row(Protocol):
    """What a list shows: the words that one looks for, and the whole row as it is spoken."""

    @property
    def name(self) -> str: ...

    @property
    def spoken(self) -> str: ...


class LinesModel(QAbstractListModel):
    """Rows of one kind."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        return {Qt.ItemDataRole.DisplayRole: row.name, SPOKEN: row.spoken}.get(Qt.ItemDataRole(role))


class LineDelegate(QStyledItemDelegate):
    """Ground, hairline and focus ring of a row; subclasses say how high it is and draw what stands in it."""

    shows_current = False
    """Whether the row in hand lies on a wash even while the focus is elsewhere."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def _rows(self) -> Sequence[Row]:
        """All rows, for columns that stand at one place in all of them."""
        model = self._view.model()
        assert isinstance(model, LinesModel)
        return model.rows

    def height(self, row: Row, width: float) -> float:
        raise NotImplementedError

    def draw(self, p: QPainter, row: Row, box: QRectF) -> None:
        raise NotImplementedError

    def closes_group(self, row: Row) -> bool:  # noqa: ARG002 - for subclasses
        """Whether a row is set off by a rule from those after it."""
        return False

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, row = QRectF(option.rect), _row(index)
        with painting(p):
            if self.shows_current and index == self._view.currentIndex():
                p.setPen(Qt.PenStyle.NoPen)
                p.setBrush(self._theme.colour("accent_wash"))
                p.drawRoundedRect(box, RADIUS, RADIUS)
            tone = "rule" if self.closes_group(row) else "line"
            p.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), self._theme.colour(tone))
        with painting(p):
            self.draw(p, row, box)
        if QStyle.StateFlag(option.state) & QStyle.StateFlag.State_HasFocus:
            focus_ring(p, self._theme, box)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(1, ceil(self.height(_row(index), self._view.viewport().width())))


def _row(index: Index) -> Row:
    model = index.model()
    assert isinstance(model, LinesModel)
    return model.rows[index.row()]


class Lines(QListView):
    """As high as its rows; with `most`, not higher than so many of them, and scrolled beyond."""

    def __init__(self, theme: Theme, name: str, model: LinesModel, most: int | None = None) -> None:
        super().__init__()
        self._most = most
        self.setAccessibleName(name)
        self.setFont(theme.font())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        model.modelReset.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.fit()

    def scroll_beyond(self, most: int | None) -> None:
        """Be not higher than so many rows, or as high as all."""
        self._most = most
        self.fit()

    def fit(self) -> None:
        """Take the height that the rows need in this width."""
        self.setFixedHeight(self.height_of(self._most))

    def height_of(self, rows: int | None = None) -> int:
        """Height of the first rows, or of all, in pixels."""
        count = self.model().rowCount()
        shown = count if rows is None else min(rows, count)
        return sum(self.sizeHintForIndex(self.model().index(i, 0)).height() for i in range(shown))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        bring_into_sight(self, current)
