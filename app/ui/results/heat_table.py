"""The heat map on the screen: number, pattern and ground in every cell, names beside, roles above."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.i18n import Translator
from app.mapping.model import Band
from app.ui.marks import fill_pattern, painting
from app.ui.results.heat_model import HeatModel, Index
from app.ui.results.lines import PAD
from app.ui.results.room import BAR
from app.ui.runs import Block, Run
from app.ui.scrolling import bring_into_sight
from app.ui.theme import Theme, Weight
from app.ui.tokens import BODY, CELL_RADIUS, NOTE, XS, L, S
from app.ui.widgets import focus_ring

CELL: Final = (56, 112)
"""Least and most width of a cell in pixels at 100 %."""
NAME_PARTS: Final = (0.34, 0.42)
"""What the names have of the width when it gets narrow, and when it does not."""
AIR: Final = S
EDGES: Final = PAD + L
"""Left and right of a name, in pixels."""
PRESSING: Final = (Band.URGENT, Band.IMPORTANT)


class HeatDelegate(QStyledItemDelegate):
    """Draws one cell of a `HeatModel`."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, HeatModel)
        cell, box = model.cell(index), QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        band = cell.score.band if cell else None
        if band:
            fill_pattern(p, self._theme, band, box)
        self._draw_sign(p, box, str(index.data()), band)
        if QStyle.StateFlag(option.state) & QStyle.StateFlag.State_HasFocus:
            focus_ring(p, self._theme, QRectF(option.rect), CELL_RADIUS + 1)

    def _draw_sign(self, p: QPainter, box: QRectF, sign: str, band: Band | None) -> None:
        """The number on a field that the pattern leaves clear."""
        weight: Weight = "semibold" if band in PRESSING else "regular"
        with painting(p):
            p.setFont(self._theme.font(BODY, weight))
            if band and band is not Band.NOT_ASSESSED:
                half = float(self._theme.metrics(BODY, weight).horizontalAdvance(sign)) / 2 + XS
                clear = QRectF(box.center().x() - half, box.top() + 3, 2 * half, box.height() - 6)
                p.fillRect(clear, self._theme.band_wash(band))
            p.setPen(self._theme.band_ink(band) if band else self._theme.colour("ink3"))
            p.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)


class _Heads(QHeaderView):
    """Roles above, in small words; competences at the left, in reading size. Both break into lines."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation, view: QTableView) -> None:
        super().__init__(orientation, view)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def name(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation()) or "")

    def block(self, section: int, width: float) -> Block:
        if self.orientation() is Qt.Orientation.Horizontal:
            run = Run(self.name(section), NOTE, "semibold", "ink2")
            return Block(self._theme, [run], width, Qt.AlignmentFlag.AlignHCenter)
        return Block(self._theme, [Run(self.name(section))], width)

    def paintSection(self, p: QPainter, rect: QRect, section: int) -> None:
        across = self.orientation() is Qt.Orientation.Horizontal
        block = self.block(section, rect.width() - (XS if across else EDGES))
        top = rect.bottom() - XS - block.height if across else rect.center().y() + 1 - block.height / 2
        with painting(p):
            p.setClipRect(rect)
            block.draw(p, rect.left() + (XS / 2 if across else PAD), top)


class HeatTable(QTableView):
    """As high as its rows; scrolled sideways where there are more roles than fit. Enter tells whose cell it is."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, t: Translator, model: HeatModel) -> None:
        super().__init__()
        self._theme, self._heat = theme, model
        self._roles = _Heads(theme, Qt.Orientation.Horizontal, self)
        self._names = _Heads(theme, Qt.Orientation.Vertical, self)
        self.setHorizontalHeader(self._roles)
        self.setVerticalHeader(self._names)
        self.setAccessibleName(t("Roles and competences"))
        self.setAccessibleDescription(t("Priority index of each competence in each role"))
        self.setItemDelegate(HeatDelegate(theme, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        model.modelReset.connect(self.fit)
        self.activated.connect(self._choose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """Share the width among names and cells, and take the height that the rows then need."""
        cells = self._cell_widths()
        names = max(self.width() - sum(cells), self._names_width(NAME_PARTS[0]))
        self._names.setFixedWidth(names)
        for column, width in enumerate(cells):
            self.setColumnWidth(column, width)
        self._roles.setFixedHeight(ceil(self._tallest_role(cells)) + 2 * XS)
        rows = [ceil(self._names.block(row, names - EDGES).height) + AIR for row in range(self._heat.rowCount())]
        for row, height in enumerate(rows):
            self.setRowHeight(row, height)
        over = names + sum(cells) > self.width()
        self.setFixedHeight(self._roles.height() + sum(rows) + (BAR if over else 0))

    def _cell_widths(self) -> list[int]:
        """All alike if that fits; else each as wide as the longest word above it, and what is left over shared."""
        roles, (least, most) = self._heat.heat.roles, (size * self._theme.zoom for size in CELL)
        words = ((self._width(word, NOTE, "semibold") for word in role.name.split()) for role in roles)
        needed = [min(most, max([least, *(word + S for word in found)])) for found in words]
        room = self.width() - self._names_width(NAME_PARTS[1])
        alike = room / max(1, len(roles))
        if alike >= max(needed, default=0):
            return [int(min(most, alike))] * len(roles)
        over = max(0.0, room - sum(needed)) / max(1, len(roles))
        return [int(width + over) for width in needed]

    def _names_width(self, part: float) -> int:
        longest = max((self._width(row.name, BODY, "regular") for row in self._heat.heat.rows), default=0.0)
        return round(min(longest + EDGES + 1, self.width() * part))

    def _width(self, text: str, size: float, weight: Weight) -> float:
        return float(self._theme.metrics(size, weight).horizontalAdvance(text))

    def _tallest_role(self, cells: list[int]) -> float:
        return max((self._roles.block(i, width - XS).height for i, width in enumerate(cells)), default=0.0)

    def _choose(self, index: QModelIndex) -> None:
        cell = self._heat.cell(index)
        if cell:
            self.chosen.emit(cell.need.key)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        bring_into_sight(self, current)
