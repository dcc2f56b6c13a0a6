"""Registers whose cells break into lines where the width ends: nothing is cut, and nothing is scrolled sideways."""

from __future__ import annotations

import re
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from app.ui.runs import NEW_LINE, Block, Run
from app.ui.scrolling import bring_into_sight
from app.ui.tables import PAD, QUIET, STRONG, Index, Register, RowDelegate, row_height
from app.ui.theme import Theme, Weight
from app.ui.tokens import BODY, NOTE

_COUNT: Final = re.compile(r"(?<![\w.])(\d{1,3}) (?=\w)")
_YEAR: Final = re.compile(r"(?<=\d \w{3}) (?=\d{4})")


class _Measure(NamedTuple):
    """Widths of a cell in pixels: on one line, and in which it breaks no word."""

    whole: int
    longest_word: int


class WrappedDelegate(RowDelegate):
    """Words go on in the next line, and the row grows."""

    def __init__(self, theme: Theme, view: Register) -> None:
        super().__init__(theme, view)
        self._view = view
        self._metrics = {strong: theme.metrics(BODY, "semibold" if strong else "regular") for strong in (False, True)}
        self._measured: dict[tuple[str, bool], _Measure] = {}  # a window is measured anew at every step of resizing

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the words on one line, as high as they are in the width that they have."""
        return QSize(self._measure(index).whole, self.height_in(index, self._view.columnWidth(index.column())))

    def height_in(self, index: Index, width: int) -> int:
        """Height of a cell in a width, both in pixels."""
        height = row_height(self._theme)
        if self._measure(index).whole <= width and not self.said_under(index):
            return height
        return height + max(0, ceil(self._block(index, width).height - self._metrics[False].height()))

    def longest_word(self, index: Index) -> int:
        """Width of a cell, in pixels, that breaks no word."""
        return self._measure(index).longest_word

    def _measure(self, index: Index) -> _Measure:
        text, strong = _said(index), bool(index.data(STRONG))
        if (text, strong) not in self._measured:
            wide = self._metrics[strong].horizontalAdvance
            longest = max(map(wide, text.split(" ")), default=0)
            self._measured[text, strong] = _Measure(*(ceil(width) + 2 * PAD + 1 for width in (wide(text), longest)))
        return self._measured[text, strong]

    def _draw_text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        block = self._block(index, rect.width())
        block.draw(painter, rect.left() + PAD, rect.top() + (rect.height() - block.height) / 2)

    def _block(self, index: Index, width: int) -> Block:
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft)
        weight: Weight = "semibold" if index.data(STRONG) else "regular"
        runs = [Run(_said(index), BODY, weight, self._tone(index))]
        if under := self.said_under(index):
            runs.append(Run(f"{NEW_LINE}{under}", NOTE, tone="ink2"))
        return Block(self._theme, runs, width - 2 * PAD, alignment)

    def _tone(self, index: Index) -> str:
        """The colour of the words, by its token."""
        return "ink2" if index.data(QUIET) else "ink"


def _said(index: Index) -> str:
    """The words of a cell; a count and what it counts stand on one line, and so does a day such as 21 Nov 2026."""
    words = _YEAR.sub("\N{NO-BREAK SPACE}", str(index.data() or ""))
    return _COUNT.sub("\\1\N{NO-BREAK SPACE}", words)


class WrappedRegister(Register):
    """For lists of what one has oneself, not for libraries of thousands: every row is measured.

    One that is `whole` is as high as its rows, for places that are scrolled themselves.
    """

    def __init__(self, theme: Theme, name: str, *, whole: bool = False) -> None:
        super().__init__(theme, name)
        self._whole = whole
        self.setItemDelegate(WrappedDelegate(theme, self))

    def let_heads_break(self) -> None:
        """For long heads: no column is wider for its head than the longest word of that."""
        self._header.may_break = True

    def _divide(self) -> None:
        """No column breaks a word while another has room to spare; what is too much is taken from those that have."""
        super()._divide()
        least = {column: self._least_of(column) for column in self.columns()}
        for column, width in least.items():
            self.setColumnWidth(column, max(width, self.columnWidth(column)))
        self._narrow(least, self._header.length() - self.viewport().width())
        self._header.fit()
        self._fit_rows()
        if self._whole:
            self.setFixedHeight(self._header.height() + self.verticalHeader().length() + 2)

    def _narrow(self, least: dict[int, int], over: int) -> None:
        spare = {column: self.columnWidth(column) - width for column, width in least.items()}
        for column, part in spare.items():
            if part and over > 0:
                taken = min(part, ceil(over * part / sum(spare.values())))
                self.setColumnWidth(column, self.columnWidth(column) - taken)

    def _fit_rows(self) -> None:
        model, cells = self.model(), self._wrapped()
        widths = {column: self.columnWidth(column) for column in self.columns()}
        for row in range(model.rowCount() if widths else 0):  # before it is shared out there are no columns
            height = max(cells.height_in(model.index(row, column), width) for column, width in widths.items())
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)

    def _least_of(self, column: int) -> int:
        """Width in pixels in which nothing is cut and no word broken; of a sign, the width that it has."""
        if isinstance(self.itemDelegateForColumn(column), RowDelegate):
            return self.columnWidth(column)
        model, cells = self.model(), self._wrapped()
        words = (cells.longest_word(model.index(row, column)) for row in range(model.rowCount()))
        return max([self._header.needed(column), *words])

    def _wrapped(self) -> WrappedDelegate:
        cells = self.itemDelegate()
        assert isinstance(cells, WrappedDelegate)
        return cells

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._whole:
            bring_into_sight(self, current)
