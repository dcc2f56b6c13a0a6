"""What moving to a newer version would make of each need: rows that open onto others, each as high as its words."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem

from app.i18n import Translator
from app.mapping.moving import Found, Move
from app.ui.runs import Block, Run
from app.ui.tables import PAD, STRONG, Index, RowDelegate, Tree, row_height
from app.ui.theme import Theme
from app.wording.moving import changes, found_line

AIR: Final = 2 * PAD
MOST_ROWS: Final = 12
LEAST_ROWS: Final = 4
"""Rows with one line that it shows where there is room, and where there is little; fewer where there are fewer."""


class _Words(RowDelegate):
    """Words go on in the next line where the width ends."""

    def __init__(self, theme: Theme, tree: Tree) -> None:
        super().__init__(theme, tree)
        self._tree = tree

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._tree.viewport().width() - self._tree.indentation() * _depth(index)
        return QSize(width, max(row_height(self._theme), ceil(self._block(index, width).height) + AIR))

    def _block(self, index: Index, width: int) -> Block:
        run = Run(str(index.data()), weight="semibold" if index.data(STRONG) else "regular")
        return Block(self._theme, [run], width - 2 * PAD)

    def _draw_text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        block = self._block(index, rect.width())
        block.draw(painter, rect.left() + PAD, rect.top() + (rect.height() - block.height) / 2)


def _depth(index: Index) -> int:
    """How far a row stands in; the topmost leave room for their arrow."""
    return 1 + (_depth(index.parent()) if index.parent().isValid() else 0)


class MoveTree(Tree):
    """Each need by how it was found, with what else is otherwise under it. `roles` are names by key."""

    def __init__(self, theme: Theme, t: Translator, made: Sequence[Move], roles: Dict[str, str]) -> None:
        super().__init__(theme, t("What would change"))
        self._t, self._roles = t, roles
        self.setItemDelegate(_Words(theme, self))
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model = QStandardItemModel(self)
        for found in Found:
            if words := found_line(t, made, found):
                head = QStandardItem(words)
                head.setData(True, STRONG)
                head.appendRows([self._row(move) for move in made if move.found is found])
                model.appendRow(head)
        self.setModel(model)
        self.expandAll()
        self.setCurrentIndex(model.index(0, 0))
        self._rows = len(model.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive))
        self.setMinimumHeight(min(self._rows, LEAST_ROWS) * row_height(theme))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), min(self._rows, MOST_ROWS) * row_height(self._theme))

    def _row(self, move: Move) -> QStandardItem:
        need, t = move.before, self._t
        row = QStandardItem(t("{name}, {role}", name=t.said(need.name), role=self._roles.get(need.role_key, "")))
        row.appendRows([QStandardItem(each) for each in changes(t, move)])
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # lines end elsewhere now
